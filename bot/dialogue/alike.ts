/** “二级医院也一样吗”: whether the answer now is that of the question before, said first. */
import type { Figure } from "../../engine/result.js";
import type { Meaning } from "../../nlu/meaning.js";
import { verdictAlike } from "../phrasing/comparison-text.js";
import type { World } from "./context.js";
import { performAll } from "./perform-all.js";
import type { Answer } from "../answer.js";
import type { Frame, State, Turn } from "./state.js";

/** The turn with that verdict, where one question followed one of its kind and no difference was computed for it. */
export function withAlike(
  state: State,
  { asksAlike }: Meaning,
  turn: Turn,
  world: World,
): Turn {
  const { answer } = turn;
  const [before, more] = state.frames;
  const [now, other] = turn.state.frames;
  if (!asksAlike || !before || more || !now || other) return turn;
  const apart = answer.figures.some(({ key }) => key.endsWith(".difference"));
  if (before.task !== now.task || answer.status !== "answered") return turn;
  if (now.alike && apart) return turn;
  if (!tellsOf(now, answer)) return turn;
  const [told] = performAll([before], world).replies;
  const [figure] = told?.status === "answered" ? told.figures : [];
  // 都不设等待期: under which conditions, no yes or no tells.
  const key = figure?.type === "boolean" ? undefined : figure?.key;
  const values = (figures: readonly Figure[]): string =>
    figures
      .flatMap((one) => (one.key === key ? [one.value] : []))
      .sort()
      .join();
  const [old, own] = [values(told?.figures ?? []), values(answer.figures)];
  if (key === undefined || own === "") return turn;
  return {
    ...turn,
    answer: { ...answer, text: verdictAlike(old === own, answer.text) },
  };
}

/** Whether the answer rests on what was said of everybody it is asked for; of whom it does not, it gives a verdict of its own. */
function tellsOf({ people }: Frame, { conditions }: Answer): boolean {
  const told = conditions.flatMap(({ slot, value }) =>
    slot === "identity" ? [value] : [],
  );
  const tags = (people?.value ?? []).map((one) => one.tags);
  return (
    told.length === 0 ||
    tags.every(
      (own) => own.length === 0 || own.some((tag) => told.includes(tag)),
    )
  );
}

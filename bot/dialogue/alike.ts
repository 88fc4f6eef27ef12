/** “二级医院也一样吗”: whether the answer now is that of the question before, said first. */
import type { Figure } from "../../engine/result.js";
import type { Meaning } from "../../nlu/meaning.js";
import { verdictAlike } from "../phrasing/comparison-text.js";
import type { World } from "./context.js";
import { performAll } from "./perform-all.js";
import type { State, Turn } from "./state.js";

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

/** What several persons told before pay together: by the points of the conversation, else by what is known of each. */
import type { Ask, Meaning } from "../../nlu/meaning.js";
import { headsOf } from "./counted-family.js";
import { followUp } from "./merge.js";
import { UNCLEAR } from "./new-frames.js";
import { sumsUp } from "./says.js";
import type { Frame, State } from "./state.js";
import { sumSoFar } from "./sum-so-far.js";

/** A message that follows a question. */
interface Told {
  state: State;
  meaning: Meaning;
  /** What it clearly asks for. */
  strong: readonly Ask[];
  last: Frame;
}

/** 一共呢, 我们两个一共: the sum over those told before; null where the message asks for none. */
export function ofEverybody({
  state,
  meaning,
  strong,
  last: before,
}: Told): Frame | null {
  // 我奶奶低收入，我爷爷重残，他俩一共: persons of whom nothing was asked until now.
  const untold =
    before.task === UNCLEAR.task &&
    strong.some(({ task }) => task === "contribution");
  const last = untold
    ? { ...before, task: "contribution", aspects: ["amount" as const] }
    : before;
  const size = meaning.household?.size ?? null;
  // 一共呢 after a family that was summed up: the same family again.
  const again =
    last.household?.total === true &&
    [null, last.household.size, headsOf(last.people?.value ?? [])].includes(
      size,
    );
  const told = again ? null : sumSoFar(meaning, last, state.points);
  if (told) return told;
  const everybody = sumsUp(meaning, last, state.known ?? []);
  return (
    everybody &&
    followUp(
      {
        ...meaning,
        people: [],
        mentions: meaning.mentions.filter(({ facet }) => facet === "tier"),
      },
      { ...last, people: { value: everybody, source: "carried" } },
    )
  );
}

/** “谁出的钱” of what was answered before: of a contribution the aid with its payers, of a subsidy its shares. */
import type { Aspect, Meaning } from "../../nlu/meaning.js";
import { followUp } from "./merge.js";
import type { Frame } from "./state.js";

const SHARES: Readonly<Record<string, readonly Aspect[]>> = {
  contribution: ["aid"],
  subsidy: ["split"],
};

/** The question before, asked for who pays; null where that is not asked, or other words ask more. */
export function whoPays(meaning: Meaning, last: Frame): Frame | null {
  const aspects = SHARES[last.task];
  if (!aspects || !meaning.concepts.includes("who_pays")) return null;
  const other = meaning.asks.some(
    ({ task, strength }) => strength === 2 && task !== last.task,
  );
  return other ? null : { ...followUp(meaning, last), aspects: [...aspects] };
}

/** A question back that is answered by yes or no, told in words for somebody: 我是监测对象. */
import type { Meaning } from "../../nlu/meaning.js";
import { MONITORED } from "../../nlu/person-facts.js";
import type { Pending } from "./state.js";

/** Slots answered by yes or no. */
export const FLAGS: readonly string[] = [
  "monitored",
  "burden_still_heavy",
  "registered_in_birth_year",
];

/** 我是监测对象, asked whether one is: an answer, though the words alone ask for something else. */
export function tellsFlag({ slot }: Pending, meaning: Meaning): boolean {
  return (
    FLAGS.includes(slot) &&
    !meaning.asksNumber &&
    !/[?？吗呢]/.test(meaning.plain) &&
    flagOf(slot, meaning) !== null
  );
}

/** What the words for somebody tell of a yes or no that was asked for. */
export function flagOf(slot: string, { mentions }: Meaning): boolean | null {
  const told = mentions.find(
    ({ facet, value }) =>
      slot === "monitored" && facet === "identity" && value === MONITORED,
  );
  return told ? !told.negated : null;
}

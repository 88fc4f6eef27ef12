/** “那自己掏多少” after a bill: its part that the person pays, no payment into the fund. */
import type { Ask, Meaning } from "../../nlu/meaning.js";
import { followUp } from "./merge.js";
import { SHORT } from "./narrower.js";
import type { Frame } from "./state.js";

const OWN =
  /(自己|自个儿?|个人|自家|本人|我|还)?(还|又|再)?(要|得|该|需要?)?(掏|出|付|花|承担|负担|贴|自付)(腰包|钱)?(的)?(多少|好多|几多|几块|多少钱|好多钱|几钱)/;
/** Tasks whose answer tells what is left to the person. */
const OF_BILLS: readonly string[] = [
  "outpatient",
  "inpatient",
  "catastrophic",
  "assistance",
  "special_assistance",
  "settlement",
];

const SELF_SAID = /自己|自个|个人|自家|本人/;

/** The bill asked about before, once more; null where no bill was told or other words ask more. */
export function ownPart(
  meaning: Meaning,
  strong: readonly Ask[],
  last: Frame,
): Frame | null {
  // 那我自己掏多少, after a ratio and no bill: what is left of it.
  const bill =
    OF_BILLS.includes(last.task) &&
    (last.amounts.length > 0 || SELF_SAID.test(meaning.plain));
  const names = meaning.mentions.length + meaning.people.length;
  const bare = meaning.text.length <= SHORT + 4 && names === 0;
  if (!bill || !bare || meaning.places.length > 0) return null;
  // 救助了以后自己还掏多少: of the bill that was assisted.
  const other = strong.some(
    ({ task, otherwise }) =>
      task !== "contribution" && task !== last.task && otherwise !== last.task,
  );
  // 那我自己掏多少: of the bill told, and of no bill of somebody else.
  return !other && OWN.test(meaning.plain)
    ? followUp({ ...meaning, followup: false }, last)
    : null;
}

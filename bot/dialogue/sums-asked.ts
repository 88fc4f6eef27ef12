/** 一共呢, after what a benefit comes to: what all of it comes to, and no fee. */
import type { Ask, Meaning } from "../../nlu/meaning.js";
import type { Frame } from "./state.js";

export const CARE = ["outpatient", "inpatient"];
export const ASSISTED = ["assistance", "special_assistance", "settlement"];

/** 一共能救多少, after the bills of one person: what all of them come to, and no limit. */
export function sumsBills(
  { household, amounts, people, mentions, aspects }: Meaning,
  { task }: Ask,
  last: Frame,
): boolean {
  return (
    ASSISTED.includes(task) &&
    task === last.task &&
    last.amounts.length > 0 &&
    household?.total === true &&
    household.size === null &&
    amounts.length + people.length + mentions.length + aspects.length === 0
  );
}

/** 两个人一个月一共, after a monthly quota: no fee is asked, and whose insurances they are is open. */
export const sumsQuotas = (
  meaning: Meaning,
  strong: readonly Ask[],
  { task }: Frame,
): boolean => task === "chronic" && sumsNoFee(meaning, strong);

/** 一共能拿多少: a sum, and no word of paying. */
const sumsNoFee = (
  { household, concepts, mentions, amounts }: Meaning,
  strong: readonly Ask[],
): boolean =>
  household?.total === true &&
  mentions.length + amounts.length === 0 &&
  !concepts.includes("pay") &&
  strong.length > 0 &&
  strong.every((ask) => ask.task === "contribution");

/** 一共能拿多少, after what a bill comes to: what all of it comes to, and no fee. */
export const sumsBenefit = (
  meaning: Meaning,
  strong: readonly Ask[],
  { task, amounts }: Frame,
): boolean =>
  [...ASSISTED, ...CARE, "catastrophic"].includes(task) &&
  amounts.length > 0 &&
  meaning.household?.size === null &&
  meaning.people.length + meaning.places.length === 0 &&
  sumsNoFee(meaning, strong);

export function ofEveryInsurance(last: Frame): Frame {
  const { insurance: _, ...facets } = last.facets;
  const { holding: __, ...frame } = last;
  return { ...frame, facets, people: null, household: null };
}

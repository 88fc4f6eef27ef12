/** 甲类药40元, then 门诊能报多少: what was told before any question is what the question is about. */
import type { Ask, Meaning } from "../../nlu/meaning.js";
import { TOGETHER } from "./member-told.js";
import { isOrdinary } from "./person.js";
import { said } from "./slots.js";
import type { Frame } from "./state.js";

/** Layers of a stay: what the insured paid in it may be told as that of any of them. */
const OF_A_STAY: readonly string[] = [
  "inpatient",
  "catastrophic",
  "assistance",
  "reimburse",
  "unclear",
];

/** The frames, marked where the message told something and asked nothing. */
export function markTold(
  frames: readonly Frame[],
  meaning: Meaning,
  strong: readonly Ask[],
): Frame[] {
  const tells =
    strong.length === 0 &&
    meaning.aspects.length === 0 &&
    !meaning.asksNumber &&
    !meaning.followup;
  return frames.map((frame) => {
    const { told: _, ...rest } = frame;
    return tells ? { ...rest, told: true } : rest;
  });
}

/** Puts into a complete question the bill and the family that were told before it. */
export function carryTold(frame: Frame, before: Frame): void {
  if (!before.told) return;
  // Nothing was asked yet: what is told next may come to it.
  if (frame.task === "unclear") frame.told = true;
  const ofBill = frame.aspects.every((aspect) => aspect === "amount");
  if (ofBill && isOfBill(frame.task, before)) {
    frame.amounts = before.amounts;
    frame.counts = before.counts;
  }
  if (frame.task === "contribution" && before.task === "contribution")
    frame.household = before.household ?? null;
}

/** What was paid as an outpatient is of no layer of a stay. */
const isOfBill = (task: string, { task: before, facets }: Frame): boolean =>
  OF_A_STAY.includes(task)
    ? OF_A_STAY.includes(before) && !facets.care?.value.includes("outpatient")
    : task === before && task === "outpatient";

/** 大人二档两个, then 娃儿一档一个: counted members of one family, told one after the other. */
export function sayCounted(
  frame: Frame,
  { people, household }: Meaning,
): boolean {
  const before = frame.people?.value ?? [];
  const labels = new Set(before.map(({ label }) => label));
  const joins =
    (frame.told === true || frame.household?.total === true) &&
    people.length > 0 &&
    before.length > 0 &&
    (household?.size ?? frame.household?.size ?? null) === null &&
    [...before, ...people].some(({ count }) => count !== undefined) &&
    before.every(({ label }) => label !== "") &&
    people.every(({ label }) => label !== "" && !labels.has(label));
  if (!joins) return false;
  const tier = frame.tiers?.value ?? [];
  frame.people = said([
    ...before.map((one) => ({
      ...one,
      tier: one.tier ?? (tier.length === 1 ? tier[0] : undefined),
    })),
    ...people,
  ]);
  frame.household = TOGETHER;
  return true;
}

/** 家里四口, 我是重残, 其他都普通: the rest of a counted family are what they were counted as. */
export function sayRestOrdinary(
  frame: Frame,
  { people: [only, more], household, plain, followup }: Meaning,
): boolean {
  if (!only || more || only.label !== "" || !isOrdinary(only)) return false;
  const members = frame.people?.value ?? [];
  const plainly = members.every(
    (one) => one.tags.length === 0 || one.circumstances || isOrdinary(one),
  );
  const counted =
    (frame.household?.size ?? null) !== null ||
    (frame.household?.total === true && members.length > 1);
  return (
    counted &&
    !followup &&
    (household?.size ?? null) === null &&
    (REST.test(plain) || plainly)
  );
}
const REST = /其他|其余|剩下|余下|另外|别的|[他她]们/;

/** 一个低保, after 四口人: one of them, and not somebody alone. */
export function oneOfFamily(meaning: Meaning, { household }: Frame): Meaning {
  const [only, more] = meaning.people;
  const one =
    (household?.size ?? 1) > 1 &&
    meaning.household === null &&
    only?.label === "" &&
    more === undefined &&
    only.count === undefined &&
    only.tags.length > 0 &&
    ONE_OF.test(meaning.plain);
  return one ? { ...meaning, people: [{ ...only, count: 1 }] } : meaning;
}
const ONE_OF = /^(有|其中|里面|里头)*(有|就)?[一1]个/;

/** 甲类药40元, then 门诊能报多少: what was told before any question is what the question is about. */
import type { Ask, Meaning } from "../../nlu/meaning.js";
import { TOGETHER } from "./member-told.js";
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
  return frames.map(({ told: _, ...frame }) =>
    tells ? { ...frame, told: true as const } : frame,
  );
}

/** Puts into a complete question the bill and the family that were told before it. */
export function carryTold(frame: Frame, before: Frame): void {
  if (!before.told) return;
  const ofBill = frame.aspects.every((aspect) => aspect === "amount");
  if (ofBill && isOfBill(frame.task, before.task)) {
    frame.amounts = before.amounts;
    frame.counts = before.counts;
  }
  if (frame.task === "contribution" && before.task === "contribution")
    frame.household = before.household ?? null;
}

const isOfBill = (task: string, before: string): boolean =>
  OF_A_STAY.includes(task)
    ? OF_A_STAY.includes(before)
    : task === before && task === "outpatient";

/** 大人二档两个, then 娃儿一档一个: counted members of one family, told one after the other. */
export function sayCounted(frame: Frame, { people, household }: Meaning) {
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

/** Messages that only narrow what was just answered. */
import type { Ask, Meaning } from "../../nlu/meaning.js";
import { followUp, frameOf } from "./merge.js";
import {
  ASSISTED,
  CARE,
  ofEveryInsurance,
  sumsBenefit,
  sumsBills,
  sumsQuotas,
} from "./sums-asked.js";
import type { Frame } from "./state.js";

/** A longer message without a question that is understood is not a mere place or person. */
export const SHORT = 12;

export function asksAmount({ concepts }: Meaning): boolean {
  return ["how_much", "reimburse", "exempt", "compare"].some((one) =>
    concepts.includes(one),
  );
}

/** Tasks in which 什么时候能报 is asked on. */
const SPECIFIC = ["newborn", "graduate", "waiting_period"];

/** 个人也涨这么多吗, after the treasury's share: the person's own. */
const OF_PERSON = /个人|自己|我们?(也|都)/;

const OWN_SHARE =
  /^(那么?)?(个人|自己)(的|部分|那部分)*(呢|(要|得)?(交|缴|出|占|掏|承担|负担)?(多少|好多))[？?！!。\s]*$/;

/** 个人呢, after what the treasury pays: what the person pays. */
export function ownShare(meaning: Meaning, last: Frame): Frame | null {
  if (!["subsidy", "contribution"].includes(last.task)) return null;
  if (!OWN_SHARE.test(meaning.plain)) return null;
  const ask: Ask = {
    task: "contribution",
    aspects: ["amount"],
    topics: [],
    otherwise: null,
    strength: 2,
    span: [0, meaning.plain.length],
  };
  return frameOf(meaning, ask, last);
}

/** “二档呢” after the limit of 一档 asks for that limit, not for a contribution. */
export function saysOnlyTier({
  followup,
  mentions,
  concepts,
}: Meaning): boolean {
  return (
    followup &&
    mentions.length > 0 &&
    mentions.every(({ facet }) => facet === "tier") &&
    concepts.every((one) => one === "followup")
  );
}

/** 起付线以上的那部分是多少, after an amount was computed with: the part that counts stands in that answer. */
export function asksPartAbove(
  { concepts, amounts, places, people, text, plain }: Meaning,
  { task, amounts: told }: Frame,
): boolean {
  return (
    ["catastrophic", "inpatient"].includes(task) &&
    told.length > 0 &&
    (concepts.includes("role_above") || EXCEEDS.test(plain)) &&
    amounts.length + places.length + people.length === 0 &&
    text.length <= SHORT + 4
  );
}

/** 超了多少, 超出好多. */
const EXCEEDS = /^(那|我|一共|总共)*(超|多)(了|出|过)(来)?了?(多少|好多|几)/;

/** 超过的部分报多少, after a deductible: the ratio, and not the deductible again. */
export function asksRatioAbove(
  { concepts, amounts, places, people }: Meaning,
  { task, amounts: told }: Frame,
): boolean {
  return (
    ["catastrophic", "inpatient", "assistance"].includes(task) &&
    told.length + amounts.length + places.length + people.length === 0 &&
    ["role_above", "reimburse"].every((one) => concepts.includes(one))
  );
}

/** 一共多少 after the shares of the treasury asks for their sum, not for a contribution. */
function saysOnlySum({
  concepts,
  mentions,
  people,
  household,
}: Meaning): boolean {
  return (
    household?.total === true &&
    household.size === null &&
    mentions.length + people.length === 0 &&
    !concepts.includes("pay")
  );
}

/** 县里呢, 总共呢: all the shares together again, and not the one asked for last. */
function ofWhole(frame: Frame): Frame {
  const { payer: _, ...facets } = frame.facets;
  return { ...frame, facets, aspects: ["amount"] };
}

/** 门诊里面最多多少, 其中门诊多少: a part of what was answered before. */
const OF_WHICH = /^(这?其中|里面?|里头|当中)|(门诊|住院)(里面?|里头|当中)/;

/** 门诊自付1万呢: what the person paid of another kind of care. */
function ownPart({ amounts, followup }: Meaning): boolean {
  return (
    followup &&
    amounts.length > 0 &&
    amounts.every(({ role }) => role === "self")
  );
}

/** 市里的呢, after care in a county's hospital: a hospital of the city, and nobody's subsidy. */
const otherHospital = (
  { followup, concepts, mentions, amounts, people }: Meaning,
  strong: readonly Ask[],
  { task }: Frame,
): boolean =>
  CARE.includes(task) &&
  followup &&
  amounts.length + people.length === 0 &&
  mentions.length > 0 &&
  mentions.every(({ facet }) => facet === "payer") &&
  concepts.every((one) => ["split", "followup"].includes(one)) &&
  strong.every((ask) => ask.task === "subsidy");

/** The same care in a hospital of which the level is not told. */
function inOtherHospital(last: Frame): Frame {
  const { institution: _, ...facets } = last.facets;
  return { ...last, facets, flags: { ...last.flags, hospital_named: true } };
}

/** 百分之几, after what somebody who is aided pays: the share that is paid for them. */
function asksShareOfAid(
  { places, mentions, amounts, people }: Meaning,
  strong: readonly Ask[],
  last: Frame,
): boolean {
  const told = places.length + mentions.length + amounts.length + people.length;
  const [who, more] = last.people?.value ?? [];
  return (
    last.task === "contribution" &&
    told === 0 &&
    strong.length === 1 &&
    strong.every(
      ({ task, aspects }) => task === "reimburse" && aspects.join() === "ratio",
    ) &&
    who !== undefined &&
    more === undefined &&
    who.tags.length > 0
  );
}

/**
 * “12月20号交呢” of a window, “门诊呢” of an assistance, “救助后负担还很重” of an
 * amount: the same task with the day, the care or the burden said.
 */
export function narrower(
  meaning: Meaning,
  strong: readonly Ask[],
  last: Frame,
): Frame | null {
  if (
    last.task === "subsidy" &&
    saysOnlySum(meaning) &&
    strong.every(({ task }) => task === "contribution")
  )
    return ofWhole(followUp(meaning, last));
  if (sumsQuotas(meaning, strong, last)) return ofEveryInsurance(last);
  if (sumsBenefit(meaning, strong, last))
    return { ...followUp(meaning, last), household: null };
  if (otherHospital(meaning, strong, last)) return inOtherHospital(last);
  if (asksShareOfAid(meaning, strong, last))
    return { ...followUp(meaning, last), aspects: ["aid", "ratio"] };
  const only = strong.length === 1 ? strong[0] : undefined;
  if (!only || meaning.places.length > 0) return null;
  if (CARE.includes(last.task) && saysOnlyTier(meaning))
    return followUp(meaning, last);
  // 连续两年没超过起付线呢: the years that the table was told apart by.
  if (
    last.task === "outpatient" &&
    meaning.yearsBelow !== null &&
    !meaning.asksNumber &&
    !meaning.concepts.some((one) => ["decrease", "whether"].includes(one)) &&
    meaning.text.length <= SHORT + 4
  )
    return followUp(meaning, last);
  const days = meaning.dates.some(
    ({ role }) => role === "paid" || role === "unknown",
  );
  if (
    last.task === "enrolment" &&
    days &&
    ["contribution", "enrolment"].includes(only.task) &&
    !asksAmount(meaning)
  )
    return followUp(meaning, last);
  if (
    last.task === "waiting_period" &&
    only.task === "newborn" &&
    !meaning.concepts.some((one) => ["pay", "exempt"].includes(one))
  )
    return followUp(meaning, last);
  if (SPECIFIC.includes(last.task) && only.task === "enrolment" && !days)
    return followUp(meaning, last);
  if (
    last.task === "subsidy" &&
    only.task === "contribution" &&
    meaning.aspects.includes("increase") &&
    !OF_PERSON.test(meaning.plain) &&
    !meaning.concepts.includes("pay")
  )
    return followUp(meaning, last);
  // 各级分别出多少, of the treasuries spoken of and of nobody who pays.
  if (
    last.task === "subsidy" &&
    only.task === "contribution" &&
    meaning.aspects.includes("split") &&
    meaning.people.length === 0
  )
    return followUp(meaning, last);
  if (
    ASSISTED.includes(last.task) &&
    ASSISTED.includes(only.task) &&
    meaning.concepts.includes("burden_still_heavy") &&
    meaning.amounts.length === 0
  )
    return followUp(meaning, last);
  if (sumsBills(meaning, only, last))
    return { ...followUp(meaning, last), household: null };
  const care =
    CARE.includes(only.task) &&
    (meaning.text.length <= 5 ||
      ownPart(meaning) ||
      OF_WHICH.test(meaning.plain) ||
      (meaning.followup && !meaning.concepts.includes("reimburse")));
  return ASSISTED.includes(last.task) && care ? followUp(meaning, last) : null;
}

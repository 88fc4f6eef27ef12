/** What one message says, put into the frame of its question. */
import type { Ask, Meaning } from "../../nlu/meaning.js";
import { MONITORED } from "../../nlu/person-facts.js";
import {
  amountsSaid,
  hasBothClasses,
  reclassed,
  withoutLastYears,
  withoutPaid,
} from "./amounts-said.js";
import { ofAskedYear } from "./amounts-of-year.js";
import { withBeyond } from "./beyond.js";
import { positive } from "./carried-on.js";
import { FACETS } from "./carry.js";
import { FILED_AGO, tellsFiledAgo } from "./tasks/filed-until.js";
import {
  asksOwnBeside,
  OWN_LESS,
  OWN_PLUS,
} from "./tasks/own-beside-subsidy.js";
import { asksWithin, WITHIN } from "./tasks/within.js";
import { PAST_TERM, tellsPastTerm } from "./tasks/past-term.js";
import { LEVELS_BEHIND, levelsAddedBehind } from "./levels-together.js";
import { tellsYearsTogether, YEARS_TOGETHER } from "./years-together.js";
import { recolumned } from "./column.js";
import { comparesAreas, OF_AREAS } from "./of-areas.js";
import { datesOfWait, datesSaid, withoutVisitsOf } from "./dates-said.js";
import { sayHome } from "./home.js";
import { splitPairs } from "./member-told.js";
import { sayPeople, sayTiers } from "./people.js";
import { sayPlace } from "./place-said.js";
import { sayPoints } from "./said-points.js";
import { sayYears } from "./said-years.js";
import { studentsOf } from "./school-years.js";
import { said } from "./slots.js";
import type { FacetSlot, Frame } from "./state.js";

/** Puts what the message says into the frame; each step reads what the ones before it left. */
export function say(frame: Frame, heard: Meaning, ask: Ask | null): Frame {
  const meaning = withBeyond(frame, heard);
  const classes = frame.facets.class;
  // 低保户呢 after 监测户: somebody else, of whom monitoring was not said.
  const monitoredOnce = isMonitored(frame);
  sayPlace(frame, meaning, ask);
  sayYears(frame, meaning, ask);
  if (ask === null) frame.dates = withoutVisitsOf(frame.dates, meaning);
  splitPairs(frame, meaning);
  sayTiers(frame, meaning, ask === null);
  sayFacets(frame, meaning, ask);
  keepAmounts(frame, meaning, ask);
  sayFamilyDoctor(frame, meaning);
  sayPeople(frame, meaning, ask === null);
  frame.people = studentsOf(frame, meaning);
  sayHome(frame, meaning);
  if (frame.task === "contribution") sayPoints(frame, meaning);
  dropOthers(frame, meaning);
  sayGiven(frame, meaning, ask);
  sayAmounts(frame, meaning, ask);
  if (classes && ask === null && hasBothClasses(frame.amounts))
    frame.facets.class = classes;
  const disease = diseaseNamed(meaning);
  if (disease !== null) frame.diseaseWord = disease;
  sayFlags(frame, meaning, ask, monitoredOnce);
  const dates = meaning.dates.filter(({ role }) => role !== "year");
  const ofWait = ["waiting_period", "graduate"].includes(frame.task);
  const howLong = meaning.concepts.includes("within_how_long");
  if (ask === null && ofWait && howLong) {
    // 9月1号以后几个月内办: the length of time itself, whatever day was told.
    frame.asksNumber = true;
    frame.dates = [];
  } else if (dates.length > 0)
    frame.dates = ask
      ? datesOfWait(frame.task, dates)
      : datesSaid(frame, dates);
  if (meaning.counts.length > 0) {
    frame.counts = meaning.counts;
    frame.countsAnew = true;
  }
  sayManner(frame, meaning, ask);
  return frame;
}

function sayFacets(frame: Frame, meaning: Meaning, ask: Ask | null): void {
  for (const facet of FACETS) {
    const values = positive(meaning, facet);
    const other = ask === null ? otherOfTwo(frame, meaning, facet) : null;
    if (values.length > 0) frame.facets[facet] = said(values);
    else if (other !== null) frame.facets[facet] = said([other]);
  }
  const asEmployed =
    frame.facets.employment?.source === "said" ||
    meaning.concepts.includes("of_flexible");
  if (asEmployed && !positive(meaning, "insurance").length)
    frame.facets.insurance = said(["employee"]);
}

/** Of the amounts told before, those that still hold beside what a follow-up says. */
function keepAmounts(frame: Frame, meaning: Meaning, ask: Ask | null): void {
  if (ask !== null) return;
  if (meaning.amounts.length === 0) frame.amounts = reclassed(frame);
  if (meaning.concepts.includes("none_paid"))
    frame.amounts = withoutPaid(frame.amounts, meaning);
  frame.amounts = withoutLastYears(frame.amounts, meaning);
}

/** Persons and universities that were carried, where the message is about others. */
function dropOthers(frame: Frame, meaning: Meaning): void {
  // 单位交百分之几 after 灵活就业: it is the employer that pays.
  if (
    frame.people?.source === "carried" &&
    frame.facets.payer?.source === "said" &&
    frame.facets.payer.value.includes("employer")
  )
    frame.people = null;
  // 普通居民呢 after 部属大学生: the university was that of another.
  if (
    frame.facets.student_of?.source === "carried" &&
    meaning.people.some(({ tags }) => tags.length > 0)
  )
    delete frame.facets.student_of;
}

function sayGiven(frame: Frame, meaning: Meaning, ask: Ask | null): void {
  const below = meaning.yearsBelow ?? yearsBelowAgain(frame, meaning, ask);
  if (below !== null)
    frame.given = { ...frame.given, years_below_deductible: `${below}` };
  if (meaning.visitDays !== null)
    frame.given = { ...frame.given, visit_days: `${meaning.visitDays}` };
  else if (meaning.amounts.length > 0 && ask !== null) {
    const { visit_days: _, ...given } = frame.given;
    frame.given = given;
  }
  if (meaning.amounts.length === 0) return;
  const { visits_together: _, eligible_before: __, ...given } = frame.given;
  frame.given = meaning.visitsTogether
    ? { ...given, visits_together: "yes" }
    : given;
}

function sayAmounts(frame: Frame, meaning: Meaning, ask: Ask | null): void {
  if (meaning.oddAmount !== null) frame.oddAmount = meaning.oddAmount;
  else delete frame.oddAmount;
  const bill = ask === null ? recolumned(frame, meaning) : null;
  if (bill) frame.amounts = bill;
  else if (meaning.amounts.length > 0)
    frame.amounts = ask
      ? ofAskedYear(meaning.amounts, frame)
      : amountsSaid(frame, meaning);
  // 花了45，是乙类药: the one bill is of the class told beside it.
  if (ask?.task === "outpatient" && !PARTLY.test(meaning.plain))
    frame.amounts = reclassed(frame);
  if (frame.amounts.length > 0) delete frame.othersAmount;
}

function sayFlags(
  frame: Frame,
  meaning: Meaning,
  ask: Ask | null,
  monitoredOnce: boolean,
): void {
  const flags = { ...frame.flags };
  if (meaning.registered !== null)
    flags.registered_in_birth_year = meaning.registered;
  if (meaning.concepts.includes("late") && ask !== null)
    flags.paid_that_year = true;
  for (const [concept, slot] of FLAGGED)
    if (meaning.concepts.includes(concept)) flags[slot] = true;
  const beside = asksOwnBeside(meaning);
  if (beside !== null || ask !== null)
    for (const one of [OWN_LESS, OWN_PLUS]) delete flags[one];
  if (beside !== null) flags[beside] = true;
  if (asksWithin(meaning)) flags[WITHIN] = true;
  else if (ask !== null) delete flags[WITHIN];
  if (tellsFiledAgo(meaning)) flags[FILED_AGO] = true;
  else if (ask !== null) delete flags[FILED_AGO];
  if (tellsPastTerm(meaning)) flags[PAST_TERM] = true;
  else if (ask !== null) delete flags[PAST_TERM];
  if (tellsYearsTogether(meaning)) flags[YEARS_TOGETHER] = true;
  else if (meaning.dates.length > 0 || meaning.per === "year")
    delete flags[YEARS_TOGETHER];
  const behind = levelsAddedBehind(meaning);
  if (behind !== null) flags[LEVELS_BEHIND] = behind;
  else if (ask !== null) delete flags[LEVELS_BEHIND];
  if (monitoredOnce && !isMonitored(frame)) delete flags.monitored;
  for (const { facet, value, negated } of meaning.mentions)
    if (facet === "identity" && value === MONITORED) flags.monitored = !negated;
  frame.flags = flags;
}

/** How it is asked: compared, in percent, who pays, alike. */
function sayManner(frame: Frame, meaning: Meaning, ask: Ask | null): void {
  const ofAreas = frame.task === "contribution" && comparesAreas(meaning);
  frame.compare = (frame.compare || meaning.compare) && !ofAreas;
  if (ofAreas) frame.flags[OF_AREAS] = true;
  else delete frame.flags[OF_AREAS];
  if (meaning.otherTier) frame.otherTier = true;
  else if (ask !== null || !frame.compare || meaning.compare)
    delete frame.otherTier;
  if (meaning.comparedIn) frame.comparedIn = meaning.comparedIn;
  else if (ask !== null) delete frame.comparedIn;
  if (meaning.inPercent) frame.inPercent = true;
  else delete frame.inPercent;
  if (meaning.monthsTogether !== null) frame.months = meaning.monthsTogether;
  else delete frame.months;
  if (meaning.withoutAid) frame.withoutAid = true;
  else delete frame.withoutAid;
  if (meaning.concepts.includes("who_pays")) frame.asksPayer = true;
  else if (meaning.aspects.length > 0 || meaning.asksNumber)
    delete frame.asksPayer;
  if (meaning.asksAlike && !ofAreas) frame.alike = true;
  else delete frame.alike;
}

/** 糖尿病, as it was said; 没有并发症 is no name of a disease. */
function diseaseNamed({ mentions, plain }: Meaning): string | null {
  const words = mentions
    .filter(({ facet, negated }) => facet === "disease" && !negated)
    .map(({ span }) => plain.slice(...span))
    .filter((word) => !word.includes("并发症"));
  return words[0] ?? null;
}

/** 没退休, 不是甲类, after an answer for the one of two values: the other holds. */
function otherOfTwo(
  { facets }: Frame,
  { mentions }: Meaning,
  facet: FacetSlot,
): string | null {
  const two = TWO[facet];
  const [now, more] = facets[facet]?.value ?? [];
  const denied = mentions.some(
    (one) => one.facet === facet && one.negated && one.value === now,
  );
  if (!two || more !== undefined || !denied) return null;
  return two.find((one) => one !== now) ?? null;
}
const TWO: Partial<Record<FacetSlot, readonly [string, string]>> = {
  employment: ["employed", "retired"],
  insurance: ["resident", "employee"],
  class: ["a", "b"],
};

/** 三年呢, after how often the deductible was not exceeded. */
function yearsBelowAgain(
  { given }: Frame,
  { counts, per }: Meaning,
  ask: Ask | null,
): number | null {
  // 那一年最多能报多少: what a year comes to, and no year below it.
  if (per === "year") return null;
  if (ask !== null || given.years_below_deductible === undefined) return null;
  const years = counts.flatMap(({ kind, value, about }) => {
    const years = /^d=P([1-9])Y$/.exec(value)?.[1];
    return kind === "period" && !about && years ? [years] : [];
  });
  return years[0] === undefined ? null : Number.parseInt(years[0], 10);
}

/** Words that meet a condition of a clause, with the condition's fact. */
const FLAGGED: readonly (readonly [string, string])[] = [
  ["still", "still"],
  ["which_year", "which_year"],
  ["days_left", "days_left"],
  ["missed", "missed"],
  ["hospital_named", "hospital_named"],
  ["late", "late"],
  ["nothing_spent", "nothing_spent"],
  ["other_disease", "other_disease"],
  ["joins_now", "joins_now"],
  ["asks_above", "asks_above"],
  ["asks_for_most", "asks_for_most"],
  ["burden_still_heavy", "burden_still_heavy"],
  ["before_assistance", "before_assistance"],
  ["decrease", "asks_relief"],
  ["aid", "asks_relief"],
  ["reimburse", "asks_payment"],
  ["from_to", "from_to"],
];
const PARTLY = /其中|里面|里头|包括|包含|含有?|总|一共|合计|共计|多少|[报按]几/;

const isMonitored = ({ people }: Frame): boolean =>
  (people?.value ?? []).some(({ tags }) => tags.includes(MONITORED));

function sayFamilyDoctor(frame: Frame, meaning: Meaning): void {
  const stated = meaning.familyDoctor;
  if (stated !== null)
    frame.facets.family_doctor = said([stated ? "true" : "false"]);
}

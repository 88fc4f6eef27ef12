/** What a question takes over from the one before: declared for each slot. */
import { isRemote } from "./remote.js";
import type { Meaning } from "../../nlu/meaning.js";
import { alsoOf, comparesOn, ofTiers } from "./carried-on.js";
import { sameFamily } from "./families.js";
import { carryPeople } from "./people.js";
import { carried } from "./slots.js";
import type { FacetSlot, Frame } from "./state.js";
import { carryTold } from "./told-first.js";

/** Facets that a message may say, and that are carried within a family of tasks. */
export const FACETS: readonly FacetSlot[] = [
  "insurance",
  "institution",
  "disease",
  "employment",
  "student_of",
  "payer",
  "class",
  "care",
  "group",
];

/** Tasks in which the outpatient expense of the year before decides. */
const OF_THE_INSURED: readonly string[] = ["fact", "inpatient", "outpatient"];

/** A complete question: place, year and person, and what belongs to the family of tasks. */
export function carryOver(
  frame: Frame,
  before: Frame,
  restated: boolean,
): void {
  frame.place = carried(before.place);
  frame.area = carried(before.area);
  // 去年是好多, of which nothing is held, then 门诊能报好多: not of that year.
  const { yearOpen, compare, task } = before;
  const open = yearOpen && !(compare && task === frame.task);
  frame.years = open ? null : yearsKept(before);
  if (before.yearBeside) frame.yearBeside = true;
  frame.schoolYears = carried(before.schoolYears);
  frame.now = before.now;
  if (before.home) frame.home = before.home;
  if (!restated) carryPeople(frame, before);
  // A wage told before it was asked what is due: nothing else is computed with one.
  if (frame.task === "contribution" && !restated)
    frame.amounts = before.amounts.filter(({ role }) => role === "wage");
  // 去年门诊花了1000, then 结转多少: what the year before came to counts for this one, whatever is asked.
  else if (OF_THE_INSURED.includes(frame.task) && !restated)
    frame.amounts = before.amounts.filter(
      ({ role }) => role === "outpatient_last_year",
    );
  if (!restated || before.place === null) carryTold(frame, before);
  if (!sameFamily(frame.task, before.task) && before.task !== "unclear") return;
  if (!restated) frame.tiers = carried(before.tiers);
  for (const facet of FACETS) {
    const slot = carried(before.facets[facet]);
    if (slot && !restated) frame.facets[facet] = slot;
  }
  const doctor = carried(before.facets.family_doctor);
  if (doctor && !restated) frame.facets.family_doctor = doctor;
}

/** A follow-up: everything, and whether two are still set side by side. */
export function carriedOn(asked: Frame, meaning: Meaning): Frame {
  const {
    holding,
    openSum: _,
    openChange: _open,
    asksLeft: __,
    whose: _whose,
    billsSummed: _summed,
    placesSummed: _places,
    countsAnew: _anew,
    yearOpen: _year,
    ...before
  } = asked;
  // 那居民呢 asks on for the day, 那报多少 does not.
  const onlyDay = meaning.aspects.length === 0 && !meaning.asksNumber;
  const over = tellsOfOther(before, meaning);
  const on = !over && comparesOn(before, meaning);
  return {
    ...before,
    ...(on && ofTiers(before) ? { comparedIn: "tier" as const } : {}),
    ...(holding && onlyDay ? { holding } : {}),
    place: carried(before.place),
    area: carried(before.area),
    years:
      over || before.years?.source === "assumed" ? null : carried(before.years),
    schoolYears: carried(before.schoolYears),
    tiers: carried(before.tiers),
    people: carried(before.people),
    facets: Object.fromEntries(
      Object.entries(before.facets).map(([facet, slot]) => [
        facet,
        carried(slot),
      ]),
    ),
    compare: meaning.compare || on || yearsElsewhere(before, meaning),
    against: over
      ? null
      : (alsoOf(before, meaning) ?? stillAgainst(before, meaning)),
    // 那一个月呢, after a year of a monthly quota.
    per: meaning.concepts.includes("per_month")
      ? null
      : (meaning.per ?? before.per),
    remote: before.remote || isRemote(meaning),
    aspects: aspectsOf(before, meaning),
  };
}

/** 俺爹是五保, after 比去年多多少: who somebody is, of whom the two years were not asked. */
const tellsOfOther = (
  { against }: Frame,
  { people, compare, followup, dates }: Meaning,
): boolean =>
  against === "year_before" &&
  people.length > 0 &&
  !compare &&
  !followup &&
  dates.length === 0;

const RATE = /\d%|百分之|[一二三四五六七八九\d]成/;

/** 一天呢, after what outpatient care pays: the limit of a day. */
function aspectsOf(
  { task, aspects, per }: Frame,
  { aspects: said, per: limit, amounts, plain }: Meaning,
): Frame["aspects"] {
  if (said.length > 0) return said;
  // 甲类就是80%了, after the points by which it rises: what it then comes to.
  if (aspects.includes("points") && RATE.test(plain)) return ["ratio"];
  const ofTime = limit !== null && limit !== per && amounts.length === 0;
  return task === "outpatient" && ofTime ? ["limit"] : aspects;
}

/** 太原呢, after 比去年多多少: the same two years elsewhere. */
function yearsElsewhere(
  { compare, years, against }: Frame,
  { places, amounts, people }: Meaning,
): boolean {
  const ofYears = against !== null || (years?.value.length ?? 0) > 1;
  return (
    compare &&
    ofYears &&
    places.length > 0 &&
    amounts.length + people.length === 0
  );
}

/** The years of the question before; not the one that the year of the question was only set against. */
export function yearsKept({ years, against }: Frame): Frame["years"] {
  return years?.source === "assumed" || against === "year_named"
    ? null
    : carried(years);
}

/** 太原呢, after 比去年多多少: set against the same year. */
function stillAgainst(
  { against }: Frame,
  { dates }: Meaning,
): Frame["against"] {
  return dates.some(({ role }) => role === "year") ? null : against;
}

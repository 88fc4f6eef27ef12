/** Meaning into frame: what was said replaces what was there, the rest is carried by its slot's rule. */
import type { Ask, Meaning, Span } from "../../nlu/meaning.js";
import { withAdded } from "./added.js";
import {
  amountsSaid,
  hasBothClasses,
  reclassed,
  withoutLastYears,
  withoutPaid,
} from "./amounts-said.js";
import { carriedOn, carryOver, FACETS, yearsKept } from "./carry.js";
import { withBareAmount } from "./bare-amount.js";
import { withBeyond } from "./beyond.js";
import { withoutGuess } from "./doubt.js";
import { recolumned } from "./column.js";
import { datesSaid } from "./dates-said.js";
import { asksOfDocument } from "./documents-meant.js";
import { namesAnother, SELF, withoutAmounts, withoutFactsOf } from "./known.js";
import { comparesOn, positive } from "./carried-on.js";
import { splitPairs, withOwnTier } from "./member-told.js";
import { sayPeople, sayTiers } from "./people.js";
import { isAfterAssistance } from "./after-assistance.js";
import { sayPoints } from "./said-points.js";
import { againstOf, sayYears, studentsOf } from "./said-years.js";
import { isRemote } from "./remote.js";
import { carried, said } from "./slots.js";
import { VAGUE } from "./matters.js";
import { ofHome, sayHome } from "./home.js";
import { onlyNames } from "./only-names.js";
import { markYearBeside, withoutYearBeside } from "./year-beside.js";
import { emptyFrame, type FacetSlot, type Frame } from "./state.js";

/** The frame of a complete question: place, year and person carried, tier and the like within the family. */
export function frameOf(
  meaning: Meaning,
  ask: Ask,
  asked: Frame | null,
): Frame {
  const before = asked && withoutYearBeside(asked, meaning);
  const frame = emptyFrame(
    isAfterAssistance(meaning, ask) ? "special_assistance" : ask.task,
  );
  frame.aspects = ask.aspects;
  frame.topics =
    ask.task === "fact" || isRemote(meaning) ? ask.topics.slice(0, 4) : [];
  frame.otherwise = ask.otherwise;
  frame.per = meaning.per;
  frame.about = meaning.about;
  if (meaning.besides.length > 0) frame.besides = meaning.besides;
  frame.against = againstOf(meaning);
  frame.asksNumber = meaning.asksNumber;
  if (meaning.concepts.includes("asks_bound")) frame.asksBound = true;
  frame.remote = isRemote(meaning);
  if (ask.task === "subsidy" && meaning.concepts.includes("treasury"))
    frame.ofTreasury = true;
  frame.text = VAGUE.includes(ask.task) ? meaning.text.slice(0, 60) : "";
  if (ask.task === "unclear" && onlyNames(meaning)) frame.onlyNames = true;
  frame.ofDocument =
    meaning.concepts.includes("source_cue") ||
    meaning.documents.length > 0 ||
    /(文件|通知|意见|方案|办法)(里|中|上|说|写|规定)|目标(是|为|定)?(多少|几)/.test(
      meaning.plain,
    );
  const restated = meaning.places.some(({ negated }) => !negated);
  if (before && asksOfDocument(before, meaning)) {
    frame.ofDocument = true;
    frame.asksBound = true;
  }
  if (before)
    carryOver(
      frame,
      namesAnother(before, meaning)
        ? withoutAmounts(withoutFactsOf(before))
        : before,
      restated,
    );
  return say(frame, meaning, ask);
}

/** The frame of a follow-up or a correction: the same task, everything carried, what was said replaced. */
export function followUp(heard: Meaning, asked: Frame): Frame {
  const before = withoutYearBeside(asked, heard);
  const meaning = withOwnTier(
    withBareAmount(withoutGuess(heard, before), before),
    before,
  );
  if (isAboutSelf(meaning, before))
    return say(aboutSelf(before), meaning, null);
  const another = namesAnother(before, meaning);
  const own = another ? withoutFactsOf(before) : before;
  const adds = meaning.concepts.includes("plus");
  const told = say(
    carriedOn(
      ofOneCause(another && adds ? withoutAmounts(own) : own, meaning),
      meaning,
    ),
    meaning,
    null,
  );
  const frame = another ? told : (withAdded(told, meaning, before) ?? told);
  markYearBeside(frame, before, meaning);
  if (againstOf(meaning) === "year_before" && before.task === "contribution")
    againstLastYear(told, before);
  // 我爸也一样吗, after 二档比一档多多少: whether his difference is the same, not whether the tiers are.
  if (comparesOn(before, meaning)) delete frame.alike;
  return another && meaning.amounts.length === 0
    ? withoutAmounts(frame)
    : frame;
}

/** 比去年多掏多少: against the year before the one asked about, which is the one collected now where none was said. */
function againstLastYear(frame: Frame, { years, now }: Frame): void {
  const own = years && !now && years.source !== "assumed" ? years.value : [];
  const [year, more] = own;
  if (more !== undefined) return;
  frame.now = false;
  frame.compare = true;
  if (year !== undefined) frame.years = said([year, year - 1]);
  else {
    frame.years = said((frame.years?.value ?? []).slice(-1));
    frame.against = "year_before";
  }
}

/** A waiting period is asked for one cause: an identity, or how long the insurance was interrupted. */
function ofOneCause(before: Frame, meaning: Meaning): Frame {
  if (before.task !== "waiting_period") return before;
  const who = meaning.people.some(({ tags }) => tags.length > 0);
  const when = meaning.counts.length > 0 || meaning.dates.length > 0;
  if (who && !when) return { ...before, counts: [], dates: [] };
  // 断了两个月呢 after a day: counted from today, not from that day.
  const counted = meaning.counts.length > 0 && meaning.dates.length === 0;
  return counted && !who && before.dates.every(({ role }) => role !== "born")
    ? { ...before, dates: [] }
    : before;
}

/** 那我呢 starts from place and year alone, but for what was said of 我; 那我今天交呢 after what was said of 我妈, too. */
export function isAboutSelf(meaning: Meaning, before: Frame): boolean {
  const { concepts, followup, people, mentions } = meaning;
  const self =
    followup &&
    concepts.includes("person.本人") &&
    people.length === 0 &&
    mentions.length === 0;
  const told = before.people?.value ?? [];
  const others = told.some(({ label }) => label !== "" && label !== SELF);
  const own = told.length > 0 && told.every(({ label }) => label === SELF);
  return self && (others || !(own || saysMore(meaning)));
}

function saysMore(meaning: Meaning): boolean {
  const { dates, amounts, counts, places, familyDoctor } = meaning;
  return (
    dates.length + amounts.length + counts.length + places.length > 0 ||
    familyDoctor !== null
  );
}

function aboutSelf(before: Frame): Frame {
  return {
    ...emptyFrame(before.task),
    aspects: before.aspects,
    topics: before.topics,
    otherwise: before.otherwise,
    per: before.per,
    now: before.now,
    place: carried(before.place),
    area: carried(before.area),
    years: yearsKept(before),
    ...(before.home
      ? { home: before.home, people: said([ofHome(SELF, before.home)]) }
      : {}),
  };
}

/** Puts what the message says into the frame. */
function say(frame: Frame, heard: Meaning, ask: Ask | null): Frame {
  const meaning = withBeyond(frame, heard);
  const classes = frame.facets.class;
  // 低保户呢 after 监测户: somebody else, of whom monitoring was not said.
  const monitoredOnce = isMonitored(frame);
  sayPlace(frame, meaning, ask);
  sayYears(frame, meaning, ask);
  splitPairs(frame, meaning);
  sayTiers(frame, meaning, ask === null);
  for (const facet of FACETS) {
    const values = positive(meaning, facet);
    const other = ask === null ? otherOfTwo(frame, meaning, facet) : null;
    if (values.length > 0) frame.facets[facet] = said(values);
    else if (other !== null) frame.facets[facet] = said([other]);
  }
  if (
    frame.facets.employment?.source === "said" &&
    !positive(meaning, "insurance").length
  )
    frame.facets.insurance = said(["employee"]);
  if (ask === null && meaning.amounts.length === 0)
    frame.amounts = reclassed(frame);
  if (ask === null && meaning.concepts.includes("none_paid"))
    frame.amounts = withoutPaid(frame.amounts, meaning);
  if (ask === null) frame.amounts = withoutLastYears(frame.amounts, meaning);
  sayFamilyDoctor(frame, meaning);
  sayPeople(frame, meaning, ask === null);
  frame.people = studentsOf(frame, meaning);
  sayHome(frame, meaning);
  if (frame.task === "contribution") sayPoints(frame, meaning);
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
  const below = meaning.yearsBelow ?? yearsBelowAgain(frame, meaning, ask);
  if (below !== null)
    frame.given = { ...frame.given, years_below_deductible: `${below}` };
  if (meaning.visitDays !== null)
    frame.given = { ...frame.given, visit_days: `${meaning.visitDays}` };
  else if (meaning.amounts.length > 0 && ask !== null) {
    const { visit_days: _, ...given } = frame.given;
    frame.given = given;
  }
  if (meaning.registered !== null)
    frame.flags = {
      ...frame.flags,
      registered_in_birth_year: meaning.registered,
    };
  if (meaning.concepts.includes("late") && ask !== null)
    frame.flags = { ...frame.flags, paid_that_year: true };
  if (meaning.oddAmount !== null) frame.oddAmount = meaning.oddAmount;
  else delete frame.oddAmount;
  const bill = ask === null ? recolumned(frame, meaning) : null;
  if (bill) frame.amounts = bill;
  else if (meaning.amounts.length > 0)
    frame.amounts = ask ? meaning.amounts : amountsSaid(frame, meaning);
  // 花了45，是乙类药: the one bill is of the class told beside it.
  if (ask?.task === "outpatient" && !PARTLY.test(meaning.plain))
    frame.amounts = reclassed(frame);
  if (classes && ask === null && hasBothClasses(frame.amounts))
    frame.facets.class = classes;
  const disease = diseaseNamed(meaning);
  if (disease !== null) frame.diseaseWord = disease;
  if (frame.amounts.length > 0) delete frame.othersAmount;
  for (const [concept, slot] of FLAGGED)
    if (meaning.concepts.includes(concept))
      frame.flags = { ...frame.flags, [slot]: true };
  if (monitoredOnce && !isMonitored(frame)) {
    const { monitored: _, ...flags } = frame.flags;
    frame.flags = flags;
  }
  for (const { facet, value, negated } of meaning.mentions)
    if (facet === "identity" && value === MONITORED)
      frame.flags = { ...frame.flags, monitored: !negated };
  const dates = meaning.dates.filter(({ role }) => role !== "year");
  if (dates.length > 0) frame.dates = ask ? dates : datesSaid(frame, dates);
  if (meaning.counts.length > 0) frame.counts = meaning.counts;
  frame.compare = frame.compare || meaning.compare;
  if (meaning.otherTier) frame.otherTier = true;
  else if (ask !== null || !frame.compare || meaning.compare)
    delete frame.otherTier;
  if (meaning.comparedIn) frame.comparedIn = meaning.comparedIn;
  else if (ask !== null) delete frame.comparedIn;
  if (meaning.inPercent) frame.inPercent = true;
  else delete frame.inPercent;
  if (meaning.concepts.includes("who_pays")) frame.asksPayer = true;
  else if (meaning.aspects.length > 0 || meaning.asksNumber)
    delete frame.asksPayer;
  if (meaning.asksAlike) frame.alike = true;
  else delete frame.alike;
  return frame;
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
  { counts }: Meaning,
  ask: Ask | null,
): number | null {
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
  ["hospital_named", "hospital_named"],
  ["late", "late"],
  ["nothing_spent", "nothing_spent"],
  ["other_disease", "other_disease"],
  ["burden_still_heavy", "burden_still_heavy"],
  ["before_assistance", "before_assistance"],
  ["decrease", "asks_relief"],
  ["aid", "asks_relief"],
  ["reimburse", "asks_payment"],
];
const PARTLY = /其中|里面|里头|包括|包含|含有?|总|一共|合计|共计|多少|[报按]几/;
const MONITORED = "乡村振兴部门监测对象";

const isMonitored = ({ people }: Frame): boolean =>
  (people?.value ?? []).some(({ tags }) => tags.includes(MONITORED));

function sayPlace(frame: Frame, meaning: Meaning, ask: Ask | null): void {
  const places = meaning.places.filter(
    ({ negated, away, span }) =>
      !negated && !away && !isPayer(frame, meaning, span),
  );
  const near = ask
    ? places.filter(
        ({ span }) => span[0] >= ask.span[0] && span[1] <= ask.span[1],
      )
    : [];
  const chosen =
    near[0] ??
    places.find(({ jurisdiction }) => jurisdiction !== null) ??
    places[0];
  if (!chosen) {
    if (meaning.otherAreas) {
      frame.area = null;
      delete frame.areas;
    }
    return;
  }
  frame.place = said(chosen.jurisdiction ?? `?${chosen.name}`);
  const areas = new Set(
    places.flatMap(({ jurisdiction, area }) =>
      area !== null && jurisdiction === chosen.jurisdiction ? [area] : [],
    ),
  );
  const [area] = areas;
  // 阳曲县和小店区各补多少: what holds for each of them, by its name.
  frame.area = area !== undefined && areas.size === 1 ? said(area) : null;
  // 中央给阳曲补的比别的县多多少: every group of counties, side by side.
  if (meaning.otherAreas && meaning.compare && areas.size === 1)
    frame.area = null;
  if (areas.size > 1) frame.areas = [...areas];
  else delete frame.areas;
}

/** 中央呢 after who pays a subsidy, 中央给太原补多少: a payer, no place. */
export function isPayer(
  { task, place }: Frame,
  { mentions, places }: Meaning,
  [from, to]: Span,
): boolean {
  const elsewhere = places.some(
    ({ negated, away, span }) => !negated && !away && span[0] !== from,
  );
  return (
    task === "subsidy" &&
    (place !== null || elsewhere) &&
    mentions.some(
      ({ facet, span }) =>
        facet === "payer" && span[0] <= from && span[1] >= to,
    )
  );
}

function sayFamilyDoctor(frame: Frame, meaning: Meaning): void {
  const stated = meaning.familyDoctor;
  if (stated !== null)
    frame.facets.family_doctor = said([stated ? "true" : "false"]);
}

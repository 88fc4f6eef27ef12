/** Meaning into frame: what was said replaces what was there, the rest is carried by its slot's rule. */
import type { Ask, Meaning, Mention, Money } from "../../nlu/meaning.js";
import { withAdded } from "./added.js";
import { sameFamily } from "./families.js";
import { carryPeople, sayPeople, sayTiers } from "./people.js";
import { againstOf, sayYears } from "./said-years.js";
import { carried, said } from "./slots.js";
import { emptyFrame, type FacetSlot, type Frame } from "./state.js";

const FACETS: readonly FacetSlot[] = [
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

/** The frame of a complete question: place, year and person carried, tier and the like within the family. */
export function frameOf(
  meaning: Meaning,
  ask: Ask,
  before: Frame | null,
): Frame {
  const frame = emptyFrame(ask.task);
  frame.aspects = ask.aspects;
  frame.topics =
    ask.task === "fact" || isRemote(meaning) ? ask.topics.slice(0, 4) : [];
  frame.otherwise = ask.otherwise;
  frame.per = meaning.per;
  frame.about = meaning.about;
  frame.against = againstOf(meaning);
  frame.asksNumber = meaning.asksNumber;
  frame.asksBound = meaning.concepts.includes("asks_bound");
  frame.remote = isRemote(meaning);
  frame.text = ask.task === "reimburse" ? meaning.text.slice(0, 60) : "";
  frame.ofDocument =
    meaning.concepts.includes("source_cue") ||
    meaning.documents.length > 0 ||
    /(文件|通知|意见|方案|办法)(里|中|上|说|写|规定)/.test(meaning.plain);
  const restated = meaning.places.some(({ negated }) => !negated);
  if (before) carryOver(frame, before, restated);
  return say(frame, meaning, ask);
}

function carryOver(frame: Frame, before: Frame, restated: boolean): void {
  frame.place = carried(before.place);
  frame.area = carried(before.area);
  frame.years =
    before.years?.source === "assumed" ? null : carried(before.years);
  frame.schoolYears = carried(before.schoolYears);
  frame.now = before.now;
  if (!restated) carryPeople(frame, before);
  if (!sameFamily(frame.task, before.task) && before.task !== "unclear") return;
  if (!restated) frame.tiers = carried(before.tiers);
  for (const facet of FACETS) {
    const slot = carried(before.facets[facet]);
    if (slot && !restated) frame.facets[facet] = slot;
  }
  const doctor = carried(before.facets.family_doctor);
  if (doctor && !restated) frame.facets.family_doctor = doctor;
}

/** The frame of a follow-up or a correction: the same task, everything carried, what was said replaced. */
export function followUp(meaning: Meaning, before: Frame): Frame {
  if (isAboutSelf(meaning)) return aboutSelf(before);
  const frame: Frame = {
    ...before,
    place: carried(before.place),
    area: carried(before.area),
    years: before.years?.source === "assumed" ? null : carried(before.years),
    schoolYears: carried(before.schoolYears),
    tiers: carried(before.tiers),
    people: carried(before.people),
    facets: Object.fromEntries(
      Object.entries(before.facets).map(([facet, slot]) => [
        facet,
        carried(slot),
      ]),
    ),
    compare: meaning.compare,
    per: meaning.per ?? before.per,
    remote: before.remote || isRemote(meaning),
    aspects: meaning.aspects.length > 0 ? meaning.aspects : before.aspects,
  };
  const told = say(frame, meaning, null);
  return withAdded(told, meaning, before) ?? told;
}

/** 那我呢 starts from place and year alone. */
function isAboutSelf({
  concepts,
  followup,
  people,
  mentions,
}: Meaning): boolean {
  return (
    followup &&
    concepts.includes("person.本人") &&
    people.length === 0 &&
    mentions.length === 0
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
    years: before.years?.source === "assumed" ? null : carried(before.years),
  };
}

/** Puts what the message says into the frame. */
function say(frame: Frame, meaning: Meaning, ask: Ask | null): Frame {
  sayPlace(frame, meaning, ask);
  sayYears(frame, meaning, ask);
  sayTiers(frame, meaning, ask === null);
  for (const facet of FACETS) {
    const values = positive(meaning, facet);
    if (values.length > 0) frame.facets[facet] = said(values);
  }
  if (
    frame.facets.employment?.source === "said" &&
    !positive(meaning, "insurance").length
  )
    frame.facets.insurance = said(["employee"]);
  if (ask === null && meaning.amounts.length === 0)
    frame.amounts = reclassed(frame);
  sayFamilyDoctor(frame, meaning);
  sayPeople(frame, meaning, ask === null);
  if (meaning.yearsBelow !== null)
    frame.given = {
      ...frame.given,
      years_below_deductible: `${meaning.yearsBelow}`,
    };
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
  frame.oddAmount = meaning.oddAmount;
  if (meaning.amounts.length > 0)
    frame.amounts = ask
      ? meaning.amounts
      : withRoles(meaning.amounts, frame.amounts);
  for (const [concept, slot] of FLAGGED)
    if (meaning.concepts.includes(concept))
      frame.flags = { ...frame.flags, [slot]: true };
  for (const { facet, value, negated } of meaning.mentions)
    if (facet === "identity" && negated && value === MONITORED)
      frame.flags = { ...frame.flags, monitored: false };
  const dates = meaning.dates.filter(({ role }) => role !== "year");
  if (dates.length > 0) frame.dates = dates;
  if (meaning.counts.length > 0) frame.counts = meaning.counts;
  frame.compare = frame.compare || meaning.compare;
  return frame;
}

/** “如果是乙类呢”: the one amount said before is of the class said now. */
function reclassed({ amounts, facets }: Frame): Money[] {
  const said = facets.class?.source === "said" ? facets.class.value : [];
  const [only] = said;
  const classes = amounts.filter(
    ({ role }) => role === "class_a" || role === "class_b",
  );
  if (said.length !== 1 || classes.length !== 1) return amounts;
  const role = only === "a" ? ("class_a" as const) : ("class_b" as const);
  return amounts.map((one) => (classes.includes(one) ? { ...one, role } : one));
}

/** Words that meet a condition of a clause, with the condition's fact. */
const FLAGGED: readonly (readonly [string, string])[] = [
  ["still", "still"],
  ["late", "late"],
  ["burden_still_heavy", "burden_still_heavy"],
];
const MONITORED = "乡村振兴部门监测对象";

/** “20万呢”: an amount without a role of its own takes the place of the one before. */
function withRoles(
  amounts: readonly Money[],
  before: readonly Money[],
): Money[] {
  const paid = amounts.filter(
    ({ role }) => role === "fund" || role.startsWith("paid_"),
  );
  if (
    paid.length === amounts.length &&
    before.some(({ role }) => !role.startsWith("paid_"))
  )
    return [
      ...before.filter(({ role }) => !role.startsWith("paid_")),
      ...paid.map((one) => ({
        ...one,
        role: one.role === "fund" ? ("paid_this_year" as const) : one.role,
      })),
    ];
  const bare = amounts.filter(
    ({ role }) => role === "unknown" || role === "total",
  );
  const bill = before.filter(
    ({ role }) => role !== "paid_today" && role !== "paid_this_year",
  );
  const last = bill[0];
  if (!last || bill.length !== 1 || bare.length !== 1 || amounts.length !== 1)
    return [...amounts];
  const kept = before.filter((one) => one !== last);
  return [
    ...kept,
    ...amounts.map((one) => ({
      ...one,
      role: last.role,
      eligible: last.eligible || one.eligible,
    })),
  ];
}

function positive(meaning: Meaning, facet: string): string[] {
  return [
    ...new Set(
      meaning.mentions
        .filter(
          (mention: Mention) => mention.facet === facet && !mention.negated,
        )
        .map(({ value }) => value),
    ),
  ];
}

function sayPlace(frame: Frame, meaning: Meaning, ask: Ask | null): void {
  const places = meaning.places.filter(
    ({ negated, away }) => !negated && !away,
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
  if (!chosen) return;
  frame.place = said(chosen.jurisdiction ?? `?${chosen.name}`);
  const areas = new Set(
    places.flatMap(({ jurisdiction, area }) =>
      area !== null && jurisdiction === chosen.jurisdiction ? [area] : [],
    ),
  );
  const [area] = areas;
  // 阳曲县和小店区各补多少: what holds for all of them, each by its name.
  frame.area = area !== undefined && areas.size === 1 ? said(area) : null;
}

/** Care outside the place of insurance. */
function isRemote({ concepts, places }: Meaning): boolean {
  return concepts.includes("remote") || places.some(({ away }) => away);
}

function sayFamilyDoctor(frame: Frame, meaning: Meaning): void {
  const stated = meaning.familyDoctor;
  if (stated !== null)
    frame.facets.family_doctor = said([stated ? "true" : "false"]);
}

/** Facts belong to a person: those of one never pass to another, and hold when the person is named again. */
import type { Meaning, Money, Person } from "../../nlu/meaning.js";
import { looksAt } from "./families.js";
import { isEmpty, isMoreOfSame, joinPerson } from "./person.js";
import type { FacetSlot, Frame, Known, Spent } from "./state.js";
import { isExact } from "./tasks/amounts.js";

/** The label of the person who asks. */
export const SELF = "本人";
/** Facets that are a person's own; 居民医保 or a hospital may be the matter asked about. */
const PERSONAL: readonly FacetSlot[] = [
  "disease",
  "employment",
  "family_doctor",
  "student_of",
];
/** So many persons are remembered. */
const MOST = 8;

const labelsOf = (people: readonly Person[]): string[] =>
  people.map(({ label }) => label).filter((label) => label !== "");

/** Whether a person is named who is none of those that the question was about by name. */
export function namesAnother(
  before: Frame,
  { people, likewise, amounts, followup }: Meaning,
): boolean {
  if (likewise) return false;
  const old = labelsOf(before.people?.value ?? []);
  const now = labelsOf(people);
  // 我老婆报了50, after 今年报了320: what nobody was named for was paid for the one who asks.
  if (old.length === 0 && (amounts.length > 0 || followup))
    return isPaidFor(before) && now.length > 0 && !now.includes(SELF);
  return (
    old.length > 0 && now.length > 0 && !now.some((one) => old.includes(one))
  );
}

const isPaidFor = ({ amounts, household }: Frame): boolean =>
  !household &&
  amounts.length > 0 &&
  amounts.every(({ role }) => role.startsWith("paid_"));

/** The question without what was said of the person in it; of the amounts only which column they stand in is of use. */
export function withoutFactsOf(before: Frame): Frame {
  if (before.household) return before;
  const facets = { ...before.facets };
  for (const facet of PERSONAL) delete facets[facet];
  return {
    ...before,
    // 我妈呢, after what is left of a year's limit: of hers nothing is used.
    ...(isPaidFor(before) ? { aspects: ["limit" as const] } : {}),
    facets,
    tiers: null,
    amounts: before.amounts.filter(
      ({ role }) => !role.startsWith("paid_") && role !== "quota_left",
    ),
    dates: before.dates.filter(({ role }) => role === "visit"),
    counts: [],
    given: {},
    flags: {},
  };
}

/** Nothing was said of what the other person spent: it is asked. */
export function withoutAmounts(frame: Frame): Frame {
  return frame.amounts.length > 0
    ? { ...frame, amounts: [], othersAmount: true }
    : frame;
}

/** What the questions before said of persons by name, added to what was known; those of the questions now stand in them. */
export function learn(
  known: readonly Known[],
  before: readonly Frame[],
  now: readonly Frame[],
): Known[] {
  const all = [...known];
  for (const frame of before)
    for (const person of ofSpeaker(frame, now) ?? frame.people?.value ?? []) {
      const alone = (frame.people?.value.length ?? 1) === 1;
      const spent = frame.amounts.length > 0;
      const chose = alone && tierOf(frame) !== undefined;
      if (person.label === "" || (isEmpty(person) && !spent && !chose))
        continue;
      const at = all.findIndex(({ person: one }) => one.label === person.label);
      const old = at < 0 ? undefined : all.splice(at, 1)[0];
      all.push({ ...old, person, ...(alone ? own(frame) : {}) });
    }
  const present = labelsOf(now.flatMap(({ people }) => people?.value ?? []));
  return all
    .filter(({ person, spent }) => spent || !present.includes(person.label))
    .slice(-MOST);
}

/** 低保户自己还剩4万, before 我爸还剩2万; 低保, before 我妈五保: what nobody was named for is that of the one who asks. */
function ofSpeaker(
  { amounts, people, household, told }: Frame,
  now: readonly Frame[],
): Person[] | null {
  const [person = NOBODY, more] = people?.value ?? [];
  const others = labelsOf(now.flatMap(({ people }) => people?.value ?? []));
  const theirs = others.length > 0 && !others.includes(SELF);
  const single = !more && person.label === "" && !household;
  const own =
    amounts.length > 0 ||
    (told === true && person.tags.length > 0 && !person.circumstances);
  return own && theirs && single ? [{ ...person, label: SELF }] : null;
}
const NOBODY: Person = { label: "", tags: [], denied: [], age: null };

/** What was spent by the one person of a question, and facets of that person. */
function own(frame: Frame): Partial<Known> {
  const facets = personal(frame);
  const tier = tierOf(frame);
  return {
    ...(tier === undefined ? {} : { tier }),
    ...(frame.amounts.length > 0
      ? { task: frame.task, spent: frame.amounts.filter(isExact).map(short) }
      : {}),
    ...(Object.keys(facets).length > 0 ? { facets } : {}),
    ...(Object.keys(frame.flags).length > 0 ? { flags: frame.flags } : {}),
  };
}

/** The one tier that a question was about. */
function tierOf({ tiers, compare }: Frame): string | undefined {
  const [tier, more] = tiers?.value ?? [];
  return compare || more !== undefined ? undefined : tier;
}

function short({ role, low, eligible, care }: Money): Spent {
  return {
    role,
    low,
    ...(eligible ? { eligible } : {}),
    ...(care === undefined ? {} : { care }),
  };
}

function inFull({ role, low, eligible = false, care }: Spent): Money {
  return {
    role,
    low,
    eligible,
    ...(care === undefined ? {} : { care }),
    high: null,
    about: false,
    remainder: false,
    span: [0, 0],
    text: low,
    year: null,
  };
}

function personal({ facets }: Frame): Frame["facets"] {
  return Object.fromEntries(
    PERSONAL.flatMap((facet) =>
      facets[facet] ? [[facet, facets[facet]]] : [],
    ),
  );
}

/** How a message takes up what was said before. */
interface Told {
  aboutSelf: boolean;
  adds: boolean;
  corrects: boolean;
  /** The names of the persons of the question before. */
  present: readonly string[];
}

/** 那我呢, 我爸呢: a person named again without facts has those said before. */
export function recall(
  frame: Frame,
  known: readonly Known[],
  { aboutSelf, adds, corrects, present }: Told,
): Frame {
  const of = (label: string): Known | undefined =>
    known.find(({ person }) => label !== "" && person.label === label);
  const self = of(SELF);
  if (aboutSelf && frame.people === null)
    return self ? withKnown(frame, [self], adds) : frame;
  const people = frame.people?.value ?? [];
  const again = people.flatMap((person) => {
    const found = of(person.label);
    if (!found) return [];
    if (isEmpty(person)) return [found];
    const more =
      !corrects &&
      !present.includes(person.label) &&
      isMoreOfSame(found.person, person);
    return more ? [{ ...found, person: joinPerson(found.person, person) }] : [];
  });
  // Of who is still spoken of the question itself holds what was spent.
  const spent = again.map((one) => {
    const { label } = one.person;
    if (label === SELF || !present.includes(label)) return one;
    const { spent: _, ...rest } = one;
    return rest;
  });
  return again.length > 0 ? withKnown(frame, spent, adds) : frame;
}

function withKnown(
  frame: Frame,
  again: readonly Known[],
  adds: boolean,
): Frame {
  const people = frame.people?.value ?? again.map(({ person }) => person);
  // A tier said now is the one asked about, whatever was chosen before.
  const chosen = frame.tiers?.source === "said";
  const full = people.map((person) => {
    const told = again.find((one) => one.person.label === person.label)?.person;
    if (!told) return person;
    return chosen ? { ...told, tier: person.tier } : told;
  });
  const [only] = again;
  const alone = full.length === 1 && only !== undefined;
  const facets = { ...frame.facets };
  if (alone)
    for (const facet of PERSONAL) {
      const slot = only.facets?.[facet];
      if (slot && !facets[facet])
        facets[facet] = { value: slot.value, source: "carried" };
    }
  const spent =
    alone && only.task === frame.task ? (only.spent ?? []).map(inFull) : [];
  const amounts = adds
    ? [...spent, ...frame.amounts]
    : frame.amounts.length > 0
      ? frame.amounts
      : spent;
  const flags =
    alone && only.task === frame.task ? { ...only.flags, ...frame.flags } : {};
  const { tier } = only ?? {};
  const own = alone && tier !== undefined && !frame.tiers && !frame.compare;
  return {
    ...frame,
    ...(own && looksAt(frame.task, "tier")
      ? { tiers: { value: [tier], source: "carried" as const } }
      : {}),
    facets,
    amounts,
    flags: alone ? { ...frame.flags, ...flags } : frame.flags,
    ...(frame.othersAmount ? { othersAmount: amounts.length === 0 } : {}),
    people: {
      value: full,
      source: again.length === full.length ? "carried" : "said",
    },
  };
}

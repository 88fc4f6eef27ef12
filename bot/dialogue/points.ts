/**
 * The points of the conversation so far: what single payers were told to pay,
 * each by person, tier and year. Sums and differences that are asked later
 * look back at these points, and never at the last of them alone.
 */
import type { Person } from "../../nlu/meaning.js";
import { CHILDREN } from "../../nlu/payers.js";
import type { Reply } from "../phrasing/compose.js";
import { SELF } from "./known.js";
import { isEmpty } from "./person.js";
import type { Frame, Source, State } from "./state.js";

/** One who pays, and where, if that is not the place spoken of. */
export type Point = Partial<Person> & { place?: string };

/** The points in the order told; the tier and the year stand in the person. What is empty is left out: a state stays small. */
export type Points = readonly Point[];

/** So many points are remembered. */
const MOST = 6;
const NOBODY: Person = { label: "", tags: [], denied: [], age: null };

/** Those who pay in the place spoken of, each in full. */
export const payersOf = (points: Points): Person[] =>
  points
    .filter(({ place }) => place === undefined)
    .map((one) => ({ ...NOBODY, ...one }));

/** Those who pay elsewhere, as told before that place was left, each with it. */
export const payersElsewhere = (
  points: Points,
): { payer: Person; place: string }[] =>
  points.flatMap(({ place, ...one }) =>
    place === undefined ? [] : [{ place, payer: { ...NOBODY, ...one } }],
  );

/** What is not empty of a payer. */
function short(payer: Person): Partial<Person> {
  const told = Object.entries(payer).filter(
    ([, value]: [string, unknown]) =>
      value !== null &&
      value !== undefined &&
      value !== "" &&
      !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(told);
}

/** The points seen from another place than the one spoken of before. */
const movedTo = (points: Points, from: string, to: string): Points =>
  points.map(({ place = from, ...one }) =>
    place === to ? one : { ...one, place },
  );

/** The points after an answer; those of another place are kept apart, a correction takes the place of what it corrects. */
export function pointsAfter(
  { points: before, frames: asked, place: remembered }: State,
  frames: readonly Frame[],
  replies: readonly Reply[],
  corrects: boolean,
): Points | undefined {
  let points = before;
  let spoken = asked.at(-1)?.place?.value ?? remembered;
  frames.forEach((frame, at) => {
    const reply = replies[at];
    const place = frame.place?.value;
    if (!reply || place === undefined) return;
    if (spoken !== null && place !== spoken && points)
      points = movedTo(points, spoken, place);
    spoken = place;
    if (!isOfPayers(frame, reply)) return;
    const payers = payersOf(points ?? []);
    const told = payersIn(frame, reply);
    const kept = payers.filter(
      (one) => !told.some((now) => replaces(now, one)),
    );
    const left =
      corrects && told.some(isUnnamed) && isUnnamed(kept.at(-1))
        ? kept.slice(0, -1)
        : kept;
    const apart = (points ?? []).filter((one) => one.place !== undefined);
    points = [...apart, ...[...left, ...told].map(short)].slice(-MOST);
  });
  return points;
}

/** What single payers pay was answered, or of somebody by name that it is not written; and no difference of two of them. */
const isOfPayers = (
  { task, compare, people }: Frame,
  { status, figures }: Reply,
): boolean =>
  task === "contribution" &&
  !compare &&
  (people?.value ?? []).every(({ side }) => side === undefined) &&
  (status === "not_stipulated"
    ? (people?.value ?? []).some(
        ({ label, tags }) => label !== "" && tags.length > 0,
      )
    : status === "answered" &&
      figures.some(({ key }) => key === "contribution.net"));

const isUnnamed = (person: Person | undefined): boolean => person?.label === "";

/** Somebody told anew; of those without a name the same identity, tier and year. */
function replaces(now: Person, before: Person): boolean {
  if (now.label !== "") return now.label === before.label;
  const { year, school } = now;
  // Told of every year that is collected, and then of one: the same payer.
  const dated =
    before.year === undefined ? { ...before, year, school } : before;
  return before.label === "" && keyOf(now) === keyOf(dated);
}

const keyOf = ({ tags, tier, year, school }: Person): string =>
  [...tags, tier, year, school].join();

/** Those who pay, each with the tier and the year that were answered for them. */
function payersIn(
  { people, tiers, household }: Frame,
  { conditions }: Reply,
): Person[] {
  const all = people?.value ?? [];
  // The others of a family of which the head count was told are no persons to come back to.
  if (household && household.size !== null && all.length === 0) return [];
  const [tier, more] = tiers?.value ?? [];
  const year = yearIn(conditions);
  return (all.length > 0 ? all : [NOBODY]).map(
    ({ label, tags, denied, age, count, ...own }) => {
      const chosen = own.tier ?? (more === undefined ? tier : undefined);
      return {
        label,
        tags,
        denied,
        age,
        ...(count === undefined ? {} : { count }),
        ...(chosen === undefined ? {} : { tier: chosen }),
        ...(own.year === undefined
          ? year
          : { year: own.year, ...(own.school ? { school: true } : {}) }),
      };
    },
  );
}

/** The one year that was answered; nothing where there are several. */
function yearIn(
  conditions: Reply["conditions"],
): Pick<Person, "year" | "school"> {
  const said = conditions.filter(
    ({ slot }) => slot === "year" || slot === "school_year",
  );
  const [only, more] = said;
  if (!only || more) return {};
  const year = Number.parseInt(String(only.value).slice(0, 4), 10);
  return only.slot === "school_year" ? { year, school: true } : { year };
}

/** What was told of a person by name; of the one who asks also what nobody was named for. */
export function pointOf(points: Points, label: string): Person | undefined {
  const payers = payersOf(points);
  const named = payers.find((one) => one.label === label);
  if (named || label !== SELF) return named;
  const own = payers.filter(({ label: name }) => name === "");
  const [only, more] = own;
  return only && !more && (only.count ?? 1) === 1
    ? { ...only, label: SELF }
    : undefined;
}

/** Those who are meant by a word for two, as far as each was told of. */
const PAIRS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  父母: [["爸爸", "妈妈"]],
  夫妻: [
    [SELF, "妻子"],
    [SELF, "丈夫"],
  ],
};

/** Those who may be meant by a word for several of a home. */
const KIN: Readonly<Record<string, readonly string[]>> = {
  孩子: CHILDREN,
  老人: [
    "爸爸",
    "妈妈",
    "爷爷",
    "奶奶",
    "外公",
    "外婆",
    "公公",
    "岳父",
    "岳母",
  ],
};

/** Whether somebody told of by name may be meant by a word for several of a home. */
export const isOfKin = (word: string, label: string): boolean =>
  (KIN[word] ?? []).includes(label) ||
  (PAIRS[word] ?? []).some((pair) => pair.includes(label));

/** 两个娃一共: the children told of by name, where they are as many. */
function kinTold({ label, count }: Person, points: Points) {
  const names = KIN[label] ?? [];
  const told = payersOf(points).filter(
    (one) => names.includes(one.label) && (one.count ?? 1) === 1,
  );
  return count !== undefined && count > 1 && told.length === count
    ? told.map((one) => one.label)
    : undefined;
}

/** 我爸妈一共多少, 我们两口子: the two of whom each was told before. */
export function splitTold(people: readonly Person[], points: Points): Person[] {
  return people.flatMap((person) => {
    const { label, tags, denied, tier, count } = person;
    const untold = tags.length + denied.length === 0 && tier === undefined;
    const pair =
      untold && (count ?? 2) === 2
        ? PAIRS[label]?.find((two) => two.every((one) => pointOf(points, one)))
        : tier === undefined && tags.length < 2
          ? kinTold(person, points)
          : undefined;
    return pair ? pair.map((one) => ({ ...NOBODY, label: one })) : [person];
  });
}

/** 我爸和我妈差多少: several who are named again, each with the tier and year told before. */
export function withPoints(frame: Frame, { points, frames }: State): Frame {
  const before = frames.at(-1)?.place?.value;
  const held = before === frame.place?.value ? points : undefined;
  if (!held || frame.task !== "contribution") return frame;
  const people = splitTold(frame.people?.value ?? [], held);
  const meant =
    people.length > 1 &&
    people.every(({ side, year }) => side === undefined && year === undefined);
  if (!meant || frame.tiers?.source === "said") return frame;
  const told = people.flatMap((one): Person[] => {
    const known = one.label === "" ? undefined : pointOf(held, one.label);
    if (!known) return [];
    const { year, school } = known;
    const { tier = known.tier } = one;
    const who = isEmpty(one) ? { ...known, count: one.count } : one;
    return [{ ...who, tier, year, school }];
  });
  if (told.length < people.length) return frame;
  const source = frame.people?.source ?? "said";
  const tiered = told.some(({ tier }) => tier !== undefined);
  const own = tiered ? { ...frame, tiers: null } : frame;
  return frame.years?.source === "said" || frame.schoolYears?.source === "said"
    ? { ...own, people: { value: told.map(undated), source } }
    : withYearsOf(own, told, source);
}

function undated(dated: Person): Person {
  const { year: _, school: __, ...person } = dated;
  return person;
}

/** The question of these payers: a year that all share is that of the question, else each has their own. */
export function withYearsOf(
  frame: Frame,
  payers: readonly Person[],
  source: Source,
): Frame {
  const years = new Set(payers.map(({ year, school }) => `${year}/${school}`));
  const [first] = payers;
  if (years.size > 1)
    return {
      ...frame,
      people: { value: [...payers], source },
      years: null,
      schoolYears: null,
    };
  const year =
    first?.year === undefined
      ? null
      : { value: [first.year], source: "carried" as const };
  return {
    ...frame,
    people: { value: payers.map(undated), source },
    ...(year === null
      ? {}
      : first?.school
        ? { years: null, schoolYears: year }
        : { years: year, schoolYears: null }),
  };
}

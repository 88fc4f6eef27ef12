/** 我们两个一共好多: the sum over those whose payments were told in the turns before. */
import type { Household, Meaning, Person } from "../../nlu/meaning.js";
import { headsOf } from "./counted-family.js";
import { SELF } from "./known.js";
import { TOGETHER } from "./member-told.js";
import { SHORT } from "./narrower.js";
import { isEmpty } from "./person.js";
import { said } from "./slots.js";
import {
  payersOf,
  pointOf,
  type Points,
  splitTold,
  withYearsOf,
} from "./points.js";
import type { Frame } from "./state.js";

/** The last question as that for the sum; null where none is asked of those told before. */
export function sumSoFar(
  meaning: Meaning,
  asked: Frame,
  points: Points | undefined,
): Frame | null {
  const { openSum: _, ...last } = asked;
  if (!points) return null;
  if (!asksSum(meaning) || last.task !== "contribution") return null;
  const size = sizeMeant(meaning);
  if (meaning.people.length > 0) {
    const people = splitTold(meaning.people.map(withTier(meaning)), points);
    const named = withNamed(people, size, points);
    return named && framed(last, named, householdOf(meaning, named));
  }
  const told = payersOf(points);
  if (size === null && told.length > 1 && told.every(isUnnamed))
    return ofOnePayer(last, told, meaning);
  const payers = pick(meaning, size, told);
  const sum = payers && framed(last, payers, householdOf(meaning, payers));
  const several = told.filter((one) => !isUnnamed(one)).length > 1;
  return sum ?? (several ? leftOpen(last, told) : null);
}

/** 他们俩加我一共: the two, and whoever comes to them. */
function sizeMeant({ household, people, plain }: Meaning): number | null {
  const size = household?.size ?? null;
  const beside = size !== null && OTHERS_AND.test(plain);
  return beside ? size + headsOf(people) : size;
}
const OTHERS_AND =
  /([他她]们|[他她])([俩仨]|[两二三四]个?人?)[^，,。；;]{0,2}[加和跟]/;

const isUnnamed = ({ label }: Person): boolean => label === "";

/** All of them together; a larger head count counts others beside them. */
function householdOf(
  { household }: Meaning,
  payers: readonly Person[],
): Household {
  const size = household?.size ?? null;
  return {
    ...TOGETHER,
    size: size !== null && size > headsOf(payers) ? size : null,
    summed: household?.summed,
  };
}

/** Which of those told before are meant is asked back. */
const leftOpen = (last: Frame, told: readonly Person[]): Frame => ({
  ...last,
  people: null,
  household: null,
  openSum: told.flatMap(({ label }) => (label === "" ? [] : [label])),
});

/** 一档，二档，一共: of nobody by name; identities are those of different persons, years are added up, tiers are asked about. */
function ofOnePayer(
  last: Frame,
  told: readonly Person[],
  meaning: Meaning,
): Frame | null {
  if (new Set(told.map(({ tags }) => tags.join())).size === told.length)
    return framed(last, told, householdOf(meaning, told));
  const [first] = told;
  const one = told.every(({ tags }) => tags.join() === first?.tags.join());
  const tiers = [...new Set(told.flatMap(({ tier }) => tier ?? []))];
  const years = [...new Set(told.flatMap(({ year }) => year ?? []))];
  const schools = new Set(told.map(({ school }) => school));
  if (!one || schools.size > 1 || (tiers.length > 1 && years.length > 1))
    return null;
  const slot = first?.school ? "schoolYears" : "years";
  return {
    ...last,
    aspects: ["amount"],
    compare: false,
    against: null,
    household: meaning.household,
    ...(tiers.length > 0 ? { tiers: said(tiers) } : {}),
    ...(years.length > 0 ? { [slot]: said(years) } : {}),
  };
}

/** Whether a sum is asked and nothing else is told. */
export function asksSum({
  household,
  text,
  places,
  mentions,
  amounts,
  dates,
  compare,
  people,
}: Meaning): boolean {
  const asked =
    household !== null &&
    household.total &&
    !household.vague &&
    !household.clash &&
    !household.average;
  return (
    asked &&
    !compare &&
    text.length <= 2 * SHORT &&
    places.length + amounts.length + dates.length === 0 &&
    mentions.every(
      ({ facet }) =>
        (facet === "identity" && people.length > 0) ||
        // 我也一档，四个人一共: the tier of the one named.
        (facet === "tier" && people.length === 1 && mentions.length === 1),
    )
  );
}

/** The one named with the one tier that the message tells. */
const withTier =
  ({ mentions: [tier] }: Meaning) =>
  (one: Person): Person =>
    tier?.facet === "tier" && one.tier === undefined
      ? { ...one, tier: tier.value, linked: undefined }
      : one;

/** 我和老婆一共, 我啥也不是，我们三个一共: those named, with what was told of them, and the others where a count says so. */
function withNamed(
  named: readonly Person[],
  size: number | null,
  points: Points,
): Person[] | null {
  if (!named.every(({ label, count }) => label !== "" && !count)) return null;
  const year = payersOf(points).findLast(
    (one) => one.year && !one.school,
  )?.year;
  const told = named.map((one) =>
    isEmpty(one)
      ? pointOf(points, one.label)
      : one.tags.length > 0 || year === undefined
        ? one
        : { ...one, year },
  );
  const own = told.flatMap((one) => one ?? []);
  if (own.length < named.length) return null;
  if (size === null || size === own.length) return own;
  const others = payersOf(points).filter(
    ({ label }) => label !== "" && !named.some((one) => one.label === label),
  );
  const all = [...others, ...own];
  return headsOf(all) === size ? all : null;
}

/** 我们俩, 他们两个: whether the one who asks is of them. */
const WITH_ME = /我们|我俩|我仨|咱|俺/;
const WITHOUT_ME = /[他她]们|他俩|她俩/;

/** So many of those told before; null where the words leave open which of them. */
function pick(
  { plain }: Meaning,
  size: number | null,
  payers: readonly Person[],
): Person[] | null {
  const named = payers.filter((one) => !isUnnamed(one));
  const unnamed = payers.filter(isUnnamed);
  const others = named.filter(({ label }) => label !== SELF);
  const self = named.find(({ label }) => label === SELF);
  // Somebody of an identity, beside the one who asks: another person.
  const further = self
    ? unnamed.filter(({ tags }) => tags.length > 0)
    : unnamed;
  const all =
    self || further.length === 0
      ? [...further, ...named]
      : withSelf(named, further);
  const fits = (group: readonly Person[] | null): group is readonly Person[] =>
    group !== null && headsOf(group) === size;
  if (size === null) return all && all.length > 1 ? all : null;
  if (WITHOUT_ME.test(plain)) return fits(others) ? others : null;
  if (!WITH_ME.test(plain) && fits(named)) return [...named];
  if (fits(all)) return all;
  // 孤儿，他上大学了，我们俩: the one told of twice is one person.
  const once = [...further.filter(isLastToldOf), ...named];
  if (self && fits(once)) return once;
  if (named.length === 0) return null;
  // 我爸低保，我妈重残，我们三个一共: the third is somebody of whom nothing was told.
  return self === undefined && further.length === 0 && size > headsOf(named)
    ? [...named]
    : null;
}

/** Of somebody to whom an identity came, what was told last. */
const isLastToldOf = (
  { tags }: Person,
  at: number,
  told: readonly Person[],
): boolean =>
  !told
    .slice(at + 1)
    .some(
      (later) =>
        later.tags.length > tags.length &&
        tags.every((tag) => later.tags.includes(tag)),
    );

/** Those named, and what nobody was named for as that of the one who asks; several such tiers leave theirs open. */
function withSelf(
  named: readonly Person[],
  unnamed: readonly Person[],
): Person[] | null {
  const [only, more] = unnamed;
  if (!only || named.length === 0) return [...unnamed];
  if (!more)
    return [{ ...only, label: only.tags.length > 0 ? "" : SELF }, ...named];
  const alike = unnamed.every(
    ({ tags, year, school }) =>
      tags.join() === only.tags.join() &&
      year === only.year &&
      school === only.school,
  );
  return alike ? [{ ...only, label: SELF, tier: undefined }, ...named] : null;
}

/** Each payer with the tier and year told; of different years where not all are told, nothing is summed up. */
export function framed(
  last: Frame,
  payers: readonly Person[],
  household: Household,
): Frame | null {
  const frame = withYearsOf(
    {
      ...last,
      aspects: ["amount"],
      household,
      tiers: null,
      compare: false,
      against: null,
    },
    payers,
    "carried",
  );
  const own = frame.people?.value ?? [];
  if (!own.some(({ year }) => year !== undefined)) return frame;
  const open = own.some(
    ({ year, count }) => year === undefined || (count ?? 1) > 1,
  );
  return open ? null : { ...frame, household: { ...household, summed: true } };
}

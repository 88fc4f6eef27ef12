/** 差多少 after two questions: what was asked in each of them is set side by side in one. */
import type { Person } from "../../nlu/meaning.js";
import { said } from "./slots.js";
import type { Frame } from "./state.js";

const NOBODY: Person = { label: "", tags: [], denied: [], age: null };
/** What may tell the two questions apart. */
const APART: readonly string[] = [
  "people",
  "years",
  "schoolYears",
  "tiers",
  "now",
  "aspects",
  "compare",
  "facets",
];

/** One comparison of the contributions asked about before and now; null where either is not one payment. */
export function setApart(previous: Partial<Frame>, last: Frame): Frame | null {
  const before = { ...last, ...previous };
  const known = Object.keys(previous).every((key) => APART.includes(key));
  if (last.task !== "contribution" || !known) return null;
  // 普通居民呢: who it is, and no other insurance.
  const { insurance: _, ...facets } = last.facets;
  const [a, b] = [payerOf(before, last), payerOf(last, before)];
  if (!a || !b) return null;
  return {
    ...last,
    people: said([a, b]),
    facets: before.facets.insurance ? last.facets : facets,
    years: yearsApart(before, last) ? null : last.years,
    compare: true,
  };
}

const yearsApart = (a: Frame, b: Frame): boolean =>
  yearOf(a)?.year !== yearOf(b)?.year;

/** The one who pays in a question, with the year and the tier that the other question does not share. */
function payerOf(own: Frame, other: Frame): Person | null {
  const people = own.people?.value ?? [];
  const tiers = own.tiers?.value ?? [];
  const [person = NOBODY, more] = people;
  const year = yearOf(own);
  if (more || tiers.length > 1 || year === undefined) return null;
  if ((person.count ?? 1) > 1 || own.household) return null;
  const [tier] = tiers;
  const tiersApart = tier !== other.tiers?.value[0];
  if (tiersApart && tier === undefined) return null;
  const dated = yearsApart(own, other);
  if (dated && year === null) return null;
  return {
    ...person,
    ...(tiersApart ? { tier } : {}),
    ...(dated ? year : {}),
  };
}

/** The one year said; null where none is, undefined where several are. */
function yearOf({
  years,
  schoolYears,
}: Frame): { year: number; school?: boolean } | null | undefined {
  const values = schoolYears?.value ?? years?.value ?? [];
  const [year, more] = values;
  if (more !== undefined) return undefined;
  if (year === undefined) return null;
  return schoolYears ? { year, school: true } : { year };
}

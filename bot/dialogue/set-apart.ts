/** 差多少 after two questions: what was asked in each of them is set side by side in one. */
import type { Meaning, Person } from "../../nlu/meaning.js";
import { payersOf, type Points } from "./points.js";
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

/** 这三种差多少, after what each of three kinds of payers pays: all of them; null where fewer were told of. */
export function kindsApart(
  { compare, counts, people, mentions, plain }: Meaning,
  last: Frame,
  points: Points,
): Frame | null {
  const kinds = counts.find(({ unit, value }) => unit === "种" && +value > 2);
  const bare = people.length + mentions.length === 0 && KINDS.test(plain);
  if (!kinds || !compare || !bare || last.task !== "contribution") return null;
  const told = payersOf(points).slice(-+kinds.value);
  const apart = new Set(told.map(({ tags }) => tags.join())).size;
  const same = new Set(told.map(({ year, tier }) => `${year}/${tier}`)).size;
  if (apart !== +kinds.value || same !== 1) return null;
  return { ...last, people: said(told), household: null, compare: true };
}
const KINDS = /^(那么?)?[这以上前]?[面边]?(说的)?的?[三四五六3-6]种/;

/** 比全部一档多多少, after what a family pays: the same family with everybody in that tier, beside it; null where nothing of that kind is asked. */
export function besideAllOf(
  { compare, plain, people, mentions }: Meaning,
  last: Frame,
): Frame[] | null {
  const [tier, more] = mentions.filter(
    ({ facet, negated }) => facet === "tier" && !negated,
  );
  const family = last.people?.value ?? [];
  const asked =
    compare &&
    people.length === 0 &&
    tier !== undefined &&
    more === undefined &&
    ALL_OF_TIER.test(plain);
  const tiered = family.some((one) => one.tier !== undefined);
  if (!asked || last.task !== "contribution" || !tiered) return null;
  const everybody = {
    ...last,
    tiers: said([tier.value]),
    people: said(family.map((one) => ({ ...one, tier: undefined }))),
  };
  return [everybody, last].map((frame) => ({ ...frame, compare: true }));
}
/** 都选一档, 全一档. */
const ALL_OF_TIER =
  /(全部|全家|全都?|都|大家)(是|选|交|买|按|上)?第?[一二12][档挡]/;

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

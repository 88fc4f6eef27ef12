/**
 * What a person pays for a coverage year or a school year: the standard of
 * the tier, the aid of each ground, what is left to pay, and sums over
 * persons. Rests on `contribution.standard` and `contribution.aid`.
 */
import { digitsToInt } from "../../knowledge/dates.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Rule } from "../../knowledge/schema.js";
import { type Case, schoolYearSpan, valueOf, yearSpan } from "../case.js";
import { identityLabel, identityOf, saysAge } from "../identity.js";
import type { CalcResult } from "../result.js";
import {
  type FacetValues,
  type NotFound,
  reaches,
  type Span,
  type When,
} from "../select.js";
import { count, type Quantity } from "../trace.js";
import { aidOf, grounds, type Paid, payAid } from "./aid.js";
import { contributionRate, isByWage } from "./contribution-rate.js";
import { newborn, newbornIsRuled, TAG as NEWBORN } from "./newborn.js";

const STANDARD = "contribution.standard";

/** One person, or several alike. */
interface Payer {
  tags: ReadonlySet<string>;
  identityKnown: boolean;
  ageKnown: boolean;
  tier: string | undefined;
  /** How often; undefined where no count was given. */
  count: number | undefined;
  whose: Record<string, string>;
}

interface Share {
  paid: Paid;
  whose: Record<string, string>;
}

/** Computes the contribution of one person, of several alike, or of a family. */
export function contribution(one: Case): CalcResult {
  const { facts } = one;
  if (isByWage(one)) return contributionRate(one);
  const year = facts.coverage_year ?? one.onYear;
  if (one.tags.has(NEWBORN) && newbornIsRuled(one, year)) return newborn(one);
  const payers = payersOf(one);
  const shares: { payer: Payer; shares: Share[] }[] = [];
  for (const payer of payers) {
    const before = one.trace.steps.length;
    const result = sharesOf(one, payer);
    if (!Array.isArray(result)) return result;
    if (payers.length > 1) one.trace.name(before, payer.whose["member"] ?? "");
    shares.push({ payer, shares: result });
  }
  if (facts.members || facts.persons !== undefined) addTotal(one, shares);
  for (const group of shares)
    for (const { paid, whose } of group.shares) addFigures(one, paid, whose);
  return one.answered();
}

function payersOf(one: Case): Payer[] {
  const { facts } = one;
  if (!facts.members)
    return [
      {
        tags: one.tags,
        identityKnown: one.identityKnown,
        ageKnown: one.ageKnown,
        tier: facts.tier,
        count: facts.persons,
        whose: {},
      },
    ];
  return facts.members.map((member, index) => {
    const names = [
      ...(member.identity === undefined ? [] : [member.identity]),
      ...(member.identities ?? []),
    ];
    const who = identityOf(one.knowledge.vocabulary, names);
    for (const ground of who.because) one.assume(ground);
    return {
      tags: who.tags,
      identityKnown: names.length > 0,
      ageKnown: saysAge(names),
      tier: member.tier ?? facts.tier,
      count: member.count ?? 1,
      whose: { member: member.label ?? `第${index + 1}人` },
    };
  });
}

interface Standard {
  quantity: Quantity | undefined;
  /** The standard of the tier that an aid is limited to. */
  ofTier: (tier: string) => Quantity | undefined;
  facets: FacetValues;
  when: When;
  tags: ReadonlySet<string>;
  /** Why there is no standard. */
  why: NotFound | undefined;
  /** The time asked for. */
  span: Span | undefined;
}

const students = new WeakMap<Knowledge, Map<string, readonly string[]>>();

/** The tags of students whose contribution the place sets by school year. */
function schoolYearTags({ knowledge, place }: Case): readonly string[] {
  let known = students.get(knowledge);
  if (!known) students.set(knowledge, (known = new Map()));
  let tags = known.get(place);
  if (!tags) {
    const found = knowledge.jurisdictions
      .chain(place)
      .flatMap((level) => knowledge.provisions(level, STANDARD))
      .filter(({ period }) => period.of === "school_year")
      .flatMap(({ who }) => [...(who.all ?? []), ...(who.any ?? [])]);
    tags = [...new Set(found)];
    if (knowledge.jurisdictions.get(place)) known.set(place, tags);
  }
  return tags;
}

/** Which years are asked: the coverage year, and the school year for those who pay by it. */
function yearsOf(
  one: Case,
  bySchoolYear: boolean,
): { coverage: number; school: string } {
  const { coverage_year, school_year } = one.facts;
  if (school_year !== undefined) {
    const coverage = coverage_year ?? digitsToInt(school_year.slice(5));
    if (!bySchoolYear && coverage_year === undefined)
      one.assume(`这里不按学年度收费，按${coverage}年度计算`);
    return { coverage, school: school_year };
  }
  const coverage = coverage_year ?? one.onYear;
  const begun = one.on.slice(5) >= "09-01" ? one.onYear : one.onYear - 1;
  const first = coverage_year === undefined ? begun : coverage_year - 1;
  const school = `${first}-${first + 1}`;
  if (bySchoolYear && coverage_year !== undefined)
    one.assume(`学生按学年度缴费，${coverage}年度按${school}学年度计算`);
  return { coverage, school };
}

function standardOf(one: Case, payer: Payer): Standard {
  const payBySchoolYear = schoolYearTags(one);
  let tags = payer.tags;
  if (
    one.facts.school_year !== undefined &&
    !payer.identityKnown &&
    payBySchoolYear.length > 0
  ) {
    tags = new Set([...tags, ...payBySchoolYear]);
    one.assume("问的是学年度，按大学生计算");
  }
  const bySchoolYear = payBySchoolYear.some((tag) => tags.has(tag));
  const { coverage, school } = yearsOf(one, bySchoolYear);
  const when: When = {
    ...one.during(yearSpan(coverage)),
    school_year: schoolYearSpan(school),
  };
  const choose = (tier: string | undefined) =>
    one.select(STANDARD, {
      facets: { tier },
      when,
      tags,
      only: ({ period, who }) =>
        !bySchoolYear || (period.of === "school_year" && reaches(who, tags)),
    });
  const found = choose(payer.tier);
  const rule = found.kind === "rule" ? found.rule : undefined;
  if (rule && payer.tier !== undefined && !rule.where.tier)
    one.assume(
      `${one.knowledge.jurisdictions.label(one.place)}不分档次，按统一标准计算`,
    );
  const asked = bySchoolYear ? when.school_year : when.coverage_year;
  return {
    quantity: rule && one.quantity(rule),
    ofTier: (tier) => {
      const limit = choose(tier);
      return limit.kind === "rule" ? one.quantity(limit.rule) : undefined;
    },
    facets: { ...one.facets, tier: payer.tier },
    when,
    tags,
    why: found.kind === "rule" ? undefined : found,
    span: asked,
  };
}

/** What one payer pays: one share for each ground of aid. */
function sharesOf(one: Case, payer: Payer): Share[] | CalcResult {
  const standard = standardOf(one, payer);
  const { why, span } = standard;
  if (why?.kind === "needs") return one.refuse(why, span);
  const aid = aidOf(one, { ...standard, ageKnown: payer.ageKnown });
  if (aid.kind === "refused") return aid.result;
  const plain = standard.quantity && {
    paid: { net: standard.quantity, standard: standard.quantity },
    whose: payer.whose,
  };
  if (aid.kind === "ordinary") {
    if (!plain) return why ? one.refuse(why, span) : one.notStipulated();
    if (!payer.identityKnown) one.assume("没有说身份，按没有资助身份计算");
    return [plain];
  }
  const shares: Share[] = [];
  const several = aid.aided.length > 1 || payer.tags.has(ORDINARY);
  if (several && payer.tags.has(ORDINARY) && plain)
    shares.push({ ...plain, whose: named(one, payer, [ORDINARY]) });
  for (const { rule, by } of aid.aided) {
    const limit = limitOf(rule, standard);
    const paid = payAid(one, rule, standard.quantity, limit);
    if (!paid) {
      one.refer([rule]);
      return one.notStipulated();
    }
    assumeUnasked(one, rule, standard.facets);
    shares.push({ paid, whose: several ? named(one, payer, by) : payer.whose });
  }
  if (grounds(one, payer.tags).length > 1 && aid.aided.length > 1)
    one.caveat(
      "identity_overlap",
      "同时有几种身份的，文件没有写可以叠加资助：各按一种身份列出，不相加。",
    );
  return shares;
}

/** The tag of somebody without any ground of aid, said beside one who has. */
const ORDINARY = "普通居民";

function named(
  one: Case,
  { whose }: Payer,
  tags: readonly string[],
): Record<string, string> {
  const identity = identityLabel(one.knowledge.vocabulary, tags);
  return { ...whose, identity };
}

function limitOf(rule: Rule, standard: Standard): Quantity | undefined {
  const { limited_to_tier: tier } = valueOf(rule, "aid");
  return tier === undefined ? undefined : standard.ofTier(tier);
}

/** Tells which conditions of the rule were counted as met without being asked. */
function assumeUnasked(one: Case, rule: Rule, facets: FacetValues): void {
  const { insurance } = rule.where;
  if (insurance && facets.insurance === undefined)
    one.assumeFacets(rule, ["insurance"]);
}

function addFigures(
  one: Case,
  { net, aid, standard, payers = [] }: Paid,
  whose: Record<string, string>,
): void {
  const of = Object.values(whose).join("·");
  const label = (text: string): string => (of === "" ? text : `${of}${text}`);
  const to = of === "" ? undefined : whose;
  one.figure("contribution.net", label("个人实缴"), net, to);
  if (aid) one.figure("contribution.aid", label("资助金额"), aid, to);
  for (const { payer, part } of payers) {
    const from = one.knowledge.vocabulary.label("payer", payer);
    if (payer === one.facts.payer)
      one.figure("contribution.aid", label(`${from}资助`), part, {
        ...to,
        payer: from,
      });
    one.figure(`contribution.aid.${payer}`, label(`${from}资助`), part, to);
  }
  if (standard)
    one.figure("contribution.standard", label("个人缴费标准"), standard, to);
}

/** The sum over all persons; left out where somebody's own amount is not one amount. */
function addTotal(
  one: Case,
  groups: readonly { payer: Payer; shares: Share[] }[],
): void {
  const parts: Quantity[] = [];
  for (const { payer, shares } of groups) {
    const [first] = shares;
    if (!first) return;
    const { net } = first.paid;
    if (shares.some(({ paid }) => !paid.net.value.eq(net.value))) return;
    const often = payer.count ?? 1;
    const of = payer.whose["member"] ?? "";
    parts.push(
      often === 1 ? net : one.trace.times(`${of}合计`, net, count(often)),
    );
  }
  const total = one.trace.plus("一共要缴", parts);
  one.figure("contribution.total", "一共要缴", total);
}

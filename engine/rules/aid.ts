/**
 * Aid with the contribution: which rules reach a person with these tags, one
 * for each ground of aid, and what each of them pays. Aids are never added.
 */
import type { Provision, Rule, ValueOf } from "../../knowledge/schema.js";
import { type Case, valueOf } from "../case.js";
import { ZERO } from "../decimal.js";
import { agedTags, circumstanceTags, kindsOf, withTag } from "../identity.js";
import type { CalcResult } from "../result.js";
import {
  allReaching,
  type FacetValues,
  holdsAt,
  select,
  type When,
} from "../select.js";
import { amount, type Quantity, ratio } from "../trace.js";

const AID = "contribution.aid";
/** Stated facts that say where the list of aided persons goes on. */
const OPEN_LISTS = ["fact.aid_by_district", "fact.aid_county_lists"];

/** A rule that aids the person, and the tags by which it does. */
export interface Aided {
  rule: Rule;
  by: string[];
}

/** Which aid reaches the person, or why that is not decided. */
export type Aid =
  | { kind: "ordinary" }
  | { kind: "aided"; aided: Aided[] }
  | { kind: "refused"; result: CalcResult };

interface Person {
  tags: ReadonlySet<string>;
  facets: FacetValues;
  when: When;
  /** The age, where it is known; decides tags that depend on it. */
  ageKnown: boolean;
}

function matchedTags({ who }: Provision, tags: ReadonlySet<string>): string[] {
  const named = [...(who.all ?? []), ...(who.any ?? [])];
  return [...tags].filter((tag) => named.includes(tag));
}

const contains = (whole: readonly string[], part: readonly string[]): boolean =>
  part.every((tag) => whole.includes(tag));

/** Whether b speaks of the same person more closely than a. */
function closer(a: Aided, b: Aided): boolean {
  if (!contains(b.by, a.by)) return false;
  if (b.by.length > a.by.length) return true;
  return (b.rule.who.all?.length ?? 0) > (a.rule.who.all?.length ?? 0);
}

function aidRules(one: Case, person: Person): Aided[] {
  const found = allReaching(one.knowledge, {
    place: one.place,
    topic: AID,
    when: person.when,
    facets: person.facets,
    asked: one.asked,
    tags: person.tags,
  });
  const all = found.map(({ rule }) => ({
    rule,
    by: matchedTags(rule, person.tags),
  }));
  const order = [...person.tags];
  return all
    .filter((a) => !all.some((b) => b !== a && closer(a, b)))
    .sort((a, b) => order.indexOf(a.by[0]!) - order.indexOf(b.by[0]!));
}

/** The grounds of aid that were said: no circumstances, nothing that another tag already implies. */
export function grounds(
  { knowledge: { vocabulary } }: Case,
  tags: ReadonlySet<string>,
): string[] {
  const circumstances = circumstanceTags(vocabulary);
  const implied = new Set<string>();
  for (const tag of tags)
    for (const id of vocabulary.value("identity", tag)?.implies ?? [])
      implied.add(id);
  return [...tags].filter(
    (tag) => !implied.has(tag) && !circumstances.has(tag),
  );
}

/**
 * Where a ground is too general (残疾人 without a grade): the one rule that all
 * its kinds share, or `undecided` where they differ.
 */
function byKinds(
  one: Case,
  person: Person,
  ground: string,
): Aided[] | "undecided" {
  const { vocabulary } = one.knowledge;
  const results = kindsOf(vocabulary, ground).map((kind) =>
    aidRules(one, { ...person, tags: withTag(vocabulary, person.tags, kind) }),
  );
  const [first = []] = results;
  const keys = results.map((all) => all.map(({ rule }) => rule.key).join());
  return keys.every((key) => key === keys[0]) ? first : "undecided";
}

/** Whether a rule would reach the person if the unknown age were right. */
function dependsOnAge(one: Case, person: Person): boolean {
  if (person.ageKnown) return false;
  const aged = agedTags(one.knowledge.vocabulary);
  if (aged.some((tag) => person.tags.has(tag))) return false;
  return aged.some(
    (tag) =>
      aidRules(one, { ...person, tags: new Set([...person.tags, tag]) })
        .length > 0,
  );
}

/** Which aid the person gets. */
export function aidOf(one: Case, person: Person): Aid {
  const said = grounds(one, person.tags);
  let aided = aidRules(one, person);
  if (aided.length > 0) return { kind: "aided", aided };
  if (said.length === 0) return { kind: "ordinary" };
  for (const ground of said) {
    const kind = byKinds(one, person, ground);
    if (kind === "undecided")
      return { kind: "refused", result: one.needs("identity") };
    aided = kind;
    if (aided.length > 0) return { kind: "aided", aided };
  }
  if (dependsOnAge(one, person))
    return { kind: "refused", result: one.needs("age") };
  return { kind: "refused", result: notNamed(one, person) };
}

/** A person in hardship whom no rule names: the list that does stand there, and where it is left open. */
function notNamed(one: Case, person: Person): CalcResult {
  for (const place of one.knowledge.jurisdictions.chain(one.place))
    for (const topic of OPEN_LISTS)
      for (const text of one.knowledge.provisions(place, topic))
        if (holdsAt(text, person.when)) one.cite(text);
  const why = select(one.knowledge, {
    place: one.place,
    topic: AID,
    when: person.when,
    facets: person.facets,
    asked: one.asked,
    tags: person.tags,
  });
  if (why.kind === "rule") return one.notStipulated();
  if (why.kind === "nothing") {
    const standard = select(one.knowledge, {
      place: one.place,
      topic: "contribution.standard",
      when: person.when,
      facets: person.facets,
      asked: one.asked,
      tags: person.tags,
    });
    if (standard.kind === "rule") one.refer([standard.rule]);
    else if (standard.kind === "needs") one.refer(standard.rules);
    else return one.refuse(standard, person.when.coverage_year);
    return one.notStipulated();
  }
  return one.refuse(why, person.when.coverage_year);
}

/** What the person pays and what is paid for them; the parts that are not known stay out. */
export interface Paid {
  net: Quantity;
  aid?: Quantity;
  standard?: Quantity;
  /** The parts of the aid by who pays them, where the notice splits it. */
  payers?: { payer: string; part: Quantity }[];
}

const none = (citations: readonly number[]): Quantity =>
  amount(ZERO, citations);

/**
 * The aid of one rule on a standard; `limitedTo` is the standard of the tier
 * that the aid is limited to. Undefined where the rule needs a standard and
 * none is known.
 */
export function payAid(
  one: Case,
  rule: Rule,
  standard: Quantity | undefined,
  limitedTo: Quantity | undefined,
): Paid | undefined {
  const value = valueOf(rule, "aid");
  const citations = one.cite(rule);
  one.assumeConditions(rule);
  if (!standard) {
    if (value.mode === "full" && value.limited_to_tier === undefined)
      return { net: none(citations) };
    if (value.mode === "payable" && value.amount !== undefined)
      return { net: amount(value.amount, citations) };
    return undefined;
  }
  if (value.mode === "payable" && value.amount !== undefined) {
    const net = amount(value.amount, citations);
    return {
      net,
      aid: one.trace.minus("资助金额", standard, net),
      standard,
    };
  }
  const aid = aidAmount(one, value, citations, limitedTo ?? standard);
  const payers = (value.payers ?? []).map((part) => ({
    payer: part.payer,
    part: amount(part.amount, citations),
  }));
  const net = one.trace.minus("个人实缴", standard, aid);
  const split = sumsTo(payers, aid) ? { payers } : {};
  return { net, aid, standard, ...split };
}

const sumsTo = (payers: { part: Quantity }[], aid: Quantity): boolean =>
  payers.reduce((sum, { part }) => sum.plus(part.value), ZERO).eq(aid.value);

function aidAmount(
  one: Case,
  value: ValueOf<"aid">,
  citations: readonly number[],
  base: Quantity,
): Quantity {
  const { trace } = one;
  switch (value.mode) {
    case "share": {
      const share = ratio(value.share ?? "0", citations);
      const computed = trace.times("按比例资助", base, share);
      const raised =
        value.floor === undefined
          ? computed
          : trace.greater("不低于", computed, amount(value.floor, citations));
      return trace.settle(
        "资助金额",
        raised,
        raised.value.gt(base.value) ? [base] : [],
      );
    }
    case "fixed": {
      const fixed = amount(value.amount ?? "0", citations);
      return fixed.value.gt(base.value)
        ? trace.settle("资助金额", fixed, [base])
        : fixed;
    }
    case "full":
      return {
        ...base,
        citations: [...new Set([...base.citations, ...citations])],
      };
    default:
      return none(citations);
  }
}

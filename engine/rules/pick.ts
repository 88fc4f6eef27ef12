/**
 * Choosing the rule of a topic for the calculators of benefits: tells what was
 * counted as met, and finds out when an age that was not said would decide.
 */
import type { Provision, Rule, ValueOf } from "../../knowledge/schema.js";
import { type Case, valueOf } from "../case.js";
import { agedTags } from "../identity.js";
import type { FactId } from "../request.js";
import type { CalcResult } from "../result.js";
import {
  allReaching,
  type FacetValues,
  type NotFound,
  sameValue,
  type Selection,
  type When,
} from "../select.js";
import { amount, type Quantity, ratio } from "../trace.js";
import { sortOf, topicShape } from "./topic-shape.js";

/** A rule; a fact that must be known first; or why there is no rule. */
export type Picked =
  | { kind: "rule"; rule: Rule }
  | { kind: "open"; fact: FactId }
  | { kind: "none"; why: NotFound };

/** A layer that could not be computed: a missing fact, or no rule that decides. */
export interface Refused {
  kind: "refused";
  missing: FactId | undefined;
  /** Why no rule decides, where that is the reason. */
  why?: NotFound;
  /** Whether the layer has a rule for the person, which a fact of the case keeps from paying. */
  reached?: boolean;
  /** The result, where nothing else is answered. */
  result: () => CalcResult;
}

interface More {
  facets?: FacetValues;
  when?: When;
  tags?: ReadonlySet<string>;
  only?: (provision: Provision) => boolean;
  sort?: string;
}

/** A missing fact. */
export function missing(one: Case, fact: FactId): Refused {
  return { kind: "refused", missing: fact, result: () => one.needs(fact) };
}

/** No clause decides. */
export function undecided(one: Case, why: NotFound): Refused {
  const result = () => one.refuse(why);
  return { kind: "refused", missing: undefined, why, result };
}

/** The refusal for a topic that must have a rule. */
export function refused(
  one: Case,
  picked: Exclude<Picked, { kind: "rule" }>,
): Refused {
  return picked.kind === "open"
    ? missing(one, picked.fact)
    : undecided(one, picked.why);
}

/** The notices say nothing on the topic. */
const ABSENT: Picked = { kind: "none", why: { kind: "nothing" } };

/** Facts that ask for a facet of another name. */
const FACTS: Readonly<Record<string, FactId>> = { class: "class_a" };

/** The rule of a topic for the case. */
export function pick(one: Case, topic: string, more: More = {}): Picked {
  const shape = topicShape(one.knowledge, one.place, topic);
  if (shape.empty) return ABSENT;
  const found = one.select(topic, more);
  if (found.kind === "needs") {
    const fact = FACTS[found.facet] ?? (found.facet as FactId);
    return { kind: "open", fact };
  }
  if (shape.aged && dependsOnAge(one, topic, more, found))
    return { kind: "open", fact: "age" };
  if (found.kind !== "rule") return { kind: "none", why: found };
  const facets = found.assumed.filter((facet) => facet !== "care");
  if (facets.length > 0) one.assumeFacets(found.rule, facets);
  if (shape.named && !one.identityKnown && !found.rule.who.any)
    one.assume("没有说身份，按没有特殊身份计算");
  return { kind: "rule", rule: found.rule };
}

/** The number that the rule of a topic states; undefined where the place has no such rule at the time. */
export function quantityOf(
  one: Case,
  topic: string,
  more: More = {},
): Quantity | Refused | undefined {
  const picked = pick(one, topic, more);
  if (picked.kind === "open") return missing(one, picked.fact);
  if (picked.kind === "rule") return one.quantity(picked.rule);
  // A number that the notices set for other times only is unknown, not absent.
  return picked.why.kind === "other_time"
    ? undecided(one, picked.why)
    : undefined;
}

/** As `quantityOf`, of one sort of the topic's values: a limit by what it limits, points by direction. */
export function quantityOfSort(
  one: Case,
  topic: string,
  sort: string,
  facets: FacetValues = {},
): Quantity | Refused | undefined {
  const { sorts } = topicShape(one.knowledge, one.place, topic);
  if (!sorts.has(sort)) return undefined;
  const only = ({ value }: Provision): boolean =>
    sortOf(value) === sort && !(value.kind === "cap" && value.amount === null);
  return quantityOf(one, topic, { facets, only, sort });
}

/** Whether something is a refusal. */
export function isRefused(value: unknown): value is Refused {
  return (value as Refused | undefined)?.kind === "refused";
}

/** Whether a rule states its number exactly; “不低于” decides no person's amount. */
export function isExact(rule: Rule): boolean {
  return !("bound" in rule.value) || rule.value.bound !== "at_least";
}

/** The changes of a deductible that may hold for the case, for whatever count. */
export function changesOf(
  one: Case,
  topic: string,
): ValueOf<"deductible_change">[] {
  const found = allReaching(one.knowledge, {
    place: one.place,
    topic,
    when: one.during(one.event),
    facets: one.facets,
    asked: one.asked,
    tags: one.tags,
  });
  return found.flatMap(({ rule: { value } }) =>
    value.kind === "deductible_change" ? [value] : [],
  );
}

/** Chooses the change of a deductible that holds from a count (admissions, years) on. */
export function forCount(count: number): (provision: Provision) => boolean {
  return ({ value }) =>
    value.kind === "deductible_change" &&
    (value.from_count ?? 0) <= count &&
    (value.to_count === undefined || count <= value.to_count);
}

/**
 * A deductible after a change: a factor on it, an amount off it, or another
 * amount at most. Undefined where the regular one is needed and not known.
 */
export function changedDeductible(
  one: Case,
  rule: Rule,
  regular: Quantity | undefined,
): Quantity | undefined {
  const value = valueOf(rule, "deductible_change");
  one.tellLevel(rule);
  one.assumeConditions(rule);
  const citations = one.cite(rule);
  if (value.to_amount !== undefined) {
    const to = amount(value.to_amount, citations);
    return regular?.value.lt(to.value) ? regular : to;
  }
  if (!regular) return undefined;
  if (value.factor !== undefined)
    return one.trace.times(
      "调整后的起付标准",
      regular,
      ratio(value.factor, citations),
    );
  return value.minus === undefined
    ? regular
    : one.trace.minus(
        "降低后的起付标准",
        regular,
        amount(value.minus, citations),
      );
}

/** Whether an age that was not said would choose another rule. */
function dependsOnAge(
  one: Case,
  topic: string,
  more: More,
  found: Selection,
): boolean {
  if (one.ageKnown) return false;
  const tags = more.tags ?? one.tags;
  const aged = agedTags(one.knowledge.vocabulary);
  if (aged.some((tag) => tags.has(tag))) return false;
  return aged.some((tag) => {
    const other = one.select(topic, { ...more, tags: new Set([...tags, tag]) });
    if (other.kind !== "rule") return false;
    return (
      found.kind !== "rule" || !sameValue(other.rule.value, found.rule.value)
    );
  });
}

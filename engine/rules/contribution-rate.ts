/**
 * Contributions as a rate of the average monthly wage: `contribution.rate` by
 * who pays. The wage is an input; no notice held states it.
 */
import type { Provision } from "../../knowledge/schema.js";
import { type Case, daySpan, yearSpan } from "../case.js";
import type { CalcResult } from "../result.js";
import { holdsAt, reaches, type Selection, type Span } from "../select.js";
import { amount } from "../trace.js";

const RATE = "contribution.rate";
/** The stated fact on the base, whose figure of this key is the day from which the base is the average wage. */
const BASE = "fact.contribution_base";
const BASE_FROM = "contribution.base_from";

/** Who pays by the wage wherever anybody does. */
const EMPLOYER = "employer";

/** Whether what is asked for is a rate of the wage: the place sets one, and no amount for this payer. */
export function isByWage(one: Case): boolean {
  const { payer, average_monthly_wage } = one.facts;
  if (average_monthly_wage !== undefined || payer === EMPLOYER) return true;
  const sets = (topic: string): boolean =>
    one.knowledge.jurisdictions
      .chain(one.place)
      .some((place) => one.knowledge.provisions(place, topic).length > 0);
  return sets(RATE) && (payer !== undefined || !sets("contribution.standard"));
}

/** Computes the monthly contribution: average monthly wage × rate. */
export function contributionRate(one: Case): CalcResult {
  const { coverage_year } = one.facts;
  const span =
    coverage_year === undefined ? daySpan(one.on) : yearSpan(coverage_year);
  const payer = one.facts.payer ?? payerOf(one);
  const found = rateFor(one, payer, span);
  if (found.kind !== "rule") return one.refuse(found, span);
  if (baseIsElsewhere(one, payer, span)) {
    one.refer([found.rule]);
    return one.notStipulated();
  }
  const wage = one.money("average_monthly_wage");
  if (!wage) return one.needs("average_monthly_wage");
  const rate = one.quantity(found.rule);
  const base = amount(wage.value, citationsOfBase(one, payer, span));
  one.assume(
    "给出的工资按全市上年度在岗职工月平均工资计算，不是单位自己的平均工资",
  );
  const computed = one.trace.times("月缴费额", base, rate);
  const monthly = one.trace.settle("每月应缴", computed);
  one.figure("contribution.monthly", "每月应缴", monthly);
  return one.answered();
}

/** The clause on the base for this payer, where it stands apart from the rate. */
function citationsOfBase(
  one: Case,
  payer: string | undefined,
  span: Span,
): number[] {
  return basesFor(one, payer, span).flatMap((fact) => one.cite(fact));
}

/** The stated facts on the base that reach this payer. */
function basesFor(
  one: Case,
  payer: string | undefined,
  span: Span,
): readonly Provision[] {
  return one.knowledge
    .provisions(one.place, BASE)
    .filter(
      (fact) =>
        payer !== undefined &&
        holdsAt(fact, one.during(span)) &&
        fact.where.payer?.includes(payer) !== false,
    );
}

/** The payer of the rules that name this person, of whatever time. */
function payerOf(one: Case): string | undefined {
  const own = one.knowledge
    .provisions(one.place, RATE)
    .find(({ who }) => (who.any ?? who.all) && reaches(who, one.tags));
  return own?.where.payer?.[0];
}

function rateFor(one: Case, payer: string | undefined, span: Span): Selection {
  const when = one.during(span);
  const found = one.select(RATE, {
    facets: { payer },
    when,
    only: ({ where }) =>
      payer === undefined || where.payer?.includes(payer) !== false,
  });
  if (found.kind !== "unlisted" || found.facet !== "identity") return found;
  if (one.identityKnown) return found;
  // Who pays was said, who the person is was not: the persons of the clause are taken.
  const rule = found.rules.find(({ where }) =>
    payer === undefined ? false : where.payer?.includes(payer),
  );
  if (!rule) return found;
  const { vocabulary } = one.knowledge;
  const persons = [...(rule.who.all ?? []), ...(rule.who.any ?? [])];
  const labels = persons.map((tag) => vocabulary.label("identity", tag));
  one.assume(`按${labels.join("或")}计算`);
  return one.select(RATE, {
    facets: { payer },
    when,
    tags: new Set(persons),
  });
}

/** Whether the base was still another one, set by a document that is not held. */
function baseIsElsewhere(
  one: Case,
  payer: string | undefined,
  span: Span,
): boolean {
  for (const fact of basesFor(one, payer, span)) {
    if (fact.value.kind !== "text") continue;
    const from = fact.value.figures.find(({ key }) => key === BASE_FROM)?.value;
    if (from !== undefined && span.to < from) {
      one.cite(fact);
      return true;
    }
  }
  return false;
}

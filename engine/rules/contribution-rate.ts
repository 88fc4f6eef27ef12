/**
 * Contributions as a rate of the average monthly wage: `contribution.rate` by
 * who pays. The wage is an input; no notice held states it.
 */
import { type Case, yearSpan } from "../case.js";
import type { CalcResult } from "../result.js";
import { allReaching, holdsAt, type Selection, type Span } from "../select.js";

const RATE = "contribution.rate";
/** The stated fact on the base, whose figure of this key is the day from which the base is the average wage. */
const BASE = "fact.contribution_base";
const BASE_FROM = "contribution.base_from";

/** Computes the monthly contribution: average monthly wage × rate. */
export function contributionRate(one: Case): CalcResult {
  const span = yearSpan(one.facts.coverage_year ?? one.onYear);
  const payer = one.facts.payer ?? payerOf(one, span);
  const found = rateFor(one, payer, span);
  if (found.kind !== "rule") return one.refuse(found, span);
  if (baseIsElsewhere(one, payer, span)) {
    one.refer([found.rule]);
    return one.notStipulated();
  }
  const wage = one.money("average_monthly_wage");
  if (!wage) return one.needs("average_monthly_wage");
  const computed = one.trace.times("月缴费额", wage, one.quantity(found.rule));
  const monthly = one.trace.settle("每月应缴", computed);
  one.figure("contribution.monthly", "每月应缴", monthly);
  return one.answered();
}

/** The payer of the rule that names this person. */
function payerOf(one: Case, span: Span): string | undefined {
  const rules = allReaching(one.knowledge, {
    place: one.place,
    topic: RATE,
    when: one.during(span),
    facets: one.facets,
    asked: [],
    tags: one.tags,
  });
  const own = rules.find(({ rule }) => rule.who.any ?? rule.who.all);
  return own?.rule.where.payer?.[0];
}

function rateFor(one: Case, payer: string | undefined, span: Span): Selection {
  const when = one.during(span);
  const found = one.select(RATE, { facets: { payer }, when });
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
  for (const fact of one.knowledge.provisions(one.place, BASE)) {
    if (fact.value.kind !== "text" || !holdsAt(fact, one.during(span)))
      continue;
    if (payer === undefined || fact.where.payer?.includes(payer) === false)
      continue;
    const from = fact.value.figures.find(({ key }) => key === BASE_FROM)?.value;
    if (from !== undefined && span.to < from) {
      one.cite(fact);
      return true;
    }
  }
  return false;
}

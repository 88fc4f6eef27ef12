/**
 * The deductible of an admission: the rule's, or the one that the settlement
 * sheet states, changed by the number of the admission or by how little was
 * spent on outpatient care the year before.
 */
import { type Case, valueOf } from "../case.js";
import { allReaching } from "../select.js";
import { amount, type Quantity } from "../trace.js";
import {
  changedDeductible,
  forCount,
  isRefused,
  missing,
  pick,
  type Refused,
  refused,
  undecided,
} from "./pick.js";

const DEDUCTIBLE = "inpatient.deductible";
const CHANGE = "inpatient.deductible_change";
const OUTPATIENT_LIMIT = "inpatient.outpatient_limit";

/** Whether a notice of the place or above it says anything on deductibles. */
export function isRuled(one: Case): boolean {
  return [DEDUCTIBLE, CHANGE].some((topic) =>
    one.knowledge.jurisdictions
      .chain(one.place)
      .some((place) => one.knowledge.provisions(place, topic).length > 0),
  );
}

export interface Deductible {
  quantity: Quantity;
  /** What of it this admission still bears: less where it runs through the year. */
  due: Quantity;
  /** Whether it counts into the base of the next layer when borne by the person. */
  counts: boolean;
}

/** The deductible of the admission, or why it is not known. */
export function deductibleOf(one: Case): Deductible | Refused {
  const picked = pick(one, DEDUCTIBLE);
  if (picked.kind === "open") return refused(one, picked);
  if (picked.kind === "none" && picked.why.kind === "other_time")
    return refused(one, picked);
  const regular =
    picked.kind === "rule"
      ? one.quantity(picked.rule)
      : one.money("regular_deductible");
  const quantity = changed(one, regular);
  if (isRefused(quantity)) return quantity;
  if (picked.kind !== "rule") return { quantity, due: quantity, counts: true };
  const { per, next_layer } = valueOf(picked.rule, "deductible");
  const due = per === "year" ? restOfYear(one, quantity) : quantity;
  return { quantity, due, counts: next_layer === "counted" };
}

/** A deductible that runs through the year is borne once. */
function restOfYear(one: Case, deductible: Quantity): Quantity {
  const before = one.soFar(
    "eligible_year_before",
    "本年度此前住院的政策范围内费用",
  );
  return before.value.isZero()
    ? deductible
    : one.trace.minus("本年度还须负担的起付标准", deductible, before);
}

function changed(one: Case, regular: Quantity | undefined): Quantity | Refused {
  const unchanged = regular ?? missing(one, "regular_deductible");
  if (!reachesAny(one)) return unchanged;
  const condition = outpatientCondition(one);
  if (isRefused(condition)) return condition;
  if (condition && !condition.met)
    return regular
      ? { ...regular, citations: condition.citations }
      : missing(one, "regular_deductible");
  const { admission } = one.facts;
  if (admission === undefined) return missing(one, "admission");
  const change = pick(one, CHANGE, { only: forCount(admission) });
  if (change.kind === "open") return refused(one, change);
  if (change.kind === "none") return regular ? citing(one, regular) : unchanged;
  const result = changedDeductible(one, change.rule, regular);
  if (!result) return missing(one, "regular_deductible");
  if (!condition) return result;
  const citations = [...result.citations, ...condition.citations];
  return amount(result.value, [...new Set(citations)]);
}

/** Whether any change may reach the case. */
function reachesAny(one: Case): boolean {
  const { kind } = one.select(CHANGE);
  // Changes for several counts stand beside each other: which one is chosen later.
  return kind === "rule" || kind === "needs" || kind === "conflict";
}

/** Whether a clause would say anything on this person's deductible if the regular one were known. */
export function decides(one: Case): boolean {
  return reachesAny(one) || one.select(DEDUCTIBLE).kind !== "nothing";
}

/** Why no change of the deductible reaches the case, where changes stand for other times or persons. */
export function noChange(one: Case): Refused | undefined {
  const found = one.select(CHANGE);
  return found.kind === "other_time" || found.kind === "unlisted"
    ? undecided(one, found)
    : undefined;
}

/** The regular deductible stays: shown with the clause on later admissions. */
function citing(one: Case, regular: Quantity): Quantity {
  const found = allReaching(one.knowledge, {
    place: one.place,
    topic: CHANGE,
    when: one.during(one.event),
    facets: one.facets,
    asked: one.asked,
    tags: one.tags,
  });
  const citations = found.flatMap(({ rule }) => one.cite(rule));
  return amount(regular.value, [...regular.citations, ...citations]);
}

interface Condition {
  met: boolean;
  citations: readonly number[];
}

/** Whether last year's outpatient expense stayed within the limit that lowers deductibles; undefined where no clause asks. */
function outpatientCondition(one: Case): Condition | undefined | Refused {
  const picked = pick(one, OUTPATIENT_LIMIT);
  if (picked.kind === "none") return undefined;
  const spent = one.money("outpatient_last_year");
  if (!spent) return missing(one, "outpatient_last_year");
  if (picked.kind === "open") return refused(one, picked);
  const limit = one.quantity(picked.rule);
  return { met: spent.value.lte(limit.value), citations: limit.citations };
}

/** Aid that was got this year may not be more than the year's limit for this person. */
import type { Knowledge } from "../knowledge/knowledge.js";
import { Case } from "./case.js";
import { exact } from "./decimal.js";
import { Fault } from "./fault.js";
import { type CalcRequest, type FactId, factLabel } from "./request.js";

/** The facts on aid so far, with the topic of their limit. */
const LIMITS: readonly (readonly [FactId, string])[] = [
  ["assisted_outpatient_this_year", "assistance.cap_outpatient"],
  ["assisted_this_year", "assistance.cap"],
  ["special_assisted_this_year", "special_assistance.cap"],
];

/** Throws the Fault of an amount so far above the limit that a rule of the place sets for the person. */
export function checkLimits(knowledge: Knowledge, request: CalcRequest): void {
  for (const [fact, topic] of LIMITS) {
    const got = request.facts[fact];
    if (typeof got !== "string") continue;
    const found = new Case(request, knowledge, []).select(topic);
    if (found.kind !== "rule" || found.rule.value.kind !== "cap") continue;
    const { amount } = found.rule.value;
    if (amount !== null && exact(got).gt(amount))
      throw new Fault(
        "contradiction",
        `${factLabel(fact)} ${got} 大于年度限额 ${amount}`,
        `facts.${fact}`,
      );
  }
}

/** Special assistance: for listed persons whose burden is still heavy after all other aids. */
import type { Case } from "../case.js";
import type { FactId } from "../request.js";
import type { CalcResult } from "../result.js";
import type { Rule } from "../../knowledge/schema.js";
import type { Quantity } from "../trace.js";
import { isRefused, missing, type Refused, undecided } from "./pick.js";

const RATIO = "special_assistance.ratio";
const CAP = "special_assistance.cap";

/** What the layer comes to. */
export interface SpecialAssistance {
  fund: Quantity;
  self: Quantity;
}

/** Computes special assistance on the reasonable expense that is left. */
export function specialAssistance(one: Case): CalcResult {
  const layer = specialLayer(one, one.money("reasonable_left"));
  if (isRefused(layer)) return layer.result();
  one.figure("special_assistance.fund", "特殊救助支付", layer.fund);
  one.figure("special_assistance.self", "特殊救助后个人负担", layer.self);
  return one.answered();
}

/** What special assistance pays, or why that is not decided. */
export function specialLayer(
  one: Case,
  left: Quantity | undefined,
): SpecialAssistance | Refused {
  const found = one.selectForPerson(RATIO);
  if (found.kind === "needs") return missing(one, found.facet as FactId);
  if (found.kind !== "rule") return undecided(one, found);
  const { burden_still_heavy: heavy } = one.facts;
  if (heavy === false) return notReached(one, found.rule);
  if (!left) return missing(one, "reasonable_left");
  if (heavy === undefined && left.value.gt(0))
    return missing(one, "burden_still_heavy");
  const { trace } = one;
  const computed = trace.times("按比例救助", left, one.quantity(found.rule));
  const limit = limitOf(one);
  if (isRefused(limit)) return limit;
  const fund = trace.settle("特殊救助支付", computed, limit ? [limit] : []);
  return { fund, self: trace.minus("特殊救助后个人负担", left, fund) };
}

/** The clause reaches only those whose burden was recognised as still heavy. */
function notReached(one: Case, rule: Rule): Refused {
  return {
    kind: "refused",
    missing: undefined,
    reached: true,
    result: () => {
      one.refer([rule]);
      return one.notStipulated();
    },
  };
}

/** What is left of the year's limit. */
function limitOf(one: Case): Quantity | undefined | Refused {
  const cap = one.selectForPerson(CAP);
  if (cap.kind === "other_time") return undecided(one, cap);
  if (cap.kind !== "rule") return undefined;
  const before = one.soFar(
    "special_assisted_this_year",
    "本年度已获特殊救助多少",
  );
  const limit = one.quantity(cap.rule);
  return before.value.isZero()
    ? limit
    : one.trace.minus("本年度还可特殊救助", limit, before);
}

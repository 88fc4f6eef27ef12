/**
 * Inpatient care: the deductible of the admission, ratios by institution and
 * employment, the fund's yearly cap, and a ceiling on what the person bears.
 */
import { type Case, valueOf } from "../case.js";
import type { CalcResult } from "../result.js";
import { amount, type Quantity } from "../trace.js";
import { billed, type Line, linesOf, ratioOf, sum } from "./bill.js";
import {
  decides,
  type Deductible,
  deductibleOf,
  isRuled,
  noChange,
} from "./inpatient-deductible.js";
import {
  isRefused,
  missing,
  pick,
  quantityOfSort,
  type Refused,
} from "./pick.js";
import { outsideRegion } from "./out-of-region.js";
import { unsaid } from "./unsaid.js";

/** Topics of which a rule may speak of care outside the region. */
const REGIONAL = [
  "inpatient.ratio",
  "inpatient.points",
  "inpatient.deductible",
];

/** What an admission comes to. */
export interface Inpatient {
  fund: Quantity;
  self: Quantity;
  /** Whether a ceiling on what the person bears is the next layer. */
  ceiling: boolean;
  /** What the large-expense pooling pays above the person's ceiling. */
  aboveCeiling: Quantity | undefined;
  deductible: Quantity | undefined;
  /** What of the person's part does not count into the next layer. */
  leftOut: Quantity | undefined;
}

/** Computes what the fund pays of one admission. */
export function inpatient(one: Case): CalcResult {
  const admission = inpatientLayer(one);
  if (isRefused(admission)) return unsaid(one, admission, inpatient);
  addFigures(one, admission);
  return one.answered();
}

/** The figures of the layer, the conclusion first. */
export function addFigures(one: Case, layer: Inpatient): void {
  const { fund, self, aboveCeiling, deductible } = layer;
  one.figure("inpatient.fund", "统筹基金支付", fund);
  if (aboveCeiling)
    one.figure("catastrophic.fund", "大额医疗费统筹支付", aboveCeiling);
  one.figure("inpatient.self", "个人负担", self);
  if (deductible) one.figure("inpatient.deductible", "起付标准", deductible);
}

interface Bill {
  lines: ReturnType<typeof billed>;
  /** Whether the deductible was taken off already. */
  above: boolean;
}

function billOf(one: Case): Bill {
  const above = one.money("above_deductible");
  return above
    ? { lines: [{ label: "", facets: {}, expense: above }], above: true }
    : { lines: billed(one), above: false };
}

/** What an admission comes to, or why that is not decided. */
export function inpatientLayer(one: Case): Inpatient | Refused {
  const elsewhere = outsideRegion(one, REGIONAL);
  if (elsewhere) return elsewhere;
  const bill = billOf(one);
  const lines =
    bill.lines.length > 0 ? linesOf(one, "inpatient", bill.lines) : [];
  if (isRefused(lines)) return deductibleAlone(one, lines);
  if (lines.length === 0) {
    const share = ratioOf(one, "inpatient", {});
    return isRefused(share)
      ? deductibleAlone(one, share)
      : missing(one, "eligible");
  }
  const deductible = bill.above ? undefined : deductibleOf(one);
  if (isRefused(deductible)) return deductible;
  return pay(one, lines, deductible);
}

/** No ratio decides: the deductible may still be known, where the question is about it. */
function deductibleAlone(one: Case, why: Refused): Refused {
  const { facts } = one;
  const asked =
    facts.outpatient_last_year !== undefined ||
    facts.regular_deductible !== undefined ||
    facts.admission !== undefined;
  if (why.missing !== undefined || !asked || !isRuled(one)) return why;
  const deductible = deductibleOf(one);
  if (isRefused(deductible)) {
    if (deductible.missing === "regular_deductible" && !decides(one))
      return noChange(one) ?? why;
    const bill = billOf(one).lines.length > 0;
    return bill || deductible.missing === undefined ? why : deductible;
  }
  // The amount of the request alone: no clause says anything on it.
  if (deductible.quantity.citations.length === 0) return noChange(one) ?? why;
  return {
    kind: "refused",
    missing: undefined,
    result: () => {
      one.figure("inpatient.deductible", "起付标准", deductible.quantity);
      one.caveat(
        "other_rules_first",
        "住院报销比例收录的文件没有写，这里只算起付标准。",
      );
      return one.answered();
    },
  };
}

function pay(
  one: Case,
  lines: readonly Line[],
  deductible: Deductible | undefined,
): Inpatient | Refused {
  const { trace } = one;
  const whole = wholeOf(one, lines);
  const grounds = lines[0]?.ratio.citations;
  let due = deductible?.due ?? amount("0");
  const parts: Quantity[] = [];
  for (const { label, eligible, ratio } of lines) {
    const counted = due.value.isZero()
      ? eligible
      : trace.minus(`${label}起付标准以上的部分`, eligible, due);
    const more =
      due.value.gt(eligible.value) && parts.length + 1 < lines.length;
    due = more
      ? trace.minus(`${label}以后还须负担的起付标准`, due, eligible)
      : amount("0");
    parts.push(trace.times(`${label}按比例报销`, counted, ratio));
  }
  const cap = quantityOfSort(one, "inpatient.cap", "payment/year");
  if (isRefused(cap)) return cap;
  const limit = cap && leftOfYear(one, cap);
  const computed = sum(one, "按比例报销合计", parts);
  const fund = trace.settle("统筹基金支付", computed, limit ? [limit] : []);
  const self = trace.minus("个人负担", whole, fund);
  return {
    fund,
    ...ceiling(one, self),
    deductible: cited(
      deductible?.quantity ?? deductibleOfSheet(one, whole, grounds),
      grounds,
    ),
    leftOut: deductible?.counts === false ? deductible.due : undefined,
  };
}

/** A deductible from the settlement sheet rests on the clause that takes it off. */
function cited(
  deductible: Quantity | undefined,
  grounds: readonly number[] | undefined,
): Quantity | undefined {
  return deductible?.citations.length === 0
    ? amount(deductible.value, grounds)
    : deductible;
}

function leftOfYear(one: Case, cap: Quantity): Quantity {
  const paid = one.soFar("paid_this_year", "本年度统筹基金已支付多少");
  return paid.value.isZero()
    ? cap
    : one.trace.minus("本年度统筹基金还可支付", cap, paid);
}

/** The expense that the fund and the person share. */
function wholeOf(one: Case, lines: readonly Line[]): Quantity {
  const eligible = one.money("eligible");
  if (one.facts.above_deductible !== undefined && eligible) return eligible;
  return sum(
    one,
    "本次费用",
    lines.map((line) => line.expense),
  );
}

/** Where both the expense and the part above the deductible were said, the deductible is between them. */
function deductibleOfSheet(
  one: Case,
  whole: Quantity,
  grounds: readonly number[] | undefined,
): Quantity | undefined {
  const above = one.money("above_deductible");
  return above && whole.value.gt(above.value)
    ? one.trace.minus("起付标准", amount(whole.value, grounds), above)
    : undefined;
}

/** What the person bears, at most the year's ceiling; what is above it is paid by another pool. */
export function ceiling(
  one: Case,
  self: Quantity,
): Pick<Inpatient, "self" | "ceiling" | "aboveCeiling"> {
  const picked = pick(one, "inpatient.self_paid_ceiling");
  if (picked.kind !== "rule")
    return { self, ceiling: false, aboveCeiling: undefined };
  const { amount: limit } = valueOf(picked.rule, "amount");
  if (self.value.lte(limit))
    return { self, ceiling: true, aboveCeiling: undefined };
  const most = one.quantity(picked.rule);
  return {
    self: one.trace.lesser("个人自付最高限额以内", self, most),
    ceiling: true,
    aboveCeiling: one.trace.minus("超过个人自付最高限额的部分", self, most),
  };
}

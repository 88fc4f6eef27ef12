/**
 * Catastrophic insurance, the second layer: what is above the deductible, in
 * bands added up, within the year's cap. Where a notice states the deductible
 * only, the amount that enters is computed and the payment stays open.
 */
import type { Rule } from "../../knowledge/schema.js";
import { type Case, valueOf } from "../case.js";
import { exact } from "../decimal.js";
import type { CalcResult } from "../result.js";
import { holdsAt, reaches } from "../select.js";
import { amount, difference, type Quantity, ratio } from "../trace.js";
import { sum } from "./bill.js";
import {
  changedDeductible,
  forCount,
  isRefused,
  missing,
  pick,
  type Picked,
  quantityOf,
  type Refused,
  refused,
} from "./pick.js";

/** A stated fact that some persons get more, without saying how much. */
const TILT = "fact.catastrophic_tilt";

/** What the layer comes to. */
export interface Catastrophic {
  deductible: Quantity;
  entering: Quantity;
  /** Undefined where no clause states the ratios. */
  fund: Quantity | undefined;
  self: Quantity | undefined;
  /** Whether the eligible expense itself is banded, not what the person bears. */
  onExpense: boolean;
  /** Whether what was borne as deductible counts into the next layer. */
  deductibleCounts: boolean;
  /** How the notice calls what stays with the person before this layer pays, where it is no deductible. */
  called?: string;
}

/** Computes what catastrophic insurance pays of a year's amount. */
export function catastrophic(one: Case): CalcResult {
  const layer = catastrophicLayer(one, {
    self: one.money("eligible_self_paid"),
    expense: one.money("eligible_expense"),
  });
  if (isRefused(layer)) return layer.result();
  addFigures(one, layer);
  return one.answered();
}

/** The figures of the layer, the conclusion first. */
export function addFigures(one: Case, layer: Catastrophic): void {
  const { fund, self, entering, deductible, onExpense } = layer;
  if (fund) one.figure("catastrophic.fund", "大病保险支付", fund);
  if (self)
    one.figure(
      "catastrophic.self",
      onExpense ? "起付线以上个人负担" : "个人负担",
      self,
    );
  one.figure("catastrophic.entering", "进入大病保险的金额", entering);
  one.figure(
    "catastrophic.deductible",
    layer.called ?? "大病保险起付线",
    deductible,
  );
}

interface Base {
  /** Eligible expense that the person bears after basic insurance. */
  self: Quantity | undefined;
  /** Eligible expense of the year. */
  expense: Quantity | undefined;
}

/** What the layer pays of an amount, or why that is not decided. */
export function catastrophicLayer(
  one: Case,
  base: Base,
): Catastrophic | Refused {
  const bands = pick(one, "catastrophic.bands");
  const deductible = pick(one, "catastrophic.deductible");
  if (bands.kind === "open") return refused(one, bands);
  if (isAbsent(bands) && isAbsent(deductible)) {
    const layer = aboveCeiling(one, base);
    if (layer) return layer;
  }
  const begin = beginOf(deductible, bands);
  if (!begin)
    return refused(one, deductible as Exclude<Picked, { kind: "rule" }>);
  const onExpense =
    bands.kind === "rule" && valueOf(bands.rule, "bands").base === "expense";
  const whole = onExpense ? base.expense : base.self;
  if (!whole)
    return missing(one, onExpense ? "eligible_expense" : "eligible_self_paid");
  const regular = amount(begin.amount, one.cite(begin.rule));
  one.assumeConditions(begin.rule);
  const start = startOf(one, regular);
  if (isRefused(start)) return start;
  const layer = {
    deductible: start,
    onExpense,
    deductibleCounts: begin.counts,
  };
  if (bands.kind === "none") return { ...layer, ...openEnd(one, whole, start) };
  const paid = pay(one, bands.rule, whole, start, regular);
  return isRefused(paid) ? paid : { ...layer, ...paid };
}

const isAbsent = (picked: Picked): boolean =>
  picked.kind === "none" && picked.why.kind === "nothing";

/** Where a notice limits what a person bears in a year and lets another pool pay the rest. */
function aboveCeiling(
  one: Case,
  { self }: Base,
): Catastrophic | Refused | undefined {
  const picked = pick(one, "inpatient.self_paid_ceiling");
  if (picked.kind === "open") return refused(one, picked);
  if (picked.kind === "none")
    return picked.why.kind === "other_time" || picked.why.kind === "unlisted"
      ? refused(one, picked)
      : undefined;
  if (!self) return missing(one, "eligible_self_paid");
  const most = one.quantity(picked.rule);
  const fund = one.trace.minus("超过个人自付最高限额的部分", self, most);
  return {
    deductible: most,
    entering: fund,
    fund,
    self: one.trace.minus("个人负担", self, fund),
    onExpense: false,
    deductibleCounts: true,
    called: "年度个人自付最高限额",
  };
}

interface Begin {
  rule: Rule;
  amount: string;
  /** Whether it counts into the next layer when borne by the person. */
  counts: boolean;
}

/** Where the layer begins: the deductible, or the foot of the first band. */
function beginOf(deductible: Picked, bands: Picked): Begin | undefined {
  if (deductible.kind === "rule") {
    const { rule } = deductible;
    const { amount: from, next_layer } = valueOf(rule, "deductible");
    return { rule, amount: from, counts: next_layer === "counted" };
  }
  if (deductible.kind === "open" || bands.kind !== "rule") return undefined;
  const { counted_from, bands: all } = valueOf(bands.rule, "bands");
  const [first] = all;
  return first && counted_from === "zero"
    ? { rule: bands.rule, amount: first.over, counts: true }
    : undefined;
}

/** The deductible for this person. */
function startOf(one: Case, regular: Quantity): Quantity | Refused {
  const change = pick(one, "catastrophic.deductible_change", {
    only: forCount(1),
  });
  if (change.kind === "open") return refused(one, change);
  if (change.kind === "none") return regular;
  return changedDeductible(one, change.rule, regular) ?? regular;
}

/** No ratio is stated: what enters is computed; nothing is paid where nothing enters. */
function openEnd(
  one: Case,
  whole: Quantity,
  deductible: Quantity,
): Pick<Catastrophic, "entering" | "fund" | "self"> {
  const entering = one.trace.minus("进入大病保险的金额", whole, deductible);
  const tilted = tellTilt(one);
  if (entering.value.isZero() && !tilted)
    return {
      entering,
      fund: entering,
      self: amount(whole.value, entering.citations),
    };
  one.caveat(
    "other_rules_first",
    "进入大病保险的金额报多少，收录的文件没有写，这里不作计算。",
  );
  return { entering, fund: undefined, self: undefined };
}

/** Tells that this person gets more than others, where the notice says so without an amount. */
function tellTilt(one: Case): boolean {
  let tilted = false;
  for (const fact of one.knowledge.provisions(one.place, TILT))
    if (holdsAt(fact, one.during(one.event)) && reaches(fact.who, one.tags)) {
      one.cite(fact);
      if (fact.value.kind === "text")
        one.caveat("other_rules_first", fact.value.says);
      tilted = true;
    }
  return tilted;
}

/** What the bands pay; a band that began at the regular deductible begins at this person's. */
function pay(
  one: Case,
  rule: Rule,
  whole: Quantity,
  deductible: Quantity,
  regular: Quantity,
): Pick<Catastrophic, "entering" | "fund" | "self"> | Refused {
  const { trace } = one;
  const { bands, counted_from } = valueOf(rule, "bands");
  one.assumeConditions(rule);
  const citations = one.cite(rule);
  const points = quantityOf(one, "catastrophic.points");
  if (isRefused(points)) return points;
  const top = bands.at(-1)?.to ?? null;
  const above = trace.minus("起付线以上的部分", whole, deductible);
  const fromZero = counted_from === "zero";
  const entering =
    top === null
      ? above
      : within(
          one,
          above,
          exceeds(amount(top, citations), fromZero ? deductible : undefined),
        );
  const parts: Quantity[] = [];
  for (const [index, band] of bands.entries()) {
    const over =
      fromZero && index === 0 && exact(band.over).lte(regular.value)
        ? deductible
        : amount(band.over, citations);
    const counted = fromZero ? whole : above;
    if (counted.value.lte(over.value)) continue;
    const upper =
      band.to !== null && counted.value.gt(band.to)
        ? amount(band.to, citations)
        : counted;
    const part = over.value.isZero()
      ? upper
      : trace.minus("本段金额", upper, over);
    const share = points
      ? trace.raise("本段比例", ratio(band.ratio, citations), points)
      : ratio(band.ratio, citations);
    parts.push(trace.times("本段支付", part, share));
  }
  const limit = yearCap(one);
  if (isRefused(limit)) return limit;
  const computed =
    parts.length > 0
      ? sum(one, "各段支付合计", parts)
      : amount("0", [...new Set([...citations, ...deductible.citations])]);
  const fund = trace.settle("大病保险支付", computed, limit ? [limit] : []);
  const borne = valueOf(rule, "bands").base === "expense" ? above : whole;
  return { entering, fund, self: trace.minus("个人负担", borne, fund) };
}

/** The most that can enter: the top of the last band, counted from the deductible. */
function exceeds(top: Quantity, deductible: Quantity | undefined): Quantity {
  return deductible ? difference(top, deductible) : top;
}

function within(one: Case, above: Quantity, most: Quantity): Quantity {
  return above.value.gt(most.value)
    ? one.trace.lesser("进入大病保险的金额", above, most)
    : above;
}

/** The year's cap; undefined where there is none, or the notice says that there is none. */
function yearCap(one: Case): Quantity | undefined | Refused {
  const picked = pick(one, "catastrophic.cap");
  if (picked.kind === "open") return refused(one, picked);
  if (picked.kind === "none")
    return picked.why.kind === "other_time" ? refused(one, picked) : undefined;
  if (valueOf(picked.rule, "cap").amount !== null)
    return one.quantity(picked.rule);
  one.cite(picked.rule);
  return undefined;
}

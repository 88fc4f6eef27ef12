/**
 * General outpatient care: deductible, ratios by institution and class, the
 * caps of a visit, a day and a year. A visit is one settlement: the classes of
 * a bill are summed unrounded, then limited, then rounded once.
 */
import type { ValueOf } from "../../knowledge/schema.js";
import { type Case, valueOf } from "../case.js";
import type { CalcResult } from "../result.js";
import { allReaching, holdsAt, type NotFound } from "../select.js";
import { amount, type Quantity } from "../trace.js";
import {
  type Caps,
  capsOf,
  limitAlone,
  limitsOf,
} from "./outpatient-limits.js";
import { billed, type Line, linesOf, ratioOf, sum } from "./bill.js";
import {
  changedDeductible,
  changesOf,
  forCount,
  isRefused,
  missing,
  pick,
  type Refused,
  refused,
  undecided,
} from "./pick.js";
import { outsideRegion } from "./out-of-region.js";
import { unsaid } from "./unsaid.js";

const RATIO = "outpatient.ratio";
const DEDUCTIBLE = "outpatient.deductible";
const CAP = "outpatient.cap";
const CHANGE = "outpatient.deductible_change";
const POINTS = "outpatient.points";

/** What a visit comes to. */
export interface Outpatient {
  fund: Quantity;
  self: Quantity;
  yearLeft: Quantity | undefined;
  deductible: Quantity | undefined;
  limit: Quantity | undefined;
  /** Whether the year's limit is on the expense that counts. */
  onExpense: boolean;
}

/** Computes what the fund pays of one visit. */
export function outpatient(one: Case): CalcResult {
  const visit = outpatientLayer(one);
  return isRefused(visit)
    ? unsaid(one, visit, outpatient)
    : figures(one, visit);
}

function figures(one: Case, visit: Outpatient): CalcResult {
  one.figure("outpatient.fund", "基金支付", visit.fund);
  one.figure("outpatient.self", "个人负担", visit.self);
  const { yearLeft, deductible, limit, onExpense } = visit;
  if (yearLeft)
    one.figure(
      "outpatient.year_left",
      onExpense ? "本年度还可计入报销的费用" : "本年度还可支付",
      yearLeft,
    );
  if (deductible) one.figure("outpatient.deductible", "起付标准", deductible);
  if (limit)
    one.figure(
      "outpatient.limit",
      onExpense ? "年度最高支付标准（按费用）" : "年度支付限额",
      limit,
    );
  return one.answered();
}

/** What a visit comes to, or why that is not decided. */
export function outpatientLayer(one: Case): Outpatient | Refused {
  const elsewhere = outsideRegion(one, [RATIO, POINTS, DEDUCTIBLE]);
  if (elsewhere) return elsewhere;
  const bill = billed(one);
  const lines = bill.length > 0 ? linesOf(one, "outpatient", bill) : [];
  if (isRefused(lines)) return withLimits(one, lines);
  if (lines.length === 0) {
    const share = ratioOf(one, "outpatient", {});
    if (isRefused(share)) return withLimits(one, share);
    const deductible = deductibleOf(one);
    return isRefused(deductible) && deductible.missing === undefined
      ? deductible
      : missing(one, "eligible");
  }
  tellAboutFamilyDoctor(one);
  const deductible = deductibleOf(one);
  if (isRefused(deductible)) return deductible;
  const caps = capsOf(one);
  if (isRefused(caps)) return caps;
  return pay(one, lines, deductible, caps);
}

/** Where no ratio decides, the limit is the nearest figure. */
function withLimits(one: Case, why: Refused): Refused {
  if (why.missing !== undefined) return why;
  const alone = limitAlone(one, why);
  if (alone) return alone;
  return {
    ...why,
    result: () => {
      const result = why.result();
      if (result.status !== "not_stipulated") return result;
      const { place, knowledge, facets, tags } = one;
      const when = one.during(one.event);
      const found = allReaching(knowledge, {
        place,
        topic: CAP,
        when,
        facets,
        asked: [],
        tags,
      });
      one.refer(found.map(({ rule }) => rule));
      return one.notStipulated();
    },
  };
}

/** A contracted doctor at an institution that the clause on such doctors does not name. */
function tellAboutFamilyDoctor(one: Case): void {
  const { family_doctor, institution } = one.facts;
  if (family_doctor !== true || institution === undefined) return;
  for (const rule of one.knowledge.provisions(one.place, POINTS)) {
    const { institution: named, family_doctor: doctor } = rule.where;
    const elsewhere = named !== undefined && !named.includes(institution);
    if (elsewhere && doctor && holdsAt(rule, one.during(one.event)))
      one.cite(rule);
  }
}

interface Deductible {
  quantity: Quantity;
  per: ValueOf<"deductible">["per"];
}

/** The deductible with its reductions; undefined where no rule states one. */
function deductibleOf(one: Case): Deductible | undefined | Refused {
  const picked = pick(one, DEDUCTIBLE);
  if (picked.kind === "open") return refused(one, picked);
  if (picked.kind === "none") return withoutDeductible(one, picked.why);
  const { per } = valueOf(picked.rule, "deductible");
  const regular = one.quantity(picked.rule);
  const quantity = reduced(one, regular);
  return isRefused(quantity) ? quantity : { quantity, per };
}

/** The place has deductibles, and none for this case: the ratio alone decides no payment. */
function withoutDeductible(one: Case, why: NotFound): undefined | Refused {
  if (why.kind === "other_time") return undecided(one, why);
  if (why.kind !== "unlisted" || why.facet === "identity") return undefined;
  const ratio = pick(one, RATIO);
  const rules = ratio.kind === "rule" ? [ratio.rule] : [];
  return undecided(one, { ...why, rules });
}

function reduced(one: Case, regular: Quantity): Quantity | Refused {
  const years = one.facts.years_below_deductible;
  if (one.knowledge.provisions(one.place, CHANGE).length === 0) return regular;
  if (years === undefined)
    return changesOf(one, CHANGE).length > 0
      ? missing(one, "years_below_deductible")
      : regular;
  const picked = pick(one, CHANGE, { only: forCount(years) });
  if (picked.kind === "open") return refused(one, picked);
  if (picked.kind === "none") return regular;
  return changedDeductible(one, picked.rule, regular) ?? regular;
}

function pay(
  one: Case,
  lines: readonly Line[],
  deductible: Deductible | undefined,
  caps: Caps,
): Outpatient | Refused {
  const { trace } = one;
  const expense = sum(
    one,
    "本次费用",
    lines.map((line) => line.expense),
  );
  const counted = countedLines(one, lines, deductible, caps.yearOnExpense);
  const parts = counted.lines.map(({ label, eligible, ratio }) =>
    trace.times(`${label}按比例报销`, eligible, ratio),
  );
  const computed = sum(one, "按比例报销合计", parts);
  const { limits, yearLeft } = limitsOf(one, caps);
  const fund = trace.settle("基金支付", computed, limits);
  return {
    fund,
    self: trace.minus("个人负担", expense, fund),
    yearLeft: yearLeft
      ? trace.minus("支付后本年度还剩", yearLeft, fund)
      : caps.yearOnExpense &&
        counted.used &&
        trace.minus("限额内本年度还剩", caps.yearOnExpense, counted.used),
    deductible:
      deductible && !isFree(deductible) ? deductible.quantity : undefined,
    limit: caps.year ?? caps.yearOnExpense,
    onExpense: caps.year === undefined,
  };
}

const isFree = ({ quantity }: Deductible): boolean => quantity.value.isZero();

interface Counted {
  lines: Line[];
  /** Eligible expense of the year with this visit, where it matters. */
  used: Quantity | undefined;
}

/** The lines with what counts of each: above the deductible, within the limit on the expense of the year. */
function countedLines(
  one: Case,
  lines: readonly Line[],
  deductible: Deductible | undefined,
  limit: Quantity | undefined,
): Counted {
  const { trace } = one;
  const free = !deductible || isFree(deductible);
  if (free && !limit) return { lines: [...lines], used: undefined };
  const yearly = limit !== undefined || deductible?.per === "year";
  const before = yearly
    ? one.soFar("eligible_before", "本年度此前的政策范围内门诊费用")
    : amount("0");
  let from = before;
  const counted: Line[] = [];
  for (const line of lines) {
    const to = from.value.isZero()
      ? line.eligible
      : trace.plus("本年度累计费用", [from, line.eligible]);
    const upper =
      limit && to.value.gt(limit.value)
        ? trace.lesser("计入报销的累计费用", to, limit)
        : to;
    const lower =
      deductible && deductible.quantity.value.gt(from.value)
        ? deductible.quantity
        : from;
    const eligible = lower.value.isZero()
      ? upper
      : trace.minus(`${line.label}起付标准以上计入报销的部分`, upper, lower);
    const { label, facets, expense, ratio } = line;
    counted.push({ label, facets, expense, eligible, ratio });
    from = to;
  }
  return { lines: counted, used: from };
}

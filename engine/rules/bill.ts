/**
 * A bill of eligible expense, by class where the place tells classes apart:
 * what the person pays first (乙类先行自付), and the ratio of each class.
 */
import type { Case } from "../case.js";
import { Exact, exact } from "../decimal.js";
import type { FacetValues } from "../select.js";
import { amount, type Quantity, ratio } from "../trace.js";
import {
  isExact,
  isRefused,
  pick,
  quantityOf,
  quantityOfSort,
  type Refused,
  refused,
  undecided,
} from "./pick.js";

/** One class of a bill. */
export interface Line {
  /** “甲类”; empty where the bill is not told apart. */
  label: string;
  facets: FacetValues;
  /** As billed. */
  expense: Quantity;
  /** What counts as eligible after the part that the person pays first. */
  eligible: Quantity;
  ratio: Quantity;
}

interface Billed {
  label: string;
  facets: FacetValues;
  expense: Quantity;
}

/** The classes of the bill that the facts state. */
export function billed(one: Case): Billed[] {
  const lines: Billed[] = [];
  for (const id of ["a", "b"]) {
    const expense = one.money(id === "a" ? "class_a" : "class_b");
    const label = one.knowledge.vocabulary.label("class", id);
    if (expense) lines.push({ label, facets: { class: id }, expense });
  }
  const eligible = one.money("eligible");
  const [only] = lines;
  if (only && lines.length === 1)
    lines.push(...otherClass(one, only, eligible));
  const some = lines.filter(({ expense }) => !expense.value.isZero());
  if (some.length > 0) return some;
  if (lines.length === 0 && eligible)
    lines.push({ label: "", facets: {}, expense: eligible });
  return lines;
}

/** The class that was not said: what the eligible expense leaves for it, else none; told as assumed. */
function otherClass(
  one: Case,
  { facets, expense }: Billed,
  eligible: Quantity | undefined,
): Billed[] {
  const id = facets.class === "a" ? "b" : "a";
  const label = one.knowledge.vocabulary.label("class", id);
  if (!eligible) {
    one.assume(`没有说${label}费用，按没有${label}费用计算`);
    return [];
  }
  const rest = amount(eligible.value.minus(expense.value));
  if (rest.value.lte(0)) return [];
  one.assume(`政策范围内费用的其余${rest.text}元按${label}计算`);
  return [{ label, facets: { class: id }, expense: rest }];
}

type Care = "outpatient" | "inpatient";

/** Topics of each kind of care; whole, since a name put together anew is slow to look up. */
const TOPICS = {
  outpatient: {
    ratio: "outpatient.ratio",
    points: "outpatient.points",
    first: "outpatient.first_self_paid",
  },
  inpatient: {
    ratio: "inpatient.ratio",
    points: "inpatient.points",
    first: "inpatient.first_self_paid",
  },
} as const;

/** The lines with their ratios, or why these are not decided. */
export function linesOf(
  one: Case,
  care: Care,
  bill: readonly Billed[],
): Line[] | Refused {
  const lines: Line[] = [];
  for (const part of bill) {
    const share = ratioOf(one, care, part.facets, part.label);
    if (isRefused(share)) return share;
    const eligible = afterFirstPart(one, care, part);
    if (isRefused(eligible)) return eligible;
    const { citations } = share;
    const { label, facets, expense } = part;
    // Facts cite nothing: the expense rests on the clause that pays for it.
    const whole = { value: expense.value, text: expense.text, citations };
    lines.push({
      label,
      facets,
      expense: whole,
      eligible: eligible === expense ? whole : eligible,
      ratio: share,
    });
  }
  return lines;
}

/** The ratio for these facets, with the points added or taken off. */
export function ratioOf(
  one: Case,
  care: Care,
  facets: FacetValues,
  label = "",
): Quantity | Refused {
  const picked = pick(one, TOPICS[care].ratio, { facets });
  if (picked.kind !== "rule") return refused(one, picked);
  if (!isExact(picked.rule))
    return undecided(one, { kind: "not_a_rule", provisions: [picked.rule] });
  const base = one.quantity(picked.rule);
  const raised = withPoints(one, care, facets, label, base, "plus");
  return isRefused(raised)
    ? raised
    : withPoints(one, care, facets, label, raised, "minus");
}

/** The ratio with the points of one direction; points added and points taken off both apply. */
function withPoints(
  one: Case,
  care: Care,
  facets: FacetValues,
  label: string,
  base: Quantity,
  direction: "plus" | "minus",
): Quantity | Refused {
  const points = quantityOfSort(one, TOPICS[care].points, direction, facets);
  if (points === undefined) return base;
  if (isRefused(points)) return points;
  if (direction === "minus")
    return one.trace.lower(`${label}报销比例`, base, points);
  const raised = one.trace.raise(`${label}报销比例`, base, points);
  return raised.value.gt(1)
    ? ratio(Exact.min(exact("1"), raised.value), raised.citations)
    : raised;
}

function afterFirstPart(
  one: Case,
  care: Care,
  { facets, expense, label }: Billed,
): Quantity | Refused {
  // “Eligible” expense of no class is what is left after the part paid first.
  if (facets.class === undefined) return expense;
  const share = quantityOf(one, TOPICS[care].first, { facets });
  if (!share || isRefused(share)) return share ?? expense;
  const first = one.trace.times(`${label}先行自付`, expense, share);
  return one.trace.minus(`${label}计入报销的费用`, expense, first);
}

/** The sum of amounts; an amount of 0 where there is none. */
export function sum(
  one: Case,
  label: string,
  parts: readonly Quantity[],
): Quantity {
  return parts.length === 0 ? amount("0") : one.trace.plus(label, parts);
}

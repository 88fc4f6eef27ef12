/**
 * The computation and its trace, made by the same call: a helper that gives a
 * value also writes the step that shows it, so the two cannot disagree. Only
 * `settle` rounds, once for each amount that a fund or a person actually pays.
 */
import {
  Exact,
  exact,
  least,
  percentText,
  plainText,
  toFen,
  unroundedText,
  ZERO,
} from "./decimal.js";
import type { Step } from "./result.js";

/** A number in a computation: its value, how expressions write it, and what it rests on. */
export interface Quantity {
  readonly value: Exact;
  readonly text: string;
  readonly citations: readonly number[];
}

const NO_CITATIONS: readonly number[] = [];

/** An amount in 元, from the facts of the case or from a clause. */
export function amount(
  value: Exact | string,
  citations: readonly number[] = NO_CITATIONS,
): Quantity {
  const number = typeof value === "string" ? exact(value) : value;
  return { value: number, text: plainText(number), citations };
}

/** A ratio as a fraction; expressions show it in percent. */
export function ratio(
  value: Exact | string,
  citations: readonly number[] = NO_CITATIONS,
): Quantity {
  const number = typeof value === "string" ? exact(value) : value;
  return { value: number, text: percentText(number), citations };
}

/** A difference that the expression around it shows as one, without a step of its own. */
export function difference(whole: Quantity, part: Quantity): Quantity {
  return {
    value: whole.value.minus(part.value),
    text: `${whole.text} − ${part.text}`,
    citations: merged([whole, part]),
  };
}

/** A count of persons, months or times. */
export function count(value: number): Quantity {
  const number = exact(value);
  return { value: number, text: plainText(number), citations: NO_CITATIONS };
}

function merged(quantities: readonly Quantity[]): number[] {
  const all: number[] = quantities[0] ? [...quantities[0].citations] : [];
  for (const { citations } of quantities)
    for (const at of citations) if (!all.includes(at)) all.push(at);
  return all;
}

export class Trace {
  readonly steps: Step[] = [];

  private made(
    label: string,
    expression: string,
    value: Exact,
    parts: readonly Quantity[],
    as: "money" | "ratio" = "money",
  ): Quantity {
    const citations = merged(parts);
    const text = plainText(value);
    const money = as === "money";
    this.steps.push({
      label,
      expression,
      value: money ? unroundedText(text) : text,
      unit: money ? "元" : "",
      citations,
    });
    return money ? { value, text, citations } : ratio(value, citations);
  }

  /** Says of all steps from a place on whose they are. */
  name(from: number, whose: string): void {
    for (const step of this.steps.slice(from))
      step.label = `${whose}${step.label}`;
  }

  /** `base × factor`, unrounded, in 元. */
  times(label: string, base: Quantity, factor: Quantity): Quantity {
    const value = base.value.times(factor.value);
    return this.made(label, `${base.text} × ${factor.text}`, value, [
      base,
      factor,
    ]);
  }

  /** The sum of amounts; one part alone needs no step and is given back. */
  plus(label: string, parts: readonly Quantity[]): Quantity {
    const [first] = parts;
    if (first && parts.length === 1) return first;
    let value = first?.value ?? ZERO;
    for (let at = 1; at < parts.length; at += 1)
      value = value.plus(parts[at]!.value);
    return this.made(
      label,
      parts.map((part) => part.text).join(" + "),
      value,
      parts,
    );
  }

  /** A count that an expression of counts gives, with its unit. */
  counted(
    label: string,
    expression: string,
    value: number,
    unit: string,
    citations: readonly number[],
  ): void {
    this.steps.push({
      label,
      expression,
      value: String(value),
      unit,
      citations: [...citations],
    });
  }

  /** An amount that the notice's own numbers give by a formula that is data. */
  derived(label: string, formula: string, amount_: Quantity): void {
    this.steps.push({
      label,
      expression: formula,
      value: unroundedText(amount_.text),
      unit: "元",
      citations: [...amount_.citations],
    });
  }

  /** A ratio raised by percentage points, e.g. 50% + 20%. */
  raise(label: string, base: Quantity, points: Quantity): Quantity {
    const value = base.value.plus(points.value);
    return this.made(
      label,
      `${base.text} + ${points.text}`,
      value,
      [base, points],
      "ratio",
    );
  }

  /** A ratio lowered by percentage points, never below 0. */
  lower(label: string, base: Quantity, points: Quantity): Quantity {
    const difference = base.value.minus(points.value);
    const expression = `${base.text} − ${points.text}`;
    const below = difference.isNegative() && !difference.isZero();
    return this.made(
      label,
      below ? `max(${expression}, 0)` : expression,
      below ? ZERO : difference,
      [base, points],
      "ratio",
    );
  }

  /** `whole − part`, never below 0. */
  minus(label: string, whole: Quantity, part: Quantity): Quantity {
    const difference = whole.value.minus(part.value);
    const expression = `${whole.text} − ${part.text}`;
    const below = difference.isNegative() && !difference.isZero();
    return this.made(
      label,
      below ? `max(${expression}, 0)` : expression,
      below ? ZERO : difference,
      [whole, part],
    );
  }

  /** The least of amounts. */
  lesser(label: string, first: Quantity, ...others: Quantity[]): Quantity {
    const all = [first, ...others];
    const value = least(first.value, ...others.map((other) => other.value));
    return this.made(
      label,
      `min(${all.map((part) => part.text).join(", ")})`,
      value,
      all,
    );
  }

  /** The greater of two amounts. */
  greater(label: string, first: Quantity, second: Quantity): Quantity {
    return this.made(
      label,
      `max(${first.text}, ${second.text})`,
      Exact.max(first.value, second.value),
      [first, second],
    );
  }

  /**
   * What is really paid: the computed amount, at most every limit (the
   * expense itself, what is left of a cap), at least 0, rounded half up to 分.
   * Writes no step where nothing limits and nothing is rounded.
   */
  settle(
    label: string,
    computed: Quantity,
    limits: readonly Quantity[] = [],
  ): Quantity {
    const all = [computed, ...limits];
    const limited = least(
      computed.value,
      ...limits.map((limit) => limit.value),
    );
    const negative = limited.isNegative() && !limited.isZero();
    const value = toFen(negative ? ZERO : limited);
    if (limits.length === 0 && value.eq(computed.value)) return computed;
    const inner = all.map((part) => part.text).join(", ");
    const least_ = limits.length === 0 ? computed.text : `min(${inner})`;
    const citations = merged(all);
    const text = plainText(value);
    this.steps.push({
      label,
      expression: negative ? `max(${least_}, 0)` : least_,
      value: unroundedText(text),
      unit: "元",
      citations,
    });
    return { value, text, citations };
  }
}

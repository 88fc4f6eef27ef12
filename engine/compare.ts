/** Two cases side by side: both results, and what differs line by line, each with its clauses. */
import { z } from "zod";
import type { Knowledge } from "../knowledge/knowledge.js";
import { calculate } from "./calculate.js";
import { exact, moneyText, plainText } from "./decimal.js";
import type { CalcRequest } from "./request.js";
import type { CalcResult, Figure, Step } from "./result.js";

const places = z.array(z.number().int());

/** A figure that both results have. */
export const differenceLine = z.strictObject({
  key: z.string(),
  label: z.string(),
  type: z.enum(["money", "ratio", "count"]),
  unit: z.string(),
  a: z.string(),
  b: z.string(),
  /** b − a, exact; negative where b is less. */
  difference: z.string(),
  /** Whose figure it is, where several are answered. */
  for: z.record(z.string(), z.string()).optional(),
  /** Places in the citations of a and of b. */
  citations: z.strictObject({ a: places, b: places }),
});
export type Difference = z.infer<typeof differenceLine>;

export interface Comparison {
  a: CalcResult;
  b: CalcResult;
  /** Empty unless both are answered. */
  differences: Difference[];
}

/** Computes two cases and what differs; `compare(a, b)` is `compare(b, a)` with the signs turned. */
export function compare(
  a: CalcRequest,
  b: CalcRequest,
  knowledge: Knowledge,
): Comparison {
  return compareResults(calculate(a, knowledge), calculate(b, knowledge));
}

/** What differs between two results. */
export function compareResults(a: CalcResult, b: CalcResult): Comparison {
  if (a.status !== "answered" || b.status !== "answered")
    return { a, b, differences: [] };
  const differences: Difference[] = [];
  const used = new Set<Figure>();
  for (const figure of a.figures) {
    const other = partnerOf(figure, b.figures, used);
    const line = other && differenceOf(figure, other);
    if (!other || !line) continue;
    used.add(other);
    differences.push(line);
  }
  return { a, b, differences };
}

/** The figure of the same key for the same person; else the next of that key. */
function partnerOf(
  { key, for: whose }: Figure,
  others: readonly Figure[],
  used: ReadonlySet<Figure>,
): Figure | undefined {
  const free = others.filter((one) => one.key === key && !used.has(one));
  const same = JSON.stringify(whose);
  return free.find((one) => JSON.stringify(one.for) === same) ?? free[0];
}

function differenceOf(a: Figure, b: Figure): Difference | undefined {
  const { type } = a;
  if (type !== b.type || type === "date" || type === "boolean")
    return undefined;
  const difference = exact(b.value).minus(a.value);
  const whose = JSON.stringify(a.for) === JSON.stringify(b.for) ? a.for : null;
  return {
    key: a.key,
    label: a.label,
    type,
    unit: a.unit,
    a: a.value,
    b: b.value,
    difference:
      type === "money" ? difference.toFixed(2) : plainText(difference),
    ...(whose ? { for: whose } : {}),
    citations: { a: [...a.citations], b: [...b.citations] },
  };
}

/** How far two amounts lie apart. */
export interface Distance {
  /** The larger less the smaller, never negative. */
  figure: Figure;
  step: Step;
  /** 1: the second is larger; −1: the first; 0: equal. */
  sign: 1 | 0 | -1;
}

/**
 * How far two amounts in 元 or two ratios lie apart, exactly. The citations are
 * those of both. Throws a TypeError on figures of other or different kinds.
 */
export function difference(
  key: string,
  label: string,
  a: Figure,
  b: Figure,
): Distance {
  const { type } = a;
  if (type !== b.type || (type !== "money" && type !== "ratio"))
    throw new TypeError(`${a.key} and ${b.key} are not both money or ratios`);
  const [first, second] = [exact(a.value), exact(b.value)];
  const sign = second.cmp(first) as 1 | 0 | -1;
  const [more, less] = sign < 0 ? [first, second] : [second, first];
  const apart = more.minus(less);
  const value = type === "money" ? moneyText(apart) : plainText(apart);
  const unit = type === "money" ? "元" : "个百分点";
  const citations = [...new Set([...a.citations, ...b.citations])];
  return {
    sign,
    figure: { key, type, label, value, unit, citations },
    step: {
      label,
      expression: `${plainText(more)} − ${plainText(less)}`,
      value,
      unit,
      citations,
    },
  };
}

/** What several amounts in 元 come to, with the step that adds them; the citations are those of all. */
export function sumOf(
  key: string,
  label: string,
  figures: readonly Figure[],
): { figure: Figure; step: Step } {
  const values = figures.map(({ value }) => exact(value));
  const value = moneyText(
    values.reduce((sum, one) => sum.plus(one), exact("0")),
  );
  const citations = [...new Set(figures.flatMap((one) => one.citations))];
  return {
    figure: { key, type: "money", label, value, unit: "元", citations },
    step: {
      label,
      expression: values.map(plainText).join(" + "),
      value,
      unit: "元",
      citations,
    },
  };
}

/** The same where every amount belongs to so many persons: 280 × 3 + 315. */
export function sumOfHeads(
  key: string,
  label: string,
  parts: readonly { figure: Figure; heads: number }[],
): { figure: Figure; step: Step } {
  const { figure, step } = sumOf(
    key,
    label,
    parts.flatMap((one) => Array<Figure>(one.heads).fill(one.figure)),
  );
  const expression = parts
    .map(({ figure: { value }, heads }) =>
      heads > 1
        ? `${plainText(exact(value))} × ${heads}`
        : plainText(exact(value)),
    )
    .join(" + ");
  return { figure, step: { ...step, expression } };
}

/** An amount divided by a number of heads, rounded to 分, with the step that divides it. */
export function averageOf(
  key: string,
  label: string,
  total: Figure,
  heads: number,
): { figure: Figure; step: Step } {
  const value = moneyText(exact(total.value).dividedBy(heads));
  const { citations } = total;
  return {
    figure: { key, type: "money", label, value, unit: "元", citations },
    step: {
      label,
      expression: `${plainText(exact(total.value))} ÷ ${heads}`,
      value,
      unit: "元",
      citations,
    },
  };
}

/** What part of a whole an amount is, to the ten-thousandth, with the step that divides it. */
export function shareOf(
  key: string,
  label: string,
  part: Figure,
  whole: Figure,
): { figure: Figure; step: Step } {
  const ratio = exact(part.value).dividedBy(exact(whole.value));
  const value = plainText(ratio.toDecimalPlaces(4));
  const citations = [...new Set([...part.citations, ...whole.citations])];
  return {
    figure: { key, type: "ratio", label, value, unit: "", citations },
    step: {
      label,
      expression: `${plainText(exact(part.value))} ÷ ${plainText(exact(whole.value))}`,
      value,
      unit: "",
      citations,
    },
  };
}

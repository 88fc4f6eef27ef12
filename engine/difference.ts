/** The difference of two figures of one kind, with its step. */
import { exact, moneyText, plainText } from "./decimal.js";
import type { Figure, Step } from "./result.js";

export interface Difference {
  /** The larger less the smaller, never negative. */
  figure: Figure;
  step: Step;
  /** 1: the second is larger; −1: the first; 0: equal. */
  sign: 1 | 0 | -1;
}

/**
 * How far two amounts in 元 lie apart, exactly. The citations are those of
 * both. Throws a TypeError on figures that are no money.
 */
export function difference(
  key: string,
  label: string,
  a: Figure,
  b: Figure,
): Difference {
  if (a.type !== "money" || b.type !== "money")
    throw new TypeError(`${a.key} and ${b.key} are not both money`);
  const [first, second] = [exact(a.value), exact(b.value)];
  const sign = second.cmp(first) as 1 | 0 | -1;
  const [more, less] = sign < 0 ? [first, second] : [second, first];
  const value = moneyText(more.minus(less));
  const citations = [...new Set([...a.citations, ...b.citations])];
  return {
    sign,
    figure: { key, type: "money", label, value, unit: "元", citations },
    step: {
      label,
      expression: `${plainText(more)} − ${plainText(less)}`,
      value,
      unit: "元",
      citations,
    },
  };
}

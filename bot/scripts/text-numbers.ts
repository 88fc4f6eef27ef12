/** The numbers that stand in a Chinese text, written as plain decimals. */
import { Decimal } from "decimal.js";

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
const FACTOR: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  万: 10_000,
  亿: 100_000_000,
};

export interface TextNumber {
  /** Plain decimal; a percentage as the number before the sign. */
  value: string;
  /** Whether 元, % or 百分点 follows: a number that an answer must account for. */
  stated: boolean;
  at: number;
}

const PATTERN =
  /(\d[\d,]*(?:\.\d+)?)\s*([百千万亿]?)\s*(元|块|%|％|个百分点|百分点)?/g;

/** Every Arabic number of the text; dates and clause numbers among them. */
export function numbersIn(text: string): TextNumber[] {
  const found: TextNumber[] = [];
  for (const match of text.normalize("NFKC").matchAll(PATTERN)) {
    const digits = (match[1] ?? "").replaceAll(",", "");
    let value = new Exact(digits);
    const factor = FACTOR[match[2] ?? ""];
    if (factor !== undefined) value = value.times(factor);
    found.push({
      value: value.toFixed(),
      stated: match[3] !== undefined,
      at: match.index,
    });
  }
  return found;
}

/** A decimal in its plain form, also times 100 (a fraction as a percentage). */
export function formsOf(value: string): string[] {
  if (!/^[+-]?\d+(\.\d+)?$/.test(value)) return [];
  const exact = new Exact(value);
  return [exact.toFixed(), exact.times(100).toFixed()];
}

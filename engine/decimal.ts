/**
 * Exact decimals. A clone of decimal.js with its own settings, so that no
 * other code can change how amounts are computed.
 */
import { Decimal } from "decimal.js";

/** 40 digits, half up: exact for every amount below ten hundred million 元. */
export const Exact = Decimal.clone({
  precision: 40,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -60,
  toExpPos: 60,
});
export type Exact = InstanceType<typeof Exact>;

export const ZERO = new Exact(0);

/** A decimal string (“350.00”, “0.55”) as an exact value. */
export function exact(text: string | number): Exact {
  return new Exact(text);
}

/** An amount in 元 with its 分: “350.00”. Rounds nothing that is settled already. */
export function moneyText(value: Exact): string {
  return value.toFixed(2);
}

/** As short as exactness allows: “350”, “30.5”. */
export function plainText(value: Exact): string {
  return value.toFixed();
}

/** The plain text of an exact amount with at least two decimals: “350” → “350.00”, “67.8975” stays. */
export function unroundedText(plain: string): string {
  const point = plain.indexOf(".");
  if (point < 0) return `${plain}.00`;
  return plain.length - point === 2 ? `${plain}0` : plain;
}

/** A fraction as a percentage: 0.055 → “5.5%”. */
export function percentText(ratio: Exact): string {
  return `${ratio.times(100).toFixed()}%`;
}

/** Half up to 分; the one rounding of a settled payment. */
export function toFen(value: Exact): Exact {
  return value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

export function least(first: Exact, ...others: Exact[]): Exact {
  let result = first;
  for (const other of others) if (other.lt(result)) result = other;
  return result;
}

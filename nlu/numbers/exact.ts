/** Exact decimals for the readers: a constructor of our own, never the global one. */
import { Decimal } from "decimal.js";

/** Decimal with 40 digits, rounding half up; independent of other users of decimal.js. */
export const Exact = Decimal.clone({
  precision: 40,
  rounding: Decimal.ROUND_HALF_UP,
  defaults: true,
});

/** An exact decimal number. */
export type Exact = Decimal;

/** The numbers that nearly every message is made of, made once: they never change. */
const SMALL = new Map<string, Exact>();
for (let value = 0; value < 1000; value++)
  SMALL.set(String(value), new Exact(value));

/** An exact decimal from an integer or a string of digits. */
export function exact(value: number | string): Exact {
  return SMALL.get(String(value)) ?? new Exact(value);
}

/** Plain notation without exponent and without trailing zeros. */
export function plain(value: Exact): string {
  return value.toFixed();
}

/** "low" or "low–high". */
export function plainRange(low: Exact, high?: Exact): string {
  return high === undefined ? plain(low) : `${plain(low)}–${plain(high)}`;
}

/** What a reader found at one place of the message, before it becomes a Reading. */
import type { Exact } from "./exact.js";
import { plainRange } from "./exact.js";
import type { Bound, Reading, ReadingKind } from "./reading.js";

/** A reading without its text. */
export type Found = Omit<Reading, "span" | "text"> & {
  readonly start: number;
  readonly end: number;
};

/** Characters that look like a number and are none: the reader goes on behind them. */
export interface Skipped {
  readonly skipTo: number;
}

/** What a reader says of one place. */
export type Outcome = Found | Skipped | undefined;

/** A quantity with its place in the text. */
export interface Quantity {
  readonly kind: ReadingKind;
  readonly start: number;
  readonly end: number;
  readonly low: Exact;
  readonly high?: Exact | undefined;
  readonly about: boolean;
  readonly bound?: Bound | undefined;
  readonly unit?: string | undefined;
}

/** A reading of an amount, ratio, age or count from its exact values. */
export function quantity(q: Quantity): Found {
  const range =
    q.high === undefined
      ? {}
      : { low: plainRange(q.low), high: plainRange(q.high) };
  return {
    kind: q.kind,
    start: q.start,
    end: q.end,
    value: plainRange(q.low, q.high),
    about: q.about,
    ...range,
    ...(q.bound === undefined ? {} : { bound: q.bound }),
    ...(q.unit === undefined ? {} : { unit: q.unit }),
  };
}

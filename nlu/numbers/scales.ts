/** The units of numerals: 十 百 千 万 亿, k and w. */
import { type Exact, exact } from "./exact.js";

const SCALES = new Map<string, Exact>(
  [
    ["十", "10"],
    ["百", "100"],
    ["佰", "100"],
    ["千", "1000"],
    ["仟", "1000"],
    ["k", "1000"],
    ["万", "10000"],
    ["w", "10000"],
    ["亿", "100000000"],
  ].map(([char = "", value = ""]): [string, Exact] => [char, exact(value)]),
);
/** From here on a unit multiplies a whole section: 百万, 十亿. */
const SECTION_SCALE = 10000;

/** A unit, perhaps of two characters. */
export interface ScaleRun {
  readonly to: number;
  readonly value: Exact;
}

/** The value of a unit character, or undefined. */
export function scaleOf(char: string): Exact | undefined {
  return SCALES.get(char);
}

/** Whether the unit is a latin letter: 3.5w, 5k. */
export function isLetterScale(char: string): boolean {
  return char === "k" || char === "w";
}

/** Reads 千, 万, or one unit before a larger one: 十万, 百万, 千亿. */
export function scaleRun(t: string, at: number): ScaleRun | undefined {
  const value = SCALES.get(t.charAt(at));
  if (value === undefined || isLetterScale(t.charAt(at))) return undefined;
  const next = SCALES.get(t.charAt(at + 1));
  return next !== undefined && multiplies(value, next)
    ? { to: at + 2, value: value.times(next) }
    : { to: at + 1, value };
}

/** Whether the second unit multiplies the first. */
export function multiplies(first: Exact, second: Exact): boolean {
  return second.gte(SECTION_SCALE) && second.gt(first);
}

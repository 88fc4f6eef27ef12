/** The unit behind a coefficient: 万, 千万, w, 多万, 好几万. */
import type { Coefficient } from "./coefficient.js";
import { type Exact, exact } from "./exact.js";
import { isLetterScale, multiplies, scaleOf } from "./scales.js";

/** The unit of a part. */
export interface Unit {
  readonly to: number;
  readonly value: Exact;
  readonly about: boolean;
  /** The highest coefficient where 几 stands before the unit. */
  readonly high?: Exact;
}

const TEN = exact(10);

/** Reads 万, 千万, w, 多万, 几万 (behind round digits), 好几万; undefined when none follows or it does not fall. */
export function unitAfter(
  t: string,
  part: Coefficient,
  last: Exact | undefined,
): Unit | undefined {
  const start = last === undefined ? overSpace(t, part) : part.to;
  const vague = vagueBeforeUnit(t, start);
  const at = start + vague.length;
  const value = scaleOf(t.charAt(at));
  if (value === undefined || (last !== undefined && value.gte(last)))
    return undefined;
  const about = vague !== "";
  if (isLetterScale(t.charAt(at)))
    return about || /[a-z]/.test(t.charAt(at + 1))
      ? undefined
      : { to: at + 1, value, about };
  const several = vague.endsWith("几");
  if (several && !isRound(part)) return undefined;
  const wide = last === undefined ? widened(t, at + 1, value) : undefined;
  return {
    to: at + 1,
    value,
    about,
    ...wide,
    ...(several ? { high: part.low.plus(TEN) } : {}),
  };
}

/** The place after a typed space or 个 between digits and their unit: 3.5 万, 1.5个w, 一个亿. */
function overSpace(t: string, { to, digits, bare, low }: Coefficient): number {
  const typed = digits !== undefined || bare || !low.isInteger();
  const unit = t.charAt(to + 1);
  const spaced = t.charAt(to) === " " && "千万亿".includes(unit || "-");
  const counted = t.charAt(to) === "个" && (unit === "w" || unit === "亿");
  return typed && (spaced || counted) ? to + 1 : to;
}

/** 多, 来, 余, 几, 好几 between a coefficient and its unit. */
function vagueBeforeUnit(t: string, at: number): string {
  const char = t.charAt(at);
  if (char !== "" && "多来余几".includes(char)) return char;
  return char === "好" && t.charAt(at + 1) === "几" ? "好几" : "";
}

/** Whether 几 may count ones behind it: 50几万, 二十好几万. */
function isRound(part: Coefficient): boolean {
  return part.high === undefined && part.low.mod(TEN).isZero();
}

/** A larger unit right behind makes one of both: 百万, 千多万. */
function widened(
  t: string,
  at: number,
  value: Exact,
): { to: number; value: Exact; about?: boolean } | undefined {
  const next = scaleOf(t.charAt(at));
  if (next !== undefined)
    return multiplies(value, next)
      ? { to: at + 1, value: value.times(next) }
      : undefined;
  if (!"多来余".includes(t.charAt(at) || " ")) return undefined;
  const beyond = scaleOf(t.charAt(at + 1));
  return beyond !== undefined && multiplies(value, beyond)
    ? { to: at + 2, value: value.times(beyond), about: true }
    : undefined;
}

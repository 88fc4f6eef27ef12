/** A message under reading, and the small questions that readers ask about its characters. */
import { type CalendarDay, splitDate, yearOf } from "../../knowledge/dates.js";
import { findPersonalNumbers } from "../mask.js";
import { normalise } from "../normalise.js";
import { HOTLINES } from "./lookalikes.js";
import { lengthAt, words } from "./words.js";
import { readNumeral, type Numeral } from "./numeral.js";

/** A message: as typed, normalised (same offsets), and the day it is read on. */
export interface Scan {
  readonly raw: string;
  readonly t: string;
  readonly on: string;
  /** The day it is read on, in numbers. */
  readonly today: CalendarDay;
  /** The last year that the message has named so far; 当年 is that year. */
  named: number;
  /** Spans of personal numbers: never read. */
  readonly blocked: readonly (readonly [number, number])[];
  /** Numerals by their start, read once. */
  readonly numerals: Map<number, Numeral | null>;
  /** Numerals and ranges of numerals by their start, read once. */
  readonly ranges: Map<number, Numeral>;
  /** Numbers that are called and not paid. */
  readonly hotlines: ReadonlySet<string>;
}

/** Prepares a message for reading. */
export function scanOf(raw: string, on: string): Scan {
  return {
    raw,
    t: normalise(raw),
    on,
    today: splitDate(on),
    named: yearOf(on),
    blocked: findPersonalNumbers(raw),
    numerals: new Map(),
    ranges: new Map(),
    hotlines: HOTLINES,
  };
}

/** Characters with which a numeral can begin. */
const NUMERAL_STARTS = new Set(
  "0123456789〇零一二三四五六七八九十百千万壹弌贰弍叁弎肆伍陆柒捌玖拾两俩仨廿卅几数半好大上近过超破小约",
);

/** The numeral that starts at this place, if any. */
export function numeralAt(s: Scan, at: number): Numeral | undefined {
  if (!NUMERAL_STARTS.has(s.t.charAt(at))) return undefined;
  const known = s.numerals.get(at);
  if (known !== undefined) return known ?? undefined;
  const numeral = readNumeral(s.t, at, s.raw);
  s.numerals.set(at, numeral ?? null);
  return numeral;
}

/** The character at a place; empty outside the text. */
export function charAt(t: string, at: number): string {
  return at < 0 ? "" : t.charAt(at);
}

/** Whether an ASCII digit stands there. */
export function isDigit(t: string, at: number): boolean {
  const code = t.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** Whether a lower-case latin letter stands there. */
export function isLetter(t: string, at: number): boolean {
  const code = t.charCodeAt(at);
  return code >= 97 && code <= 122;
}

/** The place after spaces. */
export function skipSpaces(t: string, at: number): number {
  let to = at;
  while (t.charAt(to) === " ") to++;
  return to;
}

/** Separators between the ends of a range; empty spaces around are allowed. */
const RANGE_MARKS = words("—— -- - — ~ 至 到");

/** The place after a range mark, or -1. */
export function afterRangeMark(t: string, at: number): number {
  const start = skipSpaces(t, at);
  const length = lengthAt(t, start, RANGE_MARKS);
  return length === 0 ? -1 : skipSpaces(t, start + length);
}

/** A message under reading, and the small questions that readers ask about its characters. */
import { findPersonalNumbers } from "../mask.js";
import { normalise } from "../normalise.js";
import { HOTLINES } from "./lookalikes.js";
import { readNumeral, type Numeral } from "./numeral.js";

/** A message: as typed, normalised (same offsets), and the day it is read on. */
export interface Scan {
  readonly raw: string;
  readonly t: string;
  readonly on: string;
  /** Spans of personal numbers: never read. */
  readonly blocked: readonly (readonly [number, number])[];
  /** Numerals by their start, read once. */
  readonly numerals: Map<number, Numeral | null>;
  /** Numbers that are called and not paid. */
  readonly hotlines: ReadonlySet<string>;
}

/** Prepares a message for reading. */
export function scanOf(raw: string, on: string): Scan {
  return {
    raw,
    t: normalise(raw),
    on,
    blocked: findPersonalNumbers(raw),
    numerals: new Map(),
    hotlines: HOTLINES,
  };
}

/** The numeral that starts at this place, if any. */
export function numeralAt(s: Scan, at: number): Numeral | undefined {
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

/** The length of the first of the words that starts there; 0 when none does. */
export function startsWithAny(
  t: string,
  at: number,
  words: readonly string[],
): number {
  for (const word of words) if (t.startsWith(word, at)) return word.length;
  return 0;
}

/** The length of the first of the words that ends there; 0 when none does. */
export function endsWithAny(
  t: string,
  at: number,
  words: readonly string[],
): number {
  for (const word of words)
    if (t.startsWith(word, at - word.length) && word.length <= at)
      return word.length;
  return 0;
}

/** The place after spaces. */
export function skipSpaces(t: string, at: number): number {
  let to = at;
  while (t.charAt(to) === " ") to++;
  return to;
}

/** Whether the clause ends there: end of text, space or punctuation. */
export function isClauseEnd(t: string, at: number): boolean {
  return (
    at >= t.length || ' ，。,.;；:!！?？、）)】」”"…~\n'.includes(t.charAt(at))
  );
}

/** Separators between the ends of a range; empty spaces around are allowed. */
const RANGE_MARKS = ["——", "--", "-", "—", "~", "至", "到"];

/** The place after a range mark, or -1. */
export function afterRangeMark(t: string, at: number): number {
  const start = skipSpaces(t, at);
  const length = startsWithAny(t, start, RANGE_MARKS);
  return length === 0 ? -1 : skipSpaces(t, start + length);
}

/** Chinese digits without units, read one by one: 二〇二三, 一二〇. */
import { digitValue } from "./section.js";

/** Longer rows are no number that a question is about. */
const MOST_DIGITS = 12;
/** Behind such a row these show that it is no row: 一二百, 三四千. */
const UNITS = "十百千万亿拾佰仟几点";

/** A row of digits. */
export interface DigitRow {
  readonly to: number;
  /** As ASCII digits. */
  readonly digits: string;
}

/** The value 0–9 of a digit that may stand in such a row, or -1; 两 and the formal ones may not. */
export function rowDigit(char: string): number {
  return char !== "" && "〇零一二三四五六七八九".includes(char)
    ? digitValue(char)
    : -1;
}

/** Three or more Chinese digits, or two with 零. */
export function readDigitRow(t: string, at: number): DigitRow | undefined {
  let digits = "";
  let to = at;
  for (
    let value = rowDigit(t.charAt(to));
    value >= 0;
    value = rowDigit(t.charAt(to))
  ) {
    digits += value;
    to++;
    if (digits.length > MOST_DIGITS) return undefined;
  }
  const least = digits.includes("0") ? 2 : 3;
  if (digits.length < least || UNITS.includes(t.charAt(to) || " "))
    return undefined;
  return { to, digits };
}

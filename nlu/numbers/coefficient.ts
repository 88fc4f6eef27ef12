/** What stands before a unit in a numeral: digits, a section of Chinese digits, 半, a spoken fraction. */
import { endOfDigits, readDigits } from "./digits.js";
import { type Exact, exact } from "./exact.js";
import { rowDigit } from "./positional.js";
import { isClauseEnd } from "./clause.js";
import { readSection } from "./section.js";

/** A coefficient. */
export interface Coefficient {
  readonly to: number;
  readonly low: Exact;
  readonly high?: Exact;
  readonly about: boolean;
  /** One digit or pair of digits without unit: after 万 it counts thousands. */
  readonly bare: boolean;
  /** The lowest unit that stands in it. */
  readonly unit?: number;
  /** The ASCII digits when it is nothing else. */
  readonly digits?: string;
}

/** More digits behind 点 are not spoken. */
const MOST_SPOKEN = 6;
/** Behind 3点5 these show that 点 is a decimal point and no hour. */
const AFTER_SPOKEN = "万千亿w%成折倍元块";
/** Behind 三点五 these show that 点 is an hour. */
const AFTER_HOUR = "十分钟半";

/** The coefficient that starts there; 半 and a leading 零 only as the first of a numeral. */
export function coefficientAt(
  t: string,
  at: number,
  raw: string,
  first: boolean,
): Coefficient | undefined {
  const char = t.charAt(at);
  if (endOfDigits(t, at) > at) return inDigits(t, at, raw);
  if (first && char === "半" && "万亿千".includes(t.charAt(at + 1) || " "))
    return { to: at + 1, low: exact("0.5"), about: false, bare: false };
  if (first && (char === "零" || char === "〇")) return fromZero(t, at);
  const section = readSection(t, at);
  if (section === undefined) return undefined;
  const { to, low, high, about, bare, unit } = section;
  if (high !== undefined)
    return { to, low: exact(low), high: exact(high), about, bare, unit };
  const fraction = spokenFraction(t, to);
  if (fraction === "") return { to, low: exact(low), about, bare, unit };
  return {
    to: to + 1 + fraction.length,
    low: exact(`${low}.${fraction}`),
    about,
    bare: false,
  };
}

/** 零, 零点五. */
function fromZero(t: string, at: number): Coefficient {
  const fraction = spokenFraction(t, at + 1);
  const length = fraction === "" ? 0 : fraction.length + 1;
  const low = exact(fraction === "" ? 0 : `0.${fraction}`);
  return { to: at + 1 + length, low, about: false, bare: false };
}

/** Digits, perhaps with a spoken fraction: 3点5万. */
function inDigits(t: string, at: number, raw: string): Coefficient | undefined {
  const read = readDigits(t, at, raw);
  if (read === undefined) return undefined;
  if (read.pure && t.charAt(read.to) === "点") {
    const end = endOfDigits(t, read.to + 1);
    const spoken = end > read.to + 1 && end <= read.to + 1 + MOST_SPOKEN;
    const said =
      AFTER_SPOKEN.includes(t.charAt(end) || " ") ||
      t.startsWith("个百分点", end) ||
      (end === read.to + 2 && isClauseEnd(t, end));
    if (spoken && said) {
      const low = exact(`${read.text}.${t.slice(read.to + 1, end)}`);
      return { to: end, low, about: false, bare: false };
    }
  }
  return {
    to: read.to,
    low: exact(read.text),
    about: false,
    bare: read.pure && read.text.length === 1,
    ...(read.pure ? { digits: read.text } : {}),
  };
}

/** The digits after 点: 六十五点五 → "5"; "" when there are none or it is a time of day. */
function spokenFraction(t: string, at: number): string {
  if (t.charAt(at) !== "点") return "";
  let text = "";
  for (let p = at + 1; text.length < MOST_SPOKEN; p++) {
    const value = rowDigit(t.charAt(p));
    if (value < 0) {
      const hour = AFTER_HOUR.includes(t.charAt(p) || " ");
      return hour && t.charAt(p + 1) !== "之" ? "" : text;
    }
    text += value;
  }
  return text;
}

/**
 * Personal numbers (identity card, phone, bank and insurance card) are taken
 * out of a message before anything parses, stores or echoes it.
 *
 * They are found by shape: how many digits, in which groups. Whether a number
 * is valid does not matter, a mistyped one is as private.
 */
import { normalise } from "./normalise.js";

/** A run of digits, and where it stands. */
interface Group {
  readonly from: number;
  readonly to: number;
  readonly digits: string;
}

/** Groupings in which identity cards are typed: 6-8-4, 6-4-4-4, 15 digits … */
const IDENTITY = new Set(
  "6-8-4,6-8-3,6-4-4-4,6-4-4-3,6-12,14-4,10-8,6-9,12-3,3-3-8-4,3-3-4-4-4".split(
    ",",
  ),
);
/** 6-6-6 is also three amounts: only with a year of birth in the place of one. */
const IDENTITY_BY_YEAR = new Set(["6-6-6", "6-6-3", "6-6-5"]);
const PHONE = new Set([
  "3-4-4",
  "4-4-3",
  "4-3-4",
  "3-3-5",
  "3-8",
  "7-4",
  "5-6",
  "4-7",
]);
const CARD = new Set(
  "4-4-4-4,4-4-4-4-1,4-4-4-4-2,4-4-4-4-3,4-4-4-7,4-4-11,4-12,4-15,8-8,8-11,16-3,12-4".split(
    ",",
  ),
);
const CARD_BY_BANK = /^6-1[0-3]$/;

/** Digits by which people spell a number out: 幺三八… */
const SPELLED = "〇零一二三四五六七八九幺";

/** The most groups looked at together; more are only single digits. */
const MOST_GROUPS = 6;

/**
 * The text with every personal number replaced by asterisks, one for each
 * UTF-16 unit, so that the length stays and no digit is left.
 */
export function maskPersonalNumbers(text: string): string {
  let masked = "";
  let done = 0;
  for (const [from, to] of findPersonalNumbers(text)) {
    masked += text.slice(done, from) + "*".repeat(to - from);
    done = to;
  }
  return done === 0 ? text : masked + text.slice(done);
}

/** The spans [from, to) of the personal numbers of a text, in order. */
export function findPersonalNumbers(text: string): [number, number][] {
  const plain = normalise(text);
  const groups = digitGroups(plain);
  const found: [number, number][] = [];
  for (let i = 0; i < groups.length;) {
    const taken = personalAt(plain, groups, i);
    const first = groups[i];
    const last = groups[i + taken - 1];
    if (taken > 0 && first !== undefined && last !== undefined)
      found.push([first.from, last.to]);
    i += Math.max(taken, 1);
  }
  return found;
}

/** All runs of digits; an x that ends 17 digits belongs to them. */
function digitGroups(plain: string): Group[] {
  const groups: Group[] = [];
  for (let i = 0; i < plain.length;) {
    const digit = isDigit(plain, i);
    if (!digit && !SPELLED.includes(plain.charAt(i))) {
      i++;
      continue;
    }
    const from = i;
    while (
      i < plain.length &&
      (digit ? isDigit(plain, i) : SPELLED.includes(plain.charAt(i)))
    )
      i++;
    if (!digit && i - from < 11) continue;
    if (digit && plain[i] === "x" && !/[0-9a-z]/.test(plain.charAt(i + 1))) {
      if (i - from <= 8 || i - from === 17) i++;
    }
    groups.push({ from, to: i, digits: plain.slice(from, i) });
  }
  return groups;
}

/** How many groups from this one on make a personal number; 0 when none do. */
function personalAt(plain: string, groups: Group[], at: number): number {
  const chain = chainFrom(plain, groups, at);
  for (let count = Math.min(chain.length, MOST_GROUPS); count > 1; count--) {
    if (isGrouped(chain.slice(0, count), chain.length === count)) return count;
  }
  const singles = singleDigits(chain);
  if (singles > 0) return singles;
  return isWhole(groups[at]?.digits ?? "") ? 1 : 0;
}

/** The group and those that follow it with nothing but a space or dash between. */
function chainFrom(plain: string, groups: Group[], at: number): Group[] {
  const chain: Group[] = [];
  for (let i = at; i < groups.length && chain.length < 20; i++) {
    const group = groups[i];
    const before = chain.at(-1);
    if (group === undefined) break;
    if (before !== undefined && !isSeparator(plain, before.to, group.from))
      break;
    chain.push(group);
  }
  return chain;
}

/** Up to three units of space, dash or dot, of which at most one is no space. */
function isSeparator(plain: string, from: number, to: number): boolean {
  if (to <= from || to - from > 3) return false;
  let marks = 0;
  for (let i = from; i < to; i++) {
    if (plain[i] === " ") continue;
    if (!"-—.·_".includes(plain.charAt(i))) return false;
    marks++;
  }
  return marks <= 1;
}

/** A number without separators: 11 from 1 on (also with 86), 15, or 16 and more. */
function isWhole(digits: string): boolean {
  if (digits.endsWith("x")) return digits.length === 18;
  if (digits.length >= 15) return true;
  if (digits.length === 11) return /^[1一幺]/.test(digits);
  return /^(?:86|086|0086|0)1[3-9]\d{9}$/.test(digits);
}

/** A number in groups, by the shapes above. `closed`: no further group follows. */
function isGrouped(groups: Group[], closed: boolean): boolean {
  const digits = groups.map((group) => group.digits).join("");
  const shape = groups.map((group) => group.digits.length).join("-");
  if (IDENTITY.has(shape)) return true;
  if (CARD.has(shape) && digits.length >= 16) return true;
  if (CARD_BY_BANK.test(shape) && digits.startsWith("62")) return true;
  if (IDENTITY_BY_YEAR.has(shape))
    return /^\d{6}(?:19|20)\d\d[01]/.test(digits);
  if (PHONE.has(shape))
    return /^1[3-9]/.test(digits) && (closed || shape === "3-4-4");
  if (/^(?:2|3)-3-4-4$/.test(shape)) return /^0?861[3-9]/.test(digits);
  return /^(?:2|3)-11$/.test(shape) && /^0?861[3-9]/.test(digits);
}

/** A phone or card number typed digit by digit: the number of its groups. */
function singleDigits(chain: Group[]): number {
  let count = 0;
  while (chain[count]?.digits.length === 1) count++;
  const phone = count === 11 && chain[0]?.digits === "1";
  return phone || (count >= 15 && count <= 19) ? count : 0;
}

/** Whether the unit at this place is an ASCII digit. */
function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

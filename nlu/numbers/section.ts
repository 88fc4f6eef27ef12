/**
 * Chinese numerals below 10,000 in the way they are spoken: 两千三 (2300),
 * 一百零五, 三四百, 十七八, 几十, 二十几. Digits without units (二〇二三) and
 * everything with 万 and 亿 is the business of numeral.ts.
 */
import { isClauseEnd } from "./clause.js";
import { lookalikeAt } from "./lookalikes.js";
import { agreed } from "./recognise.js";

/** A section numeral; `high` when it is a range. */
export interface Section {
  readonly to: number;
  readonly low: number;
  readonly high?: number;
  /** 几 and 数 make it approximate. */
  readonly about: boolean;
  /** The lowest unit that stands in it: 1000 of 三千, 100 of 两千三. */
  readonly unit: number;
  /** One digit or a pair of digits and no unit: 五, 五六. */
  readonly bare: boolean;
}

/** Every digit by its ordinary writing. */
const DIGITS = new Map<string, string>(
  [
    "一一壹弌",
    "二二两俩贰弍",
    "三三仨叁弎",
    "四四肆",
    "五五伍",
    "六六陆",
    "七七柒",
    "八八捌",
    "九九玖",
  ].flatMap((group) =>
    Array.from(group.slice(1)).map((char): [string, string] => [
      char,
      group.charAt(0),
    ]),
  ),
);
const UNITS = new Map<string, [number, string]>([
  ["十", [10, "十"]],
  ["拾", [10, "十"]],
  ["百", [100, "百"]],
  ["佰", [100, "百"]],
  ["千", [1000, "千"]],
  ["仟", [1000, "千"]],
]);
const TENS = new Map<string, string>([
  ["十", "一十"],
  ["拾", "一十"],
  ["廿", "二十"],
  ["卅", "三十"],
]);

/** Digits for documents that are also parts of everyday words. */
const FORMAL = "壹贰叁肆伍陆柒捌玖";
const AFTER_FORMAL = "元块角分万亿拾佰仟十百千档级";

/** Pairs of digits that mean a range: 三四 … , 一两, 三五. */
const PAIRS = new Set("12,23,34,45,56,67,78,89,35,32".split(","));

/** After these a lone digit belongs to the next word: 三万|二级医院, 一百|五保户. */
const WORD_AFTER_DIGIT =
  "级档类型病次个天日年月岁周号楼层人口名位甲乙丙等保无孩胎期项条款种院区县届班中医%％度成折倍点分家户批重";

/** The value 0–9 of a Chinese digit (also 〇, 零), or -1. */
export function digitValue(char: string): number {
  if (char === "〇" || char === "零") return 0;
  const digit = DIGITS.get(char);
  return digit === undefined ? -1 : "一二三四五六七八九".indexOf(digit) + 1;
}

/**
 * Whether the digit at this place, which would shorten a unit (三万五), really
 * belongs to the next word: 三万|二级医院, 一万|一共, 三万|三甲.
 */
export function startsNextWord(t: string, at: number, to = at + 1): boolean {
  const next = t.charAt(to);
  if (next === "人" && t.startsWith("人民币", to)) return false;
  if (next !== "" && WORD_AFTER_DIGIT.includes(next)) return true;
  return startsLookalike(t, at);
}

/** Whether a word begins there that only looks like a number; not 五一, which may be 五|一年. */
function startsLookalike(t: string, at: number): boolean {
  return digitValue(t.charAt(at + 1)) < 0 && lookalikeAt(t, at) > 0;
}

/** What has been read of a section when its last part is reached. */
interface Begun {
  /** The ordinary writing, every digit with its unit. */
  readonly done: string;
  readonly sum: number;
  /** The unit of the last digit. */
  readonly unit: number;
  /** 零, when it stands behind the last unit. */
  readonly zero: string;
  readonly to: number;
}

/** Reads the section that starts there. */
export function readSection(t: string, at: number): Section | undefined {
  let begun: Begun = { done: "", sum: 0, unit: 10000, zero: "", to: at };
  for (;;) {
    const next =
      withZero(t, begun) ?? withTens(t, begun) ?? withDigit(t, begun);
    if (next === undefined) return ending(t, begun);
    begun = next;
  }
}

/** Where the next character of a section is looked for. */
function placeOf({ to, zero }: Begun): number {
  return to + zero.length;
}

function withZero(t: string, begun: Begun): Begun | undefined {
  const char = t.charAt(begun.to);
  const zero = char === "零" || char === "〇";
  return zero && begun.done !== "" && begun.zero === ""
    ? { ...begun, zero: "零" }
    : undefined;
}

/** 十, 廿: tens without a digit. */
function withTens(t: string, begun: Begun): Begun | undefined {
  const at = placeOf(begun);
  const tens = begun.unit > 10 ? TENS.get(t.charAt(at)) : undefined;
  if (tens === undefined) return undefined;
  return {
    done: begun.done + begun.zero + tens,
    sum: begun.sum + digitValue(tens.charAt(0)) * 10,
    unit: 10,
    zero: "",
    to: at + 1,
  };
}

/** A digit with its unit, lower than the one before. */
function withDigit(t: string, begun: Begun): Begun | undefined {
  const at = placeOf(begun);
  const digit = DIGITS.get(t.charAt(at));
  const unit = UNITS.get(t.charAt(at + 1));
  if (digit === undefined || unit === undefined || unit[0] >= begun.unit)
    return undefined;
  return {
    done: begun.done + begun.zero + digit + unit[1],
    sum: begun.sum + digitValue(digit) * unit[0],
    unit: unit[0],
    zero: "",
    to: at + 2,
  };
}

/** Reads the last part: a range, 几, a lone digit, or nothing. */
function ending(t: string, begun: Begun): Section | undefined {
  const { done, unit, zero } = begun;
  const p = placeOf(begun);
  const base = done === "" ? 0 : agreed(done, begun.sum);
  if (base === undefined) return undefined;
  const whole = done === "" ? undefined : exactly(begun.to, base, unit);
  if (t.charAt(p) === "几" || (t.charAt(p) === "数" && done === ""))
    return several(t, p, base, unit, done === "");
  const first = digitValue(t.charAt(p));
  if (first < 1) return whole;
  const second = digitValue(t.charAt(p + 1));
  // 十六七 and 二十七八 count ones, 一千二三 hundreds.
  const step = unit === 10 || zero !== "" ? 1 : unit / 10;
  if (second > 0 && PAIRS.has(`${first}${second}`)) {
    const explicit = UNITS.get(t.charAt(p + 2));
    if (explicit !== undefined && explicit[0] < unit)
      return pair(p + 3, base, first, second, explicit[0], false);
    if (done === "") return pair(p + 2, 0, first, second, 1, true);
    if (step > 1 && startsNextWord(t, p, p + 2)) return whole;
    return pair(p + 2, base, first, second, step, false);
  }
  return withLoneDigit(t, p, begun, whole, step);
}

/** A digit without unit at the end: 两千三, 一百零五, 二十五, 五. */
function withLoneDigit(
  t: string,
  p: number,
  { done, sum, zero }: Begun,
  whole: Section | undefined,
  step: number,
): Section | undefined {
  const digit = DIGITS.get(t.charAt(p)) ?? "";
  const value = digitValue(digit);
  const bare = done === "";
  if (bare && isInWord(t, p)) return undefined;
  if (!bare && (step > 1 ? startsNextWord(t, p) : startsLookalike(t, p)))
    return whole;
  const unit = step === 100 ? "百" : step === 10 ? "十" : "";
  const read = bare
    ? agreed(digit, value)
    : agreed(done + zero + digit + unit, sum + value * step);
  return read === undefined
    ? undefined
    : { ...exactly(p + 1, read, bare ? 1 : step), bare };
}

/** 退伍, 大陆, 放肆: a digit for documents stands alone only before a unit of money or of numerals. */
function isInWord(t: string, at: number): boolean {
  if (!FORMAL.includes(t.charAt(at))) return false;
  const next = t.charAt(at + 1);
  // 叁万伍 ends with a digit for documents, 三万陆军 does not.
  if ("万千仟百佰".includes(t.charAt(at - 1) || " ") && isClauseEnd(t, at + 1))
    return false;
  return next === "" || !AFTER_FORMAL.includes(next);
}

function exactly(to: number, low: number, unit: number): Section {
  return { to, low, about: false, unit, bare: false };
}

/** base + first × step … base + second × step; 三两 runs from the smaller one. */
function pair(
  to: number,
  base: number,
  first: number,
  second: number,
  step: number,
  bare: boolean,
): Section {
  const low = base + Math.min(first, second) * step;
  return {
    to,
    low,
    high: base + Math.max(first, second) * step,
    about: true,
    unit: step,
    bare,
  };
}

/** 几千, 三百几十, 二十几, 几. */
function several(
  t: string,
  p: number,
  base: number,
  unit: number,
  alone: boolean,
): Section | undefined {
  const explicit = UNITS.get(t.charAt(p + 1));
  if (explicit !== undefined && explicit[0] < unit) {
    return {
      to: p + 2,
      low: base + explicit[0],
      high: base + explicit[0] * 10,
      about: true,
      unit: explicit[0],
      bare: false,
    };
  }
  if (!alone)
    return {
      to: p + 1,
      low: base,
      high: base + unit,
      about: true,
      unit: 1,
      bare: false,
    };
  return { to: p + 1, low: 1, high: 10, about: true, unit: 1, bare: true };
}

/** Words before and after a number that make it approximate or a bound. */
import type { Bound } from "./reading.js";
import { charAt, endsWithAny, startsWithAny } from "./scan.js";

/** What the words around a number say about it. */
export interface Qualifiers {
  readonly about: boolean;
  readonly bound?: Bound;
}

/** Longer words first where one ends with another (不超过, 超过). */
const BEFORE: readonly (readonly [string, Bound | "about" | "none"])[] = [
  ["差不多", "about"],
  ["不超过", "at_most"],
  ["没超过", "at_most"],
  ["未超过", "at_most"],
  ["不高于", "at_most"],
  ["不大于", "at_most"],
  ["不多于", "at_most"],
  ["不低于", "at_least"],
  ["不少于", "at_least"],
  ["不小于", "at_least"],
  ["不止", "over"],
  ["不到", "under"],
  ["没到", "under"],
  ["未到", "under"],
  ["不足", "under"],
  ["不满", "under"],
  ["未满", "under"],
  ["没满", "under"],
  ["不够", "under"],
  ["低于", "under"],
  ["少于", "under"],
  ["小于", "under"],
  ["超过", "over"],
  ["超出", "over"],
  ["高于", "over"],
  ["大于", "over"],
  ["多于", "over"],
  ["年过", "over"],
  ["至少", "at_least"],
  ["最少", "at_least"],
  ["最低", "at_least"],
  ["起码", "at_least"],
  ["达到", "at_least"],
  ["年满", "at_least"],
  ["至多", "at_most"],
  ["最多", "at_most"],
  ["最高", "at_most"],
  ["顶多", "at_most"],
  ["将近", "about"],
  ["接近", "about"],
  ["大概", "about"],
  ["大约", "about"],
  ["约莫", "about"],
  ["估计", "about"],
  ["约为", "about"],
  ["年近", "about"],
  ["预约", "none"],
  ["签约", "none"],
  ["解约", "none"],
  ["附近", "none"],
  ["最近", "none"],
  ["邻近", "none"],
  ["大小", "none"],
  ["幼小", "none"],
  ["约", "about"],
  ["近", "about"],
  ["快", "about"],
  ["奔", "about"],
  ["小", "about"],
  ["超", "over"],
  ["满", "at_least"],
  [">=", "at_least"],
  ["<=", "at_most"],
  ["≥", "at_least"],
  ["≤", "at_most"],
  [">", "over"],
  ["<", "under"],
];

/** May stand between such a word and the number: 大概花了三千, 不到了 … is none. */
const BETWEEN = [
  "能报",
  "可报",
  "报销",
  "支付",
  "自付",
  "花了",
  "花费",
  "报",
  "交",
  "缴",
  "付",
  "给",
  "掏",
  "花",
  "是",
  "有",
  "为",
  "在",
  "要",
  "得",
  "人民币",
  "¥",
  " ",
  "了",
];

const AFTER: readonly (readonly [string, Bound | "about"])[] = [
  ["左右", "about"],
  ["上下", "about"],
  ["出头", "about"],
  ["挂零", "about"],
  ["冒头", "about"],
  ["的样子", "about"],
  ["样子", "about"],
  ["以上", "at_least"],
  ["及以上", "at_least"],
  ["(含)以上", "at_least"],
  ["（含）以上", "at_least"],
  ["往上", "at_least"],
  ["以下", "at_most"],
  ["及以下", "at_most"],
  ["以内", "at_most"],
  ["之内", "at_most"],
  ["往下", "at_most"],
  ["封顶", "at_most"],
  ["不到", "under"],
  ["起", "at_least"],
];

/** Words after a unit that do not change what follows: 5万块钱左右, 三千元整. */
const PADDING = ["块钱", "元钱", "钱", "整", "元", "块", "的", " "];

/** Words that bound a day or a month. */
const AFTER_DAY: readonly (readonly [string, Bound])[] = [
  ["以后", "at_least"],
  ["之后", "at_least"],
  ["开始", "at_least"],
  ["起", "at_least"],
  ["后", "at_least"],
  ["以前", "at_most"],
  ["之前", "at_most"],
  ["截止", "at_most"],
  ["前", "at_most"],
  ["止", "at_most"],
];

/** What the words around the number at [from, to) say. */
export function qualify(t: string, from: number, to: number): Qualifiers {
  const before = wordBefore(t, from);
  const after = wordAfter(t, to);
  const about =
    before === "about" || after === "about" || charAt(t, to) === "+";
  const bound = boundOf(after) ?? boundOf(before);
  const plus: Bound | undefined = charAt(t, to) === "+" ? "at_least" : bound;
  return plus === undefined ? { about } : { about, bound: plus };
}

/** What the words behind a day say. */
export function boundOfDay(t: string, to: number): Bound | undefined {
  for (const [word, bound] of AFTER_DAY)
    if (t.startsWith(word, to)) return bound;
  return undefined;
}

/** The word before, perhaps with a verb between: 大概花了|三千. */
function wordBefore(
  t: string,
  from: number,
): Bound | "about" | "none" | undefined {
  let at = from;
  for (let i = 0; i < 3; i++) {
    for (const [word, meaning] of BEFORE) {
      if (t.startsWith(word, at - word.length) && at >= word.length)
        return meaning;
    }
    const length = endsWithAny(t, at, BETWEEN);
    if (length === 0) return undefined;
    at -= length;
  }
  return undefined;
}

/** The word after, behind 块钱 or 整. */
function wordAfter(t: string, to: number): Bound | "about" | undefined {
  let at = to;
  for (let i = 0; i < 2; i++) {
    for (const [word, meaning] of AFTER)
      if (t.startsWith(word, at)) return meaning;
    const length = startsWithAny(t, at, PADDING);
    if (length === 0) return undefined;
    at += length;
  }
  return undefined;
}

/** A bound, not a mere approximation. */
function boundOf(
  word: Bound | "about" | "none" | undefined,
): Bound | undefined {
  return word === "about" || word === "none" ? undefined : word;
}

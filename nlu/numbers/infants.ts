/** Ages of infants in months and days: 六个月大, 出生80天, 新生儿45天, 6月龄, 满月, 1岁3个月. */
import { rangeAt } from "./between.js";
import { type Exact, plainRange } from "./exact.js";
import type { Found } from "./found.js";
import { isClauseEnd } from "./clause.js";
import { qualify } from "./qualify.js";
import { charAt, type Scan } from "./scan.js";
import { endsAt, lengthBefore, startsAt, WordTable, words } from "./words.js";
import { skipSpace } from "./years.js";

type AgeUnit = "months" | "days";

/** Words for an age. */
const NAMED = new WordTable<string>([
  ["满月", "months=1"],
  ["满百天", "days=100"],
  ["百日龄", "days=100"],
]);
const UNITS = new WordTable<AgeUnit>([
  ["个月", "months"],
  ["个多月", "months"],
  ["个半月", "months"],
  ["月龄", "months"],
  ["天", "days"],
  ["日龄", "days"],
]);
/** Before a number of days or months these make it an age. */
const BORN = words(
  "娃生了 娃儿生了 孩子生了 宝宝生了 落地 落地了 出生 出生了 出生才 出生满 出生后 生下 生下来 生下来后 新生儿 婴儿 宝宝",
);
/** 宝宝40天, 娃才三个月: behind these a number at the end of the clause is an age. */
const CHILD = words(
  "宝宝 婴儿 新生儿 孩子 小孩 小宝 娃 娃娃 娃儿 崽崽 儿子 女儿 孙子 孙女 外孙",
);
const CHILD_BETWEEN = words("才 刚 满 刚满 快 已经 都 出生满 生下来");
/** 8个月的宝宝 */
const OF_INFANT = words("的宝宝 的婴儿 的孩子 的娃 的小孩 的新生儿 宝宝 婴儿");
/** Behind it these make it a term counted from the birth. */
const TERM = words("内 以内 之内 后 以后 之后 前 以前 之前 没 未");
/** 大 before these begins another word: 大病, 大概. */
const NOT_AFTER_OLD = "病学额夫量概约";

/** Reads the age of an infant that starts there. */
export function readInfantAge(s: Scan, at: number): Found | undefined {
  const { t } = s;
  const named = NAMED.at(t, at);
  if (named !== undefined && charAt(t, at - 1) !== "期")
    return age(t, at, at + named.word.length, named.value, false);
  if (t.startsWith("百天", at) && isOfChild(t, at, at + 2))
    return age(t, at, at + 2, "days=100", false);
  const counted = charAt(t, at) === "第";
  const numeral = rangeAt(s, counted ? at + 1 : at);
  if (numeral === undefined || !numeral.low.isInteger()) return undefined;
  const start = skipSpace(t, numeral.to);
  const unit = UNITS.at(t, start);
  if (unit === undefined) return undefined;
  const end = start + unit.word.length;
  const old =
    charAt(t, end) === "大" &&
    !NOT_AFTER_OLD.includes(charAt(t, end + 1) || " ");
  const born = endsAt(t, at, BORN) && !startsAt(t, end, TERM);
  // 生下来第91天: the age; 住院第3天 is none.
  if (counted && !(born && unit.word === "天")) return undefined;
  const said = born || isOfChild(t, at, end);
  if (!old && !said && !unit.word.endsWith("龄")) return undefined;
  const half = unit.word === "个半月" ? "0.5" : "0";
  const low = numeral.low.plus(half);
  const about = numeral.about || unit.word === "个多月";
  const value = `${unit.value}=${plainRange(low, numeral.high)}`;
  return age(t, at, old ? end + 1 : end, value, about);
}

/** 8个月的宝宝; 宝宝40天 at the end of a clause. */
function isOfChild(t: string, start: number, end: number): boolean {
  if (startsAt(t, end, OF_INFANT)) return true;
  const before = start - lengthBefore(t, start, CHILD_BETWEEN);
  const ends = isClauseEnd(t, end) || charAt(t, end) === "了";
  return ends && endsAt(t, before, CHILD);
}

/** The age of 1岁3个月, once the year is read: `years` up to `to`. */
export function withMonths(
  s: Scan,
  at: number,
  to: number,
  years: Exact,
): Found | undefined {
  const and = "零又".includes(charAt(s.t, to) || " ") ? 1 : 0;
  const months = rangeAt(s, to + and);
  if (months === undefined || months.high !== undefined) return undefined;
  if (months.low.gte(12) || !s.t.startsWith("个月", months.to))
    return undefined;
  const end = months.to + "个月".length;
  const all = years.times(12).plus(months.low);
  const old = charAt(s.t, end) === "大" ? 1 : 0;
  return age(s.t, at, end + old, `months=${plainRange(all)}`, months.about);
}

function age(
  t: string,
  start: number,
  end: number,
  value: string,
  about: boolean,
): Found {
  const said = qualify(t, start, end);
  return { kind: "age", start, end, value, about: about || said.about };
}

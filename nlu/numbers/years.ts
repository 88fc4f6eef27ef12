/** Years: 2023年, 二〇二三年度, 23年 (when no length of time is meant), 去年, 大前年. */
import { digitsToInt } from "../../knowledge/dates.js";
import { hasNeighbours, type Said } from "./calendar.js";
import { endOfDigits } from "./digits.js";
import { charAt, isDigit, isLetter, type Scan } from "./scan.js";
import { digitValue } from "./section.js";
import { endsAt, startsAt, WordTable, words } from "./words.js";

/** Years by their distance from the year of the conversation. */
const RELATIVE = new WordTable<number>([
  ["大前年", -3],
  ["前年", -2],
  ["去年", -1],
  ["上年", -1],
  ["上一年", -1],
  ["前一年", -1],
  ["今年", 0],
  ["本年", 0],
  ["当年", 0],
  ["明年", 1],
  ["来年", 1],
  ["下年", 1],
  ["下一年", 1],
  ["后年", 2],
  ["大后年", 3],
]);

/** These count from the last year that the message named: 2021年出生，当年没登记. */
const FROM_NAMED = words("上年 上一年 前一年 当年 下年 下一年");
/** Words whose last character would begin a year: 以前|年, 证明|年. */
const WORDS_BEFORE = words(
  "以前 目前 之前 从前 先前 提前 此前 以后 今后 之后 然后 此后 往后 退休后 以上 以下 如今 至今 过去 失去 证明 说明 声明 表明 注明 写明 基本 根本 成本",
);
/** After 年 these make another word: 年龄, 年级, 年费, 年轻, 年内. */
const OTHER_WORDS = "龄纪级检费轻老满限薪制假";
/** Before N年 these make it a length of time. */
const LENGTH_BEFORE = words(
  "连续 累计 缴纳 缴满 交满 交够 缴够 缴费 参保 工龄 年限 工作 至少 最少 最低 起码 超过 不到 不足 将近 大概 大约 已经 总共 一共 才 还有 还要 还差 再 满 够 了 过 断 停 等 近 约 每 第",
);
/** After N年 these make it a length of time. */
const LENGTH_AFTER = words(
  "以上 以内 之内 以来 左右 工龄 期 内 多 零 半 了 没",
);
/** Before 15年 and 20年 these mean the years to be paid. */
const PAID_BEFORE = words("交 缴 要 的");
/** Right behind four digits these make them a year: 2022下半年, 2022三季度. */
const PART = /^(?:[上下]半年|第?[一二三四]季度|年?底)/;
/** Two Chinese digits of a year; not 一二, 四五, 五六, 六七, 七八, 八九. */
const CHINESE_YEAR = /^(?:0\d|1[013-9]|2\d|(?!45|56|67|78|89)[4-9]\d)$/;
/** Around N年 these make it a year though it lies further back. */
const YEAR_BEFORE = words("从 自 在 是 到 至");
const YEAR_AFTER = words(
  "出生 生 毕业 入学 退休 参加 参保 办 开始 底 末 初 上半年 下半年 度",
);
/** Two digits that lie in these years around the conversation's are years. */
const YEARS_BACK = 6;
const YEARS_AHEAD = 2;
/** Two digits above the coming years are years of the last century from here on. */
const LAST_CENTURY = 40;

/** The year that starts there. */
export function yearAt(s: Scan, at: number): Said | undefined {
  return (
    pairedYear(s, at) ??
    countedYear(s, at) ??
    relativeYear(s, at) ??
    writtenYear(s, at)
  );
}

/** Whether four digits can be a year. */
export function isYearText(digits: string): boolean {
  return /^(?:19|20)\d\d$/.test(digits);
}

/** 今明两年, 去今两年: two years with one word for the year. */
function pairedYear(s: Scan, at: number): Said | undefined {
  const from = "去今明".includes(charAt(s.t, at - 1) || " ") ? at - 1 : at;
  const pair = /^(去今|今明|明后)([两二]?年)(?!多|半)/.exec(
    s.t.slice(from, from + 4),
  );
  if (!pair || !hasNeighbours(s.today)) return undefined;
  const first = s.today.year + "去今明".indexOf(charAt(s.t, from)) - 1;
  return from === at
    ? { to: at + 1, year: first }
    : { to: from + pair[0].length, year: first + 1 };
}

/** 22、23两年: two years in a row, told to be two. */
const COUNTED =
  /^(?:20)?(\d\d)[、，,和跟与到至](?:20)?(\d\d)(?:这|年)?(?:两|二)年(?!多|半)/;

function countedYear(s: Scan, at: number): Said | undefined {
  if (!isDigit(s.t, at) || isDigit(s.t, at - 1)) return undefined;
  const digits = s.t.slice(at, endOfDigits(s.t, at));
  const second = COUNTED_BEFORE.exec(s.t.slice(0, at))?.[0].length ?? 0;
  const pair = COUNTED.exec(s.t.slice(at - second));
  if (!pair) return undefined;
  const [first = 0, next = 0] = pair.slice(1).map(digitsToInt);
  if (next !== first + 1) return undefined;
  const century = s.today.year - (s.today.year % 100);
  return {
    to: at + digits.length,
    year: century + (second > 0 ? next : first),
  };
}
const COUNTED_BEFORE = /(?<!\d)(?:20)?\d\d[、，,和跟与到至]$/;

/** 去年, 上年度. */
function relativeYear(s: Scan, at: number): Said | undefined {
  const found = RELATIVE.at(s.t, at);
  if (found === undefined || !hasNeighbours(s.today)) return undefined;
  const to = at + found.word.length;
  if (OTHER_WORDS.includes(charAt(s.t, to) || " ")) return undefined;
  if (endsAt(s.t, at + 1, WORDS_BEFORE)) return undefined;
  const base = startsAt(found.word, 0, FROM_NAMED) ? s.named : s.today.year;
  return { to: afterTerm(s.t, to), year: base + found.value };
}

/** 2023年, 二〇二三年度, 23年. */
function writtenYear(s: Scan, at: number): Said | undefined {
  const digits = yearDigits(s.t, at);
  if (digits === "") return undefined;
  const end = at + digits.length;
  const year = skipSpace(s.t, end);
  if (isYearText(digits) && PART.test(s.t.slice(year, year + 5)))
    return { to: end, year: digitsToInt(digits) };
  if (charAt(s.t, year) !== "年") return undefined;
  const to = year + 1;
  if (OTHER_WORDS.includes(charAt(s.t, to) || " ")) return undefined;
  if (digits.length === 4)
    return isYearText(digits)
      ? { to: afterTerm(s.t, to), year: digitsToInt(digits) }
      : undefined;
  const full = fullYear(s, at, to, digits);
  return full === undefined
    ? undefined
    : { to: afterTerm(s.t, to), year: full };
}

/** Two or four digits, Arabic or Chinese, that stand there alone. */
export function yearDigits(t: string, at: number): string {
  if (isDigit(t, at)) {
    const end = endOfDigits(t, at);
    const before = charAt(t, at - 1);
    if (before === "." || isLetter(t, at - 1)) return "";
    return end - at === 2 || end - at === 4 ? t.slice(at, end) : "";
  }
  let text = "";
  while (text.length < 5) {
    const char = t.charAt(at + text.length);
    const value = "〇零一二三四五六七八九".includes(char || " ")
      ? digitValue(char)
      : -1;
    if (value < 0) break;
    text += value;
  }
  return text.length === 2 || text.length === 4 ? text : "";
}

/** The year that two digits mean, or undefined when they count years. */
function fullYear(
  s: Scan,
  at: number,
  to: number,
  digits: string,
): number | undefined {
  const { t } = s;
  const now = s.today.year;
  const century = now - (now % 100);
  const short = digitsToInt(digits);
  const chinese = !isDigit(t, at);
  // 一二年, 七八年 are lengths: only pairs that no one says for a length are years.
  if (chinese && !CHINESE_YEAR.test(digits)) return undefined;
  if (hasMonth(t, to)) return nearest(short, now, century);
  if (startsAt(t, to, LENGTH_AFTER) && !asksMore(t, to)) return undefined;
  const year =
    short <= (now % 100) + YEARS_AHEAD
      ? century + short
      : short >= LAST_CENTURY
        ? century - 100 + short
        : undefined;
  if (year === undefined) return undefined;
  if (digits.startsWith("0") || (chinese && short >= LAST_CENTURY)) return year;
  if (startsAt(t, to, YEAR_AFTER)) return year;
  if (endsAt(t, at, LENGTH_BEFORE)) return undefined;
  if (short % 5 === 0 && endsAt(t, at, PAID_BEFORE)) return undefined;
  if (year >= now - YEARS_BACK) return year;
  return endsAt(t, at, YEAR_BEFORE) ? year : undefined;
}

/** 23年比22年多交几块, 比22年多好多, 22年多少钱: 多 belongs to the words behind. */
export function asksMore(t: string, at: number): boolean {
  const next = charAt(t, at + 1) || " ";
  return (
    charAt(t, at) === "多" && "多少好交缴掏出花付收涨贵报补几".includes(next)
  );
}

/** 22到23年: the first of two years in a row, the word stands only behind the second. */
export function yearBefore(
  { t }: Scan,
  at: number,
  { year }: Said,
): number | undefined {
  const digits = isDigit(t, at) ? yearDigits(t, at) : "";
  return digits.length === 2 &&
    !endsAt(t, at, LENGTH_BEFORE) &&
    year !== undefined &&
    digitsToInt(digits) === (year - 1) % 100
    ? year - 1
    : undefined;
}

/** With a month behind, two digits are always a year. */
function nearest(short: number, now: number, century: number): number {
  return short <= (now % 100) + 10 ? century + short : century - 100 + short;
}

/** Whether a month stands right behind: 22年12月, 22年九月. */
function hasMonth(t: string, at: number): boolean {
  let to = skipSpace(t, at);
  const start = to;
  while (
    to < start + 3 &&
    (isDigit(t, to) || digitValue(charAt(t, to)) > 0 || charAt(t, to) === "十")
  )
    to++;
  return to > start && charAt(t, to) === "月";
}

/** 度 belongs to the year: 2023年度. */
function afterTerm(t: string, at: number): number {
  return charAt(t, at) === "度" && !"假过".includes(charAt(t, at + 1) || " ")
    ? at + 1
    : at;
}

/** One slipped space. */
export function skipSpace(t: string, at: number): number {
  return charAt(t, at) === " " ? at + 1 : at;
}

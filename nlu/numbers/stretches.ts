/** Stretches of the calendar: 2022年9月至2023年8月, 9-12月, 2022-2023学年, 2023年上半年, 三季度. */
import { digitsToInt } from "../../knowledge/dates.js";
import { dayAfter, exists, firstDay, type Said, valueOf } from "./calendar.js";
import { dayWord, saidAt, smallNumber } from "./days.js";
import { endOfDigits } from "./digits.js";
import type { Found, Outcome } from "./found.js";
import { boundOfDay } from "./qualify.js";
import type { ReadingKind } from "./reading.js";
import { afterRangeMark, charAt, isDigit, type Scan } from "./scan.js";
import { isYearText, yearAt, yearBefore, yearDigits } from "./years.js";

/** The day, month, year or stretch of them that starts there. */
export function readDate(s: Scan, at: number): Outcome {
  return (
    documentNumber(s, at) ??
    schoolYear(s, at) ??
    schoolYearNear(s, at) ??
    partOfYear(s, at) ??
    unitOnlyBehind(s, at) ??
    listedYear(s, at) ??
    fromTo(s, at)
  );
}

/** The year and number of a document: 2022〕27号, 2021年13号, 2010) 71 号. */
const DOCUMENT =
  /^(?:19|20)\d\d ?[〕\]﹞）)】」]? ?年? {0,2}第? ?\d{1,4} ?号(?!之?[前后])/;
/** The longest that such a number is. */
const DOCUMENT_LENGTH = 20;

/** 〔2022〕27号, 2021年13号: the year and number of a document are no date. */
function documentNumber({ t }: Scan, at: number): Outcome {
  if (!isDigit(t, at)) return undefined;
  const match = DOCUMENT.exec(t.slice(at, at + DOCUMENT_LENGTH));
  if (match !== null) return { skipTo: at + match[0].length };
  const bracketed =
    "〔[﹝【".includes(charAt(t, at - 1) || " ") &&
    "〕]﹞】".includes(charAt(t, at + 4) || " ");
  return bracketed && endOfDigits(t, at) === at + 4
    ? { skipTo: at + 5 }
    : undefined;
}

/** 2022-2023学年, 22-23学年, 2022学年度; September to August. */
function schoolYear(s: Scan, at: number): Found | undefined {
  const { t } = s;
  const first = yearDigits(t, at);
  if (first === "" || isDigit(t, at - 1)) return undefined;
  let to = at + first.length;
  if (charAt(t, to) === "年" && charAt(t, to + 1) !== "学") to++;
  const mark = charAt(t, to) === "/" ? to + 1 : afterRangeMark(t, to);
  if (mark > 0) {
    const second = yearDigits(t, mark);
    if (second === "") return undefined;
    to = mark + second.length;
  }
  if (!t.startsWith("学年", to)) return undefined;
  to += 2;
  if (charAt(t, to) === "度") to++;
  const year = digitsToInt(first.length === 2 ? `20${first}` : first);
  return schoolYearFrom(year, at, to);
}

/** 这学年, 上个学年, 下一学年: counted from the one that the day lies in. */
function schoolYearNear(s: Scan, at: number): Found | undefined {
  const found =
    /^(?:(这|本|今|当前)|(上|去|前一)|(下|明))(?:一?个|一|年)?(?:的)?学年度?/.exec(
      s.t.slice(at, at + 8),
    );
  if (!found) return undefined;
  const distance = found[2] ? -1 : found[3] ? 1 : 0;
  const { year: now, month } = s.today;
  const year = now + distance - (month < 9 ? 1 : 0);
  const to = at + found[0].length;
  return schoolYearFrom(year, at, to);
}

/** From September to August; none before or after the years that a date can have. */
function schoolYearFrom(
  year: number,
  at: number,
  to: number,
): Found | undefined {
  if (year < 1 || year >= 9999) return undefined;
  return stretch(
    "school_year",
    at,
    to,
    { to, year, month: 9 },
    { to, year: year + 1, month: 8 },
  );
}

/** 2023年上半年, 今年三季度, 上半年 (of this year). */
function partOfYear(s: Scan, at: number): Found | undefined {
  const { t } = s;
  const year = yearAt(s, at);
  const start = year?.to ?? at;
  const match =
    /^(?:(上半年|下半年)|第?([一二三四1-4])个?季度)/.exec(
      t.slice(start, start + 6),
    ) ?? undefined;
  if (match === undefined) return undefined;
  const quarter = match[2] ?? "";
  const index = "一二三四".includes(quarter)
    ? "一二三四".indexOf(quarter)
    : "1234".indexOf(quarter);
  const [first, last] =
    match[1] === "上半年"
      ? [1, 6]
      : match[1] === "下半年"
        ? [7, 12]
        : [index * 3 + 1, index * 3 + 3];
  const to = start + match[0].length;
  const which = year?.year ?? s.named;
  return stretch(
    "range",
    at,
    to,
    { to, year: which, month: first },
    { to, year: which, month: last },
  );
}

/** 9-12月, 2021至2023年, 22到23年: the word for the unit stands only behind the second. */
function unitOnlyBehind(s: Scan, at: number): Found | undefined {
  const { t } = s;
  const within = yearAt(s, at);
  if (within !== undefined) return monthsOf(s, at, within);
  const four = isDigit(t, at) && endOfDigits(t, at) === at + 4;
  const first = four
    ? { to: at + 4, value: digitsToInt(t.slice(at, at + 4)) }
    : smallNumber(s, at);
  if (first === undefined || isDigit(t, at - 1) || charAt(t, at - 1) === ".")
    return undefined;
  const second = afterRangeMark(t, first.to);
  if (second < 0) return undefined;
  const said = saidAt(s, second);
  if (said === undefined || !exists(said)) return undefined;
  if (four) {
    if (said.month !== undefined || !isYearText(t.slice(at, at + 4)))
      return undefined;
    return stretch("range", at, said.to, { ...said, year: first.value }, said);
  }
  const before = said.month === undefined ? yearBefore(s, at, said) : undefined;
  if (before !== undefined)
    return stretch("range", at, said.to, { ...said, year: before }, said);
  if (said.month === undefined || said.day !== undefined) return undefined;
  const from: Said = { to: first.to, month: first.value, ...year(said) };
  if (!exists(from) || first.value >= said.month) return undefined;
  return stretch("range", at, said.to, from, said);
}

/** 21、22年: the first of two years in a row, listed. */
function listedYear(s: Scan, at: number): Found | undefined {
  const first = isDigit(s.t, at) ? endOfDigits(s.t, at) : at;
  if (first !== at + 2 || !"、和跟".includes(charAt(s.t, first) || " "))
    return undefined;
  const next = yearAt(s, first + 1);
  const year = next && yearBefore(s, at, next);
  return year === undefined ? undefined : single(s, at, { to: first, year });
}

/** 2022年9-12月: months of a year that is said once. */
function monthsOf(s: Scan, at: number, within: Said): Found | undefined {
  const first = smallNumber(s, within.to);
  const mark = first === undefined ? -1 : afterRangeMark(s.t, first.to);
  if (first === undefined || mark < 0) return undefined;
  const last = saidAt(s, mark);
  if (last?.month === undefined || last.day !== undefined) return undefined;
  if (last.year !== undefined) return undefined;
  const from: Said = { to: first.to, month: first.value, ...year(within) };
  const to: Said = { ...last, ...year(within) };
  if (!exists(from) || !exists(to) || first.value >= last.month)
    return undefined;
  return stretch("range", at, to.to, from, to);
}

/** One point of the calendar, or from one to another. */
function fromTo(s: Scan, at: number): Outcome {
  const first = saidAt(s, at);
  if (first === undefined) return undefined;
  if (!exists(first)) return { skipTo: first.to };
  const mark = afterRangeMark(s.t, first.to);
  const second = mark < 0 ? undefined : secondAt(s, mark, first);
  if (second === undefined) return single(s, at, first);
  const [from, last] = sameYear(first, second);
  if (!exists(from) || !exists(last)) return single(s, at, first);
  if (firstDay(from) > firstDay(last) && from.year !== undefined)
    return single(s, at, first);
  return stretch("range", at, second.to, from, last);
}

/** The end of a range: a point of its own, or only the day: 12月1日到20日. */
function secondAt(s: Scan, at: number, first: Said): Said | undefined {
  const said = saidAt(s, at);
  if (said !== undefined) return said;
  if (first.day === undefined) return undefined;
  const day = smallNumber(s, at);
  if (day === undefined || dayWord(s.t, day.to) === day.to) return undefined;
  return { ...first, to: dayWord(s.t, day.to), day: day.value };
}

/** A year said on one side holds for both; backwards it is the year before. */
function sameYear(first: Said, second: Said): [Said, Said] {
  if (first.year !== undefined && second.year === undefined) {
    const later = (second.month ?? 12) < (first.month ?? 1) ? 1 : 0;
    return [first, { ...second, year: first.year + later }];
  }
  if (first.year === undefined && second.year !== undefined) {
    const before = (first.month ?? 1) > (second.month ?? 12) ? 1 : 0;
    return [{ ...first, year: second.year - before }, second];
  }
  return [first, second];
}

function year(said: Said): { year?: number } {
  return said.year === undefined ? {} : { year: said.year };
}

/** A reading of one day, month or year. */
function single(s: Scan, at: number, said: Said): Found {
  const kind: ReadingKind =
    said.day !== undefined
      ? "date"
      : said.month !== undefined
        ? "month"
        : "year";
  const bound = boundOfDay(s.t, said.to);
  return {
    kind,
    start: at,
    end: said.to,
    value: valueOf(said),
    about: false,
    ...days(said, said),
    ...(bound === undefined ? {} : { bound }),
  };
}

/** A reading from the first day of one point to the last of another. */
function stretch(
  kind: ReadingKind,
  start: number,
  end: number,
  first: Said,
  last: Said,
): Found {
  return {
    kind,
    start,
    end,
    value: `r=${firstDay(first)},${dayAfter(last)}`,
    about: false,
    ...days(first, last),
  };
}

/** First day and day after the last, where both years are known. */
function days(first: Said, last: Said): { from?: string; to?: string } {
  if (first.year === undefined || last.year === undefined) return {};
  return { from: firstDay(first), to: dayAfter(last) };
}

/** Days and months: 2022年12月20日, 12月20号, 2022-12-20, 八月三十一号, 上个月15号, 昨天, 年底. */
import {
  addDays,
  digitsToInt,
  isDate,
  monthOf,
  shiftMonth,
  splitDate,
  weekday,
} from "../../knowledge/dates.js";
import { exists, hasNeighbours, lastDayNumber, type Said } from "./calendar.js";
import { endOfDigits } from "./digits.js";
import {
  afterRangeMark,
  charAt,
  isDigit,
  isLetter,
  numeralAt,
  type Scan,
} from "./scan.js";
import { isYearText, skipSpace, yearAt } from "./years.js";
import { endsAt, startsAt, WordTable, words } from "./words.js";

const RELATIVE_MONTHS = new WordTable<number>([
  ["上上个月", -2],
  ["上个月", -1],
  ["上月", -1],
  ["这个月", 0],
  ["本月", 0],
  ["当月", 0],
  ["下个月", 1],
  ["下月", 1],
  ["下下个月", 2],
]);
const RELATIVE_DAYS = new WordTable<number>([
  ["大前天", -3],
  ["前天", -2],
  ["昨天", -1],
  ["昨日", -1],
  ["昨晚", -1],
  ["今天", 0],
  ["今日", 0],
  ["今晚", 0],
  ["明天", 1],
  ["明日", 1],
  ["后天", 2],
  ["大后天", 3],
  ["前儿个", -2],
  ["昨儿个", -1],
  ["昨儿", -1],
  ["昨个", -1],
  ["寻日", -1],
  ["琴日", -1],
  ["今儿个", 0],
  ["今儿", 0],
  ["今个", 0],
  ["明儿个", 1],
  ["明儿", 1],
  ["听日", 1],
  ["后儿个", 2],
]);
/** 如今儿子, 证明儿女: the 儿 begins another word. */
const NOT_AFTER_ER = words("子 女 媳 童 科 孙");
/** Feasts that fall on a day of the calendar; 五一 only where it is said as one. */
const FEASTS = new WordTable<readonly [number, number]>([
  ["元旦", [1, 1]],
  ["五一劳动节", [5, 1]],
  ["五一节", [5, 1]],
  ["五一假", [5, 1]],
  ["五一前", [5, 1]],
  ["五一后", [5, 1]],
  ["劳动节", [5, 1]],
  ["国庆", [10, 1]],
]);
/** 上礼拜三, 这周五, 下个星期天. */
const WEEKDAY =
  /^([上这本下])个?(?:周|星期|礼拜)([一二三四五六日天])(?![个天月])/;
const DATE_MARKS = "-./";
/** Words whose last character would begin a month: 以上|月. */
const WORDS_BEFORE = words("以上 以下 基本");
/** After 月 these make another word: 月龄, 月嫂; and 6月大 is an age. */
const NOT_AFTER_MONTH = words("龄 大 嫂 子 饼 收入 工资 薪");

/** The day, month or year that starts there, as far as it is said. */
export function saidAt(s: Scan, at: number): Said | undefined {
  return (
    numericDate(s, at) ??
    withMonth(s, at, yearAt(s, at)) ??
    relativeMonth(s, at) ??
    relativeDay(s, at) ??
    dayOfWeek(s, at) ??
    feast(s, at) ??
    yearEnd(s, at)
  );
}

/** 2022-12-20, 2022.9.1, 2022/12, 20221220, 12.20号. */
function numericDate(s: Scan, at: number): Said | undefined {
  const { t } = s;
  if (!isDigit(t, at) || isDigit(t, at - 1) || isLetter(t, at - 1))
    return undefined;
  const first = endOfDigits(t, at);
  const digits = t.slice(at, first);
  if (digits.length === 8) return compactDate(t, digits, first);
  const mark = charAt(t, first);
  if (!DATE_MARKS.includes(mark || " ")) return undefined;
  if (isYearText(digits)) return yearFirst(t, digits, first, mark);
  if (digits.length > 2) return undefined;
  const short = shortYear(s, digits, first, mark);
  if (short !== undefined) return short;
  if (mark === "-") return undefined;
  const day = smallDigits(t, first + 1);
  if (day === undefined) return undefined;
  const to = dayWord(t, day.to);
  // 12.20 alone may be an amount, 12/20 a fraction.
  if (to === day.to && !deadline(t, to)) return undefined;
  const said = { to, month: digitsToInt(digits), day: day.value };
  return exists(said) ? said : undefined;
}

/** 20221220. */
function compactDate(t: string, digits: string, to: number): Said | undefined {
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  if (!isYearText(digits.slice(0, 4)) || !isDate(date)) return undefined;
  if ("元块万.".includes(charAt(t, to) || " ")) return undefined;
  return { to, ...splitDate(date) };
}

/** 2022-12-20 and 2022.9; the same mark both times. */
function yearFirst(
  t: string,
  digits: string,
  first: number,
  mark: string,
): Said | undefined {
  const month = smallDigits(t, first + 1);
  if (month === undefined) return undefined;
  const year = digitsToInt(digits);
  if (charAt(t, month.to) === mark) {
    const day = smallDigits(t, month.to + 1);
    if (day !== undefined) {
      const said = {
        to: dayWord(t, day.to),
        year,
        month: month.value,
        day: day.value,
      };
      return exists(said) ? said : undefined;
    }
  }
  if ("元块万%年".includes(charAt(t, month.to) || " ")) return undefined;
  const goesOn = afterRangeMark(t, month.to) > 0;
  if (mark === "-" && month.to - first - 1 < 2 && !goesOn) return undefined;
  const said = { to: month.to, year, month: month.value };
  return exists(said) ? said : undefined;
}

/** 22.9.1, 22-09-01: two digits of a year near the conversation's. */
function shortYear(
  { t, today }: Scan,
  digits: string,
  first: number,
  mark: string,
): Said | undefined {
  const year = today.year - (today.year % 100) + digitsToInt(digits);
  const near = year <= today.year + 2 && year >= today.year - 20;
  if (digits.length !== 2 || !near) return undefined;
  const full = yearFirst(t, String(year), first, mark);
  return full?.day === undefined ? undefined : full;
}

/** One or two digits that stand alone. */
function smallDigits(
  t: string,
  at: number,
): { to: number; value: number } | undefined {
  const to = endOfDigits(t, at);
  if (to === at || to - at > 2) return undefined;
  return { to, value: digitsToInt(t.slice(at, to)) };
}

/** 12/20 is a day before words of a deadline. */
function deadline(t: string, at: number): boolean {
  return /^(?:截止|前|之前|以前|起|后|之后|以后)/.test(t.slice(at, at + 2));
}

/** The month and day behind a year, or without one; 2022年13月 and 2月30日 do not exist, but are read as said. */
function withMonth(
  s: Scan,
  at: number,
  year: Said | undefined,
): Said | undefined {
  const month = monthAt(s, skipSpace(s.t, year?.to ?? at));
  if (month === undefined)
    return feast(s, at, year) ?? yearEnd(s, at, year) ?? year;
  if (year === undefined && (isDigit(s.t, at - 1) || month.value > 12))
    return undefined;
  const said: Said = {
    to: month.to,
    month: month.value,
    ...(year?.year === undefined ? {} : { year: year.year }),
  };
  return exists(said) ? withDay(s, said) : said;
}

/** 9月, 十二月份; 3个月 and 6月龄 are none. */
function monthAt(
  s: Scan,
  at: number,
): { to: number; value: number } | undefined {
  const number = smallNumber(s, at);
  if (number === undefined || number.value < 1) return undefined;
  if ("俩仨两".includes(charAt(s.t, at))) return undefined;
  const to = skipSpace(s.t, number.to);
  if (charAt(s.t, to) !== "月") return undefined;
  if (startsAt(s.t, to + 1, NOT_AFTER_MONTH)) return undefined;
  return {
    to: charAt(s.t, to + 1) === "份" ? to + 2 : to + 1,
    value: number.value,
  };
}

/** The day behind a month: 20日, 二十号, 20, 底. */
export function withDay(s: Scan, month: Said): Said {
  const { t } = s;
  const at = skipSpace(t, month.to);
  if ("底末".includes(charAt(t, at) || " ") && month.month !== undefined)
    return {
      ...month,
      to: at + 1,
      day: lastDayNumber(month.year, month.month),
    };
  const day = smallNumber(s, at);
  if (day === undefined) return month;
  const to = dayWord(t, day.to);
  const said = { ...month, to, day: day.value };
  if (to > day.to) return said;
  return isDigit(t, at) && endsAsDay(t, to) && exists(said) ? said : month;
}

/** 12月20 without 日: nothing follows that would make 20 something else. */
function endsAsDay(t: string, at: number): boolean {
  const char = charAt(t, at);
  return (
    char === "" ||
    "，。,;；!！?？、 前后起止到至-~—交缴去之以截的备生办参断停离住看来才那从开毕".includes(
      char,
    )
  );
}

/** The place after 日 or 号. */
export function dayWord(t: string, at: number): number {
  const to = skipSpace(t, at);
  return charAt(t, to) === "日" || charAt(t, to) === "号" ? to + 1 : at;
}

/** A plain whole number up to 99: 8, 08, 十二, 三十一, 廿. */
export function smallNumber(
  s: Scan,
  at: number,
): { to: number; value: number } | undefined {
  if (isDigit(s.t, at)) return smallDigits(s.t, at);
  const numeral = numeralAt(s, at);
  if (
    numeral === undefined ||
    numeral.high !== undefined ||
    numeral.about ||
    numeral.positional !== undefined ||
    !numeral.low.isInteger() ||
    numeral.low.gt(99)
  )
    return undefined;
  return { to: numeral.to, value: digitsToInt(numeral.low.toFixed()) };
}

/** 上个月, 这个月15号, 下月底. */
function relativeMonth(s: Scan, at: number): Said | undefined {
  const found = RELATIVE_MONTHS.at(s.t, at);
  if (found === undefined || !hasNeighbours(s.today)) return undefined;
  if (endsAt(s.t, at + 1, WORDS_BEFORE)) return undefined;
  const first = `${shiftMonth(monthOf(s.on), found.value)}-01`;
  const { year, month } = splitDate(first);
  const said = withDay(s, { to: at + found.word.length, year, month });
  return said.day === undefined ? ofTheFirst(s, said) : said;
}

/** 下月初五: one of the first ten days. */
function ofTheFirst(s: Scan, month: Said): Said {
  const day =
    charAt(s.t, month.to) === "初" ? smallNumber(s, month.to + 1) : undefined;
  return day !== undefined && day.value >= 1 && day.value <= 10
    ? { ...month, to: dayWord(s.t, day.to), day: day.value }
    : month;
}

/** 昨天, 后天. */
function relativeDay(s: Scan, at: number): Said | undefined {
  const found = RELATIVE_DAYS.at(s.t, at);
  if (found === undefined || !hasNeighbours(s.today)) return undefined;
  const to = at + found.word.length;
  if (found.word.endsWith("儿") && startsAt(s.t, to, NOT_AFTER_ER))
    return undefined;
  return { to, ...splitDate(addDays(s.on, found.value)) };
}

/** 上礼拜三: weeks begin on Monday. */
function dayOfWeek(s: Scan, at: number): Said | undefined {
  const found = WEEKDAY.exec(s.t.slice(at, at + 6));
  if (!found || !hasNeighbours(s.today)) return undefined;
  const [all, week = "", day = ""] = found;
  const weeks = week === "上" ? -1 : week === "下" ? 1 : 0;
  const wanted = "一二三四五六日".indexOf(day === "天" ? "日" : day);
  const today = (weekday(s.on) + 6) % 7;
  const date = addDays(s.on, weeks * 7 + wanted - today);
  return { to: at + all.length, ...splitDate(date) };
}

/** Whether a feast begins there, whatever number its name may look like. */
export function isFeast({ t }: Scan, at: number): boolean {
  return FEASTS.at(t, at) !== undefined;
}

/** 今年五一: behind a year it is said as one; 五一路 is a street. */
const FEAST_OF_YEAR = new WordTable<readonly [number, number]>([
  ["五一", [5, 1]],
]);
const NOT_AFTER_FEAST = words("路 街 广场 村 大道");

/** 国庆, 去年国庆, 元旦. */
function feast(s: Scan, at: number, year?: Said): Said | undefined {
  const start = year?.to ?? at;
  const found =
    FEASTS.at(s.t, start) ??
    (year === undefined || startsAt(s.t, start + 2, NOT_AFTER_FEAST)
      ? undefined
      : FEAST_OF_YEAR.at(s.t, start));
  if (found === undefined) return undefined;
  const [month, day] = found.value;
  const to = start + found.word.replace(/(?<!^)[前后假]$/, "").length;
  return {
    to: charAt(s.t, to) === "节" ? to + 1 : to,
    ...(year?.year === undefined ? {} : { year: year.year }),
    month,
    day,
  };
}

/** 今年年底, 2023年底, 年底, 月底: the last day; of this year or month when none is said. */
function yearEnd(s: Scan, at: number, year?: Said): Said | undefined {
  const { t } = s;
  const start = year?.to ?? at;
  if ("底末".includes(charAt(t, start) || " ") && year !== undefined)
    return { to: start + 1, year: year.year ?? 0, month: 12, day: 31 };
  const word = t.slice(start, start + 2);
  const now = s.today;
  if (word === "年底" || word === "年末")
    return { to: start + 2, year: year?.year ?? s.named, month: 12, day: 31 };
  if (word === "月底" && year === undefined)
    return { to: start + 2, ...now, day: lastDayNumber(now.year, now.month) };
  return undefined;
}

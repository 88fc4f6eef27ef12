/** Days out of the dates that a person said. */
import type { DateRole } from "../../nlu/meaning.js";
import {
  addDays,
  daysBetween,
  isDate,
  lastDayOfMonth,
  yearOf,
} from "../../knowledge/dates.js";
import type { Frame } from "./state.js";

/** The day said for a role, where the words fix one day; a day without its year is the nearest to the day of the question. */
export function dayOf(
  frame: Frame,
  on: string,
  ...roles: DateRole[]
): string | null {
  for (const role of roles)
    for (const { role: said, reading, past, after, ahead } of frame.dates) {
      if (said !== role || !DAY.test(reading.value)) continue;
      const day = dayIn(reading.value, on, past, ahead);
      return day !== null && after ? addDays(day, 1) : day;
    }
  return null;
}

const DAY = /^t=(\d{4}|XXXX)-(\d{2}-\d{2})$/;

/** The day that the value of a reading fixes, the nearest one where it leaves out the year; null where it fixes none. */
export function dayIn(
  value: string,
  on: string,
  past: boolean,
  ahead = false,
): string | null {
  const [, year = "", rest = ""] = DAY.exec(value) ?? [];
  return year === "XXXX"
    ? nearest(rest, on, past, ahead)
    : year === ""
      ? null
      : `${year}-${rest}`;
}

function nearest(
  monthDay: string,
  on: string,
  past: boolean,
  ahead = false,
): string | null {
  const year = yearOf(on);
  const days = [year - 1, year, year + 1]
    .map((one) => `${one}-${monthDay}`)
    .filter((day) => isDate(day) && (ahead ? day >= on : !(past && day > on)));
  const distance = (day: string): number => Math.abs(daysBetween(on, day));
  return days.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** The first and last day that the words leave open for a role: of a month, or one day; what broke off did so before the day of the question. */
export function daysOf(
  frame: Frame,
  on: string,
  ...roles: DateRole[]
): readonly [string, string] | null {
  const day = dayOf(frame, on, ...roles);
  if (day !== null) return [day, day];
  const month = monthOf(frame, on, ...roles);
  if (month === null) return null;
  const first = `${month}-01`;
  const undated = !isDated(frame, roles) && !isAhead(frame, first);
  const from =
    undated && roles.includes("born")
      ? monthOfBirth(frame, on, first)
      : undated && roles.includes("interrupted") && first > on
        ? inYear(first, yearOf(on) - 1)
        : first;
  return [from, lastDayOfMonth(from)];
}

const inYear = (day: string, year: number): string => `${year}${day.slice(4)}`;

/** 12月出生的 has happened, 12月出生 is near, and a birth that is expected lies ahead: the first day of the month. */
function monthOfBirth(frame: Frame, on: string, first: string): string {
  const year = yearOf(on);
  const born = frame.dates.filter(({ role }) => role === "born");
  if (born.some(({ ahead }) => ahead))
    return lastDayOfMonth(first) < on ? inYear(first, year + 1) : first;
  const told =
    born.some(({ past }) => past) ||
    frame.flags.registered_in_birth_year === false;
  if (first <= on) return first;
  const before = inYear(first, year - 1);
  const nearer = daysBetween(before, on) < daysBetween(on, first);
  return told || nearer ? before : first;
}

/** 12月出生，明年3月登记: what comes behind it lies ahead, and so may it. */
const isAhead = ({ dates }: Frame, first: string): boolean =>
  dates.some(
    ({ role, reading: { from } }) =>
      LATER.includes(role) && from !== undefined && from > first,
  );
const LATER: readonly DateRole[] = ["joined", "paid"];

const isDated = (frame: Frame, roles: readonly DateRole[]): boolean =>
  frame.dates.some(
    ({ role, reading }) =>
      roles.includes(role) && /^t=\d{4}/.test(reading.value),
  );

/** The month said for a role, “2022-10”, where the words fix one; without its year the one of the year of the question. */
export function monthOf(
  frame: Frame,
  on: string,
  ...roles: DateRole[]
): string | null {
  for (const role of roles)
    for (const { role: said, reading } of frame.dates) {
      const month = /^t=(\d{4}|XXXX)-(\d{2})(-\d{2})?$/.exec(reading.value);
      if (said !== role || !month) continue;
      const [, year = "", rest = ""] = month;
      return `${year === "XXXX" ? on.slice(0, 4) : year}-${rest}`;
    }
  return null;
}

/** The month that a benefit of months is asked for: the one said, 10月以前 the last before it, else that of the day before a rule changed. */
export function monthAsked(
  frame: Frame,
  on: string,
  ...roles: DateRole[]
): string | null {
  const month = monthOf(frame, on, ...roles);
  const said = frame.dates.find(({ role }) => roles.includes(role));
  if (month === null) return frame.dayBefore?.slice(0, MONTH_LENGTH) ?? null;
  return said?.before
    ? addDays(`${month}-01`, -1).slice(0, MONTH_LENGTH)
    : month;
}
const MONTH_LENGTH = "2022-10".length;

/** 1月还能交吗: the first and last day of the month said for a role, the nearest one where it leaves out the year; null where a day or nothing was said. */
export function monthNear(
  { dates }: Frame,
  on: string,
  ...roles: DateRole[]
): readonly [string, string] | null {
  for (const { role, reading, past } of dates) {
    const month = /^t=(\d{4}|XXXX)-(\d{2})$/.exec(reading.value);
    if (!month || !roles.includes(role)) continue;
    const [, year = "", rest = ""] = month;
    // 现在4月份了: a month that has begun is past as much as it is near.
    const middle =
      year === "XXXX"
        ? nearest(`${rest}-${past ? "01" : "15"}`, on, past)
        : `${year}-${rest}-15`;
    const first = `${middle?.slice(0, 7) ?? ""}-01`;
    return isDate(first) ? [first, lastDayOfMonth(first)] : null;
  }
  return null;
}

/** 以前多少, 2021年呢, of what is told by months: the last month of a year before that of the question. */
export function lastMonthBefore(
  { years }: Frame,
  onYear: number,
): string | null {
  const [year, more] = years?.value ?? [];
  const past = year !== undefined && more === undefined && year < onYear;
  return past ? `${year}-12` : null;
}

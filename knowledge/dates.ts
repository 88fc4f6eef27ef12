/**
 * Calendar arithmetic on ISO days.
 *
 * A day is a string 'YYYY-MM-DD' and a month 'YYYY-MM'; both compare correctly
 * as strings. Everything here is integer arithmetic on the proleptic Gregorian
 * calendar: no clock, no time zone, no locale.
 */

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Year, month (1–12) and day (1–31) of a calendar day. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The value of a string of ASCII digits; throws RangeError on anything else. */
export function digitsToInt(digits: string): number {
  if (digits === "" || digits.length > 15)
    throw new RangeError(`not an integer: ${digits}`);
  let value = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9)
      throw new RangeError(`not an integer: ${digits}`);
    value = value * 10 + digit;
  }
  return value;
}

/** Whether a year has a 29th of February. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The number of days of a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  const days = DAYS[month - 1];
  if (days === undefined) throw new RangeError(`not a month: ${month}`);
  return month === 2 && isLeapYear(year) ? 29 : days;
}

/** Whether a value is an existing day written 'YYYY-MM-DD' (years 0001–9999). */
export function isDate(text: unknown): text is string {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text))
    return false;
  const [year, month, day] = [
    text.slice(0, 4),
    text.slice(5, 7),
    text.slice(8),
  ].map(digitsToInt);
  if (year === undefined || month === undefined || day === undefined)
    return false;
  return (
    year > 0 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

/** Whether a value is a month written 'YYYY-MM'. */
export function isMonth(text: unknown): text is string {
  return typeof text === "string" && text.length === 7 && isDate(`${text}-01`);
}

/** Splits an ISO day into its numbers; throws RangeError when it is no day. */
export function splitDate(date: string): CalendarDay {
  if (!isDate(date)) throw new RangeError(`not a date: ${date}`);
  return {
    year: digitsToInt(date.slice(0, 4)),
    month: digitsToInt(date.slice(5, 7)),
    day: digitsToInt(date.slice(8)),
  };
}

/** Writes a year with four digits. */
export function formatYear(year: number): string {
  return String(year).padStart(4, "0");
}

/** Writes year and month as 'YYYY-MM'. */
export function formatMonth(year: number, month: number): string {
  return `${formatYear(year)}-${String(month).padStart(2, "0")}`;
}

/** Writes year, month and day as 'YYYY-MM-DD'; throws RangeError when there is no such day. */
export function formatDate(year: number, month: number, day: number): string {
  const text = `${formatMonth(year, month)}-${String(day).padStart(2, "0")}`;
  if (!isDate(text)) throw new RangeError(`not a date: ${text}`);
  return text;
}

/** The year of an ISO day or month. */
export function yearOf(date: string): number {
  return digitsToInt(date.slice(0, 4));
}

/** The month 'YYYY-MM' of an ISO day. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

/** Days since 1970-01-01 (negative before). */
export function dayNumber(date: string): number {
  const { year, month, day } = splitDate(date);
  // Counting years from March puts the leap day at the end of a year.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The ISO day that lies so many days after 1970-01-01. */
export function dateOfDayNumber(days: number): string {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra -
    (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return formatDate(year, month, day);
}

/** The day so many days later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Days from the first day to the second (negative when the second is earlier). */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 for Monday … 7 for Sunday. */
export function weekday(date: string): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The month so many months later (earlier when negative), 'YYYY-MM'. */
export function shiftMonth(month: string, months: number): string {
  const { year, month: m } = splitDate(`${month}-01`);
  const index = year * 12 + (m - 1) + months;
  return formatMonth(Math.floor(index / 12), (index % 12) + 1);
}

/**
 * The corresponding day so many months later (earlier when negative), or the
 * last day of that month where it has no such day: 01-31 + 1 month = 02-28.
 */
export function addMonths(date: string, months: number): string {
  const { day } = splitDate(date);
  const target = shiftMonth(monthOf(date), months);
  const last = lastDayOfMonth(target);
  const same = `${target}-${String(day).padStart(2, "0")}`;
  return same > last ? last : same;
}

/** The last day of the month of an ISO day or month. */
export function lastDayOfMonth(date: string): string {
  const { year, month } = splitDate(`${monthOf(date)}-01`);
  return formatDate(year, month, daysInMonth(year, month));
}

/** The first day of the month after the month of an ISO day or month. */
export function firstDayOfNextMonth(date: string): string {
  return `${shiftMonth(monthOf(date), 1)}-01`;
}

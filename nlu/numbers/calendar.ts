/** Days, months and years as a message says them, perhaps without the year. */
import {
  addDays,
  daysInMonth,
  firstDayOfNextMonth,
  formatDate,
  formatMonth,
  formatYear,
} from "../../knowledge/dates.js";

/** A point of the calendar as far as it was said; without a year it is any year's. */
export interface Said {
  readonly to: number;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/** A leap year stands for the unknown year, so that 2月29日 exists. */
const ANY_YEAR = 2000;
const UNKNOWN = "XXXX";

/** Whether a day with that month and day exists (in some year when none is said). */
export function exists({ year, month, day }: Said): boolean {
  if (year !== undefined && (year < 1 || year > 9998)) return false;
  if (month === undefined) return day === undefined;
  if (month < 1 || month > 12) return false;
  if (day === undefined) return true;
  return day >= 1 && day <= daysInMonth(year ?? ANY_YEAR, month);
}

/** First day of what was said; XXXX for an unknown year. */
export function firstDay(said: Said): string {
  return hideYear(said, startOf(said));
}

/** The day after the last of what was said; XXXX for an unknown year. */
export function dayAfter(said: Said): string {
  return hideYear(said, endOf(said));
}

function startOf({ year, month, day }: Said): string {
  return formatDate(year ?? ANY_YEAR, month ?? 1, day ?? 1);
}

function endOf(said: Said): string {
  const { year, month, day } = said;
  if (month === undefined) return formatDate((year ?? ANY_YEAR) + 1, 1, 1);
  if (day === undefined) return firstDayOfNextMonth(startOf(said));
  return addDays(startOf(said), 1);
}

function hideYear(said: Said, date: string): string {
  return said.year === undefined ? UNKNOWN + date.slice(4) : date;
}

/** "y=2023", "t=2022-09", "t=XXXX-12-20". */
export function valueOf(said: Said): string {
  const { year, month, day } = said;
  if (month === undefined) return `y=${formatYear(year ?? ANY_YEAR)}`;
  const text =
    day === undefined
      ? formatMonth(year ?? ANY_YEAR, month)
      : formatDate(year ?? ANY_YEAR, month, day);
  return `t=${hideYear(said, text)}`;
}

/** Day number (1–31) of the last day of a month. */
export function lastDayNumber(year: number | undefined, month: number): number {
  return daysInMonth(year ?? ANY_YEAR + 1, month);
}

/** Whether the years around it can be written as ISO days. */
export function hasNeighbours({ year }: { readonly year: number }): boolean {
  return year > 3 && year < 9996;
}

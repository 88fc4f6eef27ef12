/** Spans of days: a day, a month, a year, a school year. */
import { lastDayOfMonth } from "../knowledge/dates.js";
import type { Span } from "./select.js";

/** The days of a year. */
export function yearSpan(year: number): Span {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}
export function daySpan(day: string): Span {
  return { from: day, to: day };
}
/** The days of a month “2022-10”. */
export function monthSpan(month: string): Span {
  return { from: `${month}-01`, to: lastDayOfMonth(month) };
}
/** The days of a school year “2022-2023”: 1 September to 31 August. */
export function schoolYearSpan(schoolYear: string): Span {
  return {
    from: `${schoolYear.slice(0, 4)}-09-01`,
    to: `${schoolYear.slice(5)}-08-31`,
  };
}

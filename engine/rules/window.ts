/** Windows of enrolment: whether a day lies inside. */
import { yearOf } from "../../knowledge/dates.js";
import type { Rule } from "../../knowledge/schema.js";
import { type Case, valueOf, yearSpan } from "../case.js";
import type { Selection } from "../select.js";

/**
 * Where the text leaves the first day open (“from the issue of this notice”,
 * its date unknown), collection is taken to run from this day of the year.
 */
const COLLECTION_BEGINS = "09-01";

/** The rule on when the fee of a coverage year is collected. */
export function windowOf(one: Case, year: number): Selection {
  return one.select("enrolment.window", { when: one.during(yearSpan(year)) });
}

/** Whether the day lies in the window; undefined where an open first day leaves it unknown. */
export function isInside(rule: Rule, day: string): boolean | undefined {
  const { from, to } = valueOf(rule, "window");
  if (to !== null && day > to) return false;
  if (from !== null) return from <= day;
  const began = `${yearOf(to ?? day)}-${COLLECTION_BEGINS}`;
  return day >= began ? true : undefined;
}

/** The coverage year whose fee is collected on this day, if there is one. */
export function collectedOn(one: Case, day: string): number | undefined {
  const own = yearOf(day);
  return [own + 1, own].find((year) => {
    const found = windowOf(one, year);
    return found.kind === "rule" && isInside(found.rule, day) === true;
  });
}

/** Enrolment at any time of the year: the day of the month decides with which month benefits begin. */
import { firstDayOfNextMonth, splitDate } from "../../knowledge/dates.js";
import { type Case, daySpan, valueOf, yearSpan } from "../case.js";
import type { CalcResult } from "../result.js";
import { addDay } from "./days.js";

/** When benefits begin for somebody who paid on this day; undefined where the place has no such rule. */
export function byMonth(
  one: Case,
  year: number,
  paid: string,
): CalcResult | undefined {
  const found = one.select("enrolment.benefit_from", {
    when: { ...one.during(yearSpan(year)), payment: daySpan(paid) },
    only: ({ value }) => value.kind === "monthly",
  });
  if (found.kind !== "rule") return undefined;
  const { until_day } = valueOf(found.rule, "monthly");
  one.assumeConditions(found.rule);
  const next = firstDayOfNextMonth(paid);
  const from =
    splitDate(paid).day <= until_day ? next : firstDayOfNextMonth(next);
  addDay(one, "benefit.from", "待遇开始日", from, one.cite(found.rule));
  return one.answered();
}

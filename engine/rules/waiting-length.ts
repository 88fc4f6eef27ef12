/**
 * How long somebody waits who is not exempt: months that grow with years
 * without cover and shrink with years paid afterwards. The wait ends on the
 * corresponding day, which is inside it; benefits begin the day after.
 */
import { addDays, addMonths } from "../../knowledge/dates.js";
import type { Rule } from "../../knowledge/schema.js";
import { type Case, daySpan, valueOf } from "../case.js";
import type { CalcResult } from "../result.js";
import { addDay } from "./days.js";

const LENGTH = "waiting.length";

/** The result for somebody who joins on this day and has to wait; undefined where the place sets no length. */
export function waitingLength(
  one: Case,
  joined: string,
): CalcResult | undefined {
  const found = one.select(LENGTH, { when: one.during(daySpan(joined)) });
  if (found.kind !== "rule") return undefined;
  const months = monthsOf(one, found.rule);
  if (typeof months !== "number") return months;
  one.assumeConditions(found.rule);
  const citations = one.cite(found.rule);
  const plain = { unit: "", citations: [...citations] };
  one.add({
    key: "waiting_period.exempt",
    type: "boolean",
    label: "不设等待期",
    value: String(months === 0),
    ...plain,
  });
  one.add({
    key: "waiting_period.months",
    type: "count",
    label: "等待期",
    value: String(months),
    ...plain,
    unit: "个月",
  });
  const from = months === 0 ? joined : addDays(addMonths(joined, months), 1);
  addDay(one, "benefit.from", "待遇开始日", from, citations);
  return one.answered();
}

/** The months of the rule for this person, with the step that shows them; a question where a year count is unknown. */
function monthsOf(one: Case, rule: Rule): number | CalcResult {
  const { missed_years, repaid_years } = one.facts;
  const value = valueOf(rule, "wait");
  const { months = 0, per_missed_year = 0, per_repaid_year = 0 } = value;
  if (per_missed_year > 0 && missed_years === undefined)
    return one.needs("missed_years");
  if (per_repaid_year > 0 && missed_years !== 0 && repaid_years === undefined)
    return one.needs("repaid_years");
  const missed = missed_years ?? 0;
  const repaid = Math.min(repaid_years ?? 0, missed);
  const grown = months + missed * per_missed_year - repaid * per_repaid_year;
  const least = value.at_least ?? 0;
  const most = value.at_most ?? Math.max(grown, least);
  let expression = String(months);
  if (per_missed_year > 0) expression += ` + ${missed} × ${per_missed_year}`;
  if (per_repaid_year > 0) expression += ` − ${repaid} × ${per_repaid_year}`;
  const result = Math.min(Math.max(grown, least), most);
  if (grown < least) expression = `max(${expression}, ${least})`;
  else if (grown > most) expression = `min(${expression}, ${most})`;
  if (expression !== String(months))
    one.trace.counted("等待月数", expression, result, "个月", one.cite(rule));
  return result;
}

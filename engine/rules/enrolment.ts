/** When one enrols and pays for a coverage year, and from when benefits run. */
import { yearOf } from "../../knowledge/dates.js";
import type { Rule } from "../../knowledge/schema.js";
import { type Case, valueOf, yearSpan } from "../case.js";
import type { CalcResult } from "../result.js";
import { addDay } from "./days.js";
import { byMonth } from "./monthly-enrolment.js";
import { newborn, TAG as NEWBORN } from "./newborn.js";
import { collectedOn, isInside, windowOf } from "./window.js";

/** The stated fact that the window may be extended. */
const EXTENSION = "fact.enrolment_extension";

/** Computes the window of a coverage year, whether a day lies in it, and when benefits begin. */
export function enrolment(one: Case): CalcResult {
  const { facts } = one;
  const asked = facts.newborn ?? one.tags.has(NEWBORN);
  if (asked || facts.registered_in_birth_year !== undefined)
    return newborn(one);
  const paid =
    facts.paid_on ?? (facts.coverage_year === undefined ? one.on : undefined);
  const year =
    facts.coverage_year ??
    collectedOn(one, paid ?? one.on) ??
    yearOf(paid ?? one.on);
  const monthly = paid === undefined ? undefined : byMonth(one, year, paid);
  if (monthly) return monthly;
  const span = yearSpan(year);
  const window = windowOf(one, year);
  if (window.kind !== "rule") return one.refuse(window, span);
  const inside = addWindow(one, window.rule, year, paid);
  if (inside !== false) addBenefit(one, year, inside === undefined);
  return one.answered();
}

/** Adds the window's days; says whether the payment lies in it, undefined without a payment. */
function addWindow(
  one: Case,
  rule: Rule,
  year: number,
  paid: string | undefined,
): boolean | undefined {
  const { from, to } = valueOf(rule, "window");
  const citations = one.cite(rule);
  const inside = paid === undefined ? undefined : isInside(rule, paid);
  if (inside !== undefined)
    one.add({
      key: "enrolment.in_window",
      type: "boolean",
      label: `${paid}缴费是否在${year}年度集中参保期内`,
      value: String(inside),
      unit: "",
      citations,
    });
  if (from !== null)
    addDay(one, "enrolment.from", `${year}年度集中参保期开始`, from, citations);
  else one.assume("集中参保期从文件下发之日起，所持文本没有写是哪一天");
  if (to !== null)
    addDay(one, "enrolment.to", `${year}年度集中参保期截止`, to, citations);
  if (inside === false && paid !== undefined && to !== null && paid > to)
    mentionExtension(one, year);
  return inside;
}

function mentionExtension(one: Case, year: number): void {
  const found = one.select(EXTENSION, { when: one.during(yearSpan(year)) });
  if (found.kind !== "rule") return;
  one.cite(found.rule);
  one.assume(
    "文件写明特殊情况可以延长缴费时间，是否延长过不能证明，按没有延长计算",
  );
}

/** When benefits begin for those who pay within the window, where the place says so. */
export function addBenefit(
  one: Case,
  year: number,
  conditional: boolean,
): void {
  const found = one.select("enrolment.benefit_from", {
    when: one.during(yearSpan(year)),
    only: ({ value }) => value.kind === "window",
  });
  if (found.kind !== "rule") return;
  const { from } = valueOf(found.rule, "window");
  if (from === null) return;
  addDay(
    one,
    "benefit.from",
    `${conditional ? "集中参保期内参保缴费的，" : ""}待遇开始日`,
    from,
    one.cite(found.rule),
  );
}

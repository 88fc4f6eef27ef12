/** Periods: in order, and each end stands in the quoted words, or is the day the notice itself begins or ends. */
import { addDays, lastDayOfMonth } from "../dates.js";
import { findFigures, type TextFigure } from "../figures.js";
import type { Provision } from "../schema.js";
import { squeeze } from "../text.js";
import { passagesOf, type Subject } from "./subject.js";

export function checkPeriods(subject: Subject): void {
  const { in_force } = subject.notice;
  if (in_force.from && in_force.to && in_force.from > in_force.to)
    subject.headProblem(
      "in_force",
      `施行日 ${in_force.from} 晚于结束日 ${in_force.to}；请核对`,
    );
  for (const provision of subject.notice.provisions) {
    const { from } = provision.period;
    const to = statedEnd(provision);
    if (to !== null && from > to) {
      subject.provisionProblem(
        provision,
        "period",
        `开始 ${from} 晚于结束 ${to}；请对调或核对`,
      );
      continue;
    }
    checkEnd(subject, provision, from, "from");
    checkBeginning(subject, provision);
    if (to !== null) checkEnd(subject, provision, to, "to");
  }
}

/** The end that the entry itself states, before a later notice ended it. */
function statedEnd({ period, superseded_by }: Provision): string | null {
  return superseded_by === undefined ? period.to : null;
}

function checkEnd(
  subject: Subject,
  provision: Provision,
  day: string,
  end: "from" | "to",
): void {
  const { in_force, issued } = subject.notice;
  const { of, to } = provision.period;
  // A coverage year is named as a year; a day of the notice or of a window does not name it.
  const named = of === "coverage_year" && to !== null;
  if (!named && (day === in_force[end] || (end === "from" && day === issued)))
    return;
  const dates = datesIn(provision).filter(
    ({ kind }) => !named || kind === "year",
  );
  if (dates.some((figure) => states(figure, day, end))) return;
  const stands = dates.map(({ text }) => text).join("、") || "没有日期";
  subject.provisionProblem(
    provision,
    `period › ${end}`,
    `引文和旁证里没有写明${end === "from" ? "从" : "到"} ${day}，写的是：${stands}；请核对年度，或者在 context 里补引写明日期的话`,
  );
}

/** “从2022年10月1日起…” before the words of a rule is the day from which it holds. */
function checkBeginning(subject: Subject, provision: Provision): void {
  if (provision.force !== "rule" || provision.value.kind === "text") return;
  const quote = squeeze(provision.quote);
  const at = squeeze(provision.at ?? provision.quote);
  const end = quote.indexOf(at) + at.length;
  const nearest = findFigures(quote).findLast(
    ({ kind, to }) => DATE_KINDS.includes(kind) && to <= end,
  );
  if (!nearest || !/^年?起/.test(quote.slice(nearest.to))) return;
  const { from } = provision.period;
  if (states(nearest, from, "from")) return;
  subject.provisionProblem(
    provision,
    "period › from",
    `原文写“${nearest.text}”起，这里的期间却从 ${from} 起；请核对`,
  );
}

const DATE_KINDS: readonly string[] = ["date", "month", "year"];

/** The dates, months and years in the quotation and its further passages. */
export function datesIn(provision: Provision): TextFigure[] {
  return passagesOf(provision).flatMap((text) =>
    findFigures(text).filter(({ kind }) => DATE_KINDS.includes(kind)),
  );
}

/** Whether a date in the text states this first or last day. */
function states(figure: TextFigure, day: string, end: "from" | "to"): boolean {
  const { kind, value } = figure;
  if (kind === "year")
    return day === `${value}-${end === "from" ? "01-01" : "12-31"}`;
  if (kind === "month")
    return day === (end === "from" ? `${value}-01` : lastDayOfMonth(value));
  // “2022年7月1日之前” ends the day before.
  return value === day || (end === "to" && addDays(day, 1) === value);
}

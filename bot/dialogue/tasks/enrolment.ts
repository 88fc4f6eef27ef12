/** When to enrol and pay, whether a day is inside, and from when benefits run. */
import type { Facts } from "../../../engine/request.js";
import type { CalcResult } from "../../../engine/result.js";
import { dateText, figureText } from "../../phrasing/format.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { verdictLead } from "../../phrasing/verdict.js";
import { dayOf } from "../days.js";
import type { Context } from "../context.js";
import { paymentYears, yearLabel } from "../years.js";
import { settle } from "./stated.js";

/** The enrolment windows of the years asked for; with a day of payment, whether it is inside. */
export function enrolment(context: Context): Reply {
  const years = yearsAsked(context);
  const { late, still } = context.frame.flags;
  const paid =
    dayOf(context.frame, context.on, "paid", "unknown") ??
    (still ? context.on : null);
  const results = years.value.map((year) => {
    const facts: Facts = {
      coverage_year: year,
      ...(paid === null ? {} : { paid_on: paid }),
    };
    return context.calc("enrolment", facts);
  });
  for (const year of years.value)
    context.note("year", year, `${year}年度`, years.source);
  if (paid !== null)
    context.note("paid_on", paid, `${dateText(paid)}缴费`, "said");
  const result = settle(results);
  const subject = {
    place: context.placeLabel,
    period: yearLabel(years.value),
    what: "集中参保期和待遇开始时间",
  };
  const lead =
    result.status === "answered"
      ? [
          ...leadOf(context, result, subject.period),
          ...(late &&
          !still &&
          result.figures.every(({ key }) => key !== "enrolment.in_window")
            ? [AFTER_WINDOW]
            : []),
        ]
      : verdictLead(result, subject, context.knowledge);
  return reply(result.status, "enrolment", lead, result);
}

/** A window of the coming year is meant where its collection is near and no year is said. */
function yearsAsked(context: Context): {
  value: number[];
  source: "said" | "carried" | "assumed";
} {
  const years = paymentYears(context);
  const paid = dayOf(context.frame, context.on, "paid", "unknown");
  if (context.frame.years && !context.frame.now) return years;
  if (paid === null)
    return { value: years.value.slice(0, 1), source: years.source };
  return years;
}

/** What happens after the window is left to the agencies. */
const AFTER_WINDOW =
  "错过以后怎么补、从哪天起能报，收录的文件没有写，请问当地医保经办机构。";

function leadOf(
  context: Context,
  { figures }: CalcResult,
  period: string,
): string[] {
  const of = (key: string) => figures.filter((figure) => figure.key === key);
  const inside = of("enrolment.in_window")[0];
  const from = of("enrolment.from")[0];
  const to = of("enrolment.to")[0];
  const benefit = of("benefit.from")[0];
  const window = `${from ? figureText(from) : "通知印发之日"}至${to ? figureText(to) : "（文件未写截止日）"}`;
  return [
    ...(inside
      ? [
          inside.value === "true"
            ? "这一天在集中参保期内，来得及。"
            : "这一天不在集中参保期内。",
        ]
      : []),
    `${context.placeLabel}${period}居民医保集中参保期：${window}。`,
    ...(benefit
      ? [`在集中参保期内参保缴费的，从${figureText(benefit)}起享受待遇。`]
      : []),
  ];
}

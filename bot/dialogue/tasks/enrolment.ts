/** When to enrol and pay, whether a day is inside, and from when benefits run. */
import type { Facts } from "../../../engine/request.js";
import type { CalcResult, Figure } from "../../../engine/result.js";
import { daysBetween } from "../../../knowledge/dates.js";
import { dateText, figureText } from "../../phrasing/format.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { verdictLead } from "../../phrasing/verdict.js";
import { dayOf, monthNear } from "../days.js";
import type { Context } from "../context.js";
import { paymentYears, windowYear, yearLabel } from "../years.js";
import { settle } from "./stated-years.js";

/** The enrolment windows of the years asked for; with a day of payment, whether it is inside. */
export function enrolment(context: Context): Reply {
  const {
    late,
    still,
    missed: past,
    which_year,
    days_left,
  } = context.frame.flags;
  const day = dayOf(context.frame, context.on, "paid", "joined", "unknown");
  const month =
    day === null
      ? monthNear(context.frame, context.on, "paid", "joined")
      : null;
  const whole = month && alikeAllOver(context, month) ? month : null;
  const paid =
    day ??
    (month ? (whole?.[0] ?? null) : still || which_year ? context.on : null);
  const asked = paid ?? month?.[0] ?? (days_left ? context.on : null);
  const years = yearsAsked(context, asked);
  const results = years.value.map((year) => {
    const facts: Facts = {
      coverage_year: year,
      ...(paid === null ? {} : { paid_on: paid }),
    };
    return context.calc("enrolment", facts);
  });
  for (const year of years.value)
    context.note("year", year, `${year}年度`, years.source);
  const said = month ? month[0].slice(0, "2023-01".length) : paid;
  if (said !== null)
    context.note("paid_on", said, `${dateText(said)}缴费`, "said");
  const result = withDaysLeft(context, settle(results));
  const subject = {
    place: context.placeLabel,
    period: yearLabel(years.value),
    what: "集中参保期和待遇开始时间",
  };
  const dated = result.figures.some(({ key }) => key === "enrolment.in_window");
  // 还没交，最晚到几号: as long as the window is open, nothing is missed yet.
  const open =
    context.frame.aspects.includes("when") &&
    result.figures.some(
      ({ key, value }) => key === "enrolment.to" && value >= context.on,
    );
  const missed = past === true || (late === true && !still && !dated && !open);
  const lead =
    result.status === "answered"
      ? [
          ...daysLeftLead(context, result),
          ...(missed ? [AFTER_WINDOW] : []),
          ...(said !== null && month && !whole ? [partlyInside(said)] : []),
          ...withStart(
            context,
            leadOf(context, result, subject.period),
            startOf(context, result, missed || isOutside(result)),
          ),
          ...(isOutside(result) && !missed ? [AFTER_WINDOW] : []),
        ]
      : verdictLead(result, subject, context.knowledge);
  return reply(result.status, "enrolment", lead, result);
}

/** Whether every day of the month lies in the window of the year asked, or none. */
function alikeAllOver(
  context: Context,
  days: readonly [string, string],
): boolean {
  const year = yearsAsked(context, days[0]).value[0];
  const inside = days.map((day) =>
    context
      .calc("enrolment", {
        paid_on: day,
        ...(year === undefined ? {} : { coverage_year: year }),
      })
      .figures.find(({ key }) => key === "enrolment.in_window"),
  );
  return inside[0] !== undefined && inside[0].value === inside[1]?.value;
}

const partlyInside = (month: string): string =>
  `${dateText(month)}只有一部分日子在集中参保期内，要看是哪一天。`;

const isOutside = ({ figures }: CalcResult): boolean =>
  figures.some(
    ({ key, value }) => key === "enrolment.in_window" && value === "false",
  );

/** With a day of payment the window that it lies in, or the last that it missed; otherwise the one being collected. */
function yearsAsked(
  context: Context,
  paid: string | null,
): { value: number[]; source: "said" | "carried" | "assumed" } {
  const years = paymentYears(context);
  const { frame } = context;
  const said = frame.years !== null && !frame.now;
  if (said) return years;
  if (paid === null) {
    const [first] = years.value;
    // 是不是已经截止了, a week after the last day: the window that was missed.
    const now = first === context.onYear;
    return {
      ...years,
      value: now ? [windowYear(context, context.on)] : years.value.slice(0, 1),
    };
  }
  return { value: [windowYear(context, paid)], source: "assumed" };
}

/** From which day benefits run, as far as a clause says; where none does, that it is open if it was asked. */
function startOf(
  { frame }: Context,
  { figures }: CalcResult,
  afterWindow: boolean,
): string[] {
  const benefit = figures.find(({ key }) => key === "benefit.from");
  if (benefit)
    return [`在集中参保期内参保缴费的，从${figureText(benefit)}起享受待遇。`];
  return frame.aspects.includes("start") && !afterWindow ? [START_OPEN] : [];
}

/** 今天交从哪天起算: the day of the benefits is the conclusion; otherwise it comes last. */
function withStart(
  { frame }: Context,
  lead: string[],
  start: string[],
): string[] {
  const asked = frame.aspects.includes("start") && !frame.flags.still;
  return asked ? [...start, ...lead] : [...lead, ...start];
}
const START_OPEN = "从哪天起能报，收录的文件没有写，请问当地医保经办机构。";

/** What happens after the window is left to the agencies. */
const AFTER_WINDOW =
  "错过以后怎么补、从哪天起能报，收录的文件没有写，请问当地医保经办机构。";

function leadOf(
  context: Context,
  result: CalcResult,
  period: string,
): string[] {
  const of = (key: string) =>
    result.figures.filter((figure) => figure.key === key);
  const inside = of("enrolment.in_window")[0];
  const tos = of("enrolment.to");
  const froms = of("enrolment.from");
  const windows = tos.map((to, at) => {
    const from = froms.length === tos.length ? froms[at] : undefined;
    const year = to.for?.year === undefined ? period : `${to.for.year}年度`;
    return `${context.placeLabel}${year}居民医保集中参保期：${from ? figureText(from) : "通知印发之日"}至${figureText(to)}。`;
  });
  const day = paidText(context);
  return [
    ...(context.frame.flags.which_year && inside?.value === "true"
      ? [`${day}收的是${context.placeLabel}${period}的居民医保个人缴费。`]
      : inside
        ? [
            inside.value === "true"
              ? `${day}在集中参保期内，来得及。`
              : `${day}不在集中参保期内。`,
          ]
        : []),
    ...windows,
  ];
}

/** 还有几天: the days up to the last one, before everything else. */
function withDaysLeft({ frame, on }: Context, result: CalcResult): CalcResult {
  const end = result.figures.find(({ key }) => key === "enrolment.to");
  if (!frame.flags.days_left || !end || end.value < on) return result;
  const left: Figure = {
    key: "enrolment.days_left",
    type: "count",
    label: "离集中参保期截止还有",
    value: `${daysBetween(on, end.value)}`,
    unit: "天",
    citations: end.citations,
  };
  return { ...result, figures: [left, ...result.figures] };
}

function daysLeftLead(
  { frame, on }: Context,
  { figures }: CalcResult,
): string[] {
  const end = figures.find(({ key }) => key === "enrolment.to");
  if (!frame.flags.days_left || !end) return [];
  const left = figures.find(({ key }) => key === "enrolment.days_left");
  const day = dateText(end.value);
  if (!left) return [`已经过了集中参保期的最后一天（${day}）。`];
  return left.value === "0"
    ? [`今天（${dateText(on)}）就是集中参保期的最后一天。`]
    : [
        `今天是${dateText(on)}，离集中参保期的最后一天（${day}）还有${left.value}天。`,
      ];
}

/** The day of payment in words; 今天 is named with its date. */
function paidText({ conditions, on }: Context): string {
  const paid = conditions.find(({ slot }) => slot === "paid_on")?.value;
  if (typeof paid !== "string") return "这一天";
  return paid === on ? `今天（${dateText(paid)}）` : dateText(paid);
}

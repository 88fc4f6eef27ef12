/** What assistance was paid before in the year: what is left without a bill, and what cannot be true beside one. */
import { exact as decimal, plainText, ZERO } from "../../../engine/decimal.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { figuresSentence } from "../../phrasing/verdict.js";
import { caseName } from "../case-name.js";
import type { Context } from "../context.js";
import { tabulate } from "../tabulate.js";
import { askColumn, exact } from "./amounts.js";
import { known } from "./known-facts.js";

/** What was assisted before in the year; where what is left of the limit was said, the limit less that. */
export function assistedSoFar(context: Context): string | null {
  const told = exact(context, "paid_this_year");
  const left = exact(context, "quota_left");
  if (told !== null || left === null) return told;
  const limits = tabulate(context, "assistance", {
    ...known(context),
    inpatient_left: "0",
  }).figures.filter(({ key }) => key === "assistance.year_left");
  const [limit, more] = new Set(limits.map(({ value }) => value));
  if (limit === undefined || more !== undefined) return null;
  const used = decimal(limit).minus(decimal(left));
  return used.lt(ZERO) ? null : plainText(used);
}

/** 今年救助了9万，还剩多少: what is left of the yearly limit, without a bill. */
export function assistedLeft(
  context: Context,
  yearly: boolean,
  soFar: string | null,
  monitored: boolean | undefined,
): Reply | null {
  if (yearly && monitored !== true) return null;
  const bills = context.frame.amounts.filter(
    ({ role }) => role !== "paid_this_year" && role !== "quota_left",
  );
  if (soFar === null || bills.length > 0) return null;
  const result = tabulate(context, "assistance", {
    ...known(context),
    ...(yearly
      ? { eligible_self_paid_inpatient: "0", monitored }
      : { inpatient_left: "0" }),
    assisted_this_year: soFar,
  });
  if (result.status !== "answered") return null;
  const figures = result.figures.filter(
    ({ key }) => key === "assistance.year_left",
  );
  if (figures.length === 0) return null;
  return reply(
    "answered",
    "assistance",
    [`${caseName(context, "医疗救助")}：${figuresSentence(figures)}。`],
    {
      ...result,
      figures,
      // What a bill of nothing comes to is no part of it.
      steps: result.steps.filter(({ label }) =>
        figures.some((one) => one.label === label),
      ),
      computed: true,
    },
  );
}

/** 自付5万，已经救助过5万: more was assisted than the amount told gives in a year, so that it is not the whole year's. */
export function assistedTooMuch(
  context: Context,
  yearly: boolean,
  soFar: string | null,
): Reply | null {
  const whole = exact(context, "self");
  if (!yearly || soFar === null || whole === null) return null;
  const due = context
    .calc("assistance", {
      ...known(context),
      eligible_self_paid_inpatient: whole,
      monitored: true,
    })
    .figures.find(({ key }) => key === "assistance.fund");
  return decimal(soFar).gt(decimal(due?.value ?? whole))
    ? askColumn(
        "assistance",
        "eligible_self_paid_inpatient",
        "全年住院费用个人自付",
      )
    : null;
}

/** What the fund paid before the visit: today, this year, and how the years before went. */
import { exact as decimal, plainText, ZERO } from "../../../engine/decimal.js";
import { factLabel, type Facts } from "../../../engine/request.js";
import type { CalcResult } from "../../../engine/result.js";
import { askFact, SPENT_BEFORE_UNKNOWN } from "../../phrasing/asks.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { MANY_YEARS } from "../../../nlu/conditions.js";
import type { Money } from "../../../nlu/meaning.js";
import { Context } from "../context.js";
import { exact } from "./amounts.js";

/** What was paid before, today and this year, and how the years before went. */
export function soFar(context: Context, year: number): Facts {
  // 用了190，明年还能用多少: what was used is of no year to come.
  const ofYear = context.frame.amounts.filter(
    ({ role, year: named }) =>
      role !== "paid_this_year" ||
      (named === null ? year <= context.onYear : named === String(year)),
  );
  const own = new Context({ ...context.frame, amounts: ofYear }, context.world);
  const today = exact(own, "paid_today");
  const counted = ofYear.filter(({ spent }) => spent && limitsExpense(context));
  const earlier = new Context(
    { ...context.frame, amounts: counted },
    context.world,
  );
  const spent =
    context.frame.given.eligible_before ?? exact(earlier, "paid_this_year");
  const before =
    spent === null ? (exact(own, "paid_this_year") ?? usedUp(context)) : null;
  noteBefore(context, ofYear, before);
  const below = context.frame.given.years_below_deductible;
  if (below !== undefined)
    context.note(
      "years_below_deductible",
      below,
      below === "0"
        ? "上一年超过了起付标准"
        : below === `${MANY_YEARS}`
          ? "此前连续多年未超过起付标准，降到最低"
          : `此前连续${below}年未超过起付标准`,
      "said",
    );
  return {
    ...(today ? { paid_today: today } : {}),
    ...(before ? { paid_this_year: before } : {}),
    ...(spent === null ? {} : { eligible_before: spent }),
    ...(below === undefined
      ? {}
      : { years_below_deductible: Number.parseInt(below, 10) }),
  };
}

/** What was carried of the year so far is said, and that what was spent is taken for what was paid. */
function noteBefore(
  context: Context,
  amounts: readonly Money[],
  before: string | null,
): void {
  if (before === null) return;
  const of = amounts.filter(({ role }) => role === "paid_this_year");
  const label = `今年基金已经报了${before}元`;
  if (of.some(({ spent }) => spent))
    context.note("paid_this_year", before, label, "assumed");
  else if (of.some(({ carried }) => carried))
    context.note("paid_this_year", before, label, "carried");
}

/** Where the year's limit is one of the expense, what was spent before counts, and not what the fund paid. */
const limitsExpense = ({ knowledge, place }: Context): boolean =>
  knowledge
    .provisions(place, "outpatient.cap")
    .some(({ value }) => value.kind === "cap" && value.on === "expense");

/** 额度还剩30块: what was paid is the limit less that. */
function usedUp(context: Context): string | null {
  const left = exact(context, "quota_left");
  if (left === null) return null;
  const limit = context
    .calc("outpatient", {
      class_a: "0",
      institution: "grassroots",
      family_doctor: false,
    })
    .figures.find(({ key }) => key === "outpatient.limit");
  if (!limit) return null;
  const paid = decimal(limit.value).minus(decimal(left));
  return paid.lt(ZERO) ? null : plainText(paid);
}

/** 今年已经报了1000, where the limit is one of the expense: what the fund paid does not tell how much of it is used. */
export function askSpentBefore(
  context: Context,
  result: CalcResult,
): Reply | null {
  const { amounts, given } = context.frame;
  const open =
    result.status === "answered" &&
    given.eligible_before === undefined &&
    limitsExpense(context) &&
    amounts.some(({ role, spent }) => role === "paid_this_year" && !spent);
  if (!open) return null;
  const slot = "eligible_before";
  const lead = context.cannotTell(slot)
    ? SPENT_BEFORE_UNKNOWN
    : askFact(factLabel(slot));
  return reply("needs_info", "outpatient", [lead], { missing: [slot] });
}

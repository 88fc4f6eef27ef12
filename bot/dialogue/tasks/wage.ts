/** Contributions by the average wage: the wage told brought to a month, and what it comes to in a month or a year. */
import { exact as decimal, plainText } from "../../../engine/decimal.js";
import type { Facts } from "../../../engine/request.js";
import type { CalcResult, Step } from "../../../engine/result.js";
import type { AmountRole } from "../../../nlu/meaning.js";
import {
  ASK_PAYER,
  ASK_MONTHLY_WAGE,
  ASK_WAGE_PERIOD,
  WAGE_PERIODS,
} from "../../phrasing/asks.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { figuresSentence, verdictLead } from "../../phrasing/verdict.js";
import type { Context } from "../context.js";
import { paymentYears, yearLabel } from "../years.js";

/** The fact asked for where a wage was told without its period. */
export const WAGE_PERIOD = "wage_period";
export const MONTHLY_WAGE = "average_monthly_wage";
/** Where only rates of the wage are stated, an amount without a name is the wage. */
export const WAGE_ROLES: readonly AmountRole[] = ["wage", "unknown", "total"];

/** Below it a wage without a word for its period is taken as that of a month, aloud; from it on it may as well be that of a year. */
const MAY_BE_YEARLY = 10000;
const MONTHS = 12;

/** What the wage told comes to for this payer; which period it is of is asked where that is open. */
export function byWage(context: Context, wage: string, payer: Facts): Reply {
  const period = context.frame.amounts.find(
    ({ wagePeriod }) => wagePeriod,
  )?.wagePeriod;
  const monthly = period === "year" ? perMonth(wage) : wage;
  const years = paymentYears(context);
  const result = context.calc("contribution", {
    coverage_year: years.value[0],
    average_monthly_wage: monthly ?? wage,
    ...payer,
  });
  if (result.missing[0] === "payer")
    return reply("needs_info", "contribution", [ASK_PAYER], {
      ...result,
      suggestions: payersOf(context),
    });
  if (result.status !== "answered")
    return undecided(context, result, yearLabel(years.value));
  if (period === undefined && decimal(wage).gte(MAY_BE_YEARLY))
    return reply("needs_info", "contribution", [ASK_WAGE_PERIOD], {
      missing: [WAGE_PERIOD],
      suggestions: WAGE_PERIODS,
    });
  if (monthly === null)
    return reply("needs_info", "contribution", [ASK_MONTHLY_WAGE], {
      missing: [MONTHLY_WAGE],
      suggestions: [],
    });
  if (period === undefined)
    context.note(MONTHLY_WAGE, wage, `月平均工资${wage}元`, "assumed");
  const brought: Step[] =
    period === "year"
      ? [
          stepOf("月平均工资", `${wage} ÷ ${MONTHS}`, monthly, [
            ...(result.figures[0]?.citations ?? []),
          ]),
        ]
      : [];
  const whole = inAYear(context, {
    ...result,
    steps: [...brought, ...result.steps],
  });
  const lead = [`${context.placeLabel}：${figuresSentence(whole.figures)}。`];
  return reply("answered", "contribution", lead, whole);
}

/** The twelfth part, where it is an amount to the 分: what is computed with is never rounded. */
function perMonth(wage: string): string | null {
  const part = decimal(wage).div(MONTHS);
  return part.eq(part.toDecimalPlaces(2)) ? plainText(part) : null;
}

/** 一年交多少: twelve of what is due in a month, first. */
function inAYear({ frame }: Context, result: CalcResult): CalcResult {
  const [monthly, more] = result.figures;
  if (frame.per !== "year" || !monthly || more) return result;
  const value = decimal(monthly.value).times(MONTHS).toFixed(2);
  const { citations } = monthly;
  const label = "一年（12个月）应缴";
  return {
    ...result,
    figures: [{ ...monthly, key: "contribution.total", label, value }, monthly],
    steps: [
      ...result.steps,
      stepOf(label, `${plainText(decimal(monthly.value))} × ${MONTHS}`, value, [
        ...citations,
      ]),
    ],
  };
}

const stepOf = (
  label: string,
  expression: string,
  value: string,
  citations: number[],
): Step => ({
  label,
  expression,
  value: decimal(value).toFixed(2),
  unit: "元",
  citations,
});

/** Those who pay by a rate of the place, as people call them. */
function payersOf({ knowledge, place }: Context): string[] {
  const { vocabulary } = knowledge;
  const labels = knowledge
    .provisions(place, "contribution.rate")
    .flatMap(({ where, who }) => {
      const persons = [...(who.any ?? []), ...(who.all ?? [])];
      return persons.length > 0
        ? persons.map((tag) => vocabulary.label("identity", tag))
        : (where.payer ?? []).map((one) => vocabulary.label("payer", one));
    });
  return [...new Set(labels)];
}

function undecided(
  context: Context,
  result: CalcResult,
  period: string,
): Reply {
  const subject = { place: context.placeLabel, period, what: "缴费" };
  return reply(
    result.status,
    "contribution",
    verdictLead(result, subject, context.knowledge),
    result,
  );
}

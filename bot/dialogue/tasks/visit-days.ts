/** Outpatient bills of several days: each day by itself, until the year's limit is used up. */
import { exact as decimal, moneyText, ZERO } from "../../../engine/decimal.js";
import type { Facts } from "../../../engine/request.js";
import type { CalcResult, Figure } from "../../../engine/result.js";
import type { Money } from "../../../nlu/meaning.js";
import { isDate } from "../../../knowledge/dates.js";
import { ASK_ONE_DAY } from "../../phrasing/asks.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { dateText } from "../../phrasing/format.js";
import { figuresSentence } from "../../phrasing/verdict.js";
import { caseName } from "../case-name.js";
import { Context } from "../context.js";
import { dayIn } from "../days.js";
import { join } from "../results.js";
import { named } from "../tabulate.js";
import { exact } from "./amounts.js";

const ADDED = ["outpatient.fund", "outpatient.self"];

/** The bill of one day, and how the day is called. */
interface DayBill {
  name: string;
  facts: Facts;
}

/**
 * The sum over the days told. Null where a day cannot be computed, or where
 * the days have not each one result: then nothing is added up.
 */
function overDays(
  context: Context,
  bills: readonly DayBill[],
): CalcResult | null {
  const results: CalcResult[] = [];
  const days = bills.length;
  let paid = ZERO;
  for (const [at, { name, facts }] of bills.entries()) {
    if (at === 0) paid = decimal(String(facts.paid_this_year ?? "0"));
    const result = context.calc("outpatient", {
      ...facts,
      paid_this_year: paid.toFixed(),
    });
    const funds = result.figures.filter(({ key }) => key === "outpatient.fund");
    const [fund] = funds;
    if (result.status !== "answered" || !fund || funds.length > 1) return null;
    paid = paid.plus(decimal(fund.value));
    results.push(ofDay(result, name, at + 1, days));
  }
  const all = join(results);
  const sums =
    days > 1 ? ADDED.flatMap((key) => sumOf(all.figures, key, days)) : [];
  const last = results.at(-1)?.figures ?? [];
  return {
    ...all,
    figures: [
      ...sums,
      ...all.figures.filter(({ key }) => ADDED.includes(key)),
      ...all.figures.filter(
        (one) =>
          !ADDED.includes(one.key) &&
          last.some(({ key, label }) => key === one.key && label === one.label),
      ),
    ],
    steps: [
      ...all.steps,
      ...sums.map(({ label, value, unit, citations, key }) => ({
        label,
        expression: all.figures
          .filter((one) => one.key === key)
          .map((one) => decimal(one.value).toFixed())
          .join(" + "),
        value,
        unit: unit ?? "元",
        citations,
      })),
    ],
  };
}

function ofDay(
  result: CalcResult,
  name: string,
  day: number,
  days: number,
): CalcResult {
  return {
    ...result,
    figures: result.figures.map((figure) =>
      ADDED.includes(figure.key)
        ? {
            ...figure,
            label: `${name}${figure.label}`,
            for: { day: String(day) },
          }
        : day === days
          ? figure
          : { ...figure, label: `${name}后${figure.label}` },
    ),
    steps: result.steps.map((step) => ({
      ...step,
      label: `${name}${step.label}`,
    })),
  };
}

function sumOf(
  figures: readonly Figure[],
  key: string,
  days: number,
): Figure[] {
  const each = figures.filter((one) => one.key === key);
  const [first] = each;
  if (!first || each.length !== days) return [];
  const sum = each.reduce((all, { value }) => all.plus(decimal(value)), ZERO);
  const { for: _, ...figure } = first;
  return [
    {
      ...figure,
      label: `${days}天一共${key.endsWith(".fund") ? "能报" : "自己付"}`,
      value: moneyText(sum),
      citations: [...new Set(each.flatMap(({ citations }) => citations))],
    },
  ];
}

/** The days cannot be added up: what one of them comes to, said to be no total. */
export function ofOneDay(
  context: Context,
  result: CalcResult,
  days: string,
): Reply {
  const figures = result.figures.map((figure) => ({
    ...figure,
    label: `一天${figure.label}`,
    for: { ...figure.for, day: "1" },
  }));
  return reply(
    "answered",
    "outpatient",
    [
      `${days}天的合计算不出，要看每天的情况和本年度还剩多少额度。`,
      `${caseName(context, "门诊")}，只看一天：${figuresSentence(figures)}。`,
    ],
    { ...result, figures, computed: true },
  );
}

/** 看了三次一共300: where one visit alone would reach what a day or a visit is limited to, each must be known. */
export function visitsApart(
  { frame, knowledge, place }: Context,
  { figures, range }: Reply,
): Reply | null {
  if (frame.given.visits_together === undefined) return null;
  const limits = knowledge
    .provisions(place, "outpatient.cap")
    .flatMap(({ value }) =>
      value.kind === "cap" && ["visit", "day"].includes(value.per)
        ? (value.amount ?? [])
        : [],
    );
  const paid = [
    ...figures.map(({ key, value }) => ({ key, most: value })),
    ...(range ?? []).map(({ key, to }) => ({ key, most: to })),
  ];
  const reached = paid.some(
    ({ key, most }) =>
      key === "outpatient.fund" &&
      limits.some((limit) => decimal(most).gte(decimal(limit))),
  );
  return reached
    ? reply("needs_info", "outpatient", [ASK_ONE_DAY], {
        missing: ["visit_date"],
        suggestions: [],
      })
    : null;
}

/** 连着两天每天100: the sum over the days; a day that cannot be computed alone is no total. */
export function severalDays(context: Context, bill: Facts): Reply | null {
  const days = context.frame.given.visit_days;
  if (days === undefined) return null;
  const bills = Array.from({ length: Number.parseInt(days, 10) }, (_, at) => ({
    name: `第${at + 1}天`,
    facts: at === 0 ? bill : { ...bill, paid_today: "0" },
  }));
  const sum = byDoctor(context, bills);
  if (sum === null) return null;
  const visits = context.frame.counts.some(
    ({ value, unit }) => unit === VISIT && value === days,
  );
  return summed(context, visits ? onDaysApart(sum) : sum);
}
const VISIT = "次";

/** 看了五次, 第一次50第二次40: taken to be on different days, which is said. */
function onDaysApart(sum: CalcResult): CalcResult {
  const text =
    "按每次在不同的日子看病计算；同一天看几次的，合起来用一天的支付限额。";
  return { ...sum, caveats: [{ code: "assumed", text }, ...sum.caveats] };
}

/**
 * 今天甲类100，昨天甲类60: each day its own bill. Null where all amounts are of
 * one day; the days of two years are not added up, their limits are two.
 */
export function apartByDay(context: Context, facts: Facts): Reply | null {
  const bills = billsByDay(context, facts);
  if (bills.length < 2) return null;
  const years = [
    ...new Set(bills.map(({ facts }) => yearOfBill(facts, context))),
  ];
  const sums = years.map((year) => {
    const own = bills.filter(
      ({ facts }) => yearOfBill(facts, context) === year,
    );
    const sum = byDoctor(context, own);
    return sum && years.length > 1
      ? named(sum, "year", year, `${year}年`)
      : sum;
  });
  const told = sums.filter((one) => one !== null);
  return told.length < sums.length
    ? reply("needs_info", "outpatient", [ASK_ONE_DAY], {
        missing: ["visit_date"],
        suggestions: [],
      })
    : summed(
        context,
        bills.some(({ name }) => name.endsWith(VISIT))
          ? onDaysApart({ ...join(told), status: "answered" })
          : { ...join(told), status: "answered" },
      );
}

function yearOfBill({ visit_date }: Facts, { onYear }: Context): string {
  return String(visit_date ?? onYear).slice(0, 4);
}

/** The bills by class, earlier days first where the words tell dates. */
function billsByDay(context: Context, facts: Facts): DayBill[] {
  const amounts = context.frame.amounts.filter(({ role }) =>
    CLASSES.includes(role),
  );
  const dayOfBill = ({ day }: Money): string =>
    day === undefined ? context.on : (dayIn(day, context.on, true) ?? day);
  const days = [...new Set(amounts.map(dayOfBill))];
  const dated = days.every(isDate);
  if (dated && days.length > 1)
    for (const day of days)
      context.note("visit_date", day, `${dateText(day)}就诊`, "said");
  return (dated ? days.sort() : days).map((day) => {
    const own = amounts.filter((money) => dayOfBill(money) === day);
    const at = new Context({ ...context.frame, amounts: own }, context.world);
    const [a, b] = [exact(at, "class_a"), exact(at, "class_b")];
    const { paid_today: today, ...rest } = facts;
    return {
      name: isDate(day) ? dateText(day) : day,
      facts: {
        ...rest,
        ...(isDate(day) ? { visit_date: day } : {}),
        ...(a === null ? {} : { class_a: a }),
        ...(b === null ? {} : { class_b: b }),
        ...(today !== undefined && day === context.on
          ? { paid_today: today }
          : {}),
      },
    };
  });
}

const CLASSES: readonly string[] = ["class_a", "class_b"];

/** Where it was not said whether a family doctor is contracted, both sums. */
function byDoctor(
  context: Context,
  bills: readonly DayBill[],
): CalcResult | null {
  const sum = overDays(context, bills);
  if (sum) return sum;
  const both = [false, true].map((family_doctor) => {
    const result = overDays(
      context,
      bills.map(({ name, facts }) => ({
        name,
        facts: { ...facts, family_doctor },
      })),
    );
    const value = String(family_doctor);
    const label = context.knowledge.vocabulary.label("family_doctor", value);
    return result && named(result, "family_doctor", value, label);
  });
  const told = both.filter((one) => one !== null);
  return told.length === both.length
    ? { ...join(told), status: "answered" }
    : null;
}

function summed(context: Context, sum: CalcResult): Reply {
  return reply(
    "answered",
    "outpatient",
    [`${caseName(context, "门诊")}：${figuresSentence(sum.figures)}。`],
    { ...sum, computed: true },
  );
}

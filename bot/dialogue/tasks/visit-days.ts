/** The same outpatient bill on several days: each day by itself, until the year's limit is used up. */
import { exact as decimal, moneyText, ZERO } from "../../../engine/decimal.js";
import type { Facts } from "../../../engine/request.js";
import type { CalcResult, Figure } from "../../../engine/result.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { figuresSentence } from "../../phrasing/verdict.js";
import { caseName } from "../case-name.js";
import type { Context } from "../context.js";
import { join } from "../results.js";

const ADDED = ["outpatient.fund", "outpatient.self"];

/**
 * The sum over the days told. Null where a day cannot be computed, or where
 * the days have not each one result: then nothing is added up.
 */
function overDays(
  context: Context,
  facts: Facts,
  days: number,
): CalcResult | null {
  const results: CalcResult[] = [];
  let paid = decimal(String(facts.paid_this_year ?? "0"));
  for (let day = 1; day <= days; day++) {
    const result = context.calc("outpatient", {
      ...facts,
      paid_this_year: paid.toFixed(),
      ...(day === 1 ? {} : { paid_today: "0" }),
    });
    const funds = result.figures.filter(({ key }) => key === "outpatient.fund");
    const [fund] = funds;
    if (result.status !== "answered" || !fund || funds.length > 1) return null;
    paid = paid.plus(decimal(fund.value));
    results.push(ofDay(result, day, days));
  }
  const all = join(results);
  const sums = ADDED.flatMap((key) => sumOf(all.figures, key, days));
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

function ofDay(result: CalcResult, day: number, days: number): CalcResult {
  const name = `第${day}天`;
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

/** 连着两天每天100: the sum over the days; a day that cannot be computed alone is no total. */
export function severalDays(context: Context, bill: Facts): Reply | null {
  const days = context.frame.given.visit_days;
  if (days === undefined) return null;
  const sum = overDays(context, bill, Number.parseInt(days, 10));
  if (sum === null) return null;
  const name = caseName(context, "门诊");
  return reply(
    "answered",
    "outpatient",
    [`${name}：${figuresSentence(sum.figures)}。`],
    {
      ...sum,
      computed: true,
    },
  );
}

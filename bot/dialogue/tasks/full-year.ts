/** 一年呢, 10月到年底一共: what so many months of a monthly quota come to, which no clause states. */
import { sumOf } from "../../../engine/compare.js";
import type { CalcResult, Figure, Step } from "../../../engine/result.js";
import { exact, plainText } from "../../../engine/decimal.js";
import type { Frame } from "../state.js";
import { figureText } from "../../phrasing/format.js";

const MONTHS = 12;
const MONTHLY = ".monthly";

/** How many months, and the first of them where the words name it. */
export interface Months {
  months: number;
  first: string | null;
}

/** The months asked about together: 一年, or with 一共 三个月, 10月到12月; null for one month. */
export function monthsAsked(
  { per, months: together, counts, dates, household, countsAnew }: Frame,
  on: string,
): Months | null {
  // 他俩一年一共: of two persons each may have another quota.
  if ((household?.size ?? 1) > 1) return null;
  if (per === "year") return { months: MONTHS, first: null };
  if (household?.total !== true)
    return together === undefined ? null : { months: together, first: null };
  for (const { reading } of dates) {
    const range = RANGE.exec(reading.value);
    const [, first, from, last, to] = range?.map((one) => whole(one)) ?? [];
    if (from === undefined || to === undefined) continue;
    const years = Number.isNaN(first)
      ? to <= from
        ? 1
        : 0
      : (last ?? 0) - (first ?? 0);
    const months = years * MONTHS + to - from;
    if (months > 1)
      return {
        months,
        first: `${Number.isNaN(first) ? on.slice(0, 4) : first}-${range?.[2]}`,
      };
  }
  // 9月份也是300吗, after what three months come to: of that month.
  if (!countsAnew && dates.length > 0) return null;
  for (const { value, about } of counts) {
    const months = whole(/^d=P(\d{1,2})M$/.exec(value)?.[1]);
    if (!about && months > 1) return { months, first: null };
  }
  return null;
}
/** From the first day of a month to that of another. */
const RANGE = /^r=(\d{4}|XXXX)-(\d{2})-01,(\d{4}|XXXX)-(\d{2})-01$/;
const whole = (digits: string | undefined): number =>
  Number.parseInt(digits ?? "", 10);

/** The answer with the sums of those months first, and the sentence that says them. */
export function withMonths(
  result: CalcResult,
  months: number,
): {
  result: CalcResult;
  lead: string;
} {
  const sums = result.figures
    .filter(({ key }) => key.endsWith(MONTHLY))
    .map((one) => sumOfMonths(one, months));
  const said = sums
    .map(({ figure }) => `${figure.label}${figureText(figure)}`)
    .join("；");
  const derived = {
    code: "derived" as const,
    text:
      months === MONTHS
        ? "文件只定了每月的数，没有写全年的限额；全年的数是按每月定额乘以12个月推算的。"
        : `文件只定了每月的数；合计是按每月定额乘以${months}个月推算的。`,
  };
  return {
    lead: `文件按月定额，没有另写${months === MONTHS ? "全年" : "几个月合计"}的数；每月都报满的话，${said}。`,
    result: {
      ...result,
      figures: [...sums.map(({ figure }) => figure), ...result.figures],
      steps: [...result.steps, ...sums.map(({ step }) => step)],
      caveats: [...result.caveats, derived],
    },
  };
}

function sumOfMonths(
  monthly: Figure,
  months: number,
): { figure: Figure; step: Step } {
  const label = monthly.label.replace("每月定额支付标准", `${months}个月合计`);
  const { figure, step } = sumOf(
    monthly.key.replace(MONTHLY, months === MONTHS ? ".yearly" : ".total"),
    label,
    Array<Figure>(months).fill(monthly),
  );
  const expression = `${plainText(exact(monthly.value))} × ${months}`;
  return {
    figure: { ...figure, ...(monthly.for ? { for: monthly.for } : {}) },
    step: { ...step, expression },
  };
}

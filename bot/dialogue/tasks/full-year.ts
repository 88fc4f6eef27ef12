/** 一年呢, after a monthly quota: what twelve months of it come to, which no clause states. */
import { sumOf } from "../../../engine/compare.js";
import type { CalcResult, Figure, Step } from "../../../engine/result.js";
import { exact, plainText } from "../../../engine/decimal.js";
import { figureText } from "../../phrasing/format.js";

const MONTHS = 12;
const MONTHLY = ".monthly";

/** The answer with its year's sums first, and the sentence that says them. */
export function withFullYear(result: CalcResult): {
  result: CalcResult;
  lead: string;
} {
  const sums = result.figures
    .filter(({ key }) => key.endsWith(MONTHLY))
    .map(yearOf);
  const said = sums
    .map(({ figure }) => `${figure.label}${figureText(figure)}`)
    .join("；");
  const derived = {
    code: "derived" as const,
    text: "文件只定了每月的数，没有写全年的限额；全年的数是按每月定额乘以12个月推算的。",
  };
  return {
    lead: `文件按月定额，没有另写全年的数；每月都报满的话，${said}。`,
    result: {
      ...result,
      figures: [...sums.map(({ figure }) => figure), ...result.figures],
      steps: [...result.steps, ...sums.map(({ step }) => step)],
      caveats: [...result.caveats, derived],
    },
  };
}

function yearOf(monthly: Figure): { figure: Figure; step: Step } {
  const label = monthly.label.replace("每月定额支付标准", "12个月合计");
  const { figure, step } = sumOf(
    monthly.key.replace(MONTHLY, ".yearly"),
    label,
    Array<Figure>(MONTHS).fill(monthly),
  );
  const expression = `${plainText(exact(monthly.value))} × ${MONTHS}`;
  return {
    figure: { ...figure, ...(monthly.for ? { for: monthly.for } : {}) },
    step: { ...step, expression },
  };
}

/** A fine of two to five times what was obtained: of the amount that was said. */
import { exact as decimal, plainText } from "../../../engine/decimal.js";
import type { Figure, Step } from "../../../engine/result.js";
import type { Reply } from "../../phrasing/compose.js";
import { figuresSentence } from "../../phrasing/verdict.js";
import type { Context } from "../context.js";
import { exact } from "./amounts.js";

/** The unit of a figure that multiplies an amount. */
const TIMES = "倍";

/** 骗了10万罚多少: every multiple that the clauses state, of that amount; null where none is stated or no amount said. */
export function timesAmount(
  context: Context,
  stating: (context: Context) => Reply,
): Reply | null {
  const amount = exact(context, "unknown", "total", "fund");
  if (amount === null || context.frame.amounts.length > 1) return null;
  const told = stating(context);
  const multiples = told.figures.filter(({ unit }) => unit === TIMES);
  if (told.status !== "answered" || multiples.length === 0) return null;
  const products = multiples.map((one) => product(one, amount));
  return {
    ...told,
    lead: [
      `${figuresSentence(products.map(({ figure }) => figure))}。`,
      ...told.lead,
    ],
    figures: [...products.map(({ figure }) => figure), ...told.figures],
    steps: [...told.steps, ...products.map(({ step }) => step)],
    computed: true,
  };
}

function product(
  multiple: Figure,
  amount: string,
): { figure: Figure; step: Step } {
  const { label, value, citations } = multiple;
  const base = decimal(amount);
  const result = base.times(decimal(value)).toFixed(2);
  const own = { label, value: result, unit: "元", citations };
  return {
    figure: { ...own, key: "fact.multiple", type: "money" },
    step: {
      ...own,
      expression: `${plainText(base)} × ${plainText(decimal(value))}`,
    },
  };
}

/** Amounts around the start of the catastrophic layer: the start itself, and the part above it. */
import { exact as decimal, plainText } from "../../../engine/decimal.js";
import type { Money } from "../../../nlu/meaning.js";
import type { Context } from "../context.js";
import { isExact } from "./amounts.js";

/** 起付15万封顶多少: a figure of the rule, quoted; no bill is meant. */
export function withoutFiguresOfRule(context: Context): Context {
  const { frame } = context;
  const amounts = frame.amounts.filter(
    ({ role }) => role !== "regular_deductible",
  );
  return context.reading({ ...frame, amounts });
}

/** 超过2万的部分有6万: 8万 were paid by oneself, or came to, where the layer counts the expense. */
export function withWhole(context: Context): Context {
  const { frame } = context;
  const [part] = frame.amounts.filter(
    ({ role }) => role === "above_deductible",
  );
  if (!part || frame.amounts.length > 1 || !isExact(part)) return context;
  const start = part.start ?? startOfLayer(context);
  if (start === null) return context;
  const low = plainText(decimal(start).plus(decimal(part.low)));
  const role = context.facet("insurance") === "employee" ? "eligible" : "self";
  const whole: Money = { ...part, role, low };
  return context.reading({ ...frame, amounts: [whole] });
}

/** 超过起付线的部分有6万: the deductible that the place states, of the insurance said. */
function startOfLayer(context: Context): string | null {
  const insurance = context.facet("insurance");
  const stated = context.knowledge
    .provisions(context.place, "catastrophic.deductible")
    .flatMap(({ where, value }) =>
      value.kind === "deductible" &&
      (!where.insurance ||
        (insurance !== undefined && where.insurance.includes(insurance)))
        ? [value.amount]
        : [],
    );
  return stated.length === 1 ? (stated[0] ?? null) : null;
}

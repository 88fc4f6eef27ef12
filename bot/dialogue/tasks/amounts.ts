/** The amounts of a question, by the column of the settlement sheet that they stand in. */
import {
  type Exact,
  exact as decimal,
  plainText,
  ZERO,
} from "../../../engine/decimal.js";
import type { AmountRole, Money } from "../../../nlu/meaning.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import {
  afterBasic,
  boundedBetween,
  vagueAmount,
  whichColumn,
} from "../../phrasing/asks.js";
import type { CalcResult, Figure } from "../../../engine/result.js";
import { figureText } from "../../phrasing/format.js";
import { figuresSentence } from "../../phrasing/verdict.js";
import { Context } from "../context.js";

/**
 * The exact amount said in a role; several of one role are summed (两次住院自付
 * 1万和8千), and 其中自费 is taken off what the person paid. Null when none or
 * a vague one was said.
 */
export function exact(context: Context, ...roles: AmountRole[]): string | null {
  for (const role of roles) {
    const found = context.frame.amounts.filter((money) => money.role === role);
    if (found.length === 0 || !found.every(isExact)) continue;
    const sum = found.reduce((all, { low }) => all.plus(decimal(low)), ZERO);
    // 合规自付3万5，自费1万5: what was said to be eligible holds nothing outside.
    const mixed = role === "self" && found.some(({ eligible }) => !eligible);
    const outside = mixed ? outsideOf(context) : ZERO;
    const left = sum.minus(outside);
    return plainText(left.lt(ZERO) ? sum : left);
  }
  return null;
}

/** What of the person's own part lies outside the catalogues; zero where nothing was said of it. */
export function outsideOf(context: Context): Exact {
  return context.frame.amounts
    .filter((money) => money.role === "outside" && isExact(money))
    .reduce((all, { low }) => all.plus(decimal(low)), ZERO);
}

export function isExact(money: Money): boolean {
  return !money.about && money.high === null && /^\d+(\.\d+)?$/.test(money.low);
}

/** Asks for the exact amount where only a vague one was said. */
export function askExact(context: Context, intent: string): Reply | null {
  const vague = context.frame.amounts.find((money) => !isExact(money));
  if (!vague) return null;
  return reply("needs_info", intent, [vagueAmount(vague.text)], {
    missing: ["amount"],
    suggestions: [],
  });
}

/** The frame with every vague amount at one end of its range; null where a range is open. */
export function atEnd(context: Context, end: "low" | "high"): Context | null {
  const amounts: Money[] = [];
  for (const money of context.frame.amounts) {
    const value = end === "low" ? money.low : money.high;
    if (isExact(money)) amounts.push(money);
    else if (value === null || !/^\d+(\.\d+)?$/.test(value)) return null;
    else amounts.push({ ...money, low: value, high: null, about: false });
  }
  return new Context({ ...context.frame, amounts }, context.world);
}

/** A vague amount is computed only where its whole range gives the same result. */
export function overRange(
  context: Context,
  compute: (context: Context) => Reply,
): Reply | null {
  const ends = [atEnd(context, "low"), atEnd(context, "high")];
  const [low, high] = ends.map((end) => (end ? compute(end) : null));
  if (!low || !high || low.status !== "answered" || high.status !== "answered")
    return null;
  const values = ({ figures }: Reply): string =>
    figures
      .filter(({ key }) => !key.endsWith(".self"))
      .map(({ key, value }) => `${key}=${value}`)
      .join();
  if (values(low) !== values(high)) return null;
  for (const { slot, value, label, source } of ends[0]?.conditions ?? [])
    context.note(slot, value, label, source);
  const figures = low.figures.filter(({ key }) => !key.endsWith(".self"));
  return {
    ...low,
    figures,
    steps: [],
    lead: [figuresSentence(figures) + "。"],
  };
}

/**
 * Only a total was said, or all that is inside the catalogues where what basic
 * insurance left of it counts: asks for the column that decides. Meanwhile the total
 * bounds what the fund pays from above, which is said aloud to who cannot tell.
 */
export function askOfTotal(
  context: Context,
  intent: string,
  slot: string,
  column: string,
  most: CalcResult,
): Reply {
  const counted = context.frame.amounts.some(({ role }) => role === "eligible");
  const asked = {
    ...askColumn(intent, slot, column),
    ...(counted ? { lead: [afterBasic(column)] } : {}),
  };
  const fund = most.figures
    .filter(({ key }) => key.endsWith(".fund"))
    .reduce<Figure | null>(
      (before, one) =>
        before && decimal(before.value).gte(decimal(one.value)) ? before : one,
      null,
    );
  if (most.status !== "answered" || !fund) return asked;
  const nothing = { ...fund, value: "0.00" };
  const range = [
    { key: fund.key, from: "0.00", to: fund.value, depends_on: [slot] },
  ];
  if (!context.cannotTell(slot)) return { ...asked, range };
  const lead = [boundedBetween(figureText(nothing), figureText(fund))];
  return { ...asked, lead, range, citations: most.citations };
}

/** The total is never taken as the eligible part: says which column decides. */
export function askColumn(intent: string, slot: string, column: string): Reply {
  return reply("needs_info", intent, [whichColumn(column)], {
    missing: [slot],
    suggestions: [],
  });
}

/** The amounts of a question, by the column of the settlement sheet that they stand in. */
import type { AmountRole, Money } from "../../../nlu/meaning.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { vagueAmount, whichColumn } from "../../phrasing/asks.js";
import type { Context } from "../context.js";

/** The exact amount said in a role; null when none, several, or a vague one. */
export function exact(context: Context, ...roles: AmountRole[]): string | null {
  for (const role of roles) {
    const found = context.frame.amounts.filter(
      (money) => money.role === role && isExact(money),
    );
    if (found.length === 1) return found[0]?.low ?? null;
  }
  return null;
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

/** The total is never taken as the eligible part: says which column decides. */
export function askColumn(intent: string, slot: string, column: string): Reply {
  return reply("needs_info", intent, [whichColumn(column)], {
    missing: [slot],
    suggestions: [],
  });
}

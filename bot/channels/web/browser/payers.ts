/** Who pays what: the figures of one computation that are parts of one sum. */
import type { Figure } from "../../../../engine/result.js";

/** Who may pay, for the colour. */
type Payer = "fund" | "aid" | "person" | "above";

export interface Part {
  /** Key of the figure. */
  key: string;
  payer: Payer;
  who: string;
  amount: string;
  /** Share of the whole in percent, for the drawing only. */
  percent: number;
}

/** What a figure is a share of, by the last part of its key. */
const PAYERS: Readonly<Record<string, readonly [Payer, string]>> = {
  fund: ["fund", "基金支付"],
  aid: ["aid", "资助"],
  net: ["person", "个人"],
  self: ["person", "个人"],
  person: ["person", "个人"],
  above_ceiling: ["above", "封顶以上"],
};

/** The parts of the first figure's computation, or none when they do not make a sum. */
export function payers(figures: readonly Figure[]): Part[] {
  const family = figures[0]?.key.split(".")[0];
  const owner = JSON.stringify(figures[0]?.for);
  const parts = figures.flatMap(({ key, type, value, for: whose }) => {
    const [of, last = "", ...finer] = key.split(".");
    const found = finer.length === 0 ? PAYERS[last] : undefined;
    return of === family &&
      type === "money" &&
      found &&
      JSON.stringify(whose) === owner
      ? [{ key, payer: found[0], who: found[1], value, amount: Number(value) }]
      : [];
  });
  const whole = parts.reduce((sum, { amount }) => sum + amount, 0);
  const repeated = new Set(parts.map(({ who }) => who)).size < parts.length;
  if (parts.length < 2 || whole <= 0 || repeated) return [];
  return parts.map(({ key, payer, who, value, amount }) => ({
    key,
    payer,
    who,
    amount: value,
    percent: (amount / whole) * 100,
  }));
}

/** Who pays what: the figures of one computation that are parts of one sum. */
import type { Figure } from "../../../../engine/result.js";

export interface Part {
  who: string;
  amount: string;
  /** Share of the whole in percent, for the drawing only. */
  percent: number;
}

/** What a figure is a share of, by the last part of its key. */
const PAYERS: Readonly<Record<string, string>> = {
  fund: "基金支付",
  aid: "资助",
  net: "个人",
  self: "个人",
  person: "个人",
  above_ceiling: "封顶以上",
};

/** The parts of the first figure's computation, or none when they do not make a sum. */
export function payers(figures: readonly Figure[]): Part[] {
  const family = figures[0]?.key.split(".")[0];
  const parts = figures.flatMap(({ key, type, value, for: whose }) => {
    const [of, last = ""] = key.split(".");
    const who = PAYERS[last];
    return of === family && type === "money" && who && !whose
      ? [{ who, value, amount: Number(value) }]
      : [];
  });
  const whole = parts.reduce((sum, { amount }) => sum + amount, 0);
  const repeated = new Set(parts.map(({ who }) => who)).size < parts.length;
  if (parts.length < 2 || whole <= 0 || repeated) return [];
  return parts.map(({ who, value, amount }) => ({
    who,
    amount: value,
    percent: (amount / whole) * 100,
  }));
}

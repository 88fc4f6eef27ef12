/** Who pays what: the figures of one computation that are parts of one sum. */
import type { Figure } from "../../../../engine/result.js";

/** Who may pay, for the colour, in the order of the drawing. */
const ORDER = ["fund", "aid", "person", "above"] as const;
type Payer = (typeof ORDER)[number];

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
  open: ["above", "文件没写怎么分担"],
};

/** The whole chain of layers: each layer's fund is a part, named as the layer is. */
const CHAIN = "settlement";
/** Layers that are assistance, not insurance. */
const AIDS = ["assistance", "special_assistance"];

/** The parts of the first figure's computation, or none when they do not make a sum. */
export function payers(figures: readonly Figure[]): Part[] {
  const [first] = figures;
  if (!first || ofSeveral(figures)) return [];
  const family = familyOf(first);
  const parts = figures.flatMap((figure) => partOf(figure, family) ?? []);
  const amounts = parts.map(({ amount }) => Number(amount));
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  const repeated = new Set(parts.map(({ who }) => who)).size < parts.length;
  if (parts.length < 2 || whole <= 0 || repeated) return [];
  return parts
    .map((part, at) => ({
      ...part,
      percent: ((amounts[at] ?? 0) / whole) * 100,
    }))
    .sort((a, b) => ORDER.indexOf(a.payer) - ORDER.indexOf(b.payer));
}

/** Whether the first is of one of several persons or cases: then no bar is about all. */
function ofSeveral([first, ...others]: readonly Figure[]): boolean {
  return (
    first?.for !== undefined && others.some(({ key }) => key === first.key)
  );
}

const familyOf = ({ key }: Figure): string => key.split(".")[0] ?? "";

function partOf(
  { key, type, value, label }: Figure,
  family: string,
): Omit<Part, "percent"> | null {
  const [of = "", last = "", ...finer] = key.split(".");
  const found = finer.length === 0 && type === "money" && PAYERS[last];
  if (!found) return null;
  const [payer, who] = found;
  if (of === family) return { key, payer, who, amount: value };
  if (family !== CHAIN || last !== "fund") return null;
  return {
    key,
    payer: AIDS.includes(of) ? "aid" : payer,
    who: label,
    amount: value,
  };
}

/** Replies to what is asked of a wage: which period it is of, or the wage of a month. */
import type { Meaning, Money } from "../../nlu/meaning.js";
import { periodAlone } from "../../nlu/wage-period.js";
import { followUp } from "./merge.js";
import type { Frame } from "./state.js";

/** “一年的”: what the wage told is that of. */
export function ofPeriod(meaning: Meaning, frame: Frame): Frame | null {
  if (meaning.amounts.length > 0) return followUp(meaning, frame);
  const period = periodAlone(meaning.plain);
  if (period === null) return null;
  const amounts = frame.amounts.map((one) => ({ ...one, wagePeriod: period }));
  return { ...frame, amounts };
}

/** “2400”, asked for the wage of a month. */
export function monthlyWage(
  [money, more]: readonly (Money | null)[],
  frame: Frame,
): Frame | null {
  if (!money || more || money.wagePeriod === "year") return null;
  const wage: Money = { ...money, role: "wage", wagePeriod: "month" };
  return { ...frame, amounts: [wage] };
}

/** 不是自付，是总费用: the amount asked about stands in another column than was taken. */
import type { AmountRole, Meaning, Money } from "../../nlu/meaning.js";
import type { Frame } from "./state.js";

const COLUMNS: readonly AmountRole[] = [
  "unknown",
  "total",
  "eligible",
  "self",
  "outside",
  "above_deductible",
];

/** The amounts with the one bill in the column said; null where none was said, or it is open of which. */
export function recolumned(
  { amounts: before }: Frame,
  { column, amounts }: Meaning,
): Money[] | null {
  if (column === null) return null;
  const [bill, more] = before.filter(({ role }) => COLUMNS.includes(role));
  if (!bill || more) return null;
  return before.map((one) =>
    one === bill ? { ...(amounts[0] ?? one), ...column } : one,
  );
}

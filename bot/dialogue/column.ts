/** 不是自付，是总费用: the amount asked about stands in another column than was taken. */
import type { AmountRole, Meaning, Money } from "../../nlu/meaning.js";
import { isLess } from "./outside-part.js";
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
  const [part] = amounts;
  // 目录外8000, after 自付三万: a part of the bill, which stays in its column.
  if (part && column.role === "outside" && isLess(part, bill)) return null;
  return before.map((one) =>
    one === bill ? { ...(part ?? one), ...column } : one,
  );
}

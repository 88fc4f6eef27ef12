/** The bills of several years told in one message: only those of the year asked about count for it. */
import type { AmountRole, Money } from "../../nlu/meaning.js";
import type { Frame } from "./state.js";

/** What one pays oneself or what was spent; what was paid before has its year already. */
const BILLS: readonly AmountRole[] = ["self", "total", "eligible", "unknown"];

/** 去年住院自付5万，今年3万，今年能救助多少: the second, in the column of the first. */
export function ofAskedYear(
  amounts: Money[],
  { years }: Pick<Frame, "years">,
): Money[] {
  const [asked, more] = years?.value ?? [];
  const bills = amounts.filter(({ role }) => BILLS.includes(role));
  const told = new Set(bills.map(({ year }) => year));
  const chosen =
    asked !== undefined && more === undefined ? String(asked) : null;
  const apart =
    chosen !== null && told.size > 1 && !told.has(null) && told.has(chosen);
  if (!apart) return amounts;
  const [first] = bills;
  return amounts.flatMap((one) =>
    !bills.includes(one)
      ? [one]
      : one.year !== chosen
        ? []
        : one.role === "unknown" && first
          ? [{ ...one, role: first.role, eligible: first.eligible }]
          : [one],
  );
}

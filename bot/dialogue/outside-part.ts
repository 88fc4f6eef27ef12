/** 其中两万是自费药, after a bill: what of it lies outside the catalogues, told later. */
import { exact } from "../../engine/decimal.js";
import type { AmountRole, Ask, Meaning, Money } from "../../nlu/meaning.js";
import type { Frame } from "./state.js";

const OUTSIDE: readonly AmountRole[] = ["outside", "beside"];
/** Columns of which a part may lie outside the catalogues. */
const WHOLE: readonly AmountRole[] = ["self", "total", "unknown"];

/** Whether an amount lies outside the catalogues. */
export const isOutside = ({ role }: Pick<Money, "role">): boolean =>
  OUTSIDE.includes(role);

/** Whether one exact amount is less than another. */
export const isLess = (one: Money, other: Money): boolean =>
  [one, other].every(({ low }) => /^\d+(\.\d+)?$/.test(low)) &&
  exact(one.low).lt(exact(other.low));

/**
 * The bill told before with what of it lies outside the catalogues, or was
 * paid beside it; null where the amounts said are something else, or no part
 * of that bill.
 */
export function withOutside(
  said: readonly Money[],
  before: readonly Money[],
): Money[] | null {
  const [part] = said;
  if (part === undefined || !said.every(isOutside)) return null;
  const isWhole = (one: Money): boolean =>
    WHOLE.includes(one.role) && (part.role === "beside" || isLess(part, one));
  if (!before.some(isWhole)) return null;
  const bills = before
    .filter((one) => !isOutside(one))
    // What has such a part is not all inside them.
    .map((one) =>
      isWhole(one) && part.role === "outside"
        ? { ...one, eligible: false }
        : one,
    );
  return [...bills, ...said];
}

/** 里面有1万2是自费的，还能救助多少: what a bill told before has outside the catalogues, and its question once more. */
export function tellsOutside(
  { amounts, places }: Meaning,
  strong: readonly Ask[],
  last: Pick<Frame, "task" | "amounts">,
): boolean {
  return (
    places.length === 0 &&
    strong.every(({ task }) => task === last.task || task === "reimburse") &&
    withOutside(amounts, last.amounts) !== null
  );
}

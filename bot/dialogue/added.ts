/** “加上门诊自付1万呢”: an amount of another kind of care that comes to the one before. */
import type { Meaning, Money } from "../../nlu/meaning.js";
import { said } from "./slots.js";
import type { Frame } from "./state.js";

/** Tasks that count stays and visits of one person together. */
const TOGETHER = ["assistance", "special_assistance", "settlement"];
/** The kind of care that an amount is counted as where none was said. */
const USUAL = "inpatient";

/** The frame after the amounts of another kind of care came to those before; null where they replace them. */
export function withAdded(
  told: Frame,
  meaning: Meaning,
  before: Frame,
): Frame | null {
  const { amounts } = meaning;
  if (
    !TOGETHER.includes(told.task) ||
    !meaning.concepts.includes("added") ||
    amounts.length === 0
  )
    return null;
  const [usual = USUAL] = before.facets.care?.value ?? [];
  const earlier = before.amounts.map((money) => ({
    ...money,
    care: money.care ?? usual,
  }));
  const cares = new Set(amounts.map(({ care }) => care));
  if (cares.has(undefined) || earlier.some(({ care }) => cares.has(care)))
    return null;
  const all = [...earlier, ...amounts.map(ownPart)];
  return {
    ...told,
    amounts: all,
    facets: {
      ...told.facets,
      care: said([...new Set(all.flatMap(({ care }) => care ?? []))]),
    },
  };
}

/** A bare amount that comes to the person's own part is one, too. */
function ownPart(money: Money): Money {
  return money.role === "unknown" ? { ...money, role: "self" } : money;
}

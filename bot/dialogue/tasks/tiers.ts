/** The tiers of a place. */
import type { Context } from "../context.js";
import { paymentYears } from "../years.js";
import { hasTiers } from "./stated.js";

/** Every tier of the place that a standard is set for by that year. */
export function tiersOf(
  context: Context,
  year: number,
  school: boolean,
): (string | undefined)[] {
  const day = school ? `${year}-09-01` : `${year}-01-01`;
  const tiers = new Set<string>();
  for (const { where, period } of context.knowledge.provisions(
    context.place,
    "contribution.standard",
  ))
    if (period.from <= day)
      for (const tier of where.tier ?? []) tiers.add(tier);
  return tiers.size > 0 ? [...tiers].sort() : [undefined];
}

/** The tiers among which the place lets its residents choose. */
export function tiersIn(context: Context): string[] {
  if (!hasTiers(context)) return [];
  const year = paymentYears(context).value[0] ?? context.onYear;
  return tiersOf(context, year, false).filter((tier) => tier !== undefined);
}

/** How a computed answer names its case: where, when and for whom, before what is paid. */
import type { Context } from "./context.js";

/** Slots that tell one case from another, in the order in which they are said. */
const TOLD = [
  "year",
  "visit_date",
  "insurance",
  "employment",
  "tier",
  "identity",
  "institution",
] as const;

/**
 * “太原市2023年基层医疗卫生机构门诊”: the place, then what was said or assumed
 * of the case. A slot with several values is left out: its figures are named one by one.
 */
export function caseName(context: Context, what: string): string {
  const labels = TOLD.flatMap((slot) => {
    const own = context.conditions.filter((one) => one.slot === slot);
    return own.length === 1 && own[0] ? [own[0].label] : [];
  });
  return `${context.placeLabel}${labels.join("")}${what}`;
}

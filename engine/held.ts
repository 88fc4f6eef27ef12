/** Whether the held notices speak for a place at a time at all. */
import type { Knowledge } from "../knowledge/knowledge.js";
import { confirmedUntil } from "./remarks.js";
import type { Span } from "./select.js";

/**
 * Whether a notice of one of the places was in force all the time and is still
 * trusted at its end. The country's notices speak only where the country is
 * asked about.
 */
export function isHeld(
  knowledge: Knowledge,
  asked: string,
  span: Span,
  places: readonly string[],
): boolean {
  for (const place of places) {
    const level = knowledge.jurisdictions.get(place)?.level;
    if (level === "country" && place !== asked) continue;
    if (confirmedUntil(knowledge, place) < span.to) continue;
    for (const { kind, in_force, issued } of knowledge.noticesOf(place))
      if (kind !== "interpretation" && kind !== "commentary")
        if ((in_force.from ?? issued ?? "9999") <= span.from) return true;
  }
  return false;
}

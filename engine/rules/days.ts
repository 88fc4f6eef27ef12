/** Days as results. */
import type { Case } from "../case.js";

/** Adds a day as a figure. */
export function addDay(
  one: Case,
  key: string,
  label: string,
  value: string,
  citations: readonly number[],
): void {
  one.add({
    key,
    type: "date",
    label,
    value,
    unit: "",
    citations: [...citations],
  });
}

/** The first day of benefits that a wait names: `birth`, a day, or a month and day of the year. */
export function benefitDay(
  from: string,
  born: string | undefined,
  year: number,
): string | undefined {
  if (from === "birth") return born;
  return from.length === 5 ? `${year}-${from}` : from;
}

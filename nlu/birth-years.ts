/** 1960年生的: a birth of long ago tells an age. */
import { yearOf } from "../knowledge/dates.js";
import type { Vocabulary } from "../knowledge/vocabulary.js";
import type { DateFact } from "./meaning.js";
import type { Reading } from "./numbers/reading.js";

/** A birth of the last years is that of a newborn or a small child: other rules look at its day. */
const YEARS_RECENT = 3;

/**
 * The ages that births tell on the day of the question, as readings; none
 * where the day of birth is open and it would decide an age group.
 */
export function agesOfBirth(
  dates: readonly DateFact[],
  on: string,
  { file }: Vocabulary,
): Reading[] {
  const births = dates.filter(({ role }) => role === "born");
  if (births.length === 0) return [];
  const limits = Object.values(file.facets.identity?.values ?? {}).flatMap(
    ({ ages }) =>
      [ages?.from, ages?.below].flatMap((limit) =>
        limit === undefined ? [] : Number.parseInt(limit, 10),
      ),
  );
  return births.flatMap(({ reading: { from, kind, span, text } }) => {
    if (from === undefined) return [];
    const most = yearOf(on) - yearOf(from);
    if (most <= YEARS_RECENT) return [];
    const open =
      kind === "year" ||
      (kind !== "date" && from.slice(5, 7) === on.slice(5, 7));
    const age = open || on.slice(5) >= from.slice(5) ? most : most - 1;
    if (open && limits.includes(age)) return [];
    return [{ span, text, kind: "age", value: `${age}`, about: false }];
  });
}

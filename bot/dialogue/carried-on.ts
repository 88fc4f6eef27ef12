/** What of a question still holds for the one that follows it up. */
import type { Meaning, Mention } from "../../nlu/meaning.js";
import type { Frame } from "./state.js";

/** 2023年呢, 三个人呢, after the difference of two tiers: the same difference of other years or persons. */
export function comparesOn(before: Frame, meaning: Meaning): boolean {
  const { dates, mentions, people, places, household } = meaning;
  if (!before.compare || places.length > 0 || household?.summed) return false;
  const many = (values: readonly unknown[] | undefined): boolean =>
    (values?.length ?? 0) > 1;
  const compared = {
    tier: many(before.tiers?.value) || before.otherTier === true,
    year: many(before.years?.value) || before.against !== null,
    who: many(before.people?.value),
  };
  // 两档差多少: every tier of the place.
  if (!compared.year && !compared.who) compared.tier = true;
  const said = {
    tier: mentions.some(({ facet }) => facet === "tier"),
    year: dates.some(({ role }) => role === "year"),
    who:
      people.length > 0 || mentions.some(({ facet }) => facet === "identity"),
  };
  const all = ["tier", "year", "who"] as const;
  return (
    (all.some((one) => said[one]) || household !== null) &&
    !all.some((one) => compared[one] && said[one])
  );
}

/** 两档差多少, of nobody in particular and one year: the tiers of the place are what was compared. */
export function ofTiers({ people, years, against, tiers }: Frame): boolean {
  return (
    against === null &&
    (years?.value.length ?? 0) < 2 &&
    tiers?.value.length !== 1 &&
    (people?.value ?? []).every(({ tags }) => tags.length === 0)
  );
}

/** 去年也一样吗, after an answer for the year of the question: both years side by side. */
export function alsoOf(
  before: Frame,
  { compare, dates }: Meaning,
): Frame["against"] {
  const years = dates.filter(({ role }) => role === "year");
  const unsaid = before.years === null || before.years.source === "assumed";
  // 去年差多少, after the difference of two tiers: that of last year.
  const again = before.compare && years.length === 1;
  return compare && !again && years.length === 1 && unsaid
    ? "year_named"
    : null;
}

/** The values of a facet that are said, none twice. */
export function positive(meaning: Meaning, facet: string): string[] {
  return [
    ...new Set(
      meaning.mentions
        .filter(
          (mention: Mention) => mention.facet === facet && !mention.negated,
        )
        .map(({ value }) => value),
    ),
  ];
}

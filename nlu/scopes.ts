/** Whether a message is about the subject at all, and of which kind it is where it is not. */
import type { Ask, Mention } from "./meaning.js";

const SCOPE_PREFIX = "scope.";

/** Whether anything of the subject was recognised. */
export function inDomain(
  names: ReadonlySet<string>,
  mentions: readonly Mention[],
  asked: readonly Ask[],
): boolean {
  if (asked.some(({ strength }) => strength === 2)) return true;
  if (mentions.length > 0) return true;
  return [
    "domain",
    "pay",
    "reimburse",
    "outpatient",
    "inpatient",
    "catastrophic",
    "assistance",
    "chronic",
    "subsidy",
    "deductible",
    "enrol",
    "filing",
    "remote",
    "waiting",
    "newborn",
    "document",
  ].some((concept) => names.has(concept));
}

/** Kinds that come before all others, whatever else is said. */
const SCOPE_ORDER = [
  "crisis",
  "illegal_request",
  "suspected_scam",
  "abuse",
  "medical_advice",
  "personal_account",
  "other_insurance",
  "complaint",
  "prediction",
  "opinion",
  "small_talk",
];

/** The kind of a message that no notice answers; the gravest comes first. */
export function scopeOf(
  names: ReadonlySet<string>,
  kinds: readonly string[],
): string | null {
  return (
    SCOPE_ORDER.find(
      (kind) => names.has(SCOPE_PREFIX + kind) || kinds.includes(kind),
    ) ?? null
  );
}

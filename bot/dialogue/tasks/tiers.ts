/** The tiers of a place, and those that a question about it means. */
import { withoutTiersText } from "../../phrasing/tiers.js";
import type { Reply } from "../../phrasing/compose.js";
import type { Context } from "../context.js";
import { paymentYears } from "../years.js";
import type { CareTopics } from "./care.js";

const TIERED_TOPICS = ["contribution.standard", "outpatient.cap"];

/** Whether any contribution or outpatient rule of the place names a tier. */
export function hasTiers(context: Context): boolean {
  return TIERED_TOPICS.some((topic) =>
    context.knowledge
      .provisions(context.place, topic)
      .some(({ where }) => where.tier !== undefined),
  );
}

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

/** Tiers said, where the place's rules on the topics differ by tier; otherwise none. */
export function benefitTiers(
  context: Context,
  { byTier }: CareTopics,
): string[] {
  const said = context.frame.tiers?.value ?? [];
  if (!byTier || !hasTiers(context)) return [];
  const { compare, years, against } = context.frame;
  const ofYears = against !== null || (years?.value.length ?? 1) > 1;
  return compare && said.length === 0 && !ofYears ? tiersKnown(context) : said;
}

/** 两档差多少: the tiers that the place's rules tell apart. */
function tiersKnown({ knowledge, place }: Context): string[] {
  const tiers = TIERED_TOPICS.flatMap((topic) =>
    knowledge.provisions(place, topic),
  ).flatMap(({ where }) => where.tier ?? []);
  return [...new Set(tiers)].sort();
}

/** Benefits that may differ by tier. */
const TIERED = [
  "contribution",
  "reimburse",
  "outpatient",
  "inpatient",
  "catastrophic",
];

/** The words of a reply; a tier that the place's notices do not know is dropped aloud, once it or the place is named. */
export function withoutTiers(
  { frame, knowledge, place, placeLabel }: Context,
  { lead, status }: Reply,
): string[] {
  const { tiers, task } = frame;
  const named = [tiers?.source, frame.place?.source].includes("said");
  const said = tiers !== null && named && TIERED.includes(task);
  if (!said || status === "not_held") return lead;
  const known = knowledge
    .noticesOf(place)
    .some(({ clauses }) =>
      clauses.some(({ text }) => /[一二三高中低]档/.test(text)),
    );
  return known ? lead : [...lead, withoutTiersText(placeLabel)];
}

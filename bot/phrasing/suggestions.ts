/** What a person may say next; each works when sent back as it is. */
import type { Context } from "../dialogue/context.js";
import type { FacetSlot } from "../dialogue/state.js";

/** Candidates: of those that lead on, fewer are offered. */
const MOST = 6;

/** Follow-ups that the place's own rules answer. */
export function suggestionsFor(context: Context): string[] {
  const { frame } = context;
  const found: string[] = [];
  if (frame.task === "contribution") {
    const [first = [], more = []] = inTwo(
      identities(context, "contribution.aid"),
    );
    found.push(...first, ...otherTier(context), "什么时候缴费", ...more);
  }
  if (frame.task === "assistance")
    found.push(...identities(context, "assistance.ratio"));
  if (frame.task === "inpatient") found.push(...others(context, "employment"));
  if (frame.task === "chronic") found.push(...others(context, "insurance"));
  if (frame.task === "outpatient")
    found.push(
      ...otherTier(context),
      ...(frame.aspects.includes("limit")
        ? ["报销比例是多少"]
        : ["一年最多报多少"]),
    );
  if (frame.task === "enrolment") found.push("要交多少钱", "有没有等待期");
  if (frame.task === "subsidy") found.push("要交多少钱");
  if (frame.task === "catastrophic" && !frame.aspects.includes("deductible"))
    found.push("大病保险起付线是多少");
  if (frame.task === "fact")
    found.push(
      ...(context.knowledge.vocabulary.file.topics[frame.topics[0] ?? ""]
        ?.suggestions ?? []),
    );
  return [...new Set(found)].slice(0, MOST);
}

const inTwo = (all: readonly string[]): [string[], string[]] => [
  all.slice(0, 2),
  all.slice(2, 4),
];

/** Identities that the rules of a topic name, other than the one just answered. */
function identities(context: Context, topic: string): string[] {
  const said = new Set(
    context.people.flatMap((person) => context.tagsOf(person)),
  );
  const tags = new Set<string>();
  for (const { who } of context.knowledge.provisions(context.place, topic))
    for (const tag of who.any ?? []) if (!said.has(tag)) tags.add(tag);
  return [...tags]
    .slice(0, 4)
    .map((tag) => `那${context.knowledge.vocabulary.label("identity", tag)}呢`);
}

/** The other values of a facet of which one was said. */
function others(context: Context, facet: FacetSlot): string[] {
  const said = context.facets(facet);
  const { vocabulary } = context.knowledge;
  if (said.length !== 1) return [];
  return Object.keys(vocabulary.file.facets[facet]?.values ?? {})
    .filter((value) => !said.includes(value))
    .map((value) => `那${vocabulary.label(facet, value)}呢`);
}

function otherTier(context: Context): string[] {
  const said = context.frame.tiers?.value ?? [];
  if (said.length !== 1) return [];
  const tiers = new Set<string>();
  for (const { where } of context.knowledge.provisions(
    context.place,
    "contribution.standard",
  ))
    for (const tier of where.tier ?? []) tiers.add(tier);
  return [...tiers]
    .filter((tier) => !said.includes(tier))
    .map((tier) => `那${context.knowledge.vocabulary.label("tier", tier)}呢`);
}

/** What a person may say next; each works when sent back as it is. */
import type { Context } from "../dialogue/context.js";

const MOST = 3;

/** Follow-ups that the place's own rules answer. */
export function suggestionsFor(context: Context): string[] {
  const { frame } = context;
  const found: string[] = [];
  if (frame.task === "contribution")
    found.push(...identities(context), ...otherTier(context), "什么时候缴费");
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

/** Identities whose contribution is aided, other than the one just answered. */
function identities(context: Context): string[] {
  const said = new Set(
    context.people.flatMap((person) => context.tagsOf(person)),
  );
  const tags = new Set<string>();
  for (const { who } of context.knowledge.provisions(
    context.place,
    "contribution.aid",
  ))
    for (const tag of who.any ?? []) if (!said.has(tag)) tags.add(tag);
  return [...tags]
    .slice(0, 2)
    .map((tag) => `那${context.knowledge.vocabulary.label("identity", tag)}呢`);
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

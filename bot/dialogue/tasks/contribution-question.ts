/** The question back where a person's group is not told closely enough. */
import type { CalcResult } from "../../../engine/result.js";
import { ASK_DISABILITY, ASK_IDENTITY } from "../../phrasing/asks.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import type { Context } from "../context.js";
import { demandedBeside } from "../demanded.js";

/** The disability grade decides in some places; elsewhere which group the person belongs to. */
export function askIdentity(context: Context, result: CalcResult): Reply {
  const { vocabulary } = context.knowledge;
  const tags = context.people.flatMap((person) => context.tagsOf(person));
  const narrower = narrowerIdentities(context);
  const demanded = demandedBeside(context.knowledge, context.place, tags);
  const choices =
    narrower.length > 0
      ? narrower
      : demanded.map((tag) => vocabulary.label("identity", tag));
  return reply(
    "needs_info",
    "contribution",
    [asksGrade(narrower) ? ASK_DISABILITY : ASK_IDENTITY],
    {
      ...result,
      figures: [],
      missing: ["identity"],
      suggestions: choices.slice(0, 5),
    },
  );
}

/** The identities that tell more closely what was said: of 残疾人 the grades. */
export function narrowerIdentities(context: Context): string[] {
  const values =
    context.knowledge.vocabulary.file.facets.identity?.values ?? {};
  const tags = context.people.flatMap((person) => context.tagsOf(person));
  return Object.entries(values)
    .filter(
      ([id, { implies }]) =>
        !tags.includes(id) && implies.some((tag) => tags.includes(tag)),
    )
    .map(([, { label }]) => label);
}

/** Whether nothing but the grade of a disability is open. */
export function asksGrade(narrower: readonly string[]): boolean {
  return (
    narrower.length > 0 && narrower.every((label) => label.includes("残疾"))
  );
}

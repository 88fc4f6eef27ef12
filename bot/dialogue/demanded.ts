/** What rules on aid demand beside an identity: of a 低收入家庭, the old and the minors. */
import type { Knowledge } from "../../knowledge/knowledge.js";

/** The identities that the place's rules on aid demand beside those said. */
export function demandedBeside(
  knowledge: Knowledge,
  place: string,
  tags: readonly string[],
): string[] {
  const found = knowledge
    .provisions(place, "contribution.aid")
    .filter(({ who }) => who.all?.some((tag) => tags.includes(tag)))
    .flatMap(({ who }) => [...(who.all ?? []), ...(who.any ?? [])])
    .filter((tag) => !tags.includes(tag));
  return [...new Set(found)];
}

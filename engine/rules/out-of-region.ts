/** Care outside the region: only a rule that speaks of it decides; a document that the notices leave it to is named. */
import type { Case } from "../case.js";
import { allReaching, holdsAt } from "../select.js";
import type { Refused } from "./pick.js";

/** The stated fact that another document rules on care elsewhere. */
const ELSEWHERE = "fact.out_of_town_ratio";

/** Why care outside the region is not decided; undefined where a rule on one of the topics speaks of it, or care is at home. */
export function outsideRegion(
  one: Case,
  topics: readonly string[],
): Refused | undefined {
  if (one.facts.out_of_region !== true) return undefined;
  const places = one.knowledge.jurisdictions.chain(one.place);
  const all = places.flatMap((place) =>
    topics.flatMap((topic) => one.knowledge.provisions(place, topic)),
  );
  if (all.length === 0) return undefined;
  if (all.some(({ where }) => where.out_of_region?.includes("true")))
    return undefined;
  return {
    kind: "refused",
    missing: undefined,
    result: () => {
      const when = one.during(one.event);
      for (const place of places)
        for (const fact of one.knowledge.provisions(place, ELSEWHERE))
          if (holdsAt(fact, when)) one.cite(fact);
      const { facets, tags, place } = one;
      for (const topic of topics) {
        const query = { place, topic, when, facets, asked: [], tags };
        one.refer(allReaching(one.knowledge, query).map(({ rule }) => rule));
      }
      const held = one.covered();
      return held ? one.notStipulated() : one.notHeld();
    },
  };
}

/** Who pays for whom, as the rates of a place tell. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Frame } from "./state.js";
import { names } from "./tasks/facts.js";

/** Who pays for persons whom a rate names: what others pay is not asked. */
export function payersOf(
  { knowledge, place }: { knowledge: Knowledge; place: string },
  tags: readonly string[],
): Partial<Record<string, readonly string[]>> {
  const payers = knowledge
    .provisions(place, "contribution.rate")
    .filter((provision) => names(provision, tags))
    .flatMap(({ where }) => where.payer ?? []);
  return payers.length > 0 ? { payer: payers } : {};
}

/** Whether all that the place states of the topic is of what somebody else pays: the employer's rate is not that of 灵活就业. */
export function paidByOthers(
  knowledge: Knowledge,
  place: string,
  topic: string,
  tags: readonly string[],
): boolean {
  const { payer: own } = payersOf({ knowledge, place }, tags);
  const stated = knowledge.provisions(place, topic);
  return (
    own !== undefined &&
    stated.length > 0 &&
    stated.every(
      ({ where: { payer } }) =>
        payer !== undefined && !payer.some((one) => own.includes(one)),
    )
  );
}

/** Facets by which rules tell apart whose contribution they set. */
const BOUND = ["payer", "insurance"] as const;

/** 灵活就业的呢 after what the employer pays: a facet said before that no rule for these persons has goes with the persons before. */
export function asOfPersons(frame: Frame, knowledge: Knowledge): Frame {
  const values = knowledge.vocabulary.file.facets.identity?.values ?? {};
  const tags = (frame.people?.value ?? [])
    .flatMap(({ tags }) => tags)
    .flatMap((tag) => [tag, ...(values[tag]?.implies ?? [])]);
  const place = frame.place?.value;
  if (tags.length === 0 || place === undefined) return frame;
  const rules = ["contribution.rate", "contribution.aid"]
    .flatMap((topic) => knowledge.provisions(place, topic))
    .filter((provision) => names(provision, tags));
  const facets = { ...frame.facets };
  for (const facet of BOUND) {
    const held = facets[facet];
    const known = rules.flatMap(({ where }) => where[facet] ?? []);
    const alien =
      held?.source === "carried" &&
      frame.people?.source === "said" &&
      rules.every(({ where }) => where[facet] !== undefined) &&
      known.length > 0 &&
      !held.value.some((one) => known.includes(one));
    if (alien)
      facets[facet] = { value: [...new Set(known)], source: "assumed" };
  }
  return { ...frame, facets };
}

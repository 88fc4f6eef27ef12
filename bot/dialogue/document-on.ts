/** What is asked on after a document: 职工呢 of the same statement, 黄石那个呢 of the document of another place. */
import type { Notice } from "../../knowledge/schema.js";
import type { Meaning } from "../../nlu/meaning.js";
import type { World } from "./context.js";
import { ASIDE } from "./documents-meant.js";
import { isOrdinary } from "./person.js";
import { said } from "./slots.js";
import { emptyFrame, type FacetSlot, type Frame } from "./state.js";

/** The question about a document asked on; null where the message is none of the kind. */
export function documentAskedOn(
  last: Frame | undefined,
  meaning: Meaning,
  world: World,
): Frame | null {
  const { followup, asks, amounts, dates } = meaning;
  // 居民呢 names how one is insured, and no person.
  const people = meaning.people.filter((one) => !isOrdinary(one));
  if (last?.task !== "document" || !followup) return null;
  if (asks.some(({ strength }) => strength === 2)) return null;
  if (amounts.length + people.length + dates.length > 0) return null;
  return elsewhere(last, meaning, world) ?? ofOthers(last, meaning, world);
}

/** 职工呢 after what a document says of residents: its statement of the same matter for them. */
function ofOthers(
  last: Frame,
  { mentions, places }: Meaning,
  { knowledge }: World,
): Frame | null {
  const notice = knowledge.notices.get(last.document?.notice ?? "");
  if (!notice || places.length > 0) return null;
  const topics = topicsOf(last, notice);
  const stated = notice.provisions.filter(({ topic }) => topics.has(topic));
  // Of 居民, that the statements tell the insured apart is heard, not that they know no group.
  const told = mentions.filter(
    ({ facet, negated }) =>
      !negated &&
      (!BY_THE_WAY.includes(facet) ||
        stated.some(({ where }) => facet in where)),
  );
  if (told.length === 0) return null;
  const keys = stated
    .filter(({ where }) =>
      told.every(({ facet, value }) =>
        where[facet as keyof typeof where]?.includes(value),
      ),
    )
    .map(({ key }) => key);
  const facets = Object.fromEntries(
    told.map(({ facet, value }) => [facet as FacetSlot, said([value])]),
  );
  return keys.length === 0 ? null : { ...last, topics: keys, facets };
}

/** What 居民 says beside how one is insured. */
const BY_THE_WAY: readonly string[] = ["group", "identity"];

/** 黄石那个呢: the same asked of the only document of that place. */
function elsewhere(
  last: Frame,
  { places, mentions }: Meaning,
  { knowledge }: World,
): Frame | null {
  const [place, more] = places.filter(({ negated, away }) => !negated && !away);
  const id = place?.jurisdiction ?? null;
  if (id === null || more || mentions.length > 0) return null;
  if (id === last.place?.value) return null;
  const [notice, other] = knowledge
    .noticesOf(id)
    .filter(({ kind }) => !ASIDE.includes(kind));
  if (!notice || other) return null;
  const before = knowledge.notices.get(last.document?.notice ?? "");
  const topics = before ? topicsOf(last, before) : new Set<string>();
  const keys = notice.provisions
    .filter(({ topic }) => topics.has(topic))
    .map(({ key }) => key);
  if (topics.size > 0 && keys.length === 0) return null;
  return {
    ...emptyFrame("document"),
    document: {
      number: notice.number,
      notice: notice.id,
      clause: last.document?.clause ?? null,
      span: [0, 0],
    },
    topics: keys,
    place: said(id),
    aspects: last.aspects,
    asksNumber: last.asksNumber,
    ...(last.holding ? { holding: last.holding } : {}),
  };
}

/** The topics of the statements that were told of a document. */
function topicsOf({ topics }: Frame, { provisions }: Notice): Set<string> {
  return new Set(
    provisions.flatMap(({ key, topic }) =>
      topics.includes(key) ? [topic] : [],
    ),
  );
}

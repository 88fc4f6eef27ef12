/** Where a question looks: the places and documents it names, or those it is asked for. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import { readDocuments } from "../documents.js";
import type { Sense } from "../lexicon.js";
import { normalise } from "../normalise.js";
import { understandingOf } from "../understand.js";
import { unitsOf, type Unit } from "./tokens.js";

export interface Limits {
  /** Id of the place whose own, whose province's and the country's notices are searched. */
  place?: string | undefined;
  /** Id of the only notice that is searched. */
  notice?: string | undefined;
  /** Only what holds in some part of the calendar year. */
  year?: number | undefined;
}

/** A province's or the country's text stands behind the place's own. */
const ABOVE = 17 / 20;

/** What a find counts for that is issued so many levels above the place. */
export function nearness(level: number): number {
  return ABOVE ** level;
}

export interface Scope {
  /** Jurisdictions that are searched, each with how many levels it is above the place asked for. */
  places: ReadonlyMap<string, number>;
  /** The only notices, where any is named; none at all where the one named is not held. */
  notices: ReadonlySet<string> | null;
  /** The clause named, as in `readDocuments`. */
  clause: string | null;
  /** The question without the names of places and documents. */
  units: Unit[];
}

/** Names of one character (省的简称) are too short to be taken for a place here. */
const SHORTEST_NAME = 2;

/** What the question names beside its subject; the limits given count more than what it names. */
export function scopeOf(
  knowledge: Knowledge,
  query: string,
  { place, notice }: Limits,
): Scope {
  const plain = normalise(query);
  const documents = readDocuments(plain, knowledge, []);
  const named = new Set(documents.flatMap((one) => one.notice ?? []));
  const places = new Map<string, number>();
  let elsewhere = false;
  let rest = without(plain, documents);
  for (const { span, notice: found, jurisdiction } of namesIn(
    knowledge,
    rest,
  )) {
    rest = without(rest, [{ span }]);
    if (found !== undefined) named.add(found);
    else if (jurisdiction === null) elsewhere = true;
    else if (jurisdiction !== undefined)
      addChain(knowledge, jurisdiction, places);
  }
  return {
    units: unitsOf(rest),
    clause: documents[0]?.clause ?? null,
    notices:
      notice !== undefined
        ? new Set([notice])
        : named.size + documents.length > 0
          ? named
          : null,
    places: searched(knowledge, { place, places, elsewhere }),
  };
}

interface Name {
  span: readonly [number, number];
  notice?: string;
  /** null for a place that no notice governs. */
  jurisdiction?: string | null;
}

/** The longest names of places and documents, from left to right. */
function namesIn(knowledge: Knowledge, plain: string): Name[] {
  const found: Name[] = [];
  for (const { senses, from, to } of understandingOf(knowledge).lexicon.scan(
    plain,
  ).hits) {
    const last = found.at(-1);
    if (to - from < SHORTEST_NAME || (last && last.span[1] >= to)) continue;
    for (const sense of senses) {
      const name = nameOf(knowledge, sense);
      if (!name) continue;
      if (last && last.span[1] > from && last.span[0] === from) found.pop();
      else if (last && last.span[1] > from) continue;
      found.push({ ...name, span: [from, to] });
      break;
    }
  }
  return found;
}

/** The country's names are ordinary words (国家补多少): no place to look at. */
function nameOf(
  { jurisdictions }: Knowledge,
  sense: Sense,
): Omit<Name, "span"> | null {
  if (sense.kind === "notice") return { notice: sense.notice };
  if (sense.kind !== "place") return null;
  if (
    sense.jurisdiction !== null &&
    jurisdictions.get(sense.jurisdiction)?.level === "country"
  )
    return null;
  return { jurisdiction: sense.jurisdiction };
}

/** The place, its province and the country, with how far up each is. */
function addChain(
  { jurisdictions }: Knowledge,
  place: string,
  places: Map<string, number>,
): void {
  jurisdictions.chain(place).forEach((id, level) => {
    places.set(id, Math.min(level, places.get(id) ?? level));
  });
}

function searched(
  knowledge: Knowledge,
  asked: {
    place: string | undefined;
    places: Map<string, number>;
    elsewhere: boolean;
  },
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  if (asked.place !== undefined) addChain(knowledge, asked.place, places);
  else if (asked.places.size > 0 || asked.elsewhere) return asked.places;
  else for (const id of knowledge.jurisdictions.all.keys()) places.set(id, 0);
  return places;
}

function without(
  plain: string,
  documents: readonly { span: readonly [number, number] }[],
): string {
  let text = plain;
  for (const { span } of documents)
    text =
      text.slice(0, span[0]) +
      " ".repeat(span[1] - span[0]) +
      text.slice(span[1]);
  return text;
}

/** Whether two stretches of days, given as ISO dates, share a day with the year. */
export function inYear(
  year: number | undefined,
  from: string | null,
  to: string | null,
): boolean {
  if (year === undefined) return true;
  return (
    (from === null || from <= `${year}-12-31`) &&
    (to === null || to >= `${year}-01-01`)
  );
}

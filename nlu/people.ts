/** Whose facts are whose: identity and age of each person that a message names. */
import type { Mention, Person, Span } from "./meaning.js";
import type { Reading } from "./numbers/reading.js";

interface ConceptHit {
  concept: string;
  span: Span;
}
interface Marker {
  label: string;
  at: number;
}

const PREFIX = "person.";
/** Named only as the one who asks; counts as a person where it carries facts. */
const SELF = "本人";

function markers(concepts: readonly ConceptHit[]): Marker[] {
  const found: Marker[] = [];
  for (const { concept, span } of concepts)
    if (concept.startsWith(PREFIX))
      found.push({ label: concept.slice(PREFIX.length), at: span[0] });
  return found.sort((a, b) => a.at - b.at);
}

/** The last person named before this place, or the first one named at all. */
function owner(all: readonly Marker[], at: number): string {
  let label = all[0]?.label ?? "";
  for (const marker of all) if (marker.at <= at) label = marker.label;
  return label;
}

function ageTag(age: Reading): string | null {
  if (!/^\d+(\.\d+)?$/.test(age.value)) return null;
  const years = age.value.split(".")[0] ?? "0";
  return years;
}

/**
 * The persons with their identity tags, ages and denied tags. Facts said
 * without any person belong to a person without a label.
 */
export function readPeople(
  mentions: readonly Mention[],
  readings: readonly Reading[],
  concepts: readonly ConceptHit[],
): Person[] {
  const all = markers(concepts);
  const people = new Map<string, Person>();
  const person = (label: string): Person => {
    let found = people.get(label);
    if (!found)
      people.set(label, (found = { label, tags: [], denied: [], age: null }));
    return found;
  };
  for (const { facet, value, span, negated, questioned } of mentions) {
    if (facet !== "identity" || questioned) continue;
    const owned = person(owner(all, span[0]));
    const list = negated ? owned.denied : owned.tags;
    if (!list.includes(value)) list.push(value);
  }
  for (const reading of readings)
    if (reading.kind === "age") {
      const years = ageTag(reading);
      if (years !== null) person(owner(all, reading.span[0])).age = years;
    }
  for (const { label } of all) if (label !== SELF) person(label);
  return [...people.values()];
}

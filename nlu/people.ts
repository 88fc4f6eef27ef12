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

/** The whole years of an age; 不到60岁 and 快60岁 are not 60, 60多岁 is at least that. */
function ageTag({ value, about, bound, text, low }: Reading): string | null {
  if (bound === "under" || bound === "at_most") return null;
  if (about && !/[多几来]/.test(text)) return null;
  const years = low ?? value;
  if (!/^\d+(\.\d+)?$/.test(years)) return null;
  return years.split(".")[0] ?? null;
}

const ORDINALS = ["第一个人", "第二个人", "第三个人", "第四个人"];

/** 一个低保一个残疾二级: two persons without a name. */
function counted(plain: string, mentions: readonly Mention[]): Marker[] {
  const found = mentions.filter(
    ({ facet, span }) =>
      facet === "identity" &&
      /(一个|一位|一人|1个)(是|有)?$/.test(plain.slice(0, span[0])),
  );
  if (found.length < 2) return [];
  return found.flatMap(({ span }, at) => {
    const label = ORDINALS[at];
    return label === undefined ? [] : [{ label, at: span[0] }];
  });
}

/**
 * The persons with their identity tags, ages and denied tags. Facts said
 * without any person belong to a person without a label.
 */
export function readPeople(
  plain: string,
  mentions: readonly Mention[],
  readings: readonly Reading[],
  concepts: readonly ConceptHit[],
): Person[] {
  const all = [...markers(concepts), ...counted(plain, mentions)].sort(
    (a, b) => a.at - b.at,
  );
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

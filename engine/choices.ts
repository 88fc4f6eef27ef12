/**
 * Choices of rules that were made before, by everything that they depend on:
 * the same question of the same knowledge always chooses the same rule, and
 * bills mostly differ in their amounts only.
 */
import type { Knowledge } from "../knowledge/knowledge.js";
import type { FacetValues, Selection, Span } from "./select.js";

/** For how many kinds of cases choices are kept; then all are forgotten. */
const MOST = 5_000;

/** The choices made for one kind of case, by topic and by what narrows it. */
export type Choices = Map<string, Map<string, Selection>>;

const made = new WeakMap<Knowledge, Map<string, Choices>>();

/** The choices kept for cases with this key. */
export function choicesOf(knowledge: Knowledge, key: string): Choices {
  let all = made.get(knowledge);
  if (!all) made.set(knowledge, (all = new Map()));
  let choices = all.get(key);
  if (!choices) {
    if (all.size >= MOST) all.clear();
    all.set(key, (choices = new Map()));
  }
  return choices;
}

/** Everything that a case's choices depend on, apart from the topic. */
export function caseKey(
  asked: string,
  place: string,
  { from, to }: Span,
  facets: FacetValues,
  tags: ReadonlySet<string>,
): string {
  return `${asked}|${place}|${from}|${to}|${facetsKey(facets)}|${[...tags].join()}`;
}

/** Facet values in the order in which they were put together. */
export function facetsKey(facets: FacetValues): string {
  let key = "";
  for (const facet in facets)
    key += `${facet}=${facets[facet as keyof FacetValues] ?? ""};`;
  return key;
}

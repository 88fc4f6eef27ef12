/** The documents' own words for the values of the facets, found in a passage. */
import type { Vocabulary } from "../vocabulary.js";

/** A word of a document and the facet values it may stand for. */
export interface Term {
  from: number;
  to: number;
  text: string;
  values: readonly string[];
}

interface Words {
  form: RegExp | null;
  values: Map<string, string[]>;
}

const byVocabulary = new WeakMap<Vocabulary, Map<string, Words>>();
const found = new WeakMap<Words, Map<string, readonly Term[]>>();

/** Words that stand for everyone and bind a figure to nobody in particular. */
const NOBODY: readonly string[] = ["普通居民"];

function wordsOf(vocabulary: Vocabulary, facet: string): Words {
  let facets = byVocabulary.get(vocabulary);
  if (!facets) byVocabulary.set(vocabulary, (facets = new Map()));
  let words = facets.get(facet);
  if (words) return words;
  const values = new Map<string, string[]>();
  for (const [id, value] of Object.entries(
    vocabulary.file.facets[facet]?.values ?? {},
  ))
    if (!NOBODY.includes(id))
      for (const word of documentWords(id, value))
        values.set(word, [...(values.get(word) ?? []), id]);
  const alternatives = [...values.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  words = {
    values,
    form: alternatives.length > 0 ? RegExp(alternatives.join("|"), "g") : null,
  };
  facets.set(facet, words);
  return words;
}

/** What documents call a value: its words, its label, and its id where that is Chinese. */
export function documentWords(
  id: string,
  value: { label: string; documents: readonly string[] },
): string[] {
  const all = [...value.documents, value.label, id];
  return [...new Set(all)].filter((word) => /[一-龥]/.test(word));
}

/** The facet's words in a passage, the longest at each place, in order. */
export function termsIn(
  vocabulary: Vocabulary,
  facet: string,
  passage: string,
): readonly Term[] {
  const words = wordsOf(vocabulary, facet);
  let passages = found.get(words);
  if (!passages) found.set(words, (passages = new Map()));
  let terms = passages.get(passage);
  if (terms) return terms;
  terms =
    words.form === null
      ? []
      : [...passage.matchAll(words.form)].map((match) => ({
          from: match.index,
          to: match.index + match[0].length,
          text: match[0],
          values: words.values.get(match[0]) ?? [],
        }));
  passages.set(passage, terms);
  return terms;
}

/** Whether any of the value's words stands in the passages. */
export function namesValue(
  vocabulary: Vocabulary,
  facet: string,
  id: string,
  passages: readonly string[],
): boolean {
  const value = vocabulary.file.facets[facet]?.values[id];
  return (
    value !== undefined &&
    documentWords(id, value).some((word) =>
      passages.some((passage) => passage.includes(word)),
    )
  );
}

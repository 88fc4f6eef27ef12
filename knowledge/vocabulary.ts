/** The vocabulary of words.yaml: facets and their values, and what documents and people call them. */
import { z } from "zod";

const words = z.array(z.string()).default([]);
const flag = z
  .enum(["true", "false"])
  .default("false")
  .transform((text) => text === "true");
const facetValue = z.strictObject({
  label: z.string(),
  /** What the documents call it; one of these must stand in the quotation of a provision that names the value. */
  documents: words,
  /** What people call it, dialect, old names and typing errors included. */
  people: words,
  /** Other values of the facet that hold as well, with the ground stated in `because`. */
  implies: words,
  because: z.string().optional(),
  /** Ages in whole years that state the value: from (included), below (excluded). */
  ages: z
    .strictObject({
      from: z
        .string()
        .regex(/^\d{1,3}$/)
        .optional(),
      below: z
        .string()
        .regex(/^\d{1,3}$/)
        .optional(),
    })
    .optional(),
  /** Says what somebody is without being a ground of aid by itself (student, holder of a residence permit). */
  circumstance: flag,
  /** Granted to a whole household, not to one person of it: 低保. */
  of_home: flag,
  /** What the home is, and so everybody in it: 低收入家庭. */
  of_all_home: flag,
  /** Only a child can be it: 孤儿. */
  of_child: flag,
  /** Values of other facets that the same word states: `{student: 大学生}`. */
  also: z.record(z.string(), z.string()).default({}),
});
const facet = z.strictObject({
  label: z.string(),
  values: z.record(z.string(), facetValue),
  /** Lists of values of which one excludes the others for one person. */
  apart: z.array(z.array(z.string())).default([]),
});
const topicEntry = z.strictObject({
  label: z.string(),
  /** Patterns of words that ask for the topic: all groups of one pattern must occur; `|` separates alternatives. */
  asks: words,
  suggestions: words,
  /** The words name a quantity of their own, which no other rule's number answers. */
  quantity: flag,
  /** An amount said beside the words belongs to this matter, not to a bill of the care named. */
  of_amounts: flag,
  /** A question of its own: where no notice states it, what the words may mean otherwise is no answer. */
  alone: flag,
});
const term = z.union([
  z.string().transform((means) => ({
    means,
    called: [] as string[],
    use: undefined as string | undefined,
  })),
  z.strictObject({
    means: z.string(),
    /** Other words for it. */
    called: words,
    /** Words of the sentence in a held notice that shows how it is used. */
    use: z.string().optional(),
  }),
]);
export const wordsFile = z.strictObject({
  facets: z.record(z.string(), facet).default({}),
  /** Words with a meaning for understanding, by concept. */
  concepts: z.record(z.string(), words).default({}),
  /** Topics of stated facts, with the words that ask for them. */
  topics: z.record(z.string(), topicEntry).default({}),
  /** Explained terms: at most 40 characters each. */
  terms: z.record(z.string(), term).default({}),
  /** Words that only keep the segmenter from cutting them. */
  keep: words,
  /** Other ways to say a part of a word, wherever words hold it: 怎么 is also 咋. */
  spoken: z.record(z.string(), words).default({}),
});
export type WordsFile = z.infer<typeof wordsFile>;
export type FacetValue = z.infer<typeof facetValue> & { id: string };

export class Vocabulary {
  readonly file: WordsFile;
  private readonly byName = new Map<string, Map<string, FacetValue>>();
  private readonly byId = new Map<string, Map<string, FacetValue>>();

  constructor(file: WordsFile) {
    this.file = file;
    for (const [name, entry] of Object.entries(file.facets)) {
      const values = new Map<string, FacetValue>();
      const ids = new Map<string, FacetValue>();
      for (const [id, raw] of Object.entries(entry.values)) {
        const value = { ...raw, id };
        ids.set(id, value);
        for (const word of [id, raw.label, ...raw.documents, ...raw.people])
          if (!values.has(word)) values.set(word, value);
      }
      this.byName.set(name, values);
      this.byId.set(name, ids);
    }
  }

  /** The value of the facet that goes by this id or name; undefined when unknown. */
  resolve(facetName: string, name: string): FacetValue | undefined {
    return this.byName.get(facetName)?.get(name.trim());
  }

  value(facetName: string, id: string): FacetValue | undefined {
    return this.byId.get(facetName)?.get(id);
  }

  /** The Chinese label of a facet value; the id itself when unknown. */
  label(facetName: string, id: string): string {
    return this.file.facets[facetName]?.values[id]?.label ?? id;
  }

  facetLabel(facetName: string): string {
    return this.file.facets[facetName]?.label ?? facetName;
  }

  /** Every name of every value of a facet with the value it names. */
  names(facetName: string): ReadonlyMap<string, FacetValue> {
    return this.byName.get(facetName) ?? new Map();
  }
}

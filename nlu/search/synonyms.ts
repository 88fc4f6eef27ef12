/**
 * Words that mean the same for a search: the names of one facet value
 * (what documents and what people call it), and the words of one concept.
 */
import type { Knowledge } from "../../knowledge/knowledge.js";

/** Concepts of talking or of amounts, which say nothing about what a clause is on. */
const NOT_A_SUBJECT =
  /^(scope\.|person\.|about\.|role_|year_before|today_before|how_much|when|whether|why|followup|correction|addition|restart|human|repeat|explain|unknown_reply|yes|no|greet|thanks|bye|compare|document|source_cue|status_cue|held_cue|domain$|per_year|pay_soft|split)/;
/** What somebody bears himself is what clauses write about. */
const SUBJECT_ROLES = ["role_self", "role_outside", "role_above"];

export class Synonyms {
  private readonly byWord = new Map<string, string[]>();

  constructor({ vocabulary }: Knowledge) {
    const { facets, concepts } = vocabulary.file;
    for (const facet of Object.keys(facets))
      for (const [name, value] of vocabulary.names(facet))
        for (const id of [value.id, ...value.implies])
          this.add(name, `${facet}:${id}`);
    for (const [concept, words] of Object.entries(concepts))
      if (!NOT_A_SUBJECT.test(concept) || SUBJECT_ROLES.includes(concept))
        for (const word of words) this.add(word, concept);
  }

  private add(word: string, meaning: string): void {
    const key = word.toLowerCase();
    const list = this.byWord.get(key);
    if (!list) this.byWord.set(key, [meaning]);
    else if (!list.includes(meaning)) list.push(meaning);
  }

  /** The meanings of a word: `facet:value` or the id of a concept. */
  of(word: string): readonly string[] {
    return this.byWord.get(word) ?? NONE;
  }
}

const NONE: readonly string[] = [];

/**
 * Every word that means something, found in one scan of the question. Built
 * once from the vocabulary and the names of places.
 */
import type { Knowledge } from "../knowledge/knowledge.js";

/** One meaning of a word. */
export type Sense =
  | { kind: "facet"; facet: string; value: string }
  | { kind: "concept"; concept: string }
  | { kind: "place"; jurisdiction: string | null; area: string | null }
  | { kind: "notice"; notice: string }
  | { kind: "term"; term: string };

export interface Hit {
  word: string;
  from: number;
  to: number;
  senses: readonly Sense[];
}

interface Node {
  next: Map<string, Node>;
  senses: Sense[];
  /** The word stands in a pattern of a fact topic. */
  pattern: boolean;
}

/** A question pattern of a fact topic: every group must be present. */
interface Pattern {
  topic: string;
  groups: readonly (readonly string[])[];
}

export interface TopicMatch {
  topic: string;
  /** Characters of the question that the pattern explains. */
  weight: number;
  groups: number;
  /** The words of the question that met the pattern. */
  words: string[];
}

const node = (): Node => ({ next: new Map(), senses: [], pattern: false });

export class Lexicon {
  private readonly root = node();
  private readonly patternsByWord = new Map<string, Pattern[]>();
  /** All words, for the dictionary of the segmenter. */
  readonly words = new Set<string>();

  constructor(knowledge: Knowledge) {
    this.addVocabulary(knowledge);
    for (const { name, jurisdiction, area } of knowledge.jurisdictions.names)
      this.add(name, { kind: "place", jurisdiction, area });
    for (const notice of knowledge.notices.values())
      for (const name of notice.names)
        this.add(name, { kind: "notice", notice: notice.id });
  }

  private addVocabulary(knowledge: Knowledge): void {
    const { facets, concepts, topics, terms, keep } = knowledge.vocabulary.file;
    for (const facet of Object.keys(facets))
      for (const [word, value] of knowledge.vocabulary.names(facet))
        if (!/^[\da-z_]*$/.test(word))
          this.add(word, { kind: "facet", facet, value: value.id });
    for (const [concept, words] of Object.entries(concepts))
      for (const word of words) this.add(word, { kind: "concept", concept });
    for (const term of Object.keys(terms))
      this.add(term, { kind: "term", term });
    for (const word of keep) this.words.add(word);
    for (const [topic, entry] of Object.entries(topics))
      for (const ask of entry.asks) this.addPattern(topic, ask);
  }

  private add(word: string, sense: Sense): void {
    const key = word.toLowerCase();
    this.words.add(key);
    this.nodeOf(key).senses.push(sense);
  }

  private nodeOf(word: string): Node {
    let at = this.root;
    for (const char of word) {
      let next = at.next.get(char);
      if (!next) at.next.set(char, (next = node()));
      at = next;
    }
    return at;
  }

  private addPattern(topic: string, ask: string): void {
    const groups = ask
      .toLowerCase()
      .split(/\s+/)
      .filter(Boolean)
      .map((group) => group.split("|").filter(Boolean));
    const first = groups[0];
    if (!first) return;
    const pattern = { topic, groups };
    for (const word of groups.flat()) this.nodeOf(word).pattern = true;
    for (const word of new Set(first)) {
      const list = this.patternsByWord.get(word);
      if (list) list.push(pattern);
      else this.patternsByWord.set(word, [pattern]);
    }
  }

  /** Every word at every position, and the pattern words that are present. */
  scan(text: string): { hits: Hit[]; present: Set<string> } {
    const hits: Hit[] = [];
    const present = new Set<string>();
    for (let from = 0; from < text.length; from++) {
      let at: Node | undefined = this.root;
      for (let to = from; to < text.length; to++) {
        at = at.next.get(text[to] as string);
        if (!at) break;
        const found = at.senses.length > 0;
        if (!found && !at.pattern) continue;
        const word = text.slice(from, to + 1);
        if (at.pattern) present.add(word);
        if (found) hits.push({ word, from, to: to + 1, senses: at.senses });
      }
    }
    return { hits, present };
  }

  /**
   * The fact topics whose patterns are met by the words present, best first;
   * `known` are the words of the question that a concept explains.
   */
  topics(
    present: ReadonlySet<string>,
    known: readonly string[] = [],
  ): TopicMatch[] {
    const best = new Map<string, TopicMatch>();
    for (const word of present)
      for (const pattern of this.patternsByWord.get(word) ?? []) {
        const match = meet(pattern, present, known);
        const before = best.get(pattern.topic);
        if (match && (!before || match.weight > before.weight))
          best.set(pattern.topic, match);
      }
    return [...best.values()].sort(
      (a, b) =>
        b.weight - a.weight ||
        b.groups - a.groups ||
        (a.topic < b.topic ? -1 : 1),
    );
  }
}

/** A word that no concept of the question holds is telling: it counts twice. */
function meet(
  { topic, groups }: Pattern,
  present: ReadonlySet<string>,
  known: readonly string[],
): TopicMatch | null {
  let weight = 0;
  const words: string[] = [];
  for (const group of groups) {
    let most = 0;
    for (const word of group) {
      if (!present.has(word)) continue;
      words.push(word);
      const telling = known.some((other) => other.includes(word)) ? 1 : 2;
      if (word.length * telling <= most) continue;
      most = word.length * telling;
    }
    if (most === 0) return null;
    weight += most;
  }
  return { topic, weight, groups: groups.length, words };
}

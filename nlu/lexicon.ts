/**
 * Every word that means something, found in one scan of the question. Built
 * once from the vocabulary and the names of places.
 */
import { identityKinds } from "./identities.js";
import type { Knowledge } from "../knowledge/knowledge.js";
import { maskedPlaces } from "./places.js";
import { type PatternMatch, WordPatterns } from "./word-patterns.js";

/** One meaning of a word. */
export type Sense =
  | { kind: "facet"; facet: string; value: string }
  | { kind: "concept"; concept: string }
  | { kind: "place"; jurisdiction: string | null; area: string | null }
  | { kind: "university"; jurisdiction: string; of: string | null }
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
  /** The words of patterns that are said here: the word itself, or one that it is another way to say. */
  patterns: string[];
}

/** A fact topic whose pattern the words met. */
export type TopicMatch = Omit<PatternMatch, "name"> & {
  topic: string;
  /** An amount said beside the words belongs to it. */
  ofAmounts: boolean;
};

const node = (): Node => ({ next: new Map(), senses: [], patterns: [] });

export class Lexicon {
  private readonly root = node();
  private readonly topicPatterns = new WordPatterns();
  private readonly matterPatterns = new WordPatterns();
  private readonly ofAmounts = new Set<string>();
  private readonly senses = new Map<string, readonly Sense[]>();
  /** All words, those of patterns included: they are typed right. */
  readonly known = new Set<string>();
  /** All words, for the dictionary of the segmenter. */
  readonly words = new Set<string>();
  /** Identities that are no ground of aid by themselves. */
  readonly circumstances: ReadonlySet<string>;

  constructor(knowledge: Knowledge) {
    this.circumstances = identityKinds(knowledge).circumstances;
    this.addVocabulary(knowledge);
    for (const [id, { asks }] of knowledge.matters)
      for (const ask of asks) this.mark(this.matterPatterns.add(id, ask));
    for (const { name, jurisdiction, area } of knowledge.jurisdictions.names)
      this.add(name, { kind: "place", jurisdiction, area });
    for (const { id, universities } of knowledge.jurisdictions.all.values())
      for (const { names, of = null } of universities)
        for (const name of names) {
          this.add(name, { kind: "university", jurisdiction: id, of });
          // 重庆大学生 is to be cut 重庆/大学生.
          if (name.endsWith("大学")) this.words.delete(name);
        }
    for (const notice of knowledge.notices.values())
      for (const name of spoken(notice.names))
        this.add(name, { kind: "notice", notice: notice.id });
    this.addSpoken(Object.entries(knowledge.vocabulary.file.spoken));
  }

  /** Every other way to say a word that is no word of its own. */
  private addSpoken(ways: readonly (readonly [string, string[]])[]): void {
    const others = (word: string): string[] =>
      ways
        .filter(([part]) => word.includes(part))
        .flatMap(([part, said]) =>
          said.map((other) => word.replaceAll(part, other)),
        );
    const own = new Set(this.known);
    const named = new Map(this.senses);
    for (const [word, senses] of named)
      for (const other of others(word))
        if (!own.has(other)) for (const sense of senses) this.add(other, sense);
    for (const word of own)
      if (this.nodeOf(word).patterns.includes(word))
        for (const other of others(word)) this.markAs(other, word);
  }

  private addVocabulary(knowledge: Knowledge): void {
    const { facets, concepts, topics, terms, keep } = knowledge.vocabulary.file;
    for (const facet of Object.keys(facets))
      for (const [word, value] of knowledge.vocabulary.names(facet))
        if (!/^[\da-z_]*$/.test(word))
          this.add(word, { kind: "facet", facet, value: value.id });
    for (const [concept, words] of Object.entries(concepts))
      for (const word of words) this.add(word, { kind: "concept", concept });
    for (const [term, { called }] of Object.entries(terms))
      for (const word of new Set([term, ...called]))
        this.add(word, { kind: "term", term });
    for (const word of keep) this.words.add(word);
    for (const [topic, entry] of Object.entries(topics)) {
      if (entry.of_amounts) this.ofAmounts.add(topic);
      for (const ask of entry.asks)
        this.mark(this.topicPatterns.add(topic, ask));
    }
  }

  /** The words that are recognised with a typing error, too: every name of a facet value and of a term, and those of some concepts. */
  mendable(concepts: readonly string[]): string[] {
    return [...this.senses].flatMap(([word, senses]) =>
      senses.some(
        (sense) =>
          sense.kind === "facet" ||
          sense.kind === "term" ||
          (sense.kind === "place" && sense.area === null) ||
          (sense.kind === "concept" && concepts.includes(sense.concept)),
      )
        ? [word]
        : [],
    );
  }

  private add(word: string, sense: Sense): void {
    const key = word.toLowerCase();
    this.words.add(key);
    this.known.add(key);
    const { senses } = this.nodeOf(key);
    senses.push(sense);
    this.senses.set(key, senses);
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

  private mark(words: readonly string[]): void {
    for (const word of words) this.markAs(word, word);
  }

  private markAs(word: string, pattern: string): void {
    const { patterns } = this.nodeOf(word);
    if (!patterns.includes(pattern)) patterns.push(pattern);
    this.known.add(word);
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
        if (!found && at.patterns.length === 0) continue;
        const word = text.slice(from, to + 1);
        for (const pattern of at.patterns) present.add(pattern);
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
    return this.topicPatterns
      .matches(present, known)
      .map(({ name, ...match }) => ({
        topic: name,
        ofAmounts: this.ofAmounts.has(name),
        ...match,
      }));
  }

  /** The matters of matters.yaml that the text is about, best first. */
  matters(text: string): PatternMatch[] {
    const { hits, present } = this.scan(text);
    const places = placesNamed(text, hits);
    if (places > 0) present.add(A_PLACE);
    if (places > 1) present.add(TWO_PLACES);
    return this.matterPatterns.matches(present);
  }
}

/** In the patterns of matters.yaml: a place is named; two are, as in 深圳医保绍兴能用吗. */
const A_PLACE = "〔有地〕";
const TWO_PLACES = "〔两地〕";

function placesNamed(text: string, hits: readonly Hit[]): number {
  const listed = hits
    .filter(({ senses }) => senses.some(({ kind }) => kind === "place"))
    .filter(({ word }) => word !== "全国")
    .filter((one, _, all) => !all.some((other) => holds(other, one)));
  // A6区 is a part of A市.
  const masked = maskedPlaces(text).map((name) =>
    name.replace(/^([a-z]).*/, "$1"),
  );
  return new Set([...listed.map(({ word }) => word), ...masked]).size;
}

/** 重庆市 holds 重庆. */
const holds = (outer: Hit, inner: Hit): boolean =>
  outer !== inner && outer.from <= inner.from && outer.to >= inner.to;

/** 深化医保改革意见: the names of a notice, also without 的 before its kind. */
function spoken(names: readonly string[]): Set<string> {
  return new Set(
    names.flatMap((name) => [
      name,
      name.replace(/的(?=(若干|实施)?(意见|通知|方案|办法)$)/, ""),
    ]),
  );
}

/**
 * BM25 over small texts, kept apart by group (the place): a search touches the
 * postings of its own groups only. A unit of the question counts through its
 * word, through a word of the same meaning, or through the parts of the word.
 */
import type { Synonyms } from "./synonyms.js";
import { informs, partsOf, unitsOf, type Unit } from "./tokens.js";

/** A stretch of text and how much its words count. */
export interface Field {
  text: string;
  weight: number;
}

interface Posting {
  document: number;
  /** Weighted count of the token. */
  count: number;
}

/** A unit of a question that carries information. */
export interface QueryUnit extends Unit {
  meanings: readonly string[];
  /** How rare it is among all texts: what its presence is worth. */
  weight: number;
}

/** Usual constants; lengths matter little, since clauses are long where they rule much. */
const SATURATION = 6 / 5;
const LENGTH_SHARE = 2 / 5;
/** Keeps the rarity of a word that all texts, or none, have finite. */
const HALF = 1 / 2;
/** A single rare word never outweighs two that say what is asked. */
export const MOST_WORTH = 5;
/** What a word of the same meaning and the parts of a word count against the word itself. */
export const BY_MEANING = 9 / 10;
export const BY_PARTS = 3 / 4;

export class Index<T> {
  readonly items: T[] = [];
  private readonly lengths: number[] = [];
  private readonly postings = new Map<string, Map<string, Posting[]>>();
  private readonly frequency = new Map<string, number>();
  private readonly parts = new Map<string, string[]>();
  private total = 0;

  constructor(private readonly synonyms: Synonyms) {}

  /** Adds a text of the group; `extra` are meanings that hold though no word states them. */
  add(
    group: string,
    item: T,
    fields: readonly Field[],
    extra: readonly string[] = [],
  ): void {
    const counts = new Map<string, number>();
    let length = 0;
    for (const { text, weight } of fields)
      for (const unit of unitsOf(text, (word) => this.partsKept(word))) {
        length += weight;
        for (const token of this.tokensOf(unit))
          counts.set(token, (counts.get(token) ?? 0) + weight);
      }
    for (const meaning of extra) counts.set(key(meaning), 1);
    const document = this.items.push(item) - 1;
    this.lengths.push(length);
    this.total += length;
    let postings = this.postings.get(group);
    if (!postings) this.postings.set(group, (postings = new Map()));
    for (const [token, count] of counts) {
      this.frequency.set(token, (this.frequency.get(token) ?? 0) + 1);
      const list = postings.get(token);
      if (list) list.push({ document, count });
      else postings.set(token, [{ document, count }]);
    }
  }

  /** The same words come again and again in the notices. */
  private partsKept(word: string): string[] {
    let parts = this.parts.get(word);
    if (!parts) this.parts.set(word, (parts = partsOf(word)));
    return parts;
  }

  private tokensOf({ word, parts }: Unit): Set<string> {
    const tokens = new Set([word, ...parts]);
    for (const one of [word, ...parts])
      for (const meaning of this.synonyms.of(one)) tokens.add(key(meaning));
    return tokens;
  }

  /** Words, parts and meanings of a text. */
  tokensIn(text: string): Set<string> {
    const units = unitsOf(text, (word) => this.partsKept(word));
    return new Set(units.flatMap((unit) => [...this.tokensOf(unit)]));
  }

  /** Whether the word means anything in any text. */
  private isKnown(word: string): boolean {
    return (
      this.frequency.has(word) ||
      this.synonyms.of(word).length > 0 ||
      !informs(word)
    );
  }

  /** The informative units of a question, each once. */
  query(units: readonly Unit[]): QueryUnit[] {
    const kept = new Map<string, QueryUnit>();
    for (const unit of this.joined(units).flatMap((one) => this.known(one))) {
      const { word } = unit;
      if (kept.has(word) || !informs(word)) continue;
      const meanings = this.synonyms.of(word);
      const parts = unit.parts.filter(informs);
      kept.set(word, {
        word,
        parts,
        meanings,
        weight: this.worth(word, parts, meanings),
      });
    }
    return [...kept.values()];
  }

  /** Neighbours that the segmenter cut in the wrong place (骗|保罚) as one unit again. */
  private joined(units: readonly Unit[]): Unit[] {
    const whole: Unit[] = [];
    for (const unit of units) {
      const before = whole.at(-1);
      if (
        before &&
        this.isFragment(before.word) &&
        this.isFragment(unit.word) &&
        !(this.isKnown(before.word) && this.isKnown(unit.word))
      )
        whole[whole.length - 1] = { word: before.word + unit.word, parts: [] };
      else whole.push(unit);
    }
    return whole;
  }

  /** Whether the word may be a piece of another: a single character, or a word that nobody knows. */
  private isFragment(word: string): boolean {
    return (
      informs(word) &&
      !/^[\d.]/.test(word) &&
      (word.length === 1 || !this.isKnown(word))
    );
  }

  /** The segmenter glues neighbours that it does not know (骗保罚): then the known words inside count, and the rest. */
  private known(unit: Unit): Unit[] {
    const { word, parts } = unit;
    if (word.length < 3 || parts.length > 0 || this.isKnown(word))
      return [unit];
    for (let length = word.length - 1; length > 1; length--)
      for (let from = 0; from + length <= word.length; from++) {
        const inner = word.slice(from, from + length);
        if (!this.isKnown(inner)) continue;
        return [word.slice(0, from), inner, word.slice(from + length)]
          .filter((one) => one !== "")
          .flatMap((one) => this.known({ word: one, parts: [] }));
      }
    return [unit];
  }

  /** The rarity of the commonest way in which the unit can be met; most for a word that no text has. */
  private worth(
    word: string,
    parts: readonly string[],
    meanings: readonly string[],
  ): number {
    const tokens = [word, ...meanings.map(key)].filter((token) =>
      this.frequency.has(token),
    );
    if (tokens.length > 0)
      return Math.min(...tokens.map((token) => this.rarity(token)));
    return parts.length > 0
      ? Math.max(...parts.map((part) => this.rarity(part)))
      : this.rarity(word);
  }

  /** Inverse document frequency of a token, above 0. */
  rarity(token: string): number {
    const found = this.frequency.get(token) ?? 0;
    return Math.min(
      MOST_WORTH,
      Math.log(1 + (this.items.length - found + HALF) / (found + HALF)),
    );
  }

  /** Scores of the texts of the groups that have any unit of the question. */
  search(
    groups: Iterable<string>,
    units: readonly QueryUnit[],
  ): Map<number, number> {
    const scores = new Map<number, number>();
    for (const group of groups) {
      const postings = this.postings.get(group);
      if (postings)
        for (const unit of units) this.scoreUnit(postings, unit, scores);
    }
    return scores;
  }

  /** Adds to each text the best way in which it meets the unit. */
  private scoreUnit(
    postings: ReadonlyMap<string, readonly Posting[]>,
    { word, parts, meanings }: QueryUnit,
    scores: Map<number, number>,
  ): void {
    const best = new Map<number, number>();
    const raise = (token: string, factor: number): void => {
      for (const { document, count } of postings.get(token) ?? []) {
        const score =
          factor * this.rarity(token) * this.dampened(document, count);
        if (score > (best.get(document) ?? 0)) best.set(document, score);
      }
    };
    raise(word, 1);
    for (const meaning of meanings) raise(key(meaning), BY_MEANING);
    const byParts = new Map<number, number>();
    for (const part of parts)
      for (const { document, count } of postings.get(part) ?? [])
        byParts.set(
          document,
          (byParts.get(document) ?? 0) +
            (BY_PARTS * this.rarity(part) * this.dampened(document, count)) /
              parts.length,
        );
    for (const [document, score] of byParts)
      if (score > (best.get(document) ?? 0)) best.set(document, score);
    for (const [document, score] of best)
      scores.set(document, (scores.get(document) ?? 0) + score);
  }

  private dampened(document: number, count: number): number {
    const mean = this.total / Math.max(1, this.items.length);
    const length = (this.lengths[document] ?? 0) / mean;
    const share = 1 - LENGTH_SHARE + LENGTH_SHARE * length;
    return (count * (SATURATION + 1)) / (count + SATURATION * share);
  }
}

/** The token of a meaning, kept apart from words. */
export function key(meaning: string): string {
  return `@${meaning}`;
}

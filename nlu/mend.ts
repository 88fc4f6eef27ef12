/**
 * Typing errors by sound or shape: 五宝户, 起付现, 医疗就助. Only in words of
 * three characters and more, most of which are typed right, and never inside
 * another word. The text keeps its length, so spans stay those of what was typed.
 */
import type { Sounds } from "../knowledge/sounds.js";

interface Node {
  next: Map<string, Node>;
  words: string[];
}

interface Mended {
  word: string;
  from: number;
  wrong: number;
}

const SHORTEST = 3;
const HAN = /^[\u4e00-\u9fff]+$/;
/** Characters that carry sentences: as typed they are meant. */
const MEANT = "的了吗呢不是我你您他她有没在也都要和与及或去年月日天";
/** How many characters of a word may be wrong. */
const allowed = (length: number): number => (length > SHORTEST ? 2 : 1);

export class Mender {
  private readonly root: Node = { next: new Map(), words: [] };
  private readonly classes = new Map<string, string[]>();
  private readonly known: ReadonlySet<string>;

  /** `words` may be mended to; what stands in `known` is right as it is. */
  constructor(
    words: Iterable<string>,
    known: ReadonlySet<string>,
    { groups }: Sounds,
  ) {
    this.known = known;
    groups.forEach((group, at) => {
      for (const char of group) {
        const list = this.classes.get(char);
        if (list) list.push(`${at}`);
        else this.classes.set(char, [`${at}`]);
      }
    });
    for (const word of new Set(words))
      if (word.length >= SHORTEST && HAN.test(word)) this.add(word);
  }

  private classesOf(char: string): readonly string[] {
    return this.classes.get(char) ?? [char];
  }

  private add(word: string): void {
    let ends = [this.root];
    for (const char of word)
      ends = ends.flatMap((at) =>
        this.classesOf(char).map((one) => {
          let next = at.next.get(one);
          if (!next) at.next.set(one, (next = { next: new Map(), words: [] }));
          return next;
        }),
      );
    for (const end of ends) if (!end.words.includes(word)) end.words.push(word);
  }

  /** The text with such errors mended; `cut` gives the ordinary words of a text. */
  mend(text: string, cut: (text: string) => string[]): string {
    const found = this.candidates(text);
    if (found.length === 0) return text;
    const token = tokensOf(cut(text));
    const characters = text.split("");
    let free = 0;
    for (const { word, from } of found) {
      if (from < free) continue;
      const to = from + word.length;
      const sound = [...word].every(
        (char, at) =>
          char === text[from + at] || within(token[from + at], from, to),
      );
      if (!sound) continue;
      [...word].forEach((char, at) => (characters[from + at] = char));
      free = to;
    }
    return characters.join("");
  }

  /** Where one more character leads; most lead nowhere. */
  private further(ends: readonly Node[], char: string): Node[] {
    const next: Node[] = [];
    for (const { next: ways } of ends)
      for (const one of this.classesOf(char)) {
        const way = ways.get(one);
        if (way) next.push(way);
      }
    return next;
  }

  /** 太原失: the word ends before the last character, which begins something else. */
  private ended(typed: string): boolean {
    return this.known.has(typed.slice(0, -1));
  }

  /** From left to right, of those that begin together the longest with the fewest errors. */
  private candidates(text: string): Mended[] {
    const found: Mended[] = [];
    for (let from = 0; from < text.length; from++) {
      const first = this.classesOf(text[from] as string);
      if (!first.some((one) => this.root.next.has(one))) continue;
      let ends = [this.root];
      const here: Mended[] = [];
      for (let to = from; to < text.length && ends.length > 0; to++) {
        ends = this.further(ends, text[to] as string);
        if (to - from + 1 < SHORTEST || ends.length === 0) continue;
        const typed = text.slice(from, to + 1);
        for (const { words } of ends)
          for (const word of words) {
            const wrong = differing(word, typed);
            if (
              wrong > 0 &&
              wrong <= allowed(word.length) &&
              !this.ended(typed)
            )
              here.push({ word, from, wrong });
            if (wrong === 0) here.length = 0;
          }
        if (here.length > 0 && this.known.has(typed)) here.length = 0;
      }
      found.push(
        ...here.sort(
          (a, b) => b.word.length - a.word.length || a.wrong - b.wrong,
        ),
      );
    }
    return found;
  }
}

function differing(word: string, typed: string): number {
  let count = 0;
  for (let at = 0; at < word.length; at++)
    if (word[at] !== typed[at])
      count += MEANT.includes(typed[at] as string) ? word.length : 1;
  return count;
}

type Token = readonly [from: number, to: number];

/** For every character the ordinary word it stands in. */
function tokensOf(words: readonly string[]): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const word of words) {
    const token: Token = [from, (from += word.length)];
    for (let at = token[0]; at < token[1]; at++) tokens.push(token);
  }
  return tokens;
}

/** A character of a word that goes on outside belongs to that word, not to the one it resembles. */
function within(token: Token | undefined, from: number, to: number): boolean {
  return token !== undefined && token[0] >= from && token[1] <= to;
}

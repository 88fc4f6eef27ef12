/** Tables of words that are looked for at a place of the text, or right before it. */

/** An entry of a table. */
export interface Entry<T> {
  readonly word: string;
  readonly value: T;
}

/** Words with a value each; of several that fit, the longest counts. */
export class WordTable<T> {
  private readonly byFirst = new Map<string, Entry<T>[]>();
  private readonly byLast = new Map<string, Entry<T>[]>();

  constructor(entries: readonly (readonly [word: string, value: T])[]) {
    const sorted = entries
      .map(([word, value]) => ({ word, value }))
      .sort((a, b) => b.word.length - a.word.length);
    for (const entry of sorted) {
      add(this.byFirst, entry.word.charAt(0), entry);
      add(this.byLast, entry.word.charAt(entry.word.length - 1), entry);
    }
  }

  /** The longest word that starts there. */
  at(t: string, place: number): Entry<T> | undefined {
    return this.byFirst
      .get(t.charAt(place))
      ?.find(({ word }) => t.startsWith(word, place));
  }

  /** The longest word that ends there. */
  before(t: string, place: number): Entry<T> | undefined {
    return this.byLast
      .get(t.charAt(place - 1))
      ?.find(
        ({ word }) =>
          word.length <= place && t.startsWith(word, place - word.length),
      );
  }
}

function add<T>(
  map: Map<string, Entry<T>[]>,
  key: string,
  entry: Entry<T>,
): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}

/** A table of mere words, written with spaces between. */
export function words(list: string): WordTable<true> {
  return new WordTable(
    list
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => [word, true]),
  );
}

/** The length of the longest word of the table that starts there; 0 when none does. */
export function lengthAt(
  t: string,
  place: number,
  table: WordTable<unknown>,
): number {
  return table.at(t, place)?.word.length ?? 0;
}

/** Whether a word of the table starts there. */
export function startsAt(
  t: string,
  place: number,
  table: WordTable<unknown>,
): boolean {
  return table.at(t, place) !== undefined;
}

/** The length of the longest word of the table that ends there; 0 when none does. */
export function lengthBefore(
  t: string,
  place: number,
  table: WordTable<unknown>,
): number {
  return table.before(t, place)?.word.length ?? 0;
}

/** Whether a word of the table ends there. */
export function endsAt(
  t: string,
  place: number,
  table: WordTable<unknown>,
): boolean {
  return table.before(t, place) !== undefined;
}

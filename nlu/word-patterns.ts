/** Patterns of words that ask for something: every group of a pattern must be met by a word of the text. */

interface Pattern {
  name: string;
  groups: readonly (readonly string[])[];
  /** None of these may occur. */
  without: readonly string[];
}

export interface PatternMatch {
  name: string;
  /** Characters of the question that the pattern explains. */
  weight: number;
  groups: number;
  /** The words of the question that met the pattern. */
  words: string[];
}

const wordsOf = (group: string): string[] => group.split("|").filter(Boolean);

export class WordPatterns {
  private readonly byWord = new Map<string, Pattern[]>();

  /** Adds a pattern as the knowledge files write it; returns the words whose presence it needs to know. */
  add(name: string, ask: string): string[] {
    const written = ask.toLowerCase().split(/\s+/).filter(Boolean);
    const groups = written.filter((one) => !one.startsWith("!")).map(wordsOf);
    const without = written
      .filter((one) => one.startsWith("!"))
      .flatMap((one) => wordsOf(one.slice(1)));
    for (const word of new Set(groups[0])) {
      const list = this.byWord.get(word);
      const pattern = { name, groups, without };
      if (list) list.push(pattern);
      else this.byWord.set(word, [pattern]);
    }
    return [...groups.flat(), ...without];
  }

  /**
   * What is asked for by the words present, best first; `known` are the words
   * of the question that a concept explains.
   */
  matches(
    present: ReadonlySet<string>,
    known: readonly string[] = [],
  ): PatternMatch[] {
    const best = new Map<string, PatternMatch>();
    for (const word of present)
      for (const pattern of this.byWord.get(word) ?? []) {
        const match = meet(pattern, present, known);
        const before = best.get(pattern.name);
        if (!match) continue;
        const heavier =
          before && before.weight >= match.weight ? before : match;
        // What any pattern of the name met, it speaks of.
        const words = [...new Set([...(before?.words ?? []), ...match.words])];
        best.set(pattern.name, { ...heavier, words });
      }
    return [...best.values()].sort(
      (a, b) =>
        b.weight - a.weight ||
        b.groups - a.groups ||
        (a.name < b.name ? -1 : 1),
    );
  }
}

/** A word that no concept of the question holds is telling: it counts twice. */
function meet(
  { name, groups, without }: Pattern,
  present: ReadonlySet<string>,
  known: readonly string[],
): PatternMatch | null {
  if (without.some((word) => present.has(word))) return null;
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
  return { name, weight, groups: groups.length, words };
}

/** Finds words that only look like numbers, so that the reader can pass over them whole. */
import { loadLookalikes } from "../../knowledge/lookalikes.js";

const { words, hotlines } = loadLookalikes();

/** Numbers that are called: 12393. */
export const HOTLINES: ReadonlySet<string> = new Set(hotlines);

/** The words by their first two characters, longest first. */
const BY_START = new Map<string, string[]>();
for (const word of [...words].sort((a, b) => b.length - a.length)) {
  const key = word.slice(0, 2);
  BY_START.set(key, [...(BY_START.get(key) ?? []), word]);
}

/** The length of the longest such word that starts there; 0 when none does. */
export function lookalikeAt(t: string, at: number): number {
  const candidates = BY_START.get(t.slice(at, at + 2));
  if (candidates === undefined) return 0;
  for (const word of candidates) if (t.startsWith(word, at)) return word.length;
  return 0;
}

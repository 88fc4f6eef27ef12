/** The sentence of a clause that shows best why it was found. */
import type { QueryUnit } from "./index.js";

/** Longer sentences are shown from the part that has the words on. */
const LONGEST = 160;

/** A stretch of the text, word for word, with the most of the question's words. */
export function snippetOf(text: string, units: readonly QueryUnit[]): string {
  const sentences = text.match(/[^。；;\n]+[。；;]?/g) ?? [text];
  const best = most(sentences, units);
  if (best.length <= LONGEST) return best.trim();
  const pieces = best.match(/[^,，]+[,，]?/g) ?? [best];
  let from = pieces.indexOf(most(pieces, units));
  let to = from + 1;
  let length = pieces[from]?.length ?? 0;
  while (to < pieces.length && length + (pieces[to]?.length ?? 0) <= LONGEST)
    length += pieces[to++]?.length ?? 0;
  while (from > 0 && length + (pieces[from - 1]?.length ?? 0) <= LONGEST)
    length += pieces[--from]?.length ?? 0;
  return pieces.slice(from, to).join("").slice(0, LONGEST).trim();
}

/** The part with the most of the words, each counted by its rarity; the first of equals. */
function most(parts: readonly string[], units: readonly QueryUnit[]): string {
  let best = parts[0] ?? "";
  let highest = 0;
  for (const part of parts) {
    let worth = 0;
    for (const { word, parts: inner, weight } of units)
      if (part.includes(word)) worth += weight;
      else if (inner.some((one) => part.includes(one))) worth += weight / 2;
    if (worth > highest) [best, highest] = [part, worth];
  }
  return best;
}

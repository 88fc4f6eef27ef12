/** The known words that a mistyped one most likely meant. */

/** Number of characters to change, add or drop to get from one word to the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The nearest of the known words, at most so many, all as near; none when none shares half of the letters. */
export function nearest(
  word: string,
  known: Iterable<string>,
  most: number,
): string[] {
  let best: string[] = [];
  let least = Infinity;
  for (const candidate of known) {
    const steps = distance(word.toLowerCase(), candidate.toLowerCase());
    const longer = Math.max(word.length, candidate.length);
    if (steps * 2 > longer || steps > least) continue;
    if (steps < least) best = [];
    least = steps;
    best.push(candidate);
  }
  return best.slice(0, most);
}

/** Broken notices, and what is told about each. */
import { describe, expect, it } from "vitest";
import { broken, type Files, problemsOf, SOUND } from "./invented-notice.js";

export const HEAD = "notices/jiashe-2030/notice.yaml";
export const TEXT = "notices/jiashe-2030/text.md";
export const PROVISIONS = "notices/jiashe-2030/provisions.yaml";

/** What is broken; the files; then the file, entry and words of the problem. */
export type Row = [
  what: string,
  files: Files,
  file: string,
  entry: string,
  words: string[],
];

/** The sound notice with one passage of its provisions changed. */
export const provisions = (from: string, to: string): Files =>
  broken("provisions", from, to);

/** The same, changed inside the entry with the id. */
export function entry(id: string, from: string, to: string): Files {
  const whole = SOUND.provisions;
  const start = whole.indexOf(`- id: ${id}\n`);
  const next = whole.indexOf("- id: ", start + 6);
  const own = whole.slice(start, next < 0 ? undefined : next);
  if (start < 0 || !own.includes(from)) throw new Error(`not there: ${from}`);
  return provisions(
    own,
    own.replace(from, () => to),
  );
}

/** Each broken notice is told by one line that names file, entry and what stands there. */
export function tells(name: string, rows: Row[]): void {
  describe(name, () => {
    it.each(rows)("tells %s", (_what, files, file, entry, words) => {
      const problems = problemsOf(files);
      const found = problems.filter(
        (one) =>
          one.file === file &&
          one.entry.startsWith(entry) &&
          words.every((word) => one.message.includes(word)),
      );
      expect(found, JSON.stringify(problems, null, 1)).not.toEqual([]);
      for (const { message } of problems) expect(message).not.toContain("\n");
    });
  });
}

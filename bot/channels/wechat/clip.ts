/** Cutting a text to a number of bytes, at the end of a sentence where one is near. */

const MARK = "……";

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, "utf8");
}

/**
 * The text, or as much of it as fits with a mark of omission: up to the end of
 * a line or sentence, else of a clause, else of a character.
 */
export function clipText(text: string, bytes: number): string {
  if (byteLength(text) <= bytes) return text;
  const head = headOf(text, bytes - byteLength(MARK));
  const ends = [/[\n。！？]/g, /[；，、]/g].map((mark) =>
    lastMatch(head, mark),
  );
  const near = ends.find((end) => end * 2 > head.length);
  const end = near ?? head.length;
  return `${head.slice(0, end).trimEnd()}${MARK}`;
}

/** The longest beginning of whole characters within so many bytes. */
function headOf(text: string, bytes: number): string {
  let head = "";
  let used = 0;
  for (const character of text) {
    used += byteLength(character);
    if (used > bytes) break;
    head += character;
  }
  return head;
}

/** Where the last match ends, 0 without one. */
function lastMatch(text: string, mark: RegExp): number {
  const last = [...text.matchAll(mark)].at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

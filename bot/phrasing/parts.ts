/** Several answers in one text. */

const mark = (index: number): string => `【${index + 1}】`;

/** How the first of several answers begins. */
export const FIRST_PART = mark(0);

/** Numbered, in the order asked. */
export function partText(texts: readonly string[]): string {
  return texts.map((text, index) => mark(index) + text).join("\n\n");
}

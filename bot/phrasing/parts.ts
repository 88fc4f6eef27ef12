/** Several answers in one text. */

/** Numbered, in the order asked. */
export function partText(texts: readonly string[]): string {
  return texts.map((text, index) => `【${index + 1}】${text}`).join("\n\n");
}

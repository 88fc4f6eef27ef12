/** Sentences → short messages. What does not fit into one becomes several; nothing is left out. */

import { packed, pauses } from "./packing.js";

/** What one message holds in Chinese. */
export const SMS_LENGTH = 70;
/** The messages, each at most 70 characters; several are numbered. The end stays together. */
export function smsParts(sentences: readonly string[], end = ""): string[] {
  const whole = [...sentences, end].join("");
  if (whole.length <= SMS_LENGTH) return [whole];
  const all = withEnd(sentences.flatMap(pauses), end);
  // Room for the mark before each part: (1/2), and where there are more, (12/15).
  const few = packed(all, SMS_LENGTH - 5);
  const parts = few.length < 10 ? few : packed(all, SMS_LENGTH - 7);
  return parts.map((part, at) => `(${at + 1}/${parts.length})${part}`);
}

/** The end goes with the piece before it where both fit into one message, so that it does not come alone. */
function withEnd(all: readonly string[], end: string): string[] {
  const last = `${all.at(-1) ?? ""}${end}`;
  return last.length <= SMS_LENGTH - 7
    ? [...all.slice(0, -1), last]
    : [...all, end];
}

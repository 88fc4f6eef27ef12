/** Sentences → short messages. What does not fit into one becomes several; nothing is left out. */

import { packed, pieces } from "./packing.js";

/** What one message holds in Chinese. */
export const SMS_LENGTH = 70;
/** What is left of it beside the mark of one of many: (12/15). */
const ROOM = SMS_LENGTH - 7;

/** The messages, each at most 70 characters; several are numbered. The end stays together. */
export function smsParts(sentences: readonly string[], end = ""): string[] {
  const whole = [...sentences, end].join("");
  if (whole.length <= SMS_LENGTH) return [whole];
  const all = withEnd(
    sentences.flatMap((one) => pieces(one, ROOM)),
    end,
  );
  // The mark of few is shorter: (1/2).
  const few = packed(all, SMS_LENGTH - 5);
  const parts = few.length < 10 ? few : packed(all, ROOM);
  return parts.map((part, at) => `(${at + 1}/${parts.length})${part}`);
}

/** The end goes with the piece before it where both fit into one message; a day alone takes the last statement of that piece along. */
function withEnd(all: readonly string[], end: string): string[] {
  const before = all.slice(0, -1);
  const last = all.at(-1) ?? "";
  if (last.length + end.length <= ROOM) return [...before, `${last}${end}`];
  if (end.length > LONGEST_DAY) return [...all, end];
  const finer = pieces(last, ROOM - end.length);
  return [...before, ...finer.slice(0, -1), `${finer.at(-1) ?? ""}${end}`];
}

/** 2022-10-08查。 */
const LONGEST_DAY = 12;

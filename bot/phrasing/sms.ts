/** Sentences → short messages. What does not fit into one becomes several; nothing is left out. */

/** What one message holds in Chinese. */
export const SMS_LENGTH = 70;
/** The messages, each at most 70 characters; several are numbered. The end stays together. */
export function smsParts(sentences: readonly string[], end = ""): string[] {
  const whole = [...sentences, end].join("");
  if (whole.length <= SMS_LENGTH) return [whole];
  const all = withEnd(sentences.flatMap(pieces), end);
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

/** Puts pieces together as long as they fit. */
function packed(all: readonly string[], length: number): string[] {
  const parts: string[] = [];
  for (const piece of all.flatMap((one) => cut(one, length))) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + piece.length <= length)
      parts[parts.length - 1] = last + piece;
    else parts.push(piece);
  }
  return parts;
}

/** A sentence at the places where a reader pauses. */
function pieces(sentence: string): string[] {
  return sentence
    .split(/(?<=[。；;，：]”?|(?<!\d),)(?!”)/)
    .filter((piece) => piece !== "");
}

/** A piece that is too long in itself: between the items of a list, else never within a number or Latin letters. */
function cut(piece: string, length: number): string[] {
  const parts: string[] = [];
  let rest = piece;
  while (rest.length > length) {
    const end = endWithin(rest, length);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
}

function endWithin(text: string, length: number): number {
  const head = text.slice(0, length);
  const item = head.lastIndexOf("、");
  if (item > 0) return item + 1;
  const kept = /[\d.,〔〕[\]A-Za-z]+$/.exec(head);
  return kept && kept.index > 0 ? kept.index : length;
}

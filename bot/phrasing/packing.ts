/** Text in portions of at most so many characters; nothing is left out. */

/** Puts pieces together as long as they fit; one that is too long in itself is cut. */
export function packed(all: readonly string[], length: number): string[] {
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
export function pauses(sentence: string): string[] {
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

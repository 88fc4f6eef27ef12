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

/** Where a text may be divided: between sentences, else between statements, else where a reader pauses. */
const ENDS = [
  /(?<=[。！？]”?)(?!”)/,
  /(?<=[；;]”?)(?!”)/,
  /(?<=[，：]”?|(?<!\d),)(?!”)/,
];

/** A text in pieces that fit; what fits as a whole stays together, so that no figure goes without what limits it. */
export function pieces(
  text: string,
  length: number,
  ends: readonly RegExp[] = ENDS,
): string[] {
  const [end, ...finer] = ends;
  if (!end) return [text];
  return text
    .split(end)
    .filter((piece) => piece !== "")
    .flatMap((piece) =>
      piece.length > length ? pieces(piece, length, finer) : [piece],
    );
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

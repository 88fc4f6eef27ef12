/** Lines of a byte stream, one at a time, without keeping more than one of them. */

/** A line that was too long to keep; its text was passed over. */
export const TOO_LONG = Symbol("line too long");

/** Bytes of a line that are read at most. */
export const LONGEST_LINE = 1_000_000;

const NEWLINE = 10;

/** Yields every line without its end; an overlong one as TOO_LONG. The last line needs no end. */
export async function* linesOf(
  input: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<string | typeof TOO_LONG> {
  let parts: Buffer[] = [];
  let length = 0;
  const taken = (): string | typeof TOO_LONG => {
    const line =
      length > LONGEST_LINE
        ? TOO_LONG
        : Buffer.concat(parts).toString("utf8").replace(/\r$/, "");
    parts = [];
    length = 0;
    return line;
  };
  const keep = (part: Buffer): void => {
    length += part.length;
    if (length <= LONGEST_LINE) parts.push(part);
    else parts = [];
  };
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk as Uint8Array);
    let from = 0;
    for (
      let end = bytes.indexOf(NEWLINE, from);
      end >= 0;
      end = bytes.indexOf(NEWLINE, from)
    ) {
      keep(bytes.subarray(from, end));
      yield taken();
      from = end + 1;
    }
    if (from < bytes.length) keep(bytes.subarray(from));
  }
  if (length > 0) yield taken();
}

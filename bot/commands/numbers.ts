/** `mingbai numbers`: the numbers, dates and periods of each sentence, one sentence a line in, one JSON line out. */
import { once } from "node:events";
import { readNumbers } from "../../nlu/numbers/index.js";
import { linesOf, LONGEST_LINE, TOO_LONG } from "./lines.js";

export interface NumbersArguments {
  /** The day that 今年 and 上个月 are counted from, YYYY-MM-DD. */
  on: string;
}

/** What is printed for one line: its readings, or what is wrong with it. */
function numbersLine(line: string | typeof TOO_LONG, on: string): unknown {
  if (line === TOO_LONG)
    return {
      error: { code: "too_long", message: `一行最多 ${LONGEST_LINE} 个字节` },
    };
  // 第二次 names which time, it is no quantity.
  return readNumbers(line, on).filter(({ kind }) => kind !== "ordinal");
}

/**
 * Reads every line in order and waits for a slow reader. Spans are UTF-16
 * offsets in the line; bytes that are no UTF-8 count as one U+FFFD each. A
 * line that is too long gets an error in its place. Gives exit code 0.
 */
export async function numbersCommand(
  { on }: NumbersArguments,
  input: NodeJS.ReadableStream | AsyncIterable<string>,
  output: NodeJS.WritableStream,
): Promise<number> {
  const source = input as AsyncIterable<string | Uint8Array>;
  for await (const line of linesOf(source)) {
    const printed = output.write(`${JSON.stringify(numbersLine(line, on))}\n`);
    if (!printed) await once(output, "drain");
  }
  return 0;
}

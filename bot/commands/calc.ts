/** `mingbai calc`: the calculator without language, one JSON request per line in, one result per line out. */
import { once } from "node:events";
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import type { RequestFault } from "../../engine/fault.js";
import type { CalcOutput } from "../../engine/receipt.js";
import { jsonSchema } from "../../engine/schema.js";
import { type ComparisonOutput, serve } from "../../engine/serve.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import { linesOf, LONGEST_LINE, TOO_LONG } from "./lines.js";

export interface CalcArguments {
  /** Path of the requests; absent or `-`: the input stream. */
  file?: string | undefined;
  /** Print the JSON Schema instead. */
  schema?: boolean | undefined;
  knowledge: Knowledge;
  /** The day of the question where a request names none. */
  on: string;
}

/** Lines between two reports of progress. */
const REPORT_EVERY = 10_000;
const INTERRUPTED = 130;
/** What ends a run before its end. */
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

type Outcome =
  CalcOutput | ComparisonOutput | { error: RequestFault & { line?: number } };

/** The result of one line, or what is wrong with it. */
export function calcLine(
  line: string | typeof TOO_LONG,
  number: number,
  { knowledge, on }: Pick<CalcArguments, "knowledge" | "on">,
): Outcome {
  const fault = (code: string, message: string): Outcome => ({
    error: { code, message, path: "", line: number },
  });
  if (line === TOO_LONG)
    return fault("too_long", `一行最多 ${LONGEST_LINE} 个字节`);
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return fault("invalid_json", "这一行不是合法的 JSON");
  }
  try {
    // A request that is refused is answered as over HTTP, byte for byte.
    const served = serve(value, knowledge, on);
    return "error" in served ? { error: served.error } : served.output;
  } catch (thrown) {
    // A fault of ours must not end a run over a million lines; it is named in its place.
    const what = thrown instanceof Error ? thrown.message : String(thrown);
    return fault("internal", `这一行没有算成，请报告这个问题：${what}`);
  }
}

/**
 * Answers every line in order, a bad one in its place, and waits for a slow
 * reader. Gives the exit code: 0 at the end of the input, 1 when the file
 * cannot be read, 130 when interrupted (saying how far it came).
 */
export async function calcCommand(
  arguments_: CalcArguments,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  errorOutput: NodeJS.WritableStream,
): Promise<number> {
  const { file, schema, knowledge } = arguments_;
  if (schema) {
    output.write(`${JSON.stringify(jsonSchema(knowledge), null, 2)}\n`);
    return 0;
  }
  const shows = (errorOutput as NodeJS.WriteStream).isTTY === true;
  const source =
    file === undefined || file === "-" ? input : createReadStream(file);
  let number = 0;
  let interrupted = false;
  const interrupt = (): void => {
    interrupted = true;
    // A run that waits for its next line must end too.
    (source as Readable).destroy();
  };
  for (const signal of SIGNALS) process.once(signal, interrupt);
  try {
    for await (const line of linesOf(source)) {
      number += 1;
      const text = JSON.stringify(calcLine(line, number, arguments_));
      if (!output.write(`${text}\n`)) await once(output, "drain");
      if (shows && number % REPORT_EVERY === 0)
        errorOutput.write(`\r已算 ${number} 行`);
      if (interrupted) break;
    }
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === "EPIPE") return 0;
    if (code === "ENOENT" || code === "EISDIR" || code === "EACCES") {
      errorOutput.write(`读不了 ${file ?? "-"}：请检查路径和权限（${code}）\n`);
      return 1;
    }
    if (!interrupted) throw thrown;
  } finally {
    for (const signal of SIGNALS) process.removeListener(signal, interrupt);
  }
  if (interrupted) errorOutput.write(`\n中断：已算完 ${number} 行\n`);
  else if (shows) errorOutput.write(`\r算完，共 ${number} 行\n`);
  return interrupted ? INTERRUPTED : 0;
}

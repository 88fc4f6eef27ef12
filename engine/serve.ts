/**
 * What a caller may hand in, and what comes back: a request, a request with
 * what would change its result (`changes`), or two requests side by side
 * (`{"compare": [a, b]}`). The command and the HTTP interface give the same.
 */
import { z } from "zod";
import type { Knowledge } from "../knowledge/knowledge.js";
import { calculate } from "./calculate.js";
import { changesOf } from "./changes.js";
import { compareResults, differenceLine } from "./compare.js";
import type { RequestFault } from "./fault.js";
import { parseRequest } from "./parse.js";
import { calcOutput, type CalcOutput, receiptOf } from "./receipt.js";

/** Two results and what differs between them, line by line. */
export const comparison = z.strictObject({
  a: calcOutput,
  b: calcOutput,
  differences: z.array(differenceLine),
});
export type ComparisonOutput = z.infer<typeof comparison>;

export type Served =
  { output: CalcOutput | ComparisonOutput } | { error: RequestFault };

/** Answers any value; `on` is the day of the question where a request names none. */
export function serve(
  value: unknown,
  knowledge: Knowledge,
  on?: string,
): Served {
  const pair = (value as { compare?: unknown } | null)?.compare;
  return pair === undefined
    ? single(value, knowledge, on)
    : sideBySide(value as object, pair, knowledge, on);
}

function single(
  value: unknown,
  knowledge: Knowledge,
  on?: string,
): { output: CalcOutput } | { error: RequestFault } {
  const parsed = parseRequest(value, knowledge, on);
  if ("error" in parsed) return parsed;
  const { request } = parsed;
  const output: CalcOutput = {
    ...calculate(request, knowledge),
    receipt: receiptOf(request, knowledge),
  };
  if ((value as { changes?: unknown }).changes === true)
    output.changes = changesOf(request, knowledge);
  return { output };
}

function sideBySide(
  whole: object,
  pair: unknown,
  knowledge: Knowledge,
  on?: string,
): Served {
  if (
    !Array.isArray(pair) ||
    pair.length !== 2 ||
    Object.keys(whole).length > 1
  ) {
    const message = '对比应写成 {"compare": [一个请求, 另一个请求]}';
    return { error: { code: "wrong_type", message, path: "compare" } };
  }
  const [a, b] = pair.map((one) => single(one, knowledge, on));
  for (const [at, one] of [a!, b!].entries())
    if ("error" in one) {
      const path = [`compare[${at}]`, one.error.path];
      return {
        error: { ...one.error, path: path.filter((part) => part).join(".") },
      };
    }
  const outputs = [a, b] as { output: CalcOutput }[];
  const [first, second] = outputs.map(({ output }) => output);
  const { differences } = compareResults(first!, second!);
  return { output: { a: first!, b: second!, differences } };
}

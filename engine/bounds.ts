/**
 * A result that lacks one fact of few values: computed for each of them, it is
 * an answer where all give the same, and lies between the least and the
 * greatest where each gives one.
 */
import type { Knowledge } from "../knowledge/knowledge.js";
import type { CalcRequest, FactId, Facts } from "./request.js";
import type { CalcResult } from "./result.js";
import { agreement, ranges } from "./rules/unsaid.js";

/** Facts whose values are the few of a facet. */
const FACETS: readonly FactId[] = ["tier", "insurance", "employment"];

/** The result with what is known of it although the fact is not. */
export function bounded(
  result: CalcResult,
  request: CalcRequest,
  { vocabulary }: Knowledge,
  run: (request: CalcRequest) => CalcResult,
): CalcResult {
  const [fact, ...others] = result.missing as FactId[];
  if (
    fact === undefined ||
    others.length > 0 ||
    result.range !== null ||
    !FACETS.includes(fact)
  )
    return result;
  const values = Object.keys(vocabulary.file.facets[fact]?.values ?? {});
  const results = values.map((value) => {
    const facts: Facts = { ...request.facts, [fact]: value };
    return run({ ...request, facts });
  });
  if (results.some(({ status }) => status !== "answered")) return result;
  return agreement(results) ?? { ...result, range: ranges(results, [fact]) };
}

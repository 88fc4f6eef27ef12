/** What a result was computed from, so that it can be computed again: the same receipt gives the same bytes. */
import { z } from "zod";
import type { Knowledge } from "../knowledge/knowledge.js";
import { change } from "./changes.js";
import type { CalcRequest } from "./request.js";
import { calcResult } from "./result.js";

/** The version of the rules of computation; that of the package. */
export const ENGINE_VERSION = "0.1.0";

export const receipt = z.strictObject({
  /** Hash over every file of the knowledge base. */
  knowledge: z.string(),
  engine: z.string(),
  benefit: z.string(),
  jurisdiction: z.string(),
  area: z.string().optional(),
  on: z.string(),
  /** The facts as they were read: names as ids, numbers as they count. */
  facts: z.record(z.string(), z.unknown()),
});
export type Receipt = z.infer<typeof receipt>;

/** A result of the calculator as it is given out. */
export const calcOutput = calcResult.extend({
  receipt,
  /** What would change the result, where that was asked for. */
  changes: z.array(change).optional(),
});
export type CalcOutput = z.infer<typeof calcOutput>;

/** The receipt of a request that was read. */
export function receiptOf(request: CalcRequest, knowledge: Knowledge): Receipt {
  const { benefit, jurisdiction, area, on, facts } = request;
  return {
    knowledge: knowledge.hash,
    engine: ENGINE_VERSION,
    benefit,
    jurisdiction,
    ...(area === undefined ? {} : { area }),
    on,
    facts,
  };
}

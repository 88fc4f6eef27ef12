/** The calculator: one request, one result, no clock, no state. */
import type { Knowledge } from "../knowledge/knowledge.js";
import type { CalcRequest } from "./request.js";
import type { CalcResult } from "./result.js";

/**
 * Computes one benefit for one case, exactly, with its trace and citations.
 * Never throws on a request that `parseRequest` accepted: what the held
 * notices do not decide comes back as a status, not as an error.
 */
export declare function calculate(
  request: CalcRequest,
  knowledge: Knowledge,
): CalcResult;

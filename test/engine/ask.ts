/** Short ways for tests to ask the calculator as a caller of the contract would. */
import { calculate } from "../../engine/calculate.js";
import { parseRequest } from "../../engine/parse.js";
import { replay } from "../../engine/replay.js";
import type { CalcResult } from "../../engine/result.js";
import { loadKnowledge } from "../../knowledge/load.js";

export const knowledge = loadKnowledge();

/** The result for a request that must be readable. */
export function ask(
  benefit: string,
  jurisdiction: string,
  facts: Record<string, unknown>,
  on = "2022-10-08",
): CalcResult {
  const parsed = parseRequest({ benefit, jurisdiction, on, facts }, knowledge);
  if ("error" in parsed) throw new Error(JSON.stringify(parsed.error));
  return calculate(parsed.request, knowledge);
}

/** The fault of a request that must not be readable. */
export function faultOf(request: unknown): { code: string; path: string } {
  const parsed = parseRequest(request, knowledge, "2022-10-08");
  if (!("error" in parsed)) throw new Error("was accepted");
  const { code, path } = parsed.error;
  return { code, path };
}

/** The values of every figure of a key, in order. */
export function values({ figures }: CalcResult, key: string): string[] {
  return figures.filter((one) => one.key === key).map(({ value }) => value);
}

/** All figures by key, the last one of each. */
export function byKey({ figures }: CalcResult): Record<string, string> {
  return Object.fromEntries(figures.map(({ key, value }) => [key, value]));
}

/** The clauses that the figures of a key rest on. */
export function clausesOf(result: CalcResult, key: string): string[] {
  return result.figures
    .filter((one) => one.key === key)
    .flatMap(({ citations }) => citations)
    .map((at) => {
      const citation = result.citations[at];
      return `${citation?.notice}/${citation?.clause}`;
    });
}

export const codes = ({ caveats }: CalcResult): string[] =>
  caveats.map(({ code }) => code);

/** What must hold of every result: cited figures, a trace that replays, no empty answer. */
export function flaws(result: CalcResult): string[] {
  const all: string[] = [];
  const known = (citations: readonly number[]): boolean =>
    citations.length > 0 &&
    citations.every((at) => result.citations[at] !== undefined);
  for (const figure of [...result.figures, ...result.reference])
    if (!known(figure.citations)) all.push(`uncited ${figure.key}`);
  for (const { label, citations } of result.steps)
    if (!known(citations)) all.push(`uncited step ${label}`);
  for (const fault of replay(result.steps)) all.push(JSON.stringify(fault));
  if (result.status === "answered" && result.figures.length === 0)
    all.push("answered nothing");
  if (result.status !== "answered" && result.figures.length > 0)
    all.push(`${result.status} with figures`);
  if ((result.status === "needs_info") !== result.missing.length > 0)
    all.push("missing does not fit the status");
  return all;
}

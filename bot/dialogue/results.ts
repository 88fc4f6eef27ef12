/** Results put together: figures of provisions, several results as one. */
import { citationsOf } from "../../engine/citations.js";
import type { CalcResult, Citation } from "../../engine/result.js";
import { remarksOn } from "../../engine/remarks.js";
import type { Context } from "./context.js";
import type { Provision } from "../../knowledge/schema.js";

const same = (a: Citation, b: Citation): boolean =>
  a.notice === b.notice && a.clause === b.clause && a.quote === b.quote;

/** A result that holds nothing yet. */
export function emptyResult(status: CalcResult["status"]): CalcResult {
  return {
    status,
    figures: [],
    steps: [],
    citations: [],
    caveats: [],
    missing: [],
    reference: [],
    range: null,
  };
}

/** Adds the citations of a provision once; gives their places in the list. */
export function cite(
  result: Pick<CalcResult, "citations">,
  provision: Provision,
): number[] {
  return citationsOf(provision).map((citation) => {
    const known = result.citations.findIndex((one) => same(one, citation));
    return known >= 0 ? known : result.citations.push(citation) - 1;
  });
}

/** Adds what must be said beside a provision, each remark once. */
export function addCaveats(
  { knowledge, on }: Context,
  result: Pick<CalcResult, "caveats">,
  provision: Provision,
): void {
  for (const caveat of remarksOn(knowledge, provision, on))
    if (
      !result.caveats.some(
        ({ code, text }) => code === caveat.code && text === caveat.text,
      )
    )
      result.caveats.push(caveat);
}

/** Several results as one: citations renumbered, caveats once. */
export function join(results: readonly CalcResult[]): CalcResult {
  const all = emptyResult("answered");
  for (const result of results) {
    const places = result.citations.map((citation) => {
      const known = all.citations.findIndex((one) => same(one, citation));
      return known >= 0 ? known : all.citations.push(citation) - 1;
    });
    const move = <T extends { citations: number[] }>(item: T): T => ({
      ...item,
      citations: item.citations.map((at) => places[at] ?? at),
    });
    all.figures.push(...result.figures.map(move));
    all.steps.push(
      ...result.steps
        .map(move)
        .filter(
          (step) =>
            !all.steps.some(
              (one) =>
                one.label === step.label &&
                one.expression === step.expression &&
                one.value === step.value,
            ),
        ),
    );
    all.reference.push(
      ...result.reference
        .map(move)
        .filter(
          (figure) =>
            !all.reference.some(
              (one) => one.label === figure.label && one.value === figure.value,
            ),
        ),
    );
    for (const caveat of result.caveats)
      if (
        !all.caveats.some(
          (one) => one.code === caveat.code && one.text === caveat.text,
        )
      )
        all.caveats.push(caveat);
    for (const slot of result.missing)
      if (!all.missing.includes(slot)) all.missing.push(slot);
    if (result.range) all.range = [...(all.range ?? []), ...result.range];
  }
  return all;
}

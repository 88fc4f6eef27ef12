/**
 * A fact that was not said: the case is computed for each value it may have.
 * Where all give the same, that is the answer; else the fact is asked for, and
 * the range of what it may come to is shown.
 */
import { Case } from "../case.js";
import { exact } from "../decimal.js";
import type { FactId, Facts } from "../request.js";
import type { CalcResult, RangeItem } from "../result.js";
import type { Refused } from "./pick.js";

/** Computes the case with each set of further facts; `asks` are the facts to ask for where they differ. */
function forEach(
  one: Case,
  variants: readonly Facts[],
  asks: readonly FactId[],
  compute: (other: Case) => CalcResult,
): CalcResult {
  const results = variants.map((facts) =>
    compute(
      new Case(
        { ...one.request, facts: { ...one.facts, ...facts } },
        one.knowledge,
        one.asked,
      ),
    ),
  );
  const [first] = results;
  if (!first) throw new RangeError("no value to compute");
  if (results.every((other) => sameOutcome(other, first))) return first;
  const open = results.find(({ status }) => status === "needs_info");
  if (open)
    return { ...open, missing: [...new Set([...asks, ...open.missing])] };
  return { ...one.needs(...asks), range: ranges(results, asks) };
}

function sameOutcome(a: CalcResult, b: CalcResult): boolean {
  const shown = ({ status, figures, missing, reference }: CalcResult): string =>
    JSON.stringify([
      status,
      missing,
      figures.map(({ key, value }) => [key, value]),
      status === "answered" ? [] : reference.map(({ value }) => value),
    ]);
  return shown(a) === shown(b);
}

/** The least and greatest amount of every money figure that all results have. */
function ranges(
  results: readonly CalcResult[],
  on: readonly FactId[],
): RangeItem[] | null {
  if (results.some(({ status }) => status !== "answered")) return null;
  const items: RangeItem[] = [];
  for (const { key, type } of results[0]?.figures ?? []) {
    if (type !== "money" || items.some((item) => item.key === key)) continue;
    const values: string[] = [];
    for (const { figures } of results) {
      const figure = figures.find((other) => other.key === key);
      if (figure) values.push(figure.value);
    }
    if (values.length < results.length) continue;
    values.sort((a, b) => exact(a).cmp(exact(b)));
    const [from = "", to = ""] = [values[0], values.at(-1)];
    if (from !== to) items.push({ key, from, to, depends_on: [...on] });
  }
  return items;
}

/** The values that an unsaid fact may have, where these are few; undefined where it must be asked for. */
function variantsOf(one: Case, fact: FactId): Facts[] | undefined {
  const { facts } = one;
  switch (fact) {
    case "family_doctor":
    case "burden_still_heavy":
      return [{ [fact]: false }, { [fact]: true }];
    case "employment":
      return [{ employment: "employed" }, { employment: "retired" }];
    case "class_a":
      return facts.eligible === undefined || facts.class_b !== undefined
        ? undefined
        : [
            { class_a: facts.eligible, class_b: "0" },
            { class_a: "0", class_b: facts.eligible },
          ];
    default:
      return undefined;
  }
}

/**
 * The result of a case that lacks a fact: the answer where every value of the
 * fact gives the same, else the question, with the range where there is one.
 */
export function unsaid(
  one: Case,
  why: Refused,
  compute: (other: Case) => CalcResult,
): CalcResult {
  const variants = why.missing && variantsOf(one, why.missing);
  if (!variants || why.missing === undefined) return why.result();
  const asks: FactId[] =
    why.missing === "class_a" ? ["class_a", "class_b"] : [why.missing];
  return forEach(one, variants, asks, compute);
}

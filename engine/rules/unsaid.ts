/**
 * A fact that was not said: the case is computed for each value it may have.
 * Where all give the same, that is the answer; else the fact is asked for, and
 * the range of what it may come to is shown.
 */
import { Case } from "../case.js";
import { exact } from "../decimal.js";
import { LARGEST_AMOUNT } from "../fact-values.js";
import type { FactId, Facts } from "../request.js";
import type { CalcResult, Figure, RangeItem } from "../result.js";
import { changesOf, type Refused } from "./pick.js";

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
  return (
    agreement(results) ?? {
      ...one.needs(...needed(results, asks)),
      range: ranges(results, needed(results, asks)),
    }
  );
}

function needed(
  results: readonly CalcResult[],
  asks: readonly FactId[],
): FactId[] {
  const open = results.flatMap(({ missing }) => missing) as FactId[];
  return [...new Set([...asks, ...open])];
}

/** What all results say, where they say the same; undefined where they differ. */
export function agreement(
  results: readonly CalcResult[],
): CalcResult | undefined {
  const [first] = results;
  if (!first) throw new RangeError("no value to compute");
  return results.every((other) => sameOutcome(other, first))
    ? agreed(first, results)
    : undefined;
}

/** Figures that state a parameter, not what comes of it. */
const isParameter = ({ key }: Figure): boolean => key.endsWith(".deductible");

/** The first result, without the parameters on which the others differ. */
function agreed(first: CalcResult, results: readonly CalcResult[]): CalcResult {
  const figures = first.figures.filter((figure) =>
    results.every((other) =>
      other.figures.some(
        ({ key, value }) => key === figure.key && value === figure.value,
      ),
    ),
  );
  return { ...first, figures };
}

/** The figures that matter: what comes of the parameters, or these where nothing does. */
function outcome(figures: readonly Figure[]): readonly Figure[] {
  const others = figures.filter((figure) => !isParameter(figure));
  return others.length > 0 ? others : figures;
}

function sameOutcome(a: CalcResult, b: CalcResult): boolean {
  const shown = ({ status, figures, missing, reference }: CalcResult): string =>
    JSON.stringify([
      status,
      missing,
      outcome(figures).map(({ key, value }) => [key, value]),
      status === "answered" ? [] : reference.map(({ value }) => value),
    ]);
  return shown(a) === shown(b);
}

/** What is above the ceiling has no upper end. */
const UNBOUNDED = "settlement.above_ceiling";

/** The least and greatest amount of every money figure that all results have or bound. */
export function ranges(
  results: readonly CalcResult[],
  on: readonly FactId[],
): RangeItem[] | null {
  const bounds = results.map(boundsOf);
  const [first] = bounds;
  if (!first || bounds.some((one) => one.size === 0)) return null;
  const items: RangeItem[] = [];
  for (const key of first.keys()) {
    if (key === UNBOUNDED) continue;
    const all = bounds.map((one) => one.get(key));
    if (all.includes(undefined)) continue;
    const values = all.flatMap((one) => one ?? []);
    values.sort((a, b) => exact(a).cmp(exact(b)));
    const [from = "", to = ""] = [values[0], values.at(-1)];
    if (from !== to) items.push({ key, from, to, depends_on: [...on] });
  }
  return items;
}

/** What a result says of each money figure: its value, or from where to where it may lie. A key of several persons says nothing of one. */
function boundsOf(result: CalcResult): Map<string, string[]> {
  const bounds = new Map<string, string[]>();
  for (const { key, from, to } of result.range ?? [])
    bounds.set(key, [from, to]);
  if (result.status === "answered")
    for (const { key, type, value } of result.figures) {
      const several =
        result.figures.filter((one) => one.key === key).length > 1;
      if (type === "money" && !several && !bounds.has(key))
        bounds.set(key, [value]);
    }
  return bounds;
}

/** The values that an unsaid fact may have, where these are few; undefined where it must be asked for. */
function variantsOf(one: Case, fact: FactId): Facts[] | undefined {
  const { facts } = one;
  switch (fact) {
    case "family_doctor":
    case "burden_still_heavy":
      return [{ [fact]: false }, { [fact]: true }];
    case "years_below_deductible": {
      const changes = changesOf(one, "outpatient.deductible_change");
      const counts = changes.map(({ from_count }) => from_count ?? 1);
      return [0, ...new Set(counts)].map((years) => ({ [fact]: years }));
    }
    case "employment":
      return [{ employment: "employed" }, { employment: "retired" }];
    case "reasonable_outside":
      return [{ [fact]: "0" }, { [fact]: LARGEST_AMOUNT }];
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

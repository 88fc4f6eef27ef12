/** Two contributions side by side: two years, two tiers or two persons, and the difference. */
import { difference } from "../../../engine/compare.js";
import type { CalcResult, Figure } from "../../../engine/result.js";
import {
  differenceLabel,
  differenceLead,
} from "../../phrasing/contribution.js";
import { emptyResult, join } from "../results.js";
import type { Case } from "./payments.js";

export interface Compared {
  result: CalcResult;
  lead: string[];
}

type Dimension = (one: Case) => string;

/** What tells the cases apart, in the order in which it is compared: identities without a person before tiers. */
function dimensionsOf(cases: readonly Case[]): Dimension[] {
  // A school year and a coverage year beside it are no two years to compare.
  const alike = new Set(cases.map(({ school }) => school)).size === 1;
  const year: Dimension = (one) => (alike ? String(one.year) : "");
  const tier: Dimension = (one) => one.tier ?? "";
  const who: Dimension = ({ person, tags }) =>
    `${person.label}/${tags.join("+")}`;
  return cases.every(({ person }) => person.label === "")
    ? [year, who, tier]
    : [year, tier, who];
}

/**
 * The differences of all pairs of cases that differ in the first telling
 * dimension alone, 涨了多少 in the year alone; null where there is none.
 */
export function compared(
  cases: readonly Case[],
  tierName: (tier: string) => string,
  ofYears: boolean,
): Compared | null {
  const dimensions = dimensionsOf(cases);
  const dimension = (ofYears ? dimensions.slice(0, 1) : dimensions).find(
    (of) => new Set(cases.map(of)).size === 2,
  );
  if (!dimension) return null;
  const rest = dimensions.filter((of) => of !== dimension);
  const result = {
    ...emptyResult("answered"),
    citations: join(cases.map((one) => one.result)).citations,
  };
  const citations = result.citations.map((_, at) => at);
  const lead: string[] = [];
  for (const [a, b] of pairs(cases, rest)) {
    const [first, second] = [payable(a), payable(b)];
    if (!first || !second) continue;
    const shared =
      new Set(cases.map(({ tier }) => tier)).size > 1 &&
      a.tier === b.tier &&
      a.tier !== undefined
        ? tierName(a.tier)
        : "";
    const names: [string, string] = [nameOf(first), nameOf(second)];
    const { figure, step, sign } = difference(
      "contribution.difference",
      differenceLabel(shared, names),
      first,
      second,
    );
    result.figures.push({ ...figure, citations });
    result.steps.push({ ...step, citations });
    lead.push(differenceLead(shared, names, figure, sign));
  }
  return lead.length > 0 ? { result, lead } : null;
}

function* pairs(
  cases: readonly Case[],
  rest: readonly Dimension[],
): Generator<[Case, Case]> {
  const sorted = [...cases].sort(
    (a, b) => a.year - b.year || ((a.tier ?? "") < (b.tier ?? "") ? -1 : 1),
  );
  for (const [at, a] of sorted.entries())
    for (const b of sorted.slice(at + 1))
      if (rest.every((of) => of(a) === of(b))) yield [a, b];
}

function payable({ result }: Case): Figure | undefined {
  const all = result.figures.filter(({ key }) => key === "contribution.net");
  return all.length === 1 ? all[0] : undefined;
}

/** What the figure's label says before “个人实缴”. */
function nameOf({ label }: Figure): string {
  return label.replace(/个人实缴.*$/, "");
}

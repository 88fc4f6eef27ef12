/** Two contributions side by side: two years, two tiers or two persons, and the difference. */
import { difference } from "../../../engine/compare.js";
import type { CalcResult, Figure } from "../../../engine/result.js";
import {
  differenceLabel,
  differenceLead,
} from "../../phrasing/contribution.js";
import { emptyResult, join } from "../results.js";
import type { Case } from "./contribution-cases.js";

export interface Compared {
  result: CalcResult;
  lead: string[];
}

/** What tells the cases apart, in the order in which it is compared. */
const DIMENSIONS: readonly ((one: Case) => string)[] = [
  ({ year }) => String(year),
  ({ tier }) => tier ?? "",
  ({ person, tags }) => `${person.label}/${tags.join("+")}`,
];

/** The differences of all pairs of cases that differ in the first telling dimension alone; null where there is none. */
export function compared(
  cases: readonly Case[],
  tierName: (tier: string) => string,
): Compared | null {
  const dimension = DIMENSIONS.find((of) => new Set(cases.map(of)).size === 2);
  if (!dimension) return null;
  const rest = DIMENSIONS.filter((of) => of !== dimension);
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
      rest[0] &&
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
  rest: readonly ((one: Case) => string)[],
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

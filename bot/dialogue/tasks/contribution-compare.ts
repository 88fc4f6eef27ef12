/** Contributions set against each other: by year, tier or person, and by how much they differ. */
import { difference } from "../../../engine/compare.js";
import type { CalcResult } from "../../../engine/result.js";
import type { Dimension } from "../../../nlu/points.js";
import {
  differenceLabel,
  differenceLead,
} from "../../phrasing/contribution.js";
import { emptyResult } from "../results.js";
import type { Operation } from "./operation.js";
import type { Case, Side } from "./payments.js";

export interface Compared {
  result: CalcResult;
  lead: string[];
}

type Of = (one: Side) => string;

const OF: Readonly<Record<"year" | "tier" | "who", Of>> = {
  year: ({ year, school }) => `${year}${school ? "s" : ""}`,
  tier: ({ tier }) => tier ?? "",
  who: ({ who }) => who,
};
type Name = keyof typeof OF;

/** More things than this are not set against each other two by two. */
const MOST = 3;

/**
 * In what the sides differ: in what the words compare; else 涨了多少 in the
 * year, persons who chose their tiers as persons, and identities before
 * tiers before persons with a name. Null where nothing tells two apart.
 */
function dimensionOf(
  sides: readonly Side[],
  told: Dimension | null,
  ofYears: boolean,
): Name | null {
  const values = (name: Name): number => new Set(sides.map(OF[name])).size;
  const apart = (name: Name): boolean =>
    values(name) > 1 && values(name) <= MOST;
  // A school year and a coverage year beside it are no two years to compare.
  const alike = new Set(sides.map(({ school }) => school)).size === 1;
  const asked = told === "identity" ? "who" : told;
  const bound = values("who") > 1 && decides("who", "tier", sides);
  const order: Name[] = [
    ...(asked ? [asked] : []),
    ...(ofYears ? ["year" as const] : []),
    ...(bound ? ["who" as const] : []),
    "year",
    ...(sides.every(({ named }) => !named)
      ? (["who", "tier"] as const)
      : (["tier", "who"] as const)),
  ];
  return (
    order.find((name) => apart(name) && (name !== "year" || alike)) ?? null
  );
}

/** Whether what one dimension says settles the other: who chose which tier. */
function decides(name: Name, other: Name, sides: readonly Side[]): boolean {
  const seen = new Map<string, string>();
  return sides.every((one) => {
    const [key, value] = [OF[name](one), OF[other](one)];
    const known = seen.get(key) ?? value;
    seen.set(key, known);
    return known === value;
  });
}

/**
 * The differences of all pairs of sides that differ in one dimension, and in
 * nothing that it does not settle; null where there is none.
 */
export function compared(
  sides: readonly Side[],
  tierName: (tier: string) => string,
  told: Dimension | null,
  { ofYears, ofRises }: Pick<Operation, "ofYears" | "ofRises">,
): Compared | null {
  const name = ofRises ? "year" : dimensionOf(sides, told, ofYears);
  if (!name) return null;
  const alike =
    !ofRises && new Set(sides.map(({ school }) => school)).size === 1;
  const rest = (Object.keys(OF) as Name[]).filter(
    (other) =>
      other !== name &&
      !(other === "year" && !alike) &&
      (ofRises || !decides(name, other, sides)),
  );
  const result = emptyResult("answered");
  const lead: string[] = [];
  const tiers = new Set(sides.map(({ tier }) => tier)).size > 1;
  for (const [a, b] of pairs(sides, name, rest)) {
    if (!a.figure || !b.figure) continue;
    const shared =
      tiers && a.tier === b.tier && a.tier !== undefined
        ? tierName(a.tier)
        : "";
    const names: [string, string] = [a.name, b.name];
    const { figure, step, sign } = difference(
      "contribution.difference",
      differenceLabel(shared, names),
      a.figure,
      b.figure,
    );
    result.figures.push(figure);
    result.steps.push(step);
    lead.push(differenceLead(shared, names, figure, sign));
  }
  return lead.length > 0 ? { result, lead } : null;
}

function* pairs(
  sides: readonly Side[],
  name: Name,
  rest: readonly Name[],
): Generator<[Side, Side]> {
  const sorted = [...sides].sort(
    (a, b) => a.year - b.year || ((a.tier ?? "") < (b.tier ?? "") ? -1 : 1),
  );
  for (const [at, a] of sorted.entries())
    for (const b of sorted.slice(at + 1))
      if (
        OF[name](a) !== OF[name](b) &&
        rest.every((other) => OF[other](a) === OF[other](b))
      )
        yield [a, b];
}

/** One computed combination as a side of a comparison; without an amount where none is certain. */
export function sideOf({
  year,
  school,
  tier,
  person,
  tags,
  result,
}: Case): Side {
  const all = result.figures.filter(({ key }) => key === "contribution.net");
  const figure = all.length === 1 ? all[0] : undefined;
  return {
    year,
    school,
    tier,
    who: `${person.label}/${tags.join("+")}`,
    named: person.label !== "",
    // What the figure's label says before “个人实缴”.
    name: figure?.label.replace(/个人实缴.*$/, "") ?? "",
    figure,
  };
}

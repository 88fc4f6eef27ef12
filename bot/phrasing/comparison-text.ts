/** Sentences about which of two amounts is the larger. */
import type { Figure } from "../../engine/result.js";
import { figureText } from "./format.js";

/** “2023年比2022年多30元。” */
export function moreText(more: string, less: string, figure: Figure): string {
  return `${more}比${less}多${figureText(figure)}。`;
}

/** Asked whether they are alike, a difference is answered with no. */
export function alikeLead(
  lead: readonly string[],
  figures: readonly Figure[],
): string[] {
  const apart = figures.some(
    ({ key, value }) => key.endsWith(".difference") && /[1-9]/.test(value),
  );
  const [first, ...rest] = lead;
  if (first === undefined) return [...lead];
  if (apart || membersDiffer(figures) === true)
    return [`不一样：${first}`, ...rest];
  return membersDiffer(figures) === false
    ? [`一样：${first}`, ...rest]
    : [...lead];
}

/** The answer behind whether it is the one given before. */
export const verdictAlike = (same: boolean, text: string): string =>
  `${same ? "一样" : "不一样"}。${text}`;

/** Whether the members of a family pay different amounts; null where no members are told. */
function membersDiffer(figures: readonly Figure[]): boolean | null {
  const paid = figures.filter(
    (one) => one.key === "contribution.net" && one.for?.member !== undefined,
  );
  return paid.length > 1
    ? new Set(paid.map(({ value }) => value)).size > 1
    : null;
}

/** “一档与太原一样多，相差0元。” */
export function sameText(
  [a, b]: readonly [string, string],
  figure: Figure,
): string {
  return `${a}与${b}一样多，相差${figureText(figure)}。`;
}

/** Three and more set against each other come to the same. */
export const ALL_ALIKE = "都一样多，没有差别。";

/** Sentences about which of two amounts is the larger. */
import type { Figure } from "../../engine/result.js";
import { figureText } from "./format.js";

/** “2023年比2022年多30元。” */
export function moreText(more: string, less: string, figure: Figure): string {
  return `${more}比${less}多${figureText(figure)}。`;
}

/** “一档与太原一样多，相差0元。” */
export function sameText(
  [a, b]: readonly [string, string],
  figure: Figure,
): string {
  return `${a}与${b}一样多，相差${figureText(figure)}。`;
}

/** Sentences about which of two amounts is the larger. */
import type { Figure } from "../../engine/result.js";
import { figureText } from "./format.js";

/** “2023年比2022年多30元。” */
export function moreText(more: string, less: string, figure: Figure): string {
  return `${more}比${less}多${figureText(figure)}。`;
}

export function sameText([a, b]: readonly [string, string]): string {
  return `${a}与${b}一样多。`;
}

/** First sentence on parts of a subsidy taken together. */
import type { Figure } from "../../engine/result.js";
import { moreText, sameText } from "./comparison-text.js";
import { figureText } from "./format.js";
import { figuresSentence } from "./verdict.js";

/** 太原市：中央财政补助与省级财政补助合计488元。 */
export const subsidyTogetherLead = (
  place: string,
  figures: readonly Figure[],
): string => `${place}${figuresSentence(figures)}。`;

/** 人均财政补助标准比一档个人缴费标准多290元。 */
export function ownBesideText(
  own: Figure,
  subsidy: Figure,
  apart: Figure,
  sign: number,
): string {
  const [more, less] = sign < 0 ? [own, subsidy] : [subsidy, own];
  return sign === 0
    ? sameText([subsidy.label, own.label], apart)
    : moreText(more.label, less.label, apart);
}

/** 一档个人缴费标准加人均财政补助标准：930元（每人每年）。 */
export const ownSumText = (sum: Figure): string =>
  `${sum.label}：${figureText(sum)}（每人每年）。`;

/** First sentence on parts of a subsidy taken together. */
import type { Figure } from "../../engine/result.js";
import { figuresSentence } from "./verdict.js";

/** 太原市：中央财政补助与省级财政补助合计488元。 */
export const subsidyTogetherLead = (
  place: string,
  figures: readonly Figure[],
): string => `${place}${figuresSentence(figures)}。`;

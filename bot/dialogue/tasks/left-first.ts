/** 一年封顶还剩多少, after a bill: what the bill leaves of the year's limit comes first. */
import type { Reply } from "../../phrasing/compose.js";
import { figuresSentence } from "../../phrasing/verdict.js";
import { caseName } from "../case-name.js";
import type { Context } from "../context.js";

/** The reply as it is, or led by what is left where that was asked. */
export function leftFirst(context: Context, care: string, told: Reply): Reply {
  const left = told.figures.filter(({ key }) => key.endsWith(".year_left"));
  if (!context.frame.asksLeft) return told;
  if (told.status !== "answered" || left.length === 0) return told;
  return {
    ...told,
    figures: [...left, ...told.figures.filter((one) => !left.includes(one))],
    lead: [
      `${caseName(context, care)}：${figuresSentence(left)}。`,
      ...told.lead,
    ],
  };
}

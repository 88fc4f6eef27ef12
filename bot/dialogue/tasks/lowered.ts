/** The outpatient deductible after years in which it was not exceeded. */
import type { Facts } from "../../../engine/request.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { figuresSentence } from "../../phrasing/verdict.js";
import type { Context } from "../context.js";
import { tabulate } from "../tabulate.js";
import { stated } from "./stated.js";

/** 连续两年没超过，起付线多少, 能降多少: the deductible that the years before bring, or what they take off. */
export function lowered(context: Context, known: () => Facts): Reply | null {
  const { frame } = context;
  const below = frame.given.years_below_deductible;
  if (below === undefined || !frame.aspects.includes("deductible")) return null;
  if (!frame.aspects.includes("change")) {
    const result = tabulate(context, "outpatient", {
      ...known(),
      eligible: "0",
    });
    const figures = result.figures.filter(
      ({ key }) => key === "outpatient.deductible",
    );
    if (result.status === "answered" && figures.length > 0)
      return reply(
        "answered",
        "outpatient",
        [`${figuresSentence(figures)}。`],
        {
          ...result,
          figures,
          steps: result.steps.slice(0, 1),
        },
      );
  }
  const years = Number.parseInt(below, 10);
  const told = stated(context, {
    ...CARE_CHANGE,
    only: ({ value }) =>
      value.kind === "deductible_change" &&
      (value.from_count ?? 1) <= years &&
      years <= (value.to_count ?? years),
  });
  return told.status === "answered" ? told : null;
}

/** What the years below the deductible change of it. */
const CARE_CHANGE = {
  intent: "outpatient",
  name: "普通门诊起付标准",
  topics: { amount: ["outpatient.deductible_change"] },
  beside: [],
  facets: ["insurance"],
  byPerson: false,
  byTier: false,
} as const;

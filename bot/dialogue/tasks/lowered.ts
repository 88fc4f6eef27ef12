/** The outpatient deductible after years in which it was not exceeded. */
import type { Facts } from "../../../engine/request.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { figuresSentence } from "../../phrasing/verdict.js";
import type { Context } from "../context.js";
import { ABOVE_LAST_YEAR } from "../../phrasing/asks.js";
import { exact as decimal } from "../../../engine/decimal.js";
import { tabulate } from "../tabulate.js";
import { exact } from "./amounts.js";
import { known } from "./known-facts.js";
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
        [
          `${figuresSentence(figures)}。`,
          ...(below === "0" ? [ABOVE_LAST_YEAR] : []),
        ],
        {
          ...result,
          figures,
          // Where nothing is taken off, the first step is one of the bill.
          steps: below === "0" ? [] : result.steps.slice(0, 1),
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

/** The topic of the rule on years that stayed below the deductible. */
const CONDITION = "fact.outpatient_deductible_condition";

/** 去年门诊花了1200，今年起付线多少: what was spent last year lies above the deductible, so nothing is taken off it. */
export function deductibleAfter(context: Context): Reply | null {
  if (context.frame.topics[0] !== CONDITION) return null;
  const after = afterLastYear(context);
  if (after === context) return null;
  const own = after.reading({ ...after.frame, aspects: ["deductible"] });
  return lowered(own, () => ({
    ...known(own),
    years_below_deductible: 0,
  }));
}

/** The question with no year below the deductible, where what was told of last year lies above it. */
export function afterLastYear(context: Context): Context {
  const { frame } = context;
  const spent = exact(context, "outpatient_last_year");
  if (spent === null || frame.given.years_below_deductible !== undefined)
    return context;
  const insurance = context.facet("insurance");
  const regular = tabulate(context, "outpatient", {
    ...(insurance === undefined ? {} : { insurance }),
    eligible: "0",
    years_below_deductible: 0,
  }).figures.filter(({ key }) => key === "outpatient.deductible");
  const exceeded =
    regular.length > 0 &&
    regular.every(({ value }) => decimal(spent).gt(decimal(value)));
  return exceeded
    ? context.reading({
        ...frame,
        given: { ...frame.given, years_below_deductible: "0" },
      })
    : context;
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

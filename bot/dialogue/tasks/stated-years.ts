/** Stated figures over several years: whose year each is, and for which years none is held. */
import type { CalcResult } from "../../../engine/result.js";
import { yearsUnstated } from "../../phrasing/verdict.js";
import type { Context } from "../context.js";
import { join } from "../results.js";
import type { Slot } from "../state.js";
import { benefitYears, yearLabel } from "../years.js";

/** What is stated in one year, tier by tier, and the rules without a figure in their own words. */
export interface InYear {
  results: CalcResult[];
  bare: string[];
}

interface OverYears extends InYear {
  years: Slot<number[]>;
  /** A sentence on the years without an answer, beside others that have one. */
  without: string[];
}

/** What is stated in each of the years that are asked about, as `inYear` finds it. */
export function overYears(
  context: Context,
  inYear: (year: number) => InYear,
  what: string,
): OverYears {
  const found = new Map<number, InYear>();
  const stated = (year: number): InYear => {
    const one = found.get(year) ?? inYear(year);
    found.set(year, one);
    return one;
  };
  const answers = (year: number): boolean =>
    stated(year).results.some(({ status }) => status === "answered");
  const years = risen(context, benefitYears(context), answers);
  const held = years.value.filter(answers);
  const told = held.length > 0 ? held : years.value;
  const rest = years.value.filter((year) => !told.includes(year));
  return {
    years: { ...years, value: told },
    results: told.flatMap((year) =>
      stated(year).results.map((one) => labelled(one, years.value, year)),
    ),
    bare: told.flatMap((year) => stated(year).bare),
    without: rest.length > 0 ? [yearsUnstated(yearLabel(rest), what)] : [],
  };
}

/** 起付线涨了多少, no year said and the year before not held: from this year to the next one, where both are. */
function risen(
  { frame, onYear }: Context,
  years: Slot<number[]>,
  answers: (year: number) => boolean,
): Slot<number[]> {
  const [before, now] = years.value;
  if (
    !frame.aspects.includes("increase") ||
    years.source !== "assumed" ||
    now !== onYear ||
    before === undefined ||
    answers(before)
  )
    return years;
  return answers(now) && answers(now + 1)
    ? { ...years, value: [now, now + 1] }
    : years;
}

/** Where several years are answered, each figure names its own. */
function labelled(
  result: CalcResult,
  years: readonly number[],
  year: number,
): CalcResult {
  if (years.length < 2) return result;
  const figures = result.figures.map((figure) => ({
    ...figure,
    label: `${year}年${figure.label}`,
    for: { year: String(year), ...figure.for },
  }));
  return { ...result, figures };
}

/** Several years: what is answered, is answered; else the first verdict. */
export function settle(results: readonly CalcResult[]): CalcResult {
  const answered = results.filter(({ status }) => status === "answered");
  const chosen = answered.length > 0 ? answered : results.slice(0, 1);
  return { ...join(chosen), status: chosen[0]?.status ?? "not_stipulated" };
}

/** 去年呢, after a figure that was looked up: that year is looked at beside the one of the question, and no bill told later is of it. */
import type { Meaning } from "../../nlu/meaning.js";
import { looksAt } from "./families.js";
import type { Frame } from "./state.js";

/** Marks the year that a follow-up brought in, where figures were looked up and no bill was told. */
export function markYearBeside(
  frame: Frame,
  before: Frame,
  { dates }: Meaning,
): void {
  const said = dates.some(({ role }) => role === "year");
  const other = `${frame.years?.value}` !== `${before.years?.value}`;
  const bills = before.amounts.length + frame.amounts.length > 0;
  if (said && other && !bills && looksAt(frame.task, "amount"))
    frame.yearBeside = true;
}

/** The question before, without such a year where a bill is told of which no year is said. */
export function withoutYearBeside(
  before: Frame,
  { amounts }: Pick<Meaning, "amounts">,
): Frame {
  if (!before.yearBeside || amounts.length === 0) return before;
  const { yearBeside: _, ...frame } = before;
  return { ...frame, years: null };
}

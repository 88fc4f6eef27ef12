/** 已经报了320，还能报多少, after the limit of next year: so much was paid of this year's. */
import type { Meaning } from "../../nlu/meaning.js";
import type { Frame } from "./state.js";

/** The question without a year to come that was only carried, where the message tells what was paid already. */
export function ofTheYearSoFar(
  frame: Frame,
  { amounts, dates }: Meaning,
  on: string,
): Frame {
  const paid = amounts.some(
    ({ role }) => role === "paid_this_year" || role === "paid_today",
  );
  const now = Number.parseInt(on.slice(0, 4), 10);
  const coming =
    frame.years?.source === "carried" &&
    frame.years.value.every((year) => year > now);
  return paid && coming && dates.length === 0
    ? { ...frame, years: null }
    : frame;
}

/** 已经报了320，还能报多少, after the limit of next year: so much was paid of this year's. */
import type { Meaning, Money } from "../../nlu/meaning.js";
import { namesAnother } from "./known.js";
import type { Frame } from "./state.js";

const SO_FAR = ["paid_this_year", "paid_today"];
const isSoFar = ({ role }: Pick<Money, "role">): boolean =>
  SO_FAR.includes(role);

/** 今天社区甲类80能报多少, after 今年已经报了200: the next bill of the year, of which so much was paid before. */
export function withSoFar(
  frame: Frame,
  before: Frame | undefined,
  meaning: Meaning,
  on: string,
): Frame {
  const { amounts, places, dates, concepts } = meaning;
  const ofYear = (before?.amounts ?? []).filter(
    ({ role }) => role === "paid_this_year",
  );
  const same =
    before !== undefined &&
    ofYear.length > 0 &&
    frame.task === before.task &&
    places.length === 0 &&
    !namesAnother(before, meaning);
  const bill = amounts.length > 0 && !amounts.some(isSoFar);
  const elsewhen =
    dates.some(({ role }) => role === "year") || concepts.includes("none_paid");
  if (!same || !bill || elsewhen || frame.amounts.some(isSoFar)) return frame;
  const year = `${before.years?.value[0] ?? on.slice(0, 4)}`;
  return {
    ...frame,
    amounts: [
      ...ofYear.map((one) => ({
        ...one,
        year: one.year ?? year,
        carried: true as const,
      })),
      ...frame.amounts,
    ],
  };
}

/** The question without a year to come that was only carried, where the message tells what was paid already. */
export function ofTheYearSoFar(
  frame: Frame,
  { amounts, dates }: Meaning,
  on: string,
): Frame {
  const paid = amounts.some(isSoFar);
  const now = Number.parseInt(on.slice(0, 4), 10);
  const coming =
    frame.years?.source === "carried" &&
    frame.years.value.every((year) => year > now);
  return paid && coming && dates.length === 0
    ? { ...frame, years: null }
    : frame;
}

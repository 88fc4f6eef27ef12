/** Which year a question is about, where it says so and where it does not. */
import type { Provision } from "../../knowledge/schema.js";
import type { AmountRole } from "../../nlu/meaning.js";
import type { Context } from "./context.js";
import { daysOf } from "./days.js";
import type { Slot } from "./state.js";

/** The years said, or the year of the day of the question. */
export function benefitYears(context: Context): Slot<number[]> {
  const { years, now, aspects, against } = context.frame;
  if (years && years.value.length > 0) {
    const [only, more] = years.value;
    const billed = billYear(context);
    if (more !== undefined && billed !== null && years.value.includes(billed))
      return { ...years, value: [billed] };
    if (only === undefined || more !== undefined) return years;
    if (against) return { ...years, value: [only, context.onYear] };
    // 明年起付线涨了，自付2万进大病多少: the bill is of its own year alone.
    if (!aspects.includes("increase") || hasBill(context)) return years;
    // 去年的起付线, then 起付线涨了多少: from the year spoken of to this one.
    const since = years.source === "carried" && only < context.onYear;
    return {
      ...years,
      value: since ? [only, context.onYear] : [only - 1, only],
    };
  }
  const written = writtenYear(context);
  if (written !== null) return { value: [written], source: "assumed" };
  const event = eventYear(context);
  if (event !== null) return { value: [event], source: "said" };
  const { onYear } = context;
  // 大病起付线涨了多少: against the year before.
  const rise = aspects.includes("increase") && !hasBill(context);
  const value = rise ? [onYear - 1, onYear] : [onYear];
  return { value, source: now ? "said" : "assumed" };
}

/** Whether an amount is told that is computed with, and not what was paid before. */
const hasBill = ({ frame }: Context): boolean =>
  frame.amounts.some(({ role }) => OF_BILLS.includes(role));
const OF_BILLS: readonly AmountRole[] = [
  "class_a",
  "class_b",
  "eligible",
  "self",
  "total",
];

/** 2022年报了230，2023年甲类60: the year of the bill, not of what was paid before. */
function billYear({ frame }: Context): number | null {
  const bill = frame.amounts.filter(({ role }) => !role.startsWith("paid_"));
  const [year, more] = new Set(bill.map((money) => money.year));
  return year === undefined || year === null || more !== undefined
    ? null
    : Number.parseInt(year, 10);
}

/** Asked what a document says, without a year, after the last year that the place's documents speak of: that year. */
function writtenYear({
  frame,
  onYear,
  knowledge,
  place,
}: Context): number | null {
  if (!frame.ofDocument || frame.now) return null;
  const ends = knowledge
    .noticesOf(place)
    .map(({ confirmed_to }) => Number.parseInt(confirmed_to.slice(0, 4), 10));
  const last = Math.max(...ends, 0);
  return last > 0 && last < onYear ? last : null;
}

/** The year of a day or month that was said: 2023年1月5号住院, 明年1月住院. */
function eventYear({ frame }: Context): number | null {
  for (const { role, reading } of frame.dates) {
    if (role === "year" || role === "born" || reading.from === undefined)
      continue;
    const before = reading.bound === "at_most" || reading.bound === "under";
    const year = Number.parseInt(reading.from.slice(0, 4), 10);
    return before && reading.from.slice(5) === "01-01" ? year - 1 : year;
  }
  return null;
}

/**
 * The years of a payment question. With 今年, 现在 or no year, while the next
 * year's fee is being collected (from 1 September to the end of its window),
 * the one being collected comes first and the running one second.
 */
export function paymentYears(context: Context): Slot<number[]> {
  const { years, now, against } = context.frame;
  const next = context.onYear + 1;
  const collected = collecting(context, next);
  if (years && years.value.length > 0 && !now)
    return against === null
      ? years
      : {
          ...years,
          value: besides(collected ? next : context.onYear, years, against),
        };
  const written = writtenYear(context);
  if (written !== null) return { value: [written], source: "assumed" };
  const source = now ? "said" : "assumed";
  const paid = paidOn(context);
  if (paid !== null && !now)
    return { value: [windowYear(context, paid)], source: "said" };
  if (context.frame.flags.still)
    return { value: [windowYear(context, context.on)], source };
  return collected
    ? {
        value: context.frame.oneYear ? [next] : [next, context.onYear],
        source,
      }
    : { value: [context.onYear], source };
}

/** 11月底交多少钱: the day or month of the payment tells which year's fee it is. */
function paidOn({ frame, on }: Context): string | null {
  if (frame.task !== "contribution" || frame.compare) return null;
  return daysOf(frame, on, "paid")?.[0] ?? null;
}

/**
 * 今年比去年 of payments, while the next year's fee is being collected: what is
 * collected this year, set against what was collected last year. Otherwise the
 * years as they were said.
 */
export function asCollected(context: Context): Context {
  const { frame } = context;
  const compared = frame.compare || frame.aspects.includes("increase");
  const meant =
    frame.flags.this_and_last === true &&
    compared &&
    frame.years !== null &&
    collecting(context, context.onYear + 1);
  if (!meant || !frame.years) return context;
  const { years, people } = frame;
  return context.reading({
    ...frame,
    now: false,
    years: { value: years.value.map((year) => year + 1), source: "assumed" },
    people: people && {
      ...people,
      value: people.value.map((one) =>
        one.year === undefined || one.school
          ? one
          : { ...one, year: one.year + 1 },
      ),
    },
  });
}

/** The year of the question and the one it is compared with: 比去年 is the year before it. */
export function besides(
  own: number,
  { value }: Slot<number[]>,
  against: Context["frame"]["against"],
): number[] {
  const other = against === "year_before" ? [own - 1] : value;
  return [...new Set([own, ...other])];
}

/** Collection of the next year's fee begins on this day of the year. */
const COLLECTION_BEGINS = "09-01";

/** The first day on which the fee of a coverage year is taken to be collected. */
function collectionBegins(coverageYear: number): string {
  return `${coverageYear - 1}-${COLLECTION_BEGINS}`;
}

function collecting(context: Context, coverageYear: number): boolean {
  const window = windowOf(context, coverageYear);
  if (!window) return context.on >= collectionBegins(coverageYear);
  if (window.value.kind !== "window" || window.value.to === null) return false;
  return (
    context.on >= collectionBegins(coverageYear) &&
    context.on <= window.value.to
  );
}

/** The rule on when the contribution of a coverage year is collected. */
function windowOf(
  context: Context,
  coverageYear: number,
): Provision | undefined {
  const day = `${coverageYear}-01-01`;
  for (const place of context.knowledge.jurisdictions.chain(context.place))
    for (const provision of context.knowledge.provisions(
      place,
      "enrolment.window",
    ))
      if (
        provision.force === "rule" &&
        provision.period.from <= day &&
        day <= provision.trusted_to
      )
        return provision;
  return undefined;
}

/** The coverage year in whose window a day of payment lies, or whose window it missed last. */
export function windowYear(context: Context, paid: string): number {
  const year = Number.parseInt(paid.slice(0, 4), 10);
  const windows = [year + 1, year].map((coverage) => ({
    coverage,
    from: dayOfWindow(context, coverage, "from"),
    to: dayOfWindow(context, coverage, "to"),
  }));
  const inside = windows.find(
    ({ from, to }) =>
      to !== null && paid <= to && (from === null || from <= paid),
  );
  const missed = windows.find(({ to }) => to !== null && to < paid);
  return (inside ?? missed)?.coverage ?? year;
}

function dayOfWindow(
  context: Context,
  coverage: number,
  end: "from" | "to",
): string | null {
  const value = windowOf(context, coverage)?.value;
  if (value?.kind !== "window") return null;
  return value[end] ?? (end === "from" ? collectionBegins(coverage) : null);
}

/** “2022-2023” for the school year that begins in this year. */
export function schoolYear(first: number): string {
  return `${first}-${first + 1}`;
}

/** The first year of the school year in which a day lies; school years begin on 1 September. */
export function schoolYearOf(day: string): number {
  const year = Number.parseInt(day.slice(0, 4), 10);
  return day.slice(5) >= "09-01" ? year : year - 1;
}

/** 2023年度, or 2022年度和2023年度. */
export function yearLabel(years: readonly number[]): string {
  return years.map((year) => `${year}年度`).join("、");
}

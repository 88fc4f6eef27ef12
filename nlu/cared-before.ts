/** Care that was used before its insurance was paid for. */
import { yearOf } from "../knowledge/dates.js";
import type { DateFact } from "./meaning.js";
import type { Reading } from "./numbers/reading.js";

const NO_YEAR = "t=XXXX";

/** 今天才交，上个月看的病: whether care is told of a time before the payment. */
export function caredBefore(dates: readonly DateFact[], on: string): boolean {
  // 2月20号交的，1月份住院: days of the year that it is.
  const dayOf = ({ from, value }: Reading): string | undefined =>
    from ??
    (value.startsWith(NO_YEAR)
      ? `${yearOf(on)}${value.slice(NO_YEAR.length)}`
      : undefined);
  const froms = (...roles: string[]): string[] =>
    dates.flatMap(({ role, reading }) =>
      roles.includes(role) && reading.kind !== "year"
        ? (dayOf(reading) ?? [])
        : [],
    );
  const [paid] = froms("paid", "joined");
  return paid !== undefined && froms("visit").some((day) => day < paid);
}

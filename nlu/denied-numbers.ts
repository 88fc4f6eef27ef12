/** Numbers that a message takes back: 不是3万，是5万; 不是2023年，是2022年; and 毕业当年, which is any year. */
import type { Reading } from "./numbers/reading.js";

/** 是不是3万 asks. */
const TAKEN_BACK = /(?<!是)(不是|并非|不要|别算)(的?是)?$/;

/** The readings without those taken back, where another of the kind stands in their place. */
export function withoutDenied(
  plain: string,
  readings: readonly Reading[],
): Reading[] {
  const denied = readings.filter(
    (one) =>
      TAKEN_BACK.test(plain.slice(Math.max(0, one.span[0] - 4), one.span[0])) ||
      isSlip(plain, one, readings),
  );
  return readings.filter(
    (one) =>
      !isAnyYear(plain, one, readings) &&
      (!denied.includes(one) ||
        !readings.some(
          (other) => kindOf(other) === kindOf(one) && !denied.includes(other),
        )),
  );
}

/** 我明年…不是，今年6月毕业; 花了3万 不对 5万: put right in the same breath by one of its kind. */
function isSlip(
  plain: string,
  one: Reading,
  readings: readonly Reading[],
): boolean {
  const slip = SLIP.exec(plain.slice(one.span[1]));
  const end = one.span[1] + (slip?.[0].length ?? 0);
  return (
    slip !== null &&
    readings.some(
      (other) =>
        kindOf(other) === kindOf(one) &&
        other.span[0] >= end &&
        other.span[0] - end <= NEXT_WORDS,
    )
  );
}
const SLIP =
  /^[^，,。；;！!？?\s\d不]{0,3}[.。…，,~\s]*(啊|哦|呃|哎|噢|唉)*[，,\s]*(不是|不对|说错了?|讲错了?|错了|口误)(不是|不对|哈|啊|哦|了)*[，,。.…\s]+/;
const NEXT_WORDS = 6;

/** A year, a month and a day each put the other right. */
const kindOf = ({ kind }: Reading): string =>
  ["year", "month", "date"].includes(kind) ? "day" : kind;

/** 毕业当年的待遇到几月: the year in which somebody leaves, whichever it is; not 2022年毕业，当年…. */
function isAnyYear(
  plain: string,
  { span, text, kind }: Reading,
  readings: readonly Reading[],
): boolean {
  return (
    text === "当年" &&
    /(毕业|离校)的?$/.test(plain.slice(0, span[0])) &&
    readings.filter((other) => other.kind === kind).length === 1
  );
}

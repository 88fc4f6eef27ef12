/** Numbers that a message takes back: 不是3万，是5万; 不是2023年，是2022年; and 毕业当年, which is any year. */
import type { Reading } from "./numbers/reading.js";

/** 是不是3万 asks. */
const TAKEN_BACK = /(?<!是)(不是|并非|不要|别算)(的?是)?$/;

/** The readings without those taken back, where another of the kind stands in their place. */
export function withoutDenied(
  plain: string,
  readings: readonly Reading[],
): Reading[] {
  const denied = readings.filter(({ span }) =>
    TAKEN_BACK.test(plain.slice(Math.max(0, span[0] - 4), span[0])),
  );
  return readings.filter(
    (one) =>
      !isAnyYear(plain, one, readings) &&
      (!denied.includes(one) ||
        !readings.some(
          (other) => other.kind === one.kind && !denied.includes(other),
        )),
  );
}

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

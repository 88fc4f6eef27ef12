/** Several years of payments told as one stretch: 22到23两年, 2023年到2027年, 五年一共. */
import type { Meaning } from "../../nlu/meaning.js";
import type { Reading } from "../../nlu/numbers/reading.js";

/** Set where so many years are to be paid for and no words say which. */
export const YEARS_TOGETHER = "years_together";

/** No more years than these are told one by one. */
const MOST = 10;

/** The years of a stretch from the first day of one to that of another. */
export function yearsOfRange({ kind, from, to }: Reading): number[] {
  const whole = kind === "range" && isNewYear(from) && isNewYear(to);
  if (!whole) return [];
  const first = Number.parseInt(from ?? "", 10);
  const many = Number.parseInt(to ?? "", 10) - first;
  return many > 1 && many <= MOST
    ? Array.from({ length: many }, (_, at) => first + at)
    : [];
}

const isNewYear = (day: string | undefined): boolean =>
  day?.endsWith("-01-01") === true;

/** 二档五年多交多少, 三年一共交多少: the payments of so many years, none of which is named. */
export function tellsYearsTogether({ plain, dates, counts }: Meaning): boolean {
  const dated = dates.some(
    ({ role, reading }) => role === "year" || yearsOfRange(reading).length > 0,
  );
  return (
    !dated &&
    counts.some(
      ({ kind, value, span: [from] }) =>
        kind === "period" &&
        /^d=P([2-9]|10)Y$/.test(value) &&
        TOGETHER.test(plain.slice(from)) &&
        !NO_STRETCH.test(plain.slice(0, from)),
    )
  );
}

/** What follows 五年 where the payments of all of them are meant. */
const TOGETHER =
  /^[一二两三四五六七八九十\d]+年(下来|的|里|总的?|加起来|合起来|合到一起|(二档|一档)?比(一档|二档))*(我们?|俺|咱们?|要|得|该|会|能|就|统共|总共|一共|共计?|合计)*([多少][交缴掏花出]|差|相差|省|便宜|[交缴掏]好?多少|一共|总共|合计)/;
/** 断了三年, 交了五年, 近两年: years gone by. */
const NO_STRETCH =
  /([断停欠漏]|没[交缴]|[交缴]|参保|[断停欠漏交缴保]了|近|过去|前|这|连续)(着|有|快|整整)?$/;

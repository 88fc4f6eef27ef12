/** 断了两个月, 备案办了4个月: a day told by how long ago it was. */
import { addDays, addMonths } from "../../../knowledge/dates.js";
import type { Context } from "../context.js";

/** 3M, 0.5Y, 1Y2M, 3M5D, 20D: a length in years, months and days. */
const LENGTH =
  /^d=P(?=\d)(?:(\d{1,2})(\.5)?Y)?(?:(\d{1,2})(\.5)?M)?(?:(\d{1,3})D)?$/;
/** 两个半月: half a month in days. */
const HALF_MONTH = 15;

/** 断了两个月, 断缴半年, 断了三个月零五天: the day so long before the question. */
export function monthsSince(context: Context): string | null {
  for (const { kind, value, about, bound } of context.frame.counts) {
    const length = LENGTH.exec(value);
    if (kind !== "period" || about || !length) continue;
    const [, years, half, months, halfMonth, days] = length;
    const whole = (digits: string | undefined): number =>
      Number.parseInt(digits ?? "0", 10);
    const back =
      whole(years) * 12 + (half === undefined ? 0 : 6) + whole(months);
    const more = halfMonth === undefined ? 0 : HALF_MONTH;
    // 断了超过三个月: longer than that, by a day at least.
    const over = bound === "over" ? 1 : 0;
    return addDays(addMonths(context.on, -back), -whole(days) - more - over);
  }
  return null;
}

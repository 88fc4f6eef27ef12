/** The same bill on several days: 连着两天，每天100; 两天各看一次，每次100. */
import { smallCount } from "./household.js";

const EACH_DAY =
  /(每|一)天(都|也|的)?[^，,。；;！!？?]{0,12}\d|天(都|分别)?各[^，,。；;！!？?]{0,6}[一1]?[次回趟]/;
const DAYS =
  /(?<![第每\d.])(\d{1,2}|[两二三四五六七八九十]{1,2})天(?![^，,。；;]{0,2}(内|前|后|以))/;

/** On how many days a bill of the amounts told is paid; null where nothing says more than one. */
export function visitDays(plain: string): number | null {
  if (!EACH_DAY.test(plain)) return null;
  const days = smallCount(DAYS.exec(plain)?.[1] ?? "");
  return days !== null && days > 1 ? days : null;
}

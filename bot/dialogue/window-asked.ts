/** What a short message leaves unsaid after an enrolment window or a fee: the month of “23号”, of what “还有几天” counts the days, what “过期了” is past. */
import { isDate, shiftMonth } from "../../knowledge/dates.js";
import { smallCount } from "../../nlu/household.js";
import type { World } from "./context.js";
import { dayOf } from "./days.js";
import type { Frame, State } from "./state.js";

/** Longer messages say what they mean. */
const SHORT = 16;

const NUMERAL =
  "\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]";
/** 23号, 这个月25日; not 12月23号 and not 27号文. */
const DAY = new RegExp(
  `(?<![\\d月第几])(?:(?<month>这个?月|本月|当月|下个?月))?(?<day>${NUMERAL})[号日](?![文楼线院卡令机店])`,
);
const DAYS_LEFT =
  /^(那|现在|离截止|到截止|距离?截止)*(还|只|就|才)*(有|差|剩下?|余|能交)(多少|几|好多)[天日](了|可以?交|能交)?(啊|呢|吗)?[？?]?$/;
const PAST =
  /^(那|要是|如果|万一|假如)*(过期|过了?期|逾期|超期|超时|迟了|晚了|交?[迟晚]了|过了|过)(了)?(的话)?(?=[咋怎还能就会可补有得])/;

/** The message in whole words. */
export function withWindow(
  { frames, pending }: State,
  text: string,
  { on }: World,
): string {
  const last = frames.at(-1);
  const said = text.trim();
  if (!last || pending !== null || said.length > SHORT) return text;
  if (last.task !== "enrolment" && !isFee(last)) return text;
  if (DAYS_LEFT.test(said)) return "离集中参保期截止还有几天";
  if (PAST.test(said)) return said.replace(PAST, "错过集中参保期");
  return said.replace(DAY, (words, ...rest) => {
    const groups = rest.at(-1) as { month?: string; day: string };
    const day = dayMeant(groups, last, on);
    return day === null ? words : day;
  });
}

/** The last day to pay stands beside a fee that is being collected. */
const isFee = ({ task, now, years }: Frame): boolean =>
  task === "contribution" && (now || years === null);

/** The day in the month spoken of, else the next day of that number. */
function dayMeant(
  { month, day: said }: { month?: string; day: string },
  last: Frame,
  on: string,
): string | null {
  const count = smallCount(said);
  if (count === null) return null;
  const own = on.slice(0, 7);
  const spoken = dayOf(last, on, "paid", "unknown")?.slice(0, 7);
  const day = count < 10 ? `0${count}` : `${count}`;
  const later = month?.startsWith("下") || (!month && `${own}-${day}` < on);
  const of = (!month && spoken) || (later ? shiftMonth(own, 1) : own);
  if (!isDate(`${of}-${day}`)) return null;
  const [year = "", number = ""] = of.split("-");
  return `${year}年${number.replace(/^0/, "")}月${count}号`;
}

/** The same bill on several days: 连着两天，每天100; 两天各看一次，每次100. Visits counted are of different days, unless one day is told. */
import { smallCount } from "./household.js";

const EACH_DAY =
  /(每|一)天(都|也|的)?[^，,。；;！!？?]{0,12}\d|天(都|分别)?各[^，,。；;！!？?]{0,6}[一1]?[次回趟]/;
/** 一个月去了5次，每次50: in so long a time the visits are of different days. */
const EACH_VISIT =
  /(个月|今年|一年|半年)[^，,。；;\d]{0,6}?(\d{1,2}|[两二三四五六七八九十]{1,2})[次回趟][，,\s]*[每一][次回趟]/;
const DAYS =
  /(?<![第每\d.])(\d{1,2}|[两二三四五六七八九十]{1,2})天(?![^，,。；;]{0,2}(内|前|后|以))/;

/** 两天都这么看, 连着看三天呢, after a bill: that bill on so many days. */
const SAME_EACH_DAY =
  /连[着续][^，,。；;\d]{0,3}(?:\d{1,2}|[两二三四五六七八九十]{1,2})天|天[都全](?:是|要|得|去|来)*(?:这么|这样|这个样|一样|照这|同样)/;

/** 今天和昨天各花30: the days by their names. */
const NAMED_DAYS =
  /((?:今天|昨天|前天|大前天|\d{1,2}[号日]|周[一二三四五六日])(?:[和跟与、]|还有)?){2,}(?=(都|也|分别)?(去|看|花)?了?各)/;
const NAMED_DAY = /今天|昨天|大?前天|\d{1,2}[号日]|周[一二三四五六日]/g;

/** 看了三次一共花了300: several visits, and only what they came to together. */
const TOGETHER =
  /(看|去|跑|拿|开)[了过]?[^，,。；;\d]{0,5}?(几|好几|多|\d{1,2}|[两二三四五六七八九十]{1,2})[次趟回天](?!的|最多|能报|封顶)/;

/** Whether the amount told is what several visits came to. */
export const areVisitsTogether = (plain: string): boolean =>
  TOGETHER.exec(plain)?.[2] !== "1" &&
  TOGETHER.test(plain) &&
  !/每[次趟回天]|各/.test(plain) &&
  visitDays(plain) === null;

/** 一天去两回，每回70; 今天上午下午各看了一次，每次甲类60: so many visits of the same bill on one day. */
const ON_ONE_DAY =
  /同一?天|当天|一天(?!最多|能报|封顶)|今天|昨天|今儿|[上下]午|早上|晚上/;
const VISITS_COUNTED = /(?<!第)(?<count>[2-9]|[两二三四五六七八九])[次回趟]/;
const EACH_OF_THEM =
  /[每一][次回趟][^，,。；;！!？?]{0,10}\d|[次回趟]?(都|分别)?各[^，,。；;！!？?次回趟]{0,6}\d/;
/** 上午下午各看了一次: two. */
const TWICE =
  /(上午|早上|中午)(和|跟|、|一次)?[^，,。；;]{0,4}?(下午|晚上)[^，,。；;\d]{0,3}(各|都|分别)/;

/** How many visits of the same bill are told of one day; 1 where nothing says more. */
export function visitsOnOneDay(plain: string): number {
  if (!ON_ONE_DAY.test(plain) || visitDays(plain) !== null) return 1;
  if (!EACH_OF_THEM.test(plain) || LONG.test(plain)) return 1;
  const counted = VISITS_COUNTED.exec(plain)?.groups?.count;
  if (counted !== undefined) return smallCount(counted) ?? 1;
  return TWICE.test(plain) ? 2 : 1;
}
/** 一个月去了5次: in so long a time not all of them are of one day. */
const LONG = /个?月|今年|一年|半年|星期|礼拜|周/;

/** On how many days a bill of the amounts told is paid; null where nothing says more than one. */
export function visitDays(plain: string): number | null {
  const told =
    EACH_DAY.test(plain) || SAME_EACH_DAY.test(plain)
      ? DAYS.exec(plain)?.[1]
      : EACH_VISIT.exec(plain)?.[2];
  const named = NAMED_DAYS.exec(plain)?.[0].match(NAMED_DAY);
  const days = named ? new Set(named).size : smallCount(told ?? "");
  return days !== null && days > 1 ? days : null;
}

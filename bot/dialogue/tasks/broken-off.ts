/** From when employee insurance broke off until residents' insurance was joined: the days that the words leave open. */
import { addDays, yearOf } from "../../../knowledge/dates.js";
import type { CalcResult } from "../../../engine/result.js";
import type { DateRole } from "../../../nlu/meaning.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { dateText } from "../../phrasing/format.js";
import type { Context } from "../context.js";
import { daysOf } from "../days.js";
import type { Frame } from "../state.js";

type Days = readonly [first: string, last: string];

/** 现在才参居民医保: the day of the question is the day of joining, unless another was told since. */
export const joinsNow = ({ frame, on }: Context): boolean =>
  frame.flags.joins_now === true &&
  daysOf(frame, on, "joined", "paid") === null;

/**
 * 5月断的7月买的, 1月底停保11月才参: computed for the longest and the shortest
 * time between; where they do not agree, from which day on it holds, told where
 * the day of joining is known. Null where no time is told.
 */
export function betweenMonths(
  context: Context,
  since: string | null = null,
): { result: CalcResult; told: Reply | null } | null {
  const told = daysBetween(context, since);
  if (!told) return null;
  const [broke, joined] = told;
  const between = (from: string, to: string): CalcResult =>
    context.calc("waiting_period", {
      employee_interrupted_on: from,
      joined_on: to,
    });
  const longest = between(broke[0], joined[1]);
  const shortest = between(
    broke[1],
    joined[0] < broke[1] ? broke[1] : joined[0],
  );
  const agree = longest.status === shortest.status;
  const first = agree ? null : firstExempt(context, broke, joined);
  if (!agree && !first) return null;
  for (const [slot, days, what] of [
    ["employee_interrupted_on", broke, "中断职工医保"],
    ["joined_on", joined, "参保"],
  ] as const)
    context.note(slot, valueOf(days), `${nameOf(days)}${what}`, "said");
  return { result: longest, told: first };
}

/** 7月离职，现在才参: broken off on that day of the month or later, there is no waiting period; earlier, there may be one. */
function firstExempt(
  context: Context,
  broke: Days,
  joined: Days,
): Reply | null {
  if (joined[0] !== joined[1]) return null;
  for (let day = broke[0]; day <= broke[1]; day = addDays(day, 1)) {
    const result = context.calc("waiting_period", {
      employee_interrupted_on: day,
      joined_on: joined[1],
    });
    if (result.status !== "answered") continue;
    return reply(
      "answered",
      "waiting_period",
      [
        `要看${nameOf(broke)}哪一天中断：${dateText(day)}及以后中断的，不设等待期；之前中断的，文件没有写明免等待期，等待期有多长也没有写。`,
      ],
      result,
    );
  }
  return null;
}

/** When it broke off and when the other was joined, the second not before the first. */
function daysBetween(
  context: Context,
  since: string | null,
): [Days, Days] | null {
  const { frame, on } = context;
  const broke =
    daysOf(frame, on, "interrupted") ?? (since && ([since, since] as const));
  const joined =
    daysOf(frame, on, "joined", "paid") ??
    (joinsNow(context) ? ([on, on] as const) : null);
  if (!broke || !joined) return null;
  if (joined[1] >= broke[0]) return [broke, joined];
  // 11月断的1月参的: the turn of a year lies between, where no year is said.
  if (isUndated(frame, "interrupted")) {
    const before: Days = [ofYear(broke[0], -1), ofYear(broke[1], -1)];
    return joined[1] >= before[0] ? [before, joined] : null;
  }
  if (!isUndated(frame, "joined") && !isUndated(frame, "paid")) return null;
  return [broke, [ofYear(joined[0], 1), ofYear(joined[1], 1)]];
}

const isUndated = ({ dates }: Frame, wanted: DateRole): boolean =>
  dates.some(
    ({ role, reading }) => role === wanted && reading.value.includes("XXXX"),
  );

const ofYear = (day: string, more: number): string =>
  `${yearOf(day) + more}${day.slice(4)}`;

const valueOf = ([first, last]: Days): string =>
  first === last ? first : first.slice(0, 7);

function nameOf([first, last]: Days): string {
  const number = (text: string): number => Number.parseInt(text, 10);
  const month = `${first.slice(0, 4)}年${number(first.slice(5, 7))}月`;
  return first === last ? `${month}${number(first.slice(8))}日` : month;
}

type Length = [event: string, ground: string, time: string];

/** Why the clause does not reach: more time lay between than it allows, and no length is stated. */
export function tooLate(
  { knowledge, place, conditions }: Context,
  { citations }: CalcResult,
): string[] {
  const told = (wanted: string): boolean =>
    conditions.some(({ slot }) => slot === wanted);
  const waits = knowledge
    .provisions(place, "waiting.exempt")
    .filter(({ clause }) => citations.some((one) => one.clause === clause));
  const lengths = waits.flatMap(({ value, where }): Length[] => {
    if (value.kind !== "wait") return [];
    const { within_months: months, within_days: days } = value;
    if (told("born_on"))
      return days === undefined ? [] : [["出生", "出生后", `${days}天`]];
    return told("employee_interrupted_on") && where.group && months
      ? [["职工医保中断", "中断缴费", `${months}个月`]]
      : [];
  });
  const [length] = lengths;
  if (!length) return [];
  const [event, ground, time] = length;
  return [
    `${event}到参保超过${time}，不合${ground}${time}内参保不设等待期这一条；等待期有多长、从哪天起能报，文件没有写。`,
  ];
}

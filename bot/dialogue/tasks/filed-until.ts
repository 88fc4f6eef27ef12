/** Until when something filed on a day that was told is valid: 4月20号备的案还有效吗. */
import { addMonths } from "../../../knowledge/dates.js";
import { statedFigures } from "../../../engine/reference.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { dateText } from "../../phrasing/format.js";
import type { Context } from "../context.js";
import type { Meaning } from "../../../nlu/meaning.js";
import { daysOf } from "../days.js";
import { look, state } from "../lookup.js";
import { benefitYears } from "../years.js";
import { monthsSince } from "./months-since.js";

/** The condition under which a frame tells how long ago it was filed. */
export const FILED_AGO = "filed_ago";

/** 备案办了4个月了, 备了三个月案: so long ago. */
const SO_LONG =
  /备(了|好|过)?案?[^，,。；;！!？?]{0,4}?(办|备|用|过|有|案)(了|好|过|掉)?(快|已经|都|有)*([\d一二两三四五六七八九十]+|半)个?半?(月|年)/;

export const tellsFiledAgo = ({ plain }: Meaning): boolean =>
  SO_LONG.test(plain);

/** The day so long before the question, twice as a stretch of days. */
function filedAgo(context: Context): [string, string] | null {
  const since =
    context.frame.flags[FILED_AGO] === true ? monthsSince(context) : null;
  return since === null ? null : [since, since];
}

/** The end of the validity of a figure's key: filing.validity, filing.to. */
const VALIDITY = /^(.+)\.validity$/;

/**
 * The last day of a validity that a rule states in months, counted from the
 * day told, and whether the day of care (else that of the question) lies in
 * it; null where no such rule or day is there, or the month told leaves it open.
 */
export function filedUntil(context: Context): Reply | null {
  const filed =
    daysOf(context.frame, context.on, "joined", "unknown") ?? filedAgo(context);
  const years = benefitYears(context);
  const year = years.value[0] ?? context.onYear;
  if (!filed || filed[0] > context.on) return null;
  const [rule] = context.frame.topics.flatMap(
    (topic) =>
      look(context, { topic, from: `${year}-01-01`, to: `${year}-12-31` })
        .rules,
  );
  const figure = (rule ? statedFigures(context.knowledge, rule) : []).find(
    ({ key, unit }) => VALIDITY.test(key) && unit === "个月",
  );
  if (!rule || !figure) return null;
  const months = Number.parseInt(figure.value, 10);
  const [first, last] = [
    addMonths(filed[0], months),
    addMonths(filed[1], months),
  ];
  const day = context.frame.dates.some(({ role }) => role === "visit")
    ? (daysOf(context.frame, context.on, "visit")?.[0] ?? context.on)
    : context.on;
  if (first < day && day <= last) return null;
  const result = state(context, [rule]);
  const citations = result.citations.map((_, at) => at);
  const to = {
    key: figure.key.replace(VALIDITY, "$1.to"),
    type: "date" as const,
    label: "备案有效期到",
    value: last,
    unit: "",
    citations,
  };
  const exact = first === last;
  return reply(
    "answered",
    "fact",
    [
      exact
        ? `${dateText(filed[0])}备案，有效期到${dateText(last)}，${dateText(day)}${day <= last ? "还在有效期内" : "已经过了有效期"}。`
        : `从备案那天算起，${dateText(day)}${day <= first ? "还在有效期内" : "已经过了有效期"}。`,
      ...(rule.value.kind === "text" ? [rule.value.says] : []),
    ],
    {
      ...result,
      figures: exact ? [to, ...result.figures] : result.figures,
      caveats: exact
        ? [
            ...result.caveats,
            {
              code: "derived" as const,
              text: `到期日由备案的那天加${months}个月推算，文件没有直接写是哪一天。`,
            },
          ]
        : result.caveats,
    },
  );
}

/** Graduates: from and until when their benefits run. */
import { lastDayOfMonth } from "../../../knowledge/dates.js";
import type { CalcResult } from "../../../engine/result.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { figureText } from "../../phrasing/format.js";
import { clauseSays, verdictLead } from "../../phrasing/verdict.js";
import type { Context } from "../context.js";
import { dayOf, monthOf } from "../days.js";
import type { Frame } from "../state.js";
import { benefitYears } from "../years.js";
import { factsReply, names, topicsNaming } from "./facts.js";

const GRADUATE = ["毕业生"];

/** Graduates: from and until when their benefits run. */
export function graduate(context: Context): Reply {
  const years = benefitYears(context);
  return (
    graduateCase(context, years.value[0] ?? context.onYear) ??
    graduateRules(context, years)
  );
}

/** 2022年毕业生11月20号参保: a day without its year is of the year of graduation. */
function inYear(frame: Frame, year: number): Frame {
  return {
    ...frame,
    dates: frame.dates.map((date) => ({
      ...date,
      reading: {
        ...date.reading,
        value: date.reading.value.replace("XXXX", `${year}`),
      },
    })),
  };
}

/** With the month or day of joining: computed for the first and the last day of it, which must agree. */
function graduateCase(context: Context, year: number): Reply | null {
  const frame = inYear(context.frame, year);
  const now = context.frame.flags.joins_now === true ? context.on : null;
  const day = dayOf(frame, context.on, "joined", "paid") ?? now;
  const month = monthOf(frame, context.on, "joined", "paid", "unknown");
  if (day === null && month === null) return null;
  const days =
    day !== null ? [day] : [`${month}-01`, lastDayOfMonth(`${month}-01`)];
  const paid = context.frame.flags.paid_that_year;
  const results = days.map((joined_on) =>
    context.calc("waiting_period", {
      group: GRADUATE[0],
      graduated_in: year,
      joined_on,
      paid_that_year: paid ?? true,
    }),
  );
  const values = results.map(
    ({ status, figures }) => status + figures.map(({ value }) => value).join(),
  );
  const result = results[0];
  if (!result || new Set(values).size > 1) return null;
  if (result.status === "not_stipulated") return outsideOf(context, result);
  if (result.status !== "answered") return null;
  context.note("year", year, `${year}年毕业`, "said");
  const from = result.figures.find(({ key }) => key === "benefit.from");
  const to = result.figures.find(({ key }) => key === "benefit.to");
  // 今年六月毕业，管到好久: until when, whatever was paid and when.
  if (to)
    return reply(
      "answered",
      "graduate",
      [`${year}年毕业的大学生，待遇享受到${figureText(to)}。`],
      result,
    );
  return reply(
    "answered",
    "graduate",
    [
      `${paid === undefined ? `补缴${year}年费用的，` : ""}${from ? `待遇从${figureText(from)}起享受。` : "不设等待期。"}`,
    ],
    paid === undefined
      ? {
          ...result,
          caveats: [
            ...result.caveats,
            {
              code: "assumed",
              text: `您没有说交的是哪一年的费用，按补缴${year}年的费用回答。`,
            },
          ],
        }
      : result,
  );
}

/** Joined when no clause reaches any more: which days the clause does name lets the person compare. */
function outsideOf(context: Context, result: CalcResult): Reply | null {
  const named = result.citations
    .slice(0, 1)
    .map(({ quote }) => clauseSays(quote));
  if (named.length === 0) return null;
  const subject = {
    place: context.placeLabel,
    period: "",
    what: "这时候参保的毕业生待遇从哪天起",
  };
  const [verdict = "", ...more] = verdictLead(
    result,
    subject,
    context.knowledge,
  );
  return reply(
    "not_stipulated",
    "graduate",
    [verdict, ...named, ...more],
    result,
  );
}

/** What is stated of graduates, of this year and the next where none is said. */
function graduateRules(
  context: Context,
  years: { value: number[]; source: "said" | "carried" | "assumed" },
): Reply {
  const told =
    years.source === "assumed"
      ? { value: [context.onYear, context.onYear + 1], source: years.source }
      : years;
  return factsReply(
    context,
    "graduate",
    topicsNaming(context, GRADUATE),
    told,
    {},
    (provision) => names(provision, GRADUATE),
  );
}

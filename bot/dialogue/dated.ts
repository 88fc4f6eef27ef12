/** From when and until when a rule or a document holds, with the words that state it. */
import { passage } from "../../engine/citations.js";
import type { Citation } from "../../engine/result.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Notice, Provision } from "../../knowledge/schema.js";
import { squeeze } from "../../knowledge/text.js";
import { dateText } from "../phrasing/format.js";

/** A day that a notice states: how exactly, and where. */
export interface Stated {
  /** ISO. */
  day: string;
  /** As far as the words go: 2017年, 2016年10月, 2010年9月1日. */
  words: string;
  citation: Citation;
}

/** Of a year alone its first or last day is meant, of a month alone likewise; the most exact form first. */
function formsOf(day: string, end: "since" | "until"): string[] {
  const [year = "", month = "", date = ""] = day.split("-");
  const ofYear = `${month}-${date}` === (end === "since" ? "01-01" : "12-31");
  const ofMonth = end === "since" ? date === "01" : date >= "28";
  const plain = dateText(`${year}-${month}`);
  return [
    dateText(day),
    day.replaceAll("-", "."),
    ...(ofMonth ? [plain] : []),
    ...(ofYear ? [`${year}年`] : []),
  ];
}

/** A day of the notice itself with the clause that states it, where the text held has it. */
export function dayInNotice(notice: Notice, day: string | null): Stated | null {
  if (day === null) return null;
  const misprinted = notice.source_errors
    .filter(({ read_as }) => squeeze(read_as).includes(dateText(day)))
    .map(({ found }) => squeeze(found));
  const forms = [dateText(day), day.replaceAll("-", "."), ...misprinted];
  const clause = notice.clauses.find(
    ({ id, text }) =>
      !NUMBERED.test(id) && forms.some((form) => squeeze(text).includes(form)),
  );
  return clause
    ? {
        day,
        words: dateText(day),
        citation: passage(notice, clause.id, clause.text),
      }
    : null;
}

/** A clause that rules on something: the same day in it is that of its matter. */
const NUMBERED = /^[（(]?[一二三四五六七八九十]/;

/** From or until when the provision holds: as its own words say, else as the notice's. */
export function dayOfProvision(
  { period, quote, clause, context, notice }: Provision,
  end: "since" | "until",
  { notices }: Knowledge,
): Stated | null {
  const day = end === "since" ? period.from : period.to;
  if (day === null) return null;
  const forms = formsOf(day, end);
  for (const said of [{ clause, quote }, ...context]) {
    const form = forms.find((one) => squeeze(said.quote).includes(one));
    if (form !== undefined)
      return {
        day,
        words: form.includes(".") ? dateText(day) : form,
        citation: passage(notice, said.clause, said.quote),
      };
  }
  const whole = notices.get(notice.id);
  const own = end === "since" ? notice.in_force.from : notice.in_force.to;
  return whole && own === day ? dayInNotice(whole, own) : null;
}

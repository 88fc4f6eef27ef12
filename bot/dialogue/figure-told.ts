/** 起付线从15412涨到多少, 听说涨到16901了: a figure of a rule, told in the question, says of which year is asked. */
import { yearOf } from "../../knowledge/dates.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Provision } from "../../knowledge/schema.js";
import { statedFigures } from "../../engine/reference.js";
import type { Meaning } from "../../nlu/meaning.js";
import { rulesOf } from "./before-change.js";
import type { World } from "./context.js";
import { sameAmount } from "./held-days.js";
import type { Frame } from "./state.js";

/** The question about the year whose rule the figure is of, or about the one that came after it. */
export function ofFigureTold(
  frame: Frame,
  { plain }: Meaning,
  { knowledge }: World,
): Frame {
  if (frame.years !== null || frame.amounts.length > 0) return frame;
  const found = RISES_TO.exec(plain) ?? ROSE_TO.exec(plain);
  const sum = found?.groups?.sum;
  if (!found || sum === undefined) return frame;
  const rules = rulesOf(frame, knowledge);
  const told = rules.filter((rule) => states(rule, sum, knowledge));
  const meant = RISES_TO.test(found[0])
    ? told.flatMap((rule) => afterIt(rule, rules) ?? [])
    : told;
  const years = [...new Set(meant.map(({ period }) => yearOf(period.from)))];
  return years.length === 1
    ? { ...frame, now: false, years: { value: years, source: "said" } }
    : frame;
}

/** 从15412涨到多少, 15412调整到好多: what came after it. */
const RISES_TO =
  /(?<![\d.])(?<sum>\d{2,7}(\.\d{1,2})?)(元|块)?钱?(了|的)?[，,]?(又|要|会|就|是|再|今年|明年)*(往上)?(涨|升|提高?|调整?|上调|加|增加|改|变|降)(高|低)?了?(到|成|至|为)了?(多少|好多|几)/;
/** 涨到16901了, 调整为250: what it came to. */
const ROSE_TO =
  /(涨|升|提高?|调整?|上调|加|增加|改|变|降)(高|低)?了?(到|成|至|为)了?(?<sum>\d{2,7}(\.\d{1,2})?)(?![\d.万千])/;

const states = (rule: Provision, sum: string, knowledge: Knowledge): boolean =>
  statedFigures(knowledge, rule).some(
    ({ type, value }) => type === "money" && sameAmount(value, sum),
  );

/** The first rule of the same matter that begins later. */
function afterIt(
  rule: Provision,
  rules: readonly Provision[],
): Provision | null {
  const later = rules
    .filter(
      ({ topic, where, period }) =>
        topic === rule.topic &&
        JSON.stringify(where) === JSON.stringify(rule.where) &&
        period.from > rule.period.from,
    )
    .sort((a, b) => (a.period.from < b.period.from ? -1 : 1));
  return later[0] ?? null;
}

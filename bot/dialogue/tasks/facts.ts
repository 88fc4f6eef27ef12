/** Facts that a notice states: answered with the plain wording, the figures and the clause. */
import { referenceFigures, statedFigures } from "../../../engine/reference.js";
import type { CalcResult, Figure } from "../../../engine/result.js";
import type { Provision } from "../../../knowledge/schema.js";
import { TOPICS } from "../../../knowledge/topics.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { figureText } from "../../phrasing/format.js";
import {
  clauseSays,
  figuresSentence,
  verdictLead,
} from "../../phrasing/verdict.js";
import type { Context } from "../context.js";
import { carriedOver } from "./carry-over.js";
import { afterTerm } from "./past-term.js";
import { deductibleAfter } from "./lowered.js";
import { timesAmount } from "./times-amount.js";
import { filedUntil } from "./filed-until.js";
import { ofPersons } from "./facts-of-persons.js";
import { look, lookAll, type Looked, state } from "../lookup.js";
import { join } from "../results.js";
import { benefitYears } from "../years.js";
import { daysOf } from "../days.js";
import { yearOf } from "../../../knowledge/dates.js";

/** Facets in which a statement about another case does not answer. */
const BINDING = ["insurance", "institution"] as const;

/** The task `fact`: the topic that the words matched, for the year said or that of the day. */
export function fact(context: Context): Reply {
  return (
    carriedOver(context) ??
    deductibleAfter(context) ??
    timesAmount(context, stating) ??
    filedUntil(context) ??
    afterTerm(context, stating(context))
  );
}

function stating(context: Context): Reply {
  const chain = context.knowledge.jurisdictions.chain(context.place);
  const held = (topic: string): boolean =>
    chain.some(
      (place) => context.knowledge.provisions(place, topic).length > 0,
    );
  const topic =
    context.frame.topics.find(held) ?? context.frame.topics[0] ?? "";
  const years = yearsOf(context);
  const only = ({ where, quote, period }: Provision): boolean =>
    inSchoolYear(context, period) &&
    BINDING.every((facet) => {
      const said = context.facets(facet);
      const named = where[facet];
      return (
        said.length === 0 ||
        !named ||
        named.some((one) => said.includes(one)) ||
        said.some((one) => speaksOf(context, quote, facet, one))
      );
    });
  return factsReply(context, "fact", [topic], years, {}, only);
}

/** 7月毕业，管到几月: asked of the year of leaving, where none else is said. */
function yearsOf(context: Context): ReturnType<typeof benefitYears> {
  const years = benefitYears(context);
  const left = daysOf(context.frame, context.on, "graduated");
  return left && years.source === "assumed"
    ? { value: [yearOf(left[0])], source: "said" }
    : years;
}

/** What the same words of the clause say of the time asked about: 由当年的8月31日延长到…, of the year before. */
function ofThatTime(
  { knowledge }: Context,
  found: readonly Looked[],
  { from, to }: { from: string; to: string },
): Provision[] {
  return found.flatMap(({ otherTime }) =>
    otherTime.flatMap(({ notice, quote, topic, who }) =>
      (knowledge.notices.get(notice.id)?.provisions ?? []).filter(
        (one) =>
          one.topic !== topic &&
          one.quote === quote &&
          one.value.kind === "text" &&
          (one.who.any?.length ?? 0) > 0 &&
          JSON.stringify(one.who) === JSON.stringify(who) &&
          one.period.from <= to &&
          (one.period.to ?? to) >= from,
      ),
    ),
  );
}

/** A statement on one school year: whether the month or day said lies in it, or, no year being said, the day of the question. */
function inSchoolYear(
  { frame, on }: Context,
  { of, from, to }: Provision["period"],
): boolean {
  if (of !== "school_year" || to === null) return true;
  if (frame.schoolYears)
    return frame.schoolYears.value.some((year) => from.startsWith(`${year}`));
  const day = frame.dates.find(({ role }) => role !== "year" && role !== "born")
    ?.reading.from;
  if (day === undefined && frame.years) return true;
  const asked = day ?? on;
  return from <= asked && asked <= to;
}

/** Whether the clause itself names the case: an account of employees that pays for residents' insurance. */
function speaksOf(
  { knowledge }: Context,
  quote: string,
  facet: string,
  value: string,
): boolean {
  const terms = knowledge.vocabulary.file.facets[facet]?.values[value];
  return terms?.documents.some((term) => quote.includes(term)) ?? false;
}

/** Statements by their keys, as search found them. */
export function statements(context: Context): Reply {
  const told = context.frame.topics.flatMap(
    (key) => context.knowledge.provision(key) ?? [],
  );
  const parts = told.map((provision) => statement(context, provision));
  const lines = parts.map(({ line }) => line);
  return reply(
    "answered",
    "fact",
    [...new Set(lines)],
    join(parts.map(({ result }) => result)),
  );
}

/** One provision by itself: its plain wording, or its figures, each naming its place and time. */
function statement(
  context: Context,
  provision: Provision,
): { line: string; result: CalcResult } {
  const result = state(context, [provision]);
  if (provision.value.kind === "text")
    return { line: provision.value.says, result };
  const labels = referenceFigures(context.knowledge, provision);
  const figures = result.figures.map((figure, at) => ({
    ...figure,
    label: labels[at]?.label ?? figure.label,
  }));
  const line =
    figures.length > 0
      ? `${figuresSentence(figures)}。`
      : clauseSays(provision.quote);
  return { line, result: { ...result, figures } };
}

/** The stated facts of some topics as one reply. */
export function factsReply(
  context: Context,
  intent: string,
  topics: readonly string[],
  years: { value: number[]; source: "said" | "carried" | "assumed" },
  where: Record<string, readonly string[]> = {},
  only?: (provision: Provision) => boolean,
): Reply {
  const first = Math.min(...years.value);
  const last = Math.max(...years.value);
  const asked = {
    from: `${first}-01-01`,
    to: `${last}-12-31`,
    where,
    ...(only ? { only } : {}),
  };
  const found = topics.map((topic) => look(context, { ...asked, topic }));
  const now = found.flatMap(({ rules }) => rules);
  const holding =
    now.length > 0 ||
    years.source === "assumed" ||
    !context.frame.aspects.includes("when")
      ? now
      : ofThatTime(context, found, asked);
  // 今年集中缴费延长没, of what is collected this year for the next.
  const open = years.source === "assumed" || context.frame.now;
  const rules =
    holding.length > 0 || !open
      ? holding
      : found.flatMap(({ otherTime }) =>
          otherTime.filter(
            ({ period }) =>
              period.from > asked.to &&
              (!context.frame.now || period.of === "coverage_year"),
          ),
        );
  const holdingTargets = found.flatMap(({ notRules }) => notRules);
  const targets =
    rules.length + holdingTargets.length > 0 || years.source !== "assumed"
      ? holdingTargets
      : found.flatMap(({ otherTargets }) =>
          otherTargets.filter(
            ({ period, notice }) =>
              period.to !== null && notice.confirmed_to >= asked.from,
          ),
        );
  const later = holding.length === 0 ? rules.map(firstYear) : [];
  for (const year of later.length > 0 ? new Set(later) : years.value)
    context.note("year", year, `${year}年`, years.source);
  const numbered = withNumbers(context, [...rules, ...targets]);
  const told =
    numbered.length > 0 || years.source !== "assumed"
      ? numbered
      : deadlines(context, found);
  const own = intent === "fact" ? ofPersons(context, told) : told;
  if (own.length > 0)
    return reply(
      "answered",
      intent,
      sayings(context, own),
      state(context, own),
    );
  const result: CalcResult =
    told.length > 0
      ? { ...state(context, told), status: "not_stipulated", figures: [] }
      : lookAll(context, topics, asked);
  const subject = {
    place: context.placeLabel,
    period: years.value.map((year) => `${year}年`).join("、"),
    what:
      topics.map(
        (topic) =>
          context.knowledge.vocabulary.file.topics[topic]?.label ??
          "这方面的规定",
      )[0] ?? "这方面的规定",
    saying: !context.frame.asksNumber,
    told: toldOnce(found, result),
  };
  return reply(
    result.status,
    intent,
    verdictLead(result, subject, context.knowledge),
    result,
  );
}

/** What the clauses cited for another time say in words. */
function toldOnce(found: readonly Looked[], result: CalcResult): string[] {
  const lines = found
    .flatMap(({ otherTime }) => otherTime)
    .filter(({ quote }) => result.citations.some((one) => one.quote === quote))
    .flatMap(({ value }) => (value.kind === "text" ? [value.says] : []));
  return [...new Set(lines)];
}

/** The year from which a rule holds. */
const firstYear = ({ period }: Provision): number =>
  Number.parseInt(period.from.slice(0, 4), 10);

/** 什么时候前要搞起来: a day that was set once stays the day that was set. */
function deadlines(context: Context, found: readonly Looked[]): Provision[] {
  if (!context.frame.aspects.includes("when")) return [];
  return found
    .flatMap(({ otherTime, otherTargets }) => [...otherTime, ...otherTargets])
    .filter((provision) =>
      statedFigures(context.knowledge, provision).some(
        ({ type }) => type === "date",
      ),
    );
}

/** Asked for a number, the statements that hold one; else all. */
function withNumbers(context: Context, provisions: Provision[]): Provision[] {
  if (!context.frame.asksNumber) return provisions;
  const numbered = provisions.filter(
    (provision) => statedFigures(context.knowledge, provision).length > 0,
  );
  return numbered.length > 0 ? numbered : provisions;
}

/** The plain wording of each provision, once; without figures the words of the clause. */
export function sayings(
  context: Context,
  provisions: readonly Provision[],
): string[] {
  const lines = provisions.map((provision) =>
    provision.value.kind === "text"
      ? provision.value.says
      : plainly(context, provision),
  );
  return [...new Set(lines)].filter((line) => line !== "。");
}

/** Every rule of the place, of any topic, that names one of these identity tags. */
export function topicsNaming(
  context: Context,
  tags: readonly string[],
): string[] {
  const topics = [
    ...Object.keys(TOPICS),
    ...Object.keys(context.knowledge.vocabulary.file.topics),
  ];
  return topics.filter((topic) =>
    context.knowledge.jurisdictions
      .chain(context.place)
      .some((place) =>
        context.knowledge
          .provisions(place, topic)
          .some((provision) => names(provision, tags)),
      ),
  );
}

/** Whether a provision names one of the identity tags. */
export function names({ who }: Provision, tags: readonly string[]): boolean {
  return [...(who.any ?? []), ...(who.all ?? [])].some((tag) =>
    tags.includes(tag),
  );
}

function plainly(context: Context, provision: Provision): string {
  const figures = statedFigures(context.knowledge, provision);
  if (provision.value.kind === "wait")
    return exemptText(figures) ?? clauseSays(provision.quote);
  return figures.length > 0
    ? `${figuresSentence(figures)}。`
    : clauseSays(provision.quote);
}

/** 新生儿：90天以内不设等待期。 */
function exemptText(figures: readonly Figure[]): string | null {
  const [exempt, within, more] = figures;
  if (
    exempt?.key !== "waiting_period.exempt" ||
    exempt.value !== "true" ||
    more
  )
    return null;
  const [whose = "", what = ""] = exempt.label.split("·");
  if (!what.startsWith("不设")) return null;
  return within
    ? `${whose}：${figureText(within)}以内${what}。`
    : `${whose}${what}。`;
}

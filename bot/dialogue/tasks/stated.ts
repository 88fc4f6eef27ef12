/** Looking the stated figures of a benefit up for the years and facets said. */
import type { CalcResult } from "../../../engine/result.js";
import type { Provision } from "../../../knowledge/schema.js";
import {
  figuresSentence,
  type Subject,
  verdictLead,
} from "../../phrasing/verdict.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { ORDINARY } from "../../../nlu/person-facts.js";
import type { Context } from "../context.js";
import { type Asked, look, lookAll, referTo } from "../lookup.js";
import { emptyResult, join } from "../results.js";
import { yearLabel } from "../years.js";
import type { CareTopics } from "./care.js";
import { raised } from "./raised.js";
import { benefitTiers } from "./tiers.js";
import { type InYear, overYears, settle } from "./stated-years.js";

/** The topics that the asked aspects need, in order, each once. */
export function topicsOf(
  { topics }: CareTopics,
  aspects: readonly string[],
): string[] {
  if (aspects.includes("change") && topics.change) return [...topics.change];
  const asked = aspects.flatMap(
    (aspect) => topics[aspect as keyof typeof topics] ?? [],
  );
  return [...new Set(asked.length > 0 ? asked : topics.amount)];
}

/** 门诊呢 of a benefit that has figures of its own for outpatient care. */
function careAsked(context: Context, topics: string[]): string[] {
  if (context.facet("care") !== "outpatient") return topics;
  const outpatient = topics.filter((topic) => topic.endsWith("_outpatient"));
  return outpatient.length > 0 ? outpatient : topics;
}

const ASPECT_NAMES: Readonly<Record<string, string>> = {
  ratio: "报销比例",
  deductible: "起付标准",
  limit: "限额",
  points: "报销比例提高几个百分点",
};

/** What was asked of the benefit, where it was one thing. */
function aspectName(aspects: readonly string[]): string {
  const names = aspects.flatMap((aspect) => ASPECT_NAMES[aspect] ?? []);
  return names.length === 1 ? (names[0] ?? "") : "";
}

/** What the notices state of the benefit: all of it, for the facets, person and years said. */
export function stated(context: Context, care: CareTopics): Reply {
  const own = care.byPerson ? whose(context) : [];
  const told = statedFor(context, care, own);
  const { tags, because } = context.implied(own);
  if (told.status !== "not_stipulated" || tags.length === own.length)
    return told;
  const meant = statedFor(context, care, tags);
  return meant.status === "answered" ? withGrounds(meant, because) : told;
}

/** The identities said; 普通居民 is nobody of those whom a clause names. */
function whose(context: Context): string[] {
  const tags = context.people.flatMap((person) => context.tagsOf(person));
  // 居民 names the insurance, too.
  const ordinary = context.saysOrdinary && !context.frame.facets.insurance;
  return tags.length === 0 && ordinary ? [ORDINARY] : tags;
}

/** An old name of an identity was said: on what ground it is read as the present one. */
export function withGrounds(reply: Reply, because: readonly string[]): Reply {
  const grounds = because.map((text) => ({ code: "assumed" as const, text }));
  return { ...reply, caveats: [...grounds, ...reply.caveats] };
}

/** The same for persons of these identities, whoever was told. */
export function statedFor(
  context: Context,
  care: CareTopics,
  tags: readonly string[],
): Reply {
  const where: Record<string, readonly string[]> = {};
  for (const [facet, values] of Object.entries(care.fixed ?? {}))
    if (values) where[facet] = values;
  for (const facet of care.facets) {
    const values = context.facets(facet);
    if (values.length === 0) continue;
    where[facet] = values;
    context.restsOn(facet);
  }
  const tiers = benefitTiers(context, care);
  const everything = topicsOf(care, context.frame.aspects);
  const topics = careAsked(context, everything);
  const inYear = (year: number): InYear => {
    const bare: string[] = [];
    const results = (tiers.length > 0 ? tiers : [undefined]).map((tier) => {
      const at = tier === undefined ? where : { ...where, tier: [tier] };
      const found = tagSets(tags).map((set) => {
        const period = {
          ...asked(year, at, set),
          only: (provision: Provision) =>
            (care.only?.(provision) ?? true) && reachesStay(context, provision),
          bounds: care.bounds === true || context.frame.asksBound === true,
        };
        const own = lookTopics(context, topics, care, period);
        if (own.status === "answered" || topics.length === everything.length)
          return own;
        // 特困门诊救助有封顶吗: who has no limit at all has none for outpatient care.
        const whole = lookTopics(context, everything, care, period);
        return isBare(whole) ? whole : own;
      });
      bare.push(...found.filter(isBare).map(told));
      return ofTier(
        onceEach(settle(found)),
        tiers.length > 1 ? tier : undefined,
      );
    });
    return { results, bare };
  };
  const { years, results, bare, without } = overYears(
    context,
    inYear,
    `${care.name}${aspectName(context.frame.aspects)}`,
  );
  for (const tier of tiers)
    context.note(
      "tier",
      tier,
      context.knowledge.vocabulary.label("tier", tier),
      context.frame.tiers?.source ?? "said",
    );
  context.noteIdentities(new Set(tags));
  for (const year of years.value)
    context.note("year", year, `${year}年`, years.source);
  const ofPer = perAsked(context, settle(results), yearLabel(years.value));
  const reply = conclude(context, care, ofPer, {
    place: context.placeLabel,
    period: yearLabel(years.value),
    what: care.name.endsWith("比例")
      ? care.name
      : `${care.name}${ofPer.status === "answered" ? "" : (perName(context) ?? "")}${aspectName(context.frame.aspects)}`,
  });
  const beside = reply.figures.length > 0 ? [...new Set(bare)] : [];
  return {
    ...reply,
    lead: [...without, ...reply.lead, ...beside.map((said) => `${said}。`)],
  };
}

/** Answered with a rule that states no number, such as that there is no limit. */
function isBare({ status, figures }: CalcResult): boolean {
  return status === "answered" && figures.length === 0;
}

/** 低保和低边的比例: what holds for all identities together (低收入家庭 and 老年人), and for each alone. */
function tagSets(tags: readonly string[]): (readonly string[])[] {
  return tags.length < 2 ? [tags] : [tags, ...tags.map((tag) => [tag])];
}

function onceEach(result: CalcResult): CalcResult {
  const figures = result.figures.filter(
    ({ key, label, value }, at, all) =>
      all.findIndex(
        (one) => one.key === key && one.label === label && one.value === value,
      ) === at,
  );
  return { ...result, figures };
}

/** 第一次住院: a deductible that changes from the second stay on is not that of the first. */
function reachesStay({ frame }: Context, { value }: Provision): boolean {
  if (value.kind !== "deductible_change" || value.from_count === undefined)
    return true;
  const stay = frame.counts.find(
    ({ kind, value }) => kind === "ordinal" && /^\d{1,3}$/.test(value),
  );
  return (
    stay === undefined || Number.parseInt(stay.value, 10) >= value.from_count
  );
}

/** The topics asked for; what only changes them is told beside them, never instead of them. */
function lookTopics(
  context: Context,
  topics: readonly string[],
  care: CareTopics,
  asked: Omit<Asked, "topic">,
): CalcResult {
  const beside = care.beside.filter((topic) => !topics.includes(topic));
  const main = raised(
    context,
    asked,
    withNeighbours(context, reaching(context, topics, asked), care, asked),
  );
  const { aspects } = context.frame;
  const alone =
    aspects.includes("limit") ||
    (aspects.includes("points") &&
      aspects.every((one) => ["points", "increase"].includes(one)));
  if (beside.length === 0 || alone) return main;
  const more = lookAll(context, beside, asked);
  if (main.status === "answered")
    return more.status === "answered"
      ? { ...join([main, more]), status: "answered" }
      : main;
  if (more.status !== "answered") return main;
  const reference = { ...more, reference: more.figures, figures: [] };
  return { ...join([main, reference]), status: "not_stipulated" };
}

/**
 * What is stated of the topics. Where the place's ratios name cases and the one
 * said is not among them, its limits decide nothing: the ratios stand beside it.
 */
function reaching(
  context: Context,
  topics: readonly string[],
  asked: Omit<Asked, "topic">,
): CalcResult {
  const all = lookAll(context, topics, asked);
  const ratio = topics.find((topic) => topic.endsWith(".ratio"));
  if (all.status !== "answered" || ratio === undefined) return all;
  const said = look(context, { ...asked, topic: ratio }).rules;
  const { from, to } = asked;
  const any = look(context, { from, to, topic: ratio }).rules;
  if (said.length > 0 || any.length === 0) return all;
  const result = emptyResult("not_stipulated");
  referTo(context, any, result);
  return result;
}

/** Nothing near the question: what is stated of the same care stands beside it. */
function withNeighbours(
  context: Context,
  result: CalcResult,
  { topics }: CareTopics,
  asked: Omit<Asked, "topic">,
): CalcResult {
  if (result.status !== "not_stipulated" || result.reference.length > 0)
    return result;
  const near = lookAll(context, topics.amount, asked);
  if (near.status !== "answered") return result;
  return {
    ...near,
    status: "not_stipulated",
    figures: [],
    reference: near.figures,
  };
}

/** Where several tiers are answered, each figure tells its own. */
function ofTier(result: CalcResult, tier: string | undefined): CalcResult {
  if (tier === undefined) return result;
  const figures = result.figures.map((figure) => ({
    ...figure,
    for: { ...figure.for, tier },
  }));
  return { ...result, figures };
}

/** 一天最多报多少: of several limits the one asked for comes alone. */
function perAsked(
  context: Context,
  result: CalcResult,
  period: string,
): CalcResult {
  const word = perName(context);
  if (word === null || !context.frame.aspects.includes("limit")) return result;
  const figures = result.figures.filter(({ label }) => label.includes(word));
  if (figures.length > 0) return { ...result, figures };
  const ofOther = result.figures.filter(({ label }) => /每[日年]/.test(label));
  if (ofOther.length === 0 || ofOther.length < result.figures.length)
    return result;
  // 一天最多报多少, where only the year has a limit: that limit is beside the question.
  const reference = ofOther.map(({ for: _whose, ...figure }) => ({
    ...figure,
    label: `${context.placeLabel}${period}${figure.label}`,
  }));
  return { ...result, status: "not_stipulated", figures: [], reference };
}

function perName({ frame: { per } }: Context): string | null {
  return per === "day" ? "每日" : per === "year" ? "每年" : null;
}

function asked(
  year: number,
  where: Record<string, readonly string[]>,
  tags: readonly string[],
): Omit<Asked, "topic"> {
  const period = { from: `${year}-01-01`, to: `${year}-12-31` };
  return { ...period, where, ...(tags.length > 0 ? { tags } : {}) };
}

/** The figures; of a rule that states none, such as that there is no limit, its own words. */
const told = ({ figures, citations }: CalcResult): string =>
  figures.length > 0
    ? figuresSentence(figures)
    : `文件写的是“${citations.map(({ quote }) => quote).join("”“")}”`;

function conclude(
  context: Context,
  care: CareTopics,
  result: CalcResult,
  subject: Subject,
): Reply {
  const lead =
    result.status === "answered"
      ? [`${subject.place}${subject.period}${care.name}：${told(result)}。`]
      : verdictLead(result, subject, context.knowledge);
  return reply(result.status, care.intent, lead, {
    ...result,
    suggestions: [],
  });
}

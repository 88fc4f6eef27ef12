/** What the treasury pays per head, in all and by level. */
import type { CalcResult, Figure } from "../../../engine/result.js";
import type { Provision } from "../../../knowledge/schema.js";
import { figuresSentence, verdictLead } from "../../phrasing/verdict.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import type { Context } from "../context.js";
import { look, lookAll } from "../lookup.js";
import { cite } from "../results.js";
import { benefitYears, yearLabel } from "../years.js";
import { names, sayings } from "./facts.js";
import { withFromTo, withYearBefore } from "./from-to.js";
import { settle } from "./stated-years.js";
import { bySplit, PARTS, partsOrNone, studentsOf } from "./subsidy-split.js";
import { withTogether } from "./subsidy-together.js";

/** The subsidy of each year said, split where the split was asked for. */
export function subsidy(context: Context): Reply {
  const told = ofYears(context);
  return told.status === "needs_info" && !statesSubsidy(context)
    ? unstated(context)
    : withLevels(context, ofResidents(context, withTogether(context, told)));
}

/** What a notice says of the levels of government, where it states no part of theirs. */
const LEVELS = "fact.subsidy_levels";

/** 中央出多少, where no part is stated: that the levels share it, and that no part is written. */
const withLevels = (context: Context, told: Reply): Reply =>
  told.status === "not_stipulated" ? withStated(context, told, LEVELS) : told;

/** What a notice says of those who enrol with a residence permit. */
const RESIDENCE = "fact.residence_permit";

/** 有居住证的，政府补不补我: what is said of such a person comes first. */
function ofResidents(context: Context, told: Reply): Reply {
  if (told.status !== "answered") return told;
  const tags = context.people.flatMap((person) => context.tagsOf(person));
  return withStated(context, told, RESIDENCE, (rule) => names(rule, tags));
}

/** The reply behind what the notices of its year say on a topic, cited. */
function withStated(
  context: Context,
  told: Reply,
  topic: string,
  applies: (rule: Provision) => boolean = () => true,
): Reply {
  const year = benefitYears(context).value[0] ?? context.onYear;
  const { rules } = look(context, {
    topic,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  });
  const stated = rules.filter(applies);
  const citations = [...told.citations];
  for (const rule of stated) cite({ citations }, rule);
  return {
    ...told,
    lead: [...sayings(context, stated), ...told.lead],
    citations,
  };
}

function statesSubsidy({ knowledge, place }: Context): boolean {
  const topics = [...PARTS, "total", "increase"].map(
    (part) => `subsidy.${part}`,
  );
  return knowledge.jurisdictions
    .chain(place)
    .some((id) =>
      topics.some((topic) => knowledge.provisions(id, topic).length > 0),
    );
}

/** 筹资200里财政补多少: what is raised is not divided; nothing more said of the person or county would tell. */
function unstated(context: Context): Reply {
  const { value: years, source } = benefitYears(context);
  for (const year of years) context.note("year", year, `${year}年度`, source);
  const result = lookAll(context, ["subsidy.total"], {
    from: `${Math.min(...years)}-01-01`,
    to: `${Math.max(...years)}-12-31`,
  });
  const subject = {
    place: context.placeLabel,
    period: yearLabel(years),
    what: "财政补助标准",
  };
  return reply(
    result.status,
    "subsidy",
    verdictLead(result, subject, context.knowledge),
    result,
  );
}

function ofYears(context: Context): Reply {
  const asked = benefitYears(context);
  const { compare, years: told } = context.frame;
  const latest =
    context.frame.aspects.includes("increase") &&
    (!compare || (told?.value.length ?? 0) < 2 || areNeighbours(asked.value));
  const years = latest
    ? { ...asked, value: [Math.max(...asked.value)] }
    : asked;
  const { aspects } = context.frame;
  const increase = aspects.includes("increase");
  const payer = context.facet("payer");
  const partsAsked =
    aspects.includes("split") ||
    payer !== undefined ||
    context.facets("student_of").length > 0;
  const split = partsAsked || context.frame.area !== null;
  const students = studentsOf(context);
  const results = years.value.map((year) => {
    if (increase)
      return label(
        lookAll(context, ["subsidy.increase"], {
          from: `${year}-01-01`,
          to: `${year}-12-31`,
        }),
        years.value,
        year,
      );
    const parts = split ? bySplit(context, year) : null;
    const result = label(
      parts
        ? partsAsked
          ? partsOrNone(parts)
          : parts.status === "answered"
            ? parts
            : totalOnly(context.calc("subsidy", { year }, null))
        : totalOnly(context.calc("subsidy", { year })),
      years.value,
      year,
    );
    return result;
  });
  for (const year of years.value)
    context.note("year", year, `${year}年度`, years.source);
  context.restsOn("student_of");
  if (context.frame.area)
    context.rests("area", context.frame.area, context.frame.area.value);
  const joined = settle([...results, ...riseOf(context, years.value, results)]);
  const result = firstParts(joined, context.facets("payer"));
  const whose = students.length > 0 ? "大学生" : "";
  const subject = {
    place: context.placeLabel + (context.frame.area?.value ?? ""),
    period: yearLabel(years.value),
    what: increase
      ? "财政补助提高额"
      : split
        ? `${whose}各级财政补助的分担`
        : "财政补助标准",
  };
  const lead =
    result.status === "answered"
      ? [
          `${subject.place}${universityOf(context, students)}${subject.period}${increase ? "" : "居民医保"}：${figuresSentence(result.figures)}（每人每年）。`,
          ...(split && whose !== "" && partsOrNone(result) !== result
            ? [`${whose}的补助各级怎么分担，收录的文件没有规定。`]
            : []),
        ]
      : verdictLead(result, subject, context.knowledge);
  const answer = reply(result.status, "subsidy", lead, result);
  const [year, other] = years.value;
  if (increase && year !== undefined && other === undefined)
    return withFromTo(context, answer, "subsidy.total", year);
  return split || increase || !areNeighbours(years.value)
    ? answer
    : withYearBefore(context, answer, "subsidy.total", years.value);
}

/** 今年比去年多了几块: two years, of which the later one's rise is asked. */
const areNeighbours = (years: readonly number[]): boolean =>
  new Set(years).size === 2 && Math.max(...years) - Math.min(...years) === 1;

/** Whose the university is, as it was understood from its name. */
function universityOf(context: Context, students: readonly string[]): string {
  const [only, more] = students;
  return only === undefined || more !== undefined
    ? ""
    : `${context.knowledge.vocabulary.label("student_of", only)}学生`;
}

/** 比去年多多少, where the year before is not held: by how much the later one rose is stated all the same. */
function riseOf(
  context: Context,
  years: readonly number[],
  results: readonly CalcResult[],
): CalcResult[] {
  const last = Math.max(...years);
  const open = results.some(({ status }) => status !== "answered");
  if (!context.frame.compare || !years.includes(last - 1) || !open) return [];
  const rise = lookAll(context, ["subsidy.increase"], {
    from: `${last}-01-01`,
    to: `${last}-12-31`,
  });
  return rise.status === "answered" ? [rise] : [];
}

/** Only the sum, where the parts were not asked for. */
function totalOnly(result: CalcResult): CalcResult {
  if (result.status === "needs_info" && result.missing.includes("area"))
    return result;
  const figures = result.figures.filter(
    ({ key }) => key === "subsidy.total" || key === "financing.standard",
  );
  return figures.length > 0 ? { ...result, figures } : result;
}

/** The parts asked for stand first. */
function firstParts(result: CalcResult, payers: readonly string[]): CalcResult {
  const keys = payers
    .filter((payer) => PARTS.includes(payer))
    .map((payer) => `subsidy.${payer}`);
  if (keys.length === 0) return result;
  const asked = ({ key }: Figure): boolean => keys.includes(key);
  return {
    ...result,
    figures: [
      ...result.figures.filter(asked),
      ...result.figures.filter((figure) => !asked(figure)),
    ],
  };
}

function label(
  result: CalcResult,
  years: readonly number[],
  year: number,
): CalcResult {
  if (years.length < 2) return result;
  return {
    ...result,
    figures: result.figures.map((figure) => ({
      ...figure,
      label: `${year}年度${figure.label}`,
      for: { year: String(year), ...figure.for },
    })),
  };
}

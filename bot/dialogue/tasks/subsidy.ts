/** What the treasury pays per head, in all and by level. */
import type { Facts } from "../../../engine/request.js";
import type { CalcResult, Figure } from "../../../engine/result.js";
import { figuresSentence, verdictLead } from "../../phrasing/verdict.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import type { Context } from "../context.js";
import { lookAll } from "../lookup.js";
import { join } from "../results.js";
import { benefitYears, yearLabel } from "../years.js";
import { settle } from "./stated.js";

const PARTS: readonly string[] = ["central", "province", "city", "county"];

/** The subsidy of each year said, split where the split was asked for. */
export function subsidy(context: Context): Reply {
  const asked = benefitYears(context);
  const latest =
    context.frame.aspects.includes("increase") && !context.frame.compare;
  const years = latest
    ? { ...asked, value: [Math.max(...asked.value)] }
    : asked;
  const { aspects } = context.frame;
  const increase = aspects.includes("increase");
  const payer = context.facet("payer");
  const partsAsked =
    aspects.includes("split") ||
    payer !== undefined ||
    context.facet("student_of") !== undefined;
  const split = partsAsked || context.frame.area !== null;
  const results = years.value.map((year) => {
    if (increase)
      return lookAll(context, ["subsidy.increase"], {
        from: `${year}-01-01`,
        to: `${year}-12-31`,
      });
    const parts = split ? bySplit(context, year) : null;
    const result = label(
      parts
        ? partsAsked
          ? partsOrNone(parts)
          : parts
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
  const joined = settle(results);
  const result = payer === undefined ? joined : firstPart(joined, payer);
  const subject = {
    place: context.placeLabel + (context.frame.area?.value ?? ""),
    period: yearLabel(years.value),
    what: increase
      ? "财政补助提高额"
      : split
        ? "各级财政补助的分担"
        : "财政补助标准",
  };
  const lead =
    result.status === "answered"
      ? [
          `${subject.place}${subject.period}${increase ? "" : "居民医保"}：${figuresSentence(result.figures)}（每人每年）。`,
        ]
      : verdictLead(result, subject, context.knowledge);
  return reply(result.status, "subsidy", lead, result);
}

/** Asked for the parts, the sum alone is no answer: it stands beside as a reference. */
function partsOrNone(result: CalcResult): CalcResult {
  const parts = PARTS.map((part) => `subsidy.${part}`);
  if (
    result.status !== "answered" ||
    result.figures.some(({ key }) => parts.includes(key))
  )
    return result;
  return {
    ...result,
    status: "not_stipulated",
    figures: [],
    steps: [],
    reference: result.figures,
  };
}

/** Where the split differs by county and none was said, every group of counties. */
function bySplit(context: Context, year: number): CalcResult {
  const facts: Facts = {
    year,
    ...(context.facet("student_of")
      ? { group: context.facet("student_of") }
      : {}),
  };
  if (context.frame.area)
    return context.calc("subsidy", {
      ...facts,
      area: context.frame.area.value,
    });
  const whole = context.calc("subsidy", facts);
  const groups = areaGroups(context);
  const complete = whole.status === "answered" && partsOrNone(whole) === whole;
  if (complete || groups.length === 0) return whole;
  const results = groups.map(({ area, name }) => {
    const result = context.calc("subsidy", { ...facts, area });
    return {
      ...result,
      figures: result.figures.map((figure) => ({
        ...figure,
        label: `${name}${figure.label}`,
        for: { ...figure.for, area: name },
      })),
    };
  });
  return { ...join(results), status: results[0]?.status ?? whole.status };
}

/** One county of each group that the rules tell apart; the largest group are the ordinary ones. */
function areaGroups(context: Context): { area: string; name: string }[] {
  const groups = new Map<string, string[]>();
  for (const { where } of context.knowledge.provisions(
    context.place,
    "subsidy.part",
  ))
    if (where.area) groups.set([...where.area].sort().join(), where.area);
  const ordered = [...groups.values()].sort((a, b) => b.length - a.length);
  const known = new Set(ordered.flat());
  const rest = (context.knowledge.jurisdictions.get(context.place)?.areas ?? [])
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => id);
  const all = rest.length > 0 ? [rest, ...ordered] : ordered;
  return all.flatMap((areas, at) => {
    const [area] = areas;
    const name =
      at === 0 && all.length > 1 ? "其他县（市、区）" : areas.join("、");
    return area === undefined ? [] : [{ area, name }];
  });
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

/** The part asked for stands first. */
function firstPart(result: CalcResult, payer: string): CalcResult {
  if (!PARTS.includes(payer)) return result;
  const asked = ({ key }: Figure): boolean => key === `subsidy.${payer}`;
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

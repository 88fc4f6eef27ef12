/**
 * Looking stated figures up, without computing: which provisions of a topic
 * hold for the place, the period and the facets said — and if none does, what
 * stands nearest.
 */
import { referenceFigures, statedFigures } from "../../engine/reference.js";
import { reaches } from "../../engine/select.js";
import type { CalcResult } from "../../engine/result.js";
import type { Provision, Where } from "../../knowledge/schema.js";
import { matter } from "../../knowledge/supersede.js";
import type { Context } from "./context.js";
import { addCaveats, cite, emptyResult } from "./results.js";

export interface Asked {
  topic: string;
  /** What is known of the facets; unknown ones match every value. */
  where?: Partial<Record<keyof Where, readonly string[]>>;
  /** Identity tags of the person, when they matter. */
  tags?: readonly string[];
  /** First and last day of the period asked for. */
  from: string;
  to: string;
  /** Whether bounds for those who set the figure answer, too. */
  bounds?: boolean;
  /** Only provisions for which this holds. */
  only?: (provision: Provision) => boolean;
}

export interface Looked {
  /** Rules that hold in the period, from the nearest level of place that has any. */
  rules: Provision[];
  /** Rules of another time, the newest first. */
  otherTime: Provision[];
  /** Targets and bounds that hold in the period. */
  notRules: Provision[];
  /** Those of another time. */
  otherTargets: Provision[];
}

/** Everything the notices say on the topic, sorted by whether it decides. */
export function look(context: Context, asked: Asked): Looked {
  const looked: Looked = {
    rules: [],
    otherTime: [],
    notRules: [],
    otherTargets: [],
  };
  for (const place of context.knowledge.jurisdictions.chain(context.place)) {
    for (const provision of context.knowledge.provisions(place, asked.topic)) {
      if (!fits(provision, asked) || !inArea(context, provision)) continue;
      const holds =
        provision.period.from <= asked.to && asked.from <= provision.trusted_to;
      if (provision.force !== "rule") {
        (holds ? looked.notRules : looked.otherTargets).push(provision);
      } else if (holds) looked.rules.push(provision);
      else looked.otherTime.push(provision);
    }
    if (looked.rules.length > 0) break;
  }
  looked.rules = latest(looked.rules, asked.from);
  looked.otherTime.sort((a, b) => (a.period.from < b.period.from ? 1 : -1));
  return looked;
}

/** Of rules on the same matter, the one that has begun last by the first day asked for, and those that begin later. */
function latest(rules: readonly Provision[], from: string): Provision[] {
  const begun = new Map<string, string>();
  for (const rule of rules)
    if (
      rule.period.from <= from &&
      rule.period.from > (begun.get(kindOf(rule)) ?? "")
    )
      begun.set(kindOf(rule), rule.period.from);
  return rules.filter(
    (rule) =>
      rule.value.kind === "text" ||
      rule.period.from >= (begun.get(kindOf(rule)) ?? ""),
  );
}

/** A yearly and a daily limit are not the same matter. */
function kindOf(rule: Provision): string {
  return matter(rule) + ("per" in rule.value ? rule.value.per : "");
}

/** Whether the provision reaches the county that was said; one for other counties does not. */
function inArea(context: Context, { where }: Provision): boolean {
  const area = context.frame.area?.value;
  return area === undefined || !where.area || where.area.includes(area);
}

function fits(
  provision: Provision,
  { where = {}, tags, only }: Asked,
): boolean {
  if (only && !only(provision)) return false;
  for (const [facet, values] of Object.entries(where)) {
    const allowed =
      provision.where[facet as keyof Where] ??
      (facet === "insurance" ? provision.notice.insurance : undefined);
    if (allowed && !values.some((value) => allowed.includes(value)))
      return false;
  }
  return tags === undefined || reaches(provision.who, new Set(tags));
}

/** The provisions as figures with their citations and remarks. */
export function state(
  context: Context,
  provisions: readonly Provision[],
  status: CalcResult["status"] = "answered",
): CalcResult {
  const result = emptyResult(status);
  for (const provision of provisions) {
    const at = cite(result, provision);
    const whose = comparedIn(context, provision);
    for (const figure of statedFigures(context.knowledge, provision))
      result.figures.push({
        ...figure,
        ...(whose ? { for: { ...whose, ...figure.for } } : {}),
        citations: at,
      });
    addCaveats(context, result, provision);
  }
  return result;
}

/** Facets of which two are set against each other: 退休跟在职差几个点. */
const COMPARED = ["employment", "institution", "insurance"] as const;

/** Which of the two compared a provision is about. */
function comparedIn(
  { frame }: Context,
  { where }: Provision,
): Record<string, string> | null {
  if (!frame.compare) return null;
  const own = COMPARED.flatMap((facet) => {
    const said = frame.facets[facet]?.value ?? [];
    const named = said.filter((one) => where[facet]?.includes(one));
    return said.length === 2 && named.length === 1 && named[0] !== undefined
      ? [[facet, named[0]] as const]
      : [];
  });
  return own.length > 0 ? Object.fromEntries(own) : null;
}

/** The provisions as references: labelled with their own place and year, never the asked ones. */
export function referTo(
  context: Context,
  provisions: readonly Provision[],
  result: CalcResult,
): void {
  for (const provision of provisions) {
    const at = cite(result, provision);
    for (const figure of referenceFigures(context.knowledge, provision))
      result.reference.push({ ...figure, citations: at });
    addCaveats(context, result, provision);
  }
}

/** Whether a notice that is held for the place, or for its province, covers a day of the period. */
export function covered(
  context: Context,
  from: string,
  to: string,
  places: readonly string[] = context.knowledge.jurisdictions.chain(
    context.place,
  ),
): boolean {
  const { jurisdictions } = context.knowledge;
  return places.some(
    (id) =>
      jurisdictions.get(id)?.level !== "country" &&
      context.knowledge
        .noticesOf(id)
        .some(
          ({ kind, in_force, issued, confirmed_to }) =>
            kind !== "commentary" &&
            kind !== "interpretation" &&
            (in_force.from ?? issued ?? "9999") <= from &&
            to <= (in_force.to ?? confirmed_to),
        ),
  );
}

/**
 * Looks several topics up for one period: answered where rules hold, else
 * not stipulated (with a target beside it, or the cases that the clauses do
 * name) or not held (with the newest rule of another time beside it). Asked
 * what a document says, without a year, a rule of another time is what it says.
 */
export function lookAll(
  context: Context,
  topics: readonly string[],
  asked: Omit<Asked, "topic">,
): CalcResult {
  const found = topics.map((topic) => look(context, { ...asked, topic }));
  const rules = found.flatMap(({ rules }) => rules);
  if (rules.length > 0)
    return state(context, [...rules, ...elsewhere(context, rules, found)]);
  const other = found.flatMap(({ otherTime }) => nearest(otherTime, asked.to));
  const notRules = found.flatMap((one) => one.notRules);
  const bounds = notRules.filter(({ force }) => force === "bound");
  if (asked.bounds === true && bounds.length > 0) return state(context, bounds);
  const { ofDocument, years } = context.frame;
  const written = years === null ? [...other, ...notRules] : notRules;
  if (ofDocument && written.length > 0) return state(context, written);
  const unreached =
    other.length + notRules.length > 0
      ? []
      : topics.flatMap(
          (topic) =>
            look(context, { from: asked.from, to: asked.to, topic }).rules,
        );
  const decided =
    notRules.length + unreached.length > 0 ||
    covered(
      context,
      context.frame.dayBefore ?? asked.from,
      context.frame.dayBefore ?? asked.to,
      other.length > 0
        ? other.map(({ notice }) => notice.jurisdiction)
        : undefined,
    );
  const result = emptyResult(decided ? "not_stipulated" : "not_held");
  referTo(
    context,
    [notRules, other, unreached].find((list) => list.length > 0) ?? [],
    result,
  );
  return result;
}

/** Rules for named counties only, and no county was said: what is written for the others stands beside them. */
function elsewhere(
  context: Context,
  rules: readonly Provision[],
  found: readonly Looked[],
): Provision[] {
  const local = rules.every(({ where }) => where.area !== undefined);
  if (!local || context.frame.area) return [];
  return found.flatMap(({ notRules }) => notRules);
}

/** Of rules of other times, the last that ended before; where all begin later, the first. */
function nearest(rules: readonly Provision[], to: string): Provision[] {
  const starts = rules.map(({ period }) => period.from).sort();
  const later = starts.every((start) => start > to);
  const start = later ? starts[0] : starts.findLast((one) => one <= to);
  return rules.filter(({ period }) => period.from === start);
}

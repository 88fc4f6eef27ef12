/**
 * Looking a stated figure up, without computing: which provisions of a topic
 * hold for the place, the day and the facets said — and if none does, what
 * stands nearest.
 */
import type { CalcResult, Figure } from "../../engine/result.js";
import type { Provision, ValueOf, Where } from "../../knowledge/schema.js";
import { TOPICS } from "../../knowledge/topics.js";
import type { Context } from "./context.js";
import { caveatsOf, cite, emptyResult } from "./results.js";

export interface Asked {
  topic: string;
  /** What is known of the facets; unknown ones match every value. */
  where?: Partial<Record<keyof Where, string>>;
  /** Identity tags of the person, when they matter. */
  tags?: readonly string[];
  /** First and last day of the period asked for. */
  from: string;
  to: string;
  /** Only provisions for which this holds. */
  only?: (provision: Provision) => boolean;
}

export interface Looked {
  /** Rules that hold in the period, from the nearest level of place that has any. */
  rules: Provision[];
  /** Rules of another time. */
  otherTime: Provision[];
  /** Targets and bounds that hold in the period. */
  notRules: Provision[];
}

/** Everything the notices say on the topic, sorted by whether it decides. */
export function look(context: Context, asked: Asked): Looked {
  const looked: Looked = { rules: [], otherTime: [], notRules: [] };
  for (const place of context.knowledge.jurisdictions.chain(context.place)) {
    for (const provision of context.knowledge.provisions(place, asked.topic)) {
      if (!fits(provision, asked)) continue;
      const holds =
        provision.period.from <= asked.to && asked.from <= provision.trusted_to;
      if (provision.force !== "rule") {
        if (holds) looked.notRules.push(provision);
      } else if (holds) looked.rules.push(provision);
      else looked.otherTime.push(provision);
    }
    if (looked.rules.length > 0) break;
  }
  looked.otherTime.sort((a, b) => (a.period.from < b.period.from ? 1 : -1));
  return looked;
}

function fits(
  provision: Provision,
  { where = {}, tags, only }: Asked,
): boolean {
  if (only && !only(provision)) return false;
  for (const [facet, value] of Object.entries(where)) {
    const allowed =
      provision.where[facet as keyof Where] ??
      (facet === "insurance" ? provision.notice.insurance : undefined);
    if (value !== undefined && allowed && !allowed.includes(value))
      return false;
  }
  return tags === undefined || reaches(provision, tags);
}

/** Whether the provision reaches a person with these tags. */
export function reaches({ who }: Provision, tags: readonly string[]): boolean {
  const has = (tag: string): boolean => tags.includes(tag);
  return (
    (who.all ?? []).every(has) &&
    (who.any === undefined || who.any.some(has)) &&
    !(who.none ?? []).some(has)
  );
}

/** Keys by which the contract names the figures of topics that are called otherwise. */
const KEYS: Readonly<Record<string, string>> = {
  "chronic.quota": "chronic.monthly",
  "outpatient.cap": "outpatient.limit",
  "inpatient.cap": "inpatient.limit",
  "catastrophic.cap": "catastrophic.limit",
  "catastrophic.bands": "catastrophic.ratio",
  "assistance.cap": "assistance.limit",
  "assistance.cap_outpatient": "assistance.limit_outpatient",
  "special_assistance.cap": "special_assistance.limit",
  "contribution.increase": "contribution.increase",
};

/** The key under which a topic's figure is known outside. */
export function keyOf(topic: string): string {
  return KEYS[topic] ?? topic;
}

const PER: Readonly<Record<string, string>> = {
  visit: "每次",
  day: "每日",
  month: "每月",
  year: "每年",
};

/** What the provision is about, in words: topic with the facets it names. */
export function labelOf(context: Context, provision: Provision): string {
  const { vocabulary } = context.knowledge;
  const facets = Object.entries(provision.where)
    .filter(([facet]) => !["care", "area"].includes(facet))
    .map(([facet, values]) =>
      (values ?? []).map((value) => vocabulary.label(facet, value)).join("、"),
    );
  const who = [...(provision.who.all ?? []), ...(provision.who.any ?? [])]
    .slice(0, 2)
    .map((tag) => vocabulary.label("identity", tag));
  const base =
    TOPICS[provision.topic]?.label ??
    vocabulary.file.topics[provision.topic]?.label ??
    provision.topic;
  const per =
    provision.value.kind === "cap" ? (PER[provision.value.per] ?? "") : "";
  return [...facets, who.join("、"), `${per}${base}`].filter(Boolean).join(" ");
}

/** The figures that a provision states, without citations. */
export function figuresOf(context: Context, provision: Provision): Figure[] {
  const label = labelOf(context, provision);
  const key = keyOf(provision.topic);
  const figure = (
    type: Figure["type"],
    value: string,
    unit: string,
  ): Figure[] => [{ key, type, label, value, unit, citations: [] }];
  const { value } = provision;
  switch (value.kind) {
    case "amount":
    case "deductible":
      return figure("money", cents(value.amount), "元");
    case "cap":
      return value.amount === null
        ? []
        : figure("money", cents(value.amount), "元");
    case "ratio":
      return figure("ratio", value.ratio, "");
    case "points":
      return figure("ratio", value.points, "");
    case "window":
      return [
        ...(value.from
          ? [
              {
                key: `${key.replace(/\.window$/, "")}.from`,
                type: "date" as const,
                label: `${label}开始`,
                value: value.from,
                unit: "",
                citations: [],
              },
            ]
          : []),
        ...(value.to
          ? [
              {
                key: `${key.replace(/\.window$/, "")}.to`,
                type: "date" as const,
                label: `${label}截止`,
                value: value.to,
                unit: "",
                citations: [],
              },
            ]
          : []),
      ];
    case "text":
      return value.figures.map((one) => ({ ...one, citations: [] }));
    case "bands":
      return bandsOf(value, key, label);
    case "deductible_change":
      if (value.minus !== undefined)
        return figure("money", cents(value.minus), "元");
      if (value.to_amount !== undefined)
        return figure("money", cents(value.to_amount), "元");
      return value.factor === undefined
        ? []
        : figure("ratio", value.factor, "");
    case "aid":
      if (value.mode === "share" && value.share !== undefined)
        return figure("ratio", value.share, "");
      return value.amount === undefined
        ? []
        : figure("money", cents(value.amount), "元");
    default:
      return [];
  }
}

function bandsOf(
  value: ValueOf<"bands">,
  key: string,
  label: string,
): Figure[] {
  return value.bands.map((band) => ({
    key,
    type: "ratio" as const,
    label: `${label} ${band.over}元以上${band.to === null ? "" : `至${band.to}元`}部分`,
    value: band.ratio,
    unit: "",
    citations: [],
  }));
}

/** The label of a reference names its own place and time. */
function referenceLabel(
  context: Context,
  provision: Provision,
  label: string,
): string {
  const { notice, period } = provision;
  const place = context.knowledge.jurisdictions.label(notice.jurisdiction);
  const from = period.from.slice(0, 4);
  const to = provision.trusted_to.slice(0, 4);
  const force =
    provision.force === "rule"
      ? ""
      : provision.force === "target"
        ? "（工作目标）"
        : "（指导性规定）";
  return `${place}${from === to ? from : `${from}至${to}`}年${label}${force}`;
}

/** The provisions as references: labelled with their own place and year, never the asked ones. */
export function referTo(
  context: Context,
  provisions: readonly Provision[],
  result: CalcResult,
): void {
  for (const provision of provisions) {
    const at = cite(result, provision);
    for (const figure of figuresOf(context, provision))
      result.reference.push({
        ...figure,
        label: referenceLabel(context, provision, figure.label),
        citations: at,
      });
    result.caveats.push(...caveatsOf(context.knowledge, provision));
  }
}

/** Whether a notice that is held for the place, or for its province, covers a day of the period. */
export function covered(context: Context, from: string, to: string): boolean {
  const { jurisdictions } = context.knowledge;
  return jurisdictions
    .chain(context.place)
    .some(
      (id) =>
        jurisdictions.get(id)?.level !== "country" &&
        context.knowledge
          .noticesOf(id)
          .some(
            ({ kind, in_force, issued, confirmed_to }) =>
              kind !== "commentary" &&
              kind !== "interpretation" &&
              (in_force.from ?? issued ?? "0000") <= to &&
              from <= (in_force.to ?? confirmed_to),
          ),
    );
}

/**
 * Looks several topics up for one period: answered where rules hold, else
 * not stipulated (with a target beside it, or the cases that the clauses do
 * name) or not held (with the newest rule of another time beside it).
 */
export function lookAll(
  context: Context,
  topics: readonly string[],
  asked: Omit<Asked, "topic">,
): CalcResult {
  const found = topics.map((topic) => look(context, { ...asked, topic }));
  const rules = found.flatMap(({ rules }) => rules);
  if (rules.length > 0) return state(context, rules);
  const other = found.flatMap(({ otherTime }) => newest(otherTime));
  const notRules = found.flatMap((one) => one.notRules);
  const unreached =
    other.length + notRules.length > 0
      ? []
      : topics.flatMap(
          (topic) =>
            look(context, { from: asked.from, to: asked.to, topic }).rules,
        );
  const decided =
    notRules.length > 0 ||
    unreached.length > 0 ||
    (other.length === 0 && covered(context, asked.from, asked.to));
  const result = emptyResult(decided ? "not_stipulated" : "not_held");
  referTo(
    context,
    [notRules, other, unreached].find((list) => list.length > 0) ?? [],
    result,
  );
  return result;
}

/** Of rules of other times, those of the newest period. */
function newest(rules: readonly Provision[]): Provision[] {
  const latest = rules[0]?.period.from;
  return rules.filter(({ period }) => period.from === latest);
}

/** Two decimals, as money is written in answers. */
export function cents(amount: string): string {
  const [whole = "0", part = ""] = amount.split(".");
  return `${whole}.${part.padEnd(2, "0").slice(0, 2)}`;
}

/** The provisions as figures with their citations. */
export function state(
  context: Context,
  provisions: readonly Provision[],
  status: CalcResult["status"] = "answered",
): CalcResult {
  const result = emptyResult(status);
  for (const provision of provisions) {
    const at = cite(result, provision);
    for (const figure of figuresOf(context, provision))
      result.figures.push({ ...figure, citations: at });
    result.caveats.push(...caveatsOf(context.knowledge, provision));
  }
  return result;
}

/**
 * Looking a stated figure up, without computing: which provisions of a topic
 * hold for the place, the day and the facets said — and if none does, what
 * stands nearest.
 */
import { citationsOf } from "../../engine/citations.js";
import type { CalcResult, Caveat, Figure } from "../../engine/result.js";
import type { Provision, Where } from "../../knowledge/schema.js";
import { TOPICS } from "../../knowledge/topics.js";
import type { Context } from "./context.js";

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
      const holds = provision.period.from <= asked.to && asked.from <= provision.trusted_to;
      if (provision.force !== "rule") {
        if (holds) looked.notRules.push(provision);
      } else if (holds) looked.rules.push(provision);
      else looked.otherTime.push(provision);
    }
    if (looked.rules.length > 0) break;
  }
  looked.rules = mostSpecific(looked.rules);
  looked.otherTime.sort((a, b) => (a.period.from < b.period.from ? 1 : -1));
  return looked;
}

function fits(provision: Provision, { where = {}, tags, only }: Asked): boolean {
  if (only && !only(provision)) return false;
  for (const [facet, value] of Object.entries(where)) {
    const allowed = provision.where[facet as keyof Where];
    if (value !== undefined && allowed && !allowed.includes(value)) return false;
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

/** Where one rule names more facets than another that it overlaps, it decides. */
function mostSpecific(rules: Provision[]): Provision[] {
  return rules;
}

/** The key under which a topic's figure is known outside. */
export function keyOf({ topic, value, derived: _ }: Pick<Provision, "topic" | "value" | "derived">): string {
  if (value.kind !== "cap") return topic;
  return topic.replace(/\.cap$/, ".limit");
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
    .filter(([facet]) => !["insurance", "care", "area"].includes(facet))
    .map(([facet, values]) => (values ?? []).map((value) => vocabulary.label(facet, value)).join("、"));
  const who = [...(provision.who.all ?? []), ...(provision.who.any ?? [])].slice(0, 2).map((tag) => vocabulary.label("identity", tag));
  const base = TOPICS[provision.topic]?.label ?? vocabulary.file.topics[provision.topic]?.label ?? provision.topic;
  const per = provision.value.kind === "cap" ? (PER[provision.value.per] ?? "") : "";
  return [...facets, who.join("、"), `${per}${base}`].filter(Boolean).join("·");
}

/** The figures that a provision states, without citations. */
export function figuresOf(context: Context, provision: Provision): Figure[] {
  const label = labelOf(context, provision);
  const key = keyOf(provision);
  const figure = (type: Figure["type"], value: string, unit: string): Figure[] => [{ key, type, label, value, unit, citations: [] }];
  const { value } = provision;
  switch (value.kind) {
    case "amount":
    case "deductible":
      return figure("money", cents(value.amount), "元");
    case "cap":
      return value.amount === null ? [] : figure("money", cents(value.amount), "元");
    case "ratio":
      return figure("ratio", value.ratio, "");
    case "points":
      return figure("ratio", value.points, "");
    case "window":
      return [
        ...(value.from ? [{ key: `${key.replace(/\.window$/, "")}.from`, type: "date" as const, label: `${label}开始`, value: value.from, unit: "", citations: [] }] : []),
        ...(value.to ? [{ key: `${key.replace(/\.window$/, "")}.to`, type: "date" as const, label: `${label}截止`, value: value.to, unit: "", citations: [] }] : []),
      ];
    case "text":
      return value.figures.map((one) => ({ ...one, citations: [] }));
    case "bands":
      return value.bands.map((band) => ({ key: "catastrophic.ratio", type: "ratio" as const, label: `${band.over}元以上${band.to === null ? "" : `至${band.to}元`}`, value: band.ratio, unit: "", citations: [] }));
    default:
      return [];
  }
}

/** Two decimals, as money is written in answers. */
export function cents(amount: string): string {
  const [whole = "0", part = ""] = amount.split(".");
  return `${whole}.${part.padEnd(2, "0").slice(0, 2)}`;
}

/** The provisions as figures with their citations. */
export function state(context: Context, provisions: readonly Provision[], status: CalcResult["status"] = "answered"): CalcResult {
  const result: CalcResult = { status, figures: [], steps: [], citations: [], caveats: [], missing: [], reference: [], range: null };
  for (const provision of provisions) {
    const at = cite(context, result, provision);
    for (const figure of figuresOf(context, provision)) result.figures.push({ ...figure, citations: at });
    result.caveats.push(...caveatsOf(context, provision));
  }
  return result;
}

/** Adds the citations of a provision once; gives their places in the list. */
export function cite(_context: Context, result: Pick<CalcResult, "citations">, provision: Provision): number[] {
  return citationsOf(provision).map((citation) => {
    const known = result.citations.findIndex((one) => one.notice === citation.notice && one.clause === citation.clause && one.quote === citation.quote);
    return known >= 0 ? known : result.citations.push(citation) - 1;
  });
}

/** What must be said beside a provision: derived, ambiguous, expired, refers, guidance. */
export function caveatsOf({ knowledge }: Context, provision: Provision): Caveat[] {
  const caveats: Caveat[] = [];
  const { notice } = provision;
  if (notice.status === "expired") caveats.push({ code: "expired", text: `《${notice.title}》在所持文本中标明已失效，仅供了解当时的规定。` });
  if (notice.kind === "guidance") caveats.push({ code: "guidance", text: "这是对下级部门的指导性规定，不是个人待遇标准。" });
  if (provision.force === "target") caveats.push({ code: "target_not_rule", text: "这是工作目标，不是个人待遇标准，不能拿它乘个人的账单。" });
  if (provision.derived) caveats.push({ code: "derived", text: `这个数文件没有直接写，由文件数字推算：${provision.derived.formula}。` });
  const reading = provision.interpretation === undefined ? undefined : knowledge.interpretations.get(provision.interpretation);
  if (reading) caveats.push({ code: "ambiguous", text: reading.reading });
  for (const other of provision.refers)
    caveats.push({ code: "refers", text: `条文指向${other.title ? `《${other.title}》` : ""}${other.number ?? ""}，${other.held ? "已收录" : "没有收录"}。` });
  return caveats;
}

/** Several results as one: citations renumbered, caveats once. */
export function join(results: readonly CalcResult[]): CalcResult {
  const all: CalcResult = { status: "answered", figures: [], steps: [], citations: [], caveats: [], missing: [], reference: [], range: null };
  for (const result of results) {
    const places = result.citations.map((citation) => {
      const known = all.citations.findIndex((one) => one.notice === citation.notice && one.clause === citation.clause && one.quote === citation.quote);
      return known >= 0 ? known : all.citations.push(citation) - 1;
    });
    const move = <T extends { citations: number[] }>(item: T): T => ({ ...item, citations: item.citations.map((at) => places[at] ?? at) });
    all.figures.push(...result.figures.map(move));
    all.steps.push(...result.steps.map(move).filter((step) => !all.steps.some((one) => one.label === step.label && one.expression === step.expression && one.value === step.value)));
    all.reference.push(...result.reference.map(move).filter((figure) => !all.reference.some((one) => one.label === figure.label && one.value === figure.value)));
    for (const caveat of result.caveats)
      if (!all.caveats.some((one) => one.code === caveat.code && one.text === caveat.text)) all.caveats.push(caveat);
    for (const slot of result.missing) if (!all.missing.includes(slot)) all.missing.push(slot);
    if (result.range) all.range = [...(all.range ?? []), ...result.range];
  }
  return all;
}

/**
 * Which provision decides a topic for a place, a time, the facets of the case
 * and the tags of a person. A rule of the place itself comes before its
 * province's and the centre's; where levels both rule and differ, nothing is
 * chosen. What is not found is told apart: an unknown facet, a value that the
 * list does not name, only a target or bound, another time, or nothing.
 *
 * Reads only the provisions of one place and topic, so the number of notices
 * held elsewhere does not matter.
 */
import type { Knowledge } from "../knowledge/knowledge.js";
import type { Provision, Rule, Value } from "../knowledge/schema.js";
import {
  type Facet,
  type Fit,
  fit,
  liveAt,
  type Query,
  type When,
} from "./fit.js";

export { holdsAt, reaches } from "./fit.js";
export type { Facet, FacetValues, Query, Span, When } from "./fit.js";

/** A rule that holds, with the facets that were counted as met. */
export interface Found {
  kind: "rule";
  rule: Rule;
  assumed: readonly Facet[];
}
/** Why no rule was found. */
export type NotFound =
  /** The unknown facet decides; `choices` are the values that rules name. */
  | {
      kind: "needs";
      facet: Facet | "identity";
      choices: string[];
      rules: Rule[];
    }
  /** Rules hold, but for other values or persons: `rules` is the list that does stand there. */
  | {
      kind: "unlisted";
      facet: Facet | "identity";
      rules: Rule[];
      others: Provision[];
    }
  /** Only targets or bounds hold. */
  | { kind: "not_a_rule"; provisions: Provision[] }
  /** Rules of another time only, the nearest first. */
  | { kind: "other_time"; rules: Rule[] }
  /** Two levels of place rule differently. */
  | { kind: "conflict"; rules: Rule[] }
  | { kind: "nothing" };
export type Selection = Found | NotFound;

const isRule = (provision: Provision): provision is Rule =>
  provision.force === "rule";
const rulesOf = (fits: readonly Fit[]): Rule[] =>
  fits.map((one) => one.provision).filter(isRule);

/** Whether two values decide the same. */
export function sameValue(a: Value, b: Value): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

const size = (tags: readonly string[] | undefined): number => tags?.length ?? 0;
const general = ({ provision }: Fit): number => (provision.who.any ? 0 : 1);

/** More named facets come first, then more demands on the person, then the later rule. */
function moreSpecific(a: Fit, b: Fit): number {
  return (
    b.named + b.assumed.length - (a.named + a.assumed.length) ||
    size(b.provision.who.all) - size(a.provision.who.all) ||
    general(a) - general(b) ||
    (a.provision.period.from === b.provision.period.from
      ? 0
      : a.provision.period.from < b.provision.period.from
        ? 1
        : -1)
  );
}

/** The rule among those that reach the case, or the unknown facet that decides among them. */
function decide(live: readonly Fit[]): Selection {
  const [only] = live;
  if (only && live.length === 1 && only.open.length === 0)
    return {
      kind: "rule",
      rule: only.provision as Rule,
      assumed: only.assumed,
    };
  const closed = live.filter((one) => one.open.length === 0);
  if (closed.length > 1) closed.sort(moreSpecific);
  const [best] = closed;
  const differs = (one: Fit): boolean =>
    !best || !sameValue(one.provision.value, best.provision.value);
  const open = live.filter((one) => one.open.length > 0 && differs(one));
  if (open[0]) return needs(open[0].open[0]!, open);
  const tied = closed.filter(
    (one) => one === best || (differs(one) && moreSpecific(one, best!) === 0),
  );
  if (tied.length === 1)
    return {
      kind: "rule",
      rule: tied[0]!.provision as Rule,
      assumed: tied[0]!.assumed,
    };
  const [facet] = tied.flatMap(({ assumed }) => assumed);
  return facet === undefined
    ? { kind: "conflict", rules: rulesOf(tied) }
    : needs(facet, tied);
}

function needs(facet: Facet, fits: readonly Fit[]): NotFound {
  const choices: string[] = [];
  for (const { provision } of fits)
    for (const value of provision.where[facet] ?? [])
      if (!choices.includes(value)) choices.push(value);
  return { kind: "needs", facet, choices, rules: rulesOf(fits) };
}

/** Rules of higher levels that reach the same case and decide otherwise. */
function contradictions(
  knowledge: Knowledge,
  found: Found,
  above: readonly string[],
  query: Query,
): Rule[] {
  const rules: Rule[] = [];
  for (const place of above)
    for (const one of liveAt(knowledge, place, query))
      if (one.assumed.length === 0)
        if (!sameValue(one.provision.value, found.rule.value))
          rules.push(one.provision as Rule);
  return rules;
}

/** What stands near, where no rule decides. */
function explain(fits: readonly Fit[], when: When): NotFound {
  const inTime = fits.filter((one) => one.inTime);
  const others = inTime
    .filter((one) => one.provision.force !== "rule" && one.wrong.length === 0)
    .map((one) => one.provision);
  const listed = inTime.filter((one) => one.provision.force === "rule");
  if (listed.length > 0) {
    const other = listed.some((one) => one.wrong.length === 0);
    const facet = other ? "identity" : (listed[0]?.wrong[0] ?? "identity");
    return { kind: "unlisted", facet, rules: rulesOf(listed), others };
  }
  if (others.length > 0) return { kind: "not_a_rule", provisions: others };
  const elsewhen = fits.filter(
    (one) =>
      one.provision.force === "rule" && one.reaches && one.wrong.length === 0,
  );
  if (elsewhen.length === 0) return { kind: "nothing" };
  const starts = elsewhen.map((one) => one.provision.period.from).sort();
  const later = elsewhen.every((one) => startsAfter(one.provision, when));
  const nearest = later ? starts[0] : starts.at(-1);
  return {
    kind: "other_time",
    rules: rulesOf(elsewhen.filter((e) => e.provision.period.from === nearest)),
  };
}

function startsAfter({ period }: Provision, when: When): boolean {
  const span = when[period.of];
  return span !== undefined && span.to < period.from;
}

/** The rule that decides, or why none does. */
export function select(knowledge: Knowledge, query: Query): Selection {
  const chain = knowledge.jurisdictions.chain(query.place);
  for (const [level, place] of chain.entries()) {
    const live = liveAt(knowledge, place, query);
    if (live.length === 0) continue;
    const found = decide(live);
    if (found.kind !== "rule") return found;
    const above = chain.slice(level + 1);
    const against = contradictions(knowledge, found, above, query);
    return against.length === 0
      ? found
      : { kind: "conflict", rules: [found.rule, ...against] };
  }
  const all: Fit[] = [];
  for (const place of chain)
    for (const provision of knowledge.provisions(place, query.topic))
      if (!query.only || query.only(provision)) all.push(fit(provision, query));
  return explain(all, query.when);
}

/**
 * Every rule of the nearest level that has one for this person and time,
 * without choosing among them; for persons with several identities. Rules
 * with an unknown facet that may be asked are left out.
 */
export function allReaching(knowledge: Knowledge, query: Query): Found[] {
  for (const place of knowledge.jurisdictions.chain(query.place)) {
    const found = liveAt(knowledge, place, query).filter(
      ({ open }) => open.length === 0,
    );
    if (found.length > 0)
      return found.map(({ provision, assumed }) => ({
        kind: "rule",
        rule: provision as Rule,
        assumed,
      }));
  }
  return [];
}

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
import type {
  Period,
  Provision,
  Rule,
  Value,
  Where,
  Who,
} from "../knowledge/schema.js";

export type Facet = keyof Where;
/** Facet values known of the case, ids of words.yaml. */
export type FacetValues = { readonly [F in Facet]?: string | undefined };

/** First and last day, inclusive. */
export interface Span {
  readonly from: string;
  readonly to: string;
}
/** The time asked for, by what a provision's period is counted in; a kind left out fits no provision. */
export type When = { readonly [K in Period["of"]]?: Span };

export interface Query {
  place: string;
  topic: string;
  when: When;
  facets: FacetValues;
  /** Facets that the benefit has a fact for; an unknown other facet counts as met and is reported as assumed. */
  asked: readonly Facet[];
  /** Tags of the person; none: nobody in particular. */
  tags?: ReadonlySet<string> | undefined;
  /** Narrows the topic, e.g. to the caps of a day. */
  only?: ((provision: Provision) => boolean) | undefined;
}

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

const NO_TAGS: ReadonlySet<string> = new Set();

/** Whether a rule with this `who` reaches a person with these tags. */
export function reaches(who: Who, tags: ReadonlySet<string>): boolean {
  return (
    (who.all === undefined || who.all.every((tag) => tags.has(tag))) &&
    (who.any === undefined || who.any.some((tag) => tags.has(tag))) &&
    (who.none === undefined || !who.none.some((tag) => tags.has(tag)))
  );
}

/** Whether a provision holds at the time asked for: some day of it, no later than it is trusted. */
export function holdsAt(provision: Provision, when: When): boolean {
  const span = when[provision.period.of];
  return (
    span !== undefined &&
    provision.period.from <= span.to &&
    span.from <= provision.trusted_to
  );
}

interface Fit {
  provision: Provision;
  inTime: boolean;
  /** Facets with a known value that the provision does not name. */
  wrong: Facet[];
  /** Unknown facets that may be asked. */
  open: Facet[];
  /** Unknown facets that count as met. */
  assumed: Facet[];
  /** Known facets that the provision names. */
  named: number;
  reaches: boolean;
}

function fit(provision: Provision, query: Query): Fit {
  const result: Fit = {
    provision,
    inTime: holdsAt(provision, query.when),
    wrong: [],
    open: [],
    assumed: [],
    named: 0,
    reaches: reaches(provision.who, query.tags ?? NO_TAGS),
  };
  for (const name in provision.where) {
    const facet = name as Facet;
    const allowed = provision.where[facet];
    if (!allowed) continue;
    const known = query.facets[facet];
    if (known === undefined)
      (query.asked.includes(facet) ? result.open : result.assumed).push(facet);
    else if (allowed.includes(known)) result.named += 1;
    else result.wrong.push(facet);
  }
  const { insurance } = query.facets;
  const general = provision.notice.insurance;
  if (
    insurance !== undefined &&
    general !== undefined &&
    !provision.where.insurance &&
    !general.includes(insurance)
  )
    result.wrong.push("insurance");
  return result;
}

const isRule = (provision: Provision): provision is Rule =>
  provision.force === "rule";
const rulesOf = (fits: readonly Fit[]): Rule[] =>
  fits.map((one) => one.provision).filter(isRule);

/** Whether two values decide the same. */
export function sameValue(a: Value, b: Value): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** More named facets come first, then more demands on the person, then the later rule. */
function moreSpecific(a: Fit, b: Fit): number {
  const size = (tags: readonly string[] | undefined): number =>
    tags?.length ?? 0;
  const general = (one: Fit): number => (one.provision.who.any ? 0 : 1);
  return (
    b.named + b.assumed.length - (a.named + a.assumed.length) ||
    size(b.provision.who.all) - size(a.provision.who.all) ||
    general(a) - general(b) ||
    (a.provision.period.from < b.provision.period.from ? 1 : -1)
  );
}

/** The rule among those that reach the case, or the unknown facet that decides among them. */
function decide(live: readonly Fit[]): Selection {
  const closed = live.filter((one) => one.open.length === 0).sort(moreSpecific);
  const [best] = closed;
  const open = live.filter(
    (one) =>
      one.open.length > 0 &&
      !(best && sameValue(one.provision.value, best.provision.value)),
  );
  const facet = open[0]?.open[0];
  if (facet === undefined) {
    const chosen = best ?? live[0]!;
    return {
      kind: "rule",
      rule: chosen.provision as Rule,
      assumed: chosen.assumed,
    };
  }
  const choices: string[] = [];
  for (const { provision } of open)
    for (const value of provision.where[facet] ?? [])
      if (!choices.includes(value)) choices.push(value);
  return { kind: "needs", facet, choices, rules: rulesOf(open) };
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
    for (const provision of knowledge.provisions(place, query.topic)) {
      if (query.only && !query.only(provision)) continue;
      const one = fit(provision, query);
      if (isRule(provision) && lives(one) && one.assumed.length === 0)
        if (!sameValue(provision.value, found.rule.value))
          rules.push(provision);
    }
  return rules;
}

const lives = (one: Fit): boolean =>
  one.inTime && one.reaches && one.wrong.length === 0;

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
  const all: Fit[] = [];
  for (const [level, place] of chain.entries()) {
    const fits: Fit[] = [];
    for (const provision of knowledge.provisions(place, query.topic))
      if (!query.only || query.only(provision))
        fits.push(fit(provision, query));
    const live = fits.filter(
      (one) => one.provision.force === "rule" && lives(one),
    );
    if (live.length > 0) {
      const found = decide(live);
      if (found.kind !== "rule") return found;
      const above = chain.slice(level + 1);
      const against = contradictions(knowledge, found, above, query);
      return against.length === 0
        ? found
        : { kind: "conflict", rules: [found.rule, ...against] };
    }
    all.push(...fits);
  }
  return explain(all, query.when);
}

/**
 * Every rule of the nearest level that has one for this person and time,
 * without choosing among them; for persons with several identities. Rules
 * with an unknown facet that may be asked are left out.
 */
export function allReaching(knowledge: Knowledge, query: Query): Found[] {
  for (const place of knowledge.jurisdictions.chain(query.place)) {
    const found: Found[] = [];
    for (const provision of knowledge.provisions(place, query.topic)) {
      const one = fit(provision, query);
      if (isRule(provision) && lives(one) && one.open.length === 0)
        found.push({ kind: "rule", rule: provision, assumed: one.assumed });
    }
    if (found.length > 0) return found;
  }
  return [];
}

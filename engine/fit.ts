/**
 * How a provision fits a question: its time, the facets of the case and the
 * tags of the person.
 */
import type { Knowledge } from "../knowledge/knowledge.js";
import type { Period, Provision, Where, Who } from "../knowledge/schema.js";

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

/** A provision beside the case. */
export interface Fit {
  provision: Provision;
  inTime: boolean;
  /** Facets with a known value that the provision does not name. */
  wrong: readonly Facet[];
  /** Unknown facets that may be asked. */
  open: readonly Facet[];
  /** Unknown facets that count as met. */
  assumed: readonly Facet[];
  /** Known facets that the provision names. */
  named: number;
  reaches: boolean;
}

const NO_FACETS: readonly Facet[] = [];
type Named = readonly (readonly [Facet, readonly string[]])[];
const namedFacets = new WeakMap<Provision, Named>();

/** The facets that a provision names, with the values it names. */
function facetsOf(provision: Provision): Named {
  let named = namedFacets.get(provision);
  if (!named) {
    named = Object.entries(provision.where)
      .filter((entry): entry is [Facet, string[]] => entry[1] !== undefined)
      .map(([facet, values]) => [facet, values] as const);
    namedFacets.set(provision, named);
  }
  return named;
}

/** Whether a known insurance is none of those that the whole notice is about. */
function otherInsurance({ notice, where }: Provision, query: Query): boolean {
  const { insurance } = query.facets;
  return (
    insurance !== undefined &&
    notice.insurance !== undefined &&
    where.insurance === undefined &&
    !notice.insurance.includes(insurance)
  );
}

/** Everything about how the provision fits; for explaining why none decides. */
export function fit(provision: Provision, query: Query): Fit {
  let [wrong, open, assumed] = [NO_FACETS, NO_FACETS, NO_FACETS];
  let named = 0;
  for (const [facet, allowed] of facetsOf(provision)) {
    const known = query.facets[facet];
    if (known !== undefined) {
      if (allowed.includes(known)) named += 1;
      else wrong = [...wrong, facet];
    } else if (isAsked(facet, provision, query)) open = [...open, facet];
    else assumed = [...assumed, facet];
  }
  if (otherInsurance(provision, query)) wrong = [...wrong, "insurance"];
  return {
    provision,
    inTime: holdsAt(provision, query.when),
    wrong,
    open,
    assumed,
    named,
    reaches: reaches(provision.who, query.tags ?? NO_TAGS),
  };
}

/**
 * Whether an unknown facet may be asked for. The insurance is not where the
 * provision is about the one insurance of its whole notice: it counts as met.
 */
function isAsked(
  facet: Facet,
  { notice, where }: Provision,
  { asked }: Query,
): boolean {
  if (!asked.includes(facet)) return false;
  const [only, ...others] = notice.insurance ?? [];
  return (
    facet !== "insurance" ||
    only === undefined ||
    others.length > 0 ||
    where.insurance?.includes(only) !== true
  );
}

/** Whether a provision is a rule that may decide the case: what `fit` tells in full, without building it. */
function mayDecide(provision: Provision, query: Query): boolean {
  if (
    provision.force !== "rule" ||
    !holdsAt(provision, query.when) ||
    !reaches(provision.who, query.tags ?? NO_TAGS) ||
    otherInsurance(provision, query) ||
    (query.only && !query.only(provision))
  )
    return false;
  for (const [facet, allowed] of facetsOf(provision)) {
    const known = query.facets[facet];
    if (known !== undefined && !allowed.includes(known)) return false;
  }
  return true;
}

/** The rules of one place that may decide the case. */
export function liveAt(
  knowledge: Knowledge,
  place: string,
  query: Query,
): Fit[] {
  const live: Fit[] = [];
  for (const provision of knowledge.provisions(place, query.topic))
    if (mayDecide(provision, query)) live.push(liveFit(provision, query));
  return live;
}

/** What \`fit\` tells of a rule that may decide: its time, its persons and its known facets fit. */
function liveFit(provision: Provision, query: Query): Fit {
  let [open, assumed] = [NO_FACETS, NO_FACETS];
  let named = 0;
  for (const [facet] of facetsOf(provision)) {
    if (query.facets[facet] !== undefined) named += 1;
    else if (isAsked(facet, provision, query)) open = [...open, facet];
    else assumed = [...assumed, facet];
  }
  const wrong = NO_FACETS;
  return {
    provision,
    inTime: true,
    wrong,
    open,
    assumed,
    named,
    reaches: true,
  };
}

/**
 * The provision that a question is about, and how much of the question it
 * covers. A word that names another person, grade or tier than the provision's
 * own is never covered, though the sentence may name that one, too.
 */
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Provision } from "../../knowledge/schema.js";
import { TOPICS } from "../../knowledge/topics.js";
import {
  BY_MEANING,
  BY_PARTS,
  Index,
  key,
  MOST_WORTH,
  type Field,
  type QueryUnit,
} from "./index.js";
import { inYear, nearness, scopeOf, type Limits } from "./scope.js";
import { unitsOf } from "./tokens.js";
import type { Synonyms } from "./synonyms.js";

export interface ProvisionHit {
  provision: Provision;
  score: number;
  /** Share of the question's informative words that the provision has, from 0 to 1; rare words count more. */
  coverage: number;
  /** Share of the provision's own label that the question says, from 0 to 1: low where only general words meet. */
  named: number;
}

interface Entry {
  provision: Provision;
  /** The words of its label, by which it differs from its neighbours. */
  label: QueryUnit[];
  /** What the provision itself is called and says, and what people ask for it with. */
  core: ReadonlySet<string>;
  /** The sentences it rests on, which may speak of its neighbours, too. */
  around: ReadonlySet<string>;
  /** Facets whose values the provision fixes. */
  fixed: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Less than a rare word or two common ones says too little to be trusted as covered. */
const LEAST_WORTH = 4;
/** Which insurance: a condition of its own, never the subject. */
const INSURANCE = "insurance";
/** Hits beyond these are not of use to anybody. */
const MOST = 10;
/** What a provision counts for of whose label the question says nothing. */
const UNNAMED = 1 / 2;
/** What a word counts for that only the sentence around has. */
const ELSEWHERE = 3 / 5;
/** Candidates by score whose coverage is worked out. */
const CANDIDATES = 30;

export class ProvisionIndex {
  private readonly index: Index<Entry>;

  constructor(
    private readonly knowledge: Knowledge,
    synonyms: Synonyms,
  ) {
    this.index = new Index(synonyms);
    for (const notice of knowledge.notices.values())
      for (const provision of notice.provisions) this.add(provision);
    for (const entry of this.index.items)
      entry.label = this.index.query(
        unitsOf(labelOf(knowledge, entry.provision)),
      );
  }

  private add(provision: Provision): void {
    const fixed = fixedBy(provision);
    const core = coreOf(this.knowledge, provision);
    const around = [
      { text: provision.quote, weight: 1 },
      {
        text: provision.context.map(({ quote }) => quote).join(),
        weight: 1 / 2,
      },
    ];
    const meanings = [...fixed].flatMap(([facet, values]) =>
      [...values].map((value) => `${facet}:${value}`),
    );
    const entry = {
      provision,
      fixed,
      label: [],
      core: this.tokensIn(core),
      around: this.tokensIn(around),
    };
    this.index.add(
      provision.notice.jurisdiction,
      entry,
      [...core, ...around],
      meanings,
    );
  }

  private tokensIn(fields: readonly Field[]): Set<string> {
    return this.index.tokensIn(fields.map(({ text }) => text).join("。"));
  }

  search(query: string, limits: Limits): ProvisionHit[] {
    const { places, notices, units } = scopeOf(this.knowledge, query, limits);
    const asked = this.index.query(units);
    if (asked.length === 0) return [];
    const said = wordsOf(asked);
    return [...this.index.search(places.keys(), asked)]
      .filter(([document]) => {
        const { provision } = this.entry(document);
        return (
          (notices === null || notices.has(provision.notice.id)) &&
          inYear(limits.year, provision.period.from, provision.trusted_to)
        );
      })
      .sort(byScore)
      .slice(0, CANDIDATES)
      .map(([document, score]) => {
        const coverage = this.coverage(document, asked);
        const { provision, label } = this.entry(document);
        const level = places.get(provision.notice.jurisdiction) ?? 0;
        const own = named(label, said);
        return {
          provision,
          named: own,
          score:
            score *
            nearness(level) *
            coverage *
            (UNNAMED + (1 - UNNAMED) * own),
          coverage,
        };
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST);
  }

  private entry(document: number): Entry {
    return this.index.items[document] as Entry;
  }

  private coverage(document: number, units: readonly QueryUnit[]): number {
    let covered = 0;
    let all = 0;
    for (const unit of units) {
      const insurance = this.namesInsurance(document, unit);
      if (insurance === true) continue;
      const weight = insurance === false ? MOST_WORTH : unit.weight;
      all += weight;
      if (insurance === null) covered += weight * this.covers(document, unit);
    }
    return covered / Math.max(all, LEAST_WORTH);
  }

  /** Whether the insurance that the unit names is the provision's; null where it names none. */
  private namesInsurance(
    document: number,
    { meanings }: QueryUnit,
  ): boolean | null {
    const named = meanings.filter((one) => facetOf(one) === INSURANCE);
    if (named.length === 0) return null;
    const fixed = this.entry(document).fixed.get(INSURANCE);
    return fixed === undefined || named.some((one) => fixed.has(valueOf(one)));
  }

  /** How far the provision has the unit, from 0 to 1. */
  private covers(
    document: number,
    { word, parts, meanings }: QueryUnit,
  ): number {
    const { fixed } = this.entry(document);
    const facets = meanings.filter((meaning) => meaning.includes(":"));
    const bound = facets.filter((meaning) => fixed.has(facetOf(meaning)));
    if (bound.length > 0 && bound.length === meanings.length)
      return bound.some((meaning) =>
        fixed
          .get(facetOf(meaning))
          ?.has(meaning.slice(meaning.indexOf(":") + 1)),
      )
        ? 1
        : 0;
    const { core, around } = this.entry(document);
    return Math.max(
      this.found(core, { word, parts, meanings }),
      ELSEWHERE * this.found(around, { word, parts, meanings }),
    );
  }

  private found(
    tokens: ReadonlySet<string>,
    { word, parts, meanings }: Pick<QueryUnit, "word" | "parts" | "meanings">,
  ): number {
    if (tokens.has(word)) return 1;
    if (meanings.some((meaning) => tokens.has(key(meaning)))) return BY_MEANING;
    let found = 0;
    let all = 0;
    for (const part of parts) {
      const worth = this.index.rarity(part);
      all += worth;
      if (tokens.has(part)) found += worth;
    }
    return all === 0 ? 0 : (BY_PARTS * found) / all;
  }
}

/** Words, parts and meanings of the question. */
function wordsOf(units: readonly QueryUnit[]): Set<string> {
  return new Set(
    units.flatMap(({ word, parts, meanings }) => [word, ...parts, ...meanings]),
  );
}

/** Share of the label's words that the question says, rare ones counting more. */
function named(label: readonly QueryUnit[], said: ReadonlySet<string>): number {
  let found = 0;
  let all = 0;
  for (const { word, parts, meanings, weight } of label) {
    all += weight;
    if (said.has(word) || meanings.some((meaning) => said.has(meaning)))
      found += weight;
    else
      found +=
        (weight * parts.filter((part) => said.has(part)).length) /
        Math.max(1, parts.length);
  }
  return all === 0 ? 1 : found / all;
}

function facetOf(meaning: string): string {
  return meaning.slice(0, meaning.indexOf(":"));
}

function valueOf(meaning: string): string {
  return meaning.slice(meaning.indexOf(":") + 1);
}

function byScore(a: [number, number], b: [number, number]): number {
  return b[1] - a[1] || a[0] - b[0];
}

function fixedBy(provision: Provision): Map<string, Set<string>> {
  const fixed = new Map<string, Set<string>>();
  for (const [facet, values] of Object.entries(provision.where))
    if (values !== undefined) fixed.set(facet, new Set(values));
  if (provision.notice.insurance !== undefined && !fixed.has("insurance"))
    fixed.set("insurance", new Set(provision.notice.insurance));
  const persons = [...(provision.who.all ?? []), ...(provision.who.any ?? [])];
  if (persons.length > 0) fixed.set("identity", new Set(persons));
  return fixed;
}

/** Topic, facets and persons by their Chinese labels. */
function labelOf(
  { vocabulary }: Knowledge,
  { topic, where, who }: Provision,
): string {
  return [
    TOPICS[topic]?.label ?? vocabulary.file.topics[topic]?.label ?? "",
    ...Object.entries(where)
      .filter(([facet]) => facet !== INSURANCE)
      .flatMap(([facet, values]) =>
        (values ?? []).map((one) => vocabulary.label(facet, one)),
      ),
    ...[...(who.all ?? []), ...(who.any ?? [])].map((one) =>
      vocabulary.label("identity", one),
    ),
  ].join("，");
}

/** What the provision is called and says, and what people ask for it with. */
function coreOf(knowledge: Knowledge, provision: Provision): Field[] {
  const { topic, value, at } = provision;
  const asks = knowledge.vocabulary.file.topics[topic]?.asks ?? [];
  const core = [
    { text: labelOf(knowledge, provision), weight: 2 },
    { text: asks.join(" ").replaceAll("|", "，"), weight: 3 / 10 },
    { text: at ?? "", weight: 1 / 2 },
  ];
  if (value.kind === "text")
    core.push(
      { text: value.says, weight: 3 / 2 },
      { text: value.figures.map(({ label }) => label).join("，"), weight: 1 },
    );
  return core;
}

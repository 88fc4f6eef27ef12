/**
 * One case under calculation: its facts, the selection of rules for its place
 * and time, and the result as it is put together. Calculators in rules/ get
 * nothing else.
 */
import { yearOf } from "../knowledge/dates.js";
import type { Knowledge } from "../knowledge/knowledge.js";
import type { Provision, Rule, ValueOf } from "../knowledge/schema.js";
import { caseKey, type Choices, choicesOf, facetsKey } from "./choices.js";
import { Draft } from "./draft.js";
import { facetsOf } from "./facets.js";
import {
  identityOf,
  type Identity,
  kindsOf,
  saysAge,
  withTag,
} from "./identity.js";
import { isHeld } from "./held.js";
import type { CalcRequest, Facts } from "./request.js";
import type { CalcResult } from "./result.js";
import {
  type Facet,
  type FacetValues,
  type NotFound,
  sameValue,
  select,
  type Selection,
  type Span,
  type When,
} from "./select.js";
import { daySpan, monthSpan, yearSpan } from "./spans.js";
import { amount, type Quantity } from "./trace.js";

export { daySpan, monthSpan, schoolYearSpan, yearSpan } from "./spans.js";

/** The fact that a facet is asked by, where it is named differently. */
const FACT_OF: Partial<Record<Facet, string>> = {
  student_of: "group",
  class: "class_a",
};

/** What a selection adds to or replaces of the case. */
interface More {
  facets?: FacetValues;
  when?: When;
  tags?: ReadonlySet<string>;
  only?: (provision: Provision) => boolean;
  /** Says what `only` narrows to, where the same word always narrows alike. */
  sort?: string;
}

const NO_MORE: More = {};

export class Case extends Draft {
  readonly facts: Facts;
  readonly area: string | undefined;
  private who: Identity | undefined;
  private known: FacetValues | undefined;
  private at: When | undefined;
  /** The choices made before for cases of this kind. */
  private choices: Choices | undefined;
  /** The facets last put over those of the facts, and what came out. */
  private over: { given: FacetValues; all: FacetValues } | undefined;

  constructor(
    readonly request: CalcRequest,
    knowledge: Knowledge,
    /** Facets that the benefit has facts for; others are never asked. */
    readonly asked: readonly Facet[],
  ) {
    super(knowledge, request.on);
    this.facts = request.facts;
    this.area = request.area ?? request.facts.area;
  }

  get place(): string {
    return this.request.jurisdiction;
  }

  get onYear(): number {
    return yearOf(this.on);
  }

  /** The names that the request gives for who the person is. */
  private get names(): string[] {
    const { identity, identities = [] } = this.facts;
    return identity === undefined ? identities : [identity, ...identities];
  }

  /** Whether it was said how old the person is. */
  get ageKnown(): boolean {
    return this.facts.age !== undefined || saysAge(this.names);
  }

  /** The tags of the person of the request; grounds of implied tags are told as assumed. */
  get tags(): ReadonlySet<string> {
    if (!this.who) {
      const { vocabulary } = this.knowledge;
      this.who = identityOf(vocabulary, this.names, this.facts.age);
      for (const ground of this.who.because) this.assume(ground);
    }
    return this.who.tags;
  }

  /** Whether the request says anything about who the person is. */
  get identityKnown(): boolean {
    return (
      this.facts.identity !== undefined || this.facts.identities !== undefined
    );
  }

  /** The facets that the facts state. */
  get facets(): FacetValues {
    return (this.known ??= facetsOf(this.facts, this.area));
  }

  /**
   * When the event lies: the day, month or year that the facts give, else the
   * day of the question.
   */
  get event(): Span {
    const { visit_date, month, year, coverage_year } = this.facts;
    if (visit_date !== undefined) return daySpan(visit_date);
    if (month !== undefined) return monthSpan(month);
    const asked = year ?? coverage_year;
    return asked === undefined ? daySpan(this.on) : yearSpan(asked);
  }

  /** The same span for every kind of period that counts in calendar days. */
  during(span: Span): When {
    return { expense: span, payment: span, coverage_year: span };
  }

  private with(given: FacetValues): FacetValues {
    if (this.over?.given !== given)
      this.over = { given, all: { ...this.facets, ...given } };
    return this.over.all;
  }

  /** The rule on a topic for this case; `more` adds to or replaces facets, time and tags. */
  select(topic: string, more: More = NO_MORE): Selection {
    if (more.when || more.tags || (more.only && more.sort === undefined))
      return this.choose(topic, more);
    const choices = (this.choices ??= choicesOf(this.knowledge, this.key()));
    let own = choices.get(topic);
    if (!own) choices.set(topic, (own = new Map()));
    const facets = more.facets ? facetsKey(more.facets) : "";
    const narrowed = more.sort === undefined ? facets : more.sort + facets;
    let found = own.get(narrowed);
    if (!found) own.set(narrowed, (found = this.choose(topic, more)));
    return found;
  }

  private key(): string {
    return caseKey(
      `${this.request.benefit}/${this.asked.length}`,
      this.place,
      this.event,
      this.facets,
      this.tags,
    );
  }

  private choose(topic: string, more: More): Selection {
    return select(this.knowledge, {
      place: this.place,
      topic,
      when: more.when ?? (this.at ??= this.during(this.event)),
      facets: more.facets ? this.with(more.facets) : this.facets,
      asked: this.asked,
      tags: more.tags ?? this.tags,
      only: more.only,
    });
  }

  /**
   * Like `select`, for a topic that depends on who the person is: a tag that is
   * too general (残疾人 without a grade) decides where all its kinds agree, and
   * is asked for where they differ; nothing said is asked for too.
   */
  selectForPerson(topic: string, more: More = {}): Selection {
    const found = this.select(topic, more);
    if (found.kind !== "unlisted" || found.facet !== "identity") return found;
    const tags = more.tags ?? this.tags;
    const needs: Selection = {
      kind: "needs",
      facet: "identity",
      choices: found.rules.flatMap(({ who }) => who.any ?? who.all ?? []),
      rules: found.rules,
    };
    if (tags.size === 0) return needs;
    for (const tag of tags) {
      const kinds = kindsOf(this.knowledge.vocabulary, tag);
      if (kinds.length === 0 || kinds.some((kind) => tags.has(kind))) continue;
      const each = kinds.map((kind) =>
        this.select(topic, {
          ...more,
          tags: withTag(this.knowledge.vocabulary, tags, kind),
        }),
      );
      const rules = each.filter((one) => one.kind === "rule");
      const [first] = rules;
      if (!first) continue;
      return rules.length === each.length &&
        rules.every(({ rule }) => sameValue(rule.value, first.rule.value))
        ? first
        : needs;
    }
    return found;
  }

  /** As for every result; tells where a rule is that of a higher level than the place asked about. */
  override quantity(rule: Rule): Quantity {
    this.tellLevel(rule);
    return super.quantity(rule);
  }

  /** Names the level whose rule is applied, where it is not the place's own. */
  tellLevel({ notice: { jurisdiction } }: Rule): void {
    if (jurisdiction === this.place) return;
    const { jurisdictions } = this.knowledge;
    this.caveat(
      "other_rules_first",
      `这是${jurisdictions.label(jurisdiction)}的规定，${jurisdictions.label(this.place)}自己的文件没有收录这一项。`,
    );
  }

  /** A money fact as an exact amount; undefined when it was left out. */
  money(fact: keyof Facts): Quantity | undefined {
    const text = this.facts[fact];
    return typeof text === "string" ? amount(text) : undefined;
  }

  /** A “so far” amount: left out it counts as 0, which is told as assumed. */
  soFar(fact: keyof Facts, label: string): Quantity {
    const known = this.money(fact);
    if (known) return known;
    this.assume(`没有说${label}，按0元计算`);
    return amount("0");
  }

  /** Whether a held notice covers the time; `places` narrows it to those that rule on the matter at another time. */
  covered(
    span: Span = this.event,
    places: readonly string[] = this.knowledge.jurisdictions.chain(this.place),
  ): boolean {
    return isHeld(this.knowledge, this.place, span, places);
  }

  /** The result for a rule that was not found; `span` is the time asked for. */
  refuse(why: NotFound, span: Span = this.event): CalcResult {
    switch (why.kind) {
      case "needs":
        return this.needs(
          why.facet === "identity"
            ? "identity"
            : (FACT_OF[why.facet] ?? why.facet),
        );
      case "unlisted":
        this.refer(why.rules);
        this.refer(why.others);
        return this.notStipulated();
      case "not_a_rule":
        this.refer(why.provisions);
        return this.notStipulated();
      case "conflict":
        this.refer(why.rules);
        this.caveat(
          "other_rules_first",
          "不同层级的文件规定不一致，两处原文都列出，不作计算。",
        );
        return this.notStipulated();
      case "other_time":
        this.refer(why.rules);
        return this.covered(
          span,
          why.rules.map(({ notice }) => notice.jurisdiction),
        )
          ? this.notStipulated()
          : this.notHeld();
      case "nothing":
        return this.covered(span) ? this.notStipulated() : this.notHeld();
    }
  }
}

/** The value of a rule whose topic holds one kind only. */
export function valueOf<K extends Rule["value"]["kind"]>(
  rule: Rule,
  kind: K,
): ValueOf<K> {
  if (rule.value.kind !== kind)
    throw new TypeError(`${rule.key} is ${rule.value.kind}, not ${kind}`);
  return rule.value as ValueOf<K>;
}

/** The result as it is put together: figures, citations once each, caveats once each, references. */
import type { Knowledge } from "../knowledge/knowledge.js";
import type { Provision, Rule } from "../knowledge/schema.js";
import { citationsOf } from "./citations.js";
import { moneyText, unroundedText } from "./decimal.js";
import { periodLabel, referenceFigures, subjectLabel } from "./reference.js";
import { remarksOn } from "./remarks.js";
import type {
  CalcResult,
  CaveatCode,
  Citation,
  Figure,
  Status,
} from "./result.js";
import type { Facet } from "./select.js";
import { amount, type Quantity, ratio, Trace } from "./trace.js";

export class Draft {
  readonly trace = new Trace();
  private readonly figures: Figure[] = [];
  private readonly citations: Citation[] = [];
  private readonly cited = new Map<Provision, number[]>();
  /** Keys of the derived provisions whose derivation is a step already. */
  private readonly shown = new Set<string>();
  private readonly caveats: CalcResult["caveats"] = [];
  private readonly references: Figure[] = [];
  private range: CalcResult["range"] = null;

  constructor(
    readonly knowledge: Knowledge,
    /** The day of the question. */
    readonly on: string,
  ) {}

  /** The places of a provision's citations in the result; its remarks become caveats. */
  cite(provision: Provision): number[] {
    let places = this.cited.get(provision);
    if (!places) {
      places = citationsOf(provision).map((citation) => {
        const at = this.citations.indexOf(citation);
        return at >= 0 ? at : this.citations.push(citation) - 1;
      });
      this.cited.set(provision, places);
      for (const { code, text } of remarksOn(
        this.knowledge,
        provision,
        this.on,
      ))
        this.caveat(code, text);
    }
    return places;
  }

  /** The amount, ratio or points that a rule states, with its citations; tells what the clause takes for granted. */
  quantity(rule: Rule): Quantity {
    this.assumeConditions(rule);
    const { value, text } = numberOf(rule);
    const quantity = { value, text, citations: this.cite(rule) };
    if (rule.derived) this.showDerived(rule, quantity);
    return quantity;
  }

  /** Shows, once, how a number that no clause states itself comes from those that clauses state. */
  private showDerived(rule: Rule, quantity: Quantity): void {
    const { key, notice, derived } = rule;
    if (!derived || this.shown.has(key)) return;
    this.shown.add(key);
    for (const id of derived.from) {
      const from = this.knowledge.provision(`${notice.id}/${id}`);
      if (from?.derived && from.force === "rule") this.quantity(from as Rule);
    }
    const label = `${periodLabel(rule)}${subjectLabel(this.knowledge, rule)}`;
    this.trace.derived(`推算：${label}`, derived.formula, quantity);
  }

  /** Adds a money figure; the value must be settled. */
  figure(
    key: string,
    label: string,
    value: Quantity,
    whose?: Record<string, string>,
  ): void {
    this.add({
      key,
      type: "money",
      label,
      value: settledText(value),
      unit: "元",
      citations: [...value.citations],
      ...(whose ? { for: whose } : {}),
    });
  }

  add(figure: Figure): void {
    this.figures.push(figure);
  }

  caveat(code: CaveatCode, text: string): void {
    if (!this.caveats.some((one) => one.code === code && one.text === text))
      this.caveats.push({ code, text });
  }

  /** Says that something was taken for granted. */
  assume(text: string): void {
    this.caveat("assumed", text);
  }

  /** Tells the conditions of a rule's clause that no fact of a request states. */
  assumeConditions({ assumes }: Rule): void {
    for (const condition of assumes) this.assume(condition);
  }

  /** Says which conditions of a rule were counted as met because the request has no fact for them. */
  assumeFacets(rule: Rule, facets: readonly Facet[]): void {
    const { vocabulary } = this.knowledge;
    for (const facet of facets) {
      const values = rule.where[facet] ?? [];
      const labels = values.map((one) => vocabulary.label(facet, one));
      this.assume(
        `按${vocabulary.facetLabel(facet)}为${labels.join("或")}计算`,
      );
    }
  }

  /** Shows what provisions state as references, each labelled with its own place and time. */
  refer(provisions: readonly Provision[]): void {
    for (const provision of provisions) {
      const citations = this.cite(provision);
      for (const figure of referenceFigures(this.knowledge, provision))
        if (
          !this.references.some(
            (one) => one.label === figure.label && one.value === figure.value,
          )
        )
          this.references.push({ ...figure, citations: [...citations] });
    }
  }

  /** Adds a range of a figure that unknown facts only bound. */
  bounded(key: string, from: Quantity, to: Quantity, on: string[]): void {
    this.range = [
      ...(this.range ?? []),
      {
        key,
        from: moneyText(from.value),
        to: moneyText(to.value),
        depends_on: on,
      },
    ];
  }

  /** The answer with the figures, steps and citations so far. */
  answered(): CalcResult {
    return this.result("answered", []);
  }

  /** Nothing can be said before these facts are known. */
  needs(...facts: string[]): CalcResult {
    return {
      status: "needs_info",
      figures: [],
      steps: [],
      citations: [],
      caveats: [],
      missing: facts,
      reference: [],
      range: null,
    };
  }

  /** No clause decides; what stands near was referred to before. */
  notStipulated(): CalcResult {
    return this.unanswered("not_stipulated");
  }

  /** No held notice covers the place or the time. */
  notHeld(): CalcResult {
    return this.unanswered("not_held");
  }

  private unanswered(status: Status): CalcResult {
    return { ...this.result(status, []), figures: [], steps: [] };
  }

  private result(status: Status, missing: string[]): CalcResult {
    return {
      status,
      figures: this.figures,
      steps: this.trace.steps,
      citations: this.citations,
      caveats: this.caveats,
      missing,
      reference: this.references,
      range: this.range,
    };
  }
}

/** An amount to the 分; what a clause or a request states in whole 元 or 角 is written with its 分. */
function settledText({ value, text }: Quantity): string {
  const written = unroundedText(text);
  return written.length - written.indexOf(".") === 3
    ? written
    : moneyText(value);
}

const numbers = new WeakMap<Rule, Quantity>();

/** The number of a rule, read from its text once. */
function numberOf(rule: Rule): Quantity {
  let number = numbers.get(rule);
  if (!number) numbers.set(rule, (number = read(rule)));
  return number;
}

function read({ key, value }: Rule): Quantity {
  switch (value.kind) {
    case "amount":
    case "deductible":
      return amount(value.amount);
    case "ratio":
      return ratio(value.ratio);
    case "points":
      return ratio(value.points);
    case "cap":
      if (value.amount !== null) return amount(value.amount);
  }
  throw new TypeError(`${key} states no number`);
}

/**
 * What would change an answered result: the amount at which payment begins,
 * the next band, the amount that reaches the cap, another value of a fact, the
 * day on which another rule begins. Found by computing the changed case, so
 * that it cannot disagree with the calculator.
 */
import { z } from "zod";
import { addDays, yearOf } from "../knowledge/dates.js";
import type { Knowledge } from "../knowledge/knowledge.js";
import type { Provision } from "../knowledge/schema.js";
import { calculate } from "./calculate.js";
import { type Exact, exact, moneyText } from "./decimal.js";
import { LARGEST_AMOUNT } from "./fact-values.js";
import { type CalcRequest, type FactId, type Facts } from "./request.js";
import type { CalcResult } from "./result.js";
import { type Subject, SUBJECTS } from "./subjects.js";

/** One change of the case and what it does to the figure that matters most. */
export const change = z.strictObject({
  /**
   * begins: from this amount on something is paid; band: from here another
   * ratio applies; cap: from this amount on no more is paid; fact: another
   * value; day: from this day on another rule.
   */
  kind: z.enum(["begins", "band", "cap", "fact", "day"]),
  /** The fact to change; `on` for the day of the question. */
  fact: z.string(),
  value: z.string(),
  /** The figure, as it is and as it would be. */
  key: z.string(),
  from: z.string(),
  to: z.string(),
});
export type Change = z.infer<typeof change>;

/** Every change found, amounts first; none for a benefit without amounts or a result that is no answer. */
export function changesOf(
  request: CalcRequest,
  knowledge: Knowledge,
): Change[] {
  const subject = SUBJECTS[request.benefit];
  if (!subject) return [];
  const probe = new Probe(request, knowledge, subject);
  if (probe.now === undefined) return [];
  return [
    ...subject.amounts.flatMap((fact) => probe.amount(fact)),
    ...subject.facts.flatMap((fact) => probe.otherValues(fact)),
    ...probe.nextDay(),
  ];
}

class Probe {
  /** The figure of the case as it is. */
  readonly now: string | undefined;
  /** Its key: that of the benefit, or of the conclusion where that one is not decided. */
  private readonly key: string;
  private readonly rules: readonly Provision[];

  constructor(
    private readonly request: CalcRequest,
    private readonly knowledge: Knowledge,
    subject: Subject,
  ) {
    const { status, figures } = this.result({});
    const [first] = status === "answered" ? figures : [];
    const own = figures.some(({ key }) => key === subject.key);
    this.key = own || first?.type !== "money" ? subject.key : first.key;
    this.now = this.figure({});
    this.rules = rulesOf(knowledge, request.jurisdiction, subject.topics);
  }

  private result(facts: Facts, on = this.request.on): CalcResult {
    const all = { ...this.request.facts, ...facts };
    return calculate({ ...this.request, on, facts: all }, this.knowledge);
  }

  private figure(facts: Facts, on?: string): string | undefined {
    const result = this.result(facts, on);
    if (result.status !== "answered") return undefined;
    return result.figures.find(({ key }) => key === this.key)?.value;
  }

  private change(
    kind: Change["kind"],
    fact: Change["fact"],
    value: string,
    to: string,
  ): Change {
    return { kind, fact, value, key: this.key, from: this.now ?? "", to };
  }

  /** Where payment begins, where the next band begins, where the cap is reached. */
  amount(fact: FactId): Change[] {
    const given = this.request.facts[fact];
    if (typeof given !== "string" || this.now === undefined) return [];
    const most = this.figure({ [fact]: LARGEST_AMOUNT });
    if (most === undefined || exact(most).lte(0)) return [];
    const changes: Change[] = [];
    if (exact(this.now).isZero()) {
      const value = this.least(fact, given, "0.01");
      changes.push(this.at("begins", fact, value));
    }
    const band = this.nextBand(given);
    if (band !== undefined) changes.push(this.at("band", fact, band));
    const half = moneyText(exact(LARGEST_AMOUNT).div(2));
    if (this.figure({ [fact]: half }) === most && exact(this.now).lt(most))
      changes.push(this.at("cap", fact, this.least(fact, given, most)));
    return changes;
  }

  private at(kind: Change["kind"], fact: FactId, value: string): Change {
    return this.change(kind, fact, value, this.figure({ [fact]: value }) ?? "");
  }

  /** The least amount above the given one for which at least this much is paid, to the 分. */
  private least(fact: FactId, above: string, paid: string): string {
    let low = exact(above).times(100);
    let high = exact(LARGEST_AMOUNT).times(100);
    while (high.minus(low).gt(1)) {
      const middle = low.plus(high).div(2).floor();
      const value = moneyText(middle.div(100));
      if (exact(this.figure({ [fact]: value }) ?? "0").gte(paid)) high = middle;
      else low = middle;
    }
    return moneyText(high.div(100));
  }

  /** The foot of the first band above the amount. */
  private nextBand(amount: string): string | undefined {
    const feet: Exact[] = [];
    const deductible = this.result({}).figures.find(
      ({ key }) => key === "catastrophic.deductible",
    );
    for (const { value } of this.rules) {
      if (value.kind !== "bands") continue;
      const add = value.counted_from === "deductible" ? deductible?.value : "0";
      for (const { over } of value.bands)
        feet.push(exact(over).plus(add ?? "0"));
    }
    const above = feet
      .filter((foot) => foot.gt(amount) && foot.gt(deductible?.value ?? "0"))
      .sort((a, b) => a.cmp(b));
    return above[0] && moneyText(above[0]);
  }

  /** Other values of a fact that the rules name, where they give another amount. */
  otherValues(fact: FactId): Change[] {
    const given = this.request.facts[fact];
    const values = new Set(this.rules.flatMap((rule) => valuesOf(rule, fact)));
    const changes: Change[] = [];
    for (const value of values) {
      const set = fact === "family_doctor" ? value === "true" : value;
      if (set === given) continue;
      const facts: Facts =
        fact === "identity"
          ? { identity: value, identities: undefined }
          : { [fact]: set };
      const to = this.figure(facts);
      if (to !== undefined && to !== this.now)
        changes.push(this.change("fact", fact, value, to));
    }
    return changes;
  }

  /** The first day after the case on which the result is another. */
  nextDay(): Change[] {
    const { facts, on } = this.request;
    const last = lastDay(facts, on);
    const days = new Set<string>();
    for (const { period } of this.rules) {
      if (period.from > last) days.add(period.from);
      if (period.to !== null && period.to >= last)
        days.add(addDays(period.to, 1));
    }
    for (const day of [...days].sort()) {
      const { fact, value } = moved(facts, day);
      const to =
        fact === "on"
          ? this.figure({}, day)
          : this.figure({ [fact]: asFact(fact, value) });
      if (to !== undefined && to !== this.now)
        return [this.change("day", fact, value, to)];
    }
    return [];
  }
}

/** Rules on the topics for the place and those above it. */
function rulesOf(
  knowledge: Knowledge,
  place: string,
  topics: readonly string[],
): Provision[] {
  const rules: Provision[] = [];
  for (const level of knowledge.jurisdictions.chain(place))
    for (const notice of knowledge.noticesOf(level))
      for (const provision of notice.provisions)
        if (
          provision.force === "rule" &&
          topics.some((topic) => provision.topic.startsWith(topic))
        )
          rules.push(provision);
  return rules;
}

function valuesOf({ where, who }: Provision, fact: FactId): string[] {
  switch (fact) {
    case "identity":
      return [...(who.all ?? []), ...(who.any ?? [])];
    case "family_doctor":
      return where.family_doctor ? ["true", "false"] : [];
    case "institution":
    case "insurance":
    case "employment":
    case "tier":
    case "disease":
      return where[fact] ?? [];
    default:
      return [];
  }
}

/** The last day that the case is about. */
function lastDay(facts: Facts, on: string): string {
  const { visit_date, month, year, coverage_year } = facts;
  const asked = year ?? coverage_year;
  if (visit_date !== undefined) return visit_date;
  if (month !== undefined) return `${month}-28`;
  return asked === undefined ? on : `${asked}-12-31`;
}

/** The fact that moves the case to a day. */
function moved(
  { visit_date, month, year, coverage_year }: Facts,
  day: string,
): { fact: FactId | "on"; value: string } {
  if (visit_date !== undefined) return { fact: "visit_date", value: day };
  if (month !== undefined) return { fact: "month", value: day.slice(0, 7) };
  const calendarYear = day.slice(0, 4);
  if (year !== undefined) return { fact: "year", value: calendarYear };
  if (coverage_year !== undefined)
    return { fact: "coverage_year", value: calendarYear };
  return { fact: "on", value: day };
}

function asFact(fact: FactId, value: string): string | number {
  return fact === "year" || fact === "coverage_year" ? yearOf(value) : value;
}

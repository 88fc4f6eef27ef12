/**
 * A newborn's first year: what is paid and from when benefits run, registered
 * in the year of birth or not. Rests on `newborn.contribution`, which holds
 * amounts and the beginning of benefits.
 */
import { yearOf } from "../../knowledge/dates.js";
import type { Value } from "../../knowledge/schema.js";
import { type Case, daySpan, valueOf, yearSpan } from "../case.js";
import type { CalcResult } from "../result.js";
import type { Found, Selection, When } from "../select.js";
import { addDay, benefitDay } from "./days.js";

const NEWBORN = "newborn.contribution";
/** The tag of a newborn. */
export const TAG = "新生儿";

/** Whether the place sets what a newborn of this year pays. */
export function newbornIsRuled(one: Case, year: number): boolean {
  const when = one.during(yearSpan(year));
  const found = one.select(NEWBORN, { when, tags: new Set([TAG]) });
  return found.kind === "rule" || found.kind === "needs";
}

interface Child {
  born: string | undefined;
  /** The coverage year whose fee is paid. */
  year: number;
  registered: boolean | undefined;
}

/** Computes what is paid for a newborn and when the child's benefits begin. */
export function newborn(one: Case): CalcResult {
  const { born_on, coverage_year, registered_in_birth_year } = one.facts;
  const born = born_on ?? (coverage_year === undefined ? one.on : undefined);
  const birthYear = born === undefined ? coverage_year! : yearOf(born);
  const registered = registered_in_birth_year;
  if (
    registered === true &&
    coverage_year !== undefined &&
    coverage_year > birthYear
  )
    return laterYear(one, coverage_year);
  const year = registered === false ? birthYear + 1 : birthYear;
  const child: Child = { born, year, registered };
  const benefit = ruleFor(one, child, "wait");
  const amount = ruleFor(one, child, "amount");
  const open = [amount, benefit].find((found) => found.kind === "needs");
  if (open?.kind === "needs")
    return open.facet === "group"
      ? one.needs("registered_in_birth_year")
      : one.refuse(open, yearSpan(year));
  if (amount.kind === "rule")
    one.figure("contribution.net", "要缴", one.quantity(amount.rule));
  else if (benefit.kind === "rule") addStandard(one, year);
  else
    return one.refuse(
      benefit.kind === "nothing" ? amount : benefit,
      yearSpan(year),
    );
  if (benefit.kind === "rule") addBenefit(one, benefit, child);
  return one.answered();
}

function ruleFor(
  one: Case,
  { year, registered }: Child,
  kind: Value["kind"],
): Selection {
  const span = yearSpan(year);
  const paid = daySpan(one.facts.paid_on ?? one.on);
  const when: When = { ...one.during(span), payment: paid };
  const group =
    registered === undefined
      ? undefined
      : registered
        ? "registered_in_birth_year"
        : "not_registered_in_birth_year";
  return one.select(NEWBORN, {
    when,
    facets: { group },
    tags: new Set([...one.tags, TAG]),
    only: ({ value }) => value.kind === kind,
  });
}

/** A later year of a child who was registered in time: the ordinary standard. */
function laterYear(one: Case, year: number): CalcResult {
  const span = yearSpan(year);
  const found = one.select("contribution.standard", { when: one.during(span) });
  if (found.kind !== "rule") return one.refuse(found, span);
  one.figure(
    "contribution.net",
    `${year}年度个人缴费`,
    one.quantity(found.rule),
  );
  return one.answered();
}

/** The stated part of a full financing whose other part no notice states. */
function addStandard(one: Case, year: number): void {
  const found = one.select("contribution.standard", {
    when: one.during(yearSpan(year)),
  });
  if (found.kind !== "rule") return;
  one.figure(
    "contribution.standard",
    `其中${year}年度个人缴费标准`,
    one.quantity(found.rule),
  );
  one.caveat(
    "ambiguous",
    `全额补缴还要加上${year}年度财政补助，收录的文件没有写这个数，所以不算总额。`,
  );
}

function addBenefit(one: Case, { rule }: Found, child: Child): void {
  const { benefit_from } = valueOf(rule, "wait");
  if (benefit_from === undefined) return;
  const day = benefitDay(benefit_from, child.born, child.year);
  const citations = one.cite(rule);
  one.assumeConditions(rule);
  if (day !== undefined)
    addDay(one, "benefit.from", "待遇开始日", day, citations);
}

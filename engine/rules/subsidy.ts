/**
 * What the treasury pays per head: the total, its parts by level of
 * government (which may depend on the county and on whose university a
 * student attends), and the financing standard.
 */
import type { Provision, Rule } from "../../knowledge/schema.js";
import { type Case, daySpan, yearSpan } from "../case.js";
import type { CalcResult } from "../result.js";
import type { Selection, When } from "../select.js";
import type { Quantity } from "../trace.js";

const PART = "subsidy.part";
const LEVELS = ["central", "province", "city", "county"] as const;

/** Computes the subsidy of a year. */
export function subsidy(one: Case): CalcResult {
  const { year } = one.facts;
  const span = year === undefined ? daySpan(one.on) : yearSpan(year);
  const when = one.during(span);
  const total = one.select("subsidy.total", { when });
  const financing = financingOf(one, when);
  if (total.kind !== "rule" && financing.kind !== "rule") {
    const why = total.kind === "nothing" ? financing : total;
    return one.refuse(why, span);
  }
  if (total.kind === "rule") {
    const problem = addTotal(one, total.rule, when);
    if (problem) return problem;
  }
  if (financing.kind === "rule")
    one.figure(
      "financing.standard",
      financingLabel(one, financing.rule),
      one.quantity(financing.rule),
    );
  return one.answered();
}

/** The financing standard as a whole; one for a kind of care only where the place itself sets no other. */
function financingOf(one: Case, when: When): Selection {
  const whole = one.select("financing.standard", {
    when,
    only: ({ where }) => !where.care,
  });
  if (whole.kind !== "nothing") return whole;
  return one.select("financing.standard", {
    when,
    only: ({ where, notice }) =>
      where.care !== undefined && notice.jurisdiction === one.place,
  });
}

function financingLabel(one: Case, { where }: Rule): string {
  const care = where.care?.map((id) =>
    one.knowledge.vocabulary.label("care", id),
  );
  return `${care?.join("、") ?? ""}筹资标准`;
}

/** The total and, where the county or the university is known, its parts. */
function addTotal(one: Case, rule: Rule, when: When): CalcResult | undefined {
  const total = one.quantity(rule);
  const parts = partsOf(one, rule, when);
  if ("status" in parts) return parts;
  one.figure("subsidy.total", "人均财政补助标准", total);
  for (const { level, part } of parts)
    one.figure(`subsidy.${level}`, levelLabel(one, level), part);
  if (parts.length > 1)
    one.trace.plus(
      "各级合计",
      parts.map(({ part }) => part),
    );
  return undefined;
}

function levelLabel(one: Case, level: string): string {
  return `${one.knowledge.vocabulary.label("payer", level)}补助`;
}

interface Part {
  level: (typeof LEVELS)[number];
  part: Quantity;
}

/** Whose university the student attends, as the group says. */
function studentOf(one: Case): string | undefined {
  const { group } = one.facts;
  const { vocabulary } = one.knowledge;
  return group !== undefined && vocabulary.value("student_of", group)
    ? group
    : undefined;
}

function partsOf(one: Case, total: Rule, when: When): Part[] | CalcResult {
  const student = studentOf(one);
  const splits = splitsAt(one);
  if (
    one.facts.group === STUDENT &&
    splits.some(({ where }) => where.student_of)
  )
    return one.needs("group");
  if (splits.length === 0 || (one.area === undefined && student === undefined))
    return [];
  const parts: Part[] = [];
  for (const level of LEVELS) {
    const found = one.select(PART, {
      when,
      facets: { payer: level, student_of: student },
      only: ({ where }) =>
        (where.student_of !== undefined) === (student !== undefined),
    });
    if (found.kind === "rule")
      parts.push({ level, part: partOf(one, found.rule) });
    else if (found.kind === "needs") {
      // A student's split that holds in some counties only, the county unknown.
      const [rule] = found.rules;
      if (rule) parts.push({ level, part: partOf(one, rule) });
      assumeCounties(one, found.choices);
    }
  }
  if (parts.length > 0) return parts;
  for (const provision of splits)
    if (!student || provision.where.student_of?.includes(student))
      one.cite(provision);
  one.refer([total]);
  return one.notStipulated();
}

/** The tag of a student of whatever university. */
const STUDENT = "大学生";

function splitsAt(one: Case): readonly Provision[] {
  for (const place of one.knowledge.jurisdictions.chain(one.place)) {
    const splits = one.knowledge.provisions(place, PART);
    if (splits.length > 0) return splits;
  }
  return [];
}

function partOf(one: Case, rule: Rule): Quantity {
  return one.quantity(rule);
}

function assumeCounties(one: Case, counties: readonly string[]): void {
  one.assume(`按学校在${counties.join("、")}计算；其他县区文件没有写`);
}

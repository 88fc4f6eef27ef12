/**
 * Whether somebody who joins has no waiting period: joined in the window, soon
 * after an interruption of employee insurance, soon after birth, or of a
 * named group; and graduates. Periods end on the corresponding day, which is
 * inside (民法典 第二百零一条至第二百零三条).
 */
import { addDays, addMonths, yearOf } from "../../knowledge/dates.js";
import type { Rule } from "../../knowledge/schema.js";
import { type Case, daySpan, valueOf, yearSpan } from "../case.js";
import { identityOf } from "../identity.js";
import type { CalcResult } from "../result.js";
import type { Selection } from "../select.js";
import { addDay, benefitDay } from "./days.js";
import { addBenefit } from "./enrolment.js";
import { TAG as NEWBORN } from "./newborn.js";
import { waitingLength } from "./waiting-length.js";
import { collectedOn, windowOf } from "./window.js";

const EXEMPT = "waiting.exempt";
const GRADUATE = "waiting.graduate";
/** Groups of the rules that a date of the request states. */
const IN_WINDOW = "enrolled_in_window";
const INTERRUPTED = "employee_interrupted";
const GRADUATED = "毕业生";

/** Computes whether a person is exempt from the waiting period, and when benefits begin. */
export function waitingPeriod(one: Case): CalcResult {
  const tags = groupTags(one);
  const { graduated_in } = one.facts;
  const joined = one.facts.joined_on ?? one.on;
  if (graduated_in !== undefined || tags.has(GRADUATED))
    return graduate(one, graduated_in ?? yearOf(joined), joined);
  const tried: Selection[] = [];
  for (const ground of groundsOf(one, tags, joined)) {
    const found = exemption(one, ground, joined);
    if (found.kind === "rule" && reachesDay(found.rule, ground, joined)) {
      assumeUnsaid(one, found.rule, ground);
      addExempt(one, found.rule);
      addWindowBenefit(one, joined);
      return one.answered();
    }
    tried.push(found);
  }
  const length = waitingLength(one, joined);
  if (length) return length;
  if (tried.length === 0) return one.needs("group");
  return unreached(one, tried, joined);
}

interface Ground {
  group: string | undefined;
  tags: ReadonlySet<string>;
  /** The day from which the clause's period runs. */
  since: string | undefined;
}

function groupTags(one: Case): ReadonlySet<string> {
  const { group } = one.facts;
  if (group === undefined) return new Set();
  const who = identityOf(one.knowledge.vocabulary, [group]);
  for (const ground of who.because) one.assume(ground);
  return who.tags;
}

/** Every ground that the facts speak of, those with a day first. */
function groundsOf(
  one: Case,
  tags: ReadonlySet<string>,
  joined: string,
): Ground[] {
  const { employee_interrupted_on, born_on, group, joined_on } = one.facts;
  const nobody = new Set<string>();
  const all: Ground[] = [];
  if (employee_interrupted_on !== undefined)
    all.push({
      group: INTERRUPTED,
      tags: nobody,
      since: employee_interrupted_on,
    });
  if (born_on !== undefined || tags.has(NEWBORN))
    all.push({
      group: undefined,
      tags: new Set([NEWBORN]),
      since: born_on,
    });
  else if (group !== undefined)
    all.push(
      tags.size > 0
        ? { group: undefined, tags, since: undefined }
        : { group, tags: nobody, since: undefined },
    );
  if (joined_on !== undefined && isInWindow(one, joined, all.length === 0))
    all.push({ group: IN_WINDOW, tags: nobody, since: undefined });
  return all;
}

/** Whether the day lies in a window; one whose first day is not known counts only where nothing else was said. */
function isInWindow(one: Case, joined: string, alone: boolean): boolean {
  const year = collectedOn(one, joined);
  if (year === undefined) return false;
  const window = windowOf(one, year);
  if (window.kind !== "rule") return false;
  if (valueOf(window.rule, "window").from !== null) return true;
  if (alone)
    one.assume(
      "集中参保期从文件下发之日起，所持文本没有写是哪一天，按已经开始计算",
    );
  return alone;
}

/** Joined and paid in a window whose days are known: benefits begin when its clause says, unless birth came later. */
function addWindowBenefit(one: Case, joined: string): void {
  const { born_on, joined_on } = one.facts;
  const year = joined_on === undefined ? undefined : collectedOn(one, joined);
  if (year === undefined || !isInWindow(one, joined, false)) return;
  if (born_on === undefined || born_on < `${year}-01-01`)
    addBenefit(one, year, false);
}

function exemption(
  one: Case,
  { group, tags }: Ground,
  joined: string,
): Selection {
  return one.select(EXEMPT, {
    when: one.during(daySpan(joined)),
    facets: { group },
    tags,
    only: ({ where, who }) =>
      group === undefined
        ? where.group === undefined && (who.any ?? who.all) !== undefined
        : where.group !== undefined,
  });
}

/** Until what age somebody is taken for a newborn where the clause does not say. */
const NEWBORN_MONTHS = 12;

/** Whether the day of joining lies within the clause's period, its last day included. */
function reachesDay(rule: Rule, ground: Ground, joined: string): boolean {
  const { since } = ground;
  const { within_days } = valueOf(rule, "wait");
  const within_months = monthsOf(rule, ground);
  if (since === undefined) return true;
  if (joined < since) return false;
  if (within_months !== undefined)
    return joined <= addMonths(since, within_months);
  return within_days === undefined || joined <= addDays(since, within_days);
}

/** The months of the clause; for a newborn in a clause without any period, those of the first year of life. */
function monthsOf(rule: Rule, { tags }: Ground): number | undefined {
  const { within_months, within_days } = valueOf(rule, "wait");
  const open = within_months === undefined && within_days === undefined;
  return open && tags.has(NEWBORN) ? NEWBORN_MONTHS : within_months;
}

/** Tells what a clause demands whose day was not said, and how long somebody counts as newborn. */
function assumeUnsaid(one: Case, rule: Rule, { since, tags }: Ground): void {
  const { within_months, within_days } = valueOf(rule, "wait");
  const event = tags.has(NEWBORN) ? "出生" : "中断缴费";
  if (within_days !== undefined && since === undefined)
    one.assume(`按${event}后${within_days}天内参保计算`);
  else if (within_months !== undefined && since === undefined)
    one.assume(`按${event}后${within_months}个月内参保计算`);
  else if (within_days === undefined && tags.has(NEWBORN))
    one.assume("条文没有写新生儿到多大为止，按未满1周岁理解");
}

function addExempt(one: Case, rule: Rule): void {
  one.assumeConditions(rule);
  one.add({
    key: "waiting_period.exempt",
    type: "boolean",
    label: "不设等待期",
    value: "true",
    unit: "",
    citations: one.cite(rule),
  });
}

/** No clause reaches the person: the exemptions that do stand there. */
function unreached(
  one: Case,
  tried: readonly Selection[],
  joined: string,
): CalcResult {
  const rules = tried.filter((found) => found.kind === "rule");
  if (rules.length > 0) {
    for (const { rule } of rules) one.cite(rule);
    return one.notStipulated();
  }
  const [first] = tried;
  return first && first.kind !== "rule"
    ? one.refuse(first, daySpan(joined))
    : one.notStipulated();
}

/** Graduates: joined in time and paid, benefits run from a day of the year of graduation; or they run on to a day. */
function graduate(one: Case, year: number, joined: string): CalcResult {
  const span = { from: `${year}-09-01`, to: `${year}-12-31` };
  const found = one.select(GRADUATE, {
    when: one.during(span),
    tags: new Set([GRADUATED]),
  });
  if (found.kind !== "rule") return one.refuse(found, yearSpan(year));
  const { rule } = found;
  if (rule.value.kind === "window") {
    const { to } = rule.value;
    if (to === null || yearOf(to) !== year) return one.notHeld();
    addDay(one, "benefit.to", "待遇享受至", to, one.cite(rule));
    return one.answered();
  }
  const { within_months, benefit_from } = valueOf(rule, "wait");
  const from = benefitDay(benefit_from ?? "", undefined, year);
  if (from === undefined || from === "" || within_months === undefined)
    return one.notStipulated();
  if (joined < rule.period.from) return one.notHeld();
  const inTime = joined >= from && joined <= addMonths(from, within_months);
  if (inTime && one.facts.paid_that_year === undefined)
    return one.needs("paid_that_year");
  const citations = one.cite(rule);
  if (!inTime || !one.facts.paid_that_year) return one.notStipulated();
  addExempt(one, rule);
  addDay(one, "benefit.from", "待遇开始日", from, citations);
  return one.answered();
}

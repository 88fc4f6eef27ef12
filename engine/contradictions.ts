/** Facts that cannot be true together: nothing is computed from them. */
import { digitsToInt, yearOf } from "../knowledge/dates.js";
import type { Vocabulary } from "../knowledge/vocabulary.js";
import { exact, least } from "./decimal.js";
import { Fault } from "./fault.js";
import { agedTags, ageTags, identityOf } from "./identity.js";
import { type FactId, type Facts, factLabel } from "./request.js";

function fail(fact: string, message: string): never {
  throw new Fault("contradiction", message, `facts.${fact}`);
}

/** The part may not be more than the whole, where both are known. */
function atMost(facts: Facts, part: FactId, whole: FactId): void {
  const [a, b] = [facts[part], facts[whole]];
  if (typeof a === "string" && typeof b === "string" && exact(a).gt(b))
    fail(part, `${factLabel(part)} ${a} 大于${factLabel(whole)} ${b}`);
}

/** The first day may not be after the second. */
function inOrder(facts: Facts, first: FactId, second: FactId): void {
  const [a, b] = [facts[first], facts[second]];
  if (typeof a === "string" && typeof b === "string" && a > b)
    fail(first, `${factLabel(first)} ${a} 晚于${factLabel(second)} ${b}`);
}

function checkAmounts(facts: Facts): void {
  const { class_a, class_b, eligible } = facts;
  if (eligible !== undefined) {
    const parts = exact(class_a ?? "0").plus(class_b ?? "0");
    const whole = class_a !== undefined && class_b !== undefined;
    if (parts.gt(eligible) || (whole && !parts.eq(eligible)))
      fail(
        "eligible",
        `甲类与乙类合计 ${parts.toFixed()} 与政策范围内费用 ${eligible} 对不上`,
      );
  }
  atMost(facts, "above_deductible", "eligible");
  checkDeductible(facts);
  atMost(facts, "paid_today", "paid_this_year");
  atMost(facts, "eligible_self_paid", "eligible_expense");
  atMost(facts, "assisted_outpatient_this_year", "assisted_this_year");
}

/** What is above the deductible is the expense less the deductible; later admissions may have a lower one. */
function checkDeductible(facts: Facts): void {
  const { eligible, above_deductible, regular_deductible } = facts;
  if (
    eligible === undefined ||
    above_deductible === undefined ||
    regular_deductible === undefined
  )
    return;
  const taken = exact(eligible).minus(above_deductible);
  const due = least(exact(regular_deductible), exact(eligible));
  const lowered =
    facts.admission !== undefined || facts.outpatient_last_year !== undefined;
  if (taken.gt(due) || (taken.lt(due) && !lowered))
    fail(
      "above_deductible",
      `政策范围内费用 ${eligible} 减去起付标准 ${regular_deductible} 不是 ${above_deductible}`,
    );
}

/** The tag of those whom the fact `monitored` is about. */
const MONITORED = "乡村振兴部门监测对象";

function checkMonitored(
  vocabulary: Vocabulary,
  { identity, identities = [], monitored }: Facts,
): void {
  if (monitored !== false) return;
  const names = identity === undefined ? identities : [identity, ...identities];
  if (identityOf(vocabulary, names).tags.has(MONITORED))
    fail(
      "monitored",
      `不属于监测对象，与身份“${vocabulary.label("identity", MONITORED)}”对不上`,
    );
}

function checkTimes(facts: Facts): void {
  inOrder(facts, "employee_interrupted_on", "joined_on");
  inOrder(facts, "born_on", "joined_on");
  inOrder(facts, "born_on", "paid_on");
  const { coverage_year, school_year, visit_date, year } = facts;
  if (coverage_year !== undefined && school_year !== undefined) {
    const first = digitsToInt(school_year.slice(0, 4));
    if (coverage_year !== first && coverage_year !== first + 1)
      fail(
        "school_year",
        `学年 ${school_year} 与参保年度 ${coverage_year} 对不上`,
      );
  }
  if (visit_date !== undefined && year !== undefined)
    if (yearOf(visit_date) !== year)
      fail("visit_date", `就诊日期 ${visit_date} 不在 ${year} 年`);
  if (facts.newborn === false && facts.registered_in_birth_year === true)
    fail("newborn", "出生当年已办理参保登记，与不是新生儿对不上");
}

/** Two age groups that share no age, or an age outside the one that was named. */
function checkAges(
  vocabulary: Vocabulary,
  names: readonly string[],
  age: number | undefined,
  fact: string,
): void {
  const { tags } = identityOf(vocabulary, names);
  const said = agedTags(vocabulary).filter((tag) => tags.has(tag));
  const label = (tag: string): string => vocabulary.label("identity", tag);
  if (age !== undefined)
    for (const tag of ageTags(vocabulary, age).excluded)
      if (tags.has(tag)) fail(fact, `“${label(tag)}”与 ${age} 岁对不上`);
  for (const [at, one] of said.entries())
    for (const other of said.slice(at + 1))
      if (!overlap(vocabulary, one, other))
        fail(fact, `“${label(one)}”与“${label(other)}”不能是同一个人`);
}

function overlap(vocabulary: Vocabulary, a: string, b: string): boolean {
  const range = (tag: string): [number, number] => {
    const { from, below } = vocabulary.value("identity", tag)?.ages ?? {};
    return [
      from === undefined ? 0 : digitsToInt(from),
      below === undefined ? 1000 : digitsToInt(below),
    ];
  };
  const [first, second] = [range(a), range(b)];
  return first[0] < second[1] && second[0] < first[1];
}

/** Throws the Fault of the first pair of facts that contradict each other. */
export function checkContradictions(
  vocabulary: Vocabulary,
  facts: Facts,
): void {
  checkAmounts(facts);
  checkTimes(facts);
  checkMonitored(vocabulary, facts);
  const { identity, identities = [], age, members, persons } = facts;
  if (identity !== undefined || identities.length > 0)
    checkAges(
      vocabulary,
      identity === undefined ? identities : [identity, ...identities],
      age,
      identity === undefined ? "identities" : "identity",
    );
  if (members && persons !== undefined)
    fail("persons", "家庭成员已逐一列出，不能再写人数");
  for (const [at, member] of (members ?? []).entries())
    checkAges(
      vocabulary,
      [
        ...(member.identity === undefined ? [] : [member.identity]),
        ...(member.identities ?? []),
      ],
      undefined,
      `members[${at}].identity`,
    );
}

/** What a stretch asks for: a task of the table, or a stated fact that explains the words better. */
import type { Ask } from "./meaning.js";
import { aspectsOf, type Stretch } from "./stretch.js";
import { CLAIM, has, PAYING, TASKS, WITHOUT_QUOTA } from "./tasks.js";

function weigh(s: Stretch, by: readonly string[]): number {
  let sum = 0;
  for (const concept of new Set(by))
    sum += (s.covered.get(concept) ?? []).join("").length;
  return sum;
}

/** Concepts that name a task beyond doubt: a fact that does not speak of them does not answer. */
const CORE: Readonly<Record<string, string>> = {
  waiting_period: "waiting",
  chronic: "chronic",
  special_assistance: "special_assistance",
  monitoring: "monitoring",
};

/** Whether a fact's words speak of the core of the task; a fact beside the question does not answer it. */
function touches(s: Stretch, task: string, words: readonly string[]): boolean {
  const keys = s.covered.get(CORE[task] ?? "") ?? [];
  return (
    keys.length === 0 ||
    keys.some((key) =>
      words.some((word) => key.includes(word) || word.includes(key)),
    )
  );
}

/** “医保多少钱” names no payment, tier or person: a weak sign of a contribution. */
function onlyDomain(s: Stretch): boolean {
  return (
    !PAYING(s) &&
    !has("increase", "financing")(s) &&
    !s.facets.has("tier") &&
    s.identities.size === 0
  );
}

const BOTH_CARE = has("outpatient");

/** Tasks that compute with an amount said. */
const COMPUTING = [
  "contribution",
  "newborn",
  "outpatient",
  "inpatient",
  "catastrophic",
  "assistance",
  "special_assistance",
];

/** Institutions that general outpatient rules may leave out: the rules decide, not a fact beside them. */
const OUTSIDE = ["level3", "pharmacy"];

/** Whether the task itself is meant, however well a fact fits: there is a case to compute, or a disease and its quota. */
function ownTask(s: Stretch, task: string): boolean {
  if (s.hasCase && COMPUTING.includes(task)) return true;
  // 起付线降多少 asks for the rule, which lists every step.
  const loweredTo = has("deductible", "limit")(s) && !has("decrease")(s);
  if (task === "outpatient" && s.hasYearsBelow && loweredTo) return true;
  if (task === "graduate" && has("pay", "enrol", "pay_soft", "late")(s))
    return true;
  if (task === "outpatient" && OUTSIDE.some((one) => s.institutions.has(one)))
    return CLAIM(s) && !has("compare", "filing", "listed_drugs")(s);
  if (task !== "chronic") return false;
  const withQuota = [...s.diseases].some((id) => !WITHOUT_QUOTA.includes(id));
  return withQuota
    ? has("per_month", "limit", "how_much", "reimburse")(s)
    : has("per_month")(s) || (has("limit")(s) && has("chronic")(s));
}

/** 2022年8月生的，当年没上医保: the story alone asks what is to be done. */
const missedAtBirth = (s: Stretch, task: string): boolean =>
  task === "newborn" && s.hasBirth && has("registered_no")(s);

/** Tasks that give way to a stated fact which explains as much of the words. */
const GENERAL = ["enrolment", "procedure", "waiting_period", "reimburse"];

/** The asks of one stretch, clear ones where it is a question; empty when nothing in it is a task. */
export function guess(s: Stretch, asked: boolean): Ask[] {
  const clear =
    CLAIM(s) ||
    PAYING(s) ||
    has(
      "when",
      "late",
      "waiting",
      "split",
      "increase",
      "exempt",
      "compare",
      "financing",
    )(s);
  const rule = TASKS.find(({ when }) => when(s));
  const by = rule ? [...rule.by, "how_much", "when"] : [];
  const matches = s.topics(
    by.flatMap((concept) => s.covered.get(concept) ?? []),
  );
  const topics = matches.map(({ topic }) => topic);
  const best = matches.find(
    ({ words }) => !rule || touches(s, rule.task, words),
  );
  const factWins =
    best !== undefined &&
    (best.ofAmounts || !(rule && ownTask(s, rule.task))) &&
    (!rule ||
      best.ofAmounts ||
      best.weight >= weigh(s, by) + (GENERAL.includes(rule.task) ? 0 : 1));
  if (factWins) {
    const otherwise = rule?.task ?? null;
    return [
      {
        task: "fact",
        aspects: aspectsOf(s),
        topics,
        otherwise,
        strength: 2,
        span: s.span,
      },
    ];
  }
  if (!rule) return [];
  const strength =
    (clear ||
      asked ||
      rule.clear ||
      rule.task === "procedure" ||
      missedAtBirth(s, rule.task)) &&
    !(rule.task === "contribution" && onlyDomain(s))
      ? 2
      : 1;
  const atLevel3 =
    rule.task === "outpatient" &&
    !BOTH_CARE(s) &&
    has("deductible")(s) &&
    s.institutions.has("level3");
  const ask: Ask = {
    task: atLevel3 ? "inpatient" : rule.task,
    aspects: aspectsOf(s),
    topics,
    otherwise:
      rule.task === "outpatient" && !BOTH_CARE(s) && !atLevel3
        ? "inpatient"
        : null,
    strength,
    span: s.span,
  };
  if (rule.task === "inpatient" && BOTH_CARE(s) && !s.hasCase)
    return [{ ...ask, task: "outpatient" }, ask];
  if (rule.task === "contribution" && has("when")(s) && has("how_much")(s))
    return [
      { ...ask, aspects: ask.aspects.filter((aspect) => aspect !== "when") },
      { ...ask, task: "enrolment", aspects: ["when"] },
    ];
  return [ask];
}

/** One stretch of a message between breaks: what was found in it, whether it asks, and about which aspect. */
import type { TopicMatch } from "./lexicon.js";
import type { Aspect, Span } from "./meaning.js";

/** The meanings of one stretch: concepts and facets that are not denied. */
export interface Stretch {
  span: Span;
  concepts: ReadonlySet<string>;
  facets: ReadonlySet<string>;
  identities: ReadonlySet<string>;
  /** One of the identities may be a ground of aid: 孤儿, and not 小学生. */
  mayBeAided: boolean;
  diseases: ReadonlySet<string>;
  institutions: ReadonlySet<string>;
  /** The fact topics that fit, best first; `known` are words that a task explains already. */
  topics: (known: readonly string[]) => readonly TopicMatch[];
  /** The words of each concept, for weighing topics against tasks. */
  covered: ReadonlyMap<string, readonly string[]>;
  /** An amount or a day of birth was said: something to compute with. */
  hasCase: boolean;
  /** A birth not long ago. */
  hasBirth: boolean;
  /** The day on which an insurance broke off. */
  hasBreak: boolean;
  /** A day on which something was or will be paid. */
  hasDay: boolean;
  /** Several years. */
  hasYears: boolean;
  /** Years in which a deductible was not exceeded. */
  hasYearsBelow: boolean;
}

const QUESTION = [
  "how_much",
  "when",
  "whether",
  "ratio",
  "limit",
  "deductible",
  "points",
  "compare",
  "exempt",
  "source_cue",
  "domain.procedure",
  "late",
  "waiting",
  "increase",
  "explain",
  "explain_soft",
  "split",
  "who_pays",
];

/** Whether anything in the stretch asks. */
export function asks(stretch: Stretch, text: string): boolean {
  return (
    QUESTION.some((concept) => stretch.concepts.has(concept)) ||
    // 十几万, 好几千: an amount told roughly.
    /了没有?$|[?？]|怎|咋|啥|哪|(?<![十百千好])几|呢|吗|么|多少|好多|(\S)不\1/.test(
      text,
    )
  );
}

/** Every aspect that is asked, the most specific first. */
export function aspectsOf(s: Stretch): Aspect[] {
  const found: Aspect[] = [];
  const ofBill = s.concepts.has("role_above") && !s.hasYearsBelow;
  if (s.concepts.has("deductible") && !ofBill) {
    found.push("deductible");
    if (s.concepts.has("decrease")) found.push("change");
  }
  const has = (concept: string): boolean => s.concepts.has(concept);
  const raised = s.concepts.has("ratio") && s.concepts.has("increase");
  const more = has("more_paid") && has("family_doctor_yes");
  // 签了跟没签的比例差多少: by how much the ratio is raised.
  const contracted =
    has("family_doctor_yes") &&
    has("family_doctor_no") &&
    has("compare") &&
    has("ratio");
  // 社区比二级多报几个点: how far two ratios lie apart, no rise of one.
  const apart = has("compare") && s.institutions.size > 1 && !more;
  if (apart && has("points")) found.push("ratio");
  else if (has("points") || raised || more || contracted) found.push("points");
  else if (s.concepts.has("ratio")) found.push("ratio");
  if (s.concepts.has("limit")) found.push("limit");
  if (s.concepts.has("split")) found.push("split");
  if (s.concepts.has("financing") || s.concepts.has("raised_for_head"))
    found.push("financing");
  if (s.concepts.has("increase")) found.push("increase");
  if (s.concepts.has("rises")) found.push("rises");
  const whoPays = s.concepts.has("who_pays") && s.identities.size > 0;
  if (s.concepts.has("aid") || whoPays) found.push("aid");
  if (
    (s.concepts.has("benefit_start") || s.concepts.has("reimburse")) &&
    (s.concepts.has("when") || (s.hasDay && s.concepts.has("whether")))
  )
    found.push("start");
  if (s.concepts.has("when")) found.push("when");
  if (found.length === 0) found.push("amount");
  return found;
}

/** 我是二档，还剩多少: what is left is asked of a limit or a bill, never of a fee. */
export const asksRest = ({ covered }: Stretch): boolean =>
  (covered.get("role_self") ?? []).some((words) => /[剩余]/.test(words));

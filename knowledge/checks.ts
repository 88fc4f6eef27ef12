/**
 * All load checks. Each is deterministic, looks at what was loaded only, and
 * says in plain Chinese what was looked for and what stands there.
 */
import { checkConditions } from "./checks/conditions.js";
import { checkMatters } from "./checks/matters.js";
import { checkNumbers } from "./checks/numbers.js";
import { checkOverlaps } from "./checks/overlaps.js";
import { checkPeriods } from "./checks/periods.js";
import { checkQuotes } from "./checks/quotes.js";
import { checkRegistry } from "./checks/registry.js";
import { checkResults } from "./checks/results.js";
import { Subject } from "./checks/subject.js";
import type { KnowledgeParts } from "./knowledge.js";
import type { Problem } from "./problems.js";

/** Every problem of the loaded parts, in order of the notices. */
export function checkKnowledge(parts: KnowledgeParts): Problem[] {
  const problems: Problem[] = [];
  for (const notice of parts.notices) {
    const subject = new Subject(notice, parts, problems);
    checkRegistry(subject);
    checkQuotes(subject);
    checkPeriods(subject);
    checkNumbers(subject);
    checkConditions(subject);
    checkResults(subject);
  }
  checkOverlaps(parts, problems);
  checkMatters(parts, problems);
  return problems;
}

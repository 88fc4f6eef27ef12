/** All load checks. */
import type { KnowledgeParts } from "./knowledge.js";
import type { Problem } from "./problems.js";

/** Every problem of the loaded parts, in order of the notices. */
export function checkKnowledge(_parts: KnowledgeParts): Problem[] {
  return [];
}

/** What a term means, marked as explanation, with a sentence of a notice that uses it. */
import { passage } from "../../../engine/citations.js";
import type { Citation } from "../../../engine/result.js";
import type { Knowledge } from "../../../knowledge/knowledge.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import type { World } from "../context.js";

const uses = new WeakMap<Knowledge, Map<string, Citation>>();

/** For every term one sentence that uses it, from the newest document; built once. */
function usesOf(knowledge: Knowledge): Map<string, Citation> {
  let found = uses.get(knowledge);
  if (found) return found;
  found = new Map();
  const notices = [...knowledge.notices.values()]
    .filter(({ kind }) => kind !== "commentary")
    .reverse();
  for (const term of Object.keys(knowledge.vocabulary.file.terms))
    for (const notice of notices) {
      const clause = notice.clauses.find(({ text }) => text.includes(term));
      if (!clause) continue;
      const sentence = clause.text
        .split(/(?<=[。；;])/)
        .find((one) => one.includes(term));
      if (sentence)
        found.set(term, passage(notice, clause.id, sentence.trim()));
      break;
    }
  for (const [term, meaning] of Object.entries(
    knowledge.vocabulary.file.terms,
  )) {
    const other = [...found.keys()].find((one) => meaning.includes(one));
    const citation = other === undefined ? undefined : found.get(other);
    if (!found.has(term) && citation) found.set(term, citation);
  }
  uses.set(knowledge, found);
  return found;
}

/** Explains the terms; without a sentence that uses one, only the explanation. */
export function explainTerms(
  terms: readonly string[],
  { knowledge }: World,
): Reply {
  const all = knowledge.vocabulary.file.terms;
  const lead = terms.map(
    (term) => `${term}：${all[term] ?? ""}。（名词解释，不是文件规定）`,
  );
  const citations = terms.flatMap((term) => usesOf(knowledge).get(term) ?? []);
  return citations.length > 0
    ? reply("answered", "term", lead, { citations })
    : reply("out_of_scope", "term", lead, { scope: "other" });
}

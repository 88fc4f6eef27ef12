/** What a term means, in one line that cannot be taken for a rule. */
import type { Knowledge } from "../../knowledge/knowledge.js";

export function termLine(term: string, { vocabulary }: Knowledge): string {
  return `${term}：${vocabulary.file.terms[term]?.means ?? ""}。（名词解释，不是文件规定）`;
}

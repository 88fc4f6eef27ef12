/** Documents and clauses that a message names: 并医保发〔2022〕27号第二条, 一（三）1. */
import type { Knowledge } from "../knowledge/knowledge.js";
import type { DocumentMention, Span } from "./meaning.js";

const NUMBER =
  /([\u4e00-\u9fff]{2,8})[〔﹝[（(【]?\s*((?:19|20)\d{2})\s*[〕﹞\]）)】]?\s*(?:年)?第?\s*(\d{1,4})\s*号/g;
const CLAUSE =
  /第([一二三四五六七八九十百]{1,4}|\d{1,3})(条|款|部分|点|项|章|大点)/;
const CLAUSE_ADDRESS =
  /([一二三四五六七八九十]{1,3})[（(]([一二三四五六七八九十]{1,3})[）)](\d{0,2})/;

/** Comparable form of a document number: brackets and spaces aside. */
export function plainNumber(number: string): string {
  return number.replace(/[〔〕﹝﹞[\]（）()【】\s]/g, "");
}

function clauseOf(text: string): string | null {
  const address = CLAUSE_ADDRESS.exec(text);
  if (address) return `${address[1]}（${address[2]}）${address[3] ?? ""}`;
  return CLAUSE.exec(text)?.[1] ?? null;
}

/** The documents named, by number or by the names in their notices. */
export function readDocuments(
  plain: string,
  knowledge: Knowledge,
  named: readonly { notice: string; span: Span }[],
): DocumentMention[] {
  const found: DocumentMention[] = [];
  const clause = clauseOf(plain);
  for (const match of plain.matchAll(NUMBER)) {
    const typed = plainNumber(match[0]);
    const notice = [...knowledge.notices.values()].find(
      ({ number }) => number !== null && typed.endsWith(plainNumber(number)),
    );
    found.push({
      number: notice?.number ?? match[0],
      notice: notice?.id ?? null,
      clause,
      span: [match.index, match.index + match[0].length],
    });
  }
  for (const { notice, span } of named)
    if (!found.some((other) => other.notice === notice))
      found.push({ number: null, notice, clause, span });
  return found;
}

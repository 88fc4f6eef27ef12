/** Searching the clauses: what a request asks, and the clauses found with their notices. */
import type { Knowledge } from "../../../knowledge/knowledge.js";
import { searchClauses, type ClauseHit } from "../../../nlu/search.js";
import { HttpError } from "../http/errors.js";
import { noticeUrl, summary } from "./notices.js";
import { checked, searchRequest, type FoundClause } from "./schemas.js";

/** The clauses that the query string asks for, best first. Throws for a place or year that cannot be meant. */
export function found(query: unknown, knowledge: Knowledge): FoundClause[] {
  const { q, place, notice, year } = checked(searchRequest, query);
  if (notice !== undefined && !knowledge.notices.has(notice))
    throw new HttpError(400, "bad_request", "没有收录这份文件", "notice");
  return searchClauses(knowledge, q, {
    place: placeId(place, knowledge),
    notice,
    year: year === undefined ? undefined : Number.parseInt(year, 10),
  }).map((hit) => shown(hit, knowledge));
}

function placeId(
  place: string | undefined,
  { jurisdictions }: Knowledge,
): string | undefined {
  if (place === undefined) return undefined;
  const id = jurisdictions.find(place)?.jurisdiction;
  if (id === undefined || id === null)
    throw new HttpError(400, "bad_request", "没有收录这个地方的文件", "place");
  return id;
}

function shown(
  { notice: id, clause, text }: ClauseHit,
  knowledge: Knowledge,
): FoundClause {
  const notice = knowledge.notices.get(id);
  if (!notice) throw new Error(`搜到的文件不存在：${id}`);
  return {
    ...summary(notice, knowledge),
    clause,
    text,
    url: noticeUrl(id, clause),
  };
}

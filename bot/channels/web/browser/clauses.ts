/** How the clauses of an answer are grouped and dated, on cards and pages alike. */
import type { Citation } from "../../../../engine/result.js";
import { dateText } from "../../../phrasing/format.js";

/** Quotations of one clause stand together. */
export function byClause(
  citations: readonly Citation[],
): [Citation, ...Citation[]][] {
  const groups = new Map<string, [Citation, ...Citation[]]>();
  for (const citation of citations) {
    const address = `${citation.notice} ${citation.clause}`;
    const group = groups.get(address);
    if (group) group.push(citation);
    else groups.set(address, [citation]);
  }
  return [...groups.values()];
}

/** From when, and until when, the clause's document is in force. */
export function inForce({ effective: { from, to } }: Citation): string {
  if (from === null) return "施行日期所持文本未载";
  return `${dateText(from)}起施行${to === null ? "" : `，到${dateText(to)}`}`;
}

/** The held notices as the JSON API and the notice pages show them. */
import type { Knowledge } from "../../../knowledge/knowledge.js";
import type { Notice } from "../../../knowledge/schema.js";
import type { NoticeSummary, NoticeText } from "./schemas.js";

/** The address of a notice's page, or of one clause on it. */
export function noticeUrl(notice: string, clause?: string): string {
  const page = `/notices/${encodeURIComponent(notice)}`;
  return clause === undefined ? page : `${page}#${encodeURIComponent(clause)}`;
}

/** All notices, by place in the order of the tree, oldest first. */
export function allNotices(knowledge: Knowledge): Notice[] {
  return [...knowledge.jurisdictions.all.keys()].flatMap((place) => [
    ...knowledge.noticesOf(place),
  ]);
}

export function summary(notice: Notice, knowledge: Knowledge): NoticeSummary {
  return {
    id: notice.id,
    title: notice.title,
    number: notice.number,
    place: notice.jurisdiction,
    place_name: knowledge.jurisdictions.label(notice.jurisdiction),
    kind: notice.kind,
    issuers: notice.issuers,
    issued: notice.issued,
    effective: notice.in_force,
    status: notice.status,
    form: notice.form,
    copy: notice.copy,
  };
}

/** The notice, clause by clause, word for word. */
export function fullText(notice: Notice, knowledge: Knowledge): NoticeText {
  return {
    ...summary(notice, knowledge),
    supersession: notice.supersession,
    clauses: notice.clauses.map(({ id, text }) => ({
      clause: id,
      text,
      url: noticeUrl(notice.id, id),
    })),
  };
}

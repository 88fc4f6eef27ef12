/** Notices and single rules whose time runs out, so that their successors are looked for in time. */
import type { Knowledge } from "../../../knowledge/knowledge.js";
import { allNotices } from "../api/notices.js";

export interface Ending {
  notice: string;
  title: string;
  number: string | null;
  place: string;
  /** The last day: of the whole notice, or until when it may be taken as still holding. */
  to: string;
  /** Whether the document itself says so, or only our copy reaches no further. */
  stated: boolean;
}

/** Notices that end by a day, those that ended longest ago last. */
export function endingNotices(knowledge: Knowledge, until: string): Ending[] {
  return allNotices(knowledge)
    .filter(({ kind, status }) => kind !== "commentary" && status !== "expired")
    .map((notice) => ({
      notice: notice.id,
      title: notice.title,
      number: notice.number,
      place: knowledge.jurisdictions.label(notice.jurisdiction),
      to: notice.in_force.to ?? notice.confirmed_to,
      stated: notice.in_force.to !== null,
    }))
    .filter(({ to }) => to <= until)
    .sort((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0));
}

/** Citations: the words of a notice that a figure rests on, resolved from knowledge and never made up. */
import type { NoticeHead, Provision } from "../knowledge/schema.js";
import type { Citation } from "./result.js";

/** Shown where the text held does not name who issued it. */
const ISSUER_UNKNOWN = "所持文本未载";

/** One object for the same words of the same clause, so that equal citations are identical. */
const passages = new WeakMap<NoticeHead, Map<string, Citation>>();
const ofProvision = new WeakMap<Provision, readonly Citation[]>();

/** The citation of some words of a clause. */
export function passage(
  notice: NoticeHead,
  clause: string,
  quote: string,
): Citation {
  let known = passages.get(notice);
  if (!known) passages.set(notice, (known = new Map()));
  const key = `${clause}\n${quote}`;
  let citation = known.get(key);
  if (!citation) {
    citation = Object.freeze({
      notice: notice.id,
      title: notice.title,
      number: notice.number,
      authority: notice.kind,
      clause,
      quote,
      issuer: notice.issuers.join("、") || ISSUER_UNKNOWN,
      place: notice.jurisdiction,
      issued: notice.issued,
      copy: notice.copy,
      effective: Object.freeze({ ...notice.in_force }),
    });
    known.set(key, citation);
  }
  return citation;
}

/**
 * The citations of a provision: its own quotation first, then the passages
 * that show the person, tier or year where these stand elsewhere.
 */
export function citationsOf(provision: Provision): Citation[] {
  let found = ofProvision.get(provision);
  if (!found) {
    const { notice, clause, quote, context } = provision;
    found = [
      passage(notice, clause, quote),
      ...context.map((other) => passage(notice, other.clause, other.quote)),
    ];
    ofProvision.set(provision, found);
  }
  return [...found];
}

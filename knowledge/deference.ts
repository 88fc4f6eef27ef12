/** Where a document itself says that other rules come before its own. */
import type { Knowledge } from "./knowledge.js";
import type { Provision } from "./schema.js";
import { lineage, squeeze } from "./text.js";

/** The sentence part “… 另有规定的，按照/从其 …”. */
const DEFERS = /[^。;；]*另有规定的[，,](?:按照?|从其|依照?)[^。;；]*[。;；]?/;

const known = new WeakMap<Provision, string | null>();

/**
 * The document's own words by which rules of the province, city or county
 * come first, for this provision: in its clause, in a clause above it, or for
 * the whole document. Null where it says nothing of the kind.
 */
export function defersTo(
  knowledge: Knowledge,
  provision: Provision,
): string | null {
  let words = known.get(provision);
  if (words === undefined) {
    words = find(knowledge, provision);
    known.set(provision, words);
  }
  return words;
}

function find(
  knowledge: Knowledge,
  { notice, clause }: Provision,
): string | null {
  const general = DEFERS.exec(squeeze(notice.supersession ?? ""))?.[0];
  if (general !== undefined) return general;
  for (const id of lineage(clause, notice.clean.clauses)) {
    const text = knowledge.clause(notice.id, id)?.text ?? "";
    const own = DEFERS.exec(squeeze(text))?.[0];
    if (own !== undefined) return own;
  }
  return null;
}

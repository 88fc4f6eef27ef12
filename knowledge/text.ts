/** Notice texts: white space put aside, clauses read from text.md, and the clause tree. */
import type { Clause } from "./schema.js";

/** The text without any white space; quotations are compared in this form. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, "");
}

/** The clauses of a text.md: `## <clause id>`, then the clause's paragraphs. */
export function parseClauses(markdown: string): Clause[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((part, order) => {
      const end = part.indexOf("\n");
      const head = end < 0 ? part : part.slice(0, end);
      const body = end < 0 ? "" : part.slice(end + 1);
      return {
        id: head.trim(),
        order,
        text: body
          .split(/\n+/)
          .map((line) => line.trim())
          .filter((line) => line !== "")
          .join("\n"),
      };
    });
}

/** How often a squeezed needle stands in a squeezed text; overlapping finds count. */
export function occurrences(text: string, needle: string): number[] {
  const found: number[] = [];
  if (needle === "") return found;
  for (
    let at = text.indexOf(needle);
    at >= 0;
    at = text.indexOf(needle, at + 1)
  )
    found.push(at);
  return found;
}

const NUMBERING =
  /（[^）]+）|[一二三四五六七八九十百]+|\d+|[^（）一二三四五六七八九十百\d]+/g;

/** `一（三）3（1）` → 一, （三）, 3, （1）. */
function numbering(id: string): string[] {
  return id.match(NUMBERING) ?? [id];
}

/**
 * The clause above another: as `part_of` says, else the nearest clause whose
 * numbering begins the other's.
 */
export function parentOf(
  id: string,
  clauses: readonly { id: string; part_of?: string | undefined }[],
): string | null {
  const own = clauses.find((clause) => clause.id === id);
  if (own?.part_of !== undefined) return own.part_of;
  const parts = numbering(id);
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const above = parts.slice(0, length).join("");
    if (clauses.some((clause) => clause.id === above)) return above;
  }
  return null;
}

/** The clause itself and every clause above it, nearest first. */
export function lineage(
  id: string,
  clauses: readonly { id: string; part_of?: string | undefined }[],
): string[] {
  const line: string[] = [];
  for (
    let at: string | null = id;
    at !== null && !line.includes(at);
    at = parentOf(at, clauses)
  )
    line.push(at);
  return line;
}

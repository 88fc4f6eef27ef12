/** Marks in the text of a clause the words on which answers rest. */
import type { Knowledge } from "../../../knowledge/knowledge.js";
import type { Notice, Provision } from "../../../knowledge/schema.js";
import { noticeUrl } from "../api/notices.js";
import { type Html, html } from "./html.js";

/** How the words stand: they decide, a later notice took their place, or they only set a goal. */
type Standing = "rule" | "superseded" | "target";

interface Span {
  from: number;
  to: number;
  standing: Standing;
}

/** The paragraphs of a clause, with the words that its provisions quote marked. */
export function markedParagraphs(
  text: string,
  provisions: readonly Provision[],
): Html[] {
  const spans = spansIn(text, provisions);
  let start = 0;
  return text.split("\n").map((line) => {
    const from = start;
    start += line.length + 1;
    return html`<p>${pieces(line, from, spans)}</p> `;
  });
}

function pieces(line: string, start: number, spans: readonly Span[]): Html[] {
  const found: Html[] = [];
  let at = 0;
  for (const span of spans) {
    const from = Math.max(span.from - start, at);
    const to = Math.min(span.to - start, line.length);
    if (to <= from) continue;
    found.push(html`${line.slice(at, from)}`);
    found.push(
      html`<mark class="${span.standing}">${line.slice(from, to)}</mark>`,
    );
    at = to;
  }
  return [...found, html`${line.slice(at)}`];
}

/** Where the quotations stand, in order and not overlapping; words on which any rule still rests count as such. */
function spansIn(text: string, provisions: readonly Provision[]): Span[] {
  const spans = provisions
    .map((provision) => {
      const from = text.indexOf(provision.quote);
      const to = from + provision.quote.length;
      return { from, to, standing: standingOf(provision) };
    })
    .filter(({ from }) => from >= 0)
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (!last || span.from >= last.to) merged.push({ ...span });
    else {
      last.to = Math.max(last.to, span.to);
      if (span.standing === "rule") last.standing = "rule";
    }
  }
  return merged;
}

function standingOf({ force, superseded_by }: Provision): Standing {
  if (superseded_by !== undefined) return "superseded";
  return force === "rule" ? "rule" : "target";
}

/** What must be said of the clause's words: which notice took their place, or that they set a goal. */
export function notesOn(
  provisions: readonly Provision[],
  knowledge: Knowledge,
): Html[] {
  const later = new Map<string, Notice>();
  for (const { superseded_by } of provisions) {
    const id = knowledge.provision(superseded_by ?? "")?.notice.id ?? "";
    const notice = knowledge.notices.get(id);
    if (notice) later.set(id, notice);
  }
  const notes = [...later.values()].map(
    ({ id, title }) =>
      html`<p class="source">
        这一条里的数字已由<a href="${noticeUrl(id)}">《${title}》</a>另行规定。
      </p> `,
  );
  if (provisions.some((one) => standingOf(one) === "target"))
    notes.push(
      html`<p class="source">
        这一条里有目标或上下限，不是可以直接套用的规定。
      </p> `,
    );
  return notes;
}

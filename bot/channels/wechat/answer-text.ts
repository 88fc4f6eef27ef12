/**
 * An answer in WeChat's means: a text of at most 2,048 bytes. Conclusion
 * first, then the shortest computation, the document and clause, remarks, and
 * what may be said next as links to tap.
 */
import type { Answer } from "../../answer.js";
import { COMPUTED_LINE } from "../../phrasing/compose.js";
import {
  clauseText,
  documentName,
  groundsHeading,
} from "../../phrasing/format.js";
import { cardText } from "../web/browser/card-text.js";
import { byteLength, clipText } from "./clip.js";
import { pageLink, plain, sayLink } from "./links.js";

/** What WeChat takes as the text of a reply, UTF-8. */
export const MOST_BYTES = 2048;
/** A longer computation is left to the page. */
const COMPUTATION_BYTES = 600;
const MOST_LINKS = 3;
/** A question so long that three of them would crowd out the answer gets no link. */
const LINK_BYTES = 300;

export interface Extras {
  /** Address of the whole answer on our own page. */
  page: string;
  /** What a voice message was understood as. */
  heard?: string | undefined;
}

/** The text of the reply; nothing in it but our own links is markup. */
export function answerText(answer: Answer, { page, heard }: Extras): string {
  const parts = answer.parts.length > 0 ? answer.parts : [answer];
  const body = parts.map(bodyLines).join("\n\n");
  const computed = answer.text.includes(COMPUTED_LINE) ? [COMPUTED_LINE] : [];
  const said =
    heard === undefined ? [] : [`（听到的是：${plain(clipText(heard, 120))}）`];
  const choices = choiceLines(answer.suggestions);
  const whole = [body, ...computed, ...said, ...choices].join("\n");
  if (answer.citations.length === 0 && byteLength(whole) <= MOST_BYTES)
    return whole;
  const link = pageLink(page, "查看完整回答和条款原文");
  const tail = [...computed, ...said, link, ...choices].join("\n");
  const room = MOST_BYTES - byteLength(tail) - 1;
  return `${clipText(body, room)}\n${tail}`;
}

/** One answer without its fixed last line and its links. */
function bodyLines(answer: Answer): string {
  const { conclusion, more, closing } = cardText(answer);
  const remarks = new Set(answer.caveats.map(({ text }) => `注意：${text}`));
  const lines = [
    conclusion,
    ...more,
    ...computation(answer),
    ...sources(answer),
    ...remarks,
    ...closing.filter((line) => line !== COMPUTED_LINE),
  ];
  return lines.map(plain).join("\n");
}

/** The computation in one line: with labels, without them, or only how long it is. */
function computation({ steps, text }: Answer): string[] {
  if (steps.length === 0) return [];
  const lines = text
    .split("\n")
    .filter((line) => line.startsWith("· ") && line.includes(" = "))
    .map((line) => line.slice("· ".length));
  if (lines.length === 0) return [];
  const forms = [
    `计算：${lines.join("；")}`,
    `计算：${lines.map((line) => line.slice(line.indexOf("：") + 1)).join("；")}`,
  ];
  const fitting = forms.find((form) => byteLength(form) <= COMPUTATION_BYTES);
  return [fitting ?? `计算：共${String(lines.length)}步，见完整回答`];
}

/** Each document once, with the clauses that the answer rests on. */
function sources({ citations, intent }: Answer): string[] {
  const heading = groundsHeading(intent);
  const clauses = new Map<string, Set<string>>();
  for (const citation of citations) {
    const name = documentName(citation);
    const of = clauses.get(name) ?? new Set();
    clauses.set(name, of.add(clauseText(citation.clause)));
  }
  return [...clauses].map(
    ([name, named]) => `${heading}${name}${[...named].join("、")}`,
  );
}

/** Three links, and further choices as words. */
function choiceLines(suggestions: readonly string[]): string[] {
  const links = suggestions
    .slice(0, MOST_LINKS)
    .map((words, at) => sayLink(words, at + 1))
    .filter((link) => byteLength(link) <= LINK_BYTES);
  const others = suggestions.slice(MOST_LINKS).map(plain).join("、");
  return [
    ...links,
    ...(others === "" ? [] : [clipText(`也可以回复：${others}`, 300)]),
  ];
}

/** The sentences of an answer that the card does not already show in a form of its own. */
import type { Answer } from "../../../answer.js";
import { groundsLines, HEADINGS } from "../../../phrasing/format.js";

export interface CardText {
  conclusion: string;
  /** What else was said before the computation and the grounds. */
  more: string[];
  /** What was said after them. */
  closing: string[];
}

/** The line that names what was carried over: the chips say it. */
const CARRIED = "（沿用前面说的：";

/** Characters of a conclusion that is shown whole. */
const LONGEST = 60;

/** Takes out of the text what is shown as conditions, steps, clauses and remarks. */
export function cardText(answer: Answer): CardText {
  const clauses = new Set(groundsLines(answer.citations));
  const remarks = new Set(answer.caveats.map(({ text }) => `注意：${text}`));
  const shown = (line: string): boolean =>
    line.startsWith(CARRIED) ||
    HEADINGS.includes(line) ||
    clauses.has(line) ||
    remarks.has(line) ||
    (answer.steps.length > 0 && line.startsWith("· "));
  const lines = answer.text.split("\n");
  const end = lines.findIndex(shown);
  const [first = "", ...others] = end < 0 ? lines : lines.slice(0, end);
  const [conclusion, rest] = cut(first);
  const more = rest === "" ? others : [rest, ...others];
  const closing =
    end < 0 ? [] : lines.slice(end).filter((line) => !shown(line));
  return { conclusion, more, closing };
}

/** A conclusion that is too long to be shown large: its first sentence, and the rest. */
function cut(line: string): [conclusion: string, rest: string] {
  const end = line.indexOf("。") + 1;
  return line.length <= LONGEST || end === 0
    ? [line, ""]
    : [line.slice(0, end), line.slice(end)];
}

/**
 * The clean-up: from an untouched source to the text of one notice. It only
 * takes away the converter's marks named in the recipe and mends white space;
 * every other character stays, in order.
 */
import type { NoticeHead } from "./schema.js";
import { squeeze } from "./text.js";

export type Recipe = NoticeHead["clean"];

/** Source characters without white space; `gaps[i]` is the white space before character i. */
interface Strip {
  text: string;
  gaps: string[];
  /** Characters that a mark stood in front of: nothing separates them from what comes before. */
  joined: boolean[];
  /** Characters that belong to a heading line of the converter (`# …`). */
  heading: boolean[];
}

export interface Cleaned {
  /** Content of text.md. */
  markdown: string;
  /** The segment of the source without white space, before the marks went. */
  segment: string;
  /** What was removed, in order. */
  removed: string[];
}

/** Thrown with a plain Chinese message when the recipe does not fit its source. */
export class RecipeError extends Error {}

function strip(source: string): Strip {
  const result: Strip = { text: "", gaps: [], joined: [], heading: [] };
  const chars: string[] = [];
  let gap = "";
  let heading = false;
  for (const unit of source.split("")) {
    if (/\s/.test(unit)) {
      gap += unit;
      continue;
    }
    if (gap.includes("\n") || chars.length === 0) heading = unit === "#";
    chars.push(unit);
    result.gaps.push(gap);
    result.joined.push(false);
    result.heading.push(heading);
    gap = "";
  }
  result.text = chars.join("");
  return result;
}

function cut(all: Strip, from: number, to: number): Strip {
  return {
    text: all.text.slice(from, to),
    gaps: all.gaps.slice(from, to),
    joined: all.joined.slice(from, to),
    heading: all.heading.slice(from, to),
  };
}

/** The document's own segment: from its first words to its last, both included. */
function segmentOf(all: Strip, recipe: Recipe): Strip {
  const from = recipe.from === undefined ? "" : squeeze(recipe.from);
  const start = from === "" ? 0 : all.text.indexOf(from);
  if (start < 0)
    throw new RecipeError(`源文件中找不到文件开头“${recipe.from}”`);
  if (from !== "" && all.text.includes(from, start + 1))
    throw new RecipeError(
      `文件开头“${recipe.from}”在源文件中不止一处，请多写几个字`,
    );
  if (recipe.to === undefined) return cut(all, start, all.text.length);
  const last = squeeze(recipe.to);
  const end = all.text.indexOf(last, start);
  if (end < 0) throw new RecipeError(`源文件中找不到文件结尾“${recipe.to}”`);
  return cut(all, start, end + last.length);
}

/** `持居住{2、}证` removes only what the braces hold; without braces the whole mark goes. */
function readMark(mark: string): { look: string; at: number; length: number } {
  const braced = /^(.*)\{(.+)\}(.*)$/s.exec(squeeze(mark));
  if (!braced)
    return { look: squeeze(mark), at: 0, length: squeeze(mark).length };
  const [, before = "", inside = "", after = ""] = braced;
  return {
    look: before + inside + after,
    at: before.length,
    length: inside.length,
  };
}

function removeMark(part: Strip, from: number, length: number): void {
  const gap = part.gaps.slice(from, from + length + 1).join("");
  part.text = part.text.slice(0, from) + part.text.slice(from + length);
  part.gaps.splice(from, length);
  part.joined.splice(from, length);
  part.heading.splice(from, length);
  if (from < part.gaps.length) {
    part.gaps[from] = gap;
    part.joined[from] = true;
  }
}

function removeMarks(part: Strip, marks: readonly string[]): string[] {
  let from = 0;
  return marks.map((mark) => {
    const { look, at, length } = readMark(mark);
    const found = part.text.indexOf(look, from);
    if (found < 0)
      throw new RecipeError(
        `源文件中（上一个标记之后）找不到转换标记“${mark}”`,
      );
    const removed = part.text.slice(found + at, found + at + length);
    removeMark(part, found + at, length);
    from = found + at;
    return removed;
  });
}

const SENTENCE_END = /[。；;：:！？!?]/;

/** Whether a paragraph begins at this character. */
function breaks(part: Strip, at: number, kept: boolean): boolean {
  const gap = part.gaps[at] ?? "";
  if (kept && (gap.includes("\n") || gap.length > 3)) return true;
  if (!gap.includes("\n")) return false;
  return (
    SENTENCE_END.test(part.text.charAt(at - 1)) ||
    (part.heading[at - 1] ?? false) ||
    (part.heading[at] ?? false)
  );
}

function paragraphs(
  part: Strip,
  from: number,
  to: number,
  kept: boolean,
): string {
  let text = "";
  for (let at = from; at < to; at += 1) {
    const unit = part.text.charAt(at);
    if (at > from && breaks(part, at, kept)) text += "\n\n";
    else if (
      at > from &&
      part.gaps[at] !== "" &&
      !part.joined[at] &&
      /[A-Za-z0-9]{2}/.test(part.text.charAt(at - 1) + unit)
    )
      text += " ";
    text += unit;
  }
  return text;
}

/** Cuts the notice out of its source, clause by clause. */
export function cleanText(source: string, recipe: Recipe): Cleaned {
  const part = segmentOf(strip(source), recipe);
  const segment = part.text;
  const removed = removeMarks(part, recipe.marks);
  const kept = recipe.lines === "kept";
  let from = 0;
  const starts = recipe.clauses.map((clause, index) => {
    const at = part.text.indexOf(squeeze(clause.starts), from);
    if (at < 0)
      throw new RecipeError(
        `找不到条款“${clause.id}”的开头“${clause.starts}”（应在上一条之后）`,
      );
    if (index === 0 && at !== 0)
      throw new RecipeError(
        `第一条“${clause.id}”应从文件开头“${part.text.slice(0, 12)}”开始`,
      );
    from = at + 1;
    return at;
  });
  const blocks = recipe.clauses.map((clause, index) => {
    const begin = starts[index] ?? 0;
    const end = starts[index + 1] ?? part.text.length;
    return `## ${clause.id}\n\n${paragraphs(part, begin, end, kept)}\n`;
  });
  return { markdown: blocks.join("\n"), segment, removed };
}

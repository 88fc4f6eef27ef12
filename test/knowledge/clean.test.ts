import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cleanText, RecipeError } from "../../knowledge/clean.js";
import { builtInFolder, inFolder, readSource } from "../../knowledge/files.js";
import { loadKnowledge } from "../../knowledge/load.js";
import type { Notice } from "../../knowledge/schema.js";
import { squeeze } from "../../knowledge/text.js";

const folder = builtInFolder();
const NOTICES = [...loadKnowledge().notices.values()];

function sourceOf(notice: Notice): { text: string; sha256: string } {
  const source = readSource(folder, notice.source.file);
  if (!source) throw new Error(`no source ${notice.source.file}`);
  return source;
}

function writtenText(notice: Notice): string {
  return readFileSync(join(folder, inFolder(notice.folder, "text.md")), "utf8");
}

/** The document's own characters in a text.md: clause headings and white space aside. */
function characters(markdown: string): string {
  return squeeze(markdown.replace(/^## .*$/gm, ""));
}

/** What converters put into a text: page marks, list and heading signs, rules. */
const CONVERTER_MARK = /^(?:#{1,6}|-+|\d{1,2}、)$/;

describe("the texts of the notices", () => {
  it.each(NOTICES)("$id rests on its recorded source", (notice) => {
    expect(sourceOf(notice).sha256).toBe(notice.source.sha256);
  });

  it.each(NOTICES)("$id comes out of the source by its recipe", (notice) => {
    const { markdown } = cleanText(sourceOf(notice).text, notice.clean);
    expect(markdown).toBe(writtenText(notice));
  });

  it.each(NOTICES)(
    "$id differs by removed marks and white space only",
    (notice) => {
      const { removed } = cleanText(sourceOf(notice).text, notice.clean);
      const source = squeeze(sourceOf(notice).text);
      const text = characters(writtenText(notice));
      const from = squeeze(notice.clean.from ?? "");
      let at = from === "" ? 0 : source.indexOf(from);
      const left = [...removed];
      let kept = 0;
      while (kept < text.length) {
        // A mark and the document may begin alike; the mark goes where the text does not follow.
        const mark = left[0];
        const rest = text.slice(kept, kept + 12);
        if (
          mark !== undefined &&
          source.startsWith(mark, at) &&
          source.startsWith(rest.slice(0, 6), at + mark.length) &&
          !source.startsWith(rest, at)
        ) {
          at += mark.length;
          left.shift();
        }
        if (source.charAt(at) !== text.charAt(kept))
          throw new Error(
            `${notice.id}: …${text.slice(kept - 10, kept + 10)}…`,
          );
        at += 1;
        kept += 1;
      }
      expect(left).toEqual([]);
      for (const mark of removed) expect(mark).toMatch(CONVERTER_MARK);
    },
  );
});

describe("errors of the sources", () => {
  const recorded = (id: string): string[] =>
    (NOTICES.find((one) => one.id === id)?.source_errors ?? []).map(
      ({ found }) => found,
    );

  it("are recorded and stay in the text", () => {
    for (const notice of NOTICES)
      for (const { clause, found } of notice.source_errors) {
        const text = notice.clauses.find(({ id }) => id === clause)?.text ?? "";
        expect(squeeze(text)).toContain(squeeze(found));
      }
  });

  it("include the scanned letterhead, the letter for a figure and the lost percent sign", () => {
    expect(recorded("taiyuan-2022").join()).toContain("大原市財政局");
    expect(recorded("hangzhou-2023").join()).toContain("1月I日");
    expect(recorded("unnamedcity-reform").join()).toContain("65%o");
  });
});

describe("a recipe that does not fit its source", () => {
  const source = "第一行\n一、甲条。\n2、二、乙条。";
  const clauses = [{ id: "前言", starts: "第一行" }];

  it.each([
    ["a beginning that is not there", { from: "没有", marks: [], clauses }],
    ["an end that is not there", { to: "没有", marks: [], clauses }],
    ["a mark that is not there", { marks: ["9、"], clauses }],
    [
      "a clause that is not there",
      { marks: [], clauses: [...clauses, { id: "三", starts: "三、" }] },
    ],
    [
      "a beginning that belongs to no clause",
      { marks: [], clauses: [{ id: "一", starts: "一、甲" }] },
    ],
  ])("names %s", (_, recipe) => {
    expect(() => cleanText(source, { lines: "wrapped", ...recipe })).toThrow(
      RecipeError,
    );
  });

  it("removes only what the braces of a mark hold", () => {
    const { markdown, removed } = cleanText(source, {
      lines: "wrapped",
      marks: ["甲条。{2、}二、"],
      clauses,
    });
    expect(removed).toEqual(["2、"]);
    expect(characters(markdown)).toBe("第一行一、甲条。二、乙条。");
  });
});

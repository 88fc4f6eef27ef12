import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cleanText } from "../../knowledge/clean.js";
import { builtInFolder, readSource } from "../../knowledge/files.js";
import { loadKnowledge } from "../../knowledge/load.js";
import { squeeze } from "../../knowledge/text.js";

const folder = builtInFolder();
const NOTICES = [...loadKnowledge().notices.values()].map((notice) => {
  const source = readSource(folder, notice.source.file);
  return { id: notice.id, notice, source };
});

/** What a converter adds: page numbers, ruled lines, heading signs. */
const MARK = /^(\d{1,2}、?|-+|#+)$/;

describe.each(NOTICES)("the text of $id", ({ notice, source }) => {
  const cleaned = cleanText(source?.text ?? "", notice.clean);

  it("comes from the source that its head names, untouched", () => {
    expect(source?.sha256).toBe(notice.source.sha256);
    expect(
      readFileSync(`${folder}/${notice.folder}/text.md`, "utf8").trimEnd(),
    ).toBe(cleaned.markdown.trimEnd());
  });

  it("lacks nothing of its part of the source but the converter's marks", () => {
    for (const mark of cleaned.removed) expect(mark).toMatch(MARK);
    const kept = notice.clauses.map(({ text }) => squeeze(text)).join("");
    const { segment, removed } = cleaned;
    expect(isSubsequence(kept, segment)).toBe(true);
    expect([...kept, ...removed.join("")].sort()).toEqual([...segment].sort());
  });
});

/** Whether the part is the whole with some characters left out, in order. */
function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const sign of whole) if (sign === part[at]) at += sign.length;
  return at === part.length;
}

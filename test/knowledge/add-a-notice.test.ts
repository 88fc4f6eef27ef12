import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cleanText } from "../../knowledge/clean.js";
import { readSource } from "../../knowledge/files.js";
import { loadKnowledge } from "../../knowledge/load.js";

/** The invented notice that docs/加一份文件.md explains. */
const FOLDER = "test/knowledge/example";
const NOTICE = `${FOLDER}/notices/shilishi/shilishi-2025`;
const read = (path: string) => readFileSync(path, "utf8");

describe("a notice added as a folder", () => {
  const knowledge = loadKnowledge([FOLDER]);

  it("stands beside those that are built in", () => {
    const builtIn = loadKnowledge();
    expect(knowledge.notices.size).toBe(builtIn.notices.size + 1);
    expect(knowledge.hash).not.toBe(builtIn.hash);
  });

  it("brings its place, its districts and its questions", () => {
    expect(knowledge.jurisdictions.find("示例市")?.jurisdiction).toBe(
      "shilishi",
    );
    expect(knowledge.jurisdictions.find("示例县")?.area).toBe("示例县");
    expect(knowledge.vocabulary.file.topics).toHaveProperty(
      "fact.shilishi_checkup",
    );
  });

  it("answers for its place and no other", () => {
    const [fee] = knowledge.provisions("shilishi", "contribution.standard");
    expect(fee).toMatchObject({
      clause: "一（一）",
      force: "rule",
      value: { kind: "amount", amount: "400" },
    });
    for (const place of ["taiyuan", "chongqing"])
      for (const one of knowledge.provisions(place, "contribution.standard"))
        expect(one.notice.id).not.toBe("shilishi-2025");
  });

  it("has the text that the recipe cuts out of the untouched source", () => {
    const { source, clean } = knowledge.notices.get("shilishi-2025")!;
    const found = readSource(FOLDER, source.file);
    expect(found?.sha256).toBe(source.sha256);
    const cleaned = cleanText(found?.text ?? "", clean);
    expect(cleaned.markdown).toBe(read(`${NOTICE}/text.md`));
    expect(cleaned.removed).toEqual(["第1页", "第2页"]);
  });
});

describe("docs/加一份文件.md", () => {
  it("shows nothing but what stands in the example", () => {
    const files = [
      `${FOLDER}/jurisdictions.yaml`,
      `${FOLDER}/words.yaml`,
      ...["notice", "provisions", "cases"].map(
        (name) => `${NOTICE}/${name}.yaml`,
      ),
    ].map(read);
    const blocks = [
      ...read("docs/加一份文件.md").matchAll(/```yaml\n(.*?)```/gs),
    ].map(([, block = ""]) => block.trimEnd());
    expect(blocks.length).toBeGreaterThan(5);
    for (const block of blocks)
      expect(files.filter((file) => file.includes(block))).toHaveLength(1);
  });
});

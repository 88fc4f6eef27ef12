import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, describe, expect, it } from "vitest";
import { checkCommand } from "../../bot/commands/check.js";
import { broken, type Files, SOUND } from "./invented-notice.js";

const PLACE = `
jurisdictions:
  - id: jiashe
    name: 假设市
    level: city
    parent: china
    areas: [{ id: 甲山县 }, { id: 乙水县 }]
`;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0))
    rmSync(folder, { recursive: true, force: true });
});

function folderWith({ notice, text, provisions }: Files, cases?: string) {
  const folder = mkdtempSync(join(tmpdir(), "mingbai-check-"));
  folders.push(folder);
  const path = join(folder, "notices", "jiashe-2030");
  mkdirSync(path, { recursive: true });
  writeFileSync(join(folder, "jurisdictions.yaml"), PLACE);
  writeFileSync(join(path, "notice.yaml"), notice);
  writeFileSync(join(path, "text.md"), text);
  writeFileSync(join(path, "provisions.yaml"), provisions);
  if (cases) writeFileSync(join(path, "cases.yaml"), cases);
  return folder;
}

async function check(...knowledge: string[]) {
  const output = new PassThrough();
  const code = await checkCommand({ knowledge }, output);
  output.end();
  const chunks: string[] = [];
  for await (const chunk of output) chunks.push(String(chunk));
  return { code, lines: chunks.join("").trimEnd().split("\n") };
}

const wrongCase = (value: string): string => `
cases:
  - name: 一档
    request: { benefit: contribution, jurisdiction: jiashe, on: 2030-10-01, facts: { coverage_year: "2031", tier: "1", identity: 普通居民 } }
    status: answered
    figures: { contribution.net: "${value}" }
`;

describe("mingbai check", () => {
  it("finds nothing wrong with what is built in", async () => {
    const { code, lines } = await check();
    expect(lines.filter((line) => line.includes("遗漏；"))).toEqual([]);
    expect(code).toBe(0);
    expect(lines.at(-1)).toContain("遗漏 0 个");
    expect(lines.at(-1)).toContain("不符 0 个");
  });

  it("fails on a figure that nothing accounts for", async () => {
    const files = broken("provisions", "quoted_only:\n", "");
    const { code, lines } = await check(
      folderWith({
        ...files,
        provisions: files.provisions.replace(/ {2}- \{ clause: 二, .*\n/, ""),
      }),
    );
    expect(code).toBe(1);
    expect(
      lines.filter((line) => line.includes("六个月") && line.includes("遗漏")),
    ).toHaveLength(2);
  });

  it("prints every problem of a broken folder, one a line, and what to do", async () => {
    const { code, lines } = await check(
      folderWith(broken("provisions", 'ratio: "0.75"', 'ratio: "0.70"')),
    );
    expect(code).toBe(1);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain("notices/jiashe-2030/provisions.yaml");
    expect(lines[0]).toContain("provisions › target › value › ratio");
  });

  it("runs the worked examples", async () => {
    const right = await check(folderWith(SOUND, wrongCase("400.00")));
    expect(right.lines.at(-1)).toContain("不符 0 个");
    const wrong = await check(folderWith(SOUND, wrongCase("401.00")));
    expect(wrong.code).toBe(1);
    const told = wrong.lines.find((line) => line.includes("cases.yaml"));
    expect(told).toContain("401.00");
    expect(told).toContain("400.00");
  });

  it("names a folder that is not there", async () => {
    const { code, lines } = await check("/nowhere/at/all");
    expect(code).toBe(1);
    expect(lines[0]).toContain("/nowhere/at/all");
  });
});

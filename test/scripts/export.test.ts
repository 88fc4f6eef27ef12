import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, describe, expect, it } from "vitest";
import { exportCommand } from "../../bot/commands/export.js";
import { openTalk } from "../../bot/commands/talk.js";
import { testCommand } from "../../bot/commands/test.js";
import { loadKnowledge } from "../../knowledge/load.js";

const knowledge = loadKnowledge();
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});
const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), "mingbai-"));
  folders.push(path);
  return path;
};

async function told(
  run: (out: PassThrough, err: PassThrough) => Promise<number>,
): Promise<{ code: number; out: string; err: string }> {
  const out = collected();
  const err = collected();
  const code = await run(out.stream, err.stream);
  return { code, out: out.text(), err: err.text() };
}

function collected(): { stream: PassThrough; text: () => string } {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString("utf8") };
}

describe("export", () => {
  for (const [what, turns, place] of [
    [
      "without times",
      [
        { text: "我身份证110101199003078515，太原低保户2023年要交多少钱" },
        { text: "那重度残疾呢" },
        { text: "太原2025年呢" },
        { text: "今天天气怎么样" },
      ],
      undefined,
    ],
    [
      "over a pause",
      [
        { text: "重庆2023年一档多少钱", at: "2022-10-08T09:00:00+08:00" },
        { text: "二档呢", at: "2022-10-08T09:05:00+08:00" },
        { text: "那二档呢", at: "2022-10-08T10:05:00+08:00" },
      ],
      undefined,
    ],
    [
      "of an account that serves a place",
      [{ text: "低保户2023年交多少" }],
      "taiyuan",
    ],
  ] as const)
    it(`writes a conversation ${what} that passes when run`, async () => {
      const data = folder();
      const talk = openTalk({ knowledge, data, place });
      for (const turn of turns)
        await talk.answer({ conversation: "c1", on: "2022-10-08", ...turn });
      await talk.close();
      const written = await told((out, err) =>
        exportCommand({ conversation: "c1", data, knowledge }, out, err),
      );
      expect(written).toMatchObject({ code: 0, err: "" });
      expect(written.out).not.toContain("110101199003078515");
      const file = join(folder(), "c1.yaml");
      writeFileSync(file, written.out);
      const run = await told((out, err) =>
        testCommand({ paths: [file], knowledge }, out, err),
      );
      expect(run.code).toBe(0);
      expect(run.out.trimEnd().split("\n").at(-1)).toBe("1 passed, 0 failed");
    });

  it("says when there is no such conversation", async () => {
    const { code, err } = await told((out, trouble) =>
      exportCommand(
        { conversation: "nobody", data: folder(), knowledge },
        out,
        trouble,
      ),
    );
    expect(code).toBe(2);
    expect(err).toContain("nobody");
  });
});

describe("test command", () => {
  const write = (name: string, text: string, at = folder()): string => {
    writeFileSync(join(at, name), text);
    return at;
  };
  const run = (path: string) =>
    told((out, err) => testCommand({ paths: [path], knowledge }, out, err));

  it("fails with the whole answer beside what was expected", async () => {
    const path = write(
      "a.yaml",
      "日期: 2023-03-15\n问答:\n  - 用户: 重庆2023年一档多少钱\n    期望: { 数值: [351] }\n",
    );
    const { code, out } = await run(path);
    expect(code).toBe(1);
    expect(out).toContain("351");
    expect(out).toContain('"citations"');
    expect(out.trimEnd().split("\n").at(-1)).toBe("0 passed, 1 failed");
  });

  it("runs the other files when one cannot be read, and exits with 2", async () => {
    const path = write("a.yml", "问答：\n");
    write(
      "b.yaml",
      "日期: 2023-03-15\n问答:\n  - 用户: 重庆2023年一档多少钱\n    期望: { 数值: [350] }\n",
      path,
    );
    write("notes.txt", "问答：\n", path);
    const { code, out, err } = await run(path);
    expect(code).toBe(2);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(err).toMatch(/a\.yml 第1行/);
    expect(out.trimEnd().split("\n").at(-1)).toBe("1 passed, 1 failed");
  });

  it("says that a path is missing", async () => {
    const { code, err } = await run(join(folder(), "nothing.yaml"));
    expect(code).toBe(2);
    expect(err).toContain("nothing.yaml");
  });

  it("lists what no script touched, with its place", async () => {
    const path = write(
      "a.yaml",
      "日期: 2022-10-08\n问答:\n  - 用户: 太原2023年居民医保交多少\n",
    );
    const { out } = await told((stream, err) =>
      testCommand({ paths: [path], knowledge, coverage: true }, stream, err),
    );
    expect(out).toMatch(/没问到 .*taiyuan-2022.*provisions\.yaml/);
    expect(out).toMatch(/没问到 转人工（handoff）/);
    expect(out).not.toMatch(/没问到 已回答（answered）/);
  });
});

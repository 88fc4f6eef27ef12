/** What a supervisor mistypes: one line with file, line, key and what may stand there. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { scriptFiles } from "../../bot/scripts/files.js";
import { ScriptNames } from "../../bot/scripts/naming.js";
import { readScripts } from "../../bot/scripts/read.js";
import { loadKnowledge } from "../../knowledge/load.js";

const names = new ScriptNames(loadKnowledge());
const GOOD = `名称: 太原低保户
日期: 2022-10-08
问答:
  - 用户: 太原低保户2023年要交多少钱
    期望:
      状态: 已回答
      金额: { 个人实缴: 70 }
`;
const changed = (from: string, to: string): string => {
  if (!GOOD.includes(from)) throw new Error(`not in the script: ${from}`);
  return GOOD.replace(from, to);
};
const added = (line: string): string => `${GOOD}      ${line}\n`;

/** [what, script, line, parts of the message]. */
const MISTAKES: readonly [string, string, number, RegExp[]][] = [
  ["full-width dash", changed("  - ", "  — "), 4, [/短横/]],
  ["no space after the dash", changed("  - ", "  -"), 4, [/短横.*空一格/]],
  ["full-width spaces", changed("  - ", "\u3000\u3000- "), 4, [/全角空格/]],
  [
    "hard spaces",
    changed("      状", "\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0状"),
    6,
    [/特殊空格/],
  ],
  ["a tab", changed("    期望", "\t期望"), 5, [/“期望”.*制表符/]],
  [
    "too deep",
    changed("      金额", "       金额"),
    6,
    [/“状态”.*“金额”.*对齐/],
  ],
  ["too little", changed("      金额", "     金额"), 7, [/“金额”缩进不对/]],
  ["out of line", changed("    期望", "   期望"), 5, [/“期望”缩进不对/]],
  ["no dash", changed("  - 用户", "  用户"), 4, [/“用户”.*- 用户/]],
  ["twice", added("状态: 没有规定"), 8, [/“状态”写了两次/]],
  ["open brace", changed("70 }", "70"), 7, [/“{”没有配上“}”/]],
  ["open quote", changed("用户: 太", '用户: "太'), 4, [/引号/]],
  ["full-width comma", changed("70 }", "70，资助金额: 280 }"), 7, [/英文逗号/]],
  ["thousands", changed("70 }", "1,070 }"), 7, [/“070”.*不要写逗号/]],
  ["list", added("数值: [70，280]"), 8, [/“数值”.*英文逗号/]],
  ["an amount in words", changed("70 }", "七十 }"), 7, [/“个人实缴”.*七十/]],
  ["no map", changed("{ 个人实缴: 70 }", "70"), 7, [/“金额”应是一组.*70/]],
  ["a list", changed("已回答", "[已回答]"), 6, [/“状态”应是文字/]],
  [
    "brackets of a document number",
    added("依据: [{ 文件: 并医保发[2022]27号 }]"),
    8,
    [/方括号.*英文双引号.*"并医保发\[2022\]27号"/],
  ],
  ["no list", added("依据: 27号"), 8, [/“依据”应是列表/]],
  ["no such day", changed("2022-10-08", "2022-02-30"), 2, [/“日期”.*02-30/]],
  ["no ISO day", changed("2022-10-08", "2022年10月8日"), 2, [/“日期”.*10-08/]],
  [
    "no such hour",
    changed("    期望:", "    时刻: 2022-10-08 25:30\n    期望:"),
    5,
    [/“时刻”.*25:30/],
  ],
  ["no status", changed("已回答", "答了"), 6, [/“答了”/, /没有规定.*转人工/]],
  ["no caveat", added("提示: [要小心]"), 8, [/“要小心”/, /推算得出.*已失效/]],
  ["no identity", added("条件: { 身份: 富人 }"), 8, [/身份“富人”/, /低保/]],
  ["no tier", added("条件: { 档次: 三档 }"), 8, [/“三档”/, /一档.*二档/]],
  ["no place", added("条件: { 地区: 上海 }"), 8, [/“上海”/, /重庆市.*太原市/]],
  [
    "no clause",
    added("依据: [{ 文件: taiyuan-2022, 条款: 九（九） }]"),
    8,
    [/“九（九）”/],
  ],
  [
    "no notice",
    added("依据: [{ 文件: 并医保发〔2022〕28号 }]"),
    8,
    [/28号.*并医保发〔2022〕27号/],
  ],
  [
    "expectation outside 期望",
    "问答:\n  - 用户: 你好\n    状态: 已回答\n",
    3,
    [/“状态”写错了地方.*“期望”/],
  ],
  ["figure outside 金额", added("个人实缴: 70"), 8, [/“个人实缴”.*“金额”/]],
  [
    "turns outside 问答",
    "- 用户: 你好\n",
    1,
    [/“用户”写错了地方.*“问答”.*问答/],
  ],
  ["empty 期望", "问答:\n  - 用户: 你好\n    期望:\n", 3, [/“期望”应是一组/]],
  ["no figures", changed("已回答", "没有规定"), 7, [/“没有规定”.*矛盾/]],
  ["nothing missing", added("缺少: [年度]"), 8, [/“缺少”互相矛盾/]],
  [
    "asked for nothing",
    "问答:\n  - 用户: 你好\n    期望:\n      状态: 需要补充\n      缺少: []\n",
    5,
    [/矛盾/],
  ],
  [
    "a refusal with an amount",
    "问答:\n  - 用户: 你好\n    期望:\n      拒答类别: 闲聊\n      数值: [70]\n",
    5,
    [/矛盾/],
  ],
];

describe("a mistake is told in one line", () => {
  for (const [what, text, line, parts] of MISTAKES)
    it(what, () => {
      const read = readScripts(text, "a.yaml", names);
      const faults = read.kind === "faults" ? read.faults : [];
      expect(faults).toHaveLength(1);
      expect(faults[0]).toMatchObject({ file: "a.yaml", line });
      for (const part of parts) expect(faults[0]?.message).toMatch(part);
      expect(faults[0]?.message).not.toMatch(/\n|[a-z]{3,} [a-z]{3,}/i);
    });

  it("none where there is none: line ends of Windows, a byte-order mark, both languages", () => {
    const english = GOOD.replace("名称", "name").replace("状态", "status");
    for (const text of [
      GOOD,
      GOOD.replaceAll("\n", "\r\n"),
      `\uFEFF${GOOD}`,
      english,
    ])
      expect(readScripts(text, "a.yaml", names).kind).toBe("scripts");
  });
});

describe("files", () => {
  const folder = mkdtempSync(join(tmpdir(), "mingbai-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("in another encoding are told, and the others are read", () => {
    writeFileSync(
      join(folder, "ansi.yaml"),
      Buffer.from("c3fbb3c63a20", "hex"),
    );
    writeFileSync(join(folder, "utf16.yaml"), Buffer.from(GOOD, "utf16le"));
    writeFileSync(join(folder, "good.yaml"), GOOD);
    const { files, faults } = scriptFiles([folder]);
    expect(files.map(({ text }) => text)).toEqual([GOOD]);
    expect(faults.map(({ message }) => /UTF-8/.test(message))).toEqual([
      true,
      true,
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../knowledge/load.js";
import { readFileSync } from "node:fs";
import {
  CAVEAT_NAMES,
  CITE_KEYS,
  CONVERSATION_KEYS,
  EXPECT_KEYS,
  FIGURE_NAMES,
  SCOPE_NAMES,
  STATUS_NAMES,
  TURN_KEYS,
} from "../../bot/scripts/names.js";
import { Naming, ScriptNames } from "../../bot/scripts/naming.js";
import { readScripts } from "../../bot/scripts/read.js";
import type { Script } from "../../bot/scripts/script.js";

const names = new ScriptNames(loadKnowledge());

function scripts(text: string): Script[] {
  const read = readScripts(text, "a.yaml", names);
  if (read.kind === "faults")
    throw new Error(read.faults.map(({ message }) => message).join("\n"));
  return read.scripts;
}

function faults(text: string): { line: number; message: string }[] {
  const read = readScripts(text, "a.yaml", names);
  return read.kind === "faults"
    ? read.faults.map(({ line, message }) => ({ line, message }))
    : [];
}

const ENGLISH = `name: 太原低保户问缴费，再问残疾
on: 2022-10-08
turns:
  - user: 太原低保户2023年要交多少钱
    expect:
      status: answered
      intent: contribution
      conditions: { jurisdiction: taiyuan, year: 2023 }
      figures: { contribution.net: 70, contribution.aid: 280 }   # by key; numerically equal
      values: [70, 280]
      cites: [ { notice: taiyuan-2022, clause: 一（三）1, quote: 资助280元 } ]
      says: [低保]
      never_says: [大约]
      caveats: [other_rules_first]
      missing: []
      suggests: []
  - user: 那重度残疾呢
    expect: { status: answered, values: [0] }
`;
const CHINESE = `名称: 太原低保户问缴费，再问残疾
日期: 2022-10-08
问答:
  - 用户: 太原低保户2023年要交多少钱
    期望:
      状态: 已回答
      意图: 个人缴费
      条件: { 地区: 太原, 年度: 2023 }
      金额: { 个人实缴: 70, 资助金额: 280 }
      数值: [70, 280]
      依据: [ { 文件: 并医保发〔2022〕27号, 条款: 一（三）1, 原文: 资助280元 } ]
      包含: [低保]
      不得出现: [大约]
      提示: [另有规定优先]
      缺少: []
      建议: []
  - 用户: 那重度残疾呢
    期望: { 状态: 已回答, 数值: [0] }
`;

describe("script format", () => {
  it("reads English and Chinese keys and names as the same script", () => {
    const [english] = scripts(ENGLISH);
    const [chinese] = scripts(CHINESE);
    const cites = english?.turns[0]?.expect?.cites;
    expect(cites?.[0]?.notice).toBe("taiyuan-2022");
    expect(names.notices("并医保发〔2022〕27号")).toEqual(["taiyuan-2022"]);
    if (cites?.[0]) cites[0].notice = "并医保发〔2022〕27号";
    expect(chinese).toEqual(english);
  });

  it("reads several conversations of one file", () => {
    expect(
      scripts(`${CHINESE}---\n${ENGLISH}`).map(({ line }) => line),
    ).toEqual([1, 20]);
  });

  it("keeps every scalar a string", () => {
    const [script] = scripts(
      "turns:\n  - user: 2023\n    expect: { values: [0.60, 2022-12-20], says: [yes, 0012] }\n",
    );
    expect(script?.turns[0]?.user).toBe("2023");
    expect(script?.turns[0]?.expect?.values).toEqual(["0.60", "2022-12-20"]);
    expect(script?.turns[0]?.expect?.says).toEqual(["yes", "0012"]);
  });

  it("names every figure key of the contract", () => {
    const keys =
      "contribution.standard contribution.aid contribution.net contribution.total contribution.monthly subsidy.total subsidy.central subsidy.province subsidy.city subsidy.county financing.standard outpatient.fund outpatient.self outpatient.year_left outpatient.deductible outpatient.limit chronic.monthly inpatient.deductible inpatient.fund inpatient.self catastrophic.deductible catastrophic.entering catastrophic.fund catastrophic.self assistance.fund assistance.self assistance.year_left special_assistance.fund special_assistance.self settlement.person settlement.above_ceiling enrolment.from enrolment.to enrolment.in_window benefit.from waiting_period.exempt monitoring.threshold monitoring.covered";
    for (const key of keys.split(" ")) expect(names.figures.id(key)).toBe(key);
  });

  it("takes every key and id in both languages", () => {
    const facets = Object.keys(names.knowledge.vocabulary.file.facets);
    const vocabularies = [
      ...[CONVERSATION_KEYS, TURN_KEYS, EXPECT_KEYS, CITE_KEYS].map(
        (keys) => new Naming("", keys),
      ),
      names.statuses,
      names.caveats,
      names.scopes,
      names.intents,
      names.slots,
      names.figures,
      names.places,
      ...facets.flatMap((facet) => names.slotValues(facet) ?? []),
    ];
    for (const naming of vocabularies)
      for (const word of naming.words) {
        const id = naming.id(word) ?? "";
        expect(naming.id(id), id).toBe(id);
        expect(naming.name(id), `${naming.what} ${id}`).toMatch(
          /[\u4e00-\u9fff]/,
        );
        expect(naming.id(naming.name(id))).toBe(id);
      }
  });

  it("has the ids of the contract in its manual", () => {
    const manual = readFileSync(
      new URL("../../docs/写对话脚本.md", import.meta.url),
      "utf8",
    );
    for (const [naming, ids] of [
      [names.statuses, Object.keys(STATUS_NAMES)],
      [names.caveats, Object.keys(CAVEAT_NAMES)],
      [names.scopes, Object.keys(SCOPE_NAMES)],
      [names.figures, Object.keys(FIGURE_NAMES)],
    ] as const)
      for (const id of ids) {
        expect(manual).toContain(id);
        expect(manual).toContain(naming.name(id));
      }
  });

  it("gives each kind of fault one line with its place", () => {
    const turn = (rest: string): string => `问答:\n  - 用户: 你好\n${rest}`;
    const cases: [string, number, RegExp][] = [
      [
        turn("    期望:\n      状太: 已回答\n"),
        4,
        /不认识的项目名“状太”.*“状态”/,
      ],
      [turn("    期望: { 状态: 已回达 }\n"), 3, /“已回达”.*“已回答”/],
      [
        turn("    期望: { 金额: { 个人实交: 70 } }\n"),
        3,
        /“个人实交”.*“个人实缴”/,
      ],
      [
        turn("    期望: { 金额: { 报销金额: 24 } }\n"),
        3,
        /“报销金额”，是不是想写“门诊报销”或“住院报销”/,
      ],
      [
        turn("    期望: { 金额: { 应付: 70 } }\n"),
        3,
        /“应付”，是不是想写“个人实缴”/,
      ],
      [turn("    期望: { 金额: { 个人实缴: 七十元 } }\n"), 3, /数字.*七十元/],
      [turn("    期望: { 条件: { 地区: 太园 } }\n"), 3, /“太园”.*“太原市”/],
      [turn("    期望: { 提示: [推算的出] }\n"), 3, /“推算的出”/],
      [
        turn("    期望: { 依据: [{ 文件: 并医保发〔2022〕28号 }] }\n"),
        3,
        /不认识的文件/,
      ],
      [turn("    期望: { 依据: [{ }] }\n"), 3, /至少要写/],
      [turn("    期望: 已回答\n"), 3, /一组/],
      [turn("    期望: { 数值: { a: 1 } }\n"), 3, /列表/],
      [turn("    期望: { 包含: [大约70], 不得出现: [大约] }\n"), 3, /矛盾/],
      [turn("    期望: { 状态: 没有收录, 数值: [70] }\n"), 3, /矛盾/],
      [turn("    期望: { 状态: 已回答, status: answered }\n"), 3, /写了两次/],
      [turn("    期望: { 状态: 已回答, 状态: 没有收录 }\n"), 3, /两次/],
      ["名称: 甲\n问答：\n  - 用户: 你好\n", 2, /全角冒号/],
      ["名称: 甲\n问答:\n  - 用户：你好\n", 3, /全角冒号/],
      [turn("    期望: { 状态：已回答 }\n"), 3, /全角冒号/],
      ["名称: 甲\n问答:\n  - 用户:你好\n", 3, /空一格/],
      ["名称: 甲\n问答:\n\t- 用户: 你好\n", 3, /制表符/],
      ["名称: 甲\n日期: 2022-02-30\n问答:\n  - 用户: 你好\n", 2, /日期/],
      ["名称: 甲\n", 1, /缺少“问答”/],
      ["名称: 甲\n问答: []\n", 2, /至少/],
      ["名称: 甲\n问答:\n  - 期望: { 状态: 已回答 }\n", 3, /缺少“用户”/],
      ["", 1, /没有对话/],
    ];
    for (const [text, line, message] of cases) {
      const found = faults(text);
      expect(found, text).toHaveLength(1);
      expect(found[0]?.line, text).toBe(line);
      expect(found[0]?.message, text).toMatch(message);
      expect(found[0]?.message, text).not.toMatch(/[a-z]{3,} [a-z]{3,}/i);
    }
  });

  it("tells all faults of a file at once, in order", () => {
    const found = faults(
      "名称: 甲\n日起: 2022-10-08\n问答:\n  - 用户: 你好\n    期望: { 状态: 已回达 }\n---\n问答:\n  - 问题: 你好\n",
    );
    expect(found.map(({ line }) => line)).toEqual([2, 8]);
  });
});

import { describe, expect, it } from "vitest";
import type { Answer } from "../../bot/answer.js";
import { sameValue } from "../../bot/scripts/exact.js";
import { mismatches } from "../../bot/scripts/expect.js";
import { ScriptNames } from "../../bot/scripts/naming.js";
import { expected } from "../../bot/scripts/script.js";
import { loadKnowledge } from "../../knowledge/load.js";

const names = new ScriptNames(loadKnowledge());

describe("values", () => {
  it("are compared exactly, whatever their writing", () => {
    for (const [a, b] of [
      ["70", "70.00"],
      ["55%", "0.55"],
      ["0.550", "0.55"],
      ["5.5％", "0.055"],
      ["20个百分点", "0.2"],
      ["5万", "50000.00"],
      ["15,412元", "15412"],
      ["30.5", "30.50"],
      ["6个月", "6"],
      ["2022-12-20", "2022年12月20日"],
      ["是", "true"],
      ["0.1", "0.10"],
    ] as const)
      expect(sameValue(a, b), `${a} ${b}`).toBe(true);
  });

  it("differ by the smallest amount", () => {
    for (const [a, b] of [
      ["70", "70.01"],
      ["0.1", "0.10000000000000001"],
      ["9007199254740993", "9007199254740992"],
      ["55%", "55"],
      ["2022-12-20", "2022-12-21"],
      ["七十", "70"],
    ] as const)
      expect(sameValue(a, b), `${a} ${b}`).toBe(false);
  });
});

const quote =
  "城乡低保对象(含大学生,下同)、享受 40%救济对象等困难群众\n给予定额资助,即每人每年资助 280 元";
const answer: Answer = {
  status: "answered",
  intent: "contribution",
  conditions: [
    { slot: "jurisdiction", value: "taiyuan", label: "太原市", source: "said" },
    { slot: "year", value: 2023, label: "2023年度", source: "carried" },
    {
      slot: "identity",
      value: "低保对象",
      label: "城乡低保对象",
      source: "said",
    },
  ],
  text: "城乡低保对象要交70元。",
  figures: [
    {
      key: "contribution.net",
      type: "money",
      label: "个人实缴",
      value: "70.00",
      unit: "元",
      citations: [0],
    },
    {
      key: "contribution.net",
      type: "money",
      label: "个人实缴",
      value: "0.00",
      unit: "元",
      citations: [0],
    },
  ],
  steps: [],
  citations: [
    {
      notice: "taiyuan-2022",
      title: "关于做好2022年城乡居民基本医疗保障工作的通知",
      number: "并医保发〔2022〕27号",
      authority: "binding",
      clause: "一（三）1",
      quote,
      issuer: "太原市医疗保障局 等",
      place: "taiyuan",
      issued: null,
      copy: "official",
      effective: { from: "2022-01-01", to: null },
    },
  ],
  missing: [],
  caveats: [{ code: "other_rules_first", text: "另有规定的从其规定。" }],
  reference: [],
  range: null,
  parts: [],
  scope: null,
  suggestions: ["那重度残疾呢？"],
};
const faultsOf = (expectation: object): string[] =>
  mismatches(answer, expected.parse(expectation), names).map(({ key }) => key);

describe("expectations", () => {
  it("are met by what fits, whatever is not named", () => {
    for (const fitting of [
      {},
      { status: "answered", intent: "contribution" },
      { figures: { "contribution.net": ["70"] } },
      { figures: { "contribution.net": ["0", "70.0"] } },
      { values: ["70", "0"] },
      { conditions: { year: ["2023"], identity: ["城乡低保对象"] } },
      { cites: [{ notice: "并医保发[2022]27号" }] },
      { cites: [{ clause: "一(三)1", quote: "每人每年资助280元" }] },
      { cites: [{ quote: "含大学生，下同" }] },
      { says: ["低保"], never_says: ["大约"] },
      { caveats: ["other_rules_first"], missing: [], suggests: [] },
      { suggests: ["那重度残疾呢"] },
    ])
      expect(faultsOf(fitting), JSON.stringify(fitting)).toEqual([]);
  });

  it("name the key that is not met", () => {
    const cases: [object, string][] = [
      [{ status: "not_held" }, "状态"],
      [{ intent: "subsidy" }, "意图"],
      [{ scope: "other" }, "拒答类别"],
      [{ figures: { "contribution.net": ["70", "35"] } }, "金额 个人实缴"],
      [{ figures: { "contribution.aid": ["280"] } }, "金额 资助金额"],
      [{ values: ["280"] }, "数值"],
      [{ conditions: { year: ["2022"] } }, "条件 年度"],
      [{ cites: [{ clause: "一（三）2" }] }, "依据"],
      [{ cites: [{ clause: "一（三）1", quote: "资助350元" }] }, "依据"],
      [{ says: ["残疾"] }, "包含"],
      [{ never_says: ["70元"] }, "不得出现"],
      [{ caveats: ["stale"] }, "提示"],
      [{ missing: ["tier"] }, "缺少"],
      [{ suggests: ["二档呢"] }, "建议"],
    ];
    for (const [expectation, key] of cases)
      expect(faultsOf(expectation), JSON.stringify(expectation)).toEqual([key]);
  });
});

import { describe, expect, it } from "vitest";
import { type Files, noticesOf, problemsOf, SOUND } from "./invented-notice.js";
import { entry, PROVISIONS, provisions, type Row, tells } from "./told.js";

const RESULTS: Row[] = [
  [
    "a split that does not sum",
    provisions(
      'where: { payer: province, area: [乙水县] }\n    value: { kind: amount, amount: "300"',
      'where: { payer: province, area: [乙水县] }\n    value: { kind: amount, amount: "400"',
    ),
    PROVISIONS,
    "provisions › subsidy-b-central › value › amount",
    ["400 + 400", "800", "700"],
  ],
  [
    "a derived figure that does not come out",
    provisions('amount: "1100"', 'amount: "1200"'),
    PROVISIONS,
    "provisions › subsidy-before › derived",
    ["1100", "1200"],
  ],
  [
    "a formula with a number of its own",
    provisions("formula: 400 + 700", "formula: 500 + 600"),
    PROVISIONS,
    "provisions › subsidy-before › derived",
    ["500"],
  ],
  [
    "a formula that is none",
    provisions("formula: 400 + 700", "formula: 400 加 700"),
    PROVISIONS,
    "provisions › subsidy-before › derived",
    ["400 加 700"],
  ],
  [
    "a derivation from nothing",
    provisions("from: [fee-1, subsidy]", "from: [fee-9, subsidy]"),
    PROVISIONS,
    "provisions › subsidy-before › derived",
    ["fee-9"],
  ],
  [
    "an aid that is not the share of the contribution",
    provisions('share: "0.80", amount: "320"', 'share: "0.80", amount: "400"'),
    PROVISIONS,
    "provisions › aid-allowance › value › amount",
    ["320", "400"],
  ],
  [
    "payers who do not pay the aid",
    provisions(
      '{ payer: county, amount: "300" }',
      '{ payer: county, amount: "100" }',
    ),
    PROVISIONS,
    "provisions › aid-disabled › value › payers",
    ["200", "400"],
  ],
  [
    "bands with a gap",
    provisions('{ over: "50000", to: null', '{ over: "10000", to: null'),
    PROVISIONS,
    "provisions › bands › value › bands",
    ["没有接上"],
  ],
  [
    "a period that ends before it begins",
    provisions(
      "period: { of: expense, from: 2031-01-01, to: 2031-12-31 }",
      "period: { of: expense, from: 2031-12-31, to: 2031-01-01 }",
    ),
    PROVISIONS,
    "provisions › cap-2031 › period",
    ["2031-12-31", "2031-01-01"],
  ],
  [
    "two rules on one day",
    entry("cap-2031", "from: 2031-01-01", "from: 2030-01-01"),
    PROVISIONS,
    "provisions › cap-2031 › period",
    ["jiashe-2030/cap-2030", "同一时间"],
  ],
];

describe("an invented notice that is in order", () => {
  it("has no problem", () => {
    expect(problemsOf(SOUND)).toEqual([]);
  });
});

tells("numbers that must agree", RESULTS);

describe("a later notice of the same place", () => {
  const later = (supersession: string): Files => ({
    notice: SOUND.notice
      .replace("jiashe-2030", "jiashe-2031")
      .replace("in_force: { from: 2030-01-01", "in_force: { from: 2031-07-01")
      .replace(
        "supersession: 以往规定与本通知不一致的，以本通知为准。",
        `supersession: ${supersession}`,
      )
      .replace(/source_errors:\n.*\n/, ""),
    text: "## 二\n\n二、待遇\n\n从2031年7月1日起，甲类项目报销65%。\n",
    provisions: `provisions:
  - id: class-a
    clause: 二
    quote: 从2031年7月1日起，甲类项目报销65%。
    force: rule
    topic: outpatient.ratio
    period: { of: expense, from: 2031-07-01, to: null }
    where: { class: a }
    value: { kind: ratio, ratio: "0.65" }
`,
  });

  it("ends the earlier rule the day before, where it says that it prevails", () => {
    const both = [SOUND, later("以往规定与本通知不一致的，以本通知为准。")];
    expect(problemsOf(...both)).toEqual([]);
    const [first] = noticesOf(...both);
    const earlier = first?.provisions.find(({ id }) => id === "class-a");
    expect(earlier?.period.to).toBe("2031-06-30");
    expect(earlier?.trusted_to).toBe("2031-06-30");
    expect(earlier?.superseded_by).toBe("jiashe-2031/class-a");
    const other = first?.provisions.find(({ id }) => id === "class-b");
    expect(other?.period.to).toBeNull();
    expect(other?.trusted_to).toBe("2031-12-31");
  });

  it("overlaps with it, where it does not", () => {
    const problems = problemsOf(SOUND, later("null"));
    expect(problems.map(({ entry }) => entry)).toEqual([
      "provisions › class-a › period",
    ]);
  });
});

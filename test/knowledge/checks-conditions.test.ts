import { entry, PROVISIONS, provisions, type Row, tells } from "./told.js";

const BINDINGS: Row[] = [
  [
    "the other tier's amount",
    provisions('where: { tier: "2" }', 'where: { tier: "1" }'),
    PROVISIONS,
    "provisions › fee-2 › where › tier",
    ["800元", "二档", "一档"],
  ],
  [
    "no tier where the text names one",
    provisions('where: { tier: "2" }\n    ', ""),
    PROVISIONS,
    "provisions › fee-2 › where › tier",
    ["800元", "二档"],
  ],
  [
    "the other class's ratio",
    provisions("where: { class: b }", "where: { class: a }"),
    PROVISIONS,
    "provisions › class-b › where › class",
    ["50%", "乙类"],
  ],
  [
    "the other year's amount",
    entry(
      "cap-2030",
      "from: 2030-01-01, to: 2030-12-31",
      "from: 2031-01-01, to: 2031-12-31",
    ),
    PROVISIONS,
    "provisions › cap-2030 › period",
    ["200元", "2030", "2031-01-01"],
  ],
  [
    "another insurance's ratio of a list",
    provisions(
      "where: { insurance: resident }",
      "where: { insurance: employee }",
    ),
    PROVISIONS,
    "provisions › inpatient-resident › where › insurance",
    ["70%"],
  ],
  [
    "a person who is not named",
    provisions("who: { any: [低保对象] }", "who: { any: [孤儿] }"),
    PROVISIONS,
    "provisions › aid-allowance › who",
    ["孤儿"],
  ],
  [
    "another person's aid",
    provisions(
      'who: { any: [特困人员] }\n    where: { tier: "1" }\n    context: [',
      'who: { any: [低保对象] }\n    where: { tier: "1" }\n    context: [{ clause: 一, quote: 低保对象按个人缴费部分80%的比例资助，即每人每年资助320元； }, ',
    ),
    PROVISIONS,
    "provisions › aid-destitute › who",
    ["400元", "特困人员", "低保对象"],
  ],
  [
    "an aid without its person",
    provisions("who: { any: [低保对象] }\n    ", ""),
    PROVISIONS,
    "provisions › aid-allowance › who",
    ["低保对象"],
  ],
  [
    "somebody left out whom nothing else names",
    provisions("none: [特困人员]", "none: [孤儿]"),
    PROVISIONS,
    "provisions › aid-disabled › who › none",
    ["孤儿"],
  ],
  [
    "a year that is not named",
    entry(
      "subsidy",
      "from: 2030-01-01, to: 2030-12-31",
      "from: 2032-01-01, to: 2032-12-31",
    ),
    PROVISIONS,
    "provisions › subsidy › period › from",
    ["2032-01-01", "2030"],
  ],
  [
    "a county that is not named",
    entry("subsidy-b-central", "area: [乙水县]", "area: [甲山县, 乙水县]"),
    PROVISIONS,
    "provisions › subsidy-b-central › where › area",
    ["多了甲山县"],
  ],
];

tells("whose number it is", BINDINGS);

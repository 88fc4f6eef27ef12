import { broken } from "./invented-notice.js";
import { HEAD, PROVISIONS, provisions, type Row, tells, TEXT } from "./told.js";

const NAMES: Row[] = [
  [
    "a commentary with provisions",
    broken("notice", "kind: binding", "kind: commentary"),
    PROVISIONS,
    "provisions › fee-1 › force",
    ["评论文章"],
  ],
  [
    "guidance that decides",
    broken("notice", "kind: binding", "kind: guidance"),
    PROVISIONS,
    "provisions › fee-1 › force",
    ["指导意见"],
  ],
  [
    "an unknown topic",
    provisions("topic: fact.notice_in_force", "topic: fact.nothing"),
    PROVISIONS,
    "provisions › in-force › topic",
    ["fact.nothing"],
  ],
  [
    "a value that does not fit its topic",
    provisions(
      'value: { kind: ratio, ratio: "0.75" }',
      'value: { kind: points, points: "0.75" }',
    ),
    PROVISIONS,
    "provisions › target › value › kind",
    ["ratio", "points"],
  ],
  [
    "a limit that no calculator knows",
    provisions("on: payment, per: year", "on: payment, per: month"),
    PROVISIONS,
    "provisions › cap-203",
    ["payment/month", "payment/day"],
  ],
  [
    "an unknown facet value",
    provisions("where: { class: b }", "where: { class: c }"),
    PROVISIONS,
    "provisions › class-b › where › class",
    ["“c”"],
  ],
  [
    "an unknown identity",
    provisions("who: { any: [低保对象] }", "who: { any: [低保对像] }"),
    PROVISIONS,
    "provisions › aid-allowance › who › any",
    ["低保对像"],
  ],
  [
    "an unknown county",
    provisions(
      "payer: province, area: [乙水县]",
      "payer: province, area: [丙川县]",
    ),
    PROVISIONS,
    "provisions › subsidy-b-province › where › area",
    ["丙川县"],
  ],
  [
    "an unknown reading",
    provisions(
      'value: { kind: ratio, ratio: "0.75" }',
      'value: { kind: ratio, ratio: "0.75" }\n    interpretation: no-such',
    ),
    PROVISIONS,
    "provisions › target › interpretation",
    ["no-such"],
  ],
  [
    "an id used twice",
    provisions("id: class-b", "id: class-a"),
    PROVISIONS,
    "provisions › class-a › id",
    ["两次"],
  ],
  [
    "an unknown place",
    broken("notice", "jurisdiction: jiashe", "jurisdiction: wuyou"),
    HEAD,
    "jurisdiction",
    ["wuyou"],
  ],
  [
    "a source error that is not in the text",
    broken("notice", "found: 2030年1月I日", "found: 2030年l月1日"),
    HEAD,
    "source_errors › 第1项",
    ["2030年l月1日"],
  ],
  [
    "a clause heading twice",
    broken("text", "## 三", "## 二"),
    TEXT,
    "二",
    ["两次"],
  ],
  [
    "an unknown key",
    provisions(
      "    topic: fact.notice_in_force",
      "    topik: fact.notice_in_force",
    ),
    PROVISIONS,
    "provisions › in-force",
    ["topik"],
  ],
  [
    "a date that does not exist",
    provisions(
      "from: 2031-01-01, to: 2031-12-31 }\n    value: { kind: cap",
      "from: 2031-01-01, to: 2031-12-32 }\n    value: { kind: cap",
    ),
    PROVISIONS,
    "provisions › cap-2031 › period › to",
    ["日期"],
  ],
  [
    "a ratio above one",
    provisions('ratio: "0.75"', 'ratio: "75"'),
    PROVISIONS,
    "provisions › target › value › ratio",
    ["0 到 1"],
  ],
  [
    "bad indentation",
    provisions("    force: target", "   force: target"),
    PROVISIONS,
    "第",
    [],
  ],
];

tells("names and kinds", NAMES);

/** The provisions of the invented notice: one for each thing that its text says. */

const one = (
  id: string,
  clause: string,
  quote: string,
  rest: string,
  force = "rule",
): string => `
  - id: ${id}
    clause: ${clause}
    quote: ${quote}
    force: ${force}
${rest.trim().replace(/^ */gm, "    ")}`;

const FEE = "2031年度个人缴费标准为一档400元、二档800元。";
const DESTITUTE =
  "2031年度特困人员由医疗救助基金全额资助，即每人每年资助400元；";
const SUBSIDY =
  "2030年财政补助比上年提高30元，达到700元，其中甲山县中央财政补助500元、省级财政补助200元；";
const OTHERS = "其它县中央财政补助400元、省级财政补助300元。";
const CAPS = "2030年门诊支付限额为200元，2031年为250元。";
const CLASSES = "甲类项目报销60%，乙类项目报销50%。";
const IN_2031 =
  "period: { of: coverage_year, from: 2031-01-01, to: 2031-12-31 }";
const IN_2030 =
  "period: { of: coverage_year, from: 2030-01-01, to: 2030-12-31 }";
const OPEN = "period: { of: expense, from: 2030-01-01, to: null }";
const context = (...passages: string[]): string =>
  `context: [${passages.map((quote) => `{ clause: 一, quote: ${quote} }`).join(", ")}]`;

const part = (
  id: string,
  quote: string,
  payer: string,
  area: string,
  amount: string,
): string =>
  one(
    id,
    "一",
    quote,
    `at: 财政补助${amount}元
topic: subsidy.part
${IN_2030}
${context(SUBSIDY)}
where: { payer: ${payer}, area: ${area} }
value: { kind: amount, amount: "${amount}", per: person_year }`,
  );

export const PROVISIONS = `provisions:${[
  one(
    "fee-1",
    "一",
    FEE,
    `at: 一档400元
topic: contribution.standard
${IN_2031}
where: { tier: "1" }
value: { kind: amount, amount: "400", per: person_year }`,
  ),
  one(
    "fee-2",
    "一",
    FEE,
    `at: 二档800元
topic: contribution.standard
${IN_2031}
where: { tier: "2" }
value: { kind: amount, amount: "800", per: person_year }`,
  ),
  one(
    "aid-destitute",
    "一",
    DESTITUTE,
    `topic: contribution.aid
${IN_2031}
who: { any: [特困人员] }
where: { tier: "1" }
${context(FEE)}
value: { kind: aid, mode: full, amount: "400" }`,
  ),
  one(
    "aid-allowance",
    "一",
    "低保对象按个人缴费部分80%的比例资助，即每人每年资助320元；",
    `topic: contribution.aid
${IN_2031}
who: { any: [低保对象] }
where: { tier: "1" }
${context(FEE)}
value: { kind: aid, mode: share, share: "0.80", amount: "320" }`,
  ),
  one(
    "aid-disabled",
    "一",
    "重度残疾人由市财政资助100元、县财政资助300元。",
    `topic: contribution.aid
${IN_2031}
who: { any: [重度残疾人], none: [特困人员] }
${context(FEE)}
value: { kind: aid, mode: fixed, amount: "400", payers: [{ payer: city, amount: "100" }, { payer: county, amount: "300" }] }`,
  ),
  one(
    "subsidy",
    "一",
    SUBSIDY,
    `at: 达到700元
topic: subsidy.total
${IN_2030}
value: { kind: amount, amount: "700", per: person_year }`,
  ),
  part("subsidy-a-central", SUBSIDY, "central", "[甲山县]", "500"),
  part("subsidy-a-province", SUBSIDY, "province", "[甲山县]", "200"),
  part("subsidy-b-central", OTHERS, "central", "[乙水县]", "400"),
  part("subsidy-b-province", OTHERS, "province", "[乙水县]", "300"),
  one(
    "subsidy-before",
    "一",
    SUBSIDY,
    `topic: financing.standard
${IN_2030}
value: { kind: amount, amount: "1100", per: person_year }
derived: { from: [fee-1, subsidy], formula: 400 + 700 }`,
  ),
  one(
    "cap-2030",
    "二",
    CAPS,
    `at: 2030年门诊支付限额为200元
topic: outpatient.cap
period: { of: expense, from: 2030-01-01, to: 2030-12-31 }
value: { kind: cap, amount: "200", on: payment, per: year }`,
  ),
  one(
    "cap-2031",
    "二",
    CAPS,
    `at: 2031年为250元
topic: outpatient.cap
period: { of: expense, from: 2031-01-01, to: 2031-12-31 }
value: { kind: cap, amount: "250", on: payment, per: year }`,
  ),
  one(
    "class-a",
    "二",
    CLASSES,
    `at: 甲类项目报销60%
topic: outpatient.ratio
${OPEN}
where: { class: a }
value: { kind: ratio, ratio: "0.60" }`,
  ),
  one(
    "class-b",
    "二",
    CLASSES,
    `at: 乙类项目报销50%
topic: outpatient.ratio
${OPEN}
where: { class: b }
value: { kind: ratio, ratio: "0.50" }`,
  ),
  one(
    "bands",
    "二",
    "个人自付超过1万元至5万元的部分报销五成，超过5万元的部分报销百分之六十。",
    `topic: catastrophic.bands
${OPEN}
value: { kind: bands, counted_from: zero, bands: [{ over: "10000", to: "50000", ratio: "0.5" }, { over: "50000", to: null, ratio: "0.6" }] }`,
  ),
  one(
    "inpatient-resident",
    "二",
    "职工医保和居民医保住院分别报销85%和70%。",
    `topic: inpatient.ratio
${OPEN}
where: { insurance: resident }
value: { kind: ratio, ratio: "0.70" }`,
  ),
  one(
    "target",
    "二",
    "政策范围内住院费用报销比例稳定在75%左右。",
    `topic: inpatient.ratio
${OPEN}
value: { kind: ratio, ratio: "0.75" }`,
    "target",
  ),
  one(
    "in-force",
    "三",
    "本通知自2030年1月I日起施行。",
    `topic: fact.notice_in_force
${OPEN}
value: { kind: text, says: 自2030年1月1日起施行。, figures: [{ key: notice.from, type: date, label: 施行日期, value: "2030-01-01", unit: "" }] }`,
  ),
].join("")}
quoted_only:
  - { clause: 二, quote: 备案有效期为六个月。, reason: 试写的例子 }
`;

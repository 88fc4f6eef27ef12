/**
 * What the calculator may be asked: one benefit, a place, a day and the facts
 * of the case. The schemas carry the Chinese label and the unit of every fact
 * (contract, section 4); `parseRequest` in parse.ts resolves names and
 * contradictions, which need the vocabulary.
 */
import { z } from "zod";
import {
  date,
  flag,
  money,
  month,
  name,
  schoolYear,
  whole,
  word,
  words,
  year,
} from "./fact-values.js";

export const BENEFITS = [
  "contribution",
  "subsidy",
  "outpatient",
  "chronic",
  "inpatient",
  "catastrophic",
  "assistance",
  "special_assistance",
  "settlement",
  "enrolment",
  "waiting_period",
  "monitoring",
] as const;
export type Benefit = (typeof BENEFITS)[number];

/** The Chinese names of the benefits. */
export const BENEFIT_LABELS: Readonly<Record<Benefit, string>> = {
  contribution: "个人缴费",
  subsidy: "财政补助",
  outpatient: "普通门诊",
  chronic: "门诊慢特病",
  inpatient: "住院",
  catastrophic: "大病保险",
  assistance: "医疗救助",
  special_assistance: "特殊救助",
  settlement: "各层结算",
  enrolment: "参保登记",
  waiting_period: "待遇等待期",
  monitoring: "监测预警",
};

const member = z.strictObject({
  label: name("称呼").optional().meta({ title: "称呼", description: "文字" }),
  tier: word("档次"),
  identity: word("身份"),
  identities: words("身份"),
  count: whole("人数", "人", 1, 10000),
});

/** Every fact, with its label and unit. */
export const FACTS = {
  coverage_year: year("参保年度"),
  school_year: schoolYear("学年"),
  year: year("年度"),
  tier: word("档次"),
  identity: word("身份"),
  identities: words("身份"),
  persons: whole("人数", "人", 1, 10000),
  members: z
    .array(member, { error: () => "家庭成员应是列表" })
    .min(1, { error: () => "家庭成员不能是空的列表" })
    .max(100, { error: () => "家庭成员最多 100 项" })
    .optional()
    .meta({ title: "家庭成员", description: "列表" }),
  payer: word("缴费主体"),
  average_monthly_wage: money("上年度在岗职工月平均工资"),
  group: word("人群"),
  area: word("县（市、区）"),
  visit_date: date("就诊日期"),
  institution: word("医疗机构"),
  class_a: money("甲类费用"),
  class_b: money("乙类费用"),
  eligible: money("政策范围内费用"),
  family_doctor: flag("已签约家庭医生"),
  paid_today: money("当日基金已支付"),
  paid_this_year: money("本年度基金已支付"),
  eligible_before: money("本年度此前的政策范围内费用"),
  years_below_deductible: whole("连续未超过起付标准的年数", "年", 0, 100),
  insurance: word("险种"),
  month: month("月份"),
  disease: word("病种"),
  above_deductible: money("起付标准以上的政策范围内费用"),
  regular_deductible: money("规定的起付标准"),
  admission: whole("年内第几次住院", "次", 1, 366),
  employment: word("在职或退休"),
  outpatient_last_year: money("上年度政策范围内门诊费用"),
  eligible_self_paid: money("政策范围内个人自付费用"),
  eligible_expense: money("政策范围内医疗费用"),
  monitored: flag("乡村振兴部门监测对象"),
  eligible_self_paid_inpatient: money("年度政策范围内个人自付住院费用"),
  inpatient_left: money("住院费用经各项保险支付后的个人负担"),
  general_outpatient_left: money("普通门诊费用经各项保险支付后的个人负担"),
  assisted_this_year: money("本年度已获医疗救助"),
  assisted_outpatient_this_year: money("本年度已获普通门诊救助"),
  reasonable_left: money("各类救助后剩余的合理医疗费用"),
  burden_still_heavy: flag("各类救助后负担仍然较重"),
  special_assisted_this_year: money("本年度已获特殊救助"),
  reasonable_outside: money("目录外合理必要费用"),
  paid_on: date("缴费日期"),
  newborn: flag("新生儿"),
  born_on: date("出生日期"),
  registered_in_birth_year: flag("出生当年已办理参保登记"),
  employee_interrupted_on: date("职工医保中断日期"),
  joined_on: date("参加居民医保日期"),
  graduated_in: year("毕业年份"),
  paid_that_year: flag("已补缴当年费用"),
  self_paid: money("年度个人负担医疗费用"),
  urban_income: money("上年度城镇居民人均可支配收入"),
  enterprise_pension: money("上年度企业年平均养老金"),
  rural_income: money("上年度农村居民人均纯收入"),
  /** Facts for shapes of other cities' notices, beyond the contract's table. */
  age: whole("年龄", "岁", 0, 150),
  out_of_region: flag("统筹区外就医"),
  category: word("费用项目"),
  eligible_year_before: money("本年度此前住院的政策范围内费用"),
  missed_years: whole("中断缴费年数", "年", 0, 100),
  repaid_years: whole("已补缴年数", "年", 0, 100),
} as const;
export type FactId = keyof typeof FACTS;

/** Which facts each benefit takes. */
const INPATIENT = [
  "eligible",
  "above_deductible",
  "regular_deductible",
  "admission",
  "institution",
  "employment",
  "outpatient_last_year",
  "insurance",
  "tier",
  "identity",
  "identities",
  "area",
  "year",
  "visit_date",
  "class_a",
  "class_b",
  "age",
  "out_of_region",
  "category",
  "eligible_year_before",
  "paid_this_year",
] as const;
const OUTPATIENT = [
  "visit_date",
  "institution",
  "class_a",
  "class_b",
  "eligible",
  "family_doctor",
  "paid_today",
  "paid_this_year",
  "eligible_before",
  "years_below_deductible",
  "insurance",
  "tier",
  "identity",
  "identities",
  "area",
  "employment",
  "age",
  "out_of_region",
  "category",
  "year",
] as const;
const CATASTROPHIC = [
  "year",
  "eligible_self_paid",
  "eligible_expense",
  "insurance",
  "identity",
  "identities",
  "area",
  "tier",
] as const;
const ASSISTANCE = [
  "year",
  "identity",
  "identities",
  "monitored",
  "eligible_self_paid_inpatient",
  "inpatient_left",
  "general_outpatient_left",
  "assisted_this_year",
  "assisted_outpatient_this_year",
  "area",
] as const;
const SPECIAL = [
  "year",
  "identity",
  "identities",
  "reasonable_left",
  "burden_still_heavy",
  "special_assisted_this_year",
  "area",
] as const;
export const BENEFIT_FACTS = {
  contribution: [
    "coverage_year",
    "school_year",
    "tier",
    "identity",
    "identities",
    "persons",
    "members",
    "payer",
    "average_monthly_wage",
    "insurance",
    "area",
    "age",
    "born_on",
    "registered_in_birth_year",
  ],
  subsidy: ["year", "group", "area"],
  outpatient: OUTPATIENT,
  chronic: ["month", "disease", "insurance", "area"],
  inpatient: INPATIENT,
  catastrophic: CATASTROPHIC,
  assistance: ASSISTANCE,
  special_assistance: SPECIAL,
  settlement: [
    ...new Set<FactId>([
      ...INPATIENT,
      ...OUTPATIENT,
      ...CATASTROPHIC,
      ...ASSISTANCE,
      ...SPECIAL,
      "reasonable_outside",
    ]),
  ],
  enrolment: [
    "coverage_year",
    "paid_on",
    "newborn",
    "born_on",
    "registered_in_birth_year",
    "tier",
    "area",
    "identity",
    "identities",
  ],
  waiting_period: [
    "employee_interrupted_on",
    "joined_on",
    "born_on",
    "group",
    "graduated_in",
    "paid_that_year",
    "area",
    "missed_years",
    "repaid_years",
  ],
  monitoring: [
    "group",
    "self_paid",
    "urban_income",
    "enterprise_pension",
    "rural_income",
    "year",
    "identity",
    "identities",
    "area",
  ],
} as const satisfies Record<Benefit, readonly FactId[]>;

function factsOf(benefit: Benefit) {
  const shape: Partial<Record<FactId, z.ZodType>> = {};
  for (const id of BENEFIT_FACTS[benefit]) shape[id] = FACTS[id];
  return z.strictObject(shape);
}
export const FACT_SCHEMAS = Object.fromEntries(
  BENEFITS.map((benefit) => [benefit, factsOf(benefit)]),
) as Record<Benefit, z.ZodObject>;

type AllFacts = { [K in FactId]?: z.output<(typeof FACTS)[K]> | undefined };
export type Member = NonNullable<AllFacts["members"]>[number];

/**
 * The facts of a case. Money is a decimal string in 元 with at most two
 * decimals, dates are ISO, facets are ids of words.yaml; identities may be
 * any names, also combined (“重度残疾大学生”). What is left out is unknown.
 */
export type Facts = AllFacts;

export interface CalcRequest {
  benefit: Benefit;
  /** Id of a place. */
  jurisdiction: string;
  /** Id of a county or district of the place. */
  area?: string | undefined;
  /** Day of the question and, without another date, of the event. */
  on: string;
  facts: Facts;
}

/** The Chinese label of a fact. */
export function factLabel(id: string): string {
  const schema = (FACTS as Record<string, z.ZodType>)[id];
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  const meta = schema?.meta() ?? (inner as z.ZodType | undefined)?.meta();
  return meta?.title ?? id;
}

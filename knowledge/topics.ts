/**
 * The topics that calculators read, each with its Chinese label and the value
 * kinds it may hold. Topics of stated facts (`fact.…`) are declared in
 * words.yaml instead and hold `text`.
 */
import type { Value } from "./schema.js";

type Kind = Value["kind"];
interface Topic {
  label: string;
  kinds: readonly Kind[];
  /** What limits and deductibles may be for, where calculators know only these. */
  per?: readonly string[];
}
const YEARLY = ["payment/year"];

export const TOPICS: Readonly<Record<string, Topic>> = {
  "contribution.standard": { label: "个人缴费标准", kinds: ["amount"] },
  "contribution.increase": { label: "个人缴费提高额", kinds: ["amount"] },
  "contribution.rate": { label: "缴费比例", kinds: ["ratio"] },
  "contribution.aid": { label: "资助参保", kinds: ["aid"] },
  "subsidy.total": { label: "人均财政补助标准", kinds: ["amount"] },
  "subsidy.increase": { label: "财政补助提高额", kinds: ["amount"] },
  "subsidy.part": { label: "分级财政补助", kinds: ["amount"] },
  "financing.standard": { label: "筹资标准", kinds: ["amount"] },
  "financing.catastrophic": { label: "大病保险筹资比例", kinds: ["ratio"] },
  "outpatient.deductible": { label: "普通门诊起付标准", kinds: ["deductible"] },
  "outpatient.deductible_change": {
    label: "门诊起付标准调整",
    kinds: ["deductible_change"],
  },
  "outpatient.ratio": { label: "普通门诊报销比例", kinds: ["ratio"] },
  "outpatient.points": { label: "门诊报销比例提高", kinds: ["points"] },
  "outpatient.first_self_paid": {
    label: "门诊先行自付比例",
    kinds: ["ratio"],
  },
  "outpatient.cap": {
    label: "普通门诊支付限额",
    kinds: ["cap"],
    per: ["payment/visit", "payment/day", "payment/year", "expense/year"],
  },
  "chronic.quota": { label: "门诊慢特病定额", kinds: ["amount"] },
  "chronic.second": { label: "第二种慢性病限额比例", kinds: ["ratio"] },
  "inpatient.deductible": { label: "住院起付标准", kinds: ["deductible"] },
  "inpatient.deductible_change": {
    label: "住院起付标准调整",
    kinds: ["deductible_change"],
  },
  "inpatient.outpatient_limit": {
    label: "门诊费用条件",
    kinds: ["amount"],
  },
  "inpatient.ratio": { label: "住院报销比例", kinds: ["ratio"] },
  "inpatient.points": { label: "住院报销比例提高", kinds: ["points"] },
  "inpatient.first_self_paid": {
    label: "住院先行自付比例",
    kinds: ["ratio"],
  },
  "inpatient.cap": {
    label: "统筹基金年度最高支付限额",
    kinds: ["cap"],
    per: YEARLY,
  },
  "inpatient.self_paid_ceiling": {
    label: "年度个人自付最高限额",
    kinds: ["amount"],
  },
  "catastrophic.deductible": { label: "大病保险起付线", kinds: ["deductible"] },
  "catastrophic.deductible_change": {
    label: "大病保险起付线调整",
    kinds: ["deductible_change"],
  },
  "catastrophic.points": {
    label: "大病保险报销比例提高",
    kinds: ["points"],
  },
  "catastrophic.bands": { label: "大病保险分段报销", kinds: ["bands"] },
  "catastrophic.cap": {
    label: "大病保险最高支付限额",
    kinds: ["cap"],
    per: YEARLY,
  },
  "assistance.threshold": {
    label: "医疗救助起付标准",
    kinds: ["deductible"],
  },
  "assistance.ratio": { label: "医疗救助比例", kinds: ["ratio"] },
  "assistance.cap": {
    label: "医疗救助年度限额",
    kinds: ["cap"],
    per: YEARLY,
  },
  "assistance.cap_outpatient": {
    label: "普通门诊救助年度限额",
    kinds: ["cap"],
  },
  "special_assistance.ratio": { label: "特殊救助比例", kinds: ["ratio"] },
  "special_assistance.cap": {
    label: "特殊救助年度限额",
    kinds: ["cap"],
    per: YEARLY,
  },
  "ceiling.amount": { label: "个人负担封顶额", kinds: ["amount"] },
  "enrolment.window": { label: "集中参保期", kinds: ["window"] },
  "enrolment.benefit_from": {
    label: "待遇开始日",
    kinds: ["window", "monthly"],
  },
  "newborn.contribution": { label: "新生儿缴费", kinds: ["amount", "wait"] },
  "waiting.exempt": { label: "不设等待期", kinds: ["wait"] },
  "waiting.length": { label: "等待期长短", kinds: ["wait"] },
  "waiting.graduate": { label: "毕业生待遇", kinds: ["wait", "window"] },
  "monitoring.threshold": {
    label: "监测预警标准",
    kinds: ["amount", "ratio"],
  },
};

/** The label of a calculator topic or of a fact topic declared in the vocabulary. */
export function isKnownTopic(
  topic: string,
  facts: Readonly<Record<string, unknown>>,
): boolean {
  return topic in TOPICS || topic in facts;
}

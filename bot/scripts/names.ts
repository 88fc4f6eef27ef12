/**
 * The words of conversation scripts: every key and id with the Chinese names
 * by which a script may call it, the first of which is written on export.
 */

/** English id → Chinese names. */
export type Names = Readonly<Record<string, readonly string[]>>;

/** Keys of a conversation. */
export const CONVERSATION_KEYS: Names = {
  name: ["名称", "标题"],
  on: ["日期", "提问日期", "时间", "提问时间"],
  place: ["服务地区", "默认地区"],
  turns: ["问答", "轮次", "对话内容", "对话"],
};

/** Keys of one turn. */
export const TURN_KEYS: Names = {
  user: ["用户", "问", "用户说", "提问"],
  on: ["日期", "提问日期"],
  at: ["时刻", "时间"],
  expect: ["期望", "预期", "期望结果"],
};

/** Keys of what is expected of an answer. */
export const EXPECT_KEYS: Names = {
  status: ["状态"],
  intent: ["意图"],
  scope: ["拒答类别", "类别"],
  conditions: ["条件"],
  figures: ["金额", "数字", "结果"],
  values: ["数值", "值"],
  cites: ["依据", "引用"],
  says: ["包含", "要有", "出现", "应出现"],
  never_says: ["不得出现", "不包含", "不能有"],
  caveats: ["提示", "注意"],
  missing: ["缺少", "缺"],
  suggests: ["建议", "可以接着问"],
};

/** Keys of one citation. */
export const CITE_KEYS: Names = {
  notice: ["文件"],
  clause: ["条款", "条"],
  quote: ["原文", "引文"],
};

export const STATUS_NAMES: Names = {
  answered: ["已回答", "回答", "已答", "有答案"],
  needs_info: ["需要补充", "待补充", "需补充", "要追问", "反问"],
  clarify: ["需要选择", "有歧义", "请选择", "需要澄清"],
  not_stipulated: ["没有规定", "未规定", "文件没有规定"],
  not_held: ["没有收录", "未收录", "文件没有收录"],
  out_of_scope: ["超出范围", "不在范围", "不属于范围"],
  handoff: ["转人工", "人工"],
};

export const CAVEAT_NAMES: Names = {
  stale: ["文件较旧", "已过时", "文件旧"],
  target_not_rule: ["是目标不是规定", "目标"],
  derived: ["推算得出", "推算"],
  superseded: ["已被取代", "被取代"],
  expired: ["已失效", "失效"],
  guidance: ["指导性规定", "指导"],
  fragment: ["文本不全", "残缺"],
  ambiguous: ["条文有歧义", "我们的理解", "歧义"],
  other_rules_first: ["另有规定优先", "另有规定"],
  identity_overlap: ["身份重叠", "多重身份"],
  assumed: ["按假定回答", "假定"],
  refers: ["指向别的文件", "另见文件"],
  left_out: ["有话没有用到", "没有用到"],
};

export const SCOPE_NAMES: Names = {
  personal_account: ["个人信息", "个人账户"],
  other_insurance: ["其他保险"],
  medical_advice: ["看病用药", "医疗建议"],
  complaint: ["投诉举报", "投诉"],
  prediction: ["预测"],
  opinion: ["评价", "征求看法"],
  small_talk: ["闲聊"],
  abuse: ["辱骂"],
  crisis: ["危急", "危机"],
  suspected_scam: ["疑似诈骗", "诈骗"],
  illegal_request: ["违法要求"],
  other: ["其他"],
};

/** Intents that are no benefit of the calculator (those carry its names) and no kind of refusal. */
export const INTENT_NAMES: Names = {
  newborn: ["新生儿参保", "新生儿"],
  graduate: ["毕业生待遇", "毕业生"],
  ceiling: ["个人负担封顶"],
  fact: ["查规定"],
  document: ["查文件"],
  term: ["解释名词"],
  procedure: ["怎么办理", "办理手续"],
  reimburse: ["报销（没说哪一种）"],
  unclear: ["没说清"],
  repeat: ["再说一遍"],
  restart: ["重新开始"],
  human: ["转人工"],
};

/** Slots that are neither a facet of the vocabulary nor a fact of the calculator. */
export const SLOT_NAMES: Names = {
  jurisdiction: ["地区", "地方", "城市", "参保地"],
  area: ["县区", "区县", "县（市、区）"],
  year: ["年度", "年份", "参保年度", "待遇年度", "coverage_year"],
  school_year: ["学年"],
  identity: ["身份", "identities"],
  person: ["人", "称呼"],
  amount: ["准确金额", "金额"],
  wage_period: ["一个月还是一年的工资"],
  question: ["问题"],
};

/** Words that people guess and that may mean several names: suggested, never taken. */
export const GUESSED: Names = {
  应付: ["个人实缴", "门诊自付", "住院自付"],
  实付: ["个人实缴", "门诊自付", "住院自付"],
  个人缴费: ["个人实缴", "个人缴费标准"],
  缴费金额: ["个人实缴", "个人缴费标准"],
  缴费: ["个人实缴", "个人缴费标准"],
  报销: ["门诊报销", "住院报销", "大病报销"],
  报销金额: ["门诊报销", "住院报销", "大病报销"],
  报销额: ["门诊报销", "住院报销", "大病报销"],
  大病金额: ["进入大病保险的金额", "大病报销"],
  补助: ["财政补助"],
  补贴: ["财政补助"],
  救助: ["救助金额"],
  限额: ["门诊支付限额"],
  封顶线: ["门诊支付限额"],
  截止时间: ["参保期截止"],
  人员类别: ["身份"],
  人群: ["身份"],
  医院: ["医疗机构"],
};

/** Figure keys of the contract; topics and stated facts bring theirs from the knowledge base. */
export const FIGURE_NAMES: Names = {
  "contribution.standard": ["个人缴费标准", "缴费标准"],
  "contribution.aid": ["资助金额", "资助"],
  "contribution.aid_total": ["资助合计", "合计资助"],
  "contribution.net": ["个人实缴", "实缴", "应缴", "应交", "个人应缴"],
  "contribution.total": ["缴费合计", "合计缴费"],
  "contribution.monthly": ["每月缴费", "月缴费"],
  "contribution.average": ["平均每人", "人均缴费"],
  "subsidy.total": ["财政补助", "财政补助合计"],
  "subsidy.central": ["中央财政补助", "中央补助"],
  "subsidy.province": ["省级财政补助", "省级补助"],
  "subsidy.city": ["市级财政补助", "市级补助"],
  "subsidy.county": ["县级财政补助", "县级补助"],
  "subsidy.together": ["财政补助几项合计"],
  "subsidy.share": ["财政补助占比"],
  "financing.standard": ["筹资标准"],
  "financing.together": ["个人缴费加财政补助"],
  "outpatient.fund": ["门诊报销", "门诊基金支付", "门诊报销金额"],
  "outpatient.self": ["门诊自付", "门诊个人负担"],
  "outpatient.year_left": ["门诊年度剩余额度"],
  "outpatient.deductible": ["门诊起付线"],
  "outpatient.limit": ["门诊支付限额", "门诊限额"],
  "chronic.monthly": ["慢特病月定额", "每月定额"],
  "chronic.yearly": ["慢特病全年合计"],
  "chronic.total": ["慢特病几个月合计"],
  "filing.to": ["备案有效期到", "备案到期日"],
  "inpatient.deductible": ["住院起付线"],
  "inpatient.fund": ["住院报销", "住院基金支付", "住院报销金额"],
  "inpatient.self": ["住院自付", "住院个人负担"],
  "catastrophic.deductible": ["大病起付线", "大病保险起付线"],
  "catastrophic.entering": ["进入大病保险的金额", "进入大病的金额"],
  "catastrophic.fund": ["大病报销", "大病保险支付", "大病报销金额"],
  "catastrophic.self": ["大病自付", "大病个人负担"],
  "assistance.fund": ["救助金额", "医疗救助"],
  "assistance.self": ["救助后自付"],
  "assistance.year_left": ["救助年度剩余额度"],
  "special_assistance.fund": ["特殊救助金额", "特殊救助"],
  "special_assistance.self": ["特殊救助后自付"],
  "settlement.person": ["个人最终负担", "个人负担合计"],
  "settlement.above_ceiling": ["超出封顶金额"],
  "enrolment.from": ["参保期开始"],
  "enrolment.to": ["参保期截止"],
  "enrolment.in_window": ["在参保期内"],
  "enrolment.days_left": ["离截止还有几天"],
  "benefit.from": ["待遇开始"],
  "benefit.to": ["待遇截止"],
  "waiting_period.exempt": ["不设等待期", "免等待期", "waiting.exempt"],
  "monitoring.threshold": ["监测线", "监测标准"],
  "monitoring.covered": ["纳入监测"],
  "document.issued": ["印发日期"],
  "document.from": ["施行日期"],
  "document.to": ["有效期至"],
  "outpatient.carried_over": ["可结转的差额"],
  "fact.multiple": ["按倍数算的金额"],
  "rule.from": ["开始日期", "规定开始日期"],
  "rule.from_year": ["开始年份"],
  "rule.to": ["截止日期", "规定截止日期"],
  "rule.to_year": ["截止年份"],
  "catastrophic.limit": ["大病分段到此为止"],
  "contribution.aid.ratio": ["资助比例"],
  "waiting_period.within": ["免等待期的期限"],
  "waiting_period.months": ["等待期月数"],
  "assistance.entering": ["超过起付标准的部分"],
  "assistance.for_most": ["达到限额的自付"],
  "settlement.open": ["还没算的金额"],
};

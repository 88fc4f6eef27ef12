/** What a stretch of the message asks for, from the meanings found in it. */
import { asksRest, type Stretch } from "./stretch.js";

type Rule = (s: Stretch) => boolean;
export const has =
  (...concepts: string[]): Rule =>
  (s) =>
    concepts.some((concept) => s.concepts.has(concept));

export const CLAIM = has(
  "reimburse",
  "limit",
  "deductible",
  "ratio",
  "how_much",
  "whether",
  "points",
  "benefit_start",
);
const CARE = has(
  "outpatient",
  "inpatient",
  "catastrophic",
  "chronic",
  "assistance",
);
/** 门诊 itself; 看病 may be any care. */
const ofOutpatient: Rule = (s) =>
  (s.covered.get("outpatient") ?? []).some((word) => word.includes("门"));
export const PAYING = has("pay", "exempt", "aid");
/** What is asked of a benefit: 两档报的一样不 is none of the fee. */
const OF_BENEFIT: Rule = (s) =>
  has("reimburse", "limit", "deductible", "ratio")(s) || comparesBenefits(s);

/** 一档二档待遇差多少: what they get is compared, not what they pay. */
const comparesBenefits: Rule = (s) =>
  has("compare")(s) &&
  !has("pay", "exempt", "aid")(s) &&
  (s.covered.get("domain") ?? []).includes("待遇");

/** 断了半年现在补缴要多少: the fee is asked, not the wait. */
const asksFee: Rule = (s) =>
  has("how_much")(s) &&
  has("pay", "late")(s) &&
  !has("benefit_start", "reimburse", "when")(s);

/** 3月1号交算在集中参保期里头没得: the window is named beside a day. */
const asksWithin: Rule = (s) =>
  (s.covered.get("enrol") ?? []).some((word) => word.endsWith("期"));

/** 差多少, 少交多少; not 有什么区别. */
const byHowMuch: Rule = (s) =>
  (s.covered.get("compare") ?? []).some((word) =>
    /多少|好多|[差相多少高低]|贵|便宜|省/.test(word),
  );

/** 漏缴了一年要补多少钱, 没交的怎么补: what a person missed, and no subsidy. */
const missedOwn: Rule = (s) =>
  has("late", "interrupted")(s) && !has("subsidy_named")(s);

/** 孤儿参保自己要出钱吗, 低收入家庭的老人能减一半不: who somebody is, and no care, of which he pays a share. */
const ownShareOrRelief: Rule = (s) =>
  s.identities.size > 0 &&
  !s.hasCase &&
  !CARE(s) &&
  !has("reimburse", "deductible", "limit", "ratio")(s) &&
  has("role_self", "decrease")(s);

/** 有居住证的财政给不给补: what the treasury pays for everybody, asked of who has no aid of their own. */
const ofEverybody: Rule = (s) =>
  has("treasury")(s) && s.identities.size > 0 && !s.mayBeAided;

/** 有优惠吗, 能少交点不: of nothing but the fee may so be asked. */
const asksRelief: Rule = (s) =>
  has("decrease")(s) &&
  has("whether")(s) &&
  !s.hasCase &&
  !CARE(s) &&
  !OF_BENEFIT(s);

/** 孤儿医保, 五保户的医保: whose insurance it is, and nothing else; what it costs them. */
const namedAlone: Rule = (s) =>
  s.mayBeAided &&
  s.facets.size === 1 &&
  s.concepts.size === 1 &&
  has("domain")(s) &&
  s.span[1] - s.span[0] <= LONGEST_NAME;
const LONGEST_NAME = 12;

/** Diseases whose outpatient rules are stated facts, without a quota. */
export const WITHOUT_QUOTA = ["两病", "严重精神障碍"];

/** Tasks in order of how much they say, with what makes them asked and which concepts speak for them. */
export const TASKS: readonly {
  task: string;
  when: Rule;
  by: readonly string[];
  /** Asked for wherever the rule applies, though no word asks. */
  clear?: true;
}[] = [
  {
    task: "monitoring",
    when: (s) =>
      has("monitoring")(s) &&
      !(has("assistance")(s) && has("deductible", "ratio", "limit")(s)),
    by: ["monitoring"],
  },
  {
    task: "settlement",
    when: (s) => has("final")(s) && s.hasCase,
    by: ["final"],
  },
  {
    task: "waiting_period",
    when: (s) =>
      has("waiting")(s) ||
      (s.hasBreak && !CARE(s) && !asksFee(s)) ||
      (has("interrupted")(s) &&
        !CARE(s) &&
        !asksFee(s) &&
        !has("aid")(s) &&
        has(
          "benefit_start",
          "pay",
          "enrol",
          "late",
          "when",
          "reimburse",
          "pay_soft",
        )(s)),
    by: ["waiting", "interrupted", "benefit_start"],
  },
  {
    task: "newborn",
    when: (s) =>
      (s.identities.has("新生儿") || has("newborn")(s) || s.hasBirth) &&
      !has("inpatient", "outpatient", "catastrophic", "subsidy")(s) &&
      ((s.hasBirth &&
        has("registered_no", "registered_yes", "newborn", "person.孩子")(s)) ||
        has(
          "pay",
          "exempt",
          "enrol",
          "late",
          "how_much",
          "when",
          "whether",
          "benefit_start",
          "reimburse",
          "domain.procedure",
          "full_financing",
          "pay_soft",
        )(s)),
    by: ["newborn", "pay", "enrol", "late"],
  },
  {
    task: "graduate",
    when: (s) =>
      ((has("graduate")(s) || s.identities.has("毕业生")) &&
        !has("pay", "how_much")(s)) ||
      ((has("graduate")(s) || s.identities.has("毕业生")) &&
        has("benefit_start", "when", "reimburse")(s)),
    by: ["graduate", "benefit_start", "when"],
  },
  {
    task: "procedure",
    when: (s) =>
      has("domain.transfer", "domain.duplicate", "domain.refund")(s) ||
      (has("unpaid_asked")(s) && !s.mayBeAided) ||
      (has("domain.papers")(s) &&
        !has("how_much", "ratio", "limit", "deductible")(s)) ||
      (has("domain.procedure")(s) &&
        !CARE(s) &&
        !has(
          "late",
          "how_much",
          "ratio",
          "limit",
          "deductible",
          "when",
          "split",
          "increase",
          "exempt",
        )(s)),
    by: [
      "domain.procedure",
      "domain.transfer",
      "domain.duplicate",
      "domain.refund",
    ],
  },
  {
    task: "special_assistance",
    when: has("special_assistance"),
    by: ["special_assistance"],
  },
  {
    task: "ceiling",
    when: (s) => has("ceiling")(s) && !ofOutpatient(s),
    by: ["ceiling"],
  },
  {
    task: "contribution",
    when: (s) =>
      (has("aid")(s) && !ofEverybody(s)) ||
      (PAYING(s) && has("assistance")(s) && !s.hasCase),
    by: ["aid", "pay", "how_much"],
  },
  {
    task: "assistance",
    when: (s) =>
      s.hasCase &&
      s.identities.size > 0 &&
      has("left_by_insurance")(s) &&
      !PAYING(s) &&
      !(has("catastrophic")(s) && has("reimburse")(s)),
    by: ["left_by_insurance", "role_self"],
  },
  {
    task: "catastrophic",
    when: has("catastrophic"),
    by: ["catastrophic", "deductible", "ratio"],
  },
  {
    task: "assistance",
    when: (s) =>
      s.hasCase &&
      s.identities.has("乡村振兴部门监测对象") &&
      has("role_self", "inpatient")(s),
    by: ["inpatient", "role_self"],
  },
  {
    task: "assistance",
    when: (s) =>
      has("assistance")(s) ||
      // 低保户自付多少能拿满6万: of the assistance that has such a limit.
      (has("asks_for_most")(s) && s.identities.size > 0 && !ofOutpatient(s)),
    by: ["assistance", "ratio", "limit", "asks_for_most"],
  },
  {
    task: "chronic",
    when: (s) =>
      has("chronic")(s) ||
      (!has("inpatient")(s) &&
        [...s.diseases].some((id) => !WITHOUT_QUOTA.includes(id))) ||
      (s.diseases.has("两病") &&
        !s.hasCase &&
        has("per_month", "reimburse")(s)),
    by: ["chronic", "per_month", "limit", "how_much"],
  },
  {
    task: "subsidy",
    when: (s) =>
      (has("subsidy")(s) ||
        (has("subsidy_named")(s) && s.identities.size === 0) ||
        // 去县里二级医院: the county is where, not who pays.
        (has("split")(s) &&
          s.facets.has("payer") &&
          !s.facets.has("institution"))) &&
      !has("reimburse", "inpatient", "outpatient")(s) &&
      !has("raised_for_head")(s) &&
      !(missedOwn(s) && !has("treasury")(s)) &&
      !(s.mayBeAided && PAYING(s) && !has("split")(s)),
    by: ["subsidy", "split", "how_much"],
  },
  {
    task: "inpatient",
    when: (s) => has("inpatient")(s),
    by: ["inpatient", "deductible", "ratio", "limit"],
  },
  {
    // 一月份才交的能报一月的药费不: whether benefits run, and not how much.
    task: "enrolment",
    when: (s) =>
      s.hasDay &&
      has("reimburse")(s) &&
      has("whether")(s) &&
      !s.hasCase &&
      !s.hasBreak &&
      !s.facets.has("institution") &&
      !has("how_much", "ratio", "limit", "deductible", "inpatient")(s),
    by: ["when", "pay", "enrol", "reimburse"],
  },
  {
    task: "outpatient",
    when: (s) =>
      (has("outpatient")(s) || (has("role_last_year")(s) && has("limit")(s))) &&
      (CLAIM(s) || s.hasCase || !PAYING(s)),
    by: ["outpatient", "deductible", "ratio", "limit", "family_doctor_yes"],
  },
  {
    task: "enrolment",
    when: (s) =>
      has("deadline", "which_year")(s) ||
      (has("still")(s) && !has("how_much")(s)) ||
      // 12月初交明年能用不: paid on a day that was told, and from then on insured.
      (s.hasDay &&
        !s.hasCase &&
        has("benefit_start")(s) &&
        has("whether")(s)) ||
      (has("days_left")(s) && (PAYING(s) || has("enrol", "domain")(s))) ||
      (s.hasDay &&
        (PAYING(s) || has("enrol")(s)) &&
        !has("how_much", "exempt")(s) &&
        (has("whether", "benefit_start", "when")(s) || asksWithin(s))) ||
      (has("when", "late", "extend")(s) &&
        has("pay", "enrol", "pay_soft", "late", "benefit_start")(s) &&
        !has("how_much")(s)) ||
      (has("late")(s) && !has("how_much")(s)) ||
      (has("enrol")(s) && has("when")(s)),
    by: ["when", "pay", "enrol", "late", "benefit_start"],
  },
  {
    task: "outpatient",
    when: (s) =>
      (s.facets.has("institution") ||
        s.facets.has("class") ||
        has("family_doctor_yes")(s)) &&
      (CLAIM(s) || s.hasCase || has("compare")(s)),
    by: ["reimburse", "ratio", "family_doctor_yes"],
  },
  {
    task: "contribution",
    when: (s) =>
      PAYING(s) ||
      has("financing", "raised_for_head")(s) ||
      (s.identities.size > 0 && has("pay_soft")(s) && has("money_asked")(s)) ||
      (s.identities.size > 0 && has("who_pays")(s)) ||
      // 医保明年350是真的吗: what is said to be paid.
      (has("confirms")(s) &&
        s.hasCase &&
        has("domain", "enrol")(s) &&
        !CARE(s) &&
        !OF_BENEFIT(s)) ||
      ownShareOrRelief(s) ||
      asksRelief(s) ||
      (has("compare")(s) && s.facets.has("tier") && !OF_BENEFIT(s)) ||
      (has("compare")(s) && has("heads_compared")(s)) ||
      (byHowMuch(s) &&
        (has("both_tiers")(s) ||
          s.identities.size > 1 ||
          (s.identities.size > 0 && s.hasYears)) &&
        !OF_BENEFIT(s)) ||
      (has("increase")(s) && !has("deductible", "limit", "ratio")(s)) ||
      (has("late")(s) && asksFee(s)) ||
      (has("how_much")(s) &&
        !asksRest(s) &&
        !has("reimburse", "limit", "deductible", "ratio")(s) &&
        (s.facets.has("tier") ||
          s.identities.size > 0 ||
          s.facets.has("insurance") ||
          has("domain", "enrol")(s))),
    by: ["pay", "exempt", "aid", "how_much", "increase"],
  },
  {
    task: "contribution",
    when: (s) => s.facets.has("tier") && !asksRest(s) && !OF_BENEFIT(s),
    by: [],
  },
  {
    task: "reimburse",
    when: (s) =>
      has("deductible", "limit", "ratio", "asks_bound")(s) ||
      comparesBenefits(s) ||
      (has("reimburse")(s) && CLAIM(s)),
    by: ["reimburse", "deductible", "limit", "ratio"],
  },
  {
    task: "waiting_period",
    when: has("interrupted"),
    by: [],
  },
  { task: "contribution", when: namedAlone, by: [], clear: true },
];

import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../knowledge/load.js";

const knowledge = loadKnowledge();

/** Provision, clause and force, with what the value must hold. */
const VALUES: Record<string, object> = {
  "huangshi-2010/fund-cap 一 rule": {
    kind: "cap",
    amount: "120000",
    on: "payment",
  },
  "huangshi-2010/large-expense-cap-abolished 一 rule": {
    kind: "cap",
    amount: null,
  },
  "huangshi-2010/inpatient-employed-level3 二 rule": {
    kind: "ratio",
    ratio: "0.90",
  },
  "huangshi-2010/inpatient-retired-other 二 rule": {
    kind: "ratio",
    ratio: "0.96",
  },
  "huangshi-2010/self-paid-ceiling 三 rule": {
    kind: "amount",
    amount: "20000",
  },
  "huangshi-2010/second-chronic-disease 四（二） rule": {
    kind: "ratio",
    ratio: "0.5",
  },
  "tianjin-2016/catastrophic-resident （五） rule": {
    kind: "bands",
    counted_from: "zero",
    bands: [
      { over: "20000", to: "100000", ratio: "0.50" },
      { over: "100000", to: "200000", ratio: "0.60" },
      { over: "200000", to: "300000", ratio: "0.70" },
    ],
  },
  "tianjin-2016/catastrophic-employee （五） rule": {
    kind: "bands",
    bands: [{ over: "150000", to: "350000", ratio: "0.80" }],
  },
  "tianjin-2016/points-low-income （九） rule": {
    kind: "points",
    points: "0.05",
  },
  "tianjin-2016/outpatient-deductible （十二） rule": {
    kind: "deductible",
    amount: "500",
  },
  "tianjin-2016/outpatient-cap （十二） rule": {
    kind: "cap",
    amount: "3000",
    on: "expense",
  },
  "tianjin-2016/outpatient-ratio （十二） rule": {
    kind: "ratio",
    ratio: "0.50",
  },
  "tianjin-2016/deductible-three-years （十三） rule": {
    minus: "300",
    from_count: 3,
  },
  "tianjin-2016/first-admission （十四） rule": {
    to_amount: "500",
    from_count: 1,
    to_count: 1,
  },
  "tianjin-2016/later-admissions （十四） rule": {
    to_amount: "0",
    from_count: 2,
  },
  "tianjin-2016/pharmacy-employee （十六） rule": {
    kind: "ratio",
    ratio: "0.65",
  },
  "tianjin-2016/pharmacy-resident （十六） rule": {
    kind: "ratio",
    ratio: "0.50",
  },
  "shanxi-2017/outpatient-pool-financing 一 rule": {
    kind: "amount",
    amount: "100",
  },
  "shanxi-2017/inpatient-cap-guidance 二（三） bound": {
    kind: "cap",
    amount: "70000",
  },
  "shanxi-2017/second-admission 二（四） rule": {
    factor: "0.5",
    from_count: 2,
  },
  "zhoushan-2006/employer-rate 二（二）1 rule": {
    kind: "ratio",
    ratio: "0.055",
  },
  "zhoushan-2006/self-rate 二（二）2 rule": { kind: "ratio", ratio: "0.055" },
  "guangdong-2009/employee-ratio 一（一） bound": {
    ratio: "0.80",
    bound: "at_least",
  },
  "guangdong-2009/employee-cap 一（一） bound": {
    amount: "100000",
    bound: "at_least",
  },
  "guangdong-2009/resident-ratio 一（一） bound": {
    ratio: "0.55",
    bound: "at_least",
  },
  "guangdong-2009/resident-cap 一（一） bound": {
    amount: "60000",
    bound: "at_least",
  },
  "huaian-2007/financing-city 二1 rule": { kind: "amount", amount: "200" },
  "huaian-2007/financing-elsewhere 二1 bound": {
    amount: "150",
    bound: "at_least",
  },
  "hangzhou-2023/assistance-ratio-destitute 二3 rule": {
    kind: "ratio",
    ratio: "1",
  },
  "hangzhou-2023/assistance-ratio-80 二3 rule": { kind: "ratio", ratio: "0.8" },
  "hangzhou-2023/assistance-ratio-70 二3 rule": { kind: "ratio", ratio: "0.7" },
  "hangzhou-2023/assistance-cap 二3 rule": { kind: "cap", amount: "150000" },
  "hangzhou-2023/assistance-cap-outpatient 二3 rule": {
    kind: "cap",
    amount: "20000",
  },
  "hangzhou-2023/special-ratio-destitute 二4 rule": {
    kind: "ratio",
    ratio: "0.6",
  },
  "hangzhou-2023/special-cap 二4 rule": { kind: "cap", amount: "100000" },
  "hangzhou-2023/ceiling 二4 rule": { amount: "50000", bound: "at_most" },
  "hangzhou-2023/monitoring-hardship 二1 rule": {
    amount: "5000",
    bound: "at_least",
  },
};

/** Provision, figure and its value. */
const FIGURES = `
tianjin-2016/account-to-card account.to_card 0.7
tianjin-2016/account-withdrawal account.withdrawal_over 50000
tianjin-2016/fraud-person fraud.person_from 2
tianjin-2016/fraud-person fraud.suspension_to 12
tianjin-2016-interpretation/overview document.policies 34
huangshi-2010/fund-cap-raised fund_cap.old 30000
zhoushan-2006/employer-rate-change contribution.rate_old 0.04
guangdong-2009/continuous-enrolment enrolment.continuous_years 2
jiaxing-2004/enrolment-target-2004 target.enrolment_rate 0.85
jiaxing-2006/enrolment-target target.enrolment_rate 0.9
hebei-2004/enrolment-target-2005 target.enrolled 5000000
hebei-2004/enrolment-target-2006 target.enrolled 5200000
unnamedcity-reform/outpatient-limit-2025 target.outpatient_limit_increase 0.5
unnamedcity-reform/chronic-ratio-2025 target.chronic_ratio 0.65
hangzhou-2023/assistance-lookback assistance.lookback 6
`
  .trim()
  .split("\n")
  .map((line) => line.split(" ") as [string, string, string]);

describe("what the documents say", () => {
  it.each(Object.entries(VALUES))("%s", (address, value) => {
    const [key = "", clause, force] = address.split(" ");
    const found = knowledge.provision(key);
    expect(found).toMatchObject({ clause, force, value });
  });

  it.each(FIGURES)("%s states %s as %s", (key, figure, value) => {
    const found = knowledge.provision(key);
    const figures = found?.value.kind === "text" ? found.value.figures : [];
    expect(figures.find((one) => one.key === figure)?.value).toBe(value);
  });
});

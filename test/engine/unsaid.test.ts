/** What was left out, what no rule speaks of, and who is more than one: nothing is taken for granted in silence. */
import { describe, expect, it } from "vitest";
import { ask, byKey, clausesOf, codes, faultOf, flaws, values } from "./ask.js";

const assumed = (result: ReturnType<typeof ask>): string =>
  result.caveats
    .filter(({ code }) => code === "assumed")
    .map(({ text }) => text)
    .join("\n");

describe("reasonable expense outside the catalogues in Hangzhou", () => {
  const settle = (facts: Record<string, unknown>) =>
    ask(
      "settlement",
      "杭州",
      { identity: "低保", inpatient_left: "100000", ...facts },
      "2023-06-01",
    );

  it("is asked for, with the range that it leaves open", () => {
    const open = settle({ burden_still_heavy: true });
    expect(open.missing).toEqual(["reasonable_outside"]);
    expect(open.range).toContainEqual({
      key: "settlement.person",
      from: "10000.00",
      to: "50000.00",
      depends_on: ["reasonable_outside"],
    });
    expect(settle({}).missing).toContain("burden_still_heavy");
    const said = settle({ burden_still_heavy: true, reasonable_outside: "0" });
    expect(byKey(said)["settlement.person"]).toBe("10000.00");
  });

  it("stands inside what was said to be left", () => {
    const facts = { inpatient_left: undefined, burden_still_heavy: true };
    const result = settle({ ...facts, reasonable_left: "100000" });
    expect(byKey(result)["settlement.person"]).toBe("50000.00");
  });

  it("is told as left out where no rule counts it", () => {
    const facts = { insurance: "居民", eligible_self_paid: "50000" };
    const result = ask("settlement", "天津", facts, "2017-06-01");
    expect(result.status).toBe("answered");
    expect(assumed(result)).toContain("目录外");
  });
});

describe("a class of a bill that was not said", () => {
  const visit = (facts: Record<string, unknown>) =>
    ask(
      "outpatient",
      "太原",
      { institution: "grassroots", family_doctor: false, ...facts },
      "2023-03-05",
    );

  it("counts as none, which is told", () => {
    const result = visit({ class_a: "60" });
    expect(byKey(result)["outpatient.fund"]).toBe("36.00");
    expect(assumed(result)).toContain("乙类");
    expect(assumed(visit({ class_a: "60", class_b: "0" }))).not.toContain(
      "乙类",
    );
  });

  it("is the rest of the eligible expense", () => {
    const result = visit({ class_a: "60", eligible: "70" });
    expect(byKey(result)["outpatient.fund"]).toBe("41.00");
    expect(assumed(result)).toContain("乙类");
  });
});

describe("care outside the region", () => {
  it("is left by Huangshi to a document that is not held", () => {
    const facts = {
      insurance: "职工",
      employment: "在职",
      institution: "三级",
      above_deductible: "10000",
    };
    const stay = (out_of_region: boolean) =>
      ask("inpatient", "黄石", { ...facts, out_of_region }, "2011-06-01");
    const away = stay(true);
    expect(away.status).toBe("not_stipulated");
    expect(flaws(away)).toEqual([]);
    expect(away.caveats.find(({ code }) => code === "refers")?.text).toContain(
      "黄劳社发〔2005〕11号",
    );
    expect(byKey(stay(false))["inpatient.fund"]).toBe("9000.00");
  });

  it("is not computed by the ratio of care at home", () => {
    const visit = { institution: "grassroots", class_a: "60", class_b: "0" };
    const facts = { ...visit, family_doctor: false, out_of_region: true };
    const result = ask("outpatient", "太原", facts, "2023-03-05");
    expect(result.status).toBe("not_stipulated");
    expect(result.reference.length).toBeGreaterThan(0);
  });
});

it("tells the facts that no rule speaks of", () => {
  const visit = { institution: "level2", class_a: "60", class_b: "0", tier: 2 };
  const result = ask("outpatient", "太原", visit, "2023-03-05");
  expect(byKey(result)["outpatient.fund"]).toBe("33.00");
  expect(assumed(result)).toContain("档次");
});

describe("disabled servicemen in Tianjin", () => {
  const fee = (identity: string) =>
    ask("contribution", "天津", { identity }, "2017-06-01");

  it("of grades 1 to 6 pay nothing", () => {
    expect(byKey(fee("六级伤残军人"))["contribution.net"]).toBe("0.00");
    expect(assumed(fee("六级伤残军人"))).not.toContain("等级");
  });

  it("without a grade are taken for those, which is told", () => {
    expect(byKey(fee("伤残军人"))["contribution.net"]).toBe("0.00");
    expect(assumed(fee("伤残军人"))).toContain("等级");
  });

  it.each(["七级伤残军人", "十级伤残军人", "八级残疾军人"])(
    "do not reach %s",
    (identity) => {
      const result = fee(identity);
      expect(result.status).toBe("not_stipulated");
      expect(result.citations.length).toBeGreaterThan(0);
    },
  );
});

describe("several identities in Hangzhou", () => {
  const ON = "2023-06-01";

  it("have one figure each, never added", () => {
    const facts = { identities: ["低保", "低保边缘"], inpatient_left: "10000" };
    const result = ask("assistance", "杭州", facts, ON);
    expect(flaws(result)).toEqual([]);
    expect(values(result, "assistance.fund")).toEqual(["8000.00", "7000.00"]);
    expect(codes(result)).toContain("identity_overlap");
    expect(
      new Set(result.figures.map((one) => one.for?.["identity"])).size,
    ).toBe(2);
  });

  it("show special assistance and the chain for each", () => {
    const left = { reasonable_left: "10000", burden_still_heavy: true };
    const facts = { ...left, identities: ["特困", "低保"] };
    const special = ask("special_assistance", "杭州", facts, ON);
    expect(values(special, "special_assistance.fund")).toEqual([
      "6000.00",
      "5000.00",
    ]);
    const chain = ask("settlement", "杭州", facts, ON);
    expect(flaws(chain)).toEqual([]);
    expect(values(chain, "settlement.person")).toEqual(["4000.00", "5000.00"]);
  });

  it("are one where only one of them decides", () => {
    const facts = { identities: ["低保", "大学生"], inpatient_left: "10000" };
    const result = ask("assistance", "杭州", facts, ON);
    expect(values(result, "assistance.fund")).toEqual(["8000.00"]);
    expect(codes(result)).not.toContain("identity_overlap");
  });

  it("put somebody in hardship before their insurance in monitoring", () => {
    for (const group of ["居民", "职工"]) {
      const facts = { identity: "低保", group, self_paid: "6000" };
      expect(byKey(ask("monitoring", "杭州", facts, ON))).toEqual({
        "monitoring.threshold": "5000.00",
        "monitoring.covered": "true",
      });
    }
  });
});

describe("diseases", () => {
  const quota = (disease: string) =>
    ask("chronic", "太原", { disease, insurance: "居民" }, "2022-11-01");

  it("diabetes has a quota only with severe complications", () => {
    const plain = quota("糖尿病");
    expect(plain.status).toBe("not_stipulated");
    expect(plain.reference.map(({ value }) => value)).toContain("300.00");
    for (const name of ["糖尿病并发症", "糖尿病合并严重并发症"])
      expect(byKey(quota(name))["chronic.monthly"]).toBe("300.00");
  });

  it("of any name are no fault", () => {
    expect(quota("没听说过的病").status).toBe("not_stipulated");
  });
});

describe("names of places", () => {
  const fee = (place: string) =>
    ask("contribution", place, { coverage_year: 2023 }, "2022-10-08");

  it("may have the province before them", () => {
    for (const place of ["山西太原", "山西省太原市"])
      expect(byKey(fee(place))["contribution.net"]).toBe("350.00");
  });

  it("are known in pinyin too, held or not", () => {
    expect(fee("beijing")).toEqual(fee("北京"));
    expect(fee("beijing").status).toBe("not_held");
    const unknown = { benefit: "contribution", jurisdiction: "foobar" };
    expect(faultOf(unknown)).toEqual({
      code: "unknown_value",
      path: "jurisdiction",
    });
  });
});

describe("contributions in Zhoushan", () => {
  const monthly = (facts: Record<string, unknown>, on = "2010-05-01") =>
    ask("contribution", "舟山", { average_monthly_wage: "3000", ...facts }, on);

  it("rest on the clause on the base and the one on the rate", () => {
    const result = monthly({ payer: "employer", coverage_year: 2010 });
    expect(byKey(result)["contribution.monthly"]).toBe("165.00");
    expect(clausesOf(result, "contribution.monthly")).toEqual([
      "zhoushan-2006/二（一）",
      "zhoushan-2006/二（二）1",
    ]);
    expect(assumed(result)).toContain("单位");
  });

  it("of the self-employed have a rule from 2010", () => {
    const facts = { payer: "self", identity: "灵活就业" };
    const before = monthly({ ...facts, coverage_year: 2009 });
    expect(before.status).toBe("not_stipulated");
    expect(before.reference[0]?.label).toContain("2010");
    expect(monthly({ ...facts, coverage_year: 2010 }).status).toBe("answered");
  });

  it("are not held before the notice", () => {
    const status = (on: string) => monthly({ payer: "employer" }, on).status;
    expect(status("2006-12-24")).toBe("not_held");
    expect(status("2006-12-25")).toBe("not_stipulated");
  });
});

describe("an amount of the request alone", () => {
  it("is no deductible that a clause states", () => {
    const stay = (place: string, insurance: string, on: string) =>
      ask(
        "inpatient",
        place,
        { insurance, regular_deductible: "1000", admission: 2 },
        on,
      );
    expect(stay("天津", "居民", "2017-10-08").status).toBe("not_stipulated");
    expect(stay("太原", "居民", "2023-06-01").status).toBe("not_held");
    const held = stay("太原", "居民", "2022-06-01");
    expect(byKey(held)).toEqual({ "inpatient.deductible": "500.00" });
    expect(held.citations[0]?.place).toBe("shanxi");
    expect(
      held.caveats.find(({ code }) => code === "other_rules_first")?.text,
    ).toContain("山西省");
    expect(byKey(stay("大同", "居民", "2018-06-01"))).toEqual({
      "inpatient.deductible": "500.00",
    });
  });
});

describe("Huangshi's ceiling on what a person bears", () => {
  it("lets another pool pay what is above it", () => {
    const pool = (eligible_self_paid: string) =>
      ask(
        "catastrophic",
        "黄石",
        { insurance: "职工", eligible_self_paid },
        "2011-06-01",
      );
    expect(byKey(pool("30000"))).toMatchObject({
      "catastrophic.fund": "10000.00",
      "catastrophic.self": "20000.00",
    });
    expect(byKey(pool("20000"))["catastrophic.fund"]).toBe("0.00");
    expect(clausesOf(pool("30000"), "catastrophic.fund")).toEqual([
      "huangshi-2010/三",
    ]);
  });

  it("is the next layer of a settlement, and a reading of ours above the fund's cap", () => {
    const facts = {
      insurance: "职工",
      employment: "在职",
      institution: "三级",
      above_deductible: "300000",
    };
    const result = ask("settlement", "黄石", facts, "2011-06-01");
    expect(assumed(result)).not.toContain("大病保险");
    expect(codes(result)).toContain("ambiguous");
  });
});

describe("assistance and subsidies that do not reach", () => {
  it("does not ask who somebody is who is not monitored", () => {
    const facts = { monitored: false, eligible_self_paid_inpatient: "10000" };
    const result = ask("assistance", "太原", facts, "2022-10-08");
    expect(result.status).toBe("not_stipulated");
    expect(result.citations.length).toBeGreaterThan(0);
  });

  it("begins on the first day of the notice", () => {
    const status = (on: string) => ask("subsidy", "山西", {}, on).status;
    expect(status("2017-06-30")).toBe("not_held");
    expect(status("2017-07-01")).toBe("answered");
  });
});

describe("who is exempt from waiting", () => {
  const wait = (place: string, facts: Record<string, unknown>) =>
    ask("waiting_period", place, facts);

  it("is no child of sixteen months", () => {
    const born = { born_on: "2022-01-01" };
    const status = (joined_on: string) =>
      wait("太原", { ...born, joined_on }).status;
    expect(status("2023-05-01")).toBe("not_stipulated");
    expect(status("2022-02-01")).toBe("answered");
  });

  it("rests on a period that was not said", () => {
    expect(assumed(wait("重庆", { group: "新生儿" }))).toContain("90天");
    for (const place of ["重庆", "太原"])
      expect(assumed(wait(place, { group: "employee_interrupted" }))).toContain(
        "3个月",
      );
  });

  it("is no newborn after the period, whatever window may be open", () => {
    const born_on = "2022-07-04";
    const late = wait("重庆", { born_on, joined_on: "2022-10-08" });
    expect(late.status).toBe("not_stipulated");
    expect(late.citations.length).toBeGreaterThan(0);
    const inTime = wait("重庆", { born_on, joined_on: "2022-10-02" });
    expect(byKey(inTime)).toEqual({ "waiting_period.exempt": "true" });
  });
});

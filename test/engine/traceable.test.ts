/** Every number of a trace comes from somewhere: a clause, a fact of the request, or a step before it. */
import { describe, expect, it } from "vitest";
import type { CalcResult } from "../../engine/result.js";
import { ask, byKey, codes, flaws, values } from "./ask.js";

const plain = (number: string): string =>
  number.includes(".") ? number.replace(/\.?0+$/, "") : number;

/** The amounts that words state, 万 counted out. */
function statedIn(words: string): string[] {
  const found: string[] = [];
  for (const [, digits = "", unit] of words.matchAll(/(\d+(?:\.\d+)?)(万)?/g))
    found.push(unit ? `${digits}0000` : plain(digits));
  return found;
}

/** Numbers of steps and money figures that nothing accounts for. */
function groundless(
  { steps, figures, citations }: CalcResult,
  facts: Record<string, unknown>,
): string[] {
  const known = new Set(["0", "100"]);
  const add = (numbers: string[]): void => {
    for (const number of numbers) known.add(number);
  };
  for (const { quote } of citations) add(statedIn(quote));
  add(statedIn(JSON.stringify(facts)));
  const lost: string[] = [];
  for (const { expression, value, unit } of steps) {
    for (const number of statedIn(expression))
      if (!known.has(number)) lost.push(`${number} in ${expression}`);
    add(unit === "" ? statedIn(String(Number(value) * 100)) : [plain(value)]);
  }
  for (const { key, type, value } of figures)
    if (type === "money" && !known.has(plain(value)))
      lost.push(`${key} ${value}`);
  return lost;
}

describe("every number is grounded", () => {
  it.each([
    ["contribution", "太原", { coverage_year: 2022 }, "2022-10-08"],
    ["subsidy", "太原", { year: 2022, area: "娄烦县" }, "2022-10-08"],
    [
      "enrolment",
      "太原",
      { newborn: true, born_on: "2021-03-04", registered_in_birth_year: false },
      "2022-10-08",
    ],
    [
      "catastrophic",
      "天津",
      { insurance: "居民", eligible_self_paid: "300000.01" },
      "2018-05-10",
    ],
    [
      "catastrophic",
      "天津",
      { insurance: "职工", eligible_expense: "350000.01" },
      "2018-05-10",
    ],
  ])("%s in %s for %o", (benefit, place, facts, on) => {
    const result = ask(benefit, place, facts, on);
    expect(result.status).toBe("answered");
    expect(flaws(result)).toEqual([]);
    expect(groundless(result, facts)).toEqual([]);
  });

  it("a derived number that rests on another shows both derivations", () => {
    const facts = { year: 2022 };
    const { steps } = ask("subsidy", "太原", facts, "2022-10-08");
    expect(steps.map(({ expression }) => expression)).toEqual([
      "350 − 30",
      "320 + 610",
    ]);
  });
});

describe("a notice that speaks of one insurance only", () => {
  it("is applied where the insurance was not said, which is told", () => {
    const stay = { above_deductible: "10000", institution: "三级" };
    const huangshi = ask(
      "inpatient",
      "黄石",
      { ...stay, employment: "在职" },
      "2011-06-01",
    );
    expect(byKey(huangshi)["inpatient.fund"]).toBe("9000.00");
    expect(codes(huangshi)).toContain("assumed");
    const lowered = (admission: number) =>
      ask(
        "inpatient",
        "山西",
        { regular_deductible: "1000", admission },
        "2018-06-01",
      );
    expect(byKey(lowered(1))).toEqual({ "inpatient.deductible": "1000.00" });
    expect(byKey(lowered(2))).toEqual({ "inpatient.deductible": "500.00" });
  });

  it("is asked about where its notices know two", () => {
    const open = ask(
      "catastrophic",
      "天津",
      { eligible_self_paid: "50000" },
      "2018-05-10",
    );
    expect(open.missing).toEqual(["insurance"]);
    const quota = { disease: "糖尿病合并严重并发症" };
    expect(ask("chronic", "太原", quota, "2022-11-01").missing).toEqual([
      "insurance",
    ]);
  });

  it("is not asked for a deductible that no clause would use", () => {
    const facts = {
      insurance: "居民",
      outpatient_last_year: "1",
      admission: 1,
    };
    const result = ask("inpatient", "天津", facts, "2018-05-10");
    expect(result.status).toBe("not_stipulated");
  });
});

describe("who pays", () => {
  const taiyuan = (facts: Record<string, unknown>) =>
    ask("contribution", "太原", { coverage_year: 2023, ...facts });

  it("has its part of an aid that is shared", () => {
    const shared = { identity: "重度残疾人", payer: "市级财政" };
    const result = taiyuan(shared);
    expect(values(result, "contribution.aid")).toEqual(["350.00", "175.00"]);
    expect(values(result, "contribution.net")).toEqual(["0.00"]);
  });

  it("is no employer where contributions are an amount", () => {
    expect(taiyuan({ payer: "employer" }).status).toBe("not_stipulated");
    expect(byKey(taiyuan({ payer: "self" }))["contribution.net"]).toBe(
      "350.00",
    );
  });

  it("by a rate of the wage is asked for the wage", () => {
    const zhoushan = (facts: Record<string, unknown>, on: string) =>
      ask("contribution", "舟山", facts, on);
    const self = { identity: "灵活就业" };
    expect(zhoushan(self, "2011-05-01").missing).toEqual([
      "average_monthly_wage",
    ]);
    expect(zhoushan(self, "2009-05-01").status).toBe("not_stipulated");
    expect(zhoushan({}, "2011-05-01").missing).toEqual(["payer"]);
  });

  it("is the government for those it provides for in Tianjin, by a reading of ours", () => {
    for (const identity of ["五保户", "城市三无人员"]) {
      const result = ask("contribution", "天津", { identity }, "2018-05-10");
      expect(byKey(result)["contribution.net"]).toBe("0.00");
      expect(codes(result)).toContain("ambiguous");
    }
  });
});

it("groups of monitoring may be named by who somebody is", () => {
  const covered = (group: string, facts: Record<string, unknown>) =>
    byKey(ask("monitoring", "杭州", { group, ...facts }, "2023-05-10"));
  for (const group of ["低保对象", "低边", "特困", "残疾二级"])
    expect(covered(group, { self_paid: "5000" })).toEqual({
      "monitoring.threshold": "5000.00",
      "monitoring.covered": "true",
    });
  expect(
    covered("普通居民", { self_paid: "24000", rural_income: "40000" }),
  ).toEqual({
    "monitoring.threshold": "24000.00",
    "monitoring.covered": "false",
  });
  const student = { group: "大学生", self_paid: "5000" };
  expect(ask("monitoring", "杭州", student, "2023-05-10").status).toBe(
    "not_stipulated",
  );
});

it("a disease that another document decides names that document", () => {
  const facts = { disease: "红斑狼疮", insurance: "职工" };
  const result = ask("chronic", "黄石", facts, "2011-06-01");
  expect(result.status).toBe("not_stipulated");
  expect(codes(result)).toContain("refers");
});

it("an age said inside the name of who somebody is counts as said", () => {
  const fee = (identity: string) =>
    ask("contribution", "太原", { coverage_year: 2023, identity });
  expect(fee("低收入家庭59岁").status).toBe("not_stipulated");
  expect(byKey(fee("低收入家庭60岁"))["contribution.net"]).toBe("175.00");
  expect(fee("低收入家庭").missing).toEqual(["age"]);
});

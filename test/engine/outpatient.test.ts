/** General outpatient care and chronic quotas, as the notices of Taiyuan, Tianjin and Chongqing have them. */
import { describe, expect, it } from "vitest";
import { ask, byKey, clausesOf, codes, flaws } from "./ask.js";

const ON = "2023-03-05";
const taiyuan = (facts: Record<string, unknown>, on = ON) =>
  ask("outpatient", "太原", facts, on);
const tianjin = (facts: Record<string, unknown>, on = "2017-06-01") =>
  ask(
    "outpatient",
    "天津",
    { insurance: "居民", years_below_deductible: 0, ...facts },
    on,
  );
const fund = (result: ReturnType<typeof ask>) => {
  expect(flaws(result)).toEqual([]);
  expect(result.status).toBe("answered");
  return byKey(result)["outpatient.fund"];
};

describe("a visit in Taiyuan", () => {
  it.each([
    ["level2", "class_a", "60", "33.00"],
    ["level1", "class_a", "60", "33.00"],
    ["level2", "class_b", "60", "27.00"],
    ["level1", "class_b", "18.70", "8.42"],
    ["level2", "class_a", "33.33", "18.33"],
    ["level2", "class_a", "90.89", "49.99"],
    ["level2", "class_a", "90.90", "50.00"],
    ["level2", "class_a", "90.91", "50.00"],
    ["level2", "class_a", "0.01", "0.01"],
    ["level2", "class_b", "0.01", "0.00"],
    ["level2", "class_a", "0", "0.00"],
  ])("%s, %s %s: %s", (institution, column, amount, paid) => {
    const result = taiyuan({ institution, [column]: amount });
    expect(fund(result)).toBe(paid);
    expect(clausesOf(result, "outpatient.fund")).toContain(
      "taiyuan-2022/二（二）",
    );
  });

  it.each([
    ["class_a", "83.32", false, "49.99"],
    ["class_a", "83.33", false, "50.00"],
    ["class_a", "83.34", false, "50.00"],
    ["class_b", "99.99", false, "50.00"],
    ["class_b", "99.97", false, "49.99"],
    ["class_a", "62.49", true, "49.99"],
    ["class_a", "62.50", true, "50.00"],
    ["class_a", "62.51", true, "50.00"],
    ["class_b", "71.42", true, "49.99"],
    ["class_b", "71.43", true, "50.00"],
  ])(
    "grass roots, %s %s, contracted doctor %s: %s",
    (column, amount, family_doctor, paid) => {
      const facts = { institution: "grassroots", family_doctor };
      expect(fund(taiyuan({ ...facts, [column]: amount }))).toBe(paid);
    },
  );

  it("sums the classes of a bill before it rounds", () => {
    const facts = {
      institution: "grassroots",
      family_doctor: false,
      class_a: "0.01",
      class_b: "0.01",
    };
    expect(fund(taiyuan(facts))).toBe("0.01");
    const bill = { ...facts, class_a: "40", class_b: "30" };
    expect(byKey(taiyuan(bill))).toMatchObject({
      "outpatient.fund": "39.00",
      "outpatient.self": "31.00",
      "outpatient.year_left": "211.00",
      "outpatient.limit": "250.00",
    });
  });

  it.each([
    [{ paid_today: "30" }, "20.00"],
    [{ paid_today: "49.99" }, "0.01"],
    [{ paid_today: "50" }, "0.00"],
    [{ paid_this_year: "240" }, "10.00"],
    [{ paid_this_year: "249.99" }, "0.01"],
    [{ paid_this_year: "250" }, "0.00"],
    [{ paid_today: "45", paid_this_year: "247" }, "3.00"],
  ])("pays no more than what %o leaves", (so_far, paid) => {
    const bill = { institution: "level2", class_a: "100", ...so_far };
    expect(fund(taiyuan(bill))).toBe(paid);
  });

  it("has the limit of the year of the visit", () => {
    const bill = { institution: "level2", class_a: "100" };
    const limit = (facts: object, on: string) =>
      byKey(taiyuan({ ...bill, ...facts }, on))["outpatient.limit"];
    expect(limit({}, "2022-12-31")).toBe("230.00");
    expect(limit({}, "2023-01-01")).toBe("250.00");
    expect(limit({ visit_date: "2022-12-31" }, "2023-01-01")).toBe("230.00");
    expect(taiyuan(bill, "2024-01-01").status).toBe("not_held");
    expect(taiyuan(bill, "2021-12-31").status).toBe("not_held");
  });

  it("keeps the base ratio of a hospital where a doctor is contracted, and says so", () => {
    const result = taiyuan({
      institution: "level2",
      class_a: "60",
      family_doctor: true,
    });
    expect(fund(result)).toBe("33.00");
    expect(codes(result)).toContain("ambiguous");
  });

  it("does not reach level-3 hospitals, pharmacies and employees", () => {
    for (const facts of [
      { institution: "level3" },
      { institution: "pharmacy" },
      { institution: "level2", insurance: "职工" },
    ]) {
      const result = taiyuan({ class_a: "100", ...facts });
      expect(result.status).toBe("not_stipulated");
      expect(flaws(result)).toEqual([]);
      expect(result.citations.length).toBeGreaterThan(0);
    }
  });

  it("asks for what decides, and gives the range that it leaves open", () => {
    const missing = (facts: Record<string, unknown>) => taiyuan(facts).missing;
    expect(missing({ class_a: "60" })).toEqual(["institution"]);
    expect(missing({ institution: "level2" })[0]).toBe("class_a");
    const open = taiyuan({ institution: "grassroots", class_a: "60" });
    expect(open.missing).toEqual(["family_doctor"]);
    expect(open.range).toContainEqual({
      key: "outpatient.fund",
      from: "36.00",
      to: "48.00",
      depends_on: ["family_doctor"],
    });
    const mixed = taiyuan({ institution: "level2", eligible: "60" });
    expect(mixed.range?.[0]).toMatchObject({ from: "27.00", to: "33.00" });
  });

  it("answers where every value of an unsaid fact gives the same", () => {
    expect(fund(taiyuan({ institution: "grassroots", class_a: "100" }))).toBe(
      "50.00",
    );
    expect(fund(taiyuan({ institution: "level2", eligible: "200" }))).toBe(
      "50.00",
    );
  });
});

describe("a visit in Tianjin", () => {
  it.each([
    ["499.99", "0.00"],
    ["500", "0.00"],
    ["500.01", "0.01"],
    ["2000", "750.00"],
    ["2999.98", "1249.99"],
    ["3000", "1250.00"],
    ["3000.01", "1250.00"],
    ["5000", "1250.00"],
  ])("at a level-2 hospital, %s: %s", (eligible, paid) => {
    const result = tianjin({ institution: "level2", eligible });
    expect(fund(result)).toBe(paid);
    expect(codes(result)).toContain("ambiguous");
  });

  it.each([
    [0, "500.00", "250.00"],
    [1, "400.00", "300.00"],
    [2, "300.00", "350.00"],
    [3, "200.00", "400.00"],
    [9, "200.00", "400.00"],
  ])("after %i years below the deductible: %s", (years, deductible, paid) => {
    const result = tianjin({
      institution: "level2",
      eligible: "1000",
      years_below_deductible: years,
    });
    expect(fund(result)).toBe(paid);
    expect(byKey(result)["outpatient.deductible"]).toBe(deductible);
  });

  it.each([
    ["0", "1000", "250.00"],
    ["400", "1000", "450.00"],
    ["500", "1000", "500.00"],
    ["2500", "1000", "250.00"],
    ["3000", "1000", "0.00"],
  ])("after %s earlier in the year, %s more: %s", (before, eligible, paid) => {
    const facts = { institution: "level2", eligible, eligible_before: before };
    expect(fund(tianjin(facts))).toBe(paid);
  });

  it("depends on the years before, which are no amount so far", () => {
    const unsaid = { institution: "level2", years_below_deductible: undefined };
    const open = tianjin({ ...unsaid, eligible: "3000" });
    expect(open.status).toBe("needs_info");
    expect(open.missing).toEqual(["years_below_deductible"]);
    expect(open.range?.[0]).toMatchObject({ from: "1250.00", to: "1400.00" });
    const below = tianjin({ ...unsaid, eligible: "200" });
    expect(fund(below)).toBe("0.00");
    expect(byKey(below)).not.toHaveProperty("outpatient.deductible");
    const half = tianjin({ ...unsaid, eligible: "200.02" });
    expect(half.range?.[0]).toMatchObject({ from: "0.00", to: "0.01" });
  });

  it("states a ratio of pharmacies from 2017, and neither deductible nor limit", () => {
    const bill = { institution: "药店", eligible: "100" };
    for (const [insurance, ratio] of [
      ["居民", "0.50"],
      ["职工", "0.65"],
    ]) {
      const result = tianjin({ ...bill, insurance });
      expect(result.status).toBe("not_stipulated");
      expect(result.reference.map(({ value }) => value)).toEqual([ratio]);
    }
    expect(tianjin(bill, "2016-12-31").status).toBe("not_stipulated");
    expect(tianjin(bill, "2022-01-01").status).toBe("not_held");
  });

  it("does not reach employees at hospitals", () => {
    const facts = { insurance: "职工", institution: "level2", eligible: "900" };
    expect(tianjin(facts).status).toBe("not_stipulated");
  });
});

describe("a visit in Chongqing", () => {
  it("has a limit and no ratio", () => {
    const both = ask("outpatient", "重庆", { eligible: "100" }, ON);
    expect(both.status).toBe("not_stipulated");
    expect(both.reference.map(({ value }) => value)).toEqual([
      "300.00",
      "500.00",
    ]);
    const one = ask(
      "outpatient",
      "重庆",
      { eligible: "100", tier: "二档" },
      ON,
    );
    expect(one.reference.map(({ value }) => value)).toEqual(["500.00"]);
  });

  it("that was not said asks for what is left of the limit", () => {
    const left = (facts: Record<string, unknown>, on = ON) =>
      ask("outpatient", "重庆", facts, on);
    const result = left({ tier: 1, paid_this_year: "120.55" });
    expect(flaws(result)).toEqual([]);
    expect(byKey(result)).toEqual({
      "outpatient.limit": "300.00",
      "outpatient.year_left": "179.45",
    });
    expect(byKey(left({ tier: 2 }))).toEqual({ "outpatient.limit": "500.00" });
    expect(left({}).missing).toEqual(["tier"]);
    expect(left({ tier: 1 }, "2024-01-01").status).toBe("not_held");
  });
});

describe("a chronic quota in Taiyuan", () => {
  const quota = (facts: Record<string, unknown>, on = "2023-03-05") =>
    ask("chronic", "太原", facts, on);
  const disease = "糖尿病合并严重并发症";

  it.each([
    ["居民", "2022-10", "300.00"],
    ["职工", "2022-10", "500.00"],
    ["居民", "2023-12", "300.00"],
  ])("for %s in %s: %s", (insurance, month, amount) => {
    const result = quota({ disease, insurance, month });
    expect(flaws(result)).toEqual([]);
    expect(byKey(result)).toEqual({ "chronic.monthly": amount });
  });

  it("does not hold before October 2022, and is not trusted after 2023", () => {
    const before = quota({ disease, insurance: "居民", month: "2022-09" });
    expect(before.status).toBe("not_stipulated");
    expect(before.reference[0]?.value).toBe("300.00");
    expect(quota({ disease, insurance: "居民" }, "2024-01-01").status).toBe(
      "not_held",
    );
  });

  it("asks for the disease, then for the insurance", () => {
    expect(quota({}).missing).toEqual(["disease"]);
    expect(quota({ disease }).missing).toEqual(["insurance"]);
  });

  it("leaves dialysis to the document that the clause names", () => {
    const result = quota({ disease: "尿毒症透析", insurance: "职工" });
    expect(result.status).toBe("not_stipulated");
    expect(codes(result)).toContain("refers");
  });
});

/** Inpatient care, as the notices of Huangshi, Tianjin and Shanxi have it; targets elsewhere. */
import { describe, expect, it } from "vitest";
import { ask, byKey, codes, flaws } from "./ask.js";

const figures = (
  place: string,
  facts: Record<string, unknown>,
  on: string,
): Record<string, string> => {
  const result = ask("inpatient", place, facts, on);
  expect(flaws(result)).toEqual([]);
  expect(result.status).toBe("answered");
  return byKey(result);
};

describe("an admission in Huangshi", () => {
  const stay = (facts: Record<string, unknown>) =>
    figures("黄石", { insurance: "职工", ...facts }, "2012-05-10");

  it.each([
    ["在职", "三级医院", "9000.00"],
    ["在职", "二级医院", "9200.00"],
    ["在职", "一级医院", "9400.00"],
    ["在职", "社区医院", "9400.00"],
    ["退休", "三级医院", "9200.00"],
    ["退休", "二级医院", "9400.00"],
    ["退休", "一级医院", "9600.00"],
  ])("%s, %s: %s of 10000", (employment, institution, fund) => {
    const facts = { employment, institution, above_deductible: "10000" };
    expect(stay(facts)["inpatient.fund"]).toBe(fund);
  });

  it("takes the deductible of the settlement sheet off", () => {
    expect(
      stay({
        employment: "在职",
        institution: "三级医院",
        eligible: "10000",
        regular_deductible: "800",
      }),
    ).toEqual({
      "inpatient.fund": "8280.00",
      "inpatient.self": "1720.00",
      "inpatient.deductible": "800.00",
    });
  });

  it.each([
    ["0.01", "0.01", "0.00", undefined],
    ["133333.32", "119999.99", "13333.33", undefined],
    ["133333.33", "120000.00", "13333.33", undefined],
    ["133333.34", "120000.00", "13333.34", undefined],
    ["140000", "120000.00", "20000.00", undefined],
    ["140000.01", "120000.00", "20000.00", "0.01"],
    ["300000", "120000.00", "20000.00", "160000.00"],
  ])(
    "caps the fund and what the person bears: %s",
    (above_deductible, fund, self, pool) => {
      const all = stay({
        employment: "在职",
        institution: "三级医院",
        above_deductible,
      });
      expect(all["inpatient.fund"]).toBe(fund);
      expect(all["inpatient.self"]).toBe(self);
      expect(all["catastrophic.fund"]).toBe(pool);
    },
  );

  it("asks for institution, employment, amount and deductible, and for no more", () => {
    const missing = (facts: Record<string, unknown>) =>
      ask("inpatient", "黄石", { insurance: "职工", ...facts }, "2012-05-10")
        .missing;
    expect(missing({ above_deductible: "1" })).toEqual(["institution"]);
    const known = { institution: "三级医院", employment: "在职" };
    expect(
      missing({ institution: "三级医院", above_deductible: "1000" }),
    ).toEqual(["employment"]);
    expect(missing(known)).toEqual(["eligible"]);
    expect(missing({ ...known, eligible: "1" })).toEqual([
      "regular_deductible",
    ]);
  });

  it("does not reach residents, nor a day before it", () => {
    const facts = {
      employment: "在职",
      institution: "三级医院",
      above_deductible: "1000",
    };
    const status = (insurance: string, on: string) =>
      ask("inpatient", "黄石", { ...facts, insurance }, on).status;
    expect(status("居民", "2012-05-10")).toBe("not_stipulated");
    expect(status("职工", "2010-08-31")).toBe("not_held");
    expect(status("职工", "2026-11-24")).toBe("not_held");
  });
});

describe("the deductible in Tianjin after a year with little outpatient care", () => {
  const deductible = (facts: Record<string, unknown>) =>
    figures("天津", { insurance: "职工", ...facts }, "2018-05-10")[
      "inpatient.deductible"
    ];

  it.each([
    ["在职", "1500", 1, "500.00"],
    ["在职", "1500", 2, "0.00"],
    ["在职", "0", 7, "0.00"],
    ["退休", "2500", 1, "500.00"],
    ["退休", "2500", 2, "0.00"],
  ])(
    "%s, %s last year, admission %i: %s",
    (employment, spent, admission, d) => {
      const facts = { employment, outpatient_last_year: spent, admission };
      expect(deductible(facts)).toBe(d);
    },
  );

  it("returns to the regular one above the limit", () => {
    const facts = {
      employment: "在职",
      outpatient_last_year: "1500.01",
      admission: 1,
    };
    expect(deductible({ ...facts, regular_deductible: "1700" })).toBe(
      "1700.00",
    );
    expect(
      ask("inpatient", "天津", { insurance: "职工", ...facts }, "2018-05-10")
        .missing,
    ).toEqual(["regular_deductible"]);
  });

  it("does not depend on employment where both limits give the same", () => {
    expect(deductible({ outpatient_last_year: "1000", admission: 2 })).toBe(
      "0.00",
    );
  });

  it("says nothing of what is paid", () => {
    const facts = { insurance: "职工", eligible: "20000" };
    expect(ask("inpatient", "天津", facts, "2018-05-10").status).toBe(
      "not_stipulated",
    );
  });
});

describe("the deductible in Shanxi", () => {
  it.each([
    [1, "1000.00"],
    [2, "500.00"],
    [5, "500.00"],
  ])("of admission %i: %s", (admission, deductible) => {
    const facts = { insurance: "居民", regular_deductible: "1000", admission };
    expect(figures("山西", facts, "2018-05-01")).toEqual({
      "inpatient.deductible": deductible,
    });
  });
});

describe("a target", () => {
  it.each([
    ["太原", "0.75"],
    ["重庆", "0.70"],
  ])("of %s is shown and never multiplied", (place, target) => {
    const result = ask("inpatient", place, { eligible: "20000" }, "2023-03-05");
    expect(result.status).toBe("not_stipulated");
    expect(flaws(result)).toEqual([]);
    expect(codes(result)).toContain("target_not_rule");
    expect(result.reference.map(({ value }) => value)).toContain(target);
  });
});

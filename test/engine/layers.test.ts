/** The layers after basic insurance: catastrophic insurance and medical assistance. */
import { describe, expect, it } from "vitest";
import { ask, byKey, codes, flaws } from "./ask.js";

const figures = (
  ...[benefit, place, facts, on]: Parameters<typeof ask>
): Record<string, string> => {
  const result = ask(benefit, place, facts, on);
  expect(flaws(result)).toEqual([]);
  expect(result.status).toBe("answered");
  return byKey(result);
};

describe("catastrophic insurance in Tianjin", () => {
  it.each([
    ["0", "0.00"],
    ["20000", "0.00"],
    ["20000.01", "0.01"],
    ["99999.99", "40000.00"],
    ["100000", "40000.00"],
    ["100000.01", "40000.01"],
    ["150000", "70000.00"],
    ["200000", "100000.00"],
    ["200000.01", "100000.01"],
    ["299999.99", "169999.99"],
    ["300000", "170000.00"],
    ["300000.01", "170000.00"],
    ["900000", "170000.00"],
  ])("residents, %s borne: %s", (borne, fund) => {
    const facts = { insurance: "居民", eligible_self_paid: borne };
    const all = figures("catastrophic", "天津", facts, "2018-05-10");
    expect(all["catastrophic.fund"]).toBe(fund);
    expect(all["catastrophic.deductible"]).toBe("20000.00");
  });

  it.each([
    ["149999.99", "0.00"],
    ["150000", "0.00"],
    ["150000.01", "0.01"],
    ["250000", "80000.00"],
    ["350000", "160000.00"],
    ["350000.01", "160000.00"],
  ])("employees, %s eligible: %s", (expense, fund) => {
    const facts = { insurance: "职工", eligible_expense: expense };
    const all = figures("catastrophic", "天津", facts, "2018-05-10");
    expect(all["catastrophic.fund"]).toBe(fund);
  });

  it("counts the amount that the insurance counts, and no other", () => {
    const missing = (facts: Record<string, unknown>) =>
      ask("catastrophic", "天津", facts, "2018-05-10").missing;
    expect(missing({ eligible_self_paid: "1" })).toEqual(["insurance"]);
    expect(missing({ insurance: "职工", eligible_self_paid: "1" })).toEqual([
      "eligible_expense",
    ]);
    expect(missing({ insurance: "居民", eligible_expense: "1" })).toEqual([
      "eligible_self_paid",
    ]);
    const both = {
      insurance: "居民",
      eligible_self_paid: "150000",
      eligible_expense: "400000",
    };
    const all = figures("catastrophic", "天津", both, "2018-05-10");
    expect(all["catastrophic.fund"]).toBe("70000.00");
  });
});

describe("catastrophic insurance in Chongqing", () => {
  it.each([
    [2023, "30000", "13099.00"],
    [2022, "30000", "14588.00"],
    [2023, "16901.01", "0.01"],
  ])(
    "%i, %s borne: %s enters, the payment stays open",
    (year, borne, enters) => {
      const facts = { year, eligible_self_paid: borne };
      const all = figures("catastrophic", "重庆", facts, "2023-05-01");
      expect(all["catastrophic.entering"]).toBe(enters);
      expect(all).not.toHaveProperty("catastrophic.fund");
    },
  );

  it.each(["16901", "16900.99", "0"])("%s borne: nothing is paid", (borne) => {
    const facts = { year: 2023, eligible_self_paid: borne };
    const all = figures("catastrophic", "重庆", facts, "2023-05-01");
    expect(all["catastrophic.fund"]).toBe("0.00");
    expect(all["catastrophic.entering"]).toBe("0.00");
  });

  it("says that some get more, without a figure for it", () => {
    const facts = { year: 2023, eligible_self_paid: "9000", identity: "低保" };
    const result = ask("catastrophic", "重庆", facts, "2023-05-01");
    expect(byKey(result)).not.toHaveProperty("catastrophic.fund");
    expect(codes(result)).toContain("other_rules_first");
  });

  it("is not held before and after", () => {
    const status = (year: number) =>
      ask("catastrophic", "重庆", { year, eligible_self_paid: "30000" }).status;
    expect(status(2024)).toBe("not_held");
    expect(status(2020)).toBe("not_held");
  });
});

describe("assistance in Taiyuan", () => {
  const monitored = (amount: string, more: Record<string, unknown> = {}) =>
    figures("assistance", "太原", {
      monitored: true,
      eligible_self_paid_inpatient: amount,
      ...more,
    });

  it.each([
    ["2000", "0.00"],
    ["2743", "0.00"],
    ["2743.01", "0.01"],
    ["12743", "7000.00"],
    ["88457.27", "59999.99"],
    ["88457.28", "60000.00"],
    ["88457.29", "60000.00"],
    ["100000", "60000.00"],
  ])("%s: %s", (amount, fund) => {
    expect(monitored(amount)["assistance.fund"]).toBe(fund);
  });

  it("gives the year's entitlement less what was given", () => {
    const more = { assisted_this_year: "1000" };
    expect(monitored("12743", more)).toEqual({
      "assistance.fund": "6000.00",
      "assistance.self": "5743.00",
      "assistance.year_left": "53000.00",
    });
    const all = monitored("12743", { assisted_this_year: "9000" });
    expect(all["assistance.fund"]).toBe("0.00");
  });

  it("has a threshold for 2022 only", () => {
    const facts = { monitored: true, eligible_self_paid_inpatient: "30000" };
    const other = ask("assistance", "太原", { ...facts, year: 2023 });
    expect(other.status).toBe("not_stipulated");
    expect(other.reference[0]?.value).toBe("2743.00");
    expect(ask("assistance", "太原", { ...facts, year: 2024 }).status).toBe(
      "not_held",
    );
  });

  it("asks about monitoring, and does not reach others", () => {
    const facts = { identity: "低保", eligible_self_paid_inpatient: "30000" };
    expect(ask("assistance", "太原", facts).missing).toEqual(["monitored"]);
    const other = ask("assistance", "太原", { ...facts, monitored: false });
    expect(other.status).toBe("not_stipulated");
    expect(other.citations.map(({ clause }) => clause)).toContain("三");
  });
});

describe("assistance in Hangzhou", () => {
  const aided = (facts: Record<string, unknown>) =>
    figures("assistance", "杭州", facts, "2023-05-10");

  it.each([
    ["特困", "500000", "500000.00"],
    ["低保", "50000", "40000.00"],
    ["低保边缘", "50000", "35000.00"],
    ["一级残疾", "50000", "40000.00"],
    ["二级残疾", "50000", "40000.00"],
    ["重度残疾", "50000", "40000.00"],
    ["低保", "187499.99", "149999.99"],
    ["低保", "187500", "150000.00"],
    ["低保", "187500.01", "150000.00"],
    ["低保边缘", "214285.70", "149999.99"],
    ["低保边缘", "214285.71", "150000.00"],
  ])("%s, %s left: %s", (identity, left, fund) => {
    const all = aided({ identity, inpatient_left: left });
    expect(all["assistance.fund"]).toBe(fund);
  });

  it.each([
    ["24999.99", "19999.99"],
    ["25000", "20000.00"],
    ["25000.01", "20000.00"],
  ])("limits outpatient care: %s: %s", (left, fund) => {
    const all = aided({ identity: "低保", general_outpatient_left: left });
    expect(all["assistance.fund"]).toBe(fund);
  });

  it("shares the year's limit between both", () => {
    const both = {
      identity: "低保",
      inpatient_left: "180000",
      general_outpatient_left: "30000",
    };
    expect(aided(both)).toEqual({
      "assistance.fund": "150000.00",
      "assistance.self": "60000.00",
      "assistance.year_left": "0.00",
    });
    const later = { ...both, assisted_this_year: "140000" };
    expect(aided(later)["assistance.fund"]).toBe("10000.00");
    const outpatient = {
      identity: "低保",
      general_outpatient_left: "10000",
      assisted_outpatient_this_year: "15000",
    };
    expect(aided(outpatient)).toEqual({
      "assistance.fund": "5000.00",
      "assistance.self": "5000.00",
      "assistance.year_left": "130000.00",
    });
  });

  it("takes the most favourable of several identities, and never adds", () => {
    const all = aided({
      identities: ["低保边缘", "二级残疾"],
      inpatient_left: "1000",
    });
    expect(all["assistance.fund"]).toBe("800.00");
  });

  it("does not reach other persons, and asks who it is", () => {
    const result = (facts: Record<string, unknown>) =>
      ask(
        "assistance",
        "杭州",
        { inpatient_left: "1", ...facts },
        "2023-05-10",
      );
    expect(result({ identity: "三级残疾" }).status).toBe("not_stipulated");
    expect(result({ identity: "残疾人" }).missing).toEqual(["identity"]);
    expect(result({}).missing).toEqual(["identity"]);
  });
});

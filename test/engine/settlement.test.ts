/** A bill through every layer: who pays which part, and where the chain must stop. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact } from "../../engine/decimal.js";
import type { CalcResult } from "../../engine/result.js";
import { ask, byKey, codes, flaws } from "./ask.js";

const settle = (
  place: string,
  facts: Record<string, unknown>,
  on: string,
): CalcResult => {
  const result = ask("settlement", place, facts, on);
  expect(flaws(result)).toEqual([]);
  return result;
};
const ON = "2023-05-10";

/** What all parts come to. */
function total({ figures }: CalcResult): string {
  const parts = figures.filter(
    ({ key }) =>
      key.endsWith(".fund") ||
      [
        "settlement.person",
        "settlement.above_ceiling",
        "settlement.open",
      ].includes(key),
  );
  return parts
    .reduce((sum, { value }) => sum.plus(value), exact("0"))
    .toFixed(2);
}

describe("a settlement", () => {
  it("passes assistance, special assistance and the ceiling in Hangzhou", () => {
    const facts = {
      identity: "低保",
      inpatient_left: "400000",
      reasonable_outside: "50000",
      burden_still_heavy: true,
    };
    const result = settle("杭州", facts, ON);
    expect(byKey(result)).toEqual({
      "assistance.fund": "150000.00",
      "special_assistance.fund": "100000.00",
      "settlement.person": "50000.00",
      "settlement.above_ceiling": "150000.00",
    });
    expect(total(result)).toBe("450000.00");
  });

  it.each([
    ["100000", "50000.00", "0.00"],
    ["100000.02", "50000.00", "0.01"],
    ["99999.98", "49999.99", "0.00"],
  ])("has its ceiling at 50000: %s", (reasonable_left, person, above) => {
    const facts = {
      identity: "低保",
      reasonable_left,
      burden_still_heavy: true,
    };
    expect(byKey(settle("杭州", facts, ON))).toMatchObject({
      "settlement.person": person,
      "settlement.above_ceiling": above,
    });
  });

  it("asks about the burden only where something is left", () => {
    const facts = {
      identity: "低保",
      inpatient_left: "10000",
      reasonable_outside: "0",
    };
    expect(settle("杭州", facts, ON).missing).toEqual(["burden_still_heavy"]);
    const whole = { ...facts, identity: "特困" };
    expect(byKey(settle("杭州", whole, ON))).toMatchObject({
      "assistance.fund": "10000.00",
      "settlement.person": "0.00",
    });
    const light = { ...facts, burden_still_heavy: false };
    expect(byKey(settle("杭州", light, ON))).toMatchObject({
      "assistance.fund": "8000.00",
      "settlement.person": "2000.00",
    });
  });

  it("does not compute from what is left where no rule counts it", () => {
    const left = { reasonable_left: "100", reasonable_outside: "5" };
    for (const [place, facts, on] of [
      ["舟山", left, "2010-06-01"],
      ["天津", { ...left, reasonable_left: "0" }, "2017-06-01"],
      ["杭州", { ...left, identity: "普通居民" }, ON],
    ] as const)
      expect(settle(place, facts, on).figures).toEqual([]);
    const light = { ...left, identity: "低保", burden_still_heavy: false };
    expect(byKey(settle("杭州", light, ON))["settlement.person"]).toBe(
      "105.00",
    );
  });

  it("asks for the first amount from which the place's notices go on", () => {
    const bill = { eligible: "100000" };
    const missing = (place: string, facts: object, on: string) =>
      settle(place, { ...bill, ...facts }, on).missing;
    expect(missing("杭州", { identity: "低保" }, ON)).toEqual([
      "inpatient_left",
    ]);
    expect(missing("重庆", {}, ON)).toEqual(["eligible_self_paid"]);
    expect(missing("天津", { insurance: "职工" }, "2018-05-10")).toEqual([
      "eligible_expense",
    ]);
    expect(settle("太原", bill, ON).status).toBe("not_stipulated");
  });

  it("stops where no held notice goes on, and shows the open part", () => {
    const result = settle("重庆", { eligible_self_paid: "30000" }, ON);
    expect(byKey(result)).toMatchObject({
      "catastrophic.entering": "13099.00",
      "settlement.open": "30000.00",
    });
    expect(byKey(result)).not.toHaveProperty("settlement.person");
  });

  it("goes on without a layer that the place does not have, and says so", () => {
    const facts = { insurance: "居民", eligible_self_paid: "150000" };
    const result = settle("天津", facts, "2018-05-10");
    expect(byKey(result)).toEqual({
      "settlement.person": "80000.00",
      "catastrophic.fund": "70000.00",
    });
    expect(codes(result)).toContain("assumed");
  });

  it("settles a visit, and an admission above every cap", () => {
    const visit = {
      institution: "grassroots",
      family_doctor: false,
      class_a: "60",
    };
    expect(byKey(settle("太原", visit, ON))).toEqual({
      "outpatient.fund": "36.00",
      "settlement.person": "24.00",
    });
    const stay = {
      insurance: "职工",
      employment: "在职",
      institution: "三级医院",
      above_deductible: "300000",
    };
    expect(byKey(settle("黄石", stay, "2012-05-10"))).toEqual({
      "inpatient.fund": "120000.00",
      "catastrophic.fund": "160000.00",
      "settlement.person": "20000.00",
    });
  });

  it("always sums to the whole", () => {
    const cents = fc.integer({ min: 0, max: 60_000_000 });
    const money = (amount: number): string => exact(amount).div(100).toFixed(2);
    const persons = fc.constantFrom("特困", "低保", "低保边缘", "二级残疾");
    fc.assert(
      fc.property(cents, cents, fc.boolean(), persons, (a, b, heavy, who) => {
        const result = settle(
          "杭州",
          {
            identity: who,
            inpatient_left: money(a),
            reasonable_outside: money(b),
            burden_still_heavy: heavy,
          },
          ON,
        );
        expect(result.status).toBe("answered");
        expect(total(result)).toBe(money(a + b));
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(cents, (amount) => {
        const facts = { insurance: "居民", eligible_self_paid: money(amount) };
        expect(total(settle("天津", facts, "2018-05-10"))).toBe(money(amount));
        const stay = {
          insurance: "职工",
          employment: "退休",
          institution: "二级医院",
          above_deductible: money(amount),
        };
        expect(total(settle("黄石", stay, "2012-05-10"))).toBe(money(amount));
      }),
      { numRuns: 200 },
    );
  });
});

it("answers nothing where no layer decides anything", () => {
  const facts = { eligible_self_paid: "3000", insurance: "居民" };
  for (const [place, on, status] of [
    ["黄石", "2011-05-05", "not_stipulated"],
    ["天津", "2022-02-28", "not_held"],
  ] as const) {
    const result = settle(place, facts, on);
    expect(result.status).toBe(status);
    expect(result.figures).toEqual([]);
  }
});

/** Special assistance and monitoring, as the plan of Hangzhou has them. */
import { describe, expect, it } from "vitest";
import { ask, byKey, flaws } from "./ask.js";

describe("special assistance in Hangzhou", () => {
  const special = (facts: Record<string, unknown>) =>
    ask("special_assistance", "杭州", facts, "2023-05-10");

  it.each([
    ["低保", "100000", "50000.00"],
    ["低保", "199999.98", "99999.99"],
    ["低保", "200000", "100000.00"],
    ["低保", "200000.01", "100000.00"],
    ["特困", "100000", "60000.00"],
    ["特困", "166666.65", "99999.99"],
    ["特困", "166666.67", "100000.00"],
  ])("%s, %s left: %s", (identity, reasonable_left, fund) => {
    const facts = { identity, reasonable_left, burden_still_heavy: true };
    const result = special(facts);
    expect(flaws(result)).toEqual([]);
    expect(byKey(result)["special_assistance.fund"]).toBe(fund);
  });

  it("is for a burden that is still heavy", () => {
    const facts = { identity: "低保", reasonable_left: "100000" };
    expect(special(facts).missing).toEqual(["burden_still_heavy"]);
    const light = special({ ...facts, burden_still_heavy: false });
    expect(light.status).toBe("not_stipulated");
  });

  it("leaves what remains of the year's limit", () => {
    const result = special({
      identity: "低保",
      reasonable_left: "100000",
      burden_still_heavy: true,
      special_assisted_this_year: "70000",
    });
    expect(byKey(result)["special_assistance.fund"]).toBe("30000.00");
  });
});

describe("monitoring in Hangzhou", () => {
  it.each([
    [{ group: "hardship", self_paid: "4999.99" }, "5000.00", "false"],
    [{ group: "hardship", self_paid: "5000" }, "5000.00", "true"],
    [{ identity: "低保", self_paid: "5000" }, "5000.00", "true"],
    [
      { group: "employee", urban_income: "70000", self_paid: "42000" },
      "42000.00",
      "false",
    ],
    [
      { group: "employee", urban_income: "70000", self_paid: "42000.01" },
      "42000.00",
      "true",
    ],
    [
      { group: "retiree", enterprise_pension: "40000", self_paid: "40000" },
      "40000.00",
      "false",
    ],
    [
      { group: "resident", rural_income: "45000", self_paid: "27000.01" },
      "27000.00",
      "true",
    ],
  ])("%o: from %s on, %s", (facts, threshold, covered) => {
    const result = ask("monitoring", "杭州", facts, "2023-05-10");
    expect(flaws(result)).toEqual([]);
    expect(byKey(result)).toEqual({
      "monitoring.threshold": threshold,
      "monitoring.covered": covered,
    });
  });

  it("asks for the group, then for its income", () => {
    const missing = (facts: Record<string, unknown>) =>
      ask("monitoring", "杭州", facts, "2023-05-10").missing;
    expect(missing({ self_paid: "1" })).toEqual(["group"]);
    expect(missing({ group: "resident" })).toEqual(["rural_income"]);
  });
});

import { describe, expect, it } from "vitest";
import { jsonSchema } from "../../engine/schema.js";
import { ask, faultOf, knowledge, values } from "./ask.js";

const taiyuan = (facts: Record<string, unknown>) => ({
  benefit: "contribution",
  jurisdiction: "太原",
  facts,
});

describe("names and spellings of facts", () => {
  it("takes numbers, digit strings and Chinese names for the same", () => {
    const nets = [
      { coverage_year: 2023, tier: 2 },
      { coverage_year: "2023", tier: "2" },
      { coverage_year: 2023, tier: "二档" },
    ].map((facts) =>
      values(ask("contribution", "重庆市", facts), "contribution.net"),
    );
    expect(nets).toEqual([["725.00"], ["725.00"], ["725.00"]]);
  });

  it("takes a county for its city", () => {
    expect(
      values(ask("subsidy", "阳曲县", { year: 2022 }), "subsidy.central"),
    ).toEqual(["488.00"]);
  });

  it("holds nothing for a place that is known and has no notice", () => {
    expect(ask("contribution", "北京", { coverage_year: 2023 }).status).toBe(
      "not_held",
    );
  });
});

describe("faults say where they are", () => {
  it.each([
    [null, "wrong_type", ""],
    [[], "wrong_type", ""],
    [{ jurisdiction: "太原" }, "missing", "benefit"],
    [{ benefit: "contribution" }, "missing", "jurisdiction"],
    [{ ...taiyuan({}), more: 1 }, "unknown_key", "more"],
    [{ ...taiyuan({}), benefit: "dental" }, "wrong_type", "benefit"],
    [{ ...taiyuan({}), jurisdiction: "火星" }, "unknown_value", "jurisdiction"],
    [{ ...taiyuan({}), on: "2022-02-30" }, "wrong_type", "on"],
    [taiyuan({ colour: "red" }), "unknown_key", "facts.colour"],
    [taiyuan({ coverage_year: 1800 }), "out_of_range", "facts.coverage_year"],
    [taiyuan({ coverage_year: "明年" }), "not_a_number", "facts.coverage_year"],
    [taiyuan({ tier: "三档" }), "unknown_value", "facts.tier"],
    [taiyuan({ identity: "外星人" }), "unknown_value", "facts.identity"],
    [taiyuan({ identity: "不是低保" }), "unknown_value", "facts.identity"],
    [
      taiyuan({ identities: ["低保", "外星人"] }),
      "unknown_value",
      "facts.identities[1]",
    ],
    [
      taiyuan({ members: [{ label: "我" }, { count: 0 }] }),
      "out_of_range",
      "facts.members[1].count",
    ],
    [taiyuan({ area: "渝北" }), "unknown_value", "facts.area"],
    [
      taiyuan({ average_monthly_wage: "-5" }),
      "negative",
      "facts.average_monthly_wage",
    ],
    [
      taiyuan({ average_monthly_wage: 1e30 }),
      "too_large",
      "facts.average_monthly_wage",
    ],
    [
      taiyuan({ average_monthly_wage: "1.234" }),
      "too_precise",
      "facts.average_monthly_wage",
    ],
    [
      taiyuan({ average_monthly_wage: "八千" }),
      "not_a_number",
      "facts.average_monthly_wage",
    ],
  ])("%j → %s at %s", (request, code, path) => {
    expect(faultOf(request)).toEqual({ code, path });
  });

  it.each([
    [{ identity: "未成年人", age: 70 }, "facts.identity"],
    [{ identity: "70岁的未成年人" }, "facts.identity"],
    [{ persons: 2, members: [{ count: 1 }] }, "facts.persons"],
    [{ coverage_year: 2025, school_year: "2022-2023" }, "facts.school_year"],
  ])("contradiction: %j at %s", (facts, path) => {
    expect(faultOf(taiyuan(facts))).toEqual({ code: "contradiction", path });
  });

  it.each([
    [
      "outpatient",
      { class_a: "100", class_b: "50", eligible: "149.99" },
      "facts.eligible",
    ],
    [
      "inpatient",
      { above_deductible: "100", eligible: "99" },
      "facts.above_deductible",
    ],
    [
      "waiting_period",
      { employee_interrupted_on: "2022-05-01", joined_on: "2022-04-30" },
      "facts.employee_interrupted_on",
    ],
  ])("contradiction in %s: %j", (benefit, facts, path) => {
    expect(faultOf({ benefit, jurisdiction: "太原", facts })).toEqual({
      code: "contradiction",
      path,
    });
  });
});

describe("the JSON Schema", () => {
  it("names every fact in Chinese, with its unit", () => {
    const text = JSON.stringify(jsonSchema(knowledge));
    expect(text).toContain("https://json-schema.org/draft/2020-12/schema");
    expect(text).toContain('"title":"甲类费用","description":"单位：元"');
    expect(text).toContain('"title":"参保年度","description":"单位：年"');
  });
});

import { describe, expect, it } from "vitest";
import { ask, byKey, clausesOf, codes, flaws } from "./ask.js";

describe("the subsidy per head", () => {
  it.each([
    ["重庆", 2021, "580.00"],
    ["重庆", 2022, "610.00"],
    ["太原", 2022, "610.00"],
  ])("%s %i: %s", (place, year, total) => {
    const result = ask("subsidy", place, { year });
    expect(byKey(result)).toMatchObject({ "subsidy.total": total });
    expect(flaws(result)).toEqual([]);
  });

  it.each([
    [{ area: "阳曲县" }, ["488.00", "61.00", "30.50", "30.50"]],
    [{ area: "娄烦" }, ["488.00", "61.00", "30.50", "30.50"]],
    [{ area: "清徐" }, ["366.00", "122.00", "61.00", "61.00"]],
    [{ group: "部属大学" }, ["610.00", undefined, undefined, undefined]],
    [{ group: "省属" }, ["366.00", "244.00", undefined, undefined]],
    [{ group: "市属高校" }, ["366.00", "122.00", "122.00", undefined]],
  ])(
    "Taiyuan 2022, %o: split %o",
    (facts, [central, province, city, county]) => {
      const result = ask("subsidy", "太原", { year: 2022, ...facts });
      const figures = byKey(result);
      expect([
        figures["subsidy.central"],
        figures["subsidy.province"],
        figures["subsidy.city"],
        figures["subsidy.county"],
      ]).toEqual([central, province, city, county]);
      expect(clausesOf(result, "subsidy.central")).toContain(
        "taiyuan-2022/一（一）",
      );
      expect(flaws(result)).toEqual([]);
    },
  );

  it("asks whose university, and does not split students of 阳曲 and 娄烦", () => {
    expect(
      ask("subsidy", "太原", { year: 2022, group: "大学生" }).missing,
    ).toEqual(["group"]);
    const result = ask("subsidy", "太原", {
      year: 2022,
      group: "省属",
      area: "阳曲县",
    });
    expect(result.status).toBe("not_stipulated");
  });

  it("does not carry a year over into the next", () => {
    const next = ask("subsidy", "太原", { year: 2023 });
    expect(next.status).toBe("not_stipulated");
    expect(next.reference[0]).toMatchObject({ value: "610.00" });
    expect(ask("subsidy", "重庆", { year: 2025 }).status).toBe("not_held");
  });
});

describe("financing standards", () => {
  it("are exact where set and only bounded elsewhere", () => {
    const huaian = (area: string) =>
      ask("subsidy", "淮安", { year: 2007, area });
    expect(byKey(huaian("清河区"))).toMatchObject({
      "financing.standard": "200.00",
    });
    expect(ask("subsidy", "淮安", { year: 2007 }).missing).toEqual(["area"]);
  });

  it("derive the full financing of Taiyuan for 2022", () => {
    const result = ask("subsidy", "太原", { year: 2022 });
    expect(byKey(result)).toMatchObject({ "financing.standard": "930.00" });
    expect(codes(result)).toContain("derived");
  });
});

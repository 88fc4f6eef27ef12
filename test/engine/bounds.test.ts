/** What is known of a result although a fact is not. */
import { describe, expect, it } from "vitest";
import { ask } from "./ask.js";

describe("a fact of few values that was not said", () => {
  it("leaves a range between the least and the greatest", () => {
    const range = (...args: Parameters<typeof ask>) =>
      ask(...args).range?.map(({ key, from, to, depends_on }) => [
        key,
        from,
        to,
        ...depends_on,
      ]);
    const fee = { coverage_year: 2023, persons: 3 };
    expect(range("contribution", "重庆", fee)).toContainEqual([
      "contribution.total",
      "1050.00",
      "2175.00",
      "tier",
    ]);
    const quota = { disease: "糖尿病合并严重并发症" };
    expect(range("chronic", "太原", quota, "2022-11-01")).toEqual([
      ["chronic.monthly", "300.00", "500.00", "insurance"],
    ]);
    const family = { ...fee, persons: undefined };
    const members = [{ label: "我" }, { label: "妈", tier: 2 }];
    expect(range("contribution", "重庆", { ...family, members })).toEqual([
      ["contribution.total", "1075.00", "1450.00", "tier"],
    ]);
  });

  it("leaves none where a value is not decided", () => {
    const facts = { eligible_self_paid: "50000" };
    const open = ask("catastrophic", "天津", facts, "2018-05-10");
    expect(open.missing).toEqual(["insurance"]);
    expect(open.range).toBeNull();
  });

  it("is asked for where only the parameter differs that was asked about", () => {
    const facts = {
      insurance: "职工",
      outpatient_last_year: "2000",
      admission: 1,
      regular_deductible: "1700",
    };
    const open = ask("inpatient", "天津", facts, "2018-05-10");
    expect(open.missing).toEqual(["employment"]);
    expect(open.range).toEqual([
      {
        key: "inpatient.deductible",
        from: "500.00",
        to: "1700.00",
        depends_on: ["employment"],
      },
    ]);
  });
});

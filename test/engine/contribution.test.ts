import { describe, expect, it } from "vitest";
import { ask, byKey, clausesOf, codes, flaws, values } from "./ask.js";

const AID = "contribution.aid";
const NET = "contribution.net";

const taiyuan = (identity: string) =>
  ask("contribution", "太原", { coverage_year: 2023, identity });

describe("aid in Taiyuan for 2023, by who the person is", () => {
  it.each([
    ["特困人员", "350.00", "0.00", "一（三）1"],
    ["五保户", "350.00", "0.00", "一（三）1"],
    ["孤儿", "350.00", "0.00", "一（三）1"],
    ["低保户", "280.00", "70.00", "一（三）1"],
    ["低保大学生", "280.00", "70.00", "一（三）1"],
    ["见义勇为者", "280.00", "70.00", "一（三）1"],
    ["脱贫不稳定人口", "280.00", "70.00", "一（三）2"],
    ["返贫致贫人口", "315.00", "35.00", "一（三）2"],
    ["稳定脱贫人口", "0.00", "350.00", "一（三）2"],
    ["重度残疾人", "350.00", "0.00", "一（三）3（1）"],
    ["二级残疾", "350.00", "0.00", "一（三）3（1）"],
    ["重度残疾大学生", "350.00", "0.00", "一（三）3（2）"],
    ["低收入家庭60岁以上老人", "175.00", "175.00", "一（三）4（1）"],
    ["70岁低收入家庭老人", "175.00", "175.00", "一（三）4（1）"],
    ["低收入家庭未成年人", "175.00", "175.00", "一（三）4（1）"],
    ["失独家庭", "350.00", "0.00", "一（三）4（2）"],
  ])("%s: aid %s, to pay %s, by %s", (identity, aid, net, clause) => {
    const result = taiyuan(identity);
    expect(result.status).toBe("answered");
    expect(byKey(result)).toMatchObject({ [AID]: aid, [NET]: net });
    expect(clausesOf(result, AID)).toContain(`taiyuan-2022/${clause}`);
    expect(codes(result)).toContain("other_rules_first");
    expect(flaws(result)).toEqual([]);
  });

  it("lets an ordinary child pay the standard", () => {
    expect(values(taiyuan("未成年人"), NET)).toEqual(["350.00"]);
  });

  it("splits the aid of the severely disabled between city and county", () => {
    expect(byKey(taiyuan("重度残疾人"))).toMatchObject({
      "contribution.aid.city": "175.00",
      "contribution.aid.county": "175.00",
    });
  });

  it.each([
    ["残疾人", "identity"],
    ["脱贫户", "identity"],
    ["低收入家庭", "age"],
  ])("asks for what decides: %s → %s", (identity, missing) => {
    const result = taiyuan(identity);
    expect(result.status).toBe("needs_info");
    expect(result.missing).toEqual([missing]);
    expect(flaws(result)).toEqual([]);
  });

  it.each(["三级残疾", "单亲家庭", "农村低收入人口"])(
    "does not decide for %s, whom no clause names, and shows the list",
    (identity) => {
      const result = taiyuan(identity);
      expect(result.status).toBe("not_stipulated");
      const clauses = result.citations.map(({ clause }) => clause);
      expect(clauses).toContain("一（三）1");
      expect(clauses).toContain("一（三）4（1）");
      expect(flaws(result)).toEqual([]);
    },
  );

  it("reads the age of a fact: an adult of a low-income family is not named", () => {
    const facts = { coverage_year: 2023, identity: "低收入家庭" };
    expect(ask("contribution", "太原", { ...facts, age: 59 }).status).toBe(
      "not_stipulated",
    );
    expect(
      values(ask("contribution", "太原", { ...facts, age: 60 }), NET),
    ).toEqual(["175.00"]);
    expect(
      values(ask("contribution", "太原", { ...facts, age: 17 }), NET),
    ).toEqual(["175.00"]);
    expect(ask("contribution", "太原", { ...facts, age: 18 }).status).toBe(
      "not_stipulated",
    );
  });
});

describe("several identities, persons and years", () => {
  it("never adds aids: one result for each ground, and says so", () => {
    const result = ask("contribution", "太原", {
      coverage_year: 2023,
      identities: ["低保", "重度残疾人"],
    });
    expect(values(result, NET)).toEqual(["70.00", "0.00"]);
    expect(result.figures[0]?.for).toEqual({ identity: "城乡低保对象" });
    expect(codes(result)).toContain("identity_overlap");
    expect(flaws(result)).toEqual([]);
  });

  it("leaves 易返贫致贫 out for somebody who already is 低保", () => {
    const result = ask("contribution", "太原", {
      coverage_year: 2023,
      identities: ["脱贫不稳定人口", "低保"],
    });
    expect(values(result, NET)).toEqual(["70.00"]);
  });

  it("does not depend on the order of the identities, but answers in it", () => {
    const facts = (identities: string[]) => ({
      coverage_year: 2023,
      identities,
    });
    const [one, other] = [
      ask("contribution", "太原", facts(["低保", "二级残疾"])),
      ask("contribution", "太原", facts(["二级残疾", "低保"])),
    ];
    expect(values(other, NET)).toEqual(values(one, NET).reverse());
  });

  it("counts persons", () => {
    const result = ask("contribution", "太原", {
      coverage_year: 2023,
      identity: "低保",
      persons: 3,
    });
    expect(byKey(result)).toMatchObject({ "contribution.total": "210.00" });
    expect(flaws(result)).toEqual([]);
  });

  it("adds up a family, each member labelled", () => {
    const result = ask("contribution", "太原", {
      coverage_year: 2023,
      members: [
        { label: "大人", count: 2 },
        { label: "奶奶", identity: "特困" },
        { label: "娃", identity: "低保" },
      ],
    });
    expect(values(result, "contribution.total")).toEqual(["770.00"]);
    expect(values(result, NET)).toEqual(["350.00", "0.00", "70.00"]);
    const whose = result.steps.map(({ label }) => label.slice(0, 2));
    expect(new Set(whose)).toEqual(
      new Set(["大人", "奶奶", "娃按", "娃个", "一共"]),
    );
    expect(flaws(result)).toEqual([]);
  });

  it("derives the 2022 standard of Taiyuan and says so", () => {
    const result = ask("contribution", "太原", { coverage_year: 2022 });
    expect(values(result, NET)).toEqual(["320.00"]);
    expect(codes(result)).toContain("derived");
  });

  it("has no aid for 2022 and shows the one for 2023 with its year", () => {
    const result = ask("contribution", "太原", {
      coverage_year: 2022,
      identity: "低保",
    });
    expect(result.status).toBe("not_stipulated");
    expect(result.reference[0]).toMatchObject({ value: "280.00" });
    expect(result.reference[0]?.label).toContain("2023");
  });

  it("says that Taiyuan has no tiers", () => {
    const result = ask("contribution", "太原", {
      coverage_year: 2023,
      tier: 2,
    });
    expect(values(result, NET)).toEqual(["350.00"]);
    expect(codes(result)).toContain("assumed");
  });

  it("holds nothing for 2024 and shows 2023 as what it is", () => {
    const result = ask("contribution", "太原", { coverage_year: 2024 });
    expect(result.status).toBe("not_held");
    expect(result.reference).toHaveLength(1);
    expect(result.reference[0]?.label).toContain("2023");
    expect(flaws(result)).toEqual([]);
  });

  it("answers a year that is held whatever the day of the question, as stale", () => {
    const facts = { coverage_year: 2023 };
    const result = ask("contribution", "太原", facts, "2026-03-01");
    expect(values(result, NET)).toEqual(["350.00"]);
    expect(codes(result)).toContain("stale");
    expect(
      codes(ask("contribution", "太原", facts, "2023-12-31")),
    ).not.toContain("stale");
  });
});

describe("Chongqing: tiers, and students by school year", () => {
  const chongqing = (facts: Record<string, unknown>, on?: string) =>
    ask("contribution", "重庆", facts, on);

  it.each([
    [2022, "1", "320.00"],
    [2022, "2", "695.00"],
    [2023, "1", "350.00"],
    [2023, "2", "725.00"],
  ])("coverage year %i, tier %s: %s", (coverage_year, tier, net) => {
    const result = chongqing({ coverage_year, tier });
    expect(values(result, NET)).toEqual([net]);
    expect(flaws(result)).toEqual([]);
  });

  it.each([
    ["2021-2022", "1", "280.00"],
    ["2021-2022", "2", "655.00"],
    ["2022-2023", "1", "320.00"],
    ["2022-2023", "2", "695.00"],
  ])("students, school year %s, tier %s: %s", (school_year, tier, net) => {
    const student = { school_year, tier, identity: "大学生" };
    expect(values(chongqing(student), NET)).toEqual([net]);
  });

  it("takes the school year of the day of the question", () => {
    const student = { tier: 1, identity: "大学生" };
    expect(values(chongqing(student, "2022-08-31"), NET)).toEqual(["280.00"]);
    expect(values(chongqing(student, "2022-09-01"), NET)).toEqual(["320.00"]);
    const later = chongqing(student, "2023-09-01");
    expect(later.status).toBe("not_held");
    expect(later.reference.map(({ value }) => value)).toEqual(["320.00"]);
  });

  it("asks for the tier", () => {
    const result = chongqing({ coverage_year: 2023 });
    expect(result.status).toBe("needs_info");
    expect(result.missing).toEqual(["tier"]);
  });

  it("leaves the aid to the districts", () => {
    const result = chongqing({
      coverage_year: 2023,
      tier: 1,
      identity: "低保",
    });
    expect(result.status).toBe("not_stipulated");
    expect(flaws(result)).toEqual([]);
  });

  it("holds nothing before the first notice", () => {
    expect(chongqing({ coverage_year: 2021, tier: 1 }).status).toBe("not_held");
  });
});

describe("places that state only what some persons do not pay", () => {
  it.each([
    ["天津", "低保", "（八）"],
    ["天津", "重度残疾人", "（八）"],
    ["天津", "优抚对象", "（十）"],
    ["天津", "伤残军人", "（十一）"],
    ["杭州", "困境儿童", "二3"],
  ])("%s, %s: nothing to pay, by %s", (place, identity, clause) => {
    const coverage_year = place === "杭州" ? 2023 : 2017;
    const result = ask("contribution", place, { coverage_year, identity });
    expect(values(result, NET)).toEqual(["0.00"]);
    expect(clausesOf(result, NET)[0]).toMatch(new RegExp(`/${clause}$`, "u"));
    expect(codes(result)).toContain("assumed");
    expect(flaws(result)).toEqual([]);
  });

  it("has no standard for Tianjin", () => {
    const of = (coverage_year: number) =>
      ask("contribution", "天津", { coverage_year }).status;
    expect(of(2018)).toBe("not_stipulated");
    expect(of(2023)).toBe("not_held");
  });
});

describe("Zhoushan: a rate of the average wage", () => {
  const zhoushan = (facts: Record<string, unknown>) =>
    ask("contribution", "舟山", facts);

  it("computes 5.5 % and rounds half up once", () => {
    const result = zhoushan({
      coverage_year: 2010,
      payer: "employer",
      average_monthly_wage: "2501.00",
    });
    expect(values(result, "contribution.monthly")).toEqual(["137.56"]);
    expect(codes(result)).toContain("expired");
    expect(flaws(result)).toEqual([]);
  });

  it("takes the self-employed as the clause names them", () => {
    const wage = { coverage_year: 2010, average_monthly_wage: "2000" };
    for (const who of [
      { payer: "self" },
      { identity: "灵活就业人员" },
      { payer: "self", identity: "灵活就业人员" },
    ])
      expect(
        values(zhoushan({ ...wage, ...who }), "contribution.monthly"),
      ).toEqual(["110.00"]);
  });

  it("has no base before 2010 and asks for the wage from then on", () => {
    const before = zhoushan({
      coverage_year: 2008,
      payer: "employer",
      average_monthly_wage: "2000",
    });
    expect(before.status).toBe("not_stipulated");
    expect(codes(before)).toContain("refers");
    const open = zhoushan({ coverage_year: 2010, payer: "employer" });
    expect(open.missing).toEqual(["average_monthly_wage"]);
  });
});

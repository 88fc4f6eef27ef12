import { describe, expect, it } from "vitest";
import { ask, byKey, codes, flaws, values } from "./ask.js";

describe("windows of enrolment", () => {
  it.each([
    ["太原", 2023, "2022-08-31", "false"],
    ["太原", 2023, "2022-09-01", "true"],
    ["太原", 2023, "2022-12-20", "true"],
    ["太原", 2023, "2022-12-21", "false"],
    ["重庆", 2022, "2021-11-30", "false"],
    ["重庆", 2022, "2021-12-01", "true"],
    ["重庆", 2022, "2022-02-28", "true"],
    ["重庆", 2022, "2022-03-01", "false"],
    ["重庆", 2023, "2022-12-31", "true"],
    ["重庆", 2023, "2023-01-01", "false"],
  ])("%s, %i, paid on %s: %s", (place, coverage_year, paid_on, inside) => {
    const result = ask("enrolment", place, { coverage_year, paid_on });
    expect(values(result, "enrolment.in_window")).toEqual([inside]);
    expect(flaws(result)).toEqual([]);
  });

  it("shows the days of the window", () => {
    expect(
      byKey(ask("enrolment", "太原", { coverage_year: 2023 })),
    ).toMatchObject({
      "enrolment.from": "2022-09-01",
      "enrolment.to": "2022-12-20",
    });
  });

  it("does not guess a first day that the text leaves open", () => {
    const result = ask("enrolment", "重庆", { coverage_year: 2023 });
    expect(values(result, "enrolment.from")).toEqual([]);
    expect(values(result, "enrolment.to")).toEqual(["2022-12-31"]);
    const early = ask("enrolment", "重庆", {
      coverage_year: 2023,
      paid_on: "2022-05-01",
    });
    expect(values(early, "enrolment.in_window")).toEqual([]);
  });

  it("lets benefits begin for those inside only", () => {
    const paid = (paid_on: string) =>
      values(
        ask("enrolment", "重庆", { coverage_year: 2022, paid_on }),
        "benefit.from",
      );
    expect(paid("2022-02-28")).toEqual(["2022-01-01"]);
    expect(paid("2022-03-01")).toEqual([]);
  });

  it("finds the year that is being collected on the day of the question", () => {
    const result = ask("enrolment", "太原", {}, "2022-10-08");
    expect(values(result, "enrolment.to")).toEqual(["2022-12-20"]);
  });
});

describe("newborns of Taiyuan", () => {
  const newborn = (facts: Record<string, unknown>) =>
    ask("enrolment", "太原", { newborn: true, ...facts });

  it("pay nothing in the year of birth when registered in it", () => {
    const result = newborn({
      born_on: "2022-05-01",
      registered_in_birth_year: true,
    });
    expect(byKey(result)).toMatchObject({
      "contribution.net": "0.00",
      "benefit.from": "2022-05-01",
    });
    expect(flaws(result)).toEqual([]);
  });

  it("pay the next year's full financing otherwise: 930 for 2021, derived and our reading", () => {
    const result = newborn({
      born_on: "2021-08-01",
      registered_in_birth_year: false,
    });
    expect(byKey(result)).toMatchObject({
      "contribution.net": "930.00",
      "benefit.from": "2021-08-01",
    });
    expect(codes(result)).toEqual(
      expect.arrayContaining(["derived", "ambiguous"]),
    );
    expect(flaws(result)).toEqual([]);
  });

  it("have only a stated part where the other part is not held", () => {
    const result = newborn({
      born_on: "2022-08-01",
      registered_in_birth_year: false,
    });
    expect(result.status).toBe("answered");
    expect(byKey(result)).toEqual({
      "contribution.standard": "350.00",
      "benefit.from": "2022-08-01",
    });
    expect(codes(result)).toContain("ambiguous");
  });

  it("are not charged the standard of others", () => {
    const result = ask("contribution", "太原", {
      coverage_year: 2023,
      identity: "新生儿",
    });
    expect(result.missing).toEqual(["registered_in_birth_year"]);
    const registered = ask("contribution", "太原", {
      coverage_year: 2022,
      born_on: "2022-08-01",
      identity: "新生儿",
      registered_in_birth_year: true,
    });
    expect(byKey(registered)).toMatchObject({
      "contribution.net": "0.00",
      "benefit.from": "2022-08-01",
    });
  });

  it("are asked whether they were registered", () => {
    expect(newborn({ born_on: "2022-08-01" }).missing).toEqual([
      "registered_in_birth_year",
    ]);
  });
});

describe("the waiting period", () => {
  const waiting = (
    place: string,
    facts: Record<string, unknown>,
    on?: string,
  ) => ask("waiting_period", place, facts, on);

  it.each([
    ["太原", "2022-05-31", "2022-08-31"],
    ["太原", "2022-11-30", "2023-02-28"],
    ["太原", "2022-05-15", "2022-05-15"],
    ["重庆", "2022-05-15", "2022-08-15"],
  ])(
    "%s: none within three months of an interruption on %s, joined %s",
    (place, employee_interrupted_on, joined_on) => {
      const result = waiting(place, { employee_interrupted_on, joined_on });
      expect(byKey(result)).toEqual({ "waiting_period.exempt": "true" });
      expect(flaws(result)).toEqual([]);
    },
  );

  it.each([
    ["太原", "2022-05-31", "2022-09-01"],
    ["太原", "2022-11-30", "2023-03-01"],
    ["重庆", "2022-05-15", "2022-08-16"],
  ])(
    "%s: not decided after them (%s, joined %s)",
    (place, employee_interrupted_on, joined_on) => {
      const result = waiting(place, { employee_interrupted_on, joined_on });
      expect(result.status).toBe("not_stipulated");
      expect(result.citations.length).toBeGreaterThan(0);
    },
  );

  it("counts 90 days from birth in Chongqing, the last one included", () => {
    const born_on = "2022-04-01";
    expect(waiting("重庆", { born_on, joined_on: "2022-06-30" }).status).toBe(
      "answered",
    );
    expect(waiting("重庆", { born_on, joined_on: "2022-07-01" }).status).toBe(
      "not_stipulated",
    );
  });

  it.each([
    "新生儿",
    "农村低收入人口",
    "严重精神障碍患者",
    "脱贫户",
    "稳定脱贫人口",
  ])("Taiyuan exempts %s", (group) => {
    expect(byKey(waiting("太原", { group }))).toEqual({
      "waiting_period.exempt": "true",
    });
  });

  it("is not decided for a group that the list does not name", () => {
    expect(waiting("太原", { group: "低保" }).status).toBe("not_stipulated");
  });

  it("asks when nothing is said", () => {
    expect(waiting("太原", {}).missing).toEqual(["group"]);
  });

  it("is none for those who joined in the window", () => {
    expect(byKey(waiting("重庆", { joined_on: "2022-02-28" }))).toEqual({
      "waiting_period.exempt": "true",
      "benefit.from": "2022-01-01",
    });
  });
});

describe("graduates of universities in Chongqing", () => {
  const graduate = (facts: Record<string, unknown>) =>
    ask("waiting_period", "重庆", facts);

  it("join within three months of 1 September and pay the year's fee", () => {
    const paid = { graduated_in: 2022, paid_that_year: true };
    expect(byKey(graduate({ ...paid, joined_on: "2022-12-01" }))).toEqual({
      "waiting_period.exempt": "true",
      "benefit.from": "2022-09-01",
    });
    expect(graduate({ ...paid, joined_on: "2022-12-02" }).status).toBe(
      "not_stipulated",
    );
    expect(
      graduate({ graduated_in: 2022, joined_on: "2022-11-01" }).missing,
    ).toEqual(["paid_that_year"]);
  });

  it("keep their benefits to the end of the year from 2023 on", () => {
    expect(
      byKey(graduate({ graduated_in: 2023, joined_on: "2023-07-01" })),
    ).toEqual({ "benefit.to": "2023-12-31" });
    expect(graduate({ graduated_in: 2024 }).status).toBe("not_held");
  });
});

/** Two cases side by side, and what would change a result. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesOf } from "../../engine/changes.js";
import { compare } from "../../engine/compare.js";
import { comparison, serve } from "../../engine/serve.js";
import { exact } from "../../engine/decimal.js";
import { parseRequest } from "../../engine/parse.js";
import type { CalcRequest } from "../../engine/request.js";
import { knowledge } from "./ask.js";

function request(
  benefit: string,
  jurisdiction: string,
  facts: Record<string, unknown>,
  on = "2022-10-08",
): CalcRequest {
  const parsed = parseRequest({ benefit, jurisdiction, on, facts }, knowledge);
  if ("error" in parsed) throw new Error(JSON.stringify(parsed.error));
  return parsed.request;
}

const lines = (a: CalcRequest, b: CalcRequest) =>
  Object.fromEntries(
    compare(a, b, knowledge).differences.map((line) => [
      line.key,
      line.difference,
    ]),
  );

describe("two cases side by side", () => {
  const fee = (place: string, facts: Record<string, unknown>) =>
    request("contribution", place, { coverage_year: 2023, ...facts });
  const visit = (facts: Record<string, unknown>) =>
    request("outpatient", "太原", {
      institution: "grassroots",
      class_a: "60",
      ...facts,
    });

  it.each([
    [
      "two tiers",
      fee("重庆", { tier: "1" }),
      fee("重庆", { tier: "2" }),
      "contribution.net",
      "375.00",
    ],
    [
      "two years",
      fee("重庆", { tier: "1", coverage_year: 2022 }),
      fee("重庆", { tier: "1" }),
      "contribution.net",
      "30.00",
    ],
    [
      "two places",
      fee("重庆", { tier: "2" }),
      fee("太原", {}),
      "contribution.net",
      "-375.00",
    ],
    [
      "before and after recognition",
      fee("太原", {}),
      fee("太原", { identity: "低保" }),
      "contribution.net",
      "-280.00",
    ],
    [
      "without and with a contracted doctor",
      visit({ family_doctor: false }),
      visit({ family_doctor: true }),
      "outpatient.fund",
      "12.00",
    ],
  ])("%s", (_, a, b, key, difference) => {
    expect(lines(a, b)[key]).toBe(difference);
    for (const { citations } of compare(a, b, knowledge).differences) {
      expect(citations.a.length).toBeGreaterThan(0);
      expect(citations.b.length).toBeGreaterThan(0);
    }
  });

  it("says nothing of a difference where one is not answered", () => {
    const open = request("outpatient", "重庆", { eligible: "60" });
    const both = compare(visit({ family_doctor: true }), open, knowledge);
    expect(both.differences).toEqual([]);
    expect(both.b.status).toBe("not_stipulated");
  });

  it("turns the signs when the cases are swapped", () => {
    const cents = fc.integer({ min: 0, max: 40_000_000 });
    const bill = (amount: number) =>
      request(
        "catastrophic",
        "天津",
        {
          insurance: "居民",
          eligible_self_paid: exact(amount).div(100).toFixed(2),
        },
        "2018-05-10",
      );
    fc.assert(
      fc.property(cents, cents, (one, two) => {
        const there = lines(bill(one), bill(two));
        const back = lines(bill(two), bill(one));
        expect(Object.keys(back)).toEqual(Object.keys(there));
        for (const [key, value] of Object.entries(there))
          expect(
            exact(back[key] ?? "")
              .plus(value)
              .isZero(),
          ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe("what would change a result", () => {
  const changes = (...args: Parameters<typeof request>) =>
    changesOf(request(...args), knowledge).map(({ kind, fact, value, to }) => [
      kind,
      fact,
      value,
      to,
    ]);

  it("names where payment begins, the next band and the cap", () => {
    const facts = { insurance: "居民", eligible_self_paid: "15000" };
    expect(changes("catastrophic", "天津", facts, "2018-05-10")).toEqual([
      ["begins", "eligible_self_paid", "20000.01", "0.01"],
      ["band", "eligible_self_paid", "100000.00", "40000.00"],
      ["cap", "eligible_self_paid", "300000.00", "170000.00"],
    ]);
  });

  it("names the values of facts that give another amount", () => {
    const facts = {
      institution: "grassroots",
      family_doctor: false,
      class_a: "40",
    };
    const found = changes("outpatient", "太原", facts, "2023-03-05");
    expect(found).toContainEqual(["cap", "class_a", "83.33", "50.00"]);
    expect(found).toContainEqual(["fact", "family_doctor", "true", "32.00"]);
    expect(found).toContainEqual(["fact", "institution", "level2", "22.00"]);
  });

  it("names the day on which another rule begins", () => {
    const facts = { coverage_year: 2022, tier: "1" };
    expect(changes("contribution", "重庆", facts)).toContainEqual([
      "day",
      "coverage_year",
      "2023",
      "350.00",
    ]);
  });

  it("names nothing where nothing is answered", () => {
    expect(changes("inpatient", "重庆", { eligible: "100" })).toEqual([]);
  });

  it("turns to the conclusion where the payment itself is not decided", () => {
    const facts = { eligible_self_paid: "16000" };
    expect(changes("catastrophic", "重庆", facts, "2022-12-05")).toEqual([
      ["day", "on", "2023-01-01", "0.00"],
    ]);
  });

  it("names who would bear another part of a settlement", () => {
    const facts = {
      identity: "低保",
      inpatient_left: "10000",
      reasonable_outside: "0",
      burden_still_heavy: false,
    };
    expect(changes("settlement", "杭州", facts, "2023-05-01")).toContainEqual([
      "fact",
      "identity",
      "特困人员",
      "0.00",
    ]);
  });
});

describe("a line of the calculator", () => {
  const of = (tier: number) => ({
    benefit: "contribution",
    jurisdiction: "重庆",
    facts: { coverage_year: 2023, tier },
  });
  const line = (value: unknown) => serve(value, knowledge, "2022-10-08");

  it("may hold two requests side by side", () => {
    const served = line({ compare: [of(1), of(2)] });
    if (!("output" in served) || !("differences" in served.output))
      throw new Error(JSON.stringify(served));
    expect(comparison.parse(served.output)).toEqual(served.output);
    const [first] = served.output.differences;
    expect(first).toMatchObject({ a: "350.00", b: "725.00" });
    expect(first?.difference).toBe("375.00");
  });

  it("names the request that cannot be read", () => {
    expect(line({ compare: [of(1), of(3)] })).toMatchObject({
      error: { path: "compare[1].facts.tier" },
    });
    for (const bad of [[of(1)], of(1), [of(1), of(2), of(1)]])
      expect(line({ compare: bad })).toMatchObject({
        error: { path: "compare" },
      });
    expect(line({ compare: [of(1), 5] })).toMatchObject({
      error: { path: "compare[1]" },
    });
  });

  it("tells what would change a result, where it is asked to", () => {
    const plain = line(of(1));
    const asked = line({ ...of(1), changes: true });
    if (!("output" in asked) || !("changes" in asked.output))
      throw new Error(JSON.stringify(asked));
    const { changes: found, ...rest } = asked.output;
    expect({ output: rest }).toEqual(plain);
    expect(found).toContainEqual(
      expect.objectContaining({ fact: "tier", value: "2", to: "725.00" }),
    );
    expect(line({ ...of(1), changes: "yes" })).toMatchObject({
      error: { path: "changes" },
    });
  });
});

/** What must hold of every payment, whatever the bill. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact } from "../../engine/decimal.js";
import { ask, byKey, flaws } from "./ask.js";

const cents = fc.integer({ min: 0, max: 50_000_000 });
const money = (amount: number): string => exact(amount).div(100).toFixed(2);

interface Payment {
  name: string;
  fund: string;
  self: string;
  /** What the fund pays, and what stays with the person, of this many 分. */
  of: (amount: number) => Record<string, string>;
  /** The most that is ever paid, in 元. */
  cap: string | null;
}

function payment(
  benefit: string,
  place: string,
  on: string,
  fact: string,
  facts: Record<string, unknown>,
  cap: string | null,
): Payment {
  return {
    name: `${benefit} in ${place}`,
    fund: `${benefit}.fund`,
    self: `${benefit}.self`,
    cap,
    of: (amount) => {
      const said = { ...facts, [fact]: money(amount) };
      const result = ask(benefit, place, said, on);
      expect(flaws(result)).toEqual([]);
      expect(result.status).toBe("answered");
      return byKey(result);
    },
  };
}

const PAYMENTS = [
  payment(
    "outpatient",
    "太原",
    "2023-03-05",
    "class_a",
    { institution: "grassroots", family_doctor: true },
    "50",
  ),
  payment(
    "outpatient",
    "天津",
    "2018-05-10",
    "eligible",
    { institution: "level2", insurance: "居民", years_below_deductible: 1 },
    "1300",
  ),
  payment(
    "inpatient",
    "黄石",
    "2012-05-10",
    "eligible",
    {
      insurance: "职工",
      employment: "在职",
      institution: "level3",
      regular_deductible: "800",
    },
    "120000",
  ),
  payment(
    "catastrophic",
    "天津",
    "2018-05-10",
    "eligible_self_paid",
    { insurance: "居民" },
    "170000",
  ),
  payment(
    "assistance",
    "太原",
    "2022-10-08",
    "eligible_self_paid_inpatient",
    { monitored: true },
    "60000",
  ),
  payment(
    "assistance",
    "杭州",
    "2023-05-10",
    "inpatient_left",
    { identity: "低保边缘" },
    "150000",
  ),
  payment(
    "special_assistance",
    "杭州",
    "2023-05-10",
    "reasonable_left",
    { identity: "特困", burden_still_heavy: true },
    "100000",
  ),
];

describe.each(PAYMENTS)("$name", ({ fund, self, of, cap }) => {
  const paid = (amount: number) => exact(of(amount)[fund] ?? "");

  it("is never negative, never above the expense or the cap", () => {
    fc.assert(
      fc.property(cents, (amount) => {
        const value = paid(amount);
        expect(value.gte(0)).toBe(true);
        expect(value.lte(money(amount))).toBe(true);
        if (cap !== null) expect(value.lte(cap)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("does not fall when the expense rises", () => {
    fc.assert(
      fc.property(
        cents,
        fc.integer({ min: 1, max: 100_000 }),
        (amount, more) => {
          expect(paid(amount + more).gte(paid(amount))).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("leaves the person the rest", () => {
    fc.assert(
      fc.property(cents, (amount) => {
        const all = of(amount);
        const parts = exact(all[fund] ?? "")
          .plus(all[self] ?? "")
          .plus(
            all["catastrophic.fund" === fund ? "" : "catastrophic.fund"] ?? "0",
          );
        expect(parts.toFixed(2)).toBe(money(amount));
      }),
      { numRuns: 100 },
    );
  });
});

describe("a bill split in two", () => {
  it("moves the sum by at most 0.01 for each settlement", () => {
    const part = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(part, part, (first, second) => {
        const facts = {
          institution: "level2",
          insurance: "居民",
          years_below_deductible: 0,
        };
        const fundOf = (amount: number, before: number) =>
          exact(
            byKey(
              ask(
                "outpatient",
                "天津",
                {
                  ...facts,
                  eligible: money(amount),
                  eligible_before: money(before),
                },
                "2018-05-10",
              ),
            )["outpatient.fund"] ?? "",
          );
        const whole = fundOf(first + second, 45_000);
        const parts = fundOf(first, 45_000).plus(
          fundOf(second, 45_000 + first),
        );
        expect(parts.minus(whole).abs().lte("0.02")).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe("facts", () => {
  it("may come in any order", () => {
    const facts: [string, unknown][] = [
      ["institution", "grassroots"],
      ["class_a", "40.01"],
      ["class_b", "30.02"],
      ["family_doctor", true],
      ["paid_today", "3"],
    ];
    const first = JSON.stringify(
      ask("outpatient", "太原", Object.fromEntries(facts), "2023-03-05"),
    );
    fc.assert(
      fc.property(
        fc.shuffledSubarray(facts, { minLength: facts.length }),
        (order) => {
          const result = ask(
            "outpatient",
            "太原",
            Object.fromEntries(order),
            "2023-03-05",
          );
          expect(JSON.stringify(result)).toBe(first);
        },
      ),
      { numRuns: 40 },
    );
  });
});

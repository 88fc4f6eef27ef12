import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact } from "../../engine/decimal.js";
import { identityOf } from "../../engine/identity.js";
import { ask, flaws, knowledge, values } from "./ask.js";

const tags = Object.keys(
  knowledge.vocabulary.file.facets["identity"]?.values ?? {},
);
const places = [...knowledge.jurisdictions.all.keys()].filter((id) =>
  knowledge.jurisdictions.find(id),
);
const identities = fc.uniqueArray(fc.constantFrom(...tags), {
  minLength: 1,
  maxLength: 4,
});

describe("contributions of any person, place and year", () => {
  const cases = fc.record({
    place: fc.constantFrom(...places),
    year: fc.integer({ min: 2003, max: 2026 }),
    tier: fc.constantFrom("1", "2"),
    identities,
  });

  it("are cited, replay, and never differ from one run to the next", () => {
    fc.assert(
      fc.property(cases, ({ place, year, tier, identities }) => {
        const facts = { coverage_year: year, tier, identities };
        if (contradicts(identities)) return;
        const result = ask("contribution", place, facts);
        expect(flaws(result)).toEqual([]);
        const again = ask("contribution", place, facts);
        expect(JSON.stringify(again)).toBe(JSON.stringify(result));
      }),
      { numRuns: 400 },
    );
  });

  it("split the standard into aid and what is paid, neither negative", () => {
    fc.assert(
      fc.property(identities, (identities) => {
        if (contradicts(identities)) return;
        const result = ask("contribution", "太原", {
          coverage_year: 2023,
          identities,
        });
        const aids = values(result, "contribution.aid");
        if (result.status !== "answered" || aids.length === 0) return;
        const nets = values(result, "contribution.net").slice(-aids.length);
        for (const [at, aid] of aids.entries()) {
          expect(exact(aid).gte(0)).toBe(true);
          expect(exact(nets[at] ?? "").gte(0)).toBe(true);
          expect(
            exact(aid)
              .plus(nets[at] ?? "")
              .toFixed(2),
          ).toBe("350.00");
        }
      }),
      { numRuns: 400 },
    );
  });

  it("do not depend on the order in which identities are named", () => {
    fc.assert(
      fc.property(identities, (identities) => {
        if (contradicts(identities)) return;
        const nets = (list: string[]) =>
          values(
            ask("contribution", "太原", {
              coverage_year: 2023,
              identities: list,
            }),
            "contribution.net",
          ).sort();
        expect(nets([...identities].reverse())).toEqual(nets(identities));
      }),
      { numRuns: 200 },
    );
  });

  it("rise with the wage, to the 分", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (cents) => {
        const monthly = (more: number) =>
          values(
            ask("contribution", "舟山", {
              coverage_year: 2010,
              payer: "employer",
              average_monthly_wage: exact(cents + more)
                .div(100)
                .toFixed(2),
            }),
            "contribution.monthly",
          )[0] ?? "";
        // 5.5 % of the wage in 分, half up, in whole numbers.
        const expected = (BigInt(cents) * 55n * 2n + 1000n) / 2000n;
        expect(monthly(0)).toBe(exact(expected.toString()).div(100).toFixed(2));
        expect(exact(monthly(1)).gte(monthly(0))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

/** Names that the request reader refuses together: age groups that share no age. */
function contradicts(names: readonly string[]): boolean {
  const { tags } = identityOf(knowledge.vocabulary, names);
  return tags.has("60岁以上老年人") && tags.has("未成年人");
}

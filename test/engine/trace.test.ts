import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact, moneyText } from "../../engine/decimal.js";
import { evaluate, replay } from "../../engine/replay.js";
import { amount, ratio, Trace } from "../../engine/trace.js";

/** Amounts in 分 up to ten hundred million 元. */
const fen = fc.integer({ min: 0, max: 99_999_999_999 });
const percent = fc.integer({ min: 0, max: 1000 });
const yuan = (cents: number) => exact(cents).div(100).toFixed(2);

/** round half up of cents × permille / 1000, in whole numbers. */
function halfUp(cents: number, permille: number): bigint {
  return (BigInt(cents) * BigInt(permille) * 2n + 1000n) / 2000n;
}

describe("a settled payment", () => {
  it("is the exact product, rounded half up to 分", () => {
    fc.assert(
      fc.property(fen, percent, (cents, permille) => {
        const trace = new Trace();
        const part = ratio(exact(permille).div(1000), [0]);
        const computed = trace.times("按比例", amount(yuan(cents), [0]), part);
        const paid = trace.settle("支付", computed);
        expect(moneyText(paid.value)).toBe(
          exact(halfUp(cents, permille).toString()).div(100).toFixed(2),
        );
        expect(replay(trace.steps)).toEqual([]);
      }),
    );
  });

  it("is never negative and never above a limit, and the trace replays", () => {
    fc.assert(
      fc.property(fen, fen, fen, (a, b, limit) => {
        const trace = new Trace();
        const rest = trace.minus("余额", amount(yuan(a)), amount(yuan(b)));
        const paid = trace.settle("支付", rest, [amount(yuan(limit))]);
        expect(paid.value.gte(0)).toBe(true);
        expect(paid.value.lte(exact(limit).div(100))).toBe(true);
        expect(replay(trace.steps)).toEqual([]);
      }),
    );
  });
});

describe("replaying", () => {
  it.each([
    ["350 × 80%", "280"],
    ["350 − 280", "70"],
    ["max(100 − 500, 0)", "0"],
    ["min(67.8975, 50, 230)", "50"],
    ["(3000 − 500) × 50%", "1250"],
    ["1 + 2 × 3 ÷ 4", "2.5"],
  ])("%s = %s", (expression, value) => {
    expect(evaluate(expression).toFixed()).toBe(value);
  });

  it("finds a step whose value is not that of its expression", () => {
    const step = { label: "", unit: "元", citations: [0] };
    expect(
      replay([
        { ...step, expression: "350 × 80%", value: "280.00" },
        { ...step, expression: "18.7 × 45%", value: "8.41" },
      ]),
    ).toEqual([
      { step: 1, expression: "18.7 × 45%", stated: "8.41", replayed: "8.415" },
    ]);
  });

  it.each(["1 +", "1 2", "foo(1)", "", "(1"])("refuses “%s”", (expression) => {
    expect(() => evaluate(expression)).toThrow(SyntaxError);
  });
});

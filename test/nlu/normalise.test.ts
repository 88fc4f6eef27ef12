import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "../../nlu/normalise.js";

describe("normalise", () => {
  it.each([
    ["１２３４．５６％", "1234.56%"],
    ["ＡＢＣ３Ｗ：￥", "abc3w:¥"],
    ["醫療保險報銷費用幾萬塊錢", "医疗保险报销费用几万块钱"],
    ["兩歲，殘疾，臺灣", "两岁，残疾，台湾"],
    ["a\u200bb\tc\nd\u3000e\ufefff", "a b c d e f"],
    [
      "不是低保，也没残疾；就普通人（真的）。",
      "不是低保，也没残疾；就普通人（真的）。",
    ],
    ["2022—2023", "2022—2023"],
    ["乾县", "乾县"],
    ["", ""],
  ])("%j becomes %j", (typed, plain) => {
    expect(normalise(typed)).toBe(plain);
  });

  it("keeps the length and changes nothing the second time, for any text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.string({ unit: "grapheme" }),
        ),
        (text) => {
          const plain = normalise(text);
          expect(plain).toHaveLength(text.length);
          expect(normalise(plain)).toBe(plain);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("copes with long texts", () => {
    expect(normalise("醫１😀".repeat(5000))).toBe("医1😀".repeat(5000));
  });
});

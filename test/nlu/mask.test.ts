import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPersonalNumbers, maskPersonalNumbers } from "../../nlu/mask.js";

const masked = [
  "身份证是110101199003078515能查吗",
  "身份证11010119900307851X",
  "证件 110101 19900307 8515",
  "证件110101-19900307-851x",
  "老证110101900307851",
  "打13912345678",
  "打139-1234-5678",
  "打139 1234 5678谢谢",
  "打１３９１２３４５６７８",
  "打+8613912345678",
  "打+86 139 1234 5678",
  "打1 3 9 1 2 3 4 5 6 7 8",
  "卡号6217001234567890123",
  "卡号6217 0012 3456 7890 123",
  "卡号6217-0012-3456-7890",
  "卡号６２１７００１２３４５６７８９０",
  "卡号622202 1234567890123",
  "打一三九一二三四五六七八",
  "1101011990030785151391234567862170012345678",
];

const kept = [
  "从2022-09-01至2022-12-20",
  "从2022-09-01 2022-12-20",
  "2022-09-01-2022-12-20",
  "2022.9.1-2022.12.20办的",
  "花了12000元，又花了35000元",
  "甲类120 乙类80 丙类35",
  "三笔分别是12000 35000 48000",
  "总费用1,234,567.89元",
  "晋医保发〔2021〕13号",
  "打12393和12345",
  "座机0351-7731234",
  "流水20220901120000",
  "350 380 400",
  "二〇二二年九月一日",
];

describe("maskPersonalNumbers", () => {
  it.each(masked)("leaves no digit of %s", (text) => {
    const result = maskPersonalNumbers(text);
    expect(result).toHaveLength(text.length);
    expect(result.replace("+86", "")).not.toMatch(
      /[0-9０-９xX]|[一三五六七八]{3}/,
    );
  });

  it.each(kept)("leaves %s as it is", (text) => {
    expect(maskPersonalNumbers(text)).toBe(text);
  });

  it("masks several numbers in one message and nothing between them", () => {
    expect(
      maskPersonalNumbers("我13912345678，花了3500元，卡6217001234567890"),
    ).toBe("我***********，花了3500元，卡****************");
  });

  it("finds ordered spans, keeps the length and is done after one pass, for any text", () => {
    const anything = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({
        unit: fc.constantFrom(..."0123456789０９xX -—.·一幺零元年"),
        maxLength: 80,
      }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const spans = findPersonalNumbers(text).flat();
        expect([...spans].sort((a, b) => a - b)).toEqual(spans);
        expect(maskPersonalNumbers(text)).toHaveLength(text.length);
      }),
    );
  });
});

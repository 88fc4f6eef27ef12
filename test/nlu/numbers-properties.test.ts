import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDate, isMonth } from "../../knowledge/dates.js";
import { readNumbers } from "../../nlu/numbers/index.js";
import type { Reading } from "../../nlu/numbers/reading.js";

/** No exponent, no leading or trailing zeros, no sign. */
const DECIMAL = /^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;
const DURATION = /^PT?(?:\d+(?:\.\d+)?[YMWDH]){1,2}$/;
const RANGE_DASH = "–";

/** Characters of which every reader has something to say. */
const ALPHABET =
  "0123456789０９一二三四五六七八九十百千万亿两半几多来余数零〇壹伍上大近过约好廿俩元块毛角分钱整%％成折点之年月日号天周岁个人次第学期至到-—~.,，。、：:/ ()〔〕wk今去前后明本当届级档报花付交满出生内前w年年月万块".split(
    "",
  );

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc
    .array(fc.constantFrom(...ALPHABET), { maxLength: 40 })
    .map((chars) => chars.join("")),
);
const anyDay = fc.oneof(
  fc.constantFrom("2022-10-08", "2024-02-29", "0001-01-01", "9999-12-31"),
  fc
    .record({
      year: fc.integer({ min: 1000, max: 2100 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    .map(
      ({ year, month, day }) =>
        `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
    ),
);

/** Whether a value is written as its kind is. */
function isCanonical({ kind, value }: Reading): boolean {
  switch (kind) {
    case "amount":
    case "ratio":
    case "points":
    case "count":
    case "ordinal":
      return isQuantity(value);
    case "age":
      return isQuantity(value.replace(/^(?:days|months)=/, ""));
    case "year":
    case "cohort":
      return /^y=\d{4}$/.test(value);
    case "month":
      return isMonth(known(value.slice(2)));
    case "date":
      return isDate(known(value.slice(2)));
    case "range":
    case "school_year":
      return (
        value.startsWith("r=") && known(value.slice(2)).split(",").every(isDate)
      );
    case "period":
      return (
        value.startsWith("d=") &&
        value
          .slice(2)
          .split(RANGE_DASH)
          .every((one) => DURATION.test(one))
      );
  }
}

function isQuantity(value: string): boolean {
  const ends = value.split(RANGE_DASH);
  return ends.length <= 2 && ends.every((end) => DECIMAL.test(end));
}

/** The fen of an amount with at most two decimals. */
function fenOf(value: string): bigint {
  const [yuan = "", fen = ""] = value.split(".");
  return BigInt(yuan + fen.padEnd(2, "0"));
}

/** A leap year for a year that was not said. */
function known(value: string): string {
  return value.replaceAll("XXXX", "2000");
}

describe("for any text on any day", () => {
  it("spans are in order, inside the text, and hold the text of the reading", () => {
    fc.assert(
      fc.property(anyText, anyDay, (text, on) => {
        let free = 0;
        for (const { span, text: typed } of readNumbers(text, on)) {
          expect(span[0]).toBeGreaterThanOrEqual(free);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(span[1]).toBeLessThanOrEqual(text.length);
          expect(typed).toBe(text.slice(...span));
          free = span[1];
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("values are canonical decimals, days and durations", () => {
    fc.assert(
      fc.property(anyText, anyDay, (text, on) => {
        for (const reading of readNumbers(text, on)) {
          expect(isCanonical(reading), JSON.stringify(reading)).toBe(true);
          const { from, to, low, high } = reading;
          for (const day of [from, to])
            if (day !== undefined) expect(isDate(day), day).toBe(true);
          for (const end of [low, high])
            if (end !== undefined) expect(end).toMatch(DECIMAL);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("full-width and traditional writing change nothing but the text", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.integer({ min: 0, max: 99 }),
        (yuan, fen) => {
          const typed = `${yuan}.${String(fen).padStart(2, "0")}`;
          const wide = [...typed]
            .map((char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
            .join("");
          const values = [
            `花了${typed}元`,
            `花了${wide}元`,
            `花了${wide}圓`,
          ].map((text) =>
            readNumbers(text, "2022-10-08").map(({ value }) => value),
          );
          expect(values[1]).toEqual(values[0]);
          expect(values[2]).toEqual(values[0]);
          expect(values[0]).toHaveLength(1);
          expect(fenOf(values[0]?.[0] ?? "")).toBe(BigInt(yuan * 100 + fen));
        },
      ),
      { numRuns: 200 },
    );
  });

  it("reads school years at either end of the calendar", () => {
    for (const on of ["0001-01-01", "9999-12-31"])
      for (const text of ["本学年", "上学年", "下学年", "9999学年"])
        expect(() => readNumbers(text, on)).not.toThrow();
  });

  it("reads a long text of the worst kind", () => {
    for (const unit of [
      "1块",
      "一",
      "零",
      "2022年9月至",
      "百分之",
      "1-",
      "几",
    ]) {
      const text = unit.repeat(2000).slice(0, 2000);
      expect(() => readNumbers(text, "2022-10-08")).not.toThrow();
    }
  });
});

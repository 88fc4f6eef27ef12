import fc from "fast-check";
import { expect, test } from "vitest";
import { callNote } from "../../bot/phrasing/call-note.js";
import { expressionText } from "../../bot/phrasing/format.js";
import { comparison } from "../../bot/phrasing/comparison.js";
import { SMS_LENGTH, smsParts } from "../../bot/phrasing/sms.js";
import { initialState, step } from "../../bot/dialogue/step.js";
import type { Answer } from "../../bot/answer.js";
import { loadKnowledge } from "../../knowledge/load.js";

const knowledge = loadKnowledge();
const on = "2022-10-08";
const ask = (text: string): Answer =>
  step(initialState(), { text }, { knowledge, on }).answer;

test("whatever the sentences, no message is too long and no character is lost", () => {
  const sentence = fc
    .array(fc.constantFrom(..."医保交70.5元，每人每年；350%、（并）27号。a"))
    .map((all) => all.join(""));
  fc.assert(
    fc.property(fc.array(sentence), (sentences) => {
      const parts = smsParts(sentences);
      for (const part of parts)
        expect(part.length).toBeLessThanOrEqual(SMS_LENGTH);
      const told =
        parts.length > 1
          ? parts.map((part) => part.replace(/^\(\d+\/\d+\)/, ""))
          : parts;
      expect(told.join("")).toBe(sentences.join(""));
    }),
  );
});

test("a comparison marks the rows that differ, and only those", () => {
  const rows = comparison([
    ask("太原低保户2023年要交多少钱"),
    ask("太原重度残疾2023年要交多少钱"),
  ]);
  const row = (label: string) => rows.find((one) => one.label === label);
  expect(row("地区")?.differs).toBe(false);
  expect(row("个人实缴")).toEqual({
    label: "个人实缴",
    cells: ["70元", "0元"],
    differs: true,
  });
  expect(row("个人缴费标准")?.differs).toBe(false);
});

test("what only one scenario has differs", () => {
  const rows = comparison([
    ask("太原低保户2023年要交多少钱"),
    ask("新疆居民医保交多少"),
  ]);
  expect(rows.find(({ label }) => label === "个人实缴")).toMatchObject({
    cells: ["70元", ""],
    differs: true,
  });
});

test("the note tells time, question, facts, day, conditions, answer, clauses and number of each question", () => {
  const entry = {
    id: "a1b2c3",
    time: "2022-10-08 10:00",
    on,
    said: ["太原低保户2023年要交多少钱", "城乡低保"],
    answer: ask("太原低保户2023年要交多少钱"),
  };
  const note = callNote([entry, { ...entry, id: "d4e5f6" }], []);
  for (const part of [
    entry.time,
    ...entry.said,
    on,
    "太原市、2023年度",
    "70元",
    "并医保发〔2022〕27号一（三）1",
    "a1b2c3",
    "d4e5f6",
  ])
    expect(note).toContain(part);
});

test("what a total alone may come to is bounded while its eligible part is asked for", () => {
  const { status, range } = ask("太原乡镇卫生院看病一共花了3.5万能报多少");
  expect(status).toBe("needs_info");
  expect(range).toEqual([
    {
      key: "outpatient.fund",
      from: "0.00",
      to: "50.00",
      depends_on: ["eligible"],
    },
  ]);
});

test.each([
  ["80 × 80%", "80 × 80%"],
  ["min(64, 50, 250)", "64、50、250取最小"],
  ["min(3000, 5000) − 500", "（3000、5000取最小） − 500"],
  ["max((8000 − 500) × 50%, 0)", "(8000 − 500) × 50%、0取最大"],
  ["min(max(3, 2), 6)", "（3、2取最大）、6取最小"],
])("the formula %s reads %s", (formula, words) => {
  expect(expressionText(formula)).toBe(words);
});

/** Every term is explained in short, however its meaning is asked, and shown in a sentence that is held. */
import { expect, test } from "vitest";
import { initialState, step } from "../../bot/dialogue/step.js";
import { loadKnowledge } from "../../knowledge/load.js";

const knowledge = loadKnowledge();
const terms = Object.entries(knowledge.vocabulary.file.terms);
const sentences = [...knowledge.notices.values()]
  .filter(({ kind }) => kind !== "commentary" && kind !== "interpretation")
  .flatMap(({ clauses }) => clauses.map(({ text }) => text));
const ask = (text: string) =>
  step(initialState(), { text }, { knowledge, on: "2023-03-15" }).answer;

test("there are about thirty or more, none longer than 40 characters", () => {
  expect(terms.length).toBeGreaterThanOrEqual(30);
  const long = terms.filter(([, { means }]) => [...means].length > 40);
  expect(long).toEqual([]);
});

test("what shows their use stands in a notice", () => {
  const lost = terms.filter(
    ([, { use }]) =>
      use !== undefined && !sentences.some((text) => text.includes(use)),
  );
  expect(lost).toEqual([]);
});

test.each([
  "X是什么意思",
  "啥是X",
  "X指啥",
  "X看不懂",
  "X说简单点",
  "什么叫X",
  "太原X是什么意思",
  "重庆的X啥意思",
  "解释一下X",
])("%s", (way) => {
  for (const [term] of terms) {
    const { intent, text, figures, parts } = ask(way.replace("X", term));
    expect([term, intent]).toEqual([term, "term"]);
    expect(text).toContain("名词解释，不是文件规定");
    expect(figures.length + parts.length).toBe(0);
  }
});

test.each([
  ["大病起付线看不懂，重庆是多少", "catastrophic"],
  ["太原起付线是多少", "outpatient"],
  ["太原低保对象和特困人员哪个交的少", "contribution"],
])("%s asks for more than a meaning", (text, intent) => {
  expect(ask(text).intent).toBe(intent);
});

/** Several diseases in one question: each is answered. */
import { expect, test } from "vitest";
import { initialState, step } from "../../bot/dialogue/step.js";
import { loadKnowledge } from "../../knowledge/load.js";

const knowledge = loadKnowledge();

test.each([
  "太原糖尿病有并发症的，一个月报多少，要不要起付线，高血压呢",
  "太原糖尿病并发症居民一个月多少，透析呢",
])("%s", (text) => {
  const world = { knowledge, on: "2023-03-01" };
  const { answer } = step(initialState(), { text }, world);
  expect(answer.parts).toHaveLength(2);
  expect(answer.figures.map(({ value }) => value)).toContain("300.00");
});

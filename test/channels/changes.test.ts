/** What may be changed in an answer by tapping: every offer is answered for the value that it names. */
import { describe, expect, test } from "vitest";
import { changesOf } from "../../bot/dialogue/changes.js";
import { initialState, step } from "../../bot/dialogue/step.js";
import { loadKnowledge } from "../../knowledge/load.js";

const world = { knowledge: loadKnowledge(), on: "2022-10-08" };

function offers(...texts: string[]) {
  let state = initialState();
  let answer;
  for (const text of texts) ({ state, answer } = step(state, { text }, world));
  const changes = answer ? changesOf(state, answer, world) : [];
  const of = (slot: string): string[] =>
    changes
      .filter((one) => one.slot === slot)
      .flatMap(({ choices }) => choices.map(({ say }) => say));
  return { state, changes, of };
}

describe("changes", () => {
  test("the other tier, year and place of a contribution are offered", () => {
    const { of } = offers("重庆2023年度一档要交多少钱");
    expect(of("tier")).toEqual(["那二档呢"]);
    expect(of("year")).toContain("那2022年呢");
    expect(of("jurisdiction")).toContain("那太原呢");
  });

  test.each([
    "太原低保户2023年要交多少钱",
    "重庆2023年度一档和二档各交多少钱",
    "太原2022年财政补助每人多少钱",
    "太原普通门诊一年最多报多少",
  ])("each offer after %s is answered with a figure and its clause", (text) => {
    const { state, changes } = offers(text);
    expect(changes).not.toEqual([]);
    for (const { slot, choices } of changes)
      for (const { say, label } of choices) {
        const { answer } = step(state, { text: say }, world);
        if (/（没有(规定|收录)）$/.test(label)) {
          expect(["jurisdiction", "year"]).toContain(slot);
          expect(answer.figures).toEqual([]);
          continue;
        }
        expect([say, answer.status]).toEqual([say, "answered"]);
        expect(answer.citations).not.toEqual([]);
      }
  });

  test("the place and the year of an aided person can be changed, too", () => {
    const { of } = offers("太原低保户2023年要交多少钱");
    expect(of("jurisdiction")).toContain("那重庆呢");
    expect(of("year")).toContain("那2022年呢");
    expect(of("identity").length).toBeGreaterThan(3);
  });

  test("nothing is offered beside a question back or a refusal", () => {
    expect(offers("要交多少钱").changes).toEqual([]);
    expect(offers("今天天气怎么样").changes).toEqual([]);
  });
});

/** What is offered beside a matter that the notices leave open leads to their words. */
import { expect, test } from "vitest";
import { initialState, step } from "../../bot/dialogue/step.js";
import { loadKnowledge } from "../../knowledge/load.js";

const knowledge = loadKnowledge();

test("every statement of a place that a matter points to is found by its name", () => {
  const lost: string[] = [];
  for (const { id, name, unnamed } of knowledge.jurisdictions.all.values())
    for (const topic of new Set(
      [...knowledge.matters.values()].flatMap(({ topics }) => topics),
    )) {
      const label = knowledge.vocabulary.file.topics[topic]?.label;
      const [first] = knowledge.provisions(id, topic);
      if (!label || !first || unnamed) continue;
      const on =
        first.period.from > "2023-03-15" ? first.period.from : "2023-03-15";
      const day = first.trusted_to < on ? first.trusted_to : on;
      const text = `${name}${label}`;
      const { answer } = step(initialState(), { text }, { knowledge, on: day });
      if (answer.citations.length === 0) lost.push(text);
    }
  expect(lost).toEqual([]);
});

test.each([
  "小孩没满半岁能跟着爸妈上医保吗",
  "离职以后医保要怎么弄",
  "农合和职工医保能不能一起交",
])("%s is offered once more with a place", (text) => {
  const world = { knowledge, on: "2023-03-15" };
  const { answer } = step(initialState(), { text }, world);
  expect(answer.figures).toEqual([]);
  for (const again of answer.suggestions) {
    const next = step(initialState(), { text: again }, world).answer;
    expect(next.scope).not.toBe("other");
  }
  expect(answer.suggestions.length).toBeGreaterThan(0);
});

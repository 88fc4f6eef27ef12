import { describe, expect, it } from "vitest";
import type { Answer } from "../../bot/answer.js";
import { initialState, step } from "../../bot/dialogue/step.js";
import { answerFaults, personalFaults } from "../../bot/scripts/invariants.js";
import { loadKnowledge } from "../../knowledge/load.js";

const knowledge = loadKnowledge();
const said = "太原低保户2023年要交多少钱";
const good = step(
  initialState(),
  { text: said },
  { knowledge, on: "2022-10-08" },
).answer;
const faults = (changed: Partial<Answer>): string[] =>
  answerFaults({ ...good, ...changed }, knowledge, said);

describe("what holds for every answer", () => {
  it("holds for a computed answer", () => {
    expect(good.status).toBe("answered");
    expect(good.steps.length).toBeGreaterThan(0);
    expect(faults({})).toEqual([]);
  });

  it("finds what does not hold", () => {
    const [citation] = good.citations;
    const [figure] = good.figures;
    if (!citation || !figure) throw new Error("no citation, no figure");
    const changes: Partial<Answer>[] = [
      { status: "not_held" },
      { status: "out_of_scope" },
      { scope: "other" },
      { missing: ["tier"] },
      { text: "" },
      { text: `（您没有说年度。）\n${good.text}` },
      { text: `${good.text}大概如此。` },
      { text: good.text.replace(/[^\n]*结算为准。/, "") },
      { text: `另外还有88元。\n${good.text}` },
      { text: `${good.text}\n身份证110101199003078515` },
      { citations: [{ ...citation, quote: "资助281元" }] },
      { citations: [{ ...citation, clause: "一（三）9" }] },
      { figures: [{ ...figure, value: "71.00", citations: [] }] },
      { figures: [{ ...figure, citations: [99] }] },
      { steps: good.steps.map((one) => ({ ...one, citations: [] })) },
      { parts: [{ ...good, missing: ["tier"] }] },
    ];
    for (const change of changes)
      expect(faults(change), JSON.stringify(change)).not.toEqual([]);
  });

  it("finds personal numbers anywhere in a record", () => {
    expect(personalFaults({ a: [{ b: "电话13800138000" }] }, "")).not.toEqual(
      [],
    );
    expect(personalFaults({ a: ["2023-01-01", 12393, null] }, "")).toEqual([]);
  });
});

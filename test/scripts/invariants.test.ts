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
    const [figure] = good.figures;
    if (!figure) throw new Error("no figure");
    const quoting = (changed: object): Partial<Answer> => ({
      citations: good.citations.map((one) => ({ ...one, ...changed })),
    });
    const changes: [Partial<Answer>, RegExp][] = [
      [{ status: "not_held", steps: [] }, /不应有金额/],
      [{ status: "not_held", figures: [] }, /不应有计算步骤/],
      [{ status: "out_of_scope" }, /不应引文件/],
      [{ scope: "other" }, /拒答类别/],
      [{ missing: ["tier"] }, /不应还缺/],
      [{ text: "" }, /没有正文/],
      [{ text: `（您没有说年度。）\n${good.text}` }, /没有先说结论/],
      [{ text: `${good.text}大概如此。` }, /大概/],
      [{ text: good.text.replace(/[^\n]*结算为准。/, "") }, /收尾/],
      [{ text: `另外还有88元。\n${good.text}` }, /88 没有出处/],
      [{ text: `${good.text}\n身份证110101199003078515` }, /身份证/],
      [quoting({ quote: "资助281元" }), /引文不是/],
      [quoting({ clause: "一（三）9" }), /引的条款不存在/],
      [{ figures: [{ ...figure, value: "71.00", citations: [] }] }, /没有依据/],
      [{ figures: [{ ...figure, citations: [99] }] }, /依据不存在/],
      [
        { steps: good.steps.map((one) => ({ ...one, citations: [] })) },
        /没有依据/,
      ],
      [{ parts: [{ ...good, missing: ["tier"] }] }, /不应还缺/],
    ];
    for (const [change, found] of changes)
      expect(faults(change).join("\n"), JSON.stringify(change)).toMatch(found);
  });

  it("finds personal numbers anywhere in a record", () => {
    expect(personalFaults({ a: [{ b: "电话13800138000" }] }, "")).not.toEqual(
      [],
    );
    expect(personalFaults({ a: ["2023-01-01", 12393, null] }, "")).toEqual([]);
  });
});

/** A dialogue that breaks a rule of every turn is found out, whatever its script expects. */
import { expect, it } from "vitest";
import type { Answer } from "../../bot/answer.js";
import { type State, step, type Turn } from "../../bot/dialogue/step.js";
import { ScriptNames } from "../../bot/scripts/naming.js";
import { play } from "../../bot/scripts/play.js";
import { readScripts } from "../../bot/scripts/read.js";
import { loadKnowledge } from "../../knowledge/load.js";

const knowledge = loadKnowledge();
const names = new ScriptNames(knowledge);
const world = { knowledge, names, today: "2022-10-08" };
const read = readScripts(
  "问答:\n  - 用户: 太原低保户2023年要交多少钱\n  - 用户: 那重度残疾呢\n",
  "a.yaml",
  names,
);
const [script] = read.kind === "scripts" ? read.scripts : [];
if (!script) throw new Error("the script cannot be read");

const broken = (change: (turn: Turn) => Turn): string[] =>
  play(script, world, (...turn) => change(step(...turn))).flatMap(
    (turn) => turn.broken,
  );
const answer = (turn: Turn, changed: Partial<Answer>): Turn => ({
  ...turn,
  answer: { ...turn.answer, ...changed },
});
const state = (turn: Turn, more: object): Turn => ({
  ...turn,
  state: { ...turn.state, ...more } as State,
});

it("finds nothing in the dialogue as it is", () => {
  expect(broken((turn) => turn)).toEqual([]);
});

let count = 0;
const CHANGES: Readonly<Record<string, [(turn: Turn) => Turn, RegExp]>> = {
  "a number without a source": [
    (turn) => answer(turn, { text: `另外还有88元。\n${turn.answer.text}` }),
    /88 没有出处/,
  ],
  "a ratio without a source": [
    (turn) => answer(turn, { text: `${turn.answer.text}\n最多87%。` }),
    /87 没有出处/,
  ],
  "an answer without a clause": [
    (turn) =>
      answer(turn, {
        citations: [],
        figures: turn.answer.figures.map((one) => ({ ...one, citations: [] })),
        steps: turn.answer.steps.map((one) => ({ ...one, citations: [] })),
      }),
    /已回答而没有依据/,
  ],
  "a step without a clause": [
    (turn) =>
      answer(turn, {
        steps: turn.answer.steps.map((one) => ({
          ...one,
          expression: "1 + 1",
          citations: [],
        })),
      }),
    /计算步骤.*没有依据/,
  ],
  "other bytes for the same words": [
    (turn) => answer(turn, { text: `${turn.answer.text}\n第${++count}次` }),
    /再说一次.*不一样/,
  ],
  "a state that JSON does not keep": [
    (turn) => state(turn, { seen: new Set(["太原"]) }),
    /存下再读出来不一样/,
  ],
  "a personal number in the state": [
    (turn) => state(turn, { words: "我的电话13800138000" }),
    /对话的记录里/,
  ],
  "a personal number in the answer": [
    (turn) => answer(turn, { text: `${turn.answer.text}\n13800138000` }),
    /回答里/,
  ],
  "a suggestion that is not understood": [
    (turn) => answer(turn, { suggestions: ["天地玄黄宇宙洪荒"] }),
    /没有被听懂/,
  ],
};
for (const [what, [change, found]] of Object.entries(CHANGES))
  it(`finds ${what}`, () => {
    expect(broken(change).join("\n")).toMatch(found);
  });

it("finds a program that fails", () => {
  const fail = (): Turn => {
    throw new Error("内部错误");
  };
  expect(broken(fail)).toEqual(Array(2).fill("程序出错：内部错误"));
});

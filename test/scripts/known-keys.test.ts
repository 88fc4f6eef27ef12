/** Whatever an answer carries can be written in a script: keys, slots, intents. */
import { expect, it } from "vitest";
import { initialState, step } from "../../bot/dialogue/step.js";
import { ScriptNames } from "../../bot/scripts/naming.js";
import { BENEFIT_LABELS } from "../../engine/request.js";
import { loadKnowledge } from "../../knowledge/load.js";
import { labelledQuestions } from "../eval/questions.mjs";
import { unknownIn } from "./unknown-words.js";

const knowledge = loadKnowledge();
const names = new ScriptNames(knowledge);

it("the labelled questions bring no word that scripts do not know", () => {
  const questions: readonly { text: string; on: string }[] =
    labelledQuestions();
  const unknown = questions.flatMap(({ text, on }) =>
    unknownIn(step(initialState(), { text }, { knowledge, on }).answer, names),
  );
  expect([...new Set(unknown)]).toEqual([]);
});

it("every benefit may differ between two cases, and every payer may aid", () => {
  for (const benefit of Object.keys(BENEFIT_LABELS))
    expect(names.figures.id(`${benefit}.difference`)).toBeDefined();
  for (const payer of ["city", "county"])
    expect(names.figures.id(`contribution.aid.${payer}`)).toBeDefined();
});

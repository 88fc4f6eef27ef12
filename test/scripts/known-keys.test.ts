/** Whatever an answer carries can be written in a script: keys, slots, intents. */
import { expect, it } from "vitest";
import { initialState, step } from "../../bot/dialogue/step.js";
import { scriptFiles } from "../../bot/scripts/files.js";
import { ScriptNames } from "../../bot/scripts/naming.js";
import { play } from "../../bot/scripts/play.js";
import { readScripts } from "../../bot/scripts/read.js";
import type { Answer } from "../../bot/answer.js";
import { BENEFIT_LABELS } from "../../engine/request.js";
import { loadKnowledge } from "../../knowledge/load.js";
import { labelledQuestions } from "../eval/questions.mjs";

const knowledge = loadKnowledge();
const names = new ScriptNames(knowledge);

function unknownIn(answer: Answer): string[] {
  return [
    ...[...answer.figures, ...answer.reference].flatMap(({ key }) =>
      names.figures.id(key) === undefined ? [`figure ${key}`] : [],
    ),
    ...[
      ...answer.missing,
      ...answer.conditions.map(({ slot }) => slot),
    ].flatMap((slot) =>
      names.slots.id(slot) === undefined ? [`slot ${slot}`] : [],
    ),
    ...(names.intents.id(answer.intent) === undefined
      ? [`intent ${answer.intent}`]
      : []),
    ...answer.parts.flatMap(unknownIn),
  ];
}

it("the labelled questions bring no word that scripts do not know", () => {
  const questions: readonly { text: string; on: string }[] =
    labelledQuestions();
  const unknown = questions.flatMap(({ text, on }) =>
    unknownIn(step(initialState(), { text }, { knowledge, on }).answer),
  );
  expect([...new Set(unknown)]).toEqual([]);
});

it("our conversations bring none either", () => {
  const { files } = scriptFiles([
    new URL("../conversations", import.meta.url).pathname,
  ]);
  const unknown = files.flatMap(({ path, text }) => {
    const read = readScripts(text, path, names);
    if (read.kind === "faults") return read.faults.map(String);
    return read.scripts
      .flatMap((script) =>
        play(script, { knowledge, names, today: "2023-03-15" }),
      )
      .flatMap(({ answer }) => unknownIn(answer));
  });
  expect([...new Set(unknown)]).toEqual([]);
}, 180_000);

it("every benefit may differ between two cases, and every payer may aid", () => {
  for (const benefit of Object.keys(BENEFIT_LABELS))
    expect(names.figures.id(`${benefit}.difference`)).toBeDefined();
  for (const payer of ["city", "county"])
    expect(names.figures.id(`contribution.aid.${payer}`)).toBeDefined();
});

/**
 * Measures understanding on the labelled questions, and shows what each real
 * question got where ../shared/questions/real.jsonl is there. Needs the build.
 */
import { existsSync, readFileSync } from "node:fs";
import { initialState, step } from "../../dist/bot/dialogue/step.js";
import { loadKnowledge } from "../../dist/knowledge/load.js";
import { judge } from "./judge.mjs";
import { labelledQuestions } from "./questions.mjs";
import { realReport, report } from "./report.mjs";

const REAL = new URL("../../../shared/questions/real.jsonl", import.meta.url);
/** The day on which the real questions are asked. */
const REAL_ON = "2023-03-15";

const knowledge = loadKnowledge();
const ask = (text, on) =>
  step(initialState(), { text }, { knowledge, on }).answer;

const results = labelledQuestions().map((question) =>
  judge(question, ask(question.text, question.on)),
);
process.stdout.write(`${report(results)}\n`);
if (existsSync(REAL)) {
  const answers = readFileSync(REAL, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const { q, topic } = JSON.parse(line);
      return { text: q, topic, answer: ask(q, REAL_ON) };
    });
  process.stdout.write(`\n${realReport(answers)}\n`);
}

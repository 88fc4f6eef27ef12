/** The labelled questions stay apart from what the program was built with. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { labelledQuestions } from "./questions.mjs";

const questions: readonly { text: string; on: string }[] = labelledQuestions();

test("there are at least 300, each asked once", () => {
  const asked = questions.map(({ text, on }) => `${on} ${text}`);
  expect(asked.length).toBeGreaterThanOrEqual(300);
  expect(new Set(asked).size).toBe(asked.length);
});

test("none is an example of the vocabulary", () => {
  const words = readFileSync("knowledge/words.yaml", "utf8");
  const taken = questions.filter(
    ({ text }) => text.length > 6 && words.includes(text),
  );
  expect(taken).toEqual([]);
});

test("none stands in a conversation script", () => {
  const scripts = readdirSync("test/conversations", {
    recursive: true,
    encoding: "utf8",
  })
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => readFileSync(join("test/conversations", file), "utf8"))
    .join("\n");
  const said = new Set(
    [...scripts.matchAll(/^\s*- (?:用户|user): (.*)$/gm)].map(([, text]) =>
      text?.trim(),
    ),
  );
  const taken = questions
    .map(({ text }) => text)
    .filter((one) => said.has(one));
  // A bare phrase like 转人工 has only one wording.
  expect(taken.filter((text) => text.length > 8)).toEqual([]);
});

/** What no lint rule can see: numbers made of text, and floats, in the parts that compute exactly. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const PURE = ["engine", "nlu", "bot/dialogue", "bot/phrasing"];

const sources = PURE.flatMap((part) =>
  readdirSync(part, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
    .map((file) => join(part, file)),
);

/** The code without its comments and texts. */
function bare(code: string): string {
  return code
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""')
    .replace(/\/\/.*$/gm, "");
}

test.each(sources)("%s makes no floats", (file) => {
  const code = bare(readFileSync(file, "utf8"));
  expect(code).not.toMatch(/\bNumber\(/);
  expect(code).not.toMatch(/\bparseFloat\b/);
  expect(code).not.toMatch(/[^\w.$]\d+\.\d+\b/);
});

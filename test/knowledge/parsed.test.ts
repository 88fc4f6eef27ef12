import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtInFolder, readParsed } from "../../knowledge/files.js";
import { parseYaml, readYaml, textHash } from "../../knowledge/read.js";
import type { Problem } from "../../knowledge/problems.js";

const folder = builtInFolder();
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".yaml"),
);

test("what the build has parsed is what the text says", () => {
  const parsed = readParsed();
  expect(files.length).toBeGreaterThan(0);
  for (const name of files) {
    const text = readFileSync(join(folder, name), "utf8");
    const { value, problems } = parseYaml(text, name);
    expect(problems, name).toEqual([]);
    expect(JSON.parse(parsed[textHash(text)] ?? "null"), name).toEqual(value);
  }
});

test("a text that was changed after the build is read anew, with its faults", () => {
  const problems: Problem[] = [];
  const name = "matters.yaml";
  const text = readFileSync(join(folder, name), "utf8");
  expect(readYaml(`${text}\nadded: x\n`, name, problems)).toMatchObject({
    added: "x",
  });
  expect(problems).toEqual([]);
  expect(readYaml(`${text}\n"open`, name, problems)).toBeUndefined();
  expect(problems[0]).toMatchObject({ file: name });
});

test("what is read twice is not shared", () => {
  const name = "courtesy.yaml";
  const text = readFileSync(join(folder, name), "utf8");
  const once = readYaml(text, name, []);
  expect(readYaml(text, name, [])).toEqual(once);
  expect(readYaml(text, name, [])).not.toBe(once);
});

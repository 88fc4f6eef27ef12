/** The rules that hold the arrows and the purity do refuse what they are there to refuse. */
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";

const run = promisify(execFile);
const oxlint = resolve("node_modules/oxlint/bin/oxlint");
const config = resolve(".oxlintrc.json");

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-lint-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The names of the rules that a file at this place offends. */
async function offended(file: string, code: string): Promise<string[]> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, code);
  // The configuration's globs count from the folder that it lies in.
  await copyFile(config, join(folder, ".oxlintrc.json"));
  const arguments_ = [oxlint, "--format", "json", file];
  const { stdout } = await run(process.execPath, arguments_, {
    cwd: folder,
  }).catch((error: { stdout: string }) => error);
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { code: string }[];
  };
  return diagnostics.map(({ code }) => code);
}

const imports = "eslint(no-restricted-imports)";
const globals = "eslint(no-restricted-globals)";
const properties = "eslint(no-restricted-properties)";

const importing = (from: string): string =>
  `import { x } from "${from}";\nexport const y = x;\n`;

test.each([
  ["engine/rules/a.ts", "../../nlu/mask.js"],
  ["engine/a.ts", "../bot/answer.js"],
  ["engine/a.ts", "node:fs"],
  ["nlu/a.ts", "../engine/result.js"],
  ["nlu/numbers/a.ts", "../../bot/answer.js"],
  ["knowledge/a.ts", "../engine/result.js"],
  ["knowledge/checks/a.ts", "../../nlu/mask.js"],
  ["bot/dialogue/a.ts", "../host/loop.js"],
  ["bot/dialogue/tasks/a.ts", "../../store/port.js"],
  ["bot/phrasing/a.ts", "../channels/greeting.js"],
  ["bot/phrasing/a.ts", "node:fs"],
  ["bot/dialogue/a.ts", "botbuilder-core"],
  ["bot/commands/a.ts", "botbuilder-core"],
  ["bot/store/a.ts", "botframework-schema"],
])("%s may not import %s", async (file, from) => {
  expect(await offended(file, importing(from))).toEqual([imports]);
});

test.each([
  ["engine/a.ts", "../knowledge/dates.js"],
  ["nlu/a.ts", "../knowledge/dates.js"],
  ["bot/dialogue/a.ts", "../../nlu/mask.js"],
  ["bot/phrasing/a.ts", "../../engine/result.js"],
  ["bot/host/a.ts", "botbuilder-core"],
])("%s may import %s", async (file, from) => {
  expect(await offended(file, importing(from))).toEqual([]);
});

const PURE = ["engine", "nlu", "knowledge", "bot/dialogue", "bot/phrasing"];

test.each(PURE)("%s has no clock, no float, no locale", async (part) => {
  const file = `${part}/a.ts`;
  const code = (expression: string): string =>
    `export const y = (t: string): unknown => [t, ${expression}];\n`;
  expect(await offended(file, code("new Date()"))).toEqual([globals]);
  expect(await offended(file, code("performance.now()"))).toEqual([globals]);
  expect(await offended(file, code("parseFloat(t)"))).toEqual([globals]);
  expect(await offended(file, code("Math.random()"))).toEqual([properties]);
  expect(await offended(file, code("t.localeCompare(t)"))).toEqual([
    properties,
  ]);
});

test("the host may have a clock", async () => {
  const code = "export const y = (): Date => new Date();\n";
  expect(await offended("bot/host/a.ts", code)).toEqual([]);
});

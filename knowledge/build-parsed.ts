/** Writes dist/knowledge/parsed.json: every YAML file of the built-in knowledge folder, parsed. Run by the build. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { builtInFolder, PARSED_FILE } from "./files.js";
import { parseYaml, textHash } from "./read.js";

const folder = builtInFolder();
const parsed: Record<string, string> = {};
for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
  if (!name.endsWith(".yaml")) continue;
  const text = readFileSync(join(folder, name), "utf8");
  // What does not parse is told with its place when it is loaded.
  const { value, problems } = parseYaml(text, name);
  if (problems.length === 0) parsed[textHash(text)] = JSON.stringify(value);
}
writeFileSync(
  join(dirname(fileURLToPath(import.meta.url)), PARSED_FILE),
  JSON.stringify(parsed),
);

/** The labelled questions: each with what its group states for all, checked for unknown keys. */
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";

const FOLDER = new URL("./questions/", import.meta.url);
const KEYS = new Set([
  "q",
  "on",
  "status",
  "intent",
  "scope",
  "place",
  "year",
  "values",
  "never",
  "caveats",
]);

const list = (value) =>
  value === undefined ? null : Array.isArray(value) ? value : [value];

/** Every question of every file, in the order of the files. */
export function labelledQuestions() {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .flatMap((name) =>
      parse(readFileSync(new URL(name, FOLDER), "utf8")).flatMap((group) =>
        group.questions.map((one) => labelled(group, one, name)),
      ),
    );
}

function labelled(group, own, file) {
  const { theme, ...shared } = group;
  delete shared.questions;
  const all = { status: "answered", ...shared, ...own };
  for (const key of Object.keys(all))
    if (!KEYS.has(key))
      throw new Error(`${file}，${own.q}：没有“${key}”这一项`);
  if (!all.on) throw new Error(`${file}，${own.q}：缺少 on`);
  return {
    text: String(all.q),
    theme,
    on: all.on,
    status: list(all.status),
    intent: list(all.intent),
    scope: list(all.scope),
    place: all.place,
    year: all.year,
    values: list(all.values)?.map(String) ?? [],
    never: list(all.never)?.map(String) ?? [],
    caveats: list(all.caveats) ?? [],
  };
}

/** The text of a script file → its conversations, or everything that is wrong with it. */
import type { Fault } from "./fault.js";
import type { Naming, ScriptNames } from "./naming.js";
import {
  conversation,
  type Conversation,
  type Expected,
  type Script,
} from "./script.js";
import { conversationShape, shaped } from "./shape.js";
import { isFaults, readTrees } from "./tree.js";
import { contradictions } from "./contradictions.js";
import { unknownWord, wrongValue } from "./wording.js";

export type ReadScripts =
  { kind: "scripts"; scripts: Script[] } | { kind: "faults"; faults: Fault[] };

/** Reads every conversation of a file. All faults are given at once, in order of their lines. */
export function readScripts(
  text: string,
  file: string,
  names: ScriptNames,
): ReadScripts {
  const trees = readTrees(text.replace(/^\uFEFF/, ""), file);
  if (isFaults(trees)) return { kind: "faults", faults: trees };
  const shape = conversationShape(names);
  const faults: Fault[] = [];
  const scripts: Script[] = [];
  for (const tree of trees) {
    const { value, lines, written, faults: found } = shaped(tree, shape);
    const lineOf = (path: readonly PropertyKey[]): number =>
      nearestLine(lines, path);
    const add = (path: readonly PropertyKey[], message: string): void => {
      faults.push({ file, line: lineOf(path), message });
    };
    for (const fault of found) faults.push({ file, ...fault });
    if (found.length > 0) continue;
    const result = conversation.safeParse(value);
    if (!result.success) {
      for (const issue of firstOfEach(result.error.issues))
        add(
          issue.path,
          wrongValue(
            issue,
            valueAt(value, issue.path),
            keyAt(written, issue.path),
          ),
        );
      continue;
    }
    resolve(result.data, names, add);
    result.data.turns.forEach(({ expect }, at) => {
      for (const { key, message } of expect
        ? contradictions(expect, names)
        : [])
        add(["turns", at, "expect", key], message);
    });
    scripts.push({
      ...result.data,
      file,
      line: tree.line,
      title: result.data.name ?? `第${tree.line}行的对话`,
      turnLines: result.data.turns.map((_, at) => lineOf(["turns", at])),
    });
  }
  if (trees.length === 0)
    faults.push({
      file,
      line: 1,
      message: "文件里没有对话，至少要写“问答”一项",
    });
  faults.sort((a, b) => a.line - b.line);
  return faults.length > 0
    ? { kind: "faults", faults }
    : { kind: "scripts", scripts };
}

type Add = (path: readonly PropertyKey[], message: string) => void;

/** Puts ids in the place of names, and tells the names that stand for nothing. */
function resolve(read: Conversation, names: ScriptNames, add: Add): void {
  const id = (word: string, naming: Naming, path: PropertyKey[]): string => {
    const found = naming.id(word);
    if (found === undefined) add(path, unknownWord(word, naming));
    return found ?? word;
  };
  if (read.place !== undefined) {
    if (names.places.id(read.place) === undefined)
      add(["place"], unknownWord(read.place, names.places, names.placesHeld));
    read.place = names.places.id(read.place) ?? read.place;
  }
  read.turns.forEach(({ expect }, at) => {
    if (!expect) return;
    const path = ["turns", at, "expect"];
    if (expect.status !== undefined)
      expect.status = id(expect.status, names.statuses, [...path, "status"]);
    if (expect.scope !== undefined)
      expect.scope = id(expect.scope, names.scopes, [...path, "scope"]);
    if (expect.intent !== undefined && !/^[a-z_.]+$/.test(expect.intent))
      expect.intent = id(expect.intent, names.intents, [...path, "intent"]);
    expect.caveats = expect.caveats.map((word, item) =>
      id(word, names.caveats, [...path, "caveats", item]),
    );
    expect.missing = expect.missing?.map((word, item) =>
      id(word, names.slots, [...path, "missing", item]),
    );
    resolveConditions(expect, names, path, add);
    resolveNotices(expect, names, path, add);
  });
}

function resolveConditions(
  { conditions }: Expected,
  names: ScriptNames,
  path: PropertyKey[],
  add: Add,
): void {
  for (const [slot, values] of Object.entries(conditions))
    conditions[slot] = values.map((word) => {
      const here = [...path, "conditions", slot];
      if (slot === "jurisdiction" && names.places.id(word) === undefined)
        add(here, unknownWord(word, names.places, names.placesHeld));
      const values = names.slotValues(slot);
      if (values && values.id(word) === undefined)
        add(here, unknownWord(word, values));
      return names.slotValue(slot, word);
    });
}

function resolveNotices(
  { cites }: Expected,
  names: ScriptNames,
  path: PropertyKey[],
  add: Add,
): void {
  cites.forEach(({ notice, clause }, at) => {
    const here = [...path, "cites", at];
    if (notice !== undefined && names.notices(notice).length === 0)
      add([...here, "notice"], unknownWord(notice, names.noticeNames));
    else if (
      notice !== undefined &&
      clause !== undefined &&
      !names.hasClause(notice, clause)
    )
      add(
        [...here, "clause"],
        `这份文件里没有“${clause}”这一条，请照原文写条款号`,
      );
  });
}

/** The line of the place itself, or of what it stands under. */
function nearestLine(
  lines: ReadonlyMap<string, number>,
  path: readonly PropertyKey[],
): number {
  for (let length = path.length; length >= 0; length--) {
    const line = lines.get(path.slice(0, length).map(String).join("/"));
    if (line !== undefined) return line;
  }
  return 1;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) {
    // A word that stands for a list of one.
    if (typeof at === "string" && key === 0) return at;
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}

/** The key as written before a value; a value of a list has the list's. */
function keyAt(
  written: ReadonlyMap<string, string>,
  path: readonly PropertyKey[],
): string | undefined {
  for (let length = path.length; length > 0; length--) {
    if (typeof path[length - 1] === "number") continue;
    return written.get(path.slice(0, length).map(String).join("/"));
  }
  return undefined;
}

/** The first fault of each place: the others follow from it. */
function firstOfEach<T extends { path: readonly PropertyKey[] }>(
  issues: readonly T[],
): T[] {
  const places = new Map(
    issues.toReversed().map((issue) => [issue.path.join("/"), issue]),
  );
  return issues.filter((issue) => places.get(issue.path.join("/")) === issue);
}

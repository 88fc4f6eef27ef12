/** The text of a script file → its conversations, or everything that is wrong with it. */
import type { z } from "zod";
import type { Fault } from "./fault.js";
import type { Naming, ScriptNames } from "./naming.js";
import { nearest } from "./nearest.js";
import {
  conversation,
  type Conversation,
  type Expected,
  type Script,
} from "./script.js";
import { conversationShape, shaped } from "./shape.js";
import { isFaults, readTrees } from "./tree.js";
import { contradictions } from "./contradictions.js";

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
    const { value, lines, faults: found } = shaped(tree, shape);
    const lineOf = (path: readonly PropertyKey[]): number =>
      nearestLine(lines, path);
    const add = (path: readonly PropertyKey[], message: string): void => {
      faults.push({ file, line: lineOf(path), message });
    };
    for (const fault of found) faults.push({ file, ...fault });
    if (found.length > 0) continue;
    const result = conversation.safeParse(value);
    if (!result.success) {
      for (const issue of result.error.issues)
        add(issue.path, issueText(issue, valueAt(value, issue.path)));
      continue;
    }
    resolve(result.data, names, add);
    result.data.turns.forEach(({ expect }, at) => {
      for (const message of expect ? contradictions(expect) : [])
        add(["turns", at, "expect"], message);
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
    faults.push({ file, line: 1, message: "文件里没有对话" });
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
    if (found === undefined)
      add(path, unknownWord(word, naming.what, naming.words));
    return found ?? word;
  };
  if (read.place !== undefined)
    read.place = id(read.place, names.places, ["place"]);
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
      if (slot === "jurisdiction" && names.places.id(word) === undefined)
        add(
          [...path, "conditions", slot],
          unknownWord(word, "地区", names.places.words),
        );
      return names.slotValue(slot, word);
    });
}

function resolveNotices(
  { cites }: Expected,
  names: ScriptNames,
  path: PropertyKey[],
  add: Add,
): void {
  cites.forEach(({ notice }, at) => {
    if (notice !== undefined && names.notices(notice).length === 0)
      add(
        [...path, "cites", at, "notice"],
        unknownWord(notice, "文件", names.noticeNames),
      );
  });
}

function unknownWord(
  word: string,
  what: string,
  known: Iterable<string>,
): string {
  const near = nearest(word, known);
  return `不认识的${what}“${word}”${near === undefined ? "，请检查写法" : `，是不是想写“${near}”`}`;
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

const KINDS: Readonly<Record<string, string>> = {
  string: "文字",
  array: "列表（每项前加短横和空格，或写在 [ ] 里）",
  object: "一组“名称: 内容”",
  record: "一组“名称: 内容”",
};
const KEY_TEXT: Readonly<Record<string, string>> = {
  turns: "问答",
  user: "用户",
};

function issueText(issue: z.core.$ZodIssue, found: unknown): string {
  const key = String(issue.path.at(-1) ?? "");
  if (found === undefined)
    return KEY_TEXT[key]
      ? `缺少“${KEY_TEXT[key]}”（${key}），请补上`
      : "这里是空的，请补上内容或删去";
  if (issue.code === "invalid_type")
    return `应是${KINDS[issue.expected] ?? issue.expected}，现在写的是${show(found)}`;
  return `${/[\u4e00-\u9fff]/.test(issue.message) ? issue.message : "写法不对"}，现在写的是${show(found)}`;
}

function show(value: unknown): string {
  if (value === "") return "空的";
  if (typeof value === "string") return `“${value}”`;
  return Array.isArray(value) ? "一个列表" : "一组项目";
}

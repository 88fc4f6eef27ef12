/** Reading YAML so that every scalar stays a string, and saying in Chinese what a schema misses. */
import { createHash } from "node:crypto";
import { LineCounter, parseDocument, type ScalarTag } from "yaml";
import type { z } from "zod";
import { readParsed } from "./files.js";
import type { Problem } from "./problems.js";

/** The one place where the bare empty scalar and the bare word `null` become null; quoted they stay text. */
const NULL: ScalarTag = {
  default: true,
  tag: "tag:yaml.org,2002:null",
  test: /^(?:null)?$/,
  resolve: () => null,
};

/**
 * The content of a YAML file as strings, lists and maps; problems are added
 * to the list. A text that the build has parsed is not parsed again: that
 * took a sixth of the start.
 */
export function readYaml(
  text: string,
  file: string,
  problems: Problem[],
): unknown {
  parsed ??= readParsed();
  const known = parsed[textHash(text)];
  if (known !== undefined) return JSON.parse(known) as unknown;
  const read = parseYaml(text, file);
  problems.push(...read.problems);
  return read.value;
}

/** What the build has parsed, by the hash of the text. */
let parsed: Readonly<Record<string, string>> | undefined;

/** By which a text that was parsed before is known again. */
export function textHash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Parses a YAML text; no value where there are problems. */
export function parseYaml(
  text: string,
  file: string,
): { value: unknown; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: "failsafe",
    customTags: [NULL],
    uniqueKeys: true,
    prettyErrors: false,
    lineCounter: lines,
  });
  const problems = document.errors.map(({ code, pos }) => ({
    file,
    entry: `第${lines.linePos(pos[0]).line}行`,
    message:
      YAML_ERRORS[code] ?? `格式读不懂（${code}），请检查缩进、冒号和引号`,
  }));
  const value = problems.length > 0 ? undefined : (document.toJS() as unknown);
  return { value, problems };
}

const YAML_ERRORS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "同一个项目名写了两次，请删去一个",
  BAD_INDENT: "缩进不对，请与上一行同级的项目对齐",
  TAB_AS_INDENT: "缩进用了制表符，请改用空格",
  MISSING_CHAR: "缺少引号、括号或冒号",
};

/** Checks a value against a schema; undefined and problems when it does not fit. */
export function fit<T extends z.ZodType>(
  schema: T,
  value: unknown,
  file: string,
  problems: Problem[],
): z.output<T> | undefined {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues)
    problems.push({
      file,
      entry: entryOf(value, issue.path),
      message: inChinese(issue, valueAt(value, issue.path)),
    });
  return undefined;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}

/** The path in words of the file: an entry of a list by its id or name where it has one. */
function entryOf(value: unknown, path: readonly PropertyKey[]): string {
  const words: string[] = [];
  path.forEach((key, index) => {
    if (typeof key !== "number") {
      words.push(String(key));
      return;
    }
    const item = valueAt(value, path.slice(0, index + 1));
    const named = item as { id?: unknown; name?: unknown } | null | undefined;
    const id = named?.id ?? named?.name;
    words.push(typeof id === "string" ? id : `第${key + 1}项`);
  });
  return words.join(" › ");
}

function inChinese(issue: z.core.$ZodIssue, found: unknown): string {
  switch (issue.code) {
    case "unrecognized_keys":
      return `不认识的项目名：${issue.keys.join("、")}（请检查拼写，或删去）`;
    case "invalid_type":
      if (found === undefined) return "缺少这一项，请补上";
      if (found === null)
        return `这一项是空的，应填${KINDS[issue.expected] ?? issue.expected}`;
      return `应是${KINDS[issue.expected] ?? issue.expected}，现在写的是“${show(found)}”`;
    case "invalid_value":
      return `只能写 ${issue.values.join("、")} 之一，现在写的是“${show(found)}”`;
    case "invalid_union":
      return options(issue, found);
    case "too_small":
      return "不能是空的，至少要有一项（文字至少两个字）";
    case "invalid_format":
      return issue.message.startsWith("Invalid")
        ? `写法不对，现在写的是“${show(found)}”`
        : `${issue.message}，现在写的是“${show(found)}”`;
    case "custom":
      return `${issue.message}，现在写的是“${show(found)}”`;
    default:
      return `写法不对，现在写的是“${show(found)}”`;
  }
}

function options(issue: z.core.$ZodIssueInvalidUnion, found: unknown): string {
  const known = (issue as { options?: readonly unknown[] }).options;
  if (known && known.length > 0)
    return `只能写 ${known.join("、")} 之一，现在写的是“${show(found)}”`;
  return found === undefined
    ? "缺少这一项，请补上"
    : `应是文字或文字的列表，现在写的是“${show(found)}”`;
}

function show(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return "空";
  return Array.isArray(value) ? "一个列表" : "一组项目";
}

const KINDS: Readonly<Record<string, string>> = {
  string: "文字",
  array: "列表（每项前加短横）",
  object: "一组“名称: 内容”",
  record: "一组“名称: 内容”",
};

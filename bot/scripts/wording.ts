/** What is wrong with a word or a value of a script, and what may stand there instead. */
import type { z } from "zod";
import type { Naming } from "./naming.js";
import { GUESSED } from "./names.js";
import { nearest } from "./nearest.js";

/** So many names are listed; of a longer vocabulary only the nearest. */
const LISTED = 40;

/** The names of a vocabulary, each once, in its order. */
function listed(naming: Naming): string[] {
  const ids = new Set([...naming.words].map((word) => naming.id(word) ?? word));
  return [...ids].map((id) => naming.name(id));
}

/** The nearest words; a Chinese one by the name under which it is listed. */
function suggestion(word: string, naming: Naming): string {
  const latin = /^[a-z_.]+$/i.test(word);
  const guessed = (GUESSED[word] ?? []).filter((one) => naming.id(one));
  const near =
    guessed.length > 0
      ? guessed
      : nearest(word, naming.words, 3).map((one) =>
          latin ? one : naming.name(naming.id(one) ?? one),
        );
  return near.length === 0
    ? ""
    : `，是不是想写${[...new Set(near)].map((one) => `“${one}”`).join("或")}`;
}

/** A word that is none of its vocabulary. */
export function unknownWord(
  word: string,
  naming: Naming,
  allowed: readonly string[] = listed(naming),
): string {
  return `不认识的${naming.what}“${word}”${suggestion(word, naming)}；可以写：${some(allowed)}`;
}

/** A key that does not stand among those of its place; `home` is where it would. */
export function unknownKey(
  key: string,
  keys: Naming,
  home: string | undefined,
): string {
  if (/^\d+$/.test(key))
    return `“${key}”不是项目名：逗号是用来隔开项目的，数里请不要写逗号`;
  if (home !== undefined)
    return `“${key}”写错了地方，要写在${home}；${keys.what}可以写：${some(listed(keys))}`;
  return `不认识的项目名“${key}”${suggestion(key, keys)}；${keys.what}可以写：${some(listed(keys))}`;
}

function some(allowed: readonly string[]): string {
  const shown = allowed.slice(0, LISTED);
  return `${shown.join("、")}${shown.length < allowed.length ? " 等" : ""}`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: "文字",
  array: "列表（每项前加短横和空格，或写在 [ ] 里）",
  object: "一组“名称: 内容”",
  record: "一组“名称: 内容”",
};
/** How a key is filled, where its kind alone does not show it. */
const FILLED: Readonly<Record<string, string>> = {
  turns: "，每轮以“- 用户: ”开头",
  expect: "，如 { 状态: 已回答 }",
  conditions: "，如 { 年度: 2023 }",
  figures: "，如 { 个人实缴: 70 }",
  values: "，如 [70, 280]",
  cites: "，如 [{ 文件: 名称或文号, 条款: 一（三）1 }]",
};
const REQUIRED: Readonly<Record<string, string>> = {
  turns: "问答",
  user: "用户",
};

/** A value of a wrong kind; `key` is the word that stands before it in the script. */
export function wrongValue(
  issue: z.core.$ZodIssue,
  found: unknown,
  key: string | undefined,
): string {
  const id = String(issue.path.at(-1) ?? "");
  const named = key === undefined ? "" : `“${key}”`;
  if (found === undefined)
    return REQUIRED[id]
      ? `缺少“${REQUIRED[id]}”（${id}），请补上`
      : `${named}这里是空的，请补上内容或删去`;
  const now = `，现在写的是${show(found)}`;
  if (issue.code === "invalid_type")
    return `${named}应是${KINDS[issue.expected] ?? issue.expected}${FILLED[id] ?? ""}${now}`;
  return `${named}${/[\u4e00-\u9fff]/.test(issue.message) ? issue.message : "写法不对"}${now}`;
}

const SHOWN = 30;

function show(value: unknown): string {
  if (value === "") return "空的";
  if (typeof value === "string")
    return `“${value.length > SHOWN ? `${value.slice(0, SHOWN)}……` : value}”`;
  return Array.isArray(value) ? "一个列表" : "一组项目";
}

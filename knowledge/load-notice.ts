/** Reads one notice folder: head, text, provisions, cases. */
import type { z } from "zod";
import { type Folder, inFolder } from "./files.js";
import type { Problem } from "./problems.js";
import { fit, readYaml } from "./read.js";
import {
  casesFile,
  type Clause,
  noticeHead,
  type Notice,
  type NoticeHead,
  provisionsFile,
  type Provision,
  type ProvisionEntry,
} from "./schema.js";
import { parseClauses } from "./text.js";

/** The notice, or undefined when its head cannot be read; problems are added to the list. */
export function loadNotice(
  folder: Folder,
  path: string,
  problems: Problem[],
): Notice | undefined {
  const read = <T extends z.ZodType>(
    file: string,
    schema: T,
    needed: boolean,
  ) => readFitting(folder, inFolder(path, file), schema, needed, problems);
  const head = read("notice.yaml", noticeHead, true);
  const clauses = readClauses(folder, inFolder(path, "text.md"), problems);
  const provisions = read("provisions.yaml", provisionsFile, false);
  const cases = read("cases.yaml", casesFile, false);
  if (!head) return undefined;
  return {
    ...head,
    folder: path,
    clauses,
    provisions: (provisions?.provisions ?? []).map((entry) =>
      withNotice(entry, head),
    ),
    quotedOnly: provisions?.quoted_only ?? [],
    cases: cases?.cases ?? [],
  };
}

function readFitting<T extends z.ZodType>(
  folder: Folder,
  name: string,
  schema: T,
  needed: boolean,
  problems: Problem[],
): z.output<T> | undefined {
  const file = folder.files.get(name);
  if (!file) {
    if (needed)
      problems.push({ file: name, entry: "", message: "缺少这个文件" });
    return undefined;
  }
  const value = readYaml(file.text, name, problems);
  return value === undefined ? undefined : fit(schema, value, name, problems);
}

function readClauses(
  folder: Folder,
  name: string,
  problems: Problem[],
): Clause[] {
  const file = folder.files.get(name);
  const clauses = file ? parseClauses(file.text) : [];
  if (!file)
    problems.push({
      file: name,
      entry: "",
      message: "缺少这个文件；请运行 npm run knowledge:clean 生成",
    });
  return clauses;
}

function withNotice(entry: ProvisionEntry, head: NoticeHead): Provision {
  const trusted = entry.confirmed_to ?? head.confirmed_to;
  const to = entry.period.to;
  return {
    ...entry,
    key: `${head.id}/${entry.id}`,
    notice: head,
    trusted_to: to !== null && to < trusted ? to : trusted,
  };
}

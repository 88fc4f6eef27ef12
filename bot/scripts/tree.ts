/**
 * YAML text → a tree in which everything has its line. Every scalar stays a
 * string.
 */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseAllDocuments,
} from "yaml";
import type { Fault } from "./fault.js";
import { syntaxSlip } from "./slips.js";

export interface Text {
  kind: "text";
  line: number;
  text: string;
}
export interface List {
  kind: "list";
  line: number;
  items: Tree[];
}
export interface Entries {
  kind: "entries";
  line: number;
  entries: { key: string; line: number; value: Tree }[];
}
export type Tree = Text | List | Entries;

/** The documents of a file; empty ones are left out. No tree is given when there are faults. */
export function readTrees(text: string, file: string): Tree[] | Fault[] {
  const faults: Fault[] = [];
  const source = text.split("\n");
  const lines = new LineCounter();
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const documents = parseAllDocuments(text, {
    schema: "failsafe",
    uniqueKeys: true,
    prettyErrors: false,
    lineCounter: lines,
  });
  if (!Array.isArray(documents)) return [];
  for (const { errors } of documents)
    for (const { code, pos, message } of errors) {
      const at = { code, message, line: lineAt(pos[0]) };
      const fault = { file, ...syntaxSlip(at, source) };
      if (!faults.some(({ line }) => line === fault.line)) faults.push(fault);
    }
  if (faults.length > 0) return faults;
  const trees: Tree[] = [];
  for (const { contents } of documents) {
    if (!contents || (isScalar(contents) && contents.value === "")) continue;
    trees.push(treeOf(contents, lineAt, file, faults));
  }
  return faults.length > 0 ? faults : trees;
}

/** Whether reading ended in faults. */
export function isFaults(read: Tree[] | Fault[]): read is Fault[] {
  return read[0] !== undefined && "message" in read[0];
}

function treeOf(
  node: ParsedNode | null,
  lineAt: (offset: number) => number,
  file: string,
  faults: Fault[],
): Tree {
  const line = node ? lineAt(node.range[0]) : 0;
  if (isMap(node))
    return {
      kind: "entries",
      line,
      entries: node.items.map(({ key, value }) => {
        const at = lineAt(key.range[0]);
        const tree = treeOf(value, lineAt, file, faults);
        return {
          key: isScalar(key) ? String(key.value) : "",
          line: at,
          value: tree.line === 0 ? { ...tree, line: at } : tree,
        };
      }),
    };
  if (isSeq(node))
    return {
      kind: "list",
      line,
      items: node.items.map((item) => treeOf(item, lineAt, file, faults)),
    };
  if (isAlias(node))
    faults.push({
      file,
      line,
      message: "以星号 * 开头的内容请加英文双引号",
    });
  return {
    kind: "text",
    line,
    text: isScalar(node) && !isAlias(node) ? String(node.value ?? "") : "",
  };
}

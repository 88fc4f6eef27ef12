/**
 * YAML text → a tree in which everything has its line. Every scalar stays a
 * string; what supervisors commonly mistype is told in their words.
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
    for (const { code, pos } of errors) {
      const line = lineAt(pos[0]);
      if (!faults.some((fault) => fault.line === line))
        faults.push({
          file,
          line,
          message:
            (code === "TAB_AS_INDENT"
              ? undefined
              : slip(source[line - 1] ?? "")) ??
            ERRORS[code] ??
            UNREADABLE,
        });
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

const UNREADABLE =
  "这一行的格式读不懂，请检查缩进、英文冒号加空格、括号和引号是否成对";
const ERRORS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "同一个项目名写了两次，请删去一个",
  TAB_AS_INDENT: "缩进用了制表符（Tab 键），请改用空格",
  BAD_INDENT: "缩进不对，请与上一行同级的项目对齐；花括号和方括号要成对",
  MISSING_CHAR: "缺少引号、括号或冒号，请补上",
  BAD_SCALAR_START: "以特殊符号开头的内容请加英文双引号",
  BLOCK_AS_IMPLICIT_KEY:
    "一行里有两个冒号，或缩进不对；内容里有冒号时请给内容加英文双引号",
  MULTILINE_IMPLICIT_KEY: "项目名后面缺少英文冒号加空格，或缩进不对",
};

/** What is most likely meant where a line or a word is not what the format wants there. */
export function slip(content: string): string | undefined {
  const wide = /^\s*(?:-\s+)*([\p{L}_.]{1,20})：/u.exec(content);
  if (wide)
    return `“${wide[1] ?? ""}”后面是全角冒号“：”，请改成英文冒号加一个空格“: ”`;
  const tight = /^\s*(?:-\s+)*([\p{L}_.]{1,20}):(?=[^\s:])/u.exec(content);
  if (tight) return `“${tight[1] ?? ""}:”后面要空一格再写内容`;
  if (/[【】｛｝]/.test(content)) return "方括号和花括号请用英文的 [ ] 和 { }";
  return undefined;
}

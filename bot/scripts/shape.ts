/** Tree → plain values with English keys; unknown and repeated keys are told with a suggestion. */
import {
  CITE_KEYS,
  CONVERSATION_KEYS,
  EXPECT_KEYS,
  TURN_KEYS,
} from "./names.js";
import { Naming, type ScriptNames } from "./naming.js";
import { nearest } from "./nearest.js";
import { slip, type Tree } from "./tree.js";

/** What keys a map may have, and the shape of what stands under them. */
interface Shape {
  keys: Naming;
  under?: Readonly<Record<string, Shape>>;
}

/** The shapes of a conversation over one knowledge base. */
export function conversationShape(names: ScriptNames): Shape {
  const expect: Shape = {
    keys: new Naming("期望里的项目", EXPECT_KEYS),
    under: {
      conditions: { keys: names.slots },
      figures: { keys: names.figures },
      cites: { keys: new Naming("依据里的项目", CITE_KEYS) },
    },
  };
  const turn: Shape = {
    keys: new Naming("每轮问答的项目", TURN_KEYS),
    under: { expect },
  };
  return {
    keys: new Naming("对话的项目", CONVERSATION_KEYS),
    under: { turns: turn },
  };
}

export interface Shaped {
  value: unknown;
  /** Line of every place in the value, by its path joined with `/`. */
  lines: Map<string, number>;
  faults: { line: number; message: string }[];
}

/** Translates a tree by a shape. */
export function shaped(tree: Tree, shape: Shape): Shaped {
  const result: Shaped = { value: undefined, lines: new Map(), faults: [] };
  result.value = translate(tree, shape, "", result);
  return result;
}

function translate(
  tree: Tree,
  shape: Shape | undefined,
  path: string,
  into: Shaped,
): unknown {
  into.lines.set(path, tree.line);
  const below = (key: string): string => (path === "" ? key : `${path}/${key}`);
  if (tree.kind === "text") {
    const hint = shape && slip(tree.text);
    if (hint) into.faults.push({ line: tree.line, message: hint });
    return tree.text;
  }
  if (tree.kind === "list")
    return tree.items.map((item, at) =>
      translate(item, shape, below(String(at)), into),
    );
  const value: Record<string, unknown> = {};
  for (const entry of tree.entries) {
    const id = shape ? shape.keys.id(entry.key) : entry.key;
    if (shape && id === undefined) {
      into.faults.push({
        line: entry.line,
        message: slip(entry.key) ?? unknownKey(entry.key, shape.keys),
      });
      continue;
    }
    const key = id ?? entry.key;
    if (key in value) {
      into.faults.push({
        line: entry.line,
        message: `“${entry.key}”这一项写了两次（中文名和英文名是同一项），请删去一个`,
      });
      continue;
    }
    value[key] = translate(entry.value, shape?.under?.[key], below(key), into);
    into.lines.set(below(key), entry.line);
  }
  return value;
}

function unknownKey(key: string, keys: Naming): string {
  const near = nearest(key, keys.words);
  const known = [
    ...new Set([...keys.words].map((word) => keys.id(word) ?? word)),
  ];
  const all =
    known.length <= 15
      ? `可以写：${known.map((id) => keys.name(id)).join("、")}`
      : "请检查拼写";
  return `不认识的项目名“${key}”${near === undefined ? "" : `，是不是想写“${near}”`}；${all}`;
}

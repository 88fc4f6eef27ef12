/** Tree → plain values with English keys; unknown and repeated keys are told with a suggestion. */
import {
  CITE_KEYS,
  CONVERSATION_KEYS,
  EXPECT_KEYS,
  TURN_KEYS,
} from "./names.js";
import { Naming, type ScriptNames } from "./naming.js";
import { slip } from "./slips.js";
import type { Tree } from "./tree.js";
import { unknownKey } from "./wording.js";

/** What keys a map may have, and the shape of what stands under them. */
interface Shape {
  /** Where such a map stands, for messages. */
  where: string;
  keys: Naming;
  under?: Readonly<Record<string, Shape>>;
}

/** The shapes of a conversation over one knowledge base. */
export function conversationShape(names: ScriptNames): Shape {
  const expect: Shape = {
    where: "“期望”下面",
    keys: new Naming("期望里的项目", EXPECT_KEYS),
    under: {
      conditions: { where: "“期望”的“条件”下面", keys: names.slots },
      figures: { where: "“期望”的“金额”下面", keys: names.figures },
      cites: {
        where: "“期望”的“依据”下面",
        keys: new Naming("依据里的项目", CITE_KEYS),
      },
    },
  };
  const turn: Shape = {
    where: "“问答”的一轮里",
    keys: new Naming("每轮问答的项目", TURN_KEYS),
    under: { expect },
  };
  return {
    where: "文件的最外层",
    keys: new Naming("对话的项目", CONVERSATION_KEYS),
    under: { turns: turn },
  };
}

/** Where a key would be known that is not where it stands. */
function homeOf(key: string, shape: Shape): string | undefined {
  if (shape.keys.id(key) !== undefined) return shape.where;
  for (const below of Object.values(shape.under ?? {})) {
    const home = homeOf(key, below);
    if (home !== undefined) return home;
  }
  return undefined;
}

export interface Shaped {
  value: unknown;
  /** Line of every place in the value, by its path joined with `/`. */
  lines: Map<string, number>;
  /** The key as it is written, by the path of what stands under it. */
  written: Map<string, string>;
  faults: { line: number; message: string }[];
}

/** Translates a tree by a shape. */
export function shaped(tree: Tree, shape: Shape): Shaped {
  const result: Shaped = {
    value: undefined,
    lines: new Map(),
    written: new Map(),
    faults: [],
  };
  result.value = translate(tree, shape, "", { ...result, root: shape });
  return result;
}

function translate(
  tree: Tree,
  shape: Shape | undefined,
  path: string,
  into: Shaped & { root: Shape },
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
        message:
          slip(entry.key) ??
          unknownKey(entry.key, shape.keys, homeOf(entry.key, into.root)),
      });
      continue;
    }
    const key = id ?? entry.key;
    if (key in value) {
      into.faults.push({
        line: entry.line,
        message: twice(into.written.get(below(key)) ?? key, entry.key),
      });
      continue;
    }
    value[key] = translate(entry.value, shape?.under?.[key], below(key), into);
    into.lines.set(below(key), entry.line);
    into.written.set(below(key), entry.key);
  }
  return value;
}

/** 轮次 after 对话: two names of one item. */
const twice = (first: string, again: string): string =>
  first === again
    ? `“${again}”这一项写了两次，请删去一个`
    : `“${first}”和“${again}”是同一项的两个名字，写了两次，请删去一个`;

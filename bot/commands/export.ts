/** `mingbai export`: writes a recorded conversation as a script that can be run. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import { todayInShanghai } from "../host/today.js";
import { exportScript } from "../scripts/export.js";
import { ScriptNames } from "../scripts/naming.js";
import { passed, play } from "../scripts/play.js";
import { readScripts } from "../scripts/read.js";
import type { Store } from "../store/port.js";
import type { Output } from "./output.js";

export interface ExportArguments {
  /** Id of the conversation. */
  conversation: string;
  /** The store that recorded it. */
  store: Store;
  knowledge: Knowledge;
}

/**
 * Prints the script on stdout. Exit code 0; 1 when the script does not pass
 * any more (the notices were changed since), 2 when there is no such
 * conversation.
 */
export async function exportCommand(
  { conversation, store, knowledge }: ExportArguments,
  output: Output,
): Promise<number> {
  const turns = await store.turns(conversation);
  if (turns.length === 0) {
    output.err(
      `没有编号为“${conversation}”的对话记录，请检查编号和 --data 文件夹`,
    );
    return 2;
  }
  const names = new ScriptNames(knowledge);
  const title = `对话 ${conversation}`;
  // Not every channel gives the time of a message, and the record does not say
  // which did: the script is written in the way that gives the same answers.
  const ways = [true, false].map((times) =>
    exportScript(title, turns, names, { times }),
  );
  const faithful = ways.find((text) => passes(text, knowledge, names));
  output.out((faithful ?? ways[0] ?? "").trimEnd());
  if (faithful !== undefined) return 0;
  output.err(
    "这个脚本现在运行不能全部通过：文件或程序在对话之后有变化，请用 mingbai test 查看差别",
  );
  return 1;
}

function passes(
  text: string,
  knowledge: Knowledge,
  names: ScriptNames,
): boolean {
  const read = readScripts(text, "export", names);
  if (read.kind === "faults") return false;
  const world = { knowledge, names, today: todayInShanghai(new Date()) };
  return read.scripts.every((script) => play(script, world).every(passed));
}

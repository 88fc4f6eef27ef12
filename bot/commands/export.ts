/** `mingbai export`: writes a recorded conversation as a script that can be run. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import { todayInShanghai } from "../host/today.js";
import { ScriptNames } from "../scripts/naming.js";
import { recordedScript } from "../scripts/recorded.js";
import type { TurnRecord } from "../store/port.js";
import { openSqliteStore } from "../store/sqlite.js";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readKnowledge } from "./usage.js";

export interface ExportArguments {
  /** Id of the conversation. */
  conversation: string;
  /** Folder in which it was kept. */
  data: string;
  /** Without it, the built-in notices and those of MINGBAI_KNOWLEDGE. */
  knowledge?: Knowledge | undefined;
}

/** Before the ids that clients of /api/ask give their conversations. */
const OF_API = "api:";

/**
 * Prints the script on stdout. Exit code 0; 1 when the script does not pass
 * any more (the notices were changed since), 2 when there is no such
 * conversation.
 */
export async function exportCommand(
  { conversation, data, knowledge = readKnowledge(undefined) }: ExportArguments,
  output: NodeJS.WritableStream,
  trouble: NodeJS.WritableStream = process.stderr,
): Promise<number> {
  const turns = await recorded(conversation, data);
  if (turns.length === 0) {
    const asked = `${OF_API}${conversation}`;
    const other = (await recorded(asked, data)).length > 0;
    trouble.write(
      `没有编号为“${conversation}”的对话记录，${other ? `有“${asked}”，是从 /api/ask 来的` : "请检查编号和 --data 文件夹"}\n`,
    );
    return 2;
  }
  const names = new ScriptNames(knowledge);
  const { text, passes } = recordedScript(`对话 ${conversation}`, turns, {
    knowledge,
    names,
    today: todayInShanghai(new Date()),
  });
  output.write(text);
  if (passes) return 0;
  trouble.write(
    "这个脚本现在运行不能全部通过：文件或程序在对话之后有变化，请用 mingbai test 查看差别\n",
  );
  return 1;
}

async function recorded(
  conversation: string,
  data: string,
): Promise<TurnRecord[]> {
  const file = join(data, "mingbai.db");
  if (!existsSync(file)) return [];
  const store = openSqliteStore(file);
  try {
    return await store.turns(conversation);
  } finally {
    await store.close();
  }
}

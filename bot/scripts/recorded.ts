/** A recorded conversation as a script that runs as it did, where that is still so. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { TurnRecord } from "../store/port.js";
import { exportScript } from "./export.js";
import type { ScriptNames } from "./naming.js";
import { passed, play } from "./play.js";
import { readScripts } from "./read.js";

export interface ScriptWorld {
  knowledge: Knowledge;
  names: ScriptNames;
  /** The day for turns without one, YYYY-MM-DD. */
  today: string;
}

export interface RecordedScript {
  text: string;
  /** Whether it passes; it does not where the notices were changed since. */
  passes: boolean;
}

/** The script, in the way that gives the same answers: older records do not say when a message was written. */
export function recordedScript(
  title: string,
  turns: readonly TurnRecord[],
  world: ScriptWorld,
): RecordedScript {
  const ways = (["sent", "at"] as const).map((times) =>
    exportScript(title, turns, world.names, times),
  );
  const faithful = ways.find((text) => passes(text, world));
  return { text: faithful ?? ways[0] ?? "", passes: faithful !== undefined };
}

function passes(text: string, world: ScriptWorld): boolean {
  const read = readScripts(text, "export", world.names);
  if (read.kind === "faults") return false;
  return read.scripts.every((script) => play(script, world).every(passed));
}

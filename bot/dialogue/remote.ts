/** Care outside the place of insurance. */
import type { Meaning } from "../../nlu/meaning.js";
import type { Frame } from "./state.js";

/** Whether the message speaks of care elsewhere. */
export function isRemote({ concepts, places }: Meaning): boolean {
  return concepts.includes("remote") || places.some(({ away }) => away);
}

/** 跨省呢, after a statement on care at home: that statement is not of care elsewhere. */
export function elsewhereNow(
  frame: Frame,
  meaning: Meaning,
  before: Frame,
): Frame {
  const newly = isRemote(meaning) && !before.remote && before.task === "fact";
  return newly && meaning.asks.length === 0
    ? { ...frame, task: "procedure", topics: [], otherwise: null }
    : frame;
}

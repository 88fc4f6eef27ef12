/** Words that steer a conversation, and words that take up what was said before. */
import type { Command } from "./meaning.js";
import type { ConceptHit } from "./mentions.js";

const COMMANDS: readonly Command[] = [
  "restart",
  "human",
  "repeat",
  "unknown_reply",
  "yes",
  "no",
  "greet",
  "thanks",
  "bye",
  "explain",
  "why",
];

/** The steering word that a message consists of, if it does. */
export function commandOf(
  plain: string,
  concepts: readonly ConceptHit[],
): Command | null {
  const bare = plain.replace(
    /[\s。！？!?，,、~～….·]+|[吧啊呀哦哈嘛呗了的啦呢吗]$/g,
    "",
  );
  for (const command of COMMANDS) {
    const hits = concepts.filter(
      ({ concept }) =>
        concept === command ||
        (command === "explain" && concept === "explain_soft"),
    );
    const length = hits.reduce((sum, { span }) => sum + span[1] - span[0], 0);
    if (length > 0 && bare.length - length <= 2) return command;
  }
  return null;
}

/** Whether the message takes up what was said before: 那二档呢, 如果是大学生. */
export function isFollowup(plain: string): boolean {
  return (
    /^(那|那么|要是|如果|假如|换成|换作|改成|假设)/.test(plain) ||
    /呢[?？。！!\s]*$/.test(plain)
  );
}

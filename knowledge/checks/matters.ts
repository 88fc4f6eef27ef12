/** matters.yaml names only topics and contacts that there are. */
import type { KnowledgeParts } from "../knowledge.js";
import type { Problem } from "../problems.js";
import { isKnownTopic } from "../topics.js";

/** Adds a problem for each unknown topic or missing contact. */
export function checkMatters(
  { matters, vocabulary, contacts }: KnowledgeParts,
  problems: Problem[],
): void {
  const purposes = new Set(contacts.map(({ purpose }) => purpose));
  for (const [entry, { topics, ask }] of matters) {
    for (const topic of topics)
      if (!isKnownTopic(topic, vocabulary.file.topics))
        problems.push({
          file: "matters.yaml",
          entry,
          message: `没有“${topic}”这个事项；事实类事项请先写进 words.yaml 的 topics`,
        });
    for (const purpose of ask)
      if (!purposes.has(purpose))
        problems.push({
          file: "matters.yaml",
          entry,
          message: `contacts.yaml 里没有用途是 ${purpose} 的联系方式`,
        });
  }
}

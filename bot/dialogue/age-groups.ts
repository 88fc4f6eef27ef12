/** “未成年人呢” of a group: another age of the same families. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Person } from "../../nlu/meaning.js";
import type { Frame } from "./state.js";

/** Words for any child or old person, where nobody's own child is meant. */
const ANYBODY = ["", "孩子", "老人"];

/**
 * After 低收入家庭的老年人, another age alone leaves the family what it is. Not
 * for a person with a name of their own: what holds of 我爸 is not said of 我女儿.
 */
export function ofTheGroup(
  frame: Frame,
  before: Frame | undefined,
  plain: string,
  { vocabulary }: Knowledge,
): Frame {
  const [old, more] = before?.people?.value ?? [];
  const [now, others] = frame.people?.value ?? [];
  if (!old || more || !now || others || frame.task !== before?.task)
    return frame;
  const isAge = (tag: string): boolean =>
    vocabulary.file.facets.identity?.values[tag]?.ages !== undefined;
  const another =
    frame.people?.source === "said" &&
    !/普通|一般|正常/.test(plain) &&
    ANYBODY.includes(now.label) &&
    ANYBODY.includes(old.label) &&
    (now.tags.length > 0 || now.age !== null) &&
    now.tags.every(isAge);
  const aged = old.age !== null || old.tags.some(isAge);
  if (!another || !aged) return frame;
  const kept = old.tags.filter(
    (tag) => !isAge(tag) && !now.denied.includes(tag),
  );
  const person: Person = {
    ...now,
    tags: [...new Set([...kept, ...now.tags])],
  };
  return { ...frame, people: { value: [person], source: "said" } };
}

/** What an answer says before the computation and the grounds, in the voice of the desk. */
import type { ScopeKind } from "../../knowledge/matters.js";
import type { Answer } from "../answer.js";
import { HEADINGS } from "./format.js";
import { FIRST_PART } from "./parts.js";

/** What stands before the computation and the grounds, of every part. */
export function leadOf(
  answer: Answer,
  ownNumbers: readonly string[],
): string[] {
  if (answer.parts.length > 0)
    return [
      ...withoutOwnNumbers(beforeParts(answer), ownNumbers),
      ...answer.parts.flatMap((part) => leadOf(part, ownNumbers)),
    ];
  return (
    atTheDesk(answer) ?? withoutOwnNumbers(beforeGrounds(answer), ownNumbers)
  );
}

/** The lines without the sentences that send a person to one of the numbers. */
export function withoutOwnNumbers(
  lines: readonly string[],
  numbers: readonly string[],
): string[] {
  return lines
    .map((line) => withoutNumbers(line, numbers))
    .filter((line) => line !== "");
}

/** Where a machine has to send people away, the desk is where they are sent. */
export function atTheDesk({ status, scope }: Answer): string[] | null {
  if (status === "handoff") return ["我就是人工坐席，请您说说要问的事。"];
  return (scope && BY_SCOPE[scope]) ?? null;
}

const BY_SCOPE: Readonly<Partial<Record<ScopeKind, string[]>>> = {
  complaint: ["您反映的情况我先登记下来，请业务人员处理。"],
  abuse: ["请您消消气，说说地方和要办的事，我尽力查清楚。"],
};

/** Lines that begin what follows the conclusion. */
const AFTER = /^(注意：|按您说的条件测算|（沿用前面说的|（已经更正)/;

/** What is said of several parts together: 重庆二档比太原多375元; nothing where there is one answer. */
export function beforeParts({ text, parts }: Answer): string[] {
  if (parts.length === 0) return [];
  const lines = text.split("\n");
  return lines.slice(
    0,
    lines.findIndex((line) => line.startsWith(FIRST_PART)),
  );
}

function beforeGrounds({ text }: Answer): string[] {
  const lines = text.split("\n");
  const end = lines.findIndex(
    (line) => AFTER.test(line) || HEADINGS.includes(line),
  );
  return end < 0 ? lines : lines.slice(0, end);
}

function withoutNumbers(line: string, numbers: readonly string[]): string {
  const sentences = line.split(/(?<=[。；！？])/);
  const kept = sentences.filter(
    (sentence) => !numbers.some((number) => sentence.includes(number)),
  );
  return kept.length === sentences.length
    ? line
    : kept.join("").replace(/；$/, "。");
}

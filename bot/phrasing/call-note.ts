/** The note on a call, drafted from what was asked and answered. */
import type { Answer } from "../answer.js";
import { clauseText, documentName } from "./format.js";
import { leadOf } from "./lead.js";

/** One question of the call. */
export interface NoteEntry {
  id: string;
  /** When it was asked, as the reader's clock shows it. */
  time: string;
  /** The day it was asked for, YYYY-MM-DD. */
  on: string;
  /** Question and facts, personal numbers masked. */
  said: readonly string[];
  answer: Answer;
}

/** The draft: time, question, conditions, answer, clauses and number of each question. */
export function callNote(
  entries: readonly NoteEntry[],
  ownNumbers: readonly string[],
): string {
  return entries.map((entry) => noteOf(entry, ownNumbers)).join("\n\n");
}

function noteOf(
  { id, time, on, said, answer }: NoteEntry,
  ownNumbers: readonly string[],
): string {
  const [question = "", ...facts] = said;
  const labels = [...new Set(answer.conditions.map(({ label }) => label))];
  const clauses = answer.citations.map(
    (citation) =>
      `${citation.number ?? documentName(citation)}${clauseText(citation.clause)}`,
  );
  const line = (name: string, words: readonly string[]): string[] =>
    words.length > 0 ? [`${name}：${words.join("、")}`] : [];
  return [
    ...line("时间", [time]),
    ...line("来电问", [question]),
    ...line("补充", facts),
    ...line("业务发生日", [on]),
    ...line("条件", labels),
    `答复：${leadOf(answer, ownNumbers).join("")}`,
    ...line("依据", [...new Set(clauses)]),
    ...line("回答编号", id === "" ? [] : [id]),
  ].join("\n");
}

/**
 * One answer in the words of the desk: to say, to send in full, to send as
 * SMS. Every rendering keeps place, year, for whom, figures and documents.
 */
import type { Answer } from "../answer.js";
import type { CaveatCode } from "../../engine/result.js";
import { dateText, documentName, figureText } from "./format.js";
import { smsParts } from "./sms.js";
import { spoken } from "./spoken.js";

export interface Renderings {
  /** About half a minute, amounts in words. */
  spoken: string;
  full: string;
  /** Each at most 70 characters. */
  sms: string[];
}

export interface DeskWorld {
  /** The day that the answer is for, YYYY-MM-DD. */
  on: string;
  /** Telephone numbers that lead to the desk itself: nobody is sent there from here. */
  ownNumbers: readonly string[];
}

/** The three versions of an answer. */
export function renderings(answer: Answer, world: DeskWorld): Renderings {
  const lines = leadOf(answer, world.ownNumbers);
  const said = [
    ...conditionsBeside(answer, lines.join("")),
    ...lines,
    ...figuresBeside(answer, lines.join("")),
    ...remarks(answer),
  ];
  const names = documents(answer);
  const source = names.length > 0 ? [`依据：${names.join("、")}。`] : [];
  const day = `按${dateText(world.on)}查询。`;
  return {
    spoken: [...spokenLead(said, answer), ...source, day].map(spoken).join(""),
    full: [...full(answer, world), day].join("\n"),
    sms: smsParts([
      ...said,
      names.length > 0 ? `据${names.join("、")}，` : "",
      `${world.on}查。`,
    ]),
  };
}

/** What stands before the computation and the grounds, of every part. */
export function leadOf(
  answer: Answer,
  ownNumbers: readonly string[],
): string[] {
  if (answer.parts.length > 0)
    return answer.parts.flatMap((part) => leadOf(part, ownNumbers));
  const lines = answer.text.split("\n");
  const end = lines.findIndex((line) => AFTER.test(line));
  return (end < 0 ? lines : lines.slice(0, end))
    .map((line) => withoutNumbers(line, ownNumbers))
    .filter((line) => line !== "");
}

/** Lines that begin what follows the conclusion. */
const AFTER = /^(怎么算的：|依据：|注意：|按您说的条件测算|（沿用前面说的)/;

/** The line without the sentences that send a person to one of the numbers. */
function withoutNumbers(line: string, numbers: readonly string[]): string {
  const sentences = line.split(/(?<=[。；！？])/);
  const kept = sentences.filter(
    (sentence) => !numbers.some((number) => sentence.includes(number)),
  );
  return kept.length === sentences.length
    ? line
    : kept.join("").replace(/；$/, "。");
}

/** What the answer rests on and its words do not say. */
function conditionsBeside({ conditions }: Answer, words: string): string[] {
  const labels = conditions
    .map(({ label }) => label)
    .filter((label) => !words.includes(label));
  const all = [...new Set(labels)];
  return all.length > 0 ? [`条件：${all.join("、")}。`] : [];
}

/** Results that the words do not say. */
function figuresBeside({ figures }: Answer, words: string): string[] {
  const rest = figures
    .filter((figure) => !states(words, figureText(figure)))
    .map((figure) => `${figure.label}${figureText(figure)}`);
  return rest.length > 0 ? [`${rest.join("；")}。`] : [];
}

/** Whether the words name the amount itself, not a longer one that ends like it. */
function states(words: string, amount: string): boolean {
  return words
    .split(amount)
    .slice(0, -1)
    .some((before) => !/[\d.]$/.test(before));
}

/** Remarks without which a figure would be taken for more than it is. */
const LIMITING: readonly CaveatCode[] = [
  "stale",
  "target_not_rule",
  "superseded",
  "expired",
  "guidance",
];

function remarks({ caveats }: Answer): string[] {
  const texts = caveats
    .filter(({ code }) => LIMITING.includes(code))
    .map(({ text }) => text);
  return [...new Set(texts)];
}

/** Documents by number; those without one by title. */
function documents({ citations }: Answer): string[] {
  const names = citations.map(
    (citation) => citation.number ?? documentName(citation),
  );
  return [...new Set(names)];
}

function spokenLead(said: readonly string[], { status }: Answer): string[] {
  const open = status === "not_stipulated" || status === "not_held";
  return open ? [...said, NOTED] : [...said];
}

const NOTED = "这一点我先登记下来，请业务人员核实。";

/** The whole text, with what it does not say in words of its own. */
function full(answer: Answer, { ownNumbers }: DeskWorld): string[] {
  const lines = answer.text
    .split("\n")
    .map((line) => withoutNumbers(line, ownNumbers))
    .filter((line) => line !== "");
  const words = lines.join("\n");
  return [
    ...conditionsBeside(answer, words),
    ...lines,
    ...figuresBeside(answer, words),
  ];
}

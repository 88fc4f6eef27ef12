/**
 * What holds for every answer, whatever was asked: the contract's shape and
 * its table of statuses, citations that stand in their notices, numbers that
 * are accounted for. Each function gives plain Chinese lines, none when all holds.
 */
import type { Knowledge } from "../../knowledge/knowledge.js";
import { squeeze } from "../../knowledge/text.js";
import { findPersonalNumbers } from "../../nlu/mask.js";
import { type Answer, answer as answerSchema } from "../answer.js";
import { COMPUTED_LINE } from "../phrasing/compose.js";
import { formsOf, numbersIn } from "./text-numbers.js";

/** All that is wrong with an answer in itself; `said` is everything the person typed so far. */
export function answerFaults(
  answer: Answer,
  knowledge: Knowledge,
  said: string,
): string[] {
  const shape = answerSchema.safeParse(answer);
  if (!shape.success)
    return shape.error.issues.map(
      (issue) => `回答对象的形状不对：${issue.path.join(".")} ${issue.message}`,
    );
  return [
    ...statusFaults(answer),
    ...groundFaults(answer),
    ...quoteFaults(answer, knowledge),
    ...wordFaults(answer),
    ...numberFaults(answer, said),
    ...personalFaults(answer.text, "回答里"),
    ...answer.parts.flatMap((part) => answerFaults(part, knowledge, said)),
  ];
}

/** Statuses whose answers state no result. */
const WITHOUT_FIGURES: readonly Answer["status"][] = [
  "needs_info",
  "clarify",
  "not_stipulated",
  "not_held",
  "out_of_scope",
  "handoff",
];

/** Explained words of the trade are ours, marked as explanation, and rest on no clause. */
const UNCITED_INTENTS = ["term"];

function statusFaults(answer: Answer): string[] {
  const { status, figures, steps, missing, suggestions, scope } = answer;
  const found: string[] = [];
  // The top level of several parts joins what the parts state.
  const joined = answer.parts.length > 0;
  if (WITHOUT_FIGURES.includes(status) && !joined) {
    if (figures.length > 0) found.push(`状态 ${status} 不应有金额`);
    if (steps.length > 0) found.push(`状态 ${status} 不应有计算步骤`);
  }
  if (status === "needs_info" && missing.length === 0)
    found.push("要追问的回答没有写缺什么");
  if (status !== "needs_info" && missing.length > 0 && !joined)
    found.push(`状态 ${status} 不应还缺东西`);
  if (
    status === "clarify" &&
    (suggestions.length < 2 || suggestions.length > 3)
  )
    found.push("需要选择的回答应给出两到三个选择");
  if (status === "out_of_scope" && answer.citations.length > 0 && !joined)
    found.push("超出范围的回答不应引文件");
  if ((status === "out_of_scope") !== (scope !== null))
    found.push("拒答类别只属于超出范围的回答，且不能没有");
  if (
    status === "answered" &&
    answer.citations.length === 0 &&
    !UNCITED_INTENTS.includes(answer.intent)
  )
    found.push("已回答而没有依据");
  if (answer.text.trim() === "") found.push("回答没有正文");
  return found;
}

/** Every figure and step cites, or is arithmetic on steps that do. */
function groundFaults({ figures, steps, citations }: Answer): string[] {
  const found: string[] = [];
  const grounded = new Set<string>();
  for (const step of steps) {
    const used = numbersIn(step.expression).map(({ value }) => value);
    if (step.citations.length > 0 || used.some((value) => grounded.has(value)))
      for (const form of formsOf(step.value)) grounded.add(form);
    else found.push(`计算步骤“${step.label}”没有依据`);
  }
  for (const figure of figures)
    if (
      figure.citations.length === 0 &&
      !steps.some(({ value }) => value === figure.value) &&
      !formsOf(figure.value).some((form) => grounded.has(form))
    )
      found.push(`“${figure.label}”没有依据`);
  for (const { label, citations: at } of [...figures, ...steps])
    if (at.some((index) => citations[index] === undefined))
      found.push(`“${label}”引的依据不存在`);
  return found;
}

function quoteFaults({ citations }: Answer, knowledge: Knowledge): string[] {
  return citations.flatMap(({ notice, clause, quote }) => {
    const held = knowledge.clause(notice, clause);
    if (!held) return [`引的条款不存在：${notice} ${clause}`];
    return squeeze(held.text).includes(squeeze(quote))
      ? []
      : [`引文不是 ${notice} ${clause} 的原文：“${quote}”`];
  });
}

const HEDGES = ["大概", "左右", "预计"];

/** The text without what it quotes. */
function ownWords({ text, citations }: Answer): string {
  let own = text;
  for (const { quote } of citations) own = own.replaceAll(quote, "");
  return own.replace(/“[^”]*”/g, "");
}

function wordFaults(answer: Answer): string[] {
  const own = ownWords(answer);
  const found: string[] = [];
  if (/^\s*(（|依据：|注意：)/.test(answer.text))
    found.push("正文没有先说结论");
  if (answer.status === "answered") {
    for (const hedge of HEDGES)
      if (own.includes(hedge)) found.push(`正文里有含糊的说法“${hedge}”`);
    if (answer.steps.length > 0 && !answer.text.includes(COMPUTED_LINE))
      found.push("测算的回答没有以固定的一句话收尾");
  }
  return found;
}

/** Each number with 元 or % is a figure, a step, a reference, quoted, or what the person said. */
function numberFaults(answer: Answer, said: string): string[] {
  const known = new Set<string>();
  const learn = (text: string): void => {
    for (const { value } of numbersIn(text)) known.add(value);
  };
  for (const { value, label } of [...answer.figures, ...answer.reference]) {
    for (const form of formsOf(value)) known.add(form);
    learn(label);
  }
  for (const { value, expression, label } of answer.steps) {
    for (const form of formsOf(value)) known.add(form);
    learn(expression);
    learn(label);
  }
  for (const range of answer.range ?? [])
    for (const end of [range.from, range.to])
      for (const form of formsOf(end)) known.add(form);
  for (const { quote, title } of answer.citations) learn(quote + title);
  learn(said);
  // What was left out counts as nothing, and is said so.
  if (answer.caveats.some(({ code }) => code === "assumed")) known.add("0");
  for (const part of answer.parts)
    for (const { value } of numbersIn(part.text)) known.add(value);
  return numbersIn(ownWords(answer))
    .filter(({ value, stated }) => stated && !known.has(value))
    .map(({ value }) => `正文里的数 ${value} 没有出处`);
}

/** Personal numbers in any string of a record. */
export function personalFaults(record: unknown, where: string): string[] {
  if (typeof record === "string")
    return findPersonalNumbers(record).length > 0
      ? [`${where}留有身份证、电话或卡号`]
      : [];
  if (typeof record !== "object" || record === null) return [];
  return Object.values(record).flatMap((item) => personalFaults(item, where));
}

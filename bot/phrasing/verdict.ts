/** First sentences for what the notices do not decide. */
import type { CalcResult, Figure } from "../../engine/result.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import { figureText } from "./format.js";
import { whomToAsk } from "./fixed.js";

/** What was asked: 太原市, 2025年度, 个人缴费标准. */
export interface Subject {
  place: string;
  period: string;
  what: string;
  /** No number was asked for, and so none is refused. */
  saying?: boolean;
  /** What statements in words say of another time. */
  told?: readonly string[];
}

/** That a rule exists is no figure that stands near. */
const amounts = (figures: readonly Figure[]): Figure[] =>
  figures.filter(({ type }) => type !== "boolean");

/** The text names so many references; the answer object holds all. */
const MOST_NAMED = 4;

const stated = (figures: readonly Figure[]): string =>
  amounts(figures)
    .slice(0, MOST_NAMED)
    .map((figure) => `${figure.label}${figureText(figure)}`)
    .join("；");

/** Says that no held notice covers the period, and what stands nearest. */
export function notHeldLead(
  { place, period, what, saying, told = [] }: Subject,
  reference: readonly Figure[],
  knowledge: Knowledge,
): string[] {
  const near =
    told.length > 0
      ? told.join("")
      : amounts(reference).length > 0
        ? `${stated(reference)}。`
        : null;
  return [
    `收录的文件里没有${place}${period}的${what}${saying ? "" : "，我不能给您这个数"}。`,
    ...(near === null
      ? []
      : [
          `收录到的是别的时间的规定，只供参考：${near}${period === "" ? "今天" : period}是否仍这样执行，收录的文件不能证明。`,
        ]),
    whomToAsk(knowledge),
  ];
}

/** Says that the held notices cover place and period and decide nothing. */
export function notStipulatedLead(
  { place, period, what, saying }: Subject,
  reference: readonly Figure[],
  knowledge: Knowledge,
): string[] {
  return [
    `收录的${place}文件没有规定${period === "" ? "" : `${period}的`}${what}${saying ? "" : "，我不能给您一个数"}。`,
    ...(amounts(reference).length > 0
      ? [`文件里有相近的内容，不能直接当作您的待遇：${stated(reference)}。`]
      : []),
    whomToAsk(knowledge),
  ];
}

/** What is stated on a matter, as all that the notices say of it. */
export const allThatIsTold = (
  told: readonly string[],
  knowledge: Knowledge,
): string[] => [
  `这件事收录的文件写到的就是这些：${told.join("")}`,
  whomToAsk(knowledge),
];

/** Says of some of the years asked about that nothing is stated for them. */
export const yearsUnstated = (period: string, what: string): string =>
  `${period}的${what}，收录的文件没有写。`;

/** The lead for a result that is not an answer; empty for an answer. */
export function verdictLead(
  result: CalcResult,
  subject: Subject,
  knowledge: Knowledge,
): string[] {
  switch (result.status) {
    case "not_held":
      return notHeldLead(subject, result.reference, knowledge);
    case "not_stipulated":
      return notStipulatedLead(subject, result.reference, knowledge);
    default:
      return [];
  }
}

/** Label and value of each figure, as one sentence. */
export function figuresSentence(figures: readonly Figure[]): string {
  return figures
    .map((figure) => `${figure.label}${figureText(figure)}`)
    .join("；");
}

/** The words of a clause as a sentence of ours. */
export function clauseSays(quote: string): string {
  return `文件写的是：“${quote}”`;
}

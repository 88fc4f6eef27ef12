/**
 * One answer in the words of the desk: to say, to send in full, to send as
 * SMS. Every rendering keeps place, year, for whom, figures and documents.
 */
import type { Answer } from "../answer.js";
import {
  conditionsBeside,
  figuresBeside,
  remarksBeside,
  states,
} from "./beside.js";
import { listsPlaces } from "./contacts.js";
import { dateText, figureText, groundsHeading } from "./format.js";
import { halfMinutes, statements } from "./half-minute.js";
import { atTheDesk, beforeParts, leadOf, withoutOwnNumbers } from "./lead.js";
import { smsParts } from "./sms.js";
import { spoken } from "./spoken.js";

export interface Renderings {
  /** Each half a minute at most, amounts in words; nearly always one. */
  spoken: string[];
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
  const parts = answer.parts.length > 0 ? answer.parts : [answer];
  return {
    spoken: spokenOf(answer, parts, world),
    full: [...full(answer, world), `按${dateText(world.on)}查询。`].join("\n"),
    sms: smsParts(
      [
        ...beforeParts(answer),
        ...parts.flatMap((part) =>
          said(part, world, (all) =>
            isOpen(part) ? `按${all}来看，` : `${all}，`,
          ),
        ),
      ],
      decides(parts)
        ? [...sources(answer, "据", "，"), `${world.on}查。`].join("")
        : "",
    ),
  };
}

/** Where what is left to a message would take a condition along, it is said at the beginning. */
function spokenOf(
  answer: Answer,
  parts: readonly Answer[],
  world: DeskWorld,
): string[] {
  const made = cutDown(answer, parts, world, (line) => line);
  const words = made.join("");
  const whole = parts.every(({ conditions }) =>
    conditions.every(({ label }) => words.includes(spoken(label))),
  );
  if (whole) return made;
  return cutDown(answer, parts, world, (line) => statements(line)[0] ?? "");
}

function cutDown(
  answer: Answer,
  parts: readonly Answer[],
  world: DeskWorld,
  surely: (line: string) => string,
): string[] {
  const open = parts.some(isOpen);
  const together = beforeParts(answer);
  const matter = [
    ...together,
    ...parts.flatMap((part) => [
      ...mainResults(part),
      // 低保户交70，那边缘户呢: that nothing is written of the second is said, too.
      ...(isOpen(part)
        ? readable(part, leadOf(part, world.ownNumbers)).slice(0, 1)
        : remarksBeside(part, "")),
    ]),
  ];
  const day = decides(parts) ? [`按${dateText(world.on)}查询。`] : [];
  return halfMinutes({
    lines: [
      ...together.map((line) => [spoken(line)]),
      ...parts.flatMap((part) => spokenLines(part, world, surely)),
    ],
    always: open ? [NOTED] : [],
    end: [...sources(answer, groundsHeading(answer.intent), "。"), ...day],
    matters: (piece) => matter.some((one) => states(piece, spoken(one))),
  });
}

/** The lines in pieces; a figure that is not the asked one is never said without what limits it. */
function spokenLines(
  part: Answer,
  world: DeskWorld,
  surely: (line: string) => string,
): string[][] {
  const opening = OPENING[part.status] ?? ((all) => `按${all}来看，`);
  const lines = said(part, world, opening, surely).map(spoken);
  return isOpen(part) ? lines.map((line) => [line]) : lines.map(statements);
}

const isOpen = ({ status }: Answer): boolean =>
  status === "not_stipulated" || status === "not_held";

/** Whether it tells what the documents say on a day; a question back or a refusal does not. */
function decides(parts: readonly Answer[]): boolean {
  return parts.some(
    (part) =>
      part.status === "answered" || isOpen(part) || part.citations.length > 0,
  );
}

/** How a question back takes up what the caller said. */
const OPENING: Readonly<Record<string, (all: string) => string>> = {
  needs_info: (all) => `我记下了：${all}。`,
  clarify: (all) => `我记下了：${all}。`,
};

/** The amounts that the question was about: those of the first figure, of every case. */
function mainResults({ figures }: Answer): string[] {
  return figures
    .filter(({ key }) => key === figures[0]?.key)
    .map((figure) => figureText(figure));
}

/**
 * What is said of an answer: its words, and beside them conditions, results
 * and remarks. Only what is surely said of the first line names a condition:
 * what stands near, or after it, may be about others.
 */
function said(
  answer: Answer,
  { ownNumbers }: DeskWorld,
  opening: (conditions: string) => string,
  surely: (line: string) => string = (line) => line,
): string[] {
  const lines = readable(answer, leadOf(answer, ownNumbers));
  const [first = "", ...rest] = lines;
  const words = lines.join("");
  const conditions = conditionsBeside(answer, surely(first));
  return [
    `${conditions.length > 0 ? opening(conditions.join("、")) : ""}${first}`,
    ...rest,
    ...figuresBeside(answer, words),
    ...remarksBeside(answer, words),
  ];
}

/** Without lists of places that nobody asked for; what is to be read below is read here. */
function readable({ citations }: Answer, lines: readonly string[]): string[] {
  const quotes = citations
    .map(({ quote }) => `“${quote.replace(/\s+/g, " ")}”`)
    .join("");
  return lines
    .map((line) =>
      line
        .split(/(?<=[。！？])/)
        .filter((sentence) => !listsPlaces(sentence))
        .join("")
        .replace(/(原文)(照录)?在下面。/, `$1是：${quotes}`),
    )
    .filter((line) => line !== "");
}

/** Documents by number; those without one by title. */
function sources(
  { citations }: Answer,
  before: string,
  after: string,
): string[] {
  const names = citations.map(({ number, title }) => number ?? `《${title}》`);
  const all = [...new Set(names)].join("、");
  return all === "" ? [] : [`${before}${all}${after}`];
}

const NOTED = "这一点我先登记下来，请业务人员核实。";

/** The whole text, with what it does not say in words of its own. */
function full(answer: Answer, { ownNumbers }: DeskWorld): string[] {
  const lines =
    atTheDesk(answer) ?? withoutOwnNumbers(answer.text.split("\n"), ownNumbers);
  const words = lines.join("\n");
  const conditions = conditionsBeside(answer, words);
  return [
    ...(conditions.length > 0 ? [`条件：${conditions.join("、")}。`] : []),
    ...lines,
    ...figuresBeside(answer, words),
  ];
}

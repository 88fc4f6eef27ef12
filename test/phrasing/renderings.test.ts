/** Every rendering of every scripted turn keeps place, year, for whom, figures, documents and the day. */
import { describe, expect, test } from "vitest";
import type { Answer } from "../../bot/answer.js";
import {
  BY_MESSAGE,
  GOES_ON,
  HALF_MINUTE,
} from "../../bot/phrasing/half-minute.js";
import { dateText, figureText } from "../../bot/phrasing/format.js";
import { type Renderings, renderings } from "../../bot/phrasing/renderings.js";
import { SMS_LENGTH, smsParts } from "../../bot/phrasing/sms.js";
import { spoken } from "../../bot/phrasing/spoken.js";
import { initialState, step } from "../../bot/dialogue/step.js";
import { scriptFiles } from "../../bot/scripts/files.js";
import { ScriptNames } from "../../bot/scripts/naming.js";
import { play } from "../../bot/scripts/play.js";
import { readScripts } from "../../bot/scripts/read.js";
import { loadKnowledge } from "../../knowledge/load.js";

const knowledge = loadKnowledge();
const names = new ScriptNames(knowledge);
const ownNumbers = knowledge.contacts
  .filter(({ purpose }) => purpose === "insurance")
  .map(({ phone }) => phone);
const { files } = scriptFiles([
  new URL("../conversations", import.meta.url).pathname,
]);
const on = "2023-03-15";

interface Made {
  user: string;
  answer: Answer;
  made: Renderings;
  /** What is said as one text, without the words that lead on. */
  words: string;
  /** The messages as one text, without their numbers. */
  messages: string;
}

const all: Made[] = files.flatMap(({ path, text }) => {
  const read = readScripts(text, path, names);
  if (read.kind === "faults") throw new Error(read.faults.join("\n"));
  return read.scripts.flatMap((script) =>
    play(script, { knowledge, names, today: on }).map(({ user, answer }) =>
      render(user, answer),
    ),
  );
});

function render(user: string, answer: Answer): Made {
  const made = renderings(answer, { on, ownNumbers });
  const parts = made.sms.map((part) => part.replace(/^\(\d+\/\d+\)/, ""));
  const words = made.spoken.join("").replaceAll(GOES_ON, "");
  return { user, answer, made, words, messages: parts.join("") };
}

const ask = (text: string, day: string): Made =>
  render(text, step(initialState(), { text }, { knowledge, on: day }).answer);

/** Place, year and for whom. */
const conditions = ({ answer }: Made): string[] =>
  answer.conditions.map(({ label }) => label);
/** What holds is said in words, all else with its value. */
const amounts = (figures: Answer["figures"]): string[] =>
  figures
    .filter(({ type, value }) => type !== "boolean" || value === "false")
    .map(figureText);
const documents = ({ answer }: Made): string[] =>
  answer.citations.map(({ number, title }) => number ?? `《${title}》`);
/** What the question was about: the first figure, in every case. */
const main = ({ answer }: Made): string[] =>
  (answer.parts.length > 0 ? answer.parts : [answer]).flatMap(({ figures }) =>
    amounts(figures.filter(({ key }) => key === figures[0]?.key)),
  );

/** All that a text does not hold, so that a failure tells turn and loss. */
const lost = (
  text: (one: Made) => string,
  wanted: (one: Made) => readonly string[],
): unknown[] =>
  all.flatMap((one) =>
    wanted(one)
      .filter((part) => !text(one).includes(part))
      .map((part) => ({ user: one.user, part, text: text(one) })),
  );

const DECIDED = ["answered", "not_stipulated", "not_held"];
const day = (form: string) => (one: Made) =>
  DECIDED.includes(one.answer.status) ? [form] : [];

describe("of every scripted turn", () => {
  test("there are many", () => expect(all.length).toBeGreaterThan(600));

  test.each<[string, (one: Made) => readonly string[]]>([
    ["conditions", conditions],
    ["figures", ({ answer }) => amounts(answer.figures)],
    ["documents", documents],
    ["day", day(dateText(on))],
  ])("the full version keeps the %s", (_name, wanted) => {
    expect(lost(({ made }) => made.full, wanted)).toEqual([]);
  });

  test.each<[string, (one: Made) => readonly string[]]>([
    ["conditions", conditions],
    ["figures", ({ answer }) => amounts(answer.figures)],
    ["documents", documents],
    ["day", day(on)],
  ])("the messages together keep the %s", (_name, wanted) => {
    expect(lost(({ messages }) => messages, wanted)).toEqual([]);
  });

  test("no message is too long, cuts a number or holds the day alone", () => {
    for (const { made } of all) {
      const parts = made.sms.map((part) => part.replace(/^\(\d+\/\d+\)/, ""));
      made.sms.forEach((part, at) => {
        expect(part.length).toBeLessThanOrEqual(SMS_LENGTH);
        const cut =
          /[\d.]$/.test(parts[at] ?? "") &&
          /^[\d.元%]/.test(parts[at + 1] ?? "");
        expect(cut && parts).toBe(false);
        expect(parts[at]).not.toBe(`${on}查。`);
      });
    }
  });

  test.each<[string, (one: Made) => readonly string[]]>([
    ["conditions", conditions],
    ["figures that were asked for", main],
    ["documents", documents],
    ["day", day(dateText(on))],
  ])("the spoken version keeps the %s", (_name, wanted) => {
    const inWords = (one: Made) => wanted(one).map(spoken);
    expect(lost(({ words }) => words, inWords)).toEqual([]);
  });

  test("the spoken version has amounts in words and says what it leaves to a message", () => {
    for (const { answer, made, words } of all) {
      expect(words).not.toMatch(/\d元|\d%|\d个百分点|\n/);
      const left = amounts(answer.figures).some(
        (amount) => !words.includes(spoken(amount)),
      );
      if (left) expect(words).toContain(BY_MESSAGE);
      if (!words.includes(BY_MESSAGE)) continue;
      expect(made.full.length).toBeGreaterThan(HALF_MINUTE);
    }
  });

  test("nothing takes longer than half a minute at a time, nearly all is said at once", () => {
    for (const { made } of all)
      for (const turn of made.spoken) {
        expect(turn.length).toBeLessThanOrEqual(HALF_MINUTE);
        const said = turn.replace(GOES_ON, "");
        // No number is taken apart, and the day never comes alone.
        expect(said).toMatch(/[。！？，,；、：”）]$/);
        expect(said).not.toBe(`按${dateText(on)}查询。`);
      }
    // What a document says word for word is as long as it is.
    const own = all.filter(({ answer }) => answer.intent !== "document");
    const several = own.filter(({ made }) => made.spoken.length > 1);
    expect(several.length / own.length).toBeLessThan(0.12);
  });

  test("none sends a caller to the desk's own number", () => {
    for (const { made } of all)
      for (const number of ownNumbers)
        expect([...made.spoken, made.full, ...made.sms].join("")).not.toContain(
          number,
        );
  });
});

test("equal amounts of two cases are both said", () => {
  const { messages } = ask(
    "天津居民医保在改革的二级医院看门诊，政策范围内费用400元，能报多少",
    "2018-03-15",
  );
  expect(messages).toContain("上一年没超过起付标准：个人负担400元");
});

test("a figure that is not the asked one is never said without what limits it", () => {
  const { words } = ask("太原居民门诊一年最多报多少", "2026-11-27");
  if (words.includes("二百五十元")) expect(words).toContain("不能证明");
  expect(words).toContain(BY_MESSAGE);
});

test("what fits into a message is not divided", () => {
  const short = "文件里有相近的内容：二档个人缴费标准725元，不能直接用。";
  const parts = smsParts([`${"甲".repeat(50)}。`, short]);
  expect(parts.some((part) => part.endsWith(short))).toBe(true);
});

test("a clause that is to be read is read, not said to stand below", () => {
  const { words, messages } = ask("并医保发〔2022〕27号一（三）1的原文", on);
  expect(words).toContain("民政等部门认定的特困人员");
  expect(messages).toContain("即每人每年资助280元。”");
  expect(words + messages).not.toContain("下面");
});

test("a list of the held places is not read out", () => {
  const { made } = ask("低保交多少", on);
  expect(made.spoken).toEqual([
    "您问的是个人缴费。各地标准不一样，请问您问的是哪个地方？",
  ]);
  expect(made.full).toContain("重庆市");
});

test("the desk is where complaints and callers who want a person are", () => {
  expect(ask("我要投诉你们", on).words).toContain("登记");
  expect(ask("转人工", on).made.full).not.toContain("没有人工坐席");
});

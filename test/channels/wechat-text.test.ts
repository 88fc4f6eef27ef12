import fc from "fast-check";
import { expect, test } from "vitest";
import { answerText } from "../../bot/channels/wechat/answer-text.js";
import { byteLength, clipText } from "../../bot/channels/wechat/clip.js";
import { greetingText } from "../../bot/channels/wechat/fixed-texts.js";
import {
  linkedWords,
  plain,
  sayLink,
} from "../../bot/channels/wechat/links.js";
import { readMenu } from "../../bot/channels/wechat/menu.js";
import {
  element,
  readXml,
  xml,
  XmlError,
} from "../../bot/channels/wechat/xml.js";
import { initialState, step } from "../../bot/dialogue/step.js";
import { failureAnswer } from "../../bot/host/failure.js";
import { knowledge } from "./server.js";

const PAGE = "https://example.org/wechat/answers/0123456789abcdefghijkl";
const ask = (text: string) =>
  step(initialState(), { text }, { knowledge, on: "2022-10-08" }).answer;

test("conclusion, computation, document and clause, the fixed line, links", () => {
  const answer = ask("太原低保户2023年要交多少钱");
  const text = answerText(answer, { page: PAGE });
  const lines = text.split("\n");
  expect(lines[0]).toBe(answer.text.split("\n")[0]);
  expect(text).toContain("350 × 80% = 280元");
  expect(text).toContain("（并医保发〔2022〕27号）一（二）、一（三）1");
  expect(text).toContain("按您说的条件测算，实际以经办机构认定和结算为准。");
  expect(text).toContain(`<a href="${PAGE}">`);
  expect(linkedWords(text)).toEqual(answer.suggestions.slice(0, 3));
});

test("a quotation is left to the page; a reply without one needs no page", () => {
  const answer = ask("太原低保户2023年要交多少钱");
  const text = answerText(answer, { page: PAGE });
  for (const { quote } of answer.citations) expect(text).not.toContain(quote);
  expect(answerText(ask("你好"), { page: PAGE })).not.toContain(PAGE);
});

test("any answer fits into 2,048 bytes, its conclusion and the way to the rest kept", () => {
  const sentence = fc.string({ unit: "binary", maxLength: 150 });
  fc.assert(
    fc.property(
      fc.array(sentence, { minLength: 1, maxLength: 20 }),
      fc.array(fc.string({ unit: "grapheme", maxLength: 120 }), {
        maxLength: 9,
      }),
      fc.boolean(),
      (lines, suggestions, inParts) => {
        const one = {
          ...failureAnswer(),
          text: `先说结论。\n${lines.join("。\n")}`,
          suggestions,
        };
        const answer = inParts ? { ...one, parts: [one, one, one] } : one;
        const text = answerText(answer, { page: PAGE, heard: lines.join("") });
        expect(byteLength(text)).toBeLessThanOrEqual(2048);
        expect(text.startsWith("先说结论。")).toBe(true);
        if (text.includes("……\n")) expect(text).toContain(PAGE);
        expect(text.match(/<a /g)?.length ?? 0).toBeLessThanOrEqual(4);
      },
    ),
    { numRuns: 60 },
  );
});

test("a long text is clipped at the end of a sentence", () => {
  const text = "第一句话。".repeat(400);
  const clipped = clipText(text, 1000);
  expect(byteLength(clipped)).toBeLessThanOrEqual(1000);
  expect(clipped.endsWith("第一句话。……")).toBe(true);
  expect(clipText("短的", 1000)).toBe("短的");
  expect(clipText("😀".repeat(300), 100)).toMatch(/^(😀)+……$/u);
});

test("what a person wrote cannot become a link", () => {
  const answer = {
    ...failureAnswer(),
    text: '没有收录<a href="http://evil">这里</a>的文件。',
  };
  expect(answerText(answer, { page: PAGE })).not.toContain("<a");
  expect(plain("a<b>")).toBe("a＜b＞");
  const words = '100%&"<>\n加 号+#1';
  const link = sayLink(words, 1);
  expect(linkedWords(link)).toEqual([words]);
  expect(link.match(/[<>]/g)).toHaveLength(4);
});

test("the greeting offers every example to tap", () => {
  const examples = ["太原低保户2023年要交多少钱", "重庆什么时候缴费"];
  const text = greetingText({ text: "您好。", examples });
  expect(text.startsWith("您好。")).toBe(true);
  expect(linkedWords(text)).toEqual(examples);
});

test("every question of the menu is understood", () => {
  for (const [key, question] of readMenu(null)) {
    const answer = ask(question);
    expect([key, answer.scope]).not.toEqual([key, "other"]);
  }
});

test("a menu file that cannot be read is named", () => {
  expect(() => readMenu("/nowhere/menu.yaml")).toThrow("/nowhere/menu.yaml");
});

test("texts go through XML unchanged", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom("]]>", "a]]>b]]]]>", "<![CDATA[", "&lt;", "😀", " \n "),
      ),
      (text) => {
        const safe = text.replace(/[^\t\n\r\u0020-\u{10FFFF}]/gu, "");
        const fields = readXml(xml([element("Content", safe)]));
        expect(fields.get("Content")).toBe(safe.replace(/\r\n?/g, "\n"));
      },
    ),
    { numRuns: 60 },
  );
  expect(readXml("<xml><A>1 &lt; 2 &amp;amp;</A></xml>").get("A")).toBe(
    "1 < 2 &amp;",
  );
  expect(element("A", "a\u0000\ud800b\u0008")).toBe("<A><![CDATA[ab]]></A>");
});

test.each([
  ["a DTD", '<!DOCTYPE xml [<!ENTITY a "b">]><xml><A>&a;</A></xml>'],
  ["a DTD in small letters", "<!doctype xml><xml><A>1</A></xml>"],
  ["an entity alone", '<!ENTITY a "b"><xml><A>1</A></xml>'],
  ["no XML", "hello"],
  ["nothing", ""],
  ["an end that is missing", "<xml><A>1</A>"],
  ["another root", "<html><A>1</A></html>"],
  ["an element twice", "<xml><A>1</A><A>2</A></xml>"],
  ["two documents", "<xml><A>1</A></xml><xml><A>2</A></xml>"],
  ["a section without end", "<xml><A><![CDATA[1</A></xml>"],
  ["a reserved name", "<xml><__proto__>1</__proto__></xml>"],
  ["endless depth", `<xml>${"<a>".repeat(50_000)}</xml>`],
])("%s is refused", (_, body) => {
  expect(() => readXml(body)).toThrow(XmlError);
});

test("a DTD that a person types is only a text", () => {
  const typed = "<!DOCTYPE html> 是什么";
  expect(readXml(xml([element("Content", typed)])).get("Content")).toBe(typed);
});

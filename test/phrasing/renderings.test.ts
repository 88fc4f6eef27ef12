/** Every rendering of every scripted turn keeps place, year, for whom, figures and documents. */
import { describe, expect, test } from "vitest";
import { documentName, figureText } from "../../bot/phrasing/format.js";
import { renderings } from "../../bot/phrasing/renderings.js";
import { SMS_LENGTH } from "../../bot/phrasing/sms.js";
import { spoken } from "../../bot/phrasing/spoken.js";
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
const turns = files.flatMap(({ path, text }) => {
  const read = readScripts(text, path, names);
  if (read.kind === "faults") return [];
  return read.scripts.flatMap((script) =>
    play(script, { knowledge, names, today: "2023-03-15" }),
  );
});

/** What must be found again, as it is written and as it is said. */
function kept({ answer }: (typeof turns)[number]): string[] {
  return [
    ...answer.conditions.map(({ label }) => label),
    ...answer.figures.map(figureText),
    ...answer.citations.map(
      (citation) => citation.number ?? documentName(citation),
    ),
  ];
}

describe("of every scripted turn", () => {
  const all = turns.map((turn) => ({
    turn,
    wanted: kept(turn),
    made: renderings(turn.answer, { on: "2023-03-15", ownNumbers }),
  }));

  test("there are many", () => expect(all.length).toBeGreaterThan(200));

  test("the full version keeps everything", () => {
    for (const { wanted, made } of all)
      for (const one of wanted) expect(made.full).toContain(one);
  });

  test("the spoken version keeps everything, amounts in words", () => {
    for (const { wanted, made } of all)
      for (const one of wanted) expect(made.spoken).toContain(spoken(one));
    for (const { made } of all)
      expect(made.spoken).not.toMatch(/\d元|\d%|\d个百分点/);
  });

  test("the messages together keep everything, none too long, no number cut", () => {
    for (const { wanted, made } of all) {
      for (const part of made.sms)
        expect(part.length).toBeLessThanOrEqual(SMS_LENGTH);
      const parts = made.sms.map((part) => part.replace(/^\(\d+\/\d+\)/, ""));
      for (const one of wanted) expect(parts.join("")).toContain(one);
      parts.forEach((part, at) => {
        const cut =
          /[\d.]$/.test(part) && /^[\d.元%]/.test(parts[at + 1] ?? "");
        expect(cut && parts).toBe(false);
      });
    }
  });

  test("none sends a caller to the desk's own number", () => {
    for (const { made } of all)
      for (const number of ownNumbers)
        expect([made.spoken, made.full, ...made.sms].join("")).not.toContain(
          number,
        );
  });
});

import { describe, expect, it } from "vitest";
import { scriptFiles } from "../../bot/scripts/files.js";
import { ScriptNames } from "../../bot/scripts/naming.js";
import { passed, play } from "../../bot/scripts/play.js";
import { readScripts } from "../../bot/scripts/read.js";
import { failureLines } from "../../bot/scripts/show.js";
import { loadKnowledge } from "../../knowledge/load.js";
import { unknownIn } from "./unknown-words.js";

const knowledge = loadKnowledge();
const names = new ScriptNames(knowledge);
const { files } = scriptFiles([
  new URL("../conversations", import.meta.url).pathname,
]);

describe("our own conversations", () => {
  for (const { path, text } of files) {
    const file = path.slice(path.indexOf("conversations/"));
    const read = readScripts(text, file, names);
    if (read.kind === "faults") {
      it(file, () => expect(read.faults).toEqual([]));
      continue;
    }
    for (const script of read.scripts)
      it(`${file}: ${script.title}`, () => {
        const turns = play(script, { knowledge, names, today: "2023-03-15" });
        const failures = turns.every(passed)
          ? ""
          : failureLines(script, turns).join("\n");
        expect(failures).toBe("");
        const unknown = turns.flatMap(({ answer }) => unknownIn(answer, names));
        expect(unknown, "words that no script could name").toEqual([]);
      });
  }

  it("are at least 120", () => {
    const count = files.reduce((sum, { path, text }) => {
      const read = readScripts(text, path, names);
      return sum + (read.kind === "scripts" ? read.scripts.length : 0);
    }, 0);
    expect(count).toBeGreaterThanOrEqual(120);
  });
});

import { describe, expect, it } from "vitest";
import { scriptFiles } from "../../bot/scripts/files.js";
import { ScriptNames } from "../../bot/scripts/naming.js";
import { readScripts } from "../../bot/scripts/read.js";
import type { Script } from "../../bot/scripts/script.js";
import type { Answer } from "../../bot/answer.js";
import { initialState, step } from "../../bot/dialogue/step.js";
import { loadKnowledge } from "../../knowledge/load.js";

const knowledge = loadKnowledge();
const names = new ScriptNames(knowledge);
const { files } = scriptFiles([
  new URL("../conversations", import.meta.url).pathname,
]);
const scripts = files.flatMap(({ path, text }) => {
  const read = readScripts(text, path, names);
  return read.kind === "scripts" ? read.scripts : [];
});

interface Offer {
  asked: string;
  answer: Answer;
  said: string;
  next: Answer;
}

/** Every suggestion of every turn, sent back as plain words in that conversation. */
function offersOf(script: Script): Offer[] {
  let state = initialState();
  return script.turns.flatMap((turn) => {
    const world = {
      knowledge,
      on: turn.on ?? script.on ?? "2023-03-15",
      ...(script.place ? { place: script.place } : {}),
    };
    const { state: after, answer } = step(
      state,
      { text: turn.user, at: turn.at },
      world,
    );
    state = after;
    return answer.suggestions.map((said) => ({
      asked: turn.user,
      answer,
      said,
      next: step(after, { text: said }, world).answer,
    }));
  });
}

const offers = scripts.flatMap(offersOf);
const shown = (all: readonly Offer[]): string[] =>
  all.map(({ asked, said, next }) => `${asked} → ${said}: ${next.status}`);

describe("what is offered to be said next", () => {
  it("is offered often", () => {
    expect(offers.length).toBeGreaterThan(500);
  });

  it("leads to an answer, to a question back or to what is offered near it, and never to the same words", () => {
    const free = offers.filter(
      ({ answer }) => !["needs_info", "clarify"].includes(answer.status),
    );
    const lost = free.filter(
      ({ answer, next }) =>
        !(
          ["answered", "needs_info", "clarify"].includes(next.status) ||
          (next.status === "not_stipulated" && next.suggestions.length > 0)
        ) || next.text === answer.text,
    );
    expect(shown(lost)).toEqual([]);
  });

  it("stays with the matter where it only changes the case", () => {
    const other = offers.filter(
      ({ answer, said, next }) =>
        /^那.*呢$/.test(said) &&
        ![answer, ...answer.parts].some(({ intent }) => intent === next.intent),
    );
    expect(shown(other)).toEqual([]);
  });

  it("as a choice is understood as the reply to the question", () => {
    const again = offers.filter(
      ({ answer, next }) =>
        answer.status === "needs_info" &&
        (next.status === "out_of_scope" ||
          (next.status === "needs_info" &&
            next.missing[0] === answer.missing[0])),
    );
    expect(shown(again)).toEqual([]);
  });
});

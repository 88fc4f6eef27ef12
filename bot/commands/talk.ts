/** A conversation in this process: in memory, or kept in a data folder. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Knowledge } from "../../knowledge/knowledge.js";
import { maskPersonalNumbers } from "../../nlu/mask.js";
import type { Answer } from "../answer.js";
import { initialState, step, type State } from "../dialogue/step.js";
import { TurnLoop } from "../host/loop.js";
import { openSqliteStore } from "../store/sqlite.js";

export interface Said {
  conversation: string;
  text: string;
  /** The day of the question, YYYY-MM-DD. */
  on: string;
  /** ISO time of the message. */
  at?: string | undefined;
}

export interface Talk {
  answer(said: Said): Promise<Answer>;
  close(): Promise<void>;
}

export interface TalkParts {
  knowledge: Knowledge;
  place?: string | undefined;
  /** Folder in which conversations are kept; without it nothing outlives the process. */
  data?: string | undefined;
}

/** Opens a place to talk. */
export function openTalk({ knowledge, place, data }: TalkParts): Talk {
  return data === undefined
    ? inMemory(knowledge, place)
    : inFolder(knowledge, place, data);
}

function inMemory(knowledge: Knowledge, place: string | undefined): Talk {
  const states = new Map<string, State>();
  return {
    async answer({ conversation, text, on, at }) {
      const before = states.get(conversation) ?? initialState();
      const { state, answer } = step(
        before,
        { text: maskPersonalNumbers(text), at },
        { knowledge, on, place },
      );
      if (conversation !== "") states.set(conversation, state);
      return answer;
    },
    async close() {},
  };
}

function inFolder(
  knowledge: Knowledge,
  place: string | undefined,
  data: string,
): Talk {
  const store = openSqliteStore(join(data, "mingbai.db"));
  const loop = new TurnLoop({
    store,
    knowledge,
    place,
    step,
    mask: maskPersonalNumbers,
    now: () => new Date(),
  });
  return {
    async answer({ conversation, text, on, at }) {
      const name = conversation === "" ? randomUUID() : conversation;
      const { turn } = await loop.answer({
        channel: "cli",
        conversation: name,
        message: randomUUID(),
        text,
        on,
        at,
      });
      return turn.answer;
    },
    close: () => store.close(),
  };
}

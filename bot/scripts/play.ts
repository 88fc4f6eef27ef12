/** Plays a script against the dialogue and tells what does not hold, turn by turn. */
import { isDeepStrictEqual } from "node:util";
import type { Knowledge } from "../../knowledge/knowledge.js";
import { maskPersonalNumbers } from "../../nlu/mask.js";
import type { Answer } from "../answer.js";
import {
  initialState,
  type Message,
  type State,
  step,
  type World,
} from "../dialogue/step.js";
import { failureAnswer } from "../host/failure.js";
import { type Mismatch, mismatches } from "./expect.js";
import { answerFaults, personalFaults } from "./invariants.js";
import type { ScriptNames } from "./naming.js";
import type { Script } from "./script.js";

/** The world that a script is played in. */
export interface PlayWorld {
  knowledge: Knowledge;
  names: ScriptNames;
  /** Day of conversations that name none, YYYY-MM-DD. */
  today: string;
  /** Place id of --place, where the script names none. */
  place?: string | undefined;
}

export interface PlayedTurn {
  user: string;
  line: number;
  answer: Answer;
  mismatches: Mismatch[];
  /** What must hold of every answer and does not. */
  broken: string[];
}

/** A turn that passed everything. */
export function passed({ mismatches, broken }: PlayedTurn): boolean {
  return mismatches.length === 0 && broken.length === 0;
}

/** Plays all turns, also those after a failing one; `take` is the dialogue that is played against. */
export function play(
  script: Script,
  world: PlayWorld,
  take: typeof step = step,
): PlayedTurn[] {
  const place = script.place ?? world.place;
  let state = initialState();
  let said = "";
  return script.turns.map(({ user, on, at, expect }, index) => {
    said += `\n${user}`;
    const text = maskPersonalNumbers(user);
    const { answer, after, broken } = playTurn(
      take,
      state,
      at === undefined ? { text } : { text, at },
      { knowledge: world.knowledge, on: on ?? script.on ?? world.today, place },
      said,
    );
    state = after;
    return {
      user,
      line: script.turnLines[index] ?? script.line,
      answer,
      mismatches: expect ? mismatches(answer, expect, world.names) : [],
      broken,
    };
  });
}

/** One turn with everything that must hold of it; a program that fails is a finding, too. */
function playTurn(
  take: typeof step,
  before: State,
  message: Message,
  world: World,
  said: string,
): { answer: Answer; after: State; broken: string[] } {
  try {
    const turn = take(before, message, world);
    const broken = [
      ...answerFaults(turn.answer, world.knowledge, said),
      ...repeatFaults(() => take(copy(before), message, world), turn),
      ...stateFaults(turn.state),
      ...personalFaults(turn.state, "对话的记录里"),
      ...suggestionFaults(turn.answer, (text) =>
        take(copy(turn.state), { ...message, text }, world),
      ),
    ];
    return { answer: turn.answer, after: turn.state, broken };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      answer: failureAnswer(),
      after: before,
      broken: [`程序出错：${why}`],
    };
  }
}

const copy = (state: State): State =>
  JSON.parse(JSON.stringify(state)) as State;

/** The state is nothing but what JSON keeps; what is undefined may as well be left out. */
function stateFaults(state: State): string[] {
  return isDeepStrictEqual(copy(state), defined(state))
    ? []
    : ["对话的状态存下再读出来不一样"];
}

/** Without what is undefined; anything but lists and plain objects stays as it is. */
function defined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(defined);
  if (
    typeof value !== "object" ||
    value === null ||
    Object.getPrototypeOf(value) !== Object.prototype
  )
    return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, defined(item)]),
  );
}

/** The same message from the same state, read back from JSON, gives the same bytes. */
function repeatFaults(
  again: () => { state: State; answer: Answer },
  first: { state: State; answer: Answer },
): string[] {
  return JSON.stringify(again()) === JSON.stringify(first)
    ? []
    : ["同样的话再说一次，回答或记录不一样"];
}

/** Each suggestion is understood when it is sent back as it is. */
function suggestionFaults(
  answer: Answer,
  send: (words: string) => { answer: Answer },
): string[] {
  return answer.suggestions.flatMap((words) => {
    const reply = send(words).answer;
    const lost =
      (reply.status === "out_of_scope" && reply.scope === "other") ||
      (reply.status === "clarify" && reply.suggestions.includes(words));
    return lost ? [`建议“${words}”发回去没有被听懂`] : [];
  });
}

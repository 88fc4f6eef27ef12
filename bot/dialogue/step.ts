/** One turn of a conversation, pure: (state, message, world) → (state, answer). */
import type { Answer } from "../answer.js";
import type { Knowledge } from "../../knowledge/knowledge.js";

/** What a conversation remembers between turns. Survives JSON. */
export interface State {
  version: 1;
  [key: string]: unknown;
}

export interface Message {
  /** As typed, personal numbers already masked. */
  text: string;
  /** ISO time of the message when the channel gives one; without it no time passes. */
  at?: string;
}

export interface World {
  knowledge: Knowledge;
  /** The day of the question, YYYY-MM-DD. */
  on: string;
  /** Jurisdiction id that the account or hotline serves; used as assumed. */
  place?: string;
}

export interface Turn {
  state: State;
  answer: Answer;
}

/** The state before the first message. */
export function initialState(): State {
  return { version: 1 };
}

/** Answers one message. Never throws on any text. */
export declare function step(state: State, message: Message, world: World): Turn;

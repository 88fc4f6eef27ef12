/** A conversation partner behind a channel, as the player of scripts sees it. */
import type { Answer } from "../../answer.js";

export interface Heard {
  answer: Answer;
  /** In what the channel did not do as it must. */
  faults: string[];
}

export interface Partner {
  /** Says one thing in a conversation and waits for what comes back. */
  say(conversation: string, text: string): Promise<Heard>;
}

/**
 * What the bot keeps, behind one small port. Every channel and command talks
 * to this interface; which database stands behind it is decided at the start.
 */
import type { Answer } from "../answer.js";
import type { State } from "../dialogue/step.js";

/** A conversation as it stands between two turns. */
export interface Conversation {
  id: string;
  channel: string;
  state: State;
  /** Grows by one with every saved turn; a save names the one it started from. */
  revision: number;
}

/** One recorded turn: what came in, what went out, or what failed. */
export interface TurnRecord {
  conversation: string;
  channel: string;
  /** The channel's id of the message; the same id is answered once. */
  message: string;
  /** Personal numbers already masked. */
  text: string;
  answer: Answer;
  outcome: "answered" | "failed";
  /** Why it failed, for the operator; never shown to the person. */
  error: string | null;
  /** When it was received, ISO time. */
  at: string;
  /** When it was written, where the channel says so: between these, time passes in the conversation. */
  sent: string | null;
  /** The day the question was asked for. */
  on: string;
}

/** An entry of a conversation that clients read by position (Direct Line). */
export interface StoredActivity {
  /** From 1, without gaps. */
  position: number;
  id: string;
  /** The message that brought it about. */
  message: string;
  /** The activity exactly as clients get it. */
  json: string;
}

/** Makes the activities of a turn once it is known which positions they get. */
export type ActivityMaker = (
  firstPosition: number,
) => readonly Omit<StoredActivity, "position" | "message">[];

export interface SaveTurn {
  turn: TurnRecord;
  /** The state after the turn; null leaves it as it was. */
  state: State | null;
  /** The revision that the turn started from; 0 for a new conversation. */
  revision: number;
  activities?: ActivityMaker | undefined;
}

/** The turn stands (`saved`), stood already (`duplicate`), or was overtaken (`conflict`). */
export type SaveOutcome =
  | { kind: "saved"; activities: StoredActivity[] }
  | { kind: "duplicate" }
  | { kind: "conflict" };

/** 有用 or 没帮到, with the reason a person gave. */
export interface Feedback {
  conversation: string;
  /** The activity or message that it is about. */
  subject: string;
  helpful: boolean;
  reason: string;
  at: string;
}

export interface Store {
  /** Begins a conversation if it is not there yet, with activities of its own. */
  open(
    conversation: { id: string; channel: string; at: string },
    activities?: ActivityMaker,
  ): Promise<void>;
  /** The conversation, or null when it never was or is deleted. */
  conversation(id: string): Promise<Conversation | null>;
  /** The turn that answered a message, if it was answered. */
  turn(conversation: string, message: string): Promise<TurnRecord | null>;
  /** Appends a turn and saves the state in one transaction. */
  save(turn: SaveTurn): Promise<SaveOutcome>;
  /** All turns of a conversation in order. */
  turns(conversation: string): Promise<TurnRecord[]>;
  /** Activities after a position, in order, at most `limit`. */
  activities(
    conversation: string,
    after: number,
    limit: number,
  ): Promise<StoredActivity[]>;
  /** The activities that one message brought about. */
  activitiesOf(
    conversation: string,
    message: string,
  ): Promise<StoredActivity[]>;
  /** The last position of a conversation, 0 when it is empty. */
  lastPosition(conversation: string): Promise<number>;
  /** Keeps what a person said of an answer; a later word replaces an earlier one. */
  addFeedback(feedback: Feedback): Promise<void>;
  feedback(conversation: string): Promise<Feedback[]>;
  /** Removes a conversation with everything that belongs to it. */
  remove(conversation: string): Promise<void>;
  /** Removes the conversations untouched since the given time; how many there were. */
  removeOlderThan(at: string): Promise<number>;
  /** Whether the database answers. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

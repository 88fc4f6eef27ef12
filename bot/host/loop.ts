/**
 * The turn loop: the one way a message becomes an answer, in every channel.
 * Dedupe → mask → load → step → save with the expected revision → hand back.
 * Nothing is sent before it is saved, so a retry gets the very same answer.
 */
import type { Answer } from "../answer.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import {
  initialState,
  type State,
  type Turn,
  type World,
} from "../dialogue/step.js";
import type {
  ActivityMaker,
  Conversation,
  Store,
  StoredActivity,
  TurnRecord,
} from "../store/port.js";
import { failureAnswer } from "./failure.js";
import { InTurn } from "./in-turn.js";
import { todayInShanghai } from "./today.js";

export type Step = (
  state: State,
  message: { text: string; at?: string },
  world: World,
) => Turn;

export interface Incoming {
  channel: string;
  conversation: string;
  /** The channel's own id of the message; a second one is not answered anew. */
  message: string;
  text: string;
  /** When the channel says it was written; without it no time passes. */
  at?: string | undefined;
  /** The day to answer for; today in Asia/Shanghai without it. */
  on?: string | undefined;
}

export interface LoopParts {
  store: Store;
  knowledge: Knowledge;
  step: Step;
  /** Takes personal numbers out of a text. */
  mask: (text: string) => string;
  now: () => Date;
  /** Jurisdiction that the account or hotline serves. */
  place?: string | undefined;
  /** Told of failures, for the log; never gets a person's words. */
  report?: ((error: unknown) => void) | undefined;
}

export interface TurnResult {
  turn: TurnRecord;
  /** What was stored for clients that read by position. */
  activities: StoredActivity[];
  /** The message had been answered before. */
  repeated: boolean;
}

/** Makes the stored activities of a turn from its record and the state after it; none after a failure. */
export type Composer = (turn: TurnRecord, state: State | null) => ActivityMaker;

/** Overtaken by other processes this often in one turn, something other than a race is wrong. */
const MOST_TRIES = 100;

export class TurnLoop {
  /** Many messages of one conversation would otherwise overtake each other again and again. */
  private readonly inTurn = new InTurn();

  constructor(private readonly parts: LoopParts) {}

  /** Answers one message, once. Fails only when the store does. */
  answer(incoming: Incoming, compose?: Composer): Promise<TurnResult> {
    return this.inTurn.run(incoming.conversation, () =>
      this.answerNow(incoming, compose),
    );
  }

  private async answerNow(
    incoming: Incoming,
    compose: Composer | undefined,
  ): Promise<TurnResult> {
    const { store } = this.parts;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const earlier = await this.earlier(incoming);
      if (earlier) return earlier;
      const conversation = await store.conversation(incoming.conversation);
      const { turn, state } = this.take(incoming, conversation);
      const outcome = await store.save({
        turn,
        state,
        revision: conversation?.revision ?? 0,
        activities: compose?.(turn, state),
      });
      if (outcome.kind === "saved")
        return { turn, activities: outcome.activities, repeated: false };
    }
    throw new Error("这次对话同时有太多消息在处理");
  }

  /**
   * The answer to a message after the earlier ones of its conversation, which
   * the caller brings along. Nothing is kept.
   */
  rehearse(incoming: Incoming, earlier: readonly string[]): Answer {
    let conversation: Conversation | null = null;
    for (const text of earlier) {
      const { state } = this.take({ ...incoming, text }, conversation);
      if (state)
        conversation = {
          id: incoming.conversation,
          channel: incoming.channel,
          state,
          revision: 0,
        };
    }
    return this.take(incoming, conversation).turn.answer;
  }

  private async earlier(incoming: Incoming): Promise<TurnResult | null> {
    const { store } = this.parts;
    const turn = await store.turn(incoming.conversation, incoming.message);
    if (!turn) return null;
    const activities = await store.activitiesOf(
      incoming.conversation,
      incoming.message,
    );
    return { turn, activities, repeated: true };
  }

  /** The pure step, with whatever goes wrong in it turned into a recorded failure. */
  private take(
    incoming: Incoming,
    conversation: Conversation | null,
  ): { turn: TurnRecord; state: State | null } {
    const { knowledge, mask, now, place, step, report } = this.parts;
    const received = now();
    const on = incoming.on ?? todayInShanghai(received);
    const text = mask(incoming.text);
    const record = {
      conversation: incoming.conversation,
      channel: incoming.channel,
      message: incoming.message,
      text,
      at: received.toISOString(),
      sent: incoming.at ?? null,
      on,
    };
    try {
      const { state, answer } = step(
        conversation?.state ?? initialState(),
        incoming.at === undefined ? { text } : { text, at: incoming.at },
        place === undefined ? { knowledge, on } : { knowledge, on, place },
      );
      const turn = {
        ...record,
        answer,
        outcome: "answered",
        error: null,
      } as const;
      return { turn, state };
    } catch (error) {
      report?.(error);
      return {
        turn: {
          ...record,
          answer: failureAnswer(),
          outcome: "failed",
          error: mask(error instanceof Error ? error.message : String(error)),
        },
        state: null,
      };
    }
  }
}

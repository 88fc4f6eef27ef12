/** What each kind of message gets: a text, or nothing. */
import type { Store } from "../../store/port.js";
import type { WechatStore } from "../../store/wechat.js";
import type { Greeting } from "../greeting.js";
import type { RateLimit } from "../http/rate-limit.js";
import {
  greetingText,
  STILL_WORKING,
  TOO_FAST,
  UNKNOWN_MENU,
  unreadText,
  VOICE,
} from "./fixed-texts.js";
import type { LateAnswers } from "./late.js";
import type { Menu } from "./menu.js";
import { conversationOf, type Message } from "./messages.js";
import type { Turns, Words } from "./turns.js";

export interface ReplyParts {
  store: Store;
  wechat: WechatStore;
  turns: Turns;
  /** Null without customer messages. */
  late: LateAnswers | null;
  greeting: Greeting;
  menu: Menu;
  /** By person. */
  limit: RateLimit;
  now: () => Date;
  /** How long a try may take, in milliseconds; WeChat gives up after five seconds. */
  patienceMs: number;
}

/** A message this old is at the last of WeChat's tries, which come every five seconds. */
const LAST_TRY_SECONDS = 9;

export class Replies {
  constructor(private readonly parts: ReplyParts) {}

  /** The text of the reply, or null when there is none to give. */
  async to(message: Message, base: string): Promise<string | null> {
    switch (message.kind) {
      case "text":
        return this.answer(message, message.text, base);
      case "voice":
        if (message.text === "") return VOICE;
        return this.answer(message, message.text, base);
      case "menu": {
        const question = this.parts.menu.get(message.key);
        if (question === undefined) return UNKNOWN_MENU;
        return this.answer(message, question, base);
      }
      case "unread":
        return unreadText(message.type);
      case "subscribe":
        return greetingText(this.parts.greeting);
      case "unsubscribe":
        await this.leave(message);
        return null;
      case "other":
        return null;
    }
  }

  private async leave(message: Message): Promise<void> {
    const { store, wechat, now } = this.parts;
    const at = now().toISOString();
    await wechat.addLeft(message.person, secondOf(message), at);
    await store.remove(conversationOf(message));
  }

  private async answer(
    message: Message,
    text: string,
    base: string,
  ): Promise<string | null> {
    const { store, wechat, limit, now } = this.parts;
    const conversation = conversationOf(message);
    if (await wechat.isLate(conversation, message.id)) return null;
    if (await this.left(message)) return null;
    const known = await store.turn(conversation, message.id);
    if (!known && limit.take(message.person) > 0) return TOO_FAST;
    const reply = await this.inTime(message, {
      conversation,
      message: message.id,
      text,
      at: now().toISOString(),
      base,
      spoken: message.kind === "voice",
    });
    // They may have left while the answer was worked out; then it is not kept.
    if (!(await this.left(message))) return reply;
    await store.remove(conversation);
    return null;
  }

  /** The answer; where it takes too long, the best that can be done about it. */
  private async inTime(message: Message, words: Words): Promise<string | null> {
    const { turns, late, now, patienceMs } = this.parts;
    const reply = turns.take(words);
    // A failure after its time is up is told by whoever waits for it then.
    reply.catch(() => undefined);
    const ready = await within(reply, patienceMs);
    if (ready !== null) return ready;
    if (late && (await late.promise(words, message.person, reply))) return null;
    const age = now().getTime() / 1000 - secondOf(message);
    return age < LAST_TRY_SECONDS ? reply : STILL_WORKING;
  }

  private left(message: Message): Promise<boolean> {
    return this.parts.wechat.hasLeft(message.person, secondOf(message));
  }
}

function secondOf({ createdAt }: Message): number {
  return Number.parseInt(createdAt, 10);
}

/** What a promise gives in time, null when the time is up first. */
async function within<T>(work: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const up = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([work, up]);
  } finally {
    clearTimeout(timer);
  }
}

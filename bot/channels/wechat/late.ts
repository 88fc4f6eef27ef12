/**
 * Answers that were not ready in time go out as customer messages. What is
 * promised is written down first, so that a crash loses none of them.
 */
import type { Store } from "../../store/port.js";
import type { LateMessage, WechatStore } from "../../store/wechat.js";
import type { CustomerService } from "./customer-service.js";
import type { Turns, Words } from "./turns.js";

export interface LateParts {
  store: Store;
  wechat: WechatStore;
  turns: Turns;
  service: CustomerService;
  mask: (text: string) => string;
  now: () => Date;
  report: (error: unknown) => void;
}

const MINUTE_MS = 60_000;
/** Another process takes over what has not gone out after this. */
const LEASE_MS = MINUTE_MS;
/** An answer is of no use any more after this. */
const TOO_LATE_MS = 60 * MINUTE_MS;
/** WeChat lets an account send five messages within 48 hours of a person's message. */
const MOST_SENT = 5;
const QUOTA_MS = 48 * 60 * MINUTE_MS;
const PER_ROUND = 20;

export class LateAnswers {
  private readonly underWay = new Set<Promise<void>>();

  constructor(private readonly parts: LateParts) {}

  /**
   * Promises the answer to a message for later; `reply` is its turn. False
   * when the person's quota is used up: then nothing is promised.
   */
  async promise(
    { text, ...words }: Words,
    person: string,
    reply: Promise<string>,
  ): Promise<boolean> {
    const { store, wechat, mask, now } = this.parts;
    const { conversation, message, base, at } = words;
    const since = this.before(QUOTA_MS);
    if ((await wechat.countLate(conversation, since)) >= MOST_SENT)
      return false;
    await store.open({ id: conversation, channel: "wechat", at });
    const late = { conversation, message, person, base, at, text: mask(text) };
    const until = new Date(now().getTime() + LEASE_MS).toISOString();
    await wechat.addLate(late, until);
    this.run(this.deliver(late, reply));
    return true;
  }

  /** Takes up what an earlier process promised and did not keep. */
  async resume(): Promise<void> {
    const { wechat, turns, now } = this.parts;
    const at = now();
    const until = new Date(at.getTime() + LEASE_MS).toISOString();
    const waiting = await wechat.leaseLate(at.toISOString(), until, PER_ROUND);
    for (const late of waiting) {
      if (late.at < this.before(TOO_LATE_MS))
        await wechat.endLate(late, "given_up");
      else {
        const { conversation, message, text, base } = late;
        const words = { conversation, message, text, base, at: late.at };
        this.run(this.deliver(late, turns.take(words)));
      }
    }
  }

  /** Waits for what is under way. */
  async settle(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private async deliver(
    late: LateMessage,
    reply: Promise<string>,
  ): Promise<void> {
    const { wechat, service } = this.parts;
    const text = await reply;
    // Whoever left meanwhile has no promise any more.
    if (!(await wechat.isLate(late.conversation, late.message))) return;
    const sent = await service.send(late.person, text);
    if (sent === "later") return;
    await wechat.endLate(late, sent === "sent" ? "sent" : "given_up");
  }

  private run(work: Promise<void>): void {
    const safe = work.catch(this.parts.report).finally(() => {
      this.underWay.delete(safe);
    });
    this.underWay.add(safe);
  }

  private before(ms: number): string {
    return new Date(this.parts.now().getTime() - ms).toISOString();
  }
}

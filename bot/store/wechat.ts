/** What the WeChat channel keeps besides conversations, behind a port of its own. */
import type { TurnRecord } from "./port.js";

/** A message whose answer goes out later, by a customer message. */
export interface LateMessage {
  conversation: string;
  message: string;
  /** The openid to send to. */
  person: string;
  /** Personal numbers already masked. */
  text: string;
  /** Where the person reaches our pages, https://… */
  base: string;
  /** When it was received, ISO time. */
  at: string;
}

/** The account's access to WeChat's API. */
export interface ApiAccess {
  token: string;
  /** ISO time. */
  expiresAt: string;
}

export interface WechatStore {
  /** The turn whose stored activity has this id, or null. */
  turnOfActivity(id: string): Promise<TurnRecord | null>;
  /** Ties a signature to the message that it came with; false when it came with another one before. */
  bindSignature(
    signature: string,
    message: string,
    at: string,
  ): Promise<boolean>;

  /** Notes that an answer goes out later. The conversation must be open. */
  addLate(late: LateMessage, leasedUntil: string): Promise<void>;
  /** Whether the answer to a message goes, or went, out later. */
  isLate(conversation: string, message: string): Promise<boolean>;
  /** Late messages that nobody is working on; they are leased to the caller. */
  leaseLate(now: string, until: string, most: number): Promise<LateMessage[]>;
  /** The late answer is out, or never will be. Its text is forgotten. */
  endLate(
    late: Pick<LateMessage, "conversation" | "message">,
    state: "sent" | "given_up",
  ): Promise<void>;
  /** How many late answers the person was sent since a time, those under way included. */
  countLate(conversation: string, since: string): Promise<number>;

  /** Notes that a person left, so that what they wrote before is not kept again. */
  addLeft(person: string, second: number, at: string): Promise<void>;
  /** Whether the person left after this second. */
  hasLeft(person: string, second: number): Promise<boolean>;

  access(app: string): Promise<ApiAccess | null>;
  /** Lets one caller at a time, over all processes, renew the access. */
  leaseAccess(app: string, now: string, until: string): Promise<boolean>;
  saveAccess(app: string, access: ApiAccess): Promise<void>;
  /** Takes an access out of use that WeChat refused, unless it was renewed since. */
  dropAccess(app: string, token: string): Promise<void>;

  /** Removes signatures and leavings from before the given time. */
  forget(before: string): Promise<void>;
  close(): Promise<void>;
}

/** What the hotline desk keeps: accounts, sessions, the audit, and the questions to look into. */
import type { TurnRecord } from "./port.js";

export type Role = "agent" | "supervisor";
export const CASE_STATES = ["新", "处理中", "已解决", "不处理"] as const;
export type CaseState = (typeof CASE_STATES)[number];

export interface Account {
  name: string;
  role: Role;
  /** The hashed password with its parameters. */
  password: string;
}

export interface Session {
  /** Hash of what the browser holds; the token itself is not kept. */
  token: string;
  account: string;
  role: Role;
  /** What requests that change something must bring along. */
  csrf: string;
  startedAt: string;
  seenAt: string;
}

export interface AuditLine {
  at: string;
  account: string;
  action: string;
  /** What it was done to; never a person's words. */
  subject: string;
  address: string;
}

/** One turn, named. */
export interface TurnName {
  conversation: string;
  message: string;
}

/** What is known and decided about a turn that needs looking into. */
export interface Case extends TurnName {
  state: CaseState;
  owner: string;
  reason: string;
  /** What the agent wrote who marked the answer; null when none did. */
  remark: string | null;
  markedBy: string | null;
}

/** A turn to look into, with what was said of it. */
export interface CaseEntry {
  turn: TurnRecord;
  case: Case;
  /** The reason of a person whom it did not help; null when nobody said so. */
  complaint: string | null;
}

export interface DeskStore {
  /** Adds an account; false when the name is taken. */
  addAccount(account: Account): Promise<boolean>;
  account(name: string): Promise<Account | null>;
  /** Replaces a password and ends the account's sessions; false when there is no such account. */
  setPassword(name: string, password: string): Promise<boolean>;
  /** Removes an account with its sessions; false when there is none. */
  removeAccount(name: string): Promise<boolean>;

  /**
   * Counts a try before its password is looked at, so that many at once count
   * as many. Gives the end of the lock-out when the try is not allowed.
   */
  beginTry(name: string, at: string, limits: TryLimits): Promise<string | null>;
  /** Forgets the tries after a right password. */
  clearTries(name: string): Promise<void>;

  addSession(session: Omit<Session, "role">): Promise<void>;
  /** The session with the account's role as it is now. */
  session(token: string): Promise<Session | null>;
  touchSession(token: string, at: string): Promise<void>;
  removeSession(token: string): Promise<void>;

  addAudit(line: AuditLine): Promise<void>;
  /** The newest lines first. */
  audit(limit: number): Promise<AuditLine[]>;

  /** Marks an answer as doubtful; a case that was closed is new again. */
  mark(turn: TurnName, remark: string, by: string): Promise<void>;
  /** Sets what is decided about turns; false when one of them is not there, and then nothing is changed. */
  decide(turns: readonly TurnName[], decision: Decision): Promise<boolean>;
  /** Turns without an answer, marked by an agent, or of no help to a person; newest first. */
  cases(limit: number): Promise<CaseEntry[]>;

  /** Removes sessions untouched since the first time and tries older than the second. */
  sweep(sessionsBefore: string, triesBefore: string): Promise<void>;
  close(): Promise<void>;
}

export type Decision = Pick<Case, "state" | "owner" | "reason">;

export interface TryLimits {
  most: number;
  /** When a lock-out that begins now ends, ISO time. */
  lockedUntil: string;
  /** Tries before this time are forgotten, ISO time. */
  since: string;
}

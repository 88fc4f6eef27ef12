/** The desk's port on SQLite, in the file of the conversations. */
import { type Database, openDatabase, type Row } from "./database.js";
import type {
  Account,
  AuditLine,
  CaseEntry,
  CaseState,
  Decision,
  DeskStore,
  Role,
  Session,
  TryLimits,
  TurnName,
} from "./desk.js";
import { toTurn } from "./sqlite.js";

/** Opens the port on a file that `openSqliteStore` opens, too. */
export function openSqliteDeskStore(file: string): DeskStore {
  return new SqliteDeskStore(openDatabase(file));
}

/** Turns to look into: no answer was found, an agent marked it, or a person was not helped. */
const CASES = `
  WITH complaints AS (
    SELECT activities.conversation, activities.message, feedback.reason
    FROM feedback JOIN activities
      ON activities.conversation = feedback.conversation AND activities.id = feedback.subject
    WHERE feedback.helpful = 0
  ), listed AS (
    SELECT conversation, message FROM turns
    WHERE json_extract(answer, '$.status')
      IN ('not_stipulated', 'not_held', 'clarify', 'out_of_scope', 'handoff')
    UNION SELECT conversation, message FROM desk_cases
    UNION SELECT conversation, message FROM complaints
  )
  SELECT turns.*, desk_cases.state, desk_cases.owner, desk_cases.reason,
    desk_cases.remark, desk_cases.marked_by, min(complaints.reason) AS complaint
  FROM listed JOIN turns USING (conversation, message)
  LEFT JOIN desk_cases USING (conversation, message)
  LEFT JOIN complaints USING (conversation, message)
  GROUP BY turns.number ORDER BY turns.number DESC LIMIT ?`;

class SqliteDeskStore implements DeskStore {
  constructor(private readonly database: Database) {}

  async addAccount({ name, role, password }: Account): Promise<boolean> {
    return (
      this.database.run(
        "INSERT INTO desk_accounts VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [name, role, password],
      ) > 0
    );
  }

  async account(name: string): Promise<Account | null> {
    const row = this.database.get(
      "SELECT name, role, password FROM desk_accounts WHERE name = ?",
      [name],
    );
    return row ? (row as unknown as Account) : null;
  }

  async setPassword(name: string, password: string): Promise<boolean> {
    return this.database.transaction(() => {
      this.database.run("DELETE FROM desk_sessions WHERE account = ?", [name]);
      this.database.run("DELETE FROM desk_tries WHERE account = ?", [name]);
      return (
        this.database.run(
          "UPDATE desk_accounts SET password = ? WHERE name = ?",
          [password, name],
        ) > 0
      );
    });
  }

  async removeAccount(name: string): Promise<boolean> {
    return (
      this.database.run("DELETE FROM desk_accounts WHERE name = ?", [name]) > 0
    );
  }

  async beginTry(
    name: string,
    at: string,
    { most, lockedUntil, since }: TryLimits,
  ): Promise<string | null> {
    return this.database.transaction(() => {
      const row = this.database.get(
        "SELECT failures, locked_until, at FROM desk_tries WHERE account = ?",
        [name],
      );
      const until = (row?.locked_until ?? "") as string;
      if (until > at) return until;
      const recent = row && until === "" && (row.at as string) > since;
      const failures = (recent ? (row.failures as number) : 0) + 1;
      this.database.run(
        "INSERT OR REPLACE INTO desk_tries VALUES (?, ?, ?, ?)",
        [name, failures, failures >= most ? lockedUntil : "", at],
      );
      return null;
    });
  }

  async clearTries(name: string): Promise<void> {
    this.database.run("DELETE FROM desk_tries WHERE account = ?", [name]);
  }

  async addSession(session: Omit<Session, "role">): Promise<void> {
    const { token, account, csrf, startedAt, seenAt } = session;
    this.database.run("INSERT INTO desk_sessions VALUES (?, ?, ?, ?, ?)", [
      token,
      account,
      csrf,
      startedAt,
      seenAt,
    ]);
  }

  async session(token: string): Promise<Session | null> {
    const row = this.database.get(
      `SELECT desk_sessions.*, desk_accounts.role
       FROM desk_sessions JOIN desk_accounts ON name = account WHERE token = ?`,
      [token],
    );
    if (!row) return null;
    return {
      token: row.token as string,
      account: row.account as string,
      role: row.role as Role,
      csrf: row.csrf as string,
      startedAt: row.started_at as string,
      seenAt: row.seen_at as string,
    };
  }

  async touchSession(token: string, at: string): Promise<void> {
    this.database.run("UPDATE desk_sessions SET seen_at = ? WHERE token = ?", [
      at,
      token,
    ]);
  }

  async removeSession(token: string): Promise<void> {
    this.database.run("DELETE FROM desk_sessions WHERE token = ?", [token]);
  }

  async addAudit(line: AuditLine): Promise<void> {
    this.database.run(
      "INSERT INTO desk_audit (at, account, action, subject, address) VALUES (?, ?, ?, ?, ?)",
      [line.at, line.account, line.action, line.subject, line.address],
    );
  }

  async audit(limit: number): Promise<AuditLine[]> {
    return this.database.all(
      "SELECT at, account, action, subject, address FROM desk_audit ORDER BY number DESC LIMIT ?",
      [limit],
    ) as unknown as AuditLine[];
  }

  async mark(
    { conversation, message }: TurnName,
    remark: string,
    by: string,
  ): Promise<void> {
    this.database.run(
      `INSERT INTO desk_cases VALUES (?, ?, '新', '', '', ?, ?)
       ON CONFLICT DO UPDATE SET state = '新', marked_by = excluded.marked_by,
         remark = coalesce(remark || char(10), '') || excluded.remark`,
      [conversation, message, remark, by],
    );
  }

  async decide(
    turns: readonly TurnName[],
    { state, owner, reason }: Decision,
  ): Promise<boolean> {
    return this.database.transaction(() => {
      const known = turns.every(({ conversation, message }) =>
        this.database.get(
          "SELECT 1 FROM turns WHERE conversation = ? AND message = ?",
          [conversation, message],
        ),
      );
      if (!known) return false;
      for (const { conversation, message } of turns)
        this.database.run(
          `INSERT INTO desk_cases VALUES (?, ?, ?, ?, ?, NULL, NULL)
           ON CONFLICT DO UPDATE SET state = excluded.state,
             owner = excluded.owner, reason = excluded.reason`,
          [conversation, message, state, owner, reason],
        );
      return true;
    });
  }

  async cases(limit: number): Promise<CaseEntry[]> {
    return this.database.all(CASES, [limit]).map(toEntry);
  }

  async sweep(sessionsBefore: string, triesBefore: string): Promise<void> {
    this.database.run("DELETE FROM desk_sessions WHERE seen_at < ?", [
      sessionsBefore,
    ]);
    this.database.run("DELETE FROM desk_tries WHERE at < ?", [triesBefore]);
  }

  async close(): Promise<void> {
    this.database.close();
  }
}

function toEntry(row: Row): CaseEntry {
  return {
    turn: toTurn(row),
    case: {
      conversation: row.conversation as string,
      message: row.message as string,
      state: (row.state ?? "新") as CaseState,
      owner: (row.owner ?? "") as string,
      reason: (row.reason ?? "") as string,
      remark: row.remark as string | null,
      markedBy: row.marked_by as string | null,
    },
    complaint: row.complaint as string | null,
  };
}

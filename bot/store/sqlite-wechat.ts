/** The WeChat port on SQLite, in the file of the conversations. */
import { createHash } from "node:crypto";
import { type Database, openDatabase } from "./database.js";
import type { TurnRecord } from "./port.js";
import { toTurn } from "./sqlite.js";
import type { ApiAccess, LateMessage, WechatStore } from "./wechat.js";

/** Opens the port on a file that `openSqliteStore` opens, too. */
export function openSqliteWechatStore(file: string): WechatStore {
  return new SqliteWechatStore(openDatabase(file));
}

class SqliteWechatStore implements WechatStore {
  constructor(private readonly database: Database) {}

  async turnOfActivity(id: string): Promise<TurnRecord | null> {
    const row = this.database.get(
      `SELECT turns.* FROM activities
       JOIN turns USING (conversation, message)
       WHERE activities.id = ? AND turns.channel = 'wechat'`,
      [id],
    );
    return row ? toTurn(row) : null;
  }

  async bindSignature(
    signature: string,
    message: string,
    at: string,
  ): Promise<boolean> {
    const first = fingerprint(message);
    const added = this.database.run(
      "INSERT INTO wechat_signatures VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      [signature, first, at],
    );
    if (added > 0) return true;
    const row = this.database.get(
      "SELECT message FROM wechat_signatures WHERE signature = ?",
      [signature],
    );
    return row?.message === first;
  }

  async addLate(late: LateMessage, leasedUntil: string): Promise<void> {
    this.database.run(
      `INSERT INTO wechat_late VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting')
       ON CONFLICT DO NOTHING`,
      [
        late.conversation,
        late.message,
        late.person,
        late.text,
        late.base,
        late.at,
        leasedUntil,
      ],
    );
  }

  async isLate(conversation: string, message: string): Promise<boolean> {
    const row = this.database.get(
      "SELECT 1 FROM wechat_late WHERE conversation = ? AND message = ?",
      [conversation, message],
    );
    return row !== undefined;
  }

  async leaseLate(
    now: string,
    until: string,
    most: number,
  ): Promise<LateMessage[]> {
    return this.database.transaction(() => {
      const rows = this.database.all(
        `SELECT conversation, message, person, text, base, at FROM wechat_late
         WHERE state = 'waiting' AND leased_until < ? ORDER BY at LIMIT ?`,
        [now, most],
      ) as unknown as LateMessage[];
      for (const { conversation, message } of rows)
        this.database.run(
          "UPDATE wechat_late SET leased_until = ? WHERE conversation = ? AND message = ?",
          [until, conversation, message],
        );
      return rows;
    });
  }

  async endLate(
    { conversation, message }: Pick<LateMessage, "conversation" | "message">,
    state: "sent" | "given_up",
  ): Promise<void> {
    this.database.run(
      "UPDATE wechat_late SET state = ?, text = '' WHERE conversation = ? AND message = ?",
      [state, conversation, message],
    );
  }

  async countLate(conversation: string, since: string): Promise<number> {
    const row = this.database.get(
      `SELECT count(*) AS count FROM wechat_late
       WHERE conversation = ? AND at >= ? AND state != 'given_up'`,
      [conversation, since],
    );
    return (row?.count ?? 0) as number;
  }

  async addLeft(person: string, second: number, at: string): Promise<void> {
    this.database.run("INSERT OR REPLACE INTO wechat_left VALUES (?, ?, ?)", [
      fingerprint(person),
      second,
      at,
    ]);
  }

  async hasLeft(person: string, second: number): Promise<boolean> {
    const row = this.database.get(
      "SELECT 1 FROM wechat_left WHERE person = ? AND second > ?",
      [fingerprint(person), second],
    );
    return row !== undefined;
  }

  async access(app: string): Promise<ApiAccess | null> {
    const row = this.database.get(
      "SELECT token, expires_at FROM wechat_access WHERE app = ? AND token != ''",
      [app],
    );
    if (!row) return null;
    return {
      token: row.token as string,
      expiresAt: row.expires_at as string,
    };
  }

  async leaseAccess(app: string, now: string, until: string): Promise<boolean> {
    const changed = this.database.run(
      `INSERT INTO wechat_access VALUES (?, '', '', ?)
       ON CONFLICT (app) DO UPDATE SET leased_until = excluded.leased_until
       WHERE leased_until < ?`,
      [app, until, now],
    );
    return changed > 0;
  }

  async saveAccess(app: string, access: ApiAccess): Promise<void> {
    this.database.run(
      "INSERT OR REPLACE INTO wechat_access VALUES (?, ?, ?, '')",
      [app, access.token, access.expiresAt],
    );
  }

  async dropAccess(app: string, token: string): Promise<void> {
    this.database.run(
      "UPDATE wechat_access SET token = '' WHERE app = ? AND token = ?",
      [app, token],
    );
  }

  async forget(before: string): Promise<void> {
    this.database.run("DELETE FROM wechat_signatures WHERE at < ?", [before]);
    this.database.run("DELETE FROM wechat_left WHERE at < ?", [before]);
  }

  async close(): Promise<void> {
    this.database.close();
  }
}

/** What outlives a person's data here names nobody: who left, and whose message a signature came with. */
function fingerprint(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

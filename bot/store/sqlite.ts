/** The port on SQLite: one file in WAL mode, several processes may share it. */
import { initialState, type State } from "../dialogue/step.js";
import type { Answer } from "../answer.js";
import type {
  ActivityMaker,
  Conversation,
  Feedback,
  SaveOutcome,
  SaveTurn,
  Store,
  StoredActivity,
  TurnRecord,
} from "./port.js";
import { type Database, openDatabase, type Row } from "./database.js";
import { removeConversation, removeOlderThan } from "./removal.js";

/** Opens (or creates) the store in a file; `:memory:` keeps nothing after the process. */
export function openSqliteStore(file: string): Store {
  return new SqliteStore(openDatabase(file));
}

class SqliteStore implements Store {
  constructor(private readonly database: Database) {}

  async open(
    conversation: { id: string; channel: string; at: string },
    activities?: ActivityMaker,
  ): Promise<void> {
    this.database.transaction(() => {
      const known = this.database.get(
        "SELECT 1 FROM conversations WHERE id = ?",
        [conversation.id],
      );
      if (known) return;
      this.insertConversation(conversation);
      this.append(conversation.id, "", activities);
    });
  }

  async conversation(id: string): Promise<Conversation | null> {
    const row = this.database.get(
      "SELECT id, channel, state, revision FROM conversations WHERE id = ?",
      [id],
    );
    if (!row) return null;
    return {
      id: row.id as string,
      channel: row.channel as string,
      state: JSON.parse(row.state as string) as State,
      revision: row.revision as number,
    };
  }

  async turn(
    conversation: string,
    message: string,
  ): Promise<TurnRecord | null> {
    const row = this.database.get(
      "SELECT * FROM turns WHERE conversation = ? AND message = ?",
      [conversation, message],
    );
    return row ? toTurn(row) : null;
  }

  async turns(conversation: string): Promise<TurnRecord[]> {
    return this.database
      .all("SELECT * FROM turns WHERE conversation = ? ORDER BY number", [
        conversation,
      ])
      .map(toTurn);
  }

  async save(save: SaveTurn): Promise<SaveOutcome> {
    const { turn } = save;
    return this.database.transaction((): SaveOutcome => {
      const answered = this.database.get(
        "SELECT 1 FROM turns WHERE conversation = ? AND message = ?",
        [turn.conversation, turn.message],
      );
      if (answered) return { kind: "duplicate" };
      if (!this.advance(save)) return { kind: "conflict" };
      this.insertTurn(turn);
      return {
        kind: "saved",
        activities: this.append(
          turn.conversation,
          turn.message,
          save.activities,
        ),
      };
    });
  }

  /** Moves the conversation to its next revision, unless another turn did so first. */
  private advance({ turn, state, revision }: SaveTurn): boolean {
    const row = this.database.get(
      "SELECT revision FROM conversations WHERE id = ?",
      [turn.conversation],
    );
    if (!row) {
      if (revision !== 0) return false;
      this.insertConversation({
        id: turn.conversation,
        channel: turn.channel,
        at: turn.at,
      });
    } else if (row.revision !== revision) return false;
    this.database.run(
      `UPDATE conversations
       SET revision = revision + 1, updated_at = ?, state = coalesce(?, state)
       WHERE id = ?`,
      [turn.at, state ? JSON.stringify(state) : null, turn.conversation],
    );
    return true;
  }

  private insertConversation(conversation: {
    id: string;
    channel: string;
    at: string;
  }): void {
    this.database.run(
      "INSERT INTO conversations VALUES (?, ?, ?, 0, 0, ?, ?)",
      [
        conversation.id,
        conversation.channel,
        JSON.stringify(initialState()),
        conversation.at,
        conversation.at,
      ],
    );
  }

  private insertTurn(turn: TurnRecord): void {
    this.database.run(
      `INSERT INTO turns (conversation, message, channel, text, answer, outcome, error, at, sent, asked_on)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        turn.conversation,
        turn.message,
        turn.channel,
        turn.text,
        JSON.stringify(turn.answer),
        turn.outcome,
        turn.error,
        turn.at,
        turn.sent,
        turn.on,
      ],
    );
  }

  /** Appends what the maker gives from the next free position on. */
  private append(
    conversation: string,
    message: string,
    make: ActivityMaker | undefined,
  ): StoredActivity[] {
    if (!make) return [];
    const first = this.position(conversation) + 1;
    const activities = make(first).map((activity, index) => ({
      ...activity,
      message,
      position: first + index,
    }));
    for (const { position, id, json } of activities)
      this.database.run("INSERT INTO activities VALUES (?, ?, ?, ?, ?)", [
        conversation,
        position,
        id,
        message,
        json,
      ]);
    this.database.run(
      "UPDATE conversations SET last_position = ? WHERE id = ?",
      [first + activities.length - 1, conversation],
    );
    return activities;
  }

  private position(conversation: string): number {
    const row = this.database.get(
      "SELECT last_position FROM conversations WHERE id = ?",
      [conversation],
    );
    return (row?.last_position ?? 0) as number;
  }

  async lastPosition(conversation: string): Promise<number> {
    return this.position(conversation);
  }

  async activities(
    conversation: string,
    after: number,
    limit: number,
  ): Promise<StoredActivity[]> {
    return this.database.all(
      `SELECT position, id, message, json FROM activities
       WHERE conversation = ? AND position > ? ORDER BY position LIMIT ?`,
      [conversation, after, limit],
    ) as unknown as StoredActivity[];
  }

  async activitiesOf(
    conversation: string,
    message: string,
  ): Promise<StoredActivity[]> {
    return this.database.all(
      `SELECT position, id, message, json FROM activities
       WHERE conversation = ? AND message = ? ORDER BY position`,
      [conversation, message],
    ) as unknown as StoredActivity[];
  }

  async addFeedback(feedback: Feedback): Promise<void> {
    this.database.run(
      "INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?, ?)",
      [
        feedback.conversation,
        feedback.subject,
        feedback.helpful ? 1 : 0,
        feedback.reason,
        feedback.at,
      ],
    );
  }

  async feedback(conversation: string): Promise<Feedback[]> {
    return this.database
      .all("SELECT * FROM feedback WHERE conversation = ? ORDER BY subject", [
        conversation,
      ])
      .map((row) => ({
        conversation: row.conversation as string,
        subject: row.subject as string,
        helpful: row.helpful === 1,
        reason: row.reason as string,
        at: row.at as string,
      }));
  }

  async remove(conversation: string): Promise<void> {
    removeConversation(this.database, conversation);
  }

  removeOlderThan(at: string): Promise<number> {
    return removeOlderThan(this.database, at);
  }

  async ready(): Promise<boolean> {
    return this.database.get("SELECT 1 AS one", [])?.one === 1;
  }

  async close(): Promise<void> {
    this.database.close();
  }
}

/** A row of the turns as the port gives it. */
export function toTurn(row: Row): TurnRecord {
  return {
    conversation: row.conversation as string,
    channel: row.channel as string,
    message: row.message as string,
    text: row.text as string,
    answer: JSON.parse(row.answer as string) as Answer,
    outcome: row.outcome as TurnRecord["outcome"],
    error: row.error as string | null,
    at: row.at as string,
    sent: row.sent as string | null,
    on: row.asked_on as string,
  };
}

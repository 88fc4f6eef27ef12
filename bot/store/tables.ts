/** The tables of the SQLite store, and how an older file is brought up to date. */

/**
 * Each entry lifts the file by one version (`user_version`). Entries are only
 * ever appended: files written by an earlier release run the ones they miss.
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE conversations (
     id TEXT PRIMARY KEY,
     channel TEXT NOT NULL,
     state TEXT NOT NULL,
     revision INTEGER NOT NULL,
     last_position INTEGER NOT NULL,
     created_at TEXT NOT NULL,
     updated_at TEXT NOT NULL
   ) STRICT;
   CREATE INDEX conversations_by_age ON conversations (updated_at);
   CREATE TABLE turns (
     number INTEGER PRIMARY KEY,
     conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
     message TEXT NOT NULL,
     channel TEXT NOT NULL,
     text TEXT NOT NULL,
     answer TEXT NOT NULL,
     outcome TEXT NOT NULL,
     error TEXT,
     at TEXT NOT NULL,
     asked_on TEXT NOT NULL,
     UNIQUE (conversation, message)
   ) STRICT;
   CREATE TABLE activities (
     conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
     position INTEGER NOT NULL,
     id TEXT NOT NULL,
     message TEXT NOT NULL,
     json TEXT NOT NULL,
     PRIMARY KEY (conversation, position)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX activities_by_message ON activities (conversation, message);
   CREATE TABLE feedback (
     conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
     subject TEXT NOT NULL,
     helpful INTEGER NOT NULL,
     reason TEXT NOT NULL,
     at TEXT NOT NULL,
     PRIMARY KEY (conversation, subject)
   ) STRICT, WITHOUT ROWID;`,
  // WeChat: pages found by their address, replays, late answers, people who left, the account's access.
  `CREATE INDEX activities_by_id ON activities (id);
   CREATE TABLE wechat_signatures (
     signature TEXT PRIMARY KEY,
     message TEXT NOT NULL,
     at TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX wechat_signatures_by_age ON wechat_signatures (at);
   CREATE TABLE wechat_late (
     conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
     message TEXT NOT NULL,
     person TEXT NOT NULL,
     text TEXT NOT NULL,
     base TEXT NOT NULL,
     at TEXT NOT NULL,
     leased_until TEXT NOT NULL,
     state TEXT NOT NULL,
     PRIMARY KEY (conversation, message)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX wechat_late_waiting ON wechat_late (at) WHERE state = 'waiting';
   CREATE TABLE wechat_left (
     person TEXT PRIMARY KEY,
     second INTEGER NOT NULL,
     at TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE wechat_access (
     app TEXT PRIMARY KEY,
     token TEXT NOT NULL,
     expires_at TEXT NOT NULL,
     leased_until TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;`,
  // The desk: accounts, sessions, tries to sign in, the audit, questions to look into.
  `CREATE INDEX turns_by_status ON turns (json_extract(answer, '$.status'));
   CREATE TABLE desk_accounts (
     name TEXT PRIMARY KEY,
     role TEXT NOT NULL CHECK (role IN ('agent', 'supervisor')),
     password TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE desk_sessions (
     token TEXT PRIMARY KEY,
     account TEXT NOT NULL REFERENCES desk_accounts (name) ON DELETE CASCADE,
     csrf TEXT NOT NULL,
     started_at TEXT NOT NULL,
     seen_at TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE desk_tries (
     account TEXT PRIMARY KEY,
     failures INTEGER NOT NULL,
     locked_until TEXT NOT NULL,
     at TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE desk_audit (
     number INTEGER PRIMARY KEY,
     at TEXT NOT NULL,
     account TEXT NOT NULL,
     action TEXT NOT NULL,
     subject TEXT NOT NULL,
     address TEXT NOT NULL
   ) STRICT;
   CREATE TABLE desk_cases (
     conversation TEXT NOT NULL,
     message TEXT NOT NULL,
     state TEXT NOT NULL,
     owner TEXT NOT NULL,
     reason TEXT NOT NULL,
     remark TEXT,
     marked_by TEXT,
     PRIMARY KEY (conversation, message),
     FOREIGN KEY (conversation, message)
       REFERENCES turns (conversation, message) ON DELETE CASCADE
   ) STRICT, WITHOUT ROWID;`,
  // When a message was written, by its channel: what the dialogue went by, and export goes by again.
  `ALTER TABLE turns ADD COLUMN sent TEXT;`,
];

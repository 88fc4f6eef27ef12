/** A thin layer over the SQLite driver: prepared statements, rows, transactions. */
import { DatabaseSync } from "@photostructure/sqlite";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { MIGRATIONS } from "./tables.js";

export type Row = Record<string, string | number | null>;
type Driver = InstanceType<typeof DatabaseSync>;
type Statement = ReturnType<Driver["prepare"]>;

/** How long a writer waits for another process before it gives up. */
const BUSY_MS = 5000;

/** Opens (or creates) a database file and brings its tables up to date. */
export function openDatabase(file: string): Database {
  if (file !== ":memory:") createPrivate(file);
  const driver = new DatabaseSync(file);
  driver.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
  driver.exec("PRAGMA journal_mode = WAL");
  // A killed process loses nothing; a power cut may lose the last turns, and breaks nothing.
  driver.exec("PRAGMA synchronous = NORMAL");
  driver.exec("PRAGMA foreign_keys = ON");
  // What is deleted is overwritten: a conversation that was cleared is gone.
  driver.exec("PRAGMA secure_delete = ON");
  const database = new Database(driver);
  try {
    migrate(database, driver);
  } catch (error) {
    driver.close();
    throw error;
  }
  return database;
}

/** People's questions are for nobody else's eyes; SQLite gives its side files the same mode. */
function createPrivate(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, "a", 0o600));
}

/** Lifts the file to the newest version; two processes starting at once are safe. */
function migrate(database: Database, driver: Driver): void {
  database.transaction(() => {
    const row = database.get("PRAGMA user_version", []);
    const version = (row?.user_version ?? 0) as number;
    if (version > MIGRATIONS.length)
      throw new Error(
        `数据文件由更新的版本写成（${version}），请用该版本打开，或另指定 --data`,
      );
    for (const sql of MIGRATIONS.slice(version)) driver.exec(sql);
    driver.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}

export class Database {
  private readonly statements = new Map<string, Statement>();

  constructor(private readonly driver: Driver) {}

  /** The first row, if there is one. */
  get(sql: string, values: readonly unknown[]): Row | undefined {
    return this.prepare(sql).get(...values) as Row | undefined;
  }

  /** All rows. */
  all(sql: string, values: readonly unknown[]): Row[] {
    return this.prepare(sql).all(...values) as Row[];
  }

  /** Runs a statement that changes rows; how many it changed. */
  run(sql: string, values: readonly unknown[]): number {
    return this.prepare(sql).run(...values).changes;
  }

  /** Takes the write lock at once, so that a read in it cannot be overtaken. */
  transaction<T>(work: () => T): T {
    this.driver.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.driver.exec("COMMIT");
      return result;
    } catch (error) {
      this.driver.exec("ROLLBACK");
      throw error;
    }
  }

  /** Empties the log of changes, in which what was deleted would linger. */
  emptyLog(): void {
    this.driver.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  close(): void {
    this.statements.clear();
    this.driver.close();
  }

  private prepare(sql: string): Statement {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.driver.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }
}

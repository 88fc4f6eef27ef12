/** Conversations that are removed: what belongs to them goes too, and no trace is left in the files. */
import { setImmediate } from "node:timers/promises";
import type { Database } from "./database.js";

/** Old conversations are removed so many at once; in between, people are answered. */
const AT_ONCE = 20;

/** Removes one conversation. */
export function removeConversation(database: Database, id: string): void {
  const sql = "DELETE FROM conversations WHERE id = ?";
  if (database.run(sql, [id]) > 0) database.emptyLog();
}

/** Removes the conversations untouched since a time, little by little; how many there were. */
export async function removeOlderThan(
  database: Database,
  at: string,
): Promise<number> {
  let removed = 0;
  for (;;) {
    const some = removeSome(database, at);
    removed += some;
    if (some < AT_ONCE) break;
    await setImmediate();
  }
  if (removed > 0) database.emptyLog();
  return removed;
}

function removeSome(database: Database, at: string): number {
  // What an agent marked stays until somebody has decided about it.
  return database.run(
    `DELETE FROM conversations WHERE id IN (
       SELECT id FROM conversations WHERE updated_at < ? AND NOT (
         channel = 'desk' AND id IN (
           SELECT conversation FROM desk_cases WHERE state IN ('新', '处理中')))
       LIMIT ?)`,
    [at, AT_ONCE],
  );
}

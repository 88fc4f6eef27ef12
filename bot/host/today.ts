/** The calendar day in China, whatever the machine's time zone is. */

/** China has one time zone and no summer time. */
const SHANGHAI_MS = 8 * 60 * 60 * 1000;

/** The day in Asia/Shanghai at this moment, YYYY-MM-DD. */
export function todayInShanghai(now: Date): string {
  return new Date(now.getTime() + SHANGHAI_MS).toISOString().slice(0, 10);
}

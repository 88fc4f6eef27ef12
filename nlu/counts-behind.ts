/** Head counts that stand behind the person: 大人两个娃一个, 老人2人. */
import { smallCount } from "./household.js";
import { SEVERAL } from "./groups.js";
import type { Who } from "./payers.js";

/** So many of them: 两个, 有2人. */
const BEHIND =
  /^(?:都|总共|一共)?(?:有|是)?([\d一两二三四五六七八九十]{1,3})(?:个人|个|位|口人|口|人)(?!之家)/;
/** What may follow such a count: the end of the clause, when, or what all of them chose. */
const ENDS =
  /^(?:$|[，,。；;、！!？?\s]|[要得该各每]|20\d\d|[今明去]年|一共|总共|合计|共|(?:都|全|选|交|买|是)*第?[一二12][档挡])/;

/** Whether such a count stands there: a name that only a count makes one of persons is one. */
export const isCountedBehind = (plain: string, at: number): boolean =>
  BEHIND.test(plain.slice(at));

/**
 * The persons, each counted by the number behind the name where the message
 * counts that way. A number between two names is the first one's only where
 * the second has one of its own: 大人两个娃一个, but 大人和两个娃.
 */
export function withCountsBehind(plain: string, people: readonly Who[]): Who[] {
  const counted: Who[] = [];
  /** Where the person named next begins, if a count of their own stands behind them. */
  let next = -1;
  for (const who of people.toReversed()) {
    const told = BEHIND.exec(plain.slice(who.word[1]));
    const count = told ? smallCount(told[1] ?? "") : null;
    const to = who.word[1] + (told?.[0].length ?? 0);
    const behind =
      count !== null &&
      SEVERAL.includes(who.label) &&
      (ENDS.test(plain.slice(to)) || next === to);
    next = behind ? who.word[0] : -1;
    counted.unshift(behind ? { ...who, count, span: [who.word[0], to] } : who);
  }
  return counted;
}

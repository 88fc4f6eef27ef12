/** Counts without a measure word, and of those who are not what was said: 俩重残一低保, 其中一个不是低保了. */
import { countBefore, smallCount } from "./household.js";
import type { Mention } from "./meaning.js";
import type { Fact } from "./payers.js";

const BARE = /(?<![第\d.一二两三四五六七八九十])([一两二三四五六])$/;
/** What may stand before such a number: how many a home is, or the end of a clause. */
const BEGINS = /(^|[，,、；;：:\s和跟]|[口人子家里有])$/;

/** The counts of identities that a message lists one after the other, by where the identity stands. */
export function bareCounts(
  plain: string,
  mentions: readonly Mention[],
): ReadonlyMap<number, { count: number; from: number }> {
  const said = mentions
    .filter(({ facet, negated }) => facet === "identity" && !negated)
    .map(({ span }) => span)
    .sort((a, b) => a[0] - b[0]);
  const found = new Map<number, { count: number; from: number }>();
  const heads = said.filter(([at], index) => {
    if (countBefore(plain, at) !== null) return true;
    const number = BARE.exec(plain.slice(0, at));
    const count = number && smallCount(number[1] ?? "");
    if (!number || count === null) return false;
    const begins =
      BEGINS.test(plain.slice(0, number.index)) ||
      said[index - 1]?.[1] === number.index;
    if (begins) found.set(at, { count, from: number.index });
    return begins;
  });
  // 重残一低保 counts nobody: one number alone may be anything.
  return heads.length > 1 && heads.length === said.length ? found : new Map();
}

const IS_NOT = /(现在|今年|已经|都|也|又|就)*(不再?是|不算|没有?|没得)$/;

/** 一个不是低保: how many are not, before the words that deny it. */
export function countDenied(
  plain: string,
  at: number,
): { count: number; from: number } | null {
  const not = IS_NOT.exec(plain.slice(0, at));
  const counted = not && countBefore(plain, not.index);
  return counted && COUNT_ENDS.test(plain.slice(counted.from, not.index))
    ? counted
    : null;
}
const COUNT_ENDS = /([个位名]|[俩仨])人?$/;

/** 有一个不是了: so many are no longer what was said before. */
const SO_MANY_NOT =
  /([\d一二两三四五六]|[俩仨])个?人?(现在|今年|已经)*(不是|不算)(了)?(?=[，,。；;！？?\s]|一共|总共|合计|各|要|20\d\d|$)/g;

/** Those of whom the identity said last is denied without being named again. */
export function deniedAgain(
  plain: string,
  mentions: readonly Mention[],
): Fact[] {
  return [...plain.matchAll(SO_MANY_NOT)].flatMap(
    ({ index, 0: words, 1: number = "" }): Fact[] => {
      const model = mentions.findLast(
        ({ facet, negated, span }) =>
          facet === "identity" && !negated && span[1] <= index,
      );
      const count = smallCount(number);
      return model && count !== null
        ? [
            {
              facet: "identity",
              value: model.value,
              negated: true,
              span: [index, index + words.length],
              count,
            },
          ]
        : [];
    },
  );
}

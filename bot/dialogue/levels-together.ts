/** 中央比省里市里加起来多多少: on which side of a comparison the levels stand that are added up. */
import type { Meaning } from "../../nlu/meaning.js";

/** True where those added up stand behind the one they are set against, false where before it. */
export const LEVELS_BEHIND = "levels_behind";

const ADDED = /加起来|加一起|加一块|加在一起|合起来|合在一起|合计/;
const AGAINST = /[比跟和与](中央|国家|[省市县区])/;

/** On which side the sum stands; null where none is set against another. */
export function levelsAddedBehind({ plain, compare }: Meaning): boolean | null {
  const added = compare ? ADDED.exec(plain) : null;
  // 省里跟市里加起来比中央: what stands behind the sum, if anything does, is the other side.
  return added && !AGAINST.test(plain.slice(added.index));
}

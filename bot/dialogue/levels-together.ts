/** 中央比省里市里加起来多多少: on which side of a comparison the levels stand that are added up. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Meaning } from "../../nlu/meaning.js";
import type { State } from "./state.js";

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

/** 市县一共呢, 中央和省加起来: levels named by one character, after a subsidy. */
const LEVEL =
  /(?<=^(?:那么?|就)?|中央|国家|[和跟与加、比]|[省市县]级?)([省市县])(?=[和跟与加、比省市县一总合两各呢补出占差多少]|$)/g;
/** 占几成, after the parts of some levels. */
const SHARE =
  /^(那么?|这)?(占|是)(总共?的?|全部的?|总数的?)?(几成|百分之几|百分之多少|多少比例|多大比例)/;
const SHORT = 14;

/** The message with the levels of government in full, where a subsidy was asked about. */
export function withLevels(
  { frames }: State,
  text: string,
  { vocabulary }: Knowledge,
): string {
  const last = frames.at(-1);
  if (last?.task !== "subsidy" || text.length > SHORT) return text;
  const named = (last.facets.payer?.value ?? []).map((level) =>
    vocabulary.label("payer", level),
  );
  return SHARE.test(text) && named.length > 0
    ? `${named.join("和")}${text}`
    : text.replace(LEVEL, "$1级");
}

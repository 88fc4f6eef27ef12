/** 市县, 省市县三级, 中央和省: levels of government named in one breath, as those who pay a subsidy. */
import type { Mention, Span } from "./meaning.js";

const LEVEL = "(?:中央|国家|省|市|区县|县区|县|区)(?:本?级|里)?(?:财政)?";
const JOIN = "(?:[、和跟与及加比]|还有|再?加上)?";
const CHAIN = new RegExp(
  // 娄烦县市里: the county is a place's own.
  `(?<![外本我各跨全老])(?![县区](?:省|市|中央|国家))${LEVEL}(?:${JOIN}${LEVEL})+(?!属|医|人民|户|居民|城)`,
  "g",
);
/** 太原市级补多少: the name of the city ends where the level begins. */
const SINGLE = /[省市县](?:本?级|财政)/g;
/** Downtown, unless both are told to be levels. */
const DOWNTOWN = /^市区$/;

/** Money is given by those levels; 市里县里加起来跟省里比 speaks of nothing else. */
const GIVEN =
  /(省|市|[县区])(里|级)[^，,。；;]{0,8}(加起来|加一起|加一块|合起来|合计)|补(?!缴|交|办|充)|财政|[两三四几各]级|(出|掏|拿|贴|负担|承担|担)(了|的|得)?(多少|好多|几|百分|钱)/;

const VALUES: readonly (readonly [start: RegExp, value: string])[] = [
  [/^(中央|国家)/, "central"],
  [/^省/, "province"],
  [/^市/, "city"],
  [/^[县区]/, "county"],
];

/** Every level that the words name in a row, where money is spoken of that they give. */
export function levelsNamed(plain: string): Mention[] {
  if (!GIVEN.test(plain)) return [];
  const chains = [...plain.matchAll(CHAIN)].filter(
    ({ 0: words, index }) =>
      !DOWNTOWN.test(words) ||
      /^[两二]级/.test(plain.slice(index + words.length)),
  );
  return [...chains, ...plain.matchAll(SINGLE)].flatMap(({ 0: words, index }) =>
    [...words.matchAll(new RegExp(LEVEL, "g"))].flatMap((level) => {
      const value = VALUES.find(([start]) => start.test(level[0]))?.[1];
      const from = index + level.index;
      const span: Span = [from, from + level[0].length];
      return value === undefined
        ? []
        : [{ facet: "payer", value, span, negated: false, questioned: false }];
    }),
  );
}

/** The mentions with those of the levels in a row instead of what a part of them was heard as. */
export function withLevels(
  plain: string,
  mentions: readonly Mention[],
): Mention[] {
  const levels = levelsNamed(plain);
  const rest = mentions.filter(
    ({ facet, span }) =>
      facet !== "payer" ||
      !levels.some(({ span: [from, to] }) => from < span[1] && span[0] < to),
  );
  return [...rest, ...levels].sort((a, b) => a.span[0] - b.span[0]);
}

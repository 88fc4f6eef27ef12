/** Head counts of a family or group, and whether a sum over its persons is asked. */
import type { Household, Span } from "./meaning.js";

const NUMERAL = "(?<![\\d.])\\d{1,3}|[一二两俩三仨四五六七八九十]{1,3}";
const DIGITS = "一二三四五六七八九";

/** A whole number below 1000 in figures or Chinese numerals; null when it is none, or a vague pair (三四). */
export function smallCount(text: string): number | null {
  if (/^\d{1,3}$/.test(text)) return Number.parseInt(text, 10);
  const plain = text.replace(/[两俩]/g, "二").replace(/仨/g, "三");
  const match = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(
    plain,
  );
  if (!match || plain === "") return null;
  const [, tens = "", ten = "", ones = ""] = match;
  if (ten === "" && tens !== "" && ones !== "") return null;
  const digit = (word: string): number =>
    word === "" ? 0 : DIGITS.indexOf(word) + 1;
  return ten === ""
    ? digit(tens || ones)
    : (tens === "" ? 1 : digit(tens)) * 10 + digit(ones);
}

const COUNT_BEFORE = new RegExp(
  `(?<!第)(?:(${NUMERAL})(?:个人|口之家|口人|个|位|名|口|人)|([俩仨])人?)(?:都是|都|是|小|大|(?:要|想|打算|准备)?(?:买|交|缴|选|改成?|换成?|上|参加)|要|想要|按|的|有)?(?:在[^，,。；;\\s\\d]{1,6})?$`,
);

/** A count, its measure word, and 都是在渝高校 or the like. */
const LONGEST_BEFORE = 15;

/** A count that stands directly before a word: 两个, 2个, 俩; with its span. */
export function countBefore(
  plain: string,
  at: number,
): { count: number; from: number } | null {
  const start = Math.max(0, at - LONGEST_BEFORE);
  const found = COUNT_BEFORE.exec(plain.slice(start, at));
  const count = found && smallCount(found[1] ?? found[2] ?? "");
  if (!found || count === null || count < 1) return null;
  // 家里三口人我爸低保: how many they are, not how many fathers.
  const whole = /[人口]$/.test(found[0]) && /^[我俺咱]/.test(plain.slice(at));
  return whole ? null : { count, from: start + found.index };
}

/** 一半低保, 另一半选二档. */
const HALF_BEFORE = /另?外?(一半|半数)(的?人)?(都是|都|是|选|交|买|有)?$/;
/** 三分之一低保, 大部分选一档: a share that tells no number. */
const SHARE_BEFORE =
  /([一二两三四五六七八九\d]分之[一二两三四五六七八九\d]|大?部分|大?多数|少数|有些|有的|个别)(的?人)?(都是|都|是|选|交|买|有)?$/;

/** 一档二档各一半. */
export const EACH_HALF = /(?<=[档户保残困通民者人])的?各(占)?一半/;

/** Half of those counted, said directly before a word; of an odd or open number no count. */
export function halfBefore(
  plain: string,
  at: number,
  size: number | null,
): { count: number | null; from: number } | null {
  const start = Math.max(0, at - LONGEST_BEFORE);
  const before = plain.slice(start, at);
  const share = SHARE_BEFORE.exec(before);
  if (share) return { count: null, from: start + share.index };
  const found = HALF_BEFORE.exec(before);
  if (!found) return null;
  const even = size !== null && size % 2 === 0;
  return { count: even ? size / 2 : null, from: start + found.index };
}

const SIZES = new RegExp(
  `(?<!第)(${NUMERAL})(口人|口之家|口|个人|人之家|人|位)(?!均|民|员|士|才|类|间|腔|次|头)`,
  "g",
);
/** 我们仨, 咱俩: a head count in one word; not 我俩孩子. */
const TOGETHER =
  /([我咱他她]们?|[娘爷爹]儿?)([俩仨])(?=[，,。；;、！？?\s]|都|一年|一个月|一共|一起|拢共|总共|加|合|各|每|全|医保|居民|的|要|得|今年|明年|20|交|缴|$)/g;
/** 我们三个, 全家四个. */
const WE =
  /(?:[我咱他]们|[我咱]家|全家|一家子?|一大家子?)([两二三四五六七八九\d])个(?:人)?(?=[，,。；;、！？?\s]|都|一共|一起|拢共|总共|加|合|各|每|全|医保|居民|的|要|得|今年|明年|20|[一二]档|交|缴|$)/g;
/** 两爷子, 两娘母: two of a home in one word, who are no persons by name. */
const TWO_OF_HOME = /[两二俩](爷子|娘母|爷崽|婆媳|姊妹|弟兄)/g;
const VAGUE =
  /(几|好几|十几|十来|多少|若干)(口人?|个人)(?!.{0,3}(可以|能))|[一二三四五六七八九]([二两三四五六七八九])(口人|口|个人)/;
const TOTAL =
  /一共|总共|合计|总计|共计|加起来|加一起|加一块|加在一起|加在一块|合起来|合在一起|都算上|全算上|算一块|拢共|统共|总的|总数|(全家|全屋|一屋|全家子|一家子)(人)?(要|得|该|需|交|缴|一年|明年|今年|20|多少|好多)|共(要|交|缴|需|得|多少|好多)|一起(是|要|得|该|就是)*(交|缴|给|出|花)?(多少|好多|几多)/;
const EACH =
  /每人|每个人|人均|各自|分别|各交|各缴|各要|各是|各多少|一个?人(又|都|各|是|会)?(要|[交缴出掏付]|得|[涨升多加贵])(?!口|病|亡|院|租)/;
/** 2022年和2023年各要多少: of each year, not of each person. */
const EACH_YEAR =
  /(20\d\d|今|明|去)年?度?(和|跟|与|及|还有|、)(20\d\d|今|明|去)年?度?(分别|各)/;
/** 15户低保每户2个人: of how many houses a head count is told; null where of one. */
function housesIn(plain: string): number | null {
  const found = HOUSES.exec(plain);
  const count = found && smallCount(found[1] ?? "");
  return count !== null && count > 1 ? count : null;
}
const HOUSES = new RegExp(
  `(?<![\\d第.])(${NUMERAL})户(?=.{0,12}(每户|一户|户均|一共|总共|合计))`,
);

/** 去年五口人，今年剩四个: a family that is not of one size. */
export function headsOfYears(plain: string): boolean {
  const [, before = "", now = ""] = OF_TWO_YEARS.exec(plain) ?? [];
  const [then, since] = [smallCount(before), smallCount(now)];
  return then !== null && since !== null && then !== since;
}
const OF_TWO_YEARS = new RegExp(
  `(?:去年|上年|前年)[^，,。；;\\d]{0,6}?(${NUMERAL})(?:口人?|个人?|人)(?!月)[^。；;]{0,10}(?:今年|明年|现在)[^，,。；;\\d]{0,8}?(${NUMERAL})(?:口人?|个人?|人)(?!月)`,
);

/** Head count and sum of the message; `taken` are counts that belong to a part of the group. */
export function readHousehold(
  plain: string,
  taken: readonly Span[],
): Household | null {
  const sizes: number[] = [];
  for (const match of plain.matchAll(SIZES)) {
    const at = match.index;
    const count = smallCount(match[1] ?? "");
    const single = count === 1 && match[2] !== "口之家" && match[2] !== "口人";
    if (count === null || count < 1 || single) continue;
    if (/(不是|不止)$/.test(plain.slice(0, at))) continue;
    if (!taken.some(([from, to]) => from <= at && at < to)) sizes.push(count);
  }
  for (const [, , count] of plain.matchAll(TOGETHER))
    sizes.push(count === "俩" ? 2 : 3);
  sizes.push(...[...plain.matchAll(TWO_OF_HOME)].map(() => 2));
  for (const { index, 0: word, 1: count = "" } of plain.matchAll(WE))
    if (!taken.some(([from, to]) => from < index + word.length && index < to))
      sizes.push(smallCount(count) ?? 1);
  const houses = housesIn(plain);
  const different = new Set(
    houses === null ? sizes : sizes.map((size) => size * houses),
  );
  const vague = (VAGUE.test(plain) || houses !== null) && different.size === 0;
  const each = EACH.test(plain.replace(EACH_YEAR, ""));
  const summed = TOTAL.test(plain);
  const average = /人均|平均/.test(plain);
  const total = summed || ((sizes.length > 0 || vague) && !each);
  if (sizes.length === 0 && !vague && !total && !each && !average) return null;
  return {
    size: different.size === 1 ? ([...different][0] ?? null) : null,
    vague,
    total,
    each: each && !total,
    clash: different.size > 1,
    ...(summed ? { summed } : {}),
    ...(average ? { average } : {}),
  };
}

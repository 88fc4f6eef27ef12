/** Numbers without unit: an amount where words of money stand before or the number is large; a year; a share. */
import { digitsToInt, formatYear } from "../../knowledge/dates.js";
import {
  announcesMoney,
  isNegative,
  isNumbered,
  isOfClass,
} from "./announced.js";
import { isClauseEnd } from "./clause.js";
import { chains, rangeAt } from "./between.js";
import { quantity, type Found, type Outcome } from "./found.js";
import { amountOf } from "./money.js";
import type { Numeral } from "./numeral.js";
import { rowDigit } from "./positional.js";
import { qualify } from "./qualify.js";
import { charAt, isDigit, isLetter, type Scan } from "./scan.js";
import { isYearText } from "./years.js";
import { startsAt, words } from "./words.js";

/** Units and words behind a bare number that make it something else. */
const OTHER_THING =
  "号型楼层室档级类期代床房路栋区队团届班厂条款项章节点时分秒度米斤克片粒盒瓶支针袋张页寸平里年月日天周岁人名位口次回趟个家种样倍成折%‰例台部本份股户间所辆孩胎甲乙丙等星期小版线险无";
/** Words that begin with such a character and make nothing else of it. */
const NO_THING = words(
  "年底 年终 年末 年内 年初 里面 里头 里边 个人 人民币 分别 天津 部分 甲类 乙类 丙类 甲药 乙药 等等 分开 类似 时候",
);
/** Below this a bare number needs a word of money before it. */
const LEAST_BARE = 100;
/** More digits without such a word are the number of something. */
const MOST_BARE_DIGITS = 7;
/** Emergency numbers have three digits: 120. */
const SHORT_CALL = 3;
/** Years around the conversation's that a bare number may mean. */
const YEARS_BACK = 15;
const YEARS_AHEAD = 4;
/** What may stand around a message that is nothing but a number. */
const AROUND = "，。,.!！?？、~… ";
const PARTICLES = "呢吧的哦啊了嘛呀吗";

/** Reads the number without unit that starts there. */
export function readBare(s: Scan, at: number): Outcome {
  const { t } = s;
  const numeral = rangeAt(s, at);
  if (numeral === undefined) return undefined;
  const skipped = { skipTo: afterWord(t, numeral.to) };
  if (isLetter(t, at - 1) || isLetter(t, numeral.to)) return skipped;
  if (chains(t, numeral.to)) return skipped;
  if (isOtherThing(t, numeral.to) || isNumbered(t, at) || isNegative(t, at))
    return skipped;
  const alone = isAlone(t, numeral);
  const money = announcesMoney(t, at) || isOfClass(t, numeral.to);
  if ((!money || isPaidFor(t, at, numeral.to)) && isYear(s, numeral))
    return yearOfNumeral(numeral);
  if (!money && isShare(numeral)) return shareOf(s, numeral);
  if (!money && isCalled(s, numeral)) return skipped;
  // 花了五 is nothing that people say: a Chinese digit alone belongs to a word.
  const word = t.slice(at, numeral.to);
  if (!alone && word.length === 1 && !isDigit(t, at))
    return { skipTo: afterRow(t, numeral.to) };
  if (money || isAmount(numeral, alone)) return amountOf(s, at, numeral);
  return alone ? countOf(numeral) : skipped;
}

/** The end of a word of letters and digits, or of digits and dashes: 19ncov, 400-820-8820. */
function afterWord(t: string, at: number): number {
  let to = at;
  while (isLetter(t, to) || (to > at && isDigit(t, to)) || chains(t, to)) to++;
  return to;
}

/** The end of a row of Chinese digits: no digit of it is read alone. */
function afterRow(t: string, at: number): number {
  let to = at;
  while (rowDigit(t.charAt(to)) >= 0) to++;
  return to;
}

/** 12393, and 120 inside a clause; 120，230 are two amounts. */
function isCalled({ t, hotlines }: Scan, { from, to }: Numeral): boolean {
  if (!hotlines.has(t.slice(from, to))) return false;
  const whole = (from === 0 || isClauseEnd(t, from - 1)) && isClauseEnd(t, to);
  return !(whole && to - from === SHORT_CALL);
}

function isOtherThing(t: string, at: number): boolean {
  const char = charAt(t, at);
  if (char === "" || !OTHER_THING.includes(char)) return false;
  // 甲40乙20: the class of the next amount.
  if ("甲乙".includes(char) && isDigit(t, at + 1)) return false;
  return !startsAt(t, at, NO_THING);
}

/** Whether the message says nothing else. */
function isAlone(t: string, { from, to }: Numeral): boolean {
  for (let at = 0; at < from; at++)
    if (!AROUND.includes(t.charAt(at))) return false;
  for (let at = to; at < t.length; at++)
    if (!AROUND.includes(t.charAt(at)) && !PARTICLES.includes(t.charAt(at)))
      return false;
  return true;
}

/** Large enough to be money without a word of it, and written as an amount is. */
function isAmount(numeral: Numeral, alone: boolean): boolean {
  const { digits, scaled, low, high, positional } = numeral;
  if (scaled) return true;
  if (positional !== undefined) return false;
  if (alone && !low.isInteger()) return true;
  if (
    digits !== undefined &&
    (digits.length > MOST_BARE_DIGITS || digits.startsWith("0"))
  )
    return false;
  return (high ?? low).gte(LEAST_BARE);
}

/** 还能交2023的吗, 买2023年度: what is paid for, no amount. */
function isPaidFor(t: string, at: number, to: number): boolean {
  return (
    "交缴买参".includes(charAt(t, at - 1) || " ") && charAt(t, to) === "的"
  );
}

/** 2023 in 2023交多少: a year near the conversation's. */
function isYear({ today }: Scan, numeral: Numeral): boolean {
  const text = numeral.digits ?? numeral.positional ?? "";
  if (!isYearText(text)) return false;
  const back = today.year - digitsToInt(text);
  return back <= YEARS_BACK && back >= -YEARS_AHEAD;
}

function yearOfNumeral({ from, to, digits, positional }: Numeral): Found {
  const year = digitsToInt(digits ?? positional ?? "");
  return {
    kind: "year",
    start: from,
    end: to,
    value: `y=${formatYear(year)}`,
    about: false,
    from: `${formatYear(year)}-01-01`,
    to: `${formatYear(year + 1)}-01-01`,
  };
}

/** 0.55 is a share unless words of money stand before. */
function isShare({ low, high, scaled }: Numeral): boolean {
  return !scaled && high === undefined && low.gt(0) && low.lt(1);
}

function shareOf({ t }: Scan, { from, to, low, about }: Numeral): Found {
  const said = qualify(t, from, to);
  return quantity({
    kind: "ratio",
    start: from,
    end: to,
    low,
    about: about || said.about,
    bound: said.bound,
  });
}

/** A message that is a small number answers a question for a count. */
function countOf({ from, to, low, high, about }: Numeral): Found {
  return quantity({ kind: "count", start: from, end: to, low, high, about });
}

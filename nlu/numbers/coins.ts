/** Parts of a 元: 五毛, 5分钱, and the 8毛, 五角二分 or lone 8 behind 元 or 块. */
import { endOfDigits } from "./digits.js";
import { type Exact, exact } from "./exact.js";
import type { Numeral } from "./numeral.js";
import { charAt, isDigit, type Scan } from "./scan.js";
import { isClauseEnd } from "./clause.js";
import { digitValue, startsNextWord } from "./section.js";

const TENTH = "0.1";
const HUNDREDTH = "0.01";
/** Behind a lone digit these count things: 五块一斤, 三百块一盒. */
const THINGS =
  "盒瓶针支片粒袋张斤克米顿桶包套件只条根双对把副台辆节课学趟回场轮笔页餐桌十百千万块元";

/** 五毛, 三毛五分, 5分钱: the value in 元; undefined when 分 or 角 is something else. */
export function coinsOnly(s: Scan, numeral: Numeral): Numeral | undefined {
  const { t } = s;
  const unit = charAt(t, numeral.to);
  const to = numeral.to + 1;
  if (numeral.low.gte(100) || unit === "" || !"毛角分".includes(unit))
    return undefined;
  const share = unit === "分" ? HUNDREDTH : TENTH;
  if (charAt(t, to) === "钱" || endsAsCoin(t, numeral.from, to))
    return {
      ...numeral,
      to,
      low: numeral.low.times(share),
      ...(numeral.high === undefined
        ? {}
        : { high: numeral.high.times(share) }),
    };
  const cents = unit === "分" ? undefined : lone(s, to);
  if (cents === undefined || charAt(t, cents.to) !== "分") return undefined;
  const low = numeral.low.times(share).plus(cents.value.times(HUNDREDTH));
  return { ...numeral, low, to: cents.to + 1 };
}

/** 五毛 and 5角 at the end of a clause; 八角 is a spice. */
function endsAsCoin(t: string, from: number, to: number): boolean {
  const unit = t.charAt(to - 1);
  const typed = /[0-9]/.test(t.charAt(from));
  return (unit === "毛" || (unit === "角" && typed)) && isClauseEnd(t, to);
}

/** The amount with the coins behind its 元 or 块 at `at`; undefined when none stand there. */
export function withCoins(
  s: Scan,
  at: number,
  numeral: Numeral,
): Numeral | undefined {
  if (numeral.high !== undefined || numeral.about) return undefined;
  const { t } = s;
  const zero = charAt(t, at) === "零" ? 1 : 0;
  const digit = lone(s, at + zero);
  if (digit === undefined) return undefined;
  const unit = charAt(t, digit.to);
  if (unit === "分")
    return charAt(t, digit.to + 1) === "之"
      ? undefined
      : plus(numeral, digit.value.times(HUNDREDTH), digit.to + 1);
  const tenths = digit.value.times(TENTH);
  if (unit === "毛" || unit === "角")
    return withCents(s, plus(numeral, tenths, digit.to + 1));
  const counts =
    startsNextWord(t, at, digit.to) || (unit !== "" && THINGS.includes(unit));
  return zero === 1 || counts || /[a-z]/.test(unit)
    ? undefined
    : plus(numeral, tenths, digit.to);
}

/** 三毛|二, 三毛|二分. */
function withCents(s: Scan, tenths: Numeral): Numeral {
  const digit = lone(s, tenths.to);
  if (digit === undefined) return tenths;
  const unit = charAt(s.t, digit.to) === "分" ? 1 : 0;
  if (unit === 0 && !isClauseEnd(s.t, digit.to)) return tenths;
  return plus(tenths, digit.value.times(HUNDREDTH), digit.to + unit);
}

/** One digit, Arabic or Chinese, that belongs to no longer number. */
function lone(s: Scan, at: number): { to: number; value: Exact } | undefined {
  const char = charAt(s.t, at);
  if (isDigit(s.t, at)) {
    const single = endOfDigits(s.t, at) === at + 1;
    return single && charAt(s.t, at + 1) !== "."
      ? { to: at + 1, value: exact(char) }
      : undefined;
  }
  const value = digitValue(char);
  return value < 1 ? undefined : { to: at + 1, value: exact(value) };
}

function plus(numeral: Numeral, value: Exact, to: number): Numeral {
  return { ...numeral, low: numeral.low.plus(value), to };
}

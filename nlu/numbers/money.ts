/** Amounts of money: 3万5, 一百二十块五毛, ￥3500, 3-5万元, and bare numbers that money words announce. */
import { digitsToInt, yearOf } from "../../knowledge/dates.js";
import { rangeAt } from "./between.js";
import { endOfDigits } from "./digits.js";
import { Exact, exact } from "./exact.js";
import { quantity, type Found, type Outcome } from "./found.js";
import type { Numeral } from "./numeral.js";
import { qualify } from "./qualify.js";
import {
  afterRangeMark,
  charAt,
  endsWithAny,
  isClauseEnd,
  isDigit,
  isLetter,
  numeralAt,
  type Scan,
  startsWithAny,
} from "./scan.js";
import { digitValue } from "./section.js";
import { isYearText, skipSpace } from "./years.js";

const YUAN = "元";
const MARKS_BEFORE = ["人民币", "rmb", "cny", "¥", "$"];
const UNITS = ["元", "块", "rmb", "人民币", "cny"];
/** 元 and 块 before these begin another word: 元旦, 块头. */
const NOT_AFTER_UNIT = "旦宵素老首件凶头儿";

/** Reads the amount that starts there and has a mark or unit of money. */
export function readMoney(s: Scan, at: number): Outcome {
  const { t } = s;
  const mark = startsWithAny(t, at, MARKS_BEFORE);
  const start = skipSpace(t, at + mark);
  const numeral = rangeAt(s, mark > 0 ? start : at);
  if (numeral === undefined) return undefined;
  const unit = unitEnd(t, numeral.to);
  if (unit < 0)
    return mark > 0
      ? amount(s, at, numeral.to, numeral)
      : coins(s, at, numeral);
  if (isTogether(s, numeral, unit)) return { skipTo: unit };
  const small = coinsBehind(s, unit, numeral);
  const first = small ?? { ...numeral, to: unit };
  return second(s, at, first) ?? amount(s, at, closed(t, first.to), first);
}

/** The place after 元 or 块; -1 when the unit is another or none. */
function unitEnd(t: string, at: number): number {
  const start = skipSpace(t, at);
  const length = startsWithAny(t, start, UNITS);
  if (length === 0) return -1;
  const end = start + length;
  return NOT_AFTER_UNIT.includes(charAt(t, end) || " ") ? -1 : end;
}

/** 一块 is “together” unless 钱, a coin or the end of the clause follows. */
function isTogether(s: Scan, numeral: Numeral, unit: number): boolean {
  const { t } = s;
  if (t.slice(numeral.from, unit) !== "一块") return false;
  const next = charAt(t, unit);
  return !(
    isClauseEnd(t, unit) ||
    next === "钱" ||
    next === "多" ||
    digitValue(next) >= 0 ||
    isDigit(t, unit) ||
    hasMoneyWord(t, numeral.from)
  );
}

/** 五毛, 5分钱: coins without 元. */
function coins(s: Scan, at: number, numeral: Numeral): Found | undefined {
  const unit = charAt(s.t, numeral.to);
  const share =
    unit === "毛" || unit === "角" ? "0.1" : unit === "分" ? "0.01" : "";
  if (share === "" || numeral.low.gte(100)) return undefined;
  const to = numeral.to + 1;
  const money = charAt(s.t, to) === "钱";
  if (!money && (unit !== "毛" || !isClauseEnd(s.t, to))) {
    const behind = unit === "分" ? undefined : coinDigit(s, to);
    if (behind === undefined || charAt(s.t, behind.to) !== "分")
      return undefined;
    const low = numeral.low.times(share).plus(behind.value.times("0.01"));
    return amount(s, at, closed(s.t, behind.to + 1), { ...numeral, low });
  }
  return amount(s, at, closed(s.t, to), {
    ...numeral,
    low: numeral.low.times(share),
    ...(numeral.high === undefined ? {} : { high: numeral.high.times(share) }),
  });
}

/** 8毛, 五角二分, 8 behind 元 or 块. */
function coinsBehind(
  s: Scan,
  at: number,
  numeral: Numeral,
): Numeral | undefined {
  if (numeral.high !== undefined || numeral.about) return undefined;
  const { t } = s;
  const zero = charAt(t, at) === "零" ? at + 1 : at;
  const digit = coinDigit(s, zero);
  if (digit === undefined) return undefined;
  const unit = charAt(t, digit.to);
  if (unit === "分" && charAt(t, digit.to + 1) !== "之")
    return added(numeral, digit.value.times("0.01"), digit.to + 1);
  if (unit !== "毛" && unit !== "角") {
    const alone =
      (zero === at && isClauseEnd(t, digit.to)) ||
      startsWithAny(t, digit.to, [
        "能",
        "可",
        "怎",
        "报",
        "的",
        "左右",
        "，",
        "钱",
        "乙",
        "甲",
      ]) > 0;
    return alone && zero === at
      ? added(numeral, digit.value.times("0.1"), digit.to)
      : undefined;
  }
  const tenths = added(numeral, digit.value.times("0.1"), digit.to + 1);
  const cent = coinDigit(s, digit.to + 1);
  if (cent === undefined) return tenths;
  const end = charAt(t, cent.to) === "分" ? cent.to + 1 : cent.to;
  if (end === cent.to && !isClauseEnd(t, end)) return tenths;
  return added(tenths, cent.value.times("0.01"), end);
}

/** One digit, Arabic or Chinese, that no further digit follows. */
function coinDigit(
  s: Scan,
  at: number,
): { to: number; value: Exact } | undefined {
  if (isDigit(s.t, at)) {
    if (endOfDigits(s.t, at) !== at + 1 || charAt(s.t, at + 1) === ".")
      return undefined;
    return { to: at + 1, value: exact(s.t.charAt(at)) };
  }
  const value = digitValue(charAt(s.t, at));
  return value < 1 ? undefined : { to: at + 1, value: exact(value) };
}

function added(numeral: Numeral, value: Exact, to: number): Numeral {
  return { ...numeral, low: numeral.low.plus(value), to };
}

/** 3万元到5万元: the second amount of a range has a unit of its own. */
function second(s: Scan, at: number, first: Numeral): Found | undefined {
  if (first.high !== undefined) return undefined;
  const mark = afterRangeMark(s.t, first.to);
  const next = mark < 0 ? undefined : numeralAt(s, mark);
  if (next === undefined || next.high !== undefined) return undefined;
  const unit = unitEnd(s.t, next.to);
  if (unit < 0 || next.low.lte(first.low)) return undefined;
  return amount(s, at, closed(s.t, unit), { ...first, high: next.low });
}

/** 钱 and 整 belong to the amount. */
function closed(t: string, at: number): number {
  const char = charAt(t, at);
  if (char === "整" && "的个理合体形".includes(charAt(t, at + 1) || "_"))
    return at;
  return char === "钱" || char === "整" ? at + 1 : at;
}

/** An amount with what the words around it say. */
function amount(s: Scan, start: number, end: number, numeral: Numeral): Found {
  const said = qualify(s.t, start, end);
  const more =
    charAt(s.t, end) === "多" &&
    "，。,;；!！?？、 ".includes(charAt(s.t, end + 1) || " ");
  return quantity({
    kind: "amount",
    start,
    end: charAt(s.t, end) === "+" ? end + 1 : end,
    low: numeral.low,
    high: numeral.high,
    about: said.about || numeral.about || more,
    bound: said.bound,
    unit: YUAN,
  });
}

// ---- bare numbers

/** Words of money before a bare number: 花了, 自付, 药费, 起付线. */
const MONEY_WORDS = [
  "花",
  "费",
  "付",
  "掏",
  "缴",
  "交",
  "款",
  "价",
  "额",
  "金",
  "线",
  "钱",
  "账",
  "扣",
  "欠",
  "赔",
  "补",
  "收",
  "合计",
  "共计",
  "总计",
  "支出",
  "收入",
  "工资",
  "基数",
  "药",
  "类",
  "开销",
  "票",
  "单",
  "用",
];
/** May stand between such a word and the number. */
const FILLERS = [
  "差不多",
  "一共",
  "总共",
  "大概",
  "大约",
  "将近",
  "接近",
  "左右",
  "人民币",
  "不到",
  "超过",
  "达到",
  "了",
  "过",
  "是",
  "为",
  "共",
  "有",
  "约",
  "近",
  "就",
  "才",
  "只",
  "要",
  "得",
  "快",
  "在",
  "到",
  "满",
  ":",
  "：",
  " ",
  "=",
  "¥",
];
/** Names of things that are numbered before a number: never an amount. */
const NUMBERED = [
  "电话",
  "热线",
  "拨打",
  "号码",
  "卡号",
  "编号",
  "编码",
  "尾号",
  "邮编",
  "验证码",
  "学号",
  "工号",
  "病案号",
  "单号",
  "密码",
  "微信",
  "qq",
  "座机",
  "手机",
  "号",
  "新冠",
  "第",
  "打",
  "拨",
  "初",
  "高",
  "大",
  "周",
  "星期",
  "礼拜",
  "-",
  "/",
  ".",
  "负",
];
/** Units and words behind a bare number that make it something else. */
const OTHER_THING =
  "号型楼层室档级类期代床房路栋区队团届班厂条款项章节点时分秒度米斤克片粒盒瓶支针袋张页寸平里年月日天周岁人名位口次回趟个家种样倍成折%‰％例台部本份股户间所辆届孩胎甲乙丙等星期小版线";
/** Below this a bare number needs a word of money before it. */
const LEAST_BARE = 100;

/** A number without unit: an amount where it is large or money words announce it. */
export function readBare(s: Scan, at: number): Outcome {
  const { t } = s;
  const numeral = rangeAt(s, at);
  if (numeral === undefined) return undefined;
  const skipped = { skipTo: numeral.to };
  if (isLetter(t, at - 1) || isLetter(t, numeral.to))
    return { skipTo: afterLetters(t, numeral.to) };
  if (
    OTHER_THING.includes(charAt(t, numeral.to) || " ") &&
    !t.startsWith("个人", numeral.to) &&
    !t.startsWith("天津", numeral.to)
  )
    return skipped;
  if (endsWithAny(t, at, NUMBERED) > 0) return skipped;
  if (isAlone(t, numeral)) return alone(s, numeral);
  const announced = hasMoneyWord(t, at);
  if (!announced && isYear(s, numeral)) return year(numeral);
  if (!announced && s.hotlines.has(t.slice(at, numeral.to))) return skipped;
  if (!announced && isShare(numeral)) return share(s, numeral);
  if (
    !announced &&
    !numeral.scaled &&
    numeral.low.lt(LEAST_BARE) &&
    !(numeral.high?.gte(LEAST_BARE) ?? false)
  )
    return skipped;
  if (
    !announced &&
    numeral.digits !== undefined &&
    (numeral.digits.length > 7 || numeral.digits.startsWith("0"))
  )
    return skipped;
  if (numeral.positional !== undefined && !announced) return skipped;
  return amount(s, at, numeral.to, numeral);
}

/** Whether a word of money stands before, perhaps with 了, 是, 大概 between. */
export function hasMoneyWord(t: string, at: number): boolean {
  let to = at;
  for (let i = 0; i < 4; i++) {
    if (endsWithAny(t, to, MONEY_WORDS) > 0) return true;
    const length = endsWithAny(t, to, FILLERS);
    if (length === 0) return false;
    to -= length;
  }
  return false;
}

function afterLetters(t: string, at: number): number {
  let to = at;
  while (isLetter(t, to) || isDigit(t, to)) to++;
  return to;
}

/** Whether nothing else is said. */
function isAlone(t: string, { from, to }: Numeral): boolean {
  return (
    /^[\s，。,.!！?？、]*$/.test(t.slice(0, Math.min(from, 40))) &&
    from < 40 &&
    t.length - to < 40 &&
    /^[\s，。,.!！?？、呢吧的哦啊了]*$/.test(t.slice(to))
  );
}

/** A whole message that is a number: a year, a share, an amount, or a mere count. */
function alone(s: Scan, numeral: Numeral): Found {
  if (isYear(s, numeral)) return year(numeral);
  if (isShare(numeral)) return share(s, numeral);
  const { from, to, low, high, about } = numeral;
  const large =
    numeral.scaled || (high ?? low).gte(LEAST_BARE) || !low.isInteger();
  if (large) return amount(s, from, to, numeral);
  return quantity({ kind: "count", start: from, end: to, low, high, about });
}

/** 2023 in 2023交多少: a year near the conversation's. */
function isYear(s: Scan, { digits, positional }: Numeral): boolean {
  const text = digits ?? positional ?? "";
  if (!isYearText(text)) return false;
  const distance = yearOf(s.on) - digitsToInt(text);
  return distance <= 15 && distance >= -4;
}

function year({ from, to, digits, positional }: Numeral): Found {
  const text = digits ?? positional ?? "";
  const value = digitsToInt(text);
  return {
    kind: "year",
    start: from,
    end: to,
    value: `y=${text}`,
    about: false,
    from: `${text}-01-01`,
    to: `${value + 1}-01-01`,
  };
}

/** 0.55 is a share unless it is spent. */
function isShare({ low, high, scaled }: Numeral): boolean {
  return !scaled && high === undefined && low.gt(0) && low.lt(1);
}

function share(s: Scan, { from, to, low, about }: Numeral): Found {
  const said = qualify(s.t, from, to);
  return quantity({
    kind: "ratio",
    start: from,
    end: to,
    low,
    about: about || said.about,
    bound: said.bound,
  });
}

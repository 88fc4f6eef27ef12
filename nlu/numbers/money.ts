/** Amounts of money with a mark or unit: 3万5块, 一百二十块五毛, ￥3500, 3-5万元. */
import { announcesMoney, isNegative } from "./announced.js";
import { rangeAt } from "./between.js";
import { coinsOnly, withCoins } from "./coins.js";
import { quantity, type Found, type Outcome } from "./found.js";
import type { Numeral } from "./numeral.js";
import { qualify } from "./qualify.js";
import type { Bound } from "./reading.js";
import {
  afterRangeMark,
  charAt,
  isDigit,
  numeralAt,
  type Scan,
} from "./scan.js";
import { isClauseEnd } from "./clause.js";
import { digitValue } from "./section.js";
import { skipSpace } from "./years.js";
import { lengthAt, words } from "./words.js";

const YUAN = "元";
const MARKS_BEFORE = words("人民币 rmb cny ¥ $");
const UNITS = words("元 块 rmb 人民币 cny");
/** 元 and 块 before these begin another word: 元旦, 块头. */
const NOT_AFTER_UNIT = "旦宵素老首件凶头儿";
/** 整 before these begins another word: 整个. */
const NOT_AFTER_WHOLE = "个理合体形容天年";

/** Reads the amount that starts there and has a mark or unit of money. */
export function readMoney(s: Scan, at: number): Outcome {
  const { t } = s;
  const mark = lengthAt(t, at, MARKS_BEFORE);
  const numeral = rangeAt(s, mark > 0 ? skipSpace(t, at + mark) : at);
  if (numeral === undefined) return undefined;
  if (/^0\d/.test(numeral.digits ?? "")) return undefined;
  const unit = unitEnd(t, numeral.to);
  if (unit < 0) {
    const coins = coinsOnly(s, numeral);
    if (coins !== undefined) return amountOf(s, at, coins);
    return mark > 0 ? amountOf(s, at, numeral) : undefined;
  }
  if (isNegative(t, at) || isTogether(s, numeral, unit))
    return { skipTo: unit };
  const first = withCoins(s, unit, numeral) ?? { ...numeral, to: unit };
  return upTo(s, at, first) ?? amountOf(s, at, first);
}

/** The place after 元 or 块; -1 when the unit is another or none. */
function unitEnd(t: string, at: number): number {
  const start = skipSpace(t, at);
  const length = lengthAt(t, start, UNITS);
  if (length === 0) return -1;
  const end = start + length;
  return NOT_AFTER_UNIT.includes(charAt(t, end) || " ") ? -1 : end;
}

/** 一块 is “together” unless 钱, a coin or a word of money stands by, or nothing else is said. */
function isTogether({ t }: Scan, { from }: Numeral, unit: number): boolean {
  if (t.slice(from, unit) !== "一块") return false;
  const next = charAt(t, unit);
  if (next === "钱" || next === "多" || digitValue(next) >= 0) return false;
  const alone = from === 0 && isClauseEnd(t, unit);
  return !(alone || isDigit(t, unit) || announcesMoney(t, from));
}

/** 3万元到5万元: the second amount of a range has a unit of its own. */
function upTo(s: Scan, at: number, first: Numeral): Found | undefined {
  if (first.high !== undefined) return undefined;
  const mark = afterRangeMark(s.t, first.to);
  const next = mark < 0 ? undefined : numeralAt(s, mark);
  if (next === undefined || next.high !== undefined) return undefined;
  const to = unitEnd(s.t, next.to);
  if (to < 0 || next.low.lte(first.low)) return undefined;
  return amountOf(s, at, { ...first, high: next.low, to });
}

/** The reading of an amount that starts at `start`, with what the words around it say. */
export function amountOf({ t }: Scan, start: number, numeral: Numeral): Found {
  const closed = closedAt(t, numeral.to);
  const end = charAt(t, closed) === "+" ? closed + 1 : closed;
  const said = qualify(t, start, closed);
  return quantity({
    kind: "amount",
    start,
    end,
    low: numeral.low,
    high: numeral.high,
    about:
      said.about ||
      numeral.about ||
      isMore(t, closed) ||
      isLoose(t, end, said.bound),
    bound: said.bound,
    unit: YUAN,
  });
}

/** 钱 and 整 belong to the amount. */
function closedAt(t: string, at: number): number {
  const char = charAt(t, at);
  if (char === "钱") return at + 1;
  const whole =
    char === "整" && !NOT_AFTER_WHOLE.includes(charAt(t, at + 1) || " ");
  return whole ? at + 1 : at;
}

/** 不到三万, 超过五万, 3万以上 name no amount but an end of one; 超过五万的部分 names it. */
function isLoose(t: string, end: number, bound: Bound | undefined): boolean {
  if (bound === undefined || bound === "at_most") return false;
  return !t.slice(end, end + 6).includes("部分");
}

/** 三百块多. */
function isMore(t: string, at: number): boolean {
  return charAt(t, at) === "多" && isClauseEnd(t, at + 1);
}

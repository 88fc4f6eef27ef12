/** Which amount of a bill each number is: total, eligible, self-paid, paid by the fund, by class. */
import {
  type ConceptHit,
  cues,
  isSpent,
  NEAR,
  roleOf,
  stretch,
} from "./amount-roles.js";
import { caresOf } from "./amount-care.js";
import type { AmountRole, Mention, Money, Span } from "./meaning.js";
import { classesOf } from "./classes.js";
import type { Reading } from "./numbers/reading.js";

/** For each amount, the year named last before it: 2022年报了230. */
function yearsBefore(readings: readonly Reading[]): Map<Reading, string> {
  const years = new Map<Reading, string>();
  let named: string | undefined;
  for (const reading of readings) {
    if (["year", "month", "date"].includes(reading.kind))
      named = reading.from?.slice(0, 4) ?? named;
    if (named !== undefined) years.set(reading, named);
  }
  return years;
}

/** For each amount, the day named last before it: 今天甲类100，昨天甲类60; 第一天60，第二天100. */
function daysBefore(readings: readonly Reading[]): Map<Reading, string> {
  const days = new Map<Reading, string>();
  let named: string | undefined;
  for (const reading of readings) {
    if (reading.kind === "date") named = reading.value;
    if (reading.kind === "ordinal" && reading.unit === "天")
      named = reading.text;
    if (named !== undefined) days.set(reading, named);
  }
  return days;
}

/** 自付1万和8千, 第一次甲类50第二次40: one role for the list. */
function listed(
  text: string,
  money: readonly Reading[],
  index: number,
  roles: readonly AmountRole[],
): AmountRole | null {
  const previous = money[index - 1];
  const reading = money[index];
  if (!previous || !reading) return null;
  const between = text.slice(previous.span[1], reading.span[0]);
  return /^[\s，,、]*(和|加|跟|还有|又)?\s*(第.次)?$/.test(between)
    ? (roles[index - 1] ?? null)
    : null;
}

/** 自付3万加2万一共: what is summed up is said behind the list. */
const ADDED = /\d[万千百元块]?(加上?|和|跟|还有)$/;

/** What the fund paid before, of today or of this year, where the words say so. */
function paidBefore(cued: AmountRole, before: string): AmountRole | null {
  if (ASSISTED.test(before)) return "paid_this_year";
  if (cued !== "fund") return null;
  if (TODAY.test(before)) return "paid_today";
  return SO_FAR.test(before) ? "paid_this_year" : null;
}

/** 今年救助已经拿了14万5. */
const ASSISTED =
  /(今年|本年|年内|前面)[^，,。；;\d]{0,4}救助(款|金)?(已经|已|都|累计|一共|总共|拿|领|给|报|发|享受|了|过)+$/;

/** 今年门诊已经报了240元: what the fund paid before. */
const TODAY =
  /(今天|上午|早上|中午|刚才|当天|同一天)[^。；;]*(报|支付)[^，,。；;]*$/;
const SO_FAR =
  /(今年|本年|年内|之前|前面|20\d\d年)[^，,。；;]*(已经|已|报了|报过|总共报)[^，,。；;]*$/;

/** 八千多 is less than the next thousand; 大概三万 has no upper end. */
function upTo({ value, text, about }: Reading): string | null {
  if (!about || !text.endsWith("多") || !/^[1-9]\d*$/.test(value)) return null;
  const zeros = /0*$/.exec(value)?.[0].length ?? 0;
  const head = value.slice(0, value.length - zeros);
  return `${BigInt(head) + 1n}${"0".repeat(zeros)}`;
}

/** 起付线2023: a year without 年, no amount. */
const BARE_YEAR = /^20[1-3]\d$/;

/** 总共8万，报了5万，剩3万. */
function isRemainder(text: string, [from, to]: Span): boolean {
  const said = text.slice(from, to);
  return said.includes("剩") && !/自|个人|掏/.test(said);
}

function nearBefore(text: string, [from]: readonly [number, number]): string {
  return text.slice(Math.max(0, from - NEAR), from);
}

/** 顶多能报几百, 门槛是几万: the question itself; 花了几千 is an amount. */
const SPENT = /(了|过|好|花|自付|掏)$/;

/** 全是甲类: the whole bill is of one class. */
const ALL_OF = /(全|都)(部)?(是|为)?([甲乙])类/;

/** 花了2000: an amount after all. */
export const PAID = /[花付掏报交缴费了共额用]$/;

/** “15412元是按什么定的”: a figure of a rule is quoted, no bill is meant. */
const QUOTED =
  /^(元|块)?(这个数|的标准|的起付线|的限额)?((是|咋|怎么)(按|怎么|哪|从哪|根据|咋|谁|依据|来的|定的|什么)|出自|来自|哪来|从哪)/;

/** “起付线为啥是15412”: the same, asked from the front. */
const ASKED_WHY =
  /(为(啥子?|什么|何|嘛)|凭(啥|什么)|怎么|咋)(就|会|要)?(是|定成|定为|定在|设为|设在|变成)$/;

/** 一盒15，买了两盒: a price of one of several, no sum. */
const PRICED = /[一每][盒瓶支袋片粒针]/;
const SEVERAL = /([二两三四五六七八九十几]|[2-9]|\d\d)[盒瓶支袋片粒针]/;

/** 另外自费1万: beside what was told before, no part of it. */
const BESIDE = /(另外?|其他|其它|此外|额外|还有)[^，,。；;\d]{0,5}$/;

const ABOVE =
  /[\d一二三四五六七八九十两百千万]元?(以上|之上)?的?那?(个|些)?部分(还)?(有|是|为|共|一共|大概)?\s?$/;

/** 自付超过两万的部分有三万: the first amount is where the second begins, not paid beside it. */
const FROM_WHERE =
  /^(元|块)?(钱)?(以上|之上)?的?那?(个|些)?部分(还)?(有|是|为|共|一共|大概)?\s?[\d一二三四五六七八九十两]/;

/** 自付超过两万的部分有三万: fifty thousand were paid by oneself. */
function withStart(
  text: string,
  readings: readonly Reading[],
  part: Reading,
): string | null {
  const start = readings.findLast(
    ({ kind, span }) => kind === "amount" && span[1] <= part.span[0],
  );
  const whole = (one: Reading): boolean =>
    !one.about && one.low === undefined && /^\d+$/.test(one.value);
  if (!start || !FROM_WHERE.test(text.slice(start.span[1], part.span[1])))
    return null;
  return whole(start) && whole(part)
    ? String(BigInt(start.value) + BigInt(part.value))
    : null;
}

/** 一年封顶15万是不是: a figure of a rule, to be confirmed. */
const RULED =
  /(封顶线?|限额|上限|最高支付|起付线|起付标准|门槛费?)(是|为|到|就是)?$/;
const CONFIRM =
  /^(元|块)?钱?(是不是|对不对|对吗|对不|是吗|真的吗|没错吧|对吧|是吧|吗|吧)/;

function isClaim(text: string, [from, to]: readonly [number, number]): boolean {
  return (
    RULED.test(text.slice(Math.max(0, from - 8), from)) &&
    CONFIRM.test(text.slice(to, to + 8))
  );
}

/** 去年救助过8000，今年: what was paid in another year uses up nothing of this one. */
function isOfYearBefore(
  text: string,
  [from]: readonly [number, number],
): boolean {
  return (
    /(去年|上年|前年)[^，,。；;\d]{0,4}(救助|报)[^，,。；;\d]{0,4}$/.test(
      nearBefore(text, [from, from]),
    ) && text.includes("今年")
  );
}

/** 这3万4里: the amount is only pointed at. */
function isReference(
  text: string,
  [from, to]: readonly [number, number],
): boolean {
  return (
    "这那".includes(text.charAt(from - 1) || " ") &&
    /^(元|块)?钱?(里|中|当中|之中)/.test(text.slice(to, to + 5))
  );
}

/** 剩3万4自己出，里面有2万是政策内的: only that part of what the person paid counts. */
const OF_WHICH = /(其中|里面?|里头|当中|之中|中)(只有?|有|的)?$/;

function partsOfSelf(text: string, all: Money[]): void {
  all.forEach((part, at) => {
    const whole = all.slice(0, at).findLast(({ role }) => role !== "fund");
    const inside =
      part.role === "eligible" &&
      whole?.role === "self" &&
      OF_WHICH.test(text.slice(whole.span[1], part.span[0]));
    if (!inside) return;
    whole.role = "unknown";
    part.role = "self";
  });
}

/** 今年额度用完了: nothing is left of the limit. */
const USED_UP =
  /(额度|限额|封顶线?|门诊统筹的?钱?)[^，,。；;！!？?]{0,4}(用完|用光|报完|报满|花完|花光|用满|用尽|到顶|没有了|没了|已满)(?!(以后|之后|后|的话)?(怎么|咋|会|还能不能|能不能))/;

function nothingLeft(text: string): Money[] {
  const found = USED_UP.exec(text);
  if (!found) return [];
  return [
    {
      role: "quota_left",
      eligible: false,
      low: "0",
      high: null,
      about: false,
      remainder: false,
      span: [found.index, found.index + found[0].length],
      text: found[0],
      year: null,
    },
  ];
}

/** What was not said is left out, so that the state stays small. */
function told(
  key: "care" | "day",
  value: string | null | undefined,
): Partial<Money> {
  return value === null || value === undefined ? {} : { [key]: value };
}

/** The amounts of money of a message with their roles, in order. */
export function readAmounts(
  text: string,
  readings: readonly Reading[],
  concepts: readonly ConceptHit[],
  mentions: readonly Mention[],
): Money[] {
  const money = readings.filter(
    ({ kind, span, text: said }) =>
      kind === "amount" &&
      !QUOTED.test(text.slice(span[1])) &&
      !isReference(text, span) &&
      !isClaim(text, span) &&
      !isOfYearBefore(text, span) &&
      !FROM_WHERE.test(text.slice(span[1], span[1] + NEAR)) &&
      !ASKED_WHY.test(nearBefore(text, span)) &&
      !(said.startsWith("几") && !SPENT.test(nearBefore(text, span))) &&
      !(BARE_YEAR.test(said) && !PAID.test(nearBefore(text, span))),
  );
  const found = cues(concepts, mentions);
  const byPiece = PRICED.test(text) && SEVERAL.test(text);
  const whole = ALL_OF.exec(text)?.[4];
  const yearsNamed = yearsBefore(readings);
  const daysNamed = daysBefore(readings);
  const roles: AmountRole[] = [];
  const classes = classesOf(
    text,
    money.map(({ span }) => span),
  );
  const cares = caresOf(
    text,
    money.map(({ span }) => span),
    mentions,
  );
  const said = money.map((reading, index): Money => {
    const { role: cued, eligible } = roleOf(
      text,
      found,
      stretch(text, money, index),
      reading.span,
    );
    const before = nearBefore(text, reading.span);
    const behind = index > 0 || reading.span[0] < 4 ? "" : before;
    const own =
      cued === "outside" && BESIDE.test(before)
        ? "beside"
        : whole && isSpent(cued)
          ? whole === "甲"
            ? "class_a"
            : "class_b"
          : ABOVE.test(behind)
            ? "above_deductible"
            : (classes[index] ?? paidBefore(cued, before) ?? cued);
    const sum =
      own === "above_deductible" && cued === "self"
        ? withStart(text, readings, reading)
        : null;
    const ofList = listed(text, money, index, roles);
    const role =
      sum !== null
        ? cued
        : own === "unknown" ||
            (own === "eligible" && ofList === "self") ||
            (own === "total" && ADDED.test(text.slice(0, reading.span[0])))
          ? (ofList ?? own)
          : own;
    roles.push(role);
    return {
      role,
      eligible,
      low: sum ?? reading.low ?? reading.value,
      high: reading.high ?? upTo(reading),
      about: reading.about || byPiece,
      remainder:
        role === "self" && isRemainder(text, stretch(text, money, index)),
      span: reading.span,
      text: reading.text,
      year: yearsNamed.get(reading) ?? null,
      ...told("care", cares[index]),
      ...told("day", daysNamed.get(reading)),
    };
  });
  partsOfSelf(text, said);
  return said.length > 0 ? [...said, ...nothingLeft(text)] : said;
}

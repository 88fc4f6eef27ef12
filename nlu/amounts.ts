/** Which amount of a bill each number is: total, eligible, self-paid, paid by the fund, by class. */
import {
  type ConceptHit,
  cues,
  isSpent,
  roleOf,
  stretch,
} from "./amount-roles.js";
import { caresOf } from "./amount-care.js";
import type { AmountRole, Mention, Money, Span } from "./meaning.js";
import {
  asksOfPart,
  isPart,
  startOf,
  startsPart,
  summed,
} from "./above-part.js";
import { classesOf } from "./classes.js";
import { isNoBill, nearBefore } from "./no-bill.js";
import { paidSoFar, withTodayBesides } from "./paid-so-far.js";
import { withoutRough } from "./rough-amounts.js";
import { bounded } from "./upper-bounds.js";
import { visitsOnOneDay } from "./visits.js";
import { wagePeriod } from "./wage-period.js";
import { ofYearBefore } from "./year-before.js";
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

/** Counters of visits: 第一次, 第二趟. */
const VISITS: readonly string[] = ["次", "趟"];

/** One day is told of: several visits on it share its limit. */
const ON_ONE_DAY = /同一天|当天|同天|一天(里|内|之内|看|去|跑|来)|上午|下午/;

/** For each amount, the day or the visit named last before it: 今天甲类100，昨天甲类60; 第一天60，第二天100; 第一次50第二次40. */
function daysBefore(
  text: string,
  readings: readonly Reading[],
): Map<Reading, string> {
  const days = new Map<Reading, string>();
  const dated = readings.some(({ kind }) => kind === "date");
  const units = dated || ON_ONE_DAY.test(text) ? ["天"] : ["天", ...VISITS];
  let named: string | undefined;
  for (const reading of readings) {
    if (reading.kind === "date") named = reading.value;
    if (reading.kind === "ordinal" && units.includes(reading.unit ?? ""))
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

/** 今年救助已经拿了14万5, 2022年救助已经领了5万8. */
const ASSISTED =
  /(今年|本年|年内|前面)[^，,。；;\d]{0,4}救助(款|金)?(已经|已|都|累计|一共|总共|拿|领|给|报|发|享受|了|过)+$|救助(款|金)?(已经|已|都)(累计|一共|总共|拿|领|给|报|发|享受|了|过)+$|(已经|已|都|之前|前头)(给|被)?(累计|一共|总共)?救(助|济)?[了过]+$/;

/** 今年门诊已经报了240元: what the fund paid before. */
const TODAY =
  /(今天|上午|早上|中午|刚才|当天|同一天)[^。；;]*(报|支付)[^，,。；;]*$/;
// 今年住院花了8万医保报了5万: what is paid of the bill told before it, not so far.
const SO_FAR =
  /(今年|本年|年内|一年(?:里头?|内|当中|之内)|之前|前面|20\d\d年)[^，,。；;\d万千百块元]*(已经|已|报了|报过|总共报)[^，,。；;]*$/;

/** 八千多 is less than the next thousand; 大概三万 has no upper end. */
function upTo({ value, text, about }: Reading): string | null {
  if (!about || !text.endsWith("多") || !/^[1-9]\d*$/.test(value)) return null;
  const zeros = /0*$/.exec(value)?.[0].length ?? 0;
  const head = value.slice(0, value.length - zeros);
  return `${BigInt(head) + 1n}${"0".repeat(zeros)}`;
}

/** 总共8万，报了5万，剩3万. */
function isRemainder(text: string, [from, to]: Span): boolean {
  const said = text.slice(from, to);
  return said.includes("剩") && !/自|个人|掏/.test(said);
}

/** 全是甲类: the whole bill is of one class. */
const ALL_OF = /(全|都)(部)?(是|为)?([甲乙])类/;

/** 前面已经花过: what was spent is not what was reimbursed. */
const SPENT = /花(费|销)?(了|过|掉|去|到)*$/;

/** 一盒15，买了两盒: a price of one of several, no sum. */
const PRICED = /[一每][盒瓶支袋片粒针]/;
const SEVERAL = /([二两三四五六七八九十几]|[2-9]|\d\d)[盒瓶支袋片粒针]/;

/** 另外自费1万: beside what was told before, no part of it. */
const BESIDE = /(另外?|其他|其它|此外|额外|还有)[^，,。；;\d]{0,5}$/;

/** 剩3万4自己出，里面有2万是政策内的: only that part of what the person paid counts. */
const OF_WHICH = /(其中|里面?|里头|当中|之中|中)(只有?|有|的)?$/;

function partsOfSelf(text: string, all: Money[]): void {
  all.forEach((part, at) => {
    partOfCare(text, part, all[at - 1]);
    const whole = all.slice(0, at).findLast(({ role }) => role !== "fund");
    const inside =
      (part.role === "eligible" || (part.role === "self" && part.eligible)) &&
      whole?.role === "self" &&
      OF_WHICH.test(text.slice(whole.span[1], part.span[0]));
    if (!inside) return;
    whole.role = "unknown";
    part.role = "self";
  });
}

/** 自付四万里面门诊一万: the rest is of the other care. */
const OTHER_CARE: Readonly<Record<string, string>> = {
  outpatient: "inpatient",
  inpatient: "outpatient",
};
function partOfCare(text: string, part: Money, whole: Money | undefined): void {
  const other = OTHER_CARE[part.care ?? ""];
  if (!whole || other === undefined || whole.care !== undefined) return;
  const between = text.slice(whole.span[1], part.span[0]);
  const sized = [whole, part].every(
    ({ low, high, about }) => /^\d+$/.test(low) && high === null && !about,
  );
  const inside =
    whole.role === "self" &&
    (part.role === "unknown" || part.role === "self") &&
    /^(元|块)?钱?[，,\s]?(其中|里面|里头|里边|当中|之中|中|里)[^，,。；;\d]{0,10}$/.test(
      between,
    );
  if (!inside || !sized || BigInt(part.low) >= BigInt(whole.low)) return;
  whole.low = String(BigInt(whole.low) - BigInt(part.low));
  whole.care = other;
  part.role = "self";
}

/** 甲类乙类各花了40: so much of each. */
const OF_EACH = /[甲乙]类?[^，,。；;\d]{0,2}[甲乙]类[^，,。；;\d]{0,4}各/;

function ofBothClasses(text: string, all: Money[]): Money[] {
  const [only, more] = all.filter(
    ({ role }) => role === "class_a" || role === "class_b",
  );
  if (!only || more || !OF_EACH.test(text)) return all;
  const both = (["class_a", "class_b"] as const).map((role) => ({
    ...only,
    role,
  }));
  return all.flatMap((one) => (one === only ? both : [one]));
}

/** 一天去两回，每回70: so much at each visit, whose day is one. */
function eachVisit(text: string, all: Money[]): Money[] {
  const visits = visitsOnOneDay(text);
  const bills = all.filter(
    ({ role }) => CLASSED.includes(role) || isSpent(role),
  );
  if (visits === 1 || bills.length !== 1) return all;
  return all.flatMap((one) =>
    bills.includes(one) ? Array.from({ length: visits }, () => one) : [one],
  );
}
const CLASSED: readonly AmountRole[] = ["class_a", "class_b", "eligible"];

/** 今年额度用完了: nothing is left of the limit. */
const USED_UP =
  /(额度|限额|封顶线?|门诊统筹的?钱?)[^，,。；;！!？?]{0,4}(用完|用光|报完|报满|花完|花光|用满|用尽|到顶|没有了|没了|已满)(?!(以后|之后|后|的话)?(怎么|咋|会|还能不能|能不能))/;

/** 去年额度早用完了: of this year's limit that tells nothing. */
const LAST_YEARS = /(去年|上年度?|前年|头年)[^，,。；;！!？?]{0,6}$/;

function nothingLeft(text: string): Money[] {
  const found = USED_UP.exec(text);
  if (!found || LAST_YEARS.test(text.slice(0, found.index))) return [];
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

/** 三万是一年的: said later of a wage, the amount has no word of its own. */
const MAY_BE_WAGE: readonly AmountRole[] = ["wage", "unknown"];

/** What was not said is left out, so that the state stays small. */
function told(
  key: "care" | "day" | "start" | "wagePeriod",
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
      !startsPart(text, span) &&
      !isNoBill(text, span, said),
  );
  const found = cues(concepts, mentions);
  const byPiece = PRICED.test(text) && SEVERAL.test(text);
  const whole = ALL_OF.exec(text)?.[4];
  const yearsNamed = yearsBefore(readings);
  const daysNamed = daysBefore(text, readings);
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
          : isPart(behind)
            ? "above_deductible"
            : (classes[index] ?? paidBefore(cued, before) ?? cued);
    const start =
      own === "above_deductible" ? startOf(text, readings, reading) : null;
    const sum =
      start !== null && cued === "self" ? summed(start, reading) : null;
    const ofList = listed(text, money, index, roles);
    const role =
      sum !== null
        ? cued
        : asksOfPart(text, reading.span)
          ? "start_of_part"
          : ofYearBefore(text, before, own) !== own
            ? ofYearBefore(text, before, own)
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
      ...(role === "paid_this_year" && SPENT.test(before)
        ? { spent: true as const }
        : {}),
      ...told("care", cares[index]),
      ...told("day", daysNamed.get(reading)),
      ...told("start", sum === null ? start : null),
      ...told(
        "wagePeriod",
        MAY_BE_WAGE.includes(role) ? wagePeriod(text, reading.span) : null,
      ),
    };
  });
  partsOfSelf(text, said);
  const exact = eachVisit(text, withoutRough(text, bounded(text, said, money)));
  const all = ofBothClasses(
    text,
    withTodayBesides(text, paidSoFar(text, exact, mentions)),
  );
  return all.length > 0 ? [...all, ...nothingLeft(text)] : all;
}

/** Numbers, dates and periods in a message: one pass from left to right. */
import { yearOf } from "../../knowledge/dates.js";
import { readAge } from "./ages.js";
import { readBare } from "./bare.js";
import { readCount } from "./counts.js";
import { isFeast } from "./days.js";
import type { Found, Outcome } from "./found.js";
import { lookalikeAt } from "./lookalikes.js";
import { readMoney } from "./money.js";
import { readPeriod } from "./periods.js";
import type { Reading } from "./reading.js";
import { numeralAt, type Scan, scanOf } from "./scan.js";
import { readShare } from "./shares.js";
import { readDate } from "./stretches.js";

/** Characters with which a reading can begin. */
const STARTS = new Set(
  "0123456789〇零一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟弌弍两俩仨廿卅几数半好上近过超破小约大年月今去来前明后昨当本下这第人个r¥$c全对减花而不知耳古耄满头首国元劳寻琴听周",
);

/** Readers in order; the first that reads or skips decides. */
const READERS: readonly ((s: Scan, at: number) => Outcome)[] = [
  readDate,
  readShare,
  readAge,
  readPeriod,
  readCount,
  readMoney,
  readBare,
];

/**
 * Every number, date and period of a message, in order. Spans are offsets in
 * the text as typed; 今年 and 上个月 are counted from the ISO day `on`. Never
 * throws on any text; time grows linearly with its length.
 */
export function readNumbers(text: string, on: string): Reading[] {
  const s = scanOf(text, on);
  const readings: Reading[] = [];
  let blocked = 0;
  for (let at = 0; at < s.t.length;) {
    const personal = s.blocked[blocked];
    if (personal !== undefined && at >= personal[0]) {
      at = Math.max(at, personal[1]);
      blocked++;
      continue;
    }
    const outcome = readAt(s, at);
    if (outcome === undefined) at++;
    else if ("skipTo" in outcome) at = Math.max(at + 1, outcome.skipTo);
    else {
      readings.push(readingOf(text, outcome));
      if (outcome.from !== undefined) s.named = yearOf(outcome.from);
      at = outcome.end;
    }
  }
  return readings;
}

/** What stands at one place: a word to pass over, a reading, or nothing. */
function readAt(s: Scan, at: number): Outcome {
  const alike = lookalikeAt(s.t, at);
  if (alike === 0 && !STARTS.has(s.t.charAt(at))) return undefined;
  if (alike > 0 && !outgrows(s, at, at + alike) && !isFeast(s, at))
    return { skipTo: at + alike };
  // Nothing but money goes before 元 and 块.
  const money = isMoney(s, at) ? readMoney(s, at) : undefined;
  if (money !== undefined) return money;
  for (const read of READERS) {
    const outcome = read(s, at);
    if (outcome !== undefined) return outcome;
  }
  return undefined;
}

function isMoney(s: Scan, at: number): boolean {
  const numeral = numeralAt(s, at);
  if (numeral === undefined) return false;
  const next = s.t.charAt(numeral.to);
  return next === "元" || next === "块";
}

/** 十分之三 and 一点五万 begin like 十分 and 一点, but go on as numerals. */
function outgrows(s: Scan, at: number, to: number): boolean {
  if (s.t.charAt(to - 1) === "分" && s.t.charAt(to) === "之") return true;
  const numeral = numeralAt(s, at);
  return numeral !== undefined && numeral.to > to;
}

function readingOf(text: string, found: Found): Reading {
  const { start, end, ...rest } = found;
  return { span: [start, end], text: text.slice(start, end), ...rest };
}

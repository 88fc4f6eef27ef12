/** Lengths of time: 三个月, 半年, 一年半, 一年零三个月, 两三天, 十天半个月, 24小时. */
import { rangeAt } from "./between.js";
import { type Exact, exact, plain } from "./exact.js";
import type { Found, Outcome } from "./found.js";
import { qualify } from "./qualify.js";
import { afterRangeMark, charAt, numeralAt, type Scan } from "./scan.js";
import { startsAt, WordTable, words } from "./words.js";
import { skipSpace } from "./years.js";

/** ISO 8601 designators; hours and minutes go behind T. */
type Designator = "Y" | "M" | "W" | "D" | "H" | "T";

const UNITS = new WordTable<Designator>([
  ["年", "Y"],
  ["周年", "Y"],
  ["个年度", "Y"],
  ["个自然年度", "Y"],
  ["个月", "M"],
  ["周", "W"],
  ["星期", "W"],
  ["礼拜", "W"],
  ["个星期", "W"],
  ["个礼拜", "W"],
  ["天", "D"],
  ["工作日", "D"],
  ["自然日", "D"],
  ["个工作日", "D"],
  ["个自然日", "D"],
  ["小时", "H"],
  ["个小时", "H"],
  ["分钟", "T"],
]);
/** After a unit these make another word: 年级, 年龄, 周岁, 天津. */
const OTHER_WORDS: Readonly<Record<Designator, string>> = {
  Y: "级龄纪检代费轻度底末初薪",
  M: "",
  W: "岁末围边期转",
  D: "津然生气地数",
  H: "工",
  T: "",
};
/** 个半, 个多 stand before these: 一个半|月, 两个多|星期. */
const HALF_UNITS = new WordTable<Designator>([
  ["年", "Y"],
  ["月", "M"],
  ["星期", "W"],
  ["礼拜", "W"],
  ["小时", "H"],
]);
const HALVES = new WordTable<Designator>([
  ["半年", "Y"],
  ["半个月", "M"],
  ["半个多月", "M"],
  ["半拉月", "M"],
  ["半天", "D"],
  ["半小时", "H"],
  ["半个小时", "H"],
]);
/** 个把月 and the like: about one. */
const ABOUT_ONE = new WordTable<Designator>([
  ["个把月", "M"],
  ["个把星期", "W"],
  ["个把礼拜", "W"],
  ["个把小时", "H"],
]);
/** Behind 30日 these show a length; alone it may be a day of the month. */
const WITHIN = words("内 以内 之内");
/** More years than this are no length that a question is about. */
const MOST_YEARS = 120;
const HALF = "0.5";

/** A length in one unit. */
interface Length {
  readonly to: number;
  readonly low: Exact;
  readonly high?: Exact | undefined;
  readonly about: boolean;
  readonly designator: Designator;
  readonly unit: string;
}

/** Reads the length of time that starts there. */
export function readPeriod(s: Scan, at: number): Outcome {
  const first = timeAt(s, at);
  if (first === undefined) return undefined;
  const longer =
    first.high === undefined
      ? (withSmaller(s, at, first) ?? upTo(s, at, first))
      : undefined;
  return longer ?? reading(s, at, first.to, iso(first), first);
}

/** 三个月, 两年半, 一个半月, 半个月, 俩月, 个把月. */
function timeAt(s: Scan, at: number): Length | undefined {
  const { t } = s;
  const char = charAt(t, at);
  if (char === "半") return halfAt(t, at);
  if (char === "个") return aboutOne(t, at);
  const numeral = char === "几" ? undefined : rangeAt(s, at);
  if (numeral === undefined || numeral.positional !== undefined)
    return undefined;
  const { low, high, about } = numeral;
  const start = skipSpace(t, numeral.to);
  const halved = high === undefined ? halvedAt(t, start) : undefined;
  if (halved !== undefined) {
    const more = halved.half ? low.plus(HALF) : low;
    return { ...halved, low: more, about: about || !halved.half };
  }
  const unit = unitAt(t, start, char);
  if (unit === undefined) return undefined;
  if (unit.designator === "Y" && (high ?? low).gt(MOST_YEARS)) return undefined;
  return high === undefined
    ? closed(t, { ...unit, low, about })
    : { ...unit, low, high, about };
}

/** The unit that stands there; 月 alone only behind 俩 and 仨, 日 only before 内. */
function unitAt(
  t: string,
  at: number,
  numeral: string,
): Pick<Length, "to" | "designator" | "unit"> | undefined {
  const found = UNITS.at(t, at);
  if (found !== undefined) {
    const to = at + found.word.length;
    if (OTHER_WORDS[found.value].includes(charAt(t, to) || " "))
      return undefined;
    return { to, designator: found.value, unit: found.word };
  }
  const char = charAt(t, at);
  if (char === "月" && (numeral === "俩" || numeral === "仨"))
    return { to: at + 1, designator: "M", unit: char };
  return char === "日" && startsAt(t, at + 1, WITHIN)
    ? { to: at + 1, designator: "D", unit: char }
    : undefined;
}

/** 个半月, 个多星期 behind a numeral. */
function halvedAt(
  t: string,
  at: number,
):
  (Pick<Length, "to" | "designator" | "unit"> & { half: boolean }) | undefined {
  if (charAt(t, at) !== "个") return undefined;
  const middle = charAt(t, at + 1);
  if (middle !== "半" && middle !== "多" && middle !== "来") return undefined;
  const found = HALF_UNITS.at(t, at + 2);
  if (found === undefined) return undefined;
  const to = at + 2 + found.word.length;
  return {
    to,
    designator: found.value,
    unit: found.word,
    half: middle === "半",
  };
}

/** 半, 多 behind the unit: 两年半, 三年多. */
function closed(t: string, length: Length): Length {
  const { to, low } = length;
  const next = charAt(t, to + 1) || " ";
  if (charAt(t, to) === "半" && !"年天价数个".includes(next))
    return { ...length, to: to + 1, low: low.plus(HALF) };
  if (charAt(t, to) === "多" && !"少久次长大远".includes(next))
    return { ...length, to: to + 1, about: true };
  return charAt(t, to) === "来" && length.designator === "Y"
    ? { ...length, about: true }
    : length;
}

/** 半年, 半个月, 半年多; 半年度 is none. */
function halfAt(t: string, at: number): Length | undefined {
  const found = HALVES.at(t, at);
  if (found === undefined) return undefined;
  const { word, value } = found;
  const to = at + word.length;
  const next = charAt(t, to);
  if (value === "Y" && (next === "度" || next === "工")) return undefined;
  const more = next === "多" && charAt(t, to + 1) !== "少";
  return {
    to: more ? to + 1 : to,
    low: exact(HALF),
    about: more || word.includes("多") || charAt(t, at - 1) === "大",
    designator: value,
    unit: word.slice(1),
  };
}

function aboutOne(t: string, at: number): Length | undefined {
  const found = ABOUT_ONE.at(t, at);
  if (found === undefined) return undefined;
  const { word, value } = found;
  return {
    to: at + word.length,
    low: exact(1),
    about: true,
    designator: value,
    unit: word.slice(2),
  };
}

/** The unit that may follow a whole number of another, and how many of it are one of that. */
const SMALLER: Partial<Record<Designator, readonly [Designator, number]>> = {
  Y: ["M", 12],
  M: ["D", 31],
};

/** 一年零三个月, 1年3个月, 七个月零十天. */
function withSmaller(s: Scan, at: number, first: Length): Found | undefined {
  let last = first;
  let value = `d=P${plain(first.low)}${first.designator}`;
  for (;;) {
    const next = smallerBehind(s, last);
    if (next === undefined) break;
    value += `${plain(next.low)}${next.designator}`;
    last = next;
  }
  return last === first ? undefined : reading(s, at, last.to, value, last);
}

function smallerBehind(s: Scan, larger: Length): Length | undefined {
  const smaller = SMALLER[larger.designator];
  if (smaller === undefined || !larger.low.isInteger() || larger.about)
    return undefined;
  const and = "零又".includes(charAt(s.t, larger.to) || " ") ? 1 : 0;
  const next = timeAt(s, larger.to + and);
  const fits =
    next?.designator === smaller[0] &&
    next.high === undefined &&
    next.low.lt(smaller[1]);
  return fits ? next : undefined;
}

/** 3天到5天, 十天半个月: up to a second length. */
function upTo(s: Scan, at: number, first: Length): Found | undefined {
  const mark = afterRangeMark(s.t, first.to);
  const start = mark < 0 ? first.to : mark;
  const half = charAt(s.t, start) === "半";
  if (mark < 0 && !(half && first.designator === "D")) return undefined;
  if (!half && numeralAt(s, start) === undefined) return undefined;
  const second = timeAt(s, start);
  if (second === undefined || second.high !== undefined) return undefined;
  return reading(
    s,
    at,
    second.to,
    `d=${duration(first.low, first)}–${duration(second.low, second)}`,
    { ...second, about: true },
  );
}

function iso(length: Length): string {
  const { low, high } = length;
  const last = high === undefined ? "" : `–${duration(high, length)}`;
  return `d=${duration(low, length)}${last}`;
}

function duration(value: Exact, { designator }: Length): string {
  if (designator === "T") return `PT${plain(value)}M`;
  if (designator === "H") return `PT${plain(value)}H`;
  return `P${plain(value)}${designator}`;
}

function reading(
  { t }: Scan,
  start: number,
  end: number,
  value: string,
  { about, unit }: Pick<Length, "about" | "unit">,
): Found {
  const said = qualify(t, start, end);
  return {
    kind: "period",
    start,
    end,
    value,
    about: about || said.about,
    ...(said.bound === undefined ? {} : { bound: said.bound }),
    unit,
  };
}

/** Lengths of time: 三个月, 半年, 一年半, 一年零三个月, 两三天, 十天半个月, 24小时. */
import { rangeAt } from "./between.js";
import { type Exact, exact, plain } from "./exact.js";
import type { Found, Outcome } from "./found.js";
import { qualify } from "./qualify.js";
import {
  afterRangeMark,
  charAt,
  numeralAt,
  type Scan,
  startsWithAny,
} from "./scan.js";
import { skipSpace } from "./years.js";

/** Units by their ISO 8601 letter; T before those of hours and minutes. */
const UNITS: readonly (readonly [string, string])[] = [
  ["个工作日", "D"],
  ["个自然日", "D"],
  ["工作日", "D"],
  ["自然日", "D"],
  ["个月", "M"],
  ["个年度", "Y"],
  ["个自然年度", "Y"],
  ["年", "Y"],
  ["周年", "Y"],
  ["个星期", "W"],
  ["个礼拜", "W"],
  ["星期", "W"],
  ["礼拜", "W"],
  ["周", "W"],
  ["个小时", "H"],
  ["小时", "H"],
  ["分钟", "T"],
  ["天", "D"],
];
/** After a unit these make another word: 年级, 年龄, 周岁, 天津. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  Y: "级龄纪检代费轻度底末初薪",
  W: "岁末围边期转",
  D: "津然生气地数",
  M: "",
  H: "工",
  T: "",
};

/** A length in one unit. */
interface Length {
  readonly to: number;
  readonly low: Exact;
  readonly high?: Exact | undefined;
  readonly letter: string;
  readonly about: boolean;
  readonly unit: string;
}

/** Reads the length of time that starts there. */
export function readPeriod(s: Scan, at: number): Outcome {
  const first = lengthAt(s, at);
  if (first === undefined) return undefined;
  if (first.high === undefined) {
    const longer = withMonths(s, at, first) ?? orLonger(s, at, first);
    if (longer !== undefined) return longer;
  }
  return reading(s, at, first.to, iso(first), first.about, first.unit);
}

/** 三个月, 两年半, 半个月, 俩月. */
function lengthAt(s: Scan, at: number): Length | undefined {
  const { t } = s;
  if (charAt(t, at) === "半") return half(t, at);
  if (charAt(t, at) === "几") return undefined;
  const numeral = rangeAt(s, at);
  if (numeral === undefined || numeral.positional !== undefined)
    return undefined;
  if (numeral.high?.eq(10) && numeral.low.eq(1) && t.charAt(at) !== "好")
    return undefined;
  let { low, about } = numeral;
  const { high } = numeral;
  let start = skipSpace(t, numeral.to);
  if (high === undefined) {
    const middle = startsWithAny(t, start, ["个半", "个多", "个来"]);
    if (
      middle > 0 &&
      startsWithAny(t, start + 2, ["月", "星期", "礼拜", "小时", "年"]) > 0
    ) {
      if (charAt(t, start + 1) === "半") low = low.plus("0.5");
      else about = true;
      start += 2;
    }
  }
  const unit = unitAt(t, start, start > numeral.to, charAt(t, at));
  if (unit === undefined) return undefined;
  let { to } = unit;
  if (
    high === undefined &&
    charAt(t, to) === "半" &&
    !"年天价数个".includes(charAt(t, to + 1) || " ")
  ) {
    low = low.plus("0.5");
    to++;
  } else if (
    charAt(t, to) === "多" &&
    !"少久次长大远".includes(charAt(t, to + 1) || " ")
  ) {
    about = true;
    to++;
  } else if (charAt(t, to) === "来" && charAt(t, to - 1) === "年") {
    about = true;
  }
  return {
    to,
    low,
    high,
    letter: unit.letter,
    about,
    unit: t.slice(start, unit.to),
  };
}

/** 半年, 半个月, 半天; 半天没 and 半年度 are none. */
function half(t: string, at: number): Length | undefined {
  for (const [word, letter] of [
    ["年", "Y"],
    ["个多月", "M"],
    ["个月", "M"],
    ["个小时", "H"],
    ["小时", "H"],
    ["天", "D"],
  ] as const) {
    if (!t.startsWith(word, at + 1)) continue;
    let to = at + 1 + word.length;
    if (letter === "Y" && charAt(t, to) === "度") return undefined;
    let about = word === "个多月";
    if (charAt(t, to) === "多" && charAt(t, to + 1) !== "少") {
      about = true;
      to++;
    }
    return { to, low: exact("0.5"), letter, about, unit: word };
  }
  return undefined;
}

/** The unit that stands there; 月 alone only behind 俩, 仨 or 半. */
function unitAt(
  t: string,
  at: number,
  halved: boolean,
  first: string,
): { to: number; letter: string } | undefined {
  for (const [word, letter] of UNITS) {
    if (!t.startsWith(word, at)) continue;
    const to = at + word.length;
    if ((OTHER_WORDS[letter] ?? "").includes(charAt(t, to) || " "))
      return undefined;
    return { to, letter };
  }
  if (charAt(t, at) === "月" && (halved || first === "俩" || first === "仨"))
    return { to: at + 1, letter: "M" };
  if (
    charAt(t, at) === "日" &&
    startsWithAny(t, at + 1, ["内", "以内", "之内"]) > 0
  )
    return { to: at + 1, letter: "D" };
  return undefined;
}

/** 一年零三个月, 1年3个月. */
function withMonths(s: Scan, at: number, first: Length): Found | undefined {
  const { t } = s;
  if (first.letter !== "Y" || !first.low.isInteger() || first.about)
    return undefined;
  const start = "零又".includes(charAt(t, first.to) || " ")
    ? first.to + 1
    : first.to;
  const months =
    numeralAt(s, start) === undefined ? undefined : lengthAt(s, start);
  if (
    months === undefined ||
    months.letter !== "M" ||
    months.high !== undefined ||
    months.low.gte(12)
  )
    return undefined;
  return reading(
    s,
    at,
    months.to,
    `d=P${plain(first.low)}Y${plain(months.low)}M`,
    months.about,
    first.unit,
  );
}

/** 3天到5天, 十天半个月: up to a second length. */
function orLonger(s: Scan, at: number, first: Length): Found | undefined {
  const mark = afterRangeMark(s.t, first.to);
  const start = mark < 0 ? first.to : mark;
  if (mark < 0 && !(first.letter === "D" && charAt(s.t, start) === "半"))
    return undefined;
  if (charAt(s.t, start) !== "半" && numeralAt(s, start) === undefined)
    return undefined;
  const second = lengthAt(s, start);
  if (second === undefined || second.high !== undefined) return undefined;
  return reading(
    s,
    at,
    second.to,
    `d=${duration(first.low, first.letter)}–${duration(second.low, second.letter)}`,
    true,
    second.unit,
  );
}

function iso({ low, high, letter }: Length): string {
  const last = high === undefined ? "" : `–${duration(high, letter)}`;
  return `d=${duration(low, letter)}${last}`;
}

function duration(value: Exact, letter: string): string {
  if (letter === "T") return `PT${plain(value)}M`;
  return letter === "H" ? `PT${plain(value)}H` : `P${plain(value)}${letter}`;
}

function reading(
  s: Scan,
  start: number,
  end: number,
  value: string,
  about: boolean,
  unit: string,
): Found {
  const said = qualify(s.t, start, end);
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

/** Ages: 六十岁, 60多岁, 三岁半, 1-3岁, 六个月大, 出生80天, 年过七旬, 今年67了. */
import { announcesAge, followsPerson } from "./announced.js";
import { rangeAt } from "./between.js";
import { exact } from "./exact.js";
import { quantity, type Found, type Outcome } from "./found.js";
import type { Numeral } from "./numeral.js";
import { qualify } from "./qualify.js";
import {
  afterRangeMark,
  charAt,
  endsWithAny,
  isClauseEnd,
  numeralAt,
  type Scan,
  startsWithAny,
} from "./scan.js";
import { skipSpace } from "./years.js";

const YEARS = ["个周岁", "周岁", "岁"];
/** Words for an age, in years. */
const WORDS: readonly (readonly [string, string])[] = [
  ["年近花甲", "60"],
  ["花甲", "60"],
  ["古稀", "70"],
  ["耄耋", "80"],
];
/** Words for the age of an infant. */
const INFANTS: readonly (readonly [string, string])[] = [
  ["满月", "months=1"],
  ["满百天", "days=100"],
];
/** The oldest age that a bare number can be. */
const OLDEST = 120;
/** Behind a bare age. */
const AFTER_BARE = "了的以出左上就还在才也岁没算该能可要怎是有多几";
const BORN = ["刚出生", "出生才", "出生了", "出生", "生下来", "生下"];

/** Reads the age that starts there. */
export function readAge(s: Scan, at: number): Outcome {
  return (
    named(s, at) ??
    inYears(s, at) ??
    infant(s, at) ??
    decades(s, at) ??
    bare(s, at)
  );
}

/** 花甲, 满月. */
function named(s: Scan, at: number): Found | undefined {
  for (const [text, value] of WORDS)
    if (s.t.startsWith(text, at))
      return quantity({
        kind: "age",
        start: at,
        end: at + text.length,
        low: exact(value),
        about: true,
        unit: "岁",
      });
  for (const [text, value] of INFANTS) {
    if (!s.t.startsWith(text, at) || charAt(s.t, at - 1) === "期") continue;
    return {
      kind: "age",
      start: at,
      end: at + text.length,
      value,
      about: false,
    };
  }
  if (s.t.startsWith("半岁", at))
    return quantity({
      kind: "age",
      start: at,
      end: at + 2,
      low: exact("0.5"),
      about: false,
      unit: "岁",
    });
  return undefined;
}

/** 60岁, 三岁半, 1-3岁, 1岁到3岁, 1岁3个月. */
function inYears(s: Scan, at: number): Found | undefined {
  const { t } = s;
  const numeral = rangeAt(s, at);
  if (numeral === undefined) return undefined;
  const unit = yearsEnd(t, numeral.to);
  if (unit < 0 || (numeral.high ?? numeral.low).gt(150)) return undefined;
  const single = numeral.high === undefined;
  if (single && charAt(t, unit) === "半")
    return years(s, at, unit + 1, { ...numeral, low: numeral.low.plus("0.5") });
  if (single && numeral.low.isInteger() && !numeral.about) {
    const months = monthsBehind(s, unit);
    if (months !== undefined)
      return {
        kind: "age",
        start: at,
        end: months.to,
        value: `months=${numeral.low.times(12).plus(months.low).toFixed()}`,
        about: false,
      };
  }
  const other = single ? otherEnd(s, unit) : undefined;
  if (other !== undefined && other.low.gt(numeral.low))
    return years(s, at, yearsEnd(t, other.to), { ...numeral, high: other.low });
  const more = charAt(t, unit) === "多" ? 1 : 0;
  return years(
    s,
    at,
    unit + more,
    more > 0 ? { ...numeral, about: true } : numeral,
  );
}

/** The place after 岁 or 周岁; -1 when none stands there. */
function yearsEnd(t: string, at: number): number {
  const start = skipSpace(t, at);
  const length = startsWithAny(t, start, YEARS);
  return length === 0 ? -1 : start + length;
}

/** The months of 1岁3个月. */
function monthsBehind(
  s: Scan,
  at: number,
): { to: number; low: Numeral["low"] } | undefined {
  const start =
    charAt(s.t, at) === "零" || charAt(s.t, at) === "又" ? at + 1 : at;
  const numeral = numeralAt(s, start);
  if (
    numeral === undefined ||
    numeral.high !== undefined ||
    numeral.low.gte(12)
  )
    return undefined;
  return s.t.startsWith("个月", numeral.to)
    ? { to: numeral.to + 2, low: numeral.low }
    : undefined;
}

/** The second age of 1岁到3岁. */
function otherEnd(s: Scan, at: number): Numeral | undefined {
  const mark = afterRangeMark(s.t, at);
  const numeral = mark < 0 ? undefined : numeralAt(s, mark);
  if (
    numeral === undefined ||
    numeral.high !== undefined ||
    yearsEnd(s.t, numeral.to) < 0
  )
    return undefined;
  return numeral;
}

/** 六个月大, 80天大, 出生80天 (a term behind 出生 with 内 is a period). */
function infant(s: Scan, at: number): Found | undefined {
  const { t } = s;
  const numeral = rangeAt(s, at);
  if (numeral === undefined || !numeral.low.isInteger()) return undefined;
  const start = skipSpace(t, numeral.to);
  const length = startsWithAny(t, start, [
    "个多月",
    "个月",
    "月龄",
    "月",
    "天",
    "日龄",
  ]);
  if (length === 0) return undefined;
  const unit = t.slice(start, start + length);
  let to = start + length;
  const old =
    charAt(t, to) === "大" &&
    !"病学额夫量概约".includes(charAt(t, to + 1) || " ");
  const born =
    endsWithAny(t, at, BORN) > 0 &&
    startsWithAny(t, to, ["内", "以内", "之内", "后", "以后", "之后", "前"]) ===
      0;
  const age = unit === "月龄" || unit === "日龄";
  if (!(old || age || (born && unit !== "月"))) return undefined;
  if (old) to++;
  const name = unit === "天" || unit === "日龄" ? "days" : "months";
  const high = numeral.high === undefined ? "" : `–${numeral.high.toFixed()}`;
  return {
    kind: "age",
    start: at,
    end: to,
    value: `${name}=${numeral.low.toFixed()}${high}`,
    about: numeral.about || unit === "个多月" || qualify(t, at, to).about,
  };
}

/** 年过七旬, 六旬老人, 九十二高龄. */
function decades(s: Scan, at: number): Found | undefined {
  const { t } = s;
  const numeral = numeralAt(s, at);
  if (numeral === undefined) return undefined;
  if (
    charAt(t, numeral.to) === "旬" &&
    numeral.low.lt(12) &&
    charAt(t, at - 1) !== "月"
  ) {
    const low = numeral.low.times(10);
    const said = qualify(t, at, numeral.to + 1);
    return quantity({
      kind: "age",
      start: at,
      end: numeral.to + 1,
      low,
      about: true,
      bound: said.bound,
      unit: "岁",
    });
  }
  if (t.startsWith("高龄", numeral.to) && numeral.low.lt(OLDEST))
    return years(s, at, numeral.to, numeral);
  return undefined;
}

/** 今年67了, 年满60, 60以上的老人, 我爸62. */
function bare(s: Scan, at: number): Found | undefined {
  const { t } = s;
  const numeral = rangeAt(s, at);
  if (numeral === undefined || !isAgeInYears(numeral)) return undefined;
  const { to } = numeral;
  const next = charAt(t, to);
  const free = isClauseEnd(t, to) || AFTER_BARE.includes(next);
  const old = /^及?以上的?(?:老|人|居|高)/.test(t.slice(to, to + 6));
  const person = followsPerson(t, at) && (isClauseEnd(t, to) || next === "了");
  return old || person || (announcesAge(t, at) && free)
    ? years(s, at, to, numeral)
    : undefined;
}

function isAgeInYears({ low, high, scaled, positional }: Numeral): boolean {
  if (scaled || positional !== undefined || !low.isInteger()) return false;
  return low.gte(1) && (high ?? low).lte(OLDEST);
}

function years(
  s: Scan,
  start: number,
  end: number,
  { low, high, about }: Numeral,
): Found {
  const said = qualify(s.t, start, end);
  return quantity({
    kind: "age",
    start,
    end,
    low,
    high,
    about: about || said.about,
    bound: said.bound,
    unit: "岁",
  });
}

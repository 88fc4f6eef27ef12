/** Ages in years: 六十岁, 60多岁, 三岁半, 1-3岁, 年过七旬, 今年67了, 60以上的老人. */
import {
  announcesAge,
  announcesMoney,
  followsPerson,
  opensWithSelf,
} from "./announced.js";
import { rangeAt } from "./between.js";
import { exact } from "./exact.js";
import { quantity, type Found, type Outcome } from "./found.js";
import { readInfantAge, withMonths } from "./infants.js";
import type { Numeral } from "./numeral.js";
import { qualify } from "./qualify.js";
import { afterRangeMark, charAt, numeralAt, type Scan } from "./scan.js";
import { isClauseEnd } from "./clause.js";
import { digitValue } from "./section.js";
import { endsAt, lengthAt, WordTable, words } from "./words.js";
import { skipSpace } from "./years.js";

const YEARS = words("岁 周岁 个周岁");
/** Words for an age, in years. */
const NAMED = new WordTable<string>([
  ["年过半百", "50"],
  ["花甲", "60"],
  ["而立之年", "30"],
  ["不惑之年", "40"],
  ["知命之年", "50"],
  ["耳顺之年", "60"],
  ["古稀", "70"],
  ["耄耋", "80"],
]);
/** 刚满周岁, 快周岁了: one year. */
const ONE = words("满 快 刚 才 了 到 过");
/** The oldest age; larger numbers before 岁 are mistyped. */
const OLDEST = 150;
/** The oldest age that a number without 岁 can be. */
const OLDEST_BARE = 120;
/** 我62，…: smaller numbers behind 我 may count something else. */
const LEAST_SELF = 16;
/** Younger people are not spoken of in tens of years. */
const LEAST_OLD = 40;
const PERSON = /^了?的(?:人|老|大爷|大妈|爷爷|奶奶|爸|妈|婆|公|年纪|岁数)/;
/** Behind a bare age. */
const AFTER_BARE = "了的以出左上就还在才也岁没算该能可要怎是有多几";
/** 60以上的老人 */
const OLD_PEOPLE = /^及?以上的?(?:老|人|居|高)/;

/** Reads the age that starts there. */
export function readAge(s: Scan, at: number): Outcome {
  // 几岁 asks for an age.
  if (/^几周?岁/.test(s.t.slice(at, at + 3))) return { skipTo: at + 2 };
  return (
    named(s, at) ??
    inYears(s, at) ??
    tensAndOnes(s, at) ??
    readInfantAge(s, at) ??
    inDecades(s, at) ??
    bare(s, at)
  );
}

/** 花甲, 半岁. */
function named({ t }: Scan, at: number): Found | undefined {
  if (t.startsWith("半岁", at))
    return quantity({
      kind: "age",
      start: at,
      end: at + 2,
      low: exact("0.5"),
      about: false,
      unit: "岁",
    });
  if (t.startsWith("周岁", at) && endsAt(t, at, ONE))
    return quantity({
      kind: "age",
      start: at,
      end: at + 2,
      low: exact(1),
      about: false,
      unit: "岁",
    });
  const found = NAMED.at(t, at);
  if (found === undefined) return undefined;
  return quantity({
    kind: "age",
    start: at,
    end: at + found.word.length,
    low: exact(found.value),
    about: true,
    unit: "岁",
  });
}

/** 60岁, 三岁半, 1-3岁, 1岁到3岁, 1岁3个月. */
function inYears(s: Scan, at: number): Found | undefined {
  const numeral = rangeAt(s, at);
  if (numeral === undefined) return undefined;
  const to = yearsEnd(s.t, numeral.to);
  if (to < 0 || (numeral.high ?? numeral.low).gt(OLDEST)) return undefined;
  const { low, high, about } = numeral;
  if (high !== undefined) return years(s, at, to, numeral);
  const next = charAt(s.t, to);
  if (next === "半")
    return years(s, at, to + 1, { ...numeral, low: low.plus("0.5") });
  if (next === "多") return years(s, at, to + 1, { ...numeral, about: true });
  const months = about ? undefined : withMonths(s, at, to, low);
  return months ?? upTo(s, at, to, numeral) ?? years(s, at, to, numeral);
}

/** 八十有五: old-fashioned, of ages only. */
function tensAndOnes(s: Scan, at: number): Found | undefined {
  const numeral = numeralAt(s, at);
  if (numeral === undefined || !isAge(numeral)) return undefined;
  const { to, low } = numeral;
  const ones = exact(Math.max(digitValue(charAt(s.t, to + 1)), 0));
  if (charAt(s.t, to) !== "有" || !low.mod(10).isZero() || ones.isZero())
    return undefined;
  const end = to + 2;
  if (!isClauseEnd(s.t, end) && !"岁了的高".includes(charAt(s.t, end)))
    return undefined;
  const whole = { ...numeral, low: low.plus(ones) };
  return years(s, at, charAt(s.t, end) === "岁" ? end + 1 : end, whole);
}

/** The place after 岁 or 周岁; -1 when none stands there. */
function yearsEnd(t: string, at: number): number {
  const start = skipSpace(t, at);
  const length = lengthAt(t, start, YEARS);
  return length === 0 ? -1 : start + length;
}

/** 1岁到3岁. */
function upTo(
  s: Scan,
  at: number,
  to: number,
  first: Numeral,
): Found | undefined {
  const mark = afterRangeMark(s.t, to);
  const second = mark < 0 ? undefined : numeralAt(s, mark);
  if (second === undefined || second.high !== undefined) return undefined;
  const end = yearsEnd(s.t, second.to);
  if (end < 0 || second.low.lte(first.low) || second.low.gt(OLDEST))
    return undefined;
  return years(s, at, end, { ...first, high: second.low });
}

/** 年过七旬, 六旬老人, 九十二高龄, 五十出头. */
function inDecades(s: Scan, at: number): Found | undefined {
  const { t } = s;
  const numeral = numeralAt(s, at);
  if (numeral === undefined || numeral.low.gt(OLDEST_BARE)) return undefined;
  const { to, low } = numeral;
  if (charAt(t, to) === "旬" && low.lt(12) && charAt(t, at - 1) !== "月")
    return years(s, at, to + 1, {
      ...numeral,
      low: low.times(10),
      about: true,
    });
  if (t.startsWith("高龄", to)) return years(s, at, to, numeral);
  const decade = low.gte(20) && low.mod(10).isZero();
  return decade && t.startsWith("出头", to) && !announcesMoney(t, at)
    ? years(s, at, to, { ...numeral, about: true })
    : undefined;
}

/** 今年67了, 年满60, 60以上的老人, 我爸62. */
function bare(s: Scan, at: number): Found | undefined {
  const { t } = s;
  const numeral = rangeAt(s, at);
  if (numeral === undefined || !isAge(numeral)) return undefined;
  const { to } = numeral;
  const next = charAt(t, to);
  const ends = isClauseEnd(t, to);
  const said =
    OLD_PEOPLE.test(t.slice(to, to + 6)) ||
    isOfOld(t, at, numeral) ||
    (followsPerson(t, at) && (ends || next === "了" || next === "的")) ||
    (opensWithSelf(t, at) && (ends || next === "了") && isGrown(numeral)) ||
    (announcesAge(t, at) && (ends || AFTER_BARE.includes(next))) ||
    (isClauseOfAge(t, at, to) && isGrown(numeral));
  return said ? years(s, at, to, numeral) : undefined;
}

/** 七十好几的人, 七十多的老人, 快八十的人, 上了八十的: tens of years that only a person has. */
function isOfOld(
  t: string,
  at: number,
  { to, low, about, high }: Numeral,
): boolean {
  if (low.lt(LEAST_OLD) || !low.mod(10).isZero()) return false;
  const nearly = "快都近奔".includes(charAt(t, at - 1) || " ");
  const vague = about || high !== undefined || nearly;
  const next = charAt(t, to);
  return (
    (vague && PERSON.test(t.slice(to, to + 4))) ||
    (t.startsWith("上了", at - 2) &&
      ("的岁".includes(next) || isClauseEnd(t, to)))
  );
}

/** 68了, 没有低保，但是68了: nothing but a number that has been reached. */
const isClauseOfAge = (t: string, at: number, to: number): boolean =>
  charAt(t, to) === "了" &&
  isClauseEnd(t, to + 1) &&
  /(?:^|[，,。；;！!？?\s])(?:但是?|可是?|不过|而且|其实|现在)?(?:都|也|已经)?$/.test(
    t.slice(Math.max(0, at - 6), at),
  );

function isGrown({ low }: Numeral): boolean {
  return low.gte(LEAST_SELF);
}

function isAge({ low, high, scaled, positional }: Numeral): boolean {
  if (scaled || positional !== undefined || !low.isInteger()) return false;
  return low.gte(1) && (high ?? low).lte(OLDEST_BARE);
}

/** An age in years with what the words around it say. */
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

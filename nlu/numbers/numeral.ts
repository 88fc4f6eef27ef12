/**
 * Numerals of every size in the way people write them: 3万5, 3.5w, 十二万三,
 * 一万零五百, 三四万, 十几万, 二十来万, 好几千, 半万.
 *
 * A numeral is a sum of parts with falling units (12万, 3千, 4百 …). A part is
 * a coefficient and its unit; a last part without unit counts in the next
 * lower one.
 */
import { type Coefficient, coefficientAt } from "./coefficient.js";
import { type Exact, exact } from "./exact.js";
import { readDigitRow } from "./positional.js";
import { scaleOf } from "./scales.js";
import { startsNextWord } from "./section.js";
import { unitAfter } from "./unit.js";
import { readVague, vagueEnd } from "./vague.js";

/** A numeral with its value, or range of values. */
export interface Numeral {
  readonly from: number;
  readonly to: number;
  readonly low: Exact;
  readonly high?: Exact;
  readonly about: boolean;
  /** Written with 百 千 万 亿 k w, or a vague word for them. */
  readonly scaled: boolean;
  /** The ASCII digits when it is nothing but digits ("2023", "08"). */
  readonly digits?: string;
  /** The digits when it is Chinese digits without units (二〇二三 → "2023"). */
  readonly positional?: string;
  /** Its last unit, for 3到5万 and 三到五百. */
  readonly scale: Exact;
}

/** What has been added up of a numeral. */
interface Sum {
  readonly to: number;
  readonly low: Exact;
  readonly high?: Exact | undefined;
  readonly about: boolean;
  /** The unit of the last part, when it has one or counts in one. */
  readonly last?: Exact | undefined;
  readonly digits?: string | undefined;
  /** The last unit inside a section without further unit: 100 of 五百. */
  readonly unit?: number | undefined;
  /** No further part can follow: the last one had no unit, or is a range. */
  readonly done: boolean;
}

const ONE = exact(1);
const TEN = exact(10);
/** After these, 数 ends a word (人数百分之 …) and is no numeral. */
const WORDS_IN_SHU = "人次基总岁天月年位倍份少多半款分指参度额件户点个";
/** After 半 these make a length or an age of it: 一万|半年. */
const HALVES = "年天个月岁价数";

/** Reads the numeral that starts there. `raw` is the text as typed. */
export function readNumeral(
  t: string,
  at: number,
  raw: string,
): Numeral | undefined {
  const vague = readVague(t, at);
  if (vague !== undefined)
    return { from: at, ...vague, about: true, scaled: true };
  const row = readDigitRow(t, at);
  if (row !== undefined)
    return {
      from: at,
      to: row.to,
      low: exact(row.digits),
      about: false,
      scaled: false,
      positional: row.digits,
      scale: ONE,
    };
  return isInnerShu(t, at) ? undefined : sumOfParts(t, at, raw);
}

/** 数 that closes a word such as 人数, before a unit. */
function isInnerShu(t: string, at: number): boolean {
  if (t.charAt(at) !== "数") return false;
  if (scaleOf(t.charAt(at + 1)) === undefined) return true;
  return at > 0 && WORDS_IN_SHU.includes(t.charAt(at - 1));
}

/** Adds up the parts. */
function sumOfParts(t: string, at: number, raw: string): Numeral | undefined {
  const many = t.charAt(at) === "好" && t.charAt(at + 1) === "几";
  const first = coefficientAt(t, many ? at + 1 : at, raw, true);
  if (first === undefined) return undefined;
  let sum = firstPart(t, first, many);
  while (!sum.done) {
    const next = withNextPart(t, raw, sum);
    if (next === undefined) break;
    sum = next;
  }
  return closed(t, at, sum);
}

/** The sum after its first part. */
function firstPart(t: string, part: Coefficient, many: boolean): Sum {
  const unit = unitAfter(t, part, undefined);
  const { to, low, digits } = part;
  const about = many || part.about;
  if (unit === undefined)
    return {
      to,
      low,
      high: part.high,
      about,
      digits,
      unit: part.unit,
      done: true,
    };
  const high = unit.high ?? part.high;
  return {
    to: unit.to,
    low: low.times(unit.value),
    high: high?.times(unit.value),
    about: about || unit.about,
    last: unit.value,
    done: high !== undefined,
  };
}

/** The sum with one more part; undefined when none follows. */
function withNextPart(t: string, raw: string, sum: Sum): Sum | undefined {
  const zero = t.charAt(sum.to) === "零" || t.charAt(sum.to) === "〇";
  const at = zero ? sum.to + 1 : sum.to;
  const part = coefficientAt(t, at, raw, false);
  if (part === undefined || sum.last === undefined) return undefined;
  const unit = unitAfter(t, part, sum.last);
  if (unit !== undefined)
    return {
      ...plus(sum, part, unit.value),
      to: unit.to,
      about: sum.about || part.about || unit.about,
      last: unit.value,
      done: part.high !== undefined,
    };
  const scale = tailScale(t, at, part, sum.last, zero);
  if (scale === undefined) return undefined;
  // 一万几 lies between one and two 万: 几 adds nothing to the lower end.
  const several = part.bare && part.high?.eq(TEN) === true;
  const added = plus(sum, part, scale);
  return {
    ...added,
    low: several ? sum.low : added.low,
    last: scale,
    done: true,
  };
}

/** Adds a coefficient times its unit. */
function plus(sum: Sum, part: Coefficient, scale: Exact): Sum {
  return {
    to: part.to,
    low: sum.low.plus(part.low.times(scale)),
    high:
      part.high === undefined
        ? undefined
        : sum.low.plus(part.high.times(scale)),
    about: sum.about || part.about,
    done: false,
  };
}

/** What a last part without unit counts in: thousands after 万, ones after 零. */
function tailScale(
  t: string,
  at: number,
  part: Coefficient,
  last: Exact,
  zero: boolean,
): Exact | undefined {
  if (part.bare && !zero) {
    if (
      last.lt(100) ||
      startsNextWord(t, at, part.to) ||
      t.charAt(part.to) === "."
    )
      return undefined;
    return last.div(10);
  }
  if (part.low.gte(last) || part.digits?.startsWith("0")) return undefined;
  if (!zero && part.digits !== undefined && startsNextWord(t, at, part.to))
    return undefined;
  return ONE;
}

/** The numeral with what may close it: 半, 多, 来, 余, 几, 好几, 大几. */
function closed(t: string, from: number, sum: Sum): Numeral {
  const scale = sum.last ?? ONE;
  let { to, low, high, about, digits } = sum;
  const half =
    t.charAt(to) === "半" && !HALVES.includes(t.charAt(to + 1) || " ");
  if (half && high === undefined && scale.gte(1000)) {
    low = low.plus(scale.div(2));
    to++;
  }
  const end = high === undefined ? vagueEnd(t, to) : to;
  const several = t.charAt(end - 1) === "几";
  if (end > to && !(several && digits !== undefined && !digits.endsWith("0"))) {
    if (several) high = low.plus(stepOf(low));
    about = true;
    digits = undefined;
    to = end;
  }
  return {
    from,
    to,
    low,
    about,
    scaled: scale.gt(1) || (digits === undefined && low.gte(100)),
    scale: sum.last ?? exact(sum.unit ?? 1),
    ...(high === undefined ? {} : { high }),
    ...(digits === undefined ? {} : { digits }),
  };
}

/** Ten for 50几, a hundred for 300几. */
function stepOf(value: Exact): Exact {
  let step = TEN;
  while (!value.isZero() && value.mod(step.times(TEN)).isZero())
    step = step.times(TEN);
  return step;
}

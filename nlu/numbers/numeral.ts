/**
 * Numerals of every size in the way people write them: 3万5, 3.5w, 十二万三,
 * 一万零五百, 三四万, 十几万, 二十来万, 好几千, 千把, 上万, 半万.
 *
 * A numeral is a sum of parts (12 万, 3千, 4百 …). The grammar here finds the
 * parts and their units; the coefficient of a part is digits, which are exact
 * as they stand, or a Chinese section numeral, which Recognizers-Text reads.
 */
import { endOfDigits, readDigits } from "./digits.js";
import { Exact, exact } from "./exact.js";
import { digitValue, readSection, startsNextWord } from "./section.js";

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
  /** The unit of its last part, for 3到5万 and 三到五百. */
  readonly scale: Exact;
}

/** A coefficient: digits or a section. */
interface Part {
  readonly to: number;
  readonly low: Exact;
  readonly high?: Exact;
  readonly about: boolean;
  /** One digit or pair without unit: after 万 it counts thousands. */
  readonly bare: boolean;
  readonly digits?: string;
}

const ONE = exact(1);
const SCALES = new Map<string, Exact>(
  Object.entries({
    十: 10,
    百: 100,
    佰: 100,
    千: 1000,
    仟: 1000,
    k: 1000,
    万: 10000,
    w: 10000,
  }).map(([char, value]): [string, Exact] => [char, exact(value)]),
);
SCALES.set("亿", exact(100000000));

/** Whole expressions that no grammar of units explains. */
const FIXED: readonly (readonly [string, number])[] = [
  ["千儿八百", 1000],
  ["万儿八千", 10000],
  ["百儿八十", 100],
  ["百八十", 100],
  ["百十来", 100],
  ["百十", 100],
  ["万把", 10000],
  ["千把", 1000],
  ["百把", 100],
  ["万来", 10000],
  ["千来", 1000],
  ["百来", 100],
];

/** Before a unit without digit these make a numeral: 上万, 近千, 过百万. */
const BEFORE_UNIT = "上近过超破小约";
/** 数 after these is the end of a word (人数百分之 …), not 数百. */
const WORDS_IN_SHU = "人次基总岁天月年位倍份少多半款分指参度额件户点个";
/** After 来 and 余 a numeral is only vague before a unit. */
const VAGUE_BEFORE = "块元万亿岁天个人年月次口名位钱斤周日户例％%";

/** Reads the numeral that starts there. `raw` is the text as typed. */
export function readNumeral(
  t: string,
  at: number,
  raw: string,
): Numeral | undefined {
  return (
    fixed(t, at) ??
    unitOnly(t, at) ??
    large(t, at) ??
    positional(t, at) ??
    sum(t, at, raw)
  );
}

/** 百八十, 万把, 千来. */
function fixed(t: string, at: number): Numeral | undefined {
  const char = t.charAt(at);
  if (char !== "百" && char !== "千" && char !== "万") return undefined;
  for (const [word, value] of FIXED) {
    if (!t.startsWith(word, at)) continue;
    const to = at + word.length;
    if (word.endsWith("来") && !VAGUE_BEFORE.includes(t.charAt(to)))
      return undefined;
    return {
      from: at,
      to,
      low: exact(value),
      about: true,
      scaled: true,
      scale: ONE,
    };
  }
  return undefined;
}

/** 上万, 近百万: a unit that stands for one of itself. */
function unitOnly(t: string, at: number): Numeral | undefined {
  if (!BEFORE_UNIT.includes(t.charAt(at)) || t.charAt(at - 1) === "以")
    return undefined;
  const unit = chainOfUnits(t, at + 1);
  if (unit === undefined || (unit.value.lt(100) && unit.to === at + 2))
    return undefined;
  if (digitValue(t.charAt(unit.to)) >= 0) return undefined;
  return {
    from: at,
    to: unit.to,
    low: unit.value,
    about: true,
    scaled: true,
    scale: ONE,
  };
}

/** 十万, 百万, 千亿 … directly one after the other. */
function chainOfUnits(
  t: string,
  at: number,
): { to: number; value: Exact } | undefined {
  let value = SCALES.get(t.charAt(at));
  if (value === undefined || t.charAt(at) === "k" || t.charAt(at) === "w")
    return undefined;
  const next = SCALES.get(t.charAt(at + 1));
  if (next === undefined || next.lte(value) || next.lt(10000))
    return { to: at + 1, value };
  value = value.times(next);
  return { to: at + 2, value };
}

/** 大几千: from the middle up to just below the next unit. */
function large(t: string, at: number): Numeral | undefined {
  if (!t.startsWith("大几", at)) return undefined;
  const unit = chainOfUnits(t, at + 2);
  if (unit === undefined) return undefined;
  const [low, high] = [unit.value.times(5), unit.value.times(10).minus(1)];
  return {
    from: at,
    to: unit.to,
    low,
    high,
    about: true,
    scaled: true,
    scale: unit.value,
  };
}

/** 二〇二三, 一二〇: three or more Chinese digits without units, or two with 零. */
function positional(t: string, at: number): Numeral | undefined {
  let text = "";
  let to = at;
  for (
    let value = positionalDigit(t, to);
    value >= 0;
    value = positionalDigit(t, to)
  ) {
    text += value;
    to++;
    if (text.length > 12) return undefined;
  }
  if (
    text.length < (/0/.test(text) ? 2 : 3) ||
    "十百千万亿拾佰仟几点".includes(t.charAt(to) || " ")
  )
    return undefined;
  return {
    from: at,
    to,
    low: exact(text),
    about: false,
    scaled: false,
    positional: text,
    scale: ONE,
  };
}

/** The value of a digit that may stand without unit; 两 and the formal ones may not. */
function positionalDigit(t: string, at: number): number {
  const char = t.charAt(at);
  return "〇零一二三四五六七八九".includes(char || " ") ? digitValue(char) : -1;
}

/** A sum of parts with falling units. */
function sum(t: string, at: number, raw: string): Numeral | undefined {
  const many = t.charAt(at) === "好" && t.charAt(at + 1) === "几";
  if (isInnerShu(t, at)) return undefined;
  let low = exact(0);
  let high: Exact | undefined;
  let last: Exact | undefined;
  let about = many;
  let digits: string | undefined;
  let to = at;
  for (let p = many ? at + 1 : at; ;) {
    const zero =
      last !== undefined && (t.charAt(p) === "零" || t.charAt(p) === "〇");
    const part = partAt(t, zero ? p + 1 : p, raw, last === undefined);
    if (part === undefined) break;
    const unit = unitAfter(t, part, last);
    if (unit === undefined && last !== undefined) {
      const tail = tailOf(t, part, last, zero);
      if (tail === undefined) break;
      if (part.high !== undefined) high = low.plus(part.high.times(tail));
      low = low.plus(
        part.low.times(part.bare && part.about && part.high?.eq(10) ? 0 : tail),
      );
      about ||= part.about;
      last = tail;
      to = part.to;
      break;
    }
    const scale = unit?.value ?? ONE;
    if (high !== undefined) break;
    if (part.high !== undefined)
      high = low.plus((unit?.high ?? part.high).times(scale));
    else if (unit?.high !== undefined) high = low.plus(unit.high.times(scale));
    low = low.plus(part.low.times(scale));
    about ||= part.about || (unit?.about ?? false);
    digits = last === undefined && unit === undefined ? part.digits : undefined;
    to = p = unit?.to ?? part.to;
    last = unit?.value;
    if (unit === undefined) break;
  }
  if (to === at) return undefined;
  return ended(t, { from: at, to, low, high, last, about, digits });
}

/** 数 that closes a word such as 人数, before a unit. */
function isInnerShu(t: string, at: number): boolean {
  if (t.charAt(at) !== "数") return false;
  if (!SCALES.has(t.charAt(at + 1))) return true;
  return at > 0 && WORDS_IN_SHU.includes(t.charAt(at - 1));
}

/** A coefficient: 半 (before 万), digits, or a section with perhaps a fraction. */
function partAt(
  t: string,
  at: number,
  raw: string,
  first: boolean,
): Part | undefined {
  if (
    first &&
    t.charAt(at) === "半" &&
    "万亿千".includes(t.charAt(at + 1) || " ")
  ) {
    return { to: at + 1, low: exact("0.5"), about: false, bare: false };
  }
  if (endOfDigits(t, at) > at) return digitPart(t, at, raw);
  const char = t.charAt(at);
  if (first && (char === "零" || char === "〇")) {
    const fraction = spokenFraction(t, at + 1);
    const low = exact(fraction === "" ? 0 : `0.${fraction}`);
    return {
      to: at + 1 + (fraction === "" ? 0 : fraction.length + 1),
      low,
      about: false,
      bare: false,
    };
  }
  const section = readSection(t, at);
  if (section === undefined) return undefined;
  const { to, low, high, about, bare } = section;
  const fraction = high === undefined ? spokenFraction(t, to) : "";
  if (fraction !== "") {
    return {
      to: to + 1 + fraction.length,
      low: exact(`${low}.${fraction}`),
      about,
      bare: false,
    };
  }
  return {
    to,
    low: exact(low),
    ...(high === undefined ? {} : { high: exact(high) }),
    about,
    bare,
  };
}

/** Digits, perhaps with a spoken fraction: 3点5万. */
function digitPart(t: string, at: number, raw: string): Part | undefined {
  const read = readDigits(t, at, raw);
  if (read === undefined) return undefined;
  if (read.pure && t.charAt(read.to) === "点") {
    const end = endOfDigits(t, read.to + 1);
    if (
      end > read.to + 1 &&
      "万千亿w%成折倍元块".includes(t.charAt(end) || " ")
    ) {
      const low = exact(`${read.text}.${t.slice(read.to + 1, end)}`);
      return { to: end, low, about: false, bare: false };
    }
  }
  const bare = read.pure && read.text.length === 1;
  return {
    to: read.to,
    low: exact(read.text),
    about: false,
    bare,
    ...(read.pure ? { digits: read.text } : {}),
  };
}

/** The digits after 点: 六十五点五 → "5"; "" when there are none or it is a time of day. */
function spokenFraction(t: string, at: number): string {
  if (t.charAt(at) !== "点") return "";
  let text = "";
  for (let p = at + 1; text.length < 6; p++) {
    const value = positionalDigit(t, p);
    if (value < 0)
      return "十分钟半".includes(t.charAt(p) || " ") && t.charAt(p + 1) !== "之"
        ? ""
        : text;
    text += value;
  }
  return text;
}

/** A unit after a coefficient, with 多, 来, 余 or 几 perhaps before it. */
interface Unit {
  readonly to: number;
  readonly value: Exact;
  readonly about: boolean;
  readonly high?: Exact;
}

/** Reads 万, 千万, w, 多万 …; undefined when none follows or it does not fall. */
function unitAfter(
  t: string,
  part: Part,
  last: Exact | undefined,
): Unit | undefined {
  const vague = "多来余几".includes(t.charAt(part.to) || " ");
  const at = vague ? part.to + 1 : part.to;
  const char = t.charAt(at);
  let value = SCALES.get(char);
  if (value === undefined || (last !== undefined && value.gte(last)))
    return undefined;
  const letter = char === "k" || char === "w";
  if (letter && (/[a-z]/.test(t.charAt(at + 1)) || vague)) return undefined;
  let to = at + 1;
  const further = SCALES.get(t.charAt(to));
  if (
    !letter &&
    further !== undefined &&
    further.gte(10000) &&
    further.gt(value) &&
    last === undefined
  ) {
    value = value.times(further);
    to++;
  }
  const fuzzy = further === undefined && "多来余".includes(t.charAt(to) || " ");
  const beyond = fuzzy && !letter ? SCALES.get(t.charAt(to + 1)) : undefined;
  if (beyond?.gte(10000) && beyond.gt(value) && last === undefined) {
    return { to: to + 2, value: value.times(beyond), about: true };
  }
  const several = vague && t.charAt(part.to) === "几";
  if (several && (part.digits === undefined || !part.digits.endsWith("0")))
    return undefined;
  return {
    to,
    value,
    about: vague,
    ...(several ? { high: part.low.plus(10) } : {}),
  };
}

/** What a last part without unit counts in: thousands after 万, ones after 零. */
function tailOf(
  t: string,
  part: Part,
  last: Exact,
  zero: boolean,
): Exact | undefined {
  if (part.bare && !zero) {
    if (last.lt(100) || startsNextWord(t, part.to) || t.charAt(part.to) === ".")
      return undefined;
    return last.div(10);
  }
  if (part.low.gte(last) || part.digits?.startsWith("0")) return undefined;
  if (!zero && part.digits !== undefined && startsNextWord(t, part.to))
    return undefined;
  return ONE;
}

/** The numeral with what may close it: 半, 多, 来, 余, 几, 好几. */
function ended(
  t: string,
  sum: {
    from: number;
    to: number;
    low: Exact;
    high: Exact | undefined;
    last: Exact | undefined;
    about: boolean;
    digits: string | undefined;
  },
): Numeral {
  let { to, low, high, about, digits } = sum;
  const scale = sum.last ?? ONE;
  if (
    scale.gte(1000) &&
    t.charAt(to) === "半" &&
    !"年天个月岁价数".includes(t.charAt(to + 1) || " ")
  ) {
    low = low.plus(scale.div(2));
    to++;
  }
  const vague = vagueEnd(t, to);
  if (vague > to && high === undefined) {
    about = true;
    if (t.charAt(vague - 1) === "几") {
      if (digits === undefined || digits.endsWith("0"))
        high = low.plus(stepOf(low));
      else
        return finished(sum.from, {
          to,
          low,
          high,
          about: sum.about,
          digits,
          scale,
        });
    }
    digits = undefined;
    to = vague;
  }
  return finished(sum.from, { to, low, high, about, digits, scale });
}

/** Ten for 50几, a hundred for 300几. */
function stepOf(value: Exact): Exact {
  let step = exact(10);
  while (value.mod(step.times(10)).isZero() && step.lt(1000) && !value.isZero())
    step = step.times(10);
  return step;
}

/** The place after 多, 余, 来, 几 or 好几, when they belong to the numeral. */
function vagueEnd(t: string, at: number): number {
  const next = t.charAt(at + 1);
  switch (t.charAt(at)) {
    case "多":
      return "少久长大远高么种样项重数不".includes(next || " ") && next !== ""
        ? at
        : at + 1;
    case "来":
    case "余":
      return VAGUE_BEFORE.includes(next || " ") ? at + 1 : at;
    case "几":
      return VAGUE_BEFORE.includes(next || " ") || next === "了" ? at + 1 : at;
    case "好":
      return next === "几" ? at + 2 : at;
    default:
      return at;
  }
}

/** Assembles a numeral. */
function finished(
  from: number,
  n: {
    to: number;
    low: Exact;
    high: Exact | undefined;
    about: boolean;
    digits: string | undefined;
    scale: Exact;
  },
): Numeral {
  const { to, low, high, about, digits, scale } = n;
  const scaled = scale.gt(1) || (digits === undefined && low.gte(100));
  return {
    from,
    to,
    low,
    about,
    scaled,
    scale,
    ...(high === undefined ? {} : { high }),
    ...(digits === undefined ? {} : { digits }),
  };
}

/** Vague numerals without a digit (上万, 千把, 百八十, 大几千), and the vague words that close a numeral. */
import { type Exact, exact } from "./exact.js";
import { scaleOf, type ScaleRun, scaleRun } from "./scales.js";
import { digitValue } from "./section.js";

/** A vague value, or range of values. */
export interface Vague {
  readonly to: number;
  readonly low: Exact;
  readonly high?: Exact;
  readonly scale: Exact;
}

const ONE = exact(1);

/** Whole expressions that no grammar of units explains. */
const FIXED: readonly (readonly [string, number, number?])[] = [
  ["千儿八百", 800, 1000],
  ["万儿八千", 8000, 10000],
  ["百儿八十", 80, 100],
  ["万八千", 8000, 10000],
  ["千八百", 800, 1000],
  ["百八十", 80, 180],
  ["百十来", 110],
  ["百十", 110],
  ["万把", 10000],
  ["千把", 1000],
  ["百把", 100],
  ["万来", 10000],
  ["千来", 1000],
  ["百来", 100],
  ["万余", 10000],
  ["千余", 1000],
  ["百余", 100],
];

/** Before a unit without digit these make a numeral: 上万, 近千, 过百万. */
const BEFORE_UNIT = "上近过超破小约";
/** After 来 and 余 a numeral is only vague before one of these. */
const COUNTED = "块元万亿岁天个人年月次口名位钱斤周日户例毛倍家％%";

/** Whether 来 or 余 at the end of a numeral belongs to it. */
export function isCounted(char: string): boolean {
  return char !== "" && COUNTED.includes(char);
}

/** Reads the vague numeral that starts there. */
export function readVague(t: string, at: number): Vague | undefined {
  const char = t.charAt(at);
  if (char === "百" || char === "千" || char === "万") return fixed(t, at);
  if (char === "大") return large(t, at);
  return BEFORE_UNIT.includes(char || " ") ? unitOnly(t, at) : undefined;
}

/** 百八十, 万把, 千来; 百把万. */
function fixed(t: string, at: number): Vague | undefined {
  for (const [word, low, high] of FIXED) {
    if (!t.startsWith(word, at)) continue;
    const to = at + word.length;
    if ("来余".includes(word.slice(-1)) && !isCounted(t.charAt(to)))
      return undefined;
    const wide = scaleOf(t.charAt(to));
    const by = wide?.gt(low) ? wide : ONE;
    return {
      to: by === ONE ? to : to + 1,
      low: by.times(low),
      ...(high === undefined ? {} : { high: by.times(high) }),
      scale: by,
    };
  }
  return undefined;
}

/** 上万, 近百万: a unit that stands for one of itself. */
function unitOnly(t: string, at: number): Vague | undefined {
  // 以上万元, 超过十万, 不过百元 say something else.
  if ("以超不".includes(t.charAt(at - 1) || " ")) return undefined;
  const unit = scaleRun(t, at + 1);
  if (unit === undefined || (unit.value.lt(100) && unit.to === at + 2))
    return undefined;
  if (digitValue(t.charAt(unit.to)) >= 0) return undefined;
  return { to: unit.to, low: unit.value, scale: ONE };
}

/** 大几千: from the middle up to just below the next unit. */
function large(t: string, at: number): Vague | undefined {
  const unit: ScaleRun | undefined =
    t.charAt(at + 1) === "几" ? scaleRun(t, at + 2) : undefined;
  if (unit === undefined) return undefined;
  return {
    to: unit.to,
    low: unit.value.times(5),
    high: unit.value.times(10).minus(1),
    scale: unit.value,
  };
}

/** After 多 these make another word: 多少, 多次, 多种. */
const NOT_AFTER_MANY = "少久长大远高么种样项重数不次";

/** Words of their own that begin with one of these: 一万多大病报多少, 三千多高血压的药. */
const OWN_WORDS =
  "大病 大额 大概 重病 重残 重度 重症 高血 长期 次年 不能 不知 不是".split(" ");

/** The place after 多, 余, 来, 几, 好几 or 大几, when they belong to the numeral before. */
export function vagueEnd(t: string, at: number): number {
  const next = t.charAt(at + 1);
  switch (t.charAt(at)) {
    case "多":
      return next !== "" &&
        NOT_AFTER_MANY.includes(next) &&
        !OWN_WORDS.includes(t.slice(at + 1, at + 3))
        ? at
        : at + 1;
    case "来":
    case "余":
      return isCounted(next) ? at + 1 : at;
    case "几":
      return isCounted(next) || next === "了" || next === "" ? at + 1 : at;
    case "好":
    case "大":
      return next === "几" ? at + 2 : at;
    default:
      return at;
  }
}

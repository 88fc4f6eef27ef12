/** Shares: 70%, 百分之六十五点五, 七成五, 三分之二, 八折, 5:5, 一半, 全额; and 百分点. */
import { rangeAt } from "./between.js";
import { Exact, exact } from "./exact.js";
import { quantity, type Found, type Outcome } from "./found.js";
import type { Numeral } from "./numeral.js";
import { qualify } from "./qualify.js";
import { charAt, isDigit, numeralAt, type Scan } from "./scan.js";
import { isClauseEnd } from "./clause.js";
import { digitValue } from "./section.js";
import { skipSpace } from "./years.js";
import { endsAt, lengthAt, startsAt, words } from "./words.js";

/** Digits behind the point of a share that is no finite decimal: 三分之二. */
const SHARE_DIGITS = 6;

const WORDS: readonly (readonly [string, string])[] = [
  ["百分之百", "1"],
  ["百分百", "1"],
  ["全额", "1"],
  ["全报", "1"],
  ["对半", "0.5"],
  ["对折", "0.5"],
  ["一半", "0.5"],
  ["半价", "0.5"],
  ["减半", "0.5"],
  ["五五开", "0.5"],
];
const PARTS: readonly (readonly [string, string])[] = [
  ["百分之", "100"],
  ["千分之", "1000"],
  ["万分之", "10000"],
];
const SIGNS: readonly (readonly [string, string])[] = [
  ["%", "100"],
  ["％", "100"],
  ["‰", "1000"],
  ["成", "10"],
];

/** 全额之外, 百分百确定: no share. */
const NO_SHARE = words("之 确定 肯定 确认 相信 放心 保证 没问题 真");
/** Before a fraction with a slash. */
const BEFORE_SLASH = words("的 报 报销 付 自付 担 承担 负担 掏 出");
const POINTS = words("个百分点 百分点 个百分比 个点 %点");

/** 百分之几, 几成, 几个百分点 ask for a share. */
const ASKED = /^(?:百分之几(?!十)|几(?:成|折|个百分点|个点|%))/;

/** Reads the share that starts there. */
export function readShare(s: Scan, at: number): Outcome {
  const asked = ASKED.exec(s.t.slice(at, at + 6));
  if (asked !== null) return { skipTo: at + asked[0].length };
  return word(s, at) ?? ofHundred(s, at) ?? split(s, at) ?? withNumeral(s, at);
}

/** 一半, 全额, 百分百. */
function word(s: Scan, at: number): Found | undefined {
  for (const [text, value] of WORDS)
    if (s.t.startsWith(text, at) && !startsAt(s.t, at + text.length, NO_SHARE))
      return found(s, "ratio", at, at + text.length, exact(value));
  return undefined;
}

/** 百分之七十, 百分之70, 百分之六七十, 千分之五. */
function ofHundred(s: Scan, at: number): Found | undefined {
  for (const [text, whole] of PARTS) {
    if (!s.t.startsWith(text, at)) continue;
    const numeral = rangeAt(s, skipSpace(s.t, at + text.length));
    if (numeral === undefined) return undefined;
    const sign = charAt(s.t, numeral.to) === "%" ? 1 : 0;
    return divided(s, "ratio", at, numeral.to + sign, numeral, whole);
  }
  return undefined;
}

/** 70%, 七成五, 八五折, 三分之二, 5:5, 20个百分点. */
function withNumeral(s: Scan, at: number): Found | undefined {
  const { t } = s;
  const numeral = rangeAt(s, at);
  if (numeral === undefined) return undefined;
  const to = skipSpace(t, numeral.to);
  return (
    points(s, at, to, numeral) ??
    sign(s, at, to, numeral) ??
    discount(s, at, numeral) ??
    fraction(s, at, numeral) ??
    proportion(s, at, numeral)
  );
}

/** 5个百分点, 20百分点, 五个点. */
function points(
  s: Scan,
  at: number,
  to: number,
  numeral: Numeral,
): Found | undefined {
  const length = lengthAt(s.t, to, POINTS);
  if (length === 0) return undefined;
  return divided(s, "points", at, to + length, numeral, "100");
}

/** %, ‰ and 成, the last perhaps with a further digit: 七成五. */
function sign(
  s: Scan,
  at: number,
  to: number,
  numeral: Numeral,
): Found | undefined {
  for (const [text, whole] of SIGNS) {
    if (!s.t.startsWith(text, to)) continue;
    if (text !== "成") return divided(s, "ratio", at, to + 1, numeral, whole);
    if (
      numeral.low.gt(10) ||
      "人年功立本为员品熟都绩份了交效".includes(charAt(s.t, to + 1) || " ")
    )
      return undefined;
    const tail = tenth(s, to + 1);
    if (tail !== undefined && numeral.high === undefined)
      return found(
        s,
        "ratio",
        at,
        tail.to,
        numeral.low.plus(tail.value).div(10),
      );
    return divided(s, "ratio", at, to + 1, numeral, whole);
  }
  return undefined;
}

/** The digit behind 成: 七成五; 半 for a half. */
function tenth(s: Scan, at: number): { to: number; value: Exact } | undefined {
  const char = charAt(s.t, at);
  if (char === "半") return { to: at + 1, value: exact("0.5") };
  const value =
    isDigit(s.t, at) && !isDigit(s.t, at + 1)
      ? exact(char)
      : exact(Math.max(digitValue(char), 0));
  if (value.isZero()) return undefined;
  const next = charAt(s.t, at + 1);
  return isClauseEnd(s.t, at + 1) || "吗吧的呢左以不能，".includes(next)
    ? { to: at + 1, value: value.div(10) }
    : undefined;
}

/** 八折, 八五折, 7.5折, 75折. */
function discount(s: Scan, at: number, numeral: Numeral): Found | undefined {
  const { t } = s;
  const pair =
    digitValue(charAt(t, at)) > 0 &&
    digitValue(charAt(t, at + 1)) >= 0 &&
    charAt(t, at + 2) === "折";
  if (pair) {
    const low = exact(
      `${digitValue(charAt(t, at))}${digitValue(charAt(t, at + 1))}`,
    ).div(100);
    return found(s, "ratio", at, at + 3, low);
  }
  if (charAt(t, numeral.to) !== "折" || numeral.high !== undefined)
    return undefined;
  const whole = numeral.low.gte(10) ? 100 : 10;
  if (numeral.low.gte(100)) return undefined;
  return found(s, "ratio", at, numeral.to + 1, numeral.low.div(whole));
}

/** 三分之二, 十分之一. */
function fraction(s: Scan, at: number, whole: Numeral): Found | undefined {
  const slash = slashed(s, at);
  if (slash !== undefined) return slash;
  if (!s.t.startsWith("分之", whole.to) || whole.high !== undefined)
    return undefined;
  const part = numeralAt(s, whole.to + 2);
  if (part === undefined || whole.low.isZero()) return undefined;
  return divided(s, "ratio", at, part.to, part, whole.low.toFixed());
}

/** 的1/3, 报2/3: elsewhere a slash may stand in a date. */
function slashed(s: Scan, at: number): Found | undefined {
  const match = /^([1-9])\/([2-9])(?![0-9/])/.exec(s.t.slice(at, at + 4));
  if (match === null || !endsAt(s.t, at, BEFORE_SLASH)) return undefined;
  const [typed, part = "", whole = ""] = match;
  const low = exact(part).div(whole).toDecimalPlaces(SHARE_DIGITS);
  return low.gte(1) ? undefined : found(s, "ratio", at, at + typed.length, low);
}

/** 三七开, 四六开: the digits of ten parts. */
function split(s: Scan, at: number): Found | undefined {
  if (charAt(s.t, at + 2) !== "开") return undefined;
  const parts = [digitValue(charAt(s.t, at)), digitValue(charAt(s.t, at + 1))];
  const [a = 0, b = 0] = parts.sort((x, y) => x - y);
  if (a < 1 || a + b !== 10) return undefined;
  return quantity({
    kind: "ratio",
    start: at,
    end: at + 3,
    low: exact(a).div(10),
    high: exact(b).div(10),
    about: true,
  });
}

/** 5:5 and 7:3: equal shares are one value, others could be either side's. */
function proportion(s: Scan, at: number, first: Numeral): Found | undefined {
  const { t } = s;
  const mark = charAt(t, first.to);
  if (mark !== ":" && mark !== "比") return undefined;
  const second = numeralAt(s, first.to + 1);
  if (second === undefined || isDigit(t, at - 1) || charAt(t, at - 1) === ":")
    return undefined;
  const sum = first.low.plus(second.low);
  if (!sum.eq(10) && !sum.eq(100)) return undefined;
  if (
    charAt(t, second.to) === ":" ||
    (mark === ":" && second.digits?.length === 2 && !sum.eq(100))
  )
    return undefined;
  const [a, b] = [first.low.div(sum), second.low.div(sum)];
  if (a.eq(b)) return found(s, "ratio", at, second.to, a);
  return quantity({
    kind: "ratio",
    start: at,
    end: second.to,
    low: Exact.min(a, b),
    high: Exact.max(a, b),
    about: true,
  });
}

/** A numeral out of 10, 100 … */
function divided(
  s: Scan,
  kind: "ratio" | "points",
  start: number,
  end: number,
  { low, high, about }: Numeral,
  whole: string,
): Found {
  const share = (value: Exact): Exact =>
    value.div(whole).toDecimalPlaces(SHARE_DIGITS);
  return found(
    s,
    kind,
    start,
    end,
    share(low),
    high === undefined ? undefined : share(high),
    about,
  );
}

function found(
  s: Scan,
  kind: "ratio" | "points",
  start: number,
  to: number,
  low: Exact,
  high?: Exact,
  vague = false,
): Found {
  // 七成多, 50%多一点
  const more =
    charAt(s.t, to) === "多" &&
    !"少次样种".includes(charAt(s.t, to + 1) || " ");
  const end = more ? to + 1 : to;
  const about = vague || more;
  const said = qualify(s.t, start, end);
  return quantity({
    kind,
    start,
    end,
    low,
    high,
    about: about || said.about,
    bound: said.bound,
  });
}

/** A numeral, or two with a range mark between them: 3到5万, 300-500, 一至三. */
import type { Exact } from "./exact.js";
import type { Numeral } from "./numeral.js";
import {
  afterRangeMark,
  charAt,
  isDigit,
  numeralAt,
  type Scan,
} from "./scan.js";
import { digitValue } from "./section.js";

/** The numeral or range of numerals that starts there. */
export function rangeAt(s: Scan, at: number): Numeral | undefined {
  const first = numeralAt(s, at);
  if (first === undefined) return undefined;
  const known = s.ranges.get(at);
  if (known !== undefined) return known;
  const range = joined(s, first) ?? listed(s, first) ?? first;
  s.ranges.set(at, range);
  return range;
}

/** 3到5万: the first takes the unit of the second where it has none and stays below it. */
function joined(s: Scan, first: Numeral): Numeral | undefined {
  if (
    first.high !== undefined ||
    (first.digits?.length !== 1 && first.digits?.startsWith("0") === true)
  )
    return undefined;
  const mark = afterRangeMark(s.t, first.to);
  const second = mark < 0 ? undefined : numeralAt(s, mark);
  if (second === undefined || second.high !== undefined) return undefined;
  if (chains(s.t, second.to)) return undefined;
  const shared = first.scale.lt(second.scale)
    ? first.low.times(second.scale)
    : first.low;
  const low = shared.lt(second.low) ? shared : first.low;
  if (low.gte(second.low)) return undefined;
  return between(first, second, low);
}

/** 400-820-8820: a third number behind a dash, no range. */
export function chains(t: string, at: number): boolean {
  return t.charAt(at) === "-" && isDigit(t, at + 1);
}

/** 三、四万 and 3、4千: two neighbouring digits before one unit. */
function listed(s: Scan, first: Numeral): Numeral | undefined {
  if (first.to !== first.from + 1 || charAt(s.t, first.to) !== "、")
    return undefined;
  const next = first.to + 1;
  const second = numeralAt(s, next);
  if (second === undefined || second.high !== undefined || second.scale.lt(100))
    return undefined;
  const digit = digitValue(s.t.charAt(next));
  const coefficient = second.low.div(second.scale);
  if (digit < 0 && second.digits === undefined && !/\d/.test(s.t.charAt(next)))
    return undefined;
  if (!coefficient.minus(first.low).eq(1)) return undefined;
  return between(first, second, first.low.times(second.scale));
}

function between(first: Numeral, second: Numeral, low: Exact): Numeral {
  return {
    from: first.from,
    to: second.to,
    low,
    high: second.low,
    about: first.about || second.about,
    scaled: first.scaled || second.scaled,
    scale: second.scale,
  };
}

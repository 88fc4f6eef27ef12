/** An amount that is told as the part above another one: 超过两万的部分有六万. */
import { NEAR } from "./amount-roles.js";
import type { Reading } from "./numbers/reading.js";

/** 600起付线, 两万以上: what the start is called, behind it. */
const CALLED =
  "(元|块)?钱?的?(起付线|起付标准|门槛费?|限额|封顶线?)?(以上|之上)?";
const PART = "的?那?(个|些)?部分(还)?(有|是|为|共|一共|大概)?\\s?";

const ABOVE = new RegExp(`[\\d一二三四五六七八九十两百千万]${CALLED}${PART}$`);
/** 自付超过两万的部分有三万: the first amount is where the second begins, not paid beside it. */
const FROM_WHERE = new RegExp(`^${CALLED}${PART}[\\d一二三四五六七八九十两]`);

/** Whether the amount is where a part begins that is told behind it. */
export function startsPart(
  text: string,
  [, to]: readonly [number, number],
): boolean {
  return FROM_WHERE.test(text.slice(to, to + NEAR));
}

/** 大病超过30万的部分怎么报: where a part begins of which the rule is asked; no bill is told. */
export function asksOfPart(
  text: string,
  [from, to]: readonly [number, number],
): boolean {
  const before = text.slice(Math.max(0, from - 4), from);
  const after = text.slice(to, to + NEAR);
  if (!/(超过|超出|高于|多于|大于)了?$/.test(before)) return false;
  return (
    ASKED.test(after) ||
    (ASKED_SHORT.test(after) &&
      !OWN.test(text.slice(Math.max(0, from - NEAR), from)))
  );
}
/** 大病职工超过15万报多少: nobody's own bill is told. */
const ASKED_SHORT =
  /^(元|块)?钱?(以上|之上)?的?(能|可以|又|是|该|给)*(怎么报|咋报|如何报|报多少|报几|报百分)/;
const OWN = /自付|自费|自己|个人|我|掏|花|负担|[爸妈爷奶儿女娃]|老公|老婆/;
const ASKED =
  /^(元|块)?钱?(以上|之上)?的?那?(个|些)?部分(呢|还|能|可以|又|是|该)*(怎么|咋|如何|报多少|报几|报不报|报吗|报百分|谁|给报|找谁|能报)/;

/** Whether the words before an amount make it the part above another. */
export function isPart(before: string): boolean {
  return ABOVE.test(before);
}

/** Where the part begins: the exact amount named right before it. */
export function startOf(
  text: string,
  readings: readonly Reading[],
  part: Reading,
): string | null {
  const start = readings.findLast(
    ({ kind, span }) => kind === "amount" && span[1] <= part.span[0],
  );
  if (!start || !FROM_WHERE.test(text.slice(start.span[1], part.span[1])))
    return null;
  return isWhole(start) && isWhole(part) ? start.value : null;
}

/** The part and what lies below it. */
export function summed(start: string, { value }: Reading): string {
  return String(BigInt(start) + BigInt(value));
}

const isWhole = ({ about, low, value }: Reading): boolean =>
  !about && low === undefined && /^\d+$/.test(value);

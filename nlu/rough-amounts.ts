/** An amount told roughly and then exactly: 自己掏了5万多，准确说52000. */
import type { Money } from "./meaning.js";

const EXACTLY =
  /^(一点|块钱?|元)?(吧|呢|了)?[，,。；;\s]*(准确|具体|确切|精确|实际|详细|其实|应该|也就|就)(地|的|上|数)?(说|讲|来说|数)?(就)?(是|为|有)?[：:，,\s]*$/;

const DIGITS = /^\d+(\.\d+)?$/;

/** The amounts without a rough one that an exact one within its range stands for; it takes the column of the rough one. */
export function withoutRough(text: string, all: readonly Money[]): Money[] {
  return all.flatMap((money, at) => {
    const next = all[at + 1];
    if (next && isSame(text, money, next)) return [];
    const before = all[at - 1];
    return before && money.role === "unknown" && isSame(text, before, money)
      ? [{ ...money, role: before.role }]
      : [money];
  });
}

function isSame(text: string, rough: Money, exact: Money): boolean {
  return (
    rough.about &&
    !exact.about &&
    exact.high === null &&
    EXACTLY.test(text.slice(rough.span[1], exact.span[0])) &&
    lies(exact.low, rough)
  );
}

/** Within the range, where one is told: 52000 is 5万多, and no 8万. */
function lies(value: string, { low, high }: Money): boolean {
  if (![value, low].every((one) => DIGITS.test(one))) return false;
  const digits = (one: string): string => one.split(".")[0] ?? "";
  const [own, from] = [BigInt(digits(value)), BigInt(digits(low))];
  const to =
    high !== null && DIGITS.test(high) ? BigInt(digits(high)) : from + from;
  return own >= from / 2n && own <= to;
}

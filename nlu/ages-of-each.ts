/** 两口子62和58, 俩老人一个71一个58: the age of each of those named together, without 岁. */
import { smallCount } from "./household.js";
import type { Span } from "./meaning.js";
import { PAIRS } from "./named-people.js";
import type { Fact, Who } from "./payers.js";

/** In figures, or in numerals that can be no count of things: 七十一. */
const AGE = "(\\d{1,3}|[二三四五六七八九]?十[一二三四五六七八九]?)";
const FIRST = new RegExp(
  `^[，,\\s]*(?:都|今年|分别|年龄|是|大的|老大|一个)*${AGE}岁?`,
);
const NEXT = new RegExp(
  `^(?:[、/,，和跟\\s]+(?:一个|另一个|小的|老[二三四])?|一个|另一个)(?:是|才)?${AGE}岁?`,
);
/** Behind these a number is no age. */
const NO_AGE = /^[\d.元块万千百个年月号天级档口人%次届折分]/;
/** More than so many are not told one by one. */
const MOST = 6;

/** The ages told one by one right behind a couple or several persons counted; none unless each has one. */
export function agesOfEach(
  plain: string,
  { label, span, count }: Who,
  said: readonly Fact[],
): Fact[] {
  const heads = PAIRS.includes(label) ? 2 : (count ?? 0);
  if (heads < 2 || heads > MOST) return [];
  const ages: Fact[] = [];
  let at = span[1];
  while (ages.length < heads) {
    const rest = plain.slice(at);
    const match = (ages.length === 0 ? FIRST : NEXT).exec(rest);
    const years = match && smallCount(match[1] ?? "");
    if (!match || years === null || years === 0) return [];
    const from = at + match[0].lastIndexOf(match[1] ?? "");
    ages.push(ageFact(`${years}`, [from, at + match[0].length]));
    at += match[0].length;
  }
  const told = said.some(
    ({ facet, span: [from, to] }) =>
      facet === "age" && from < at && span[1] < to,
  );
  return told || NO_AGE.test(plain.slice(at)) ? [] : ages;
}

const ageFact = (value: string, span: Span): Fact => ({
  facet: "age",
  value,
  negated: false,
  span,
  count: 1,
});

/** 我说错了，是八十; 80呢: a small number alone, which after an amount takes its place. */
import { smallCount } from "../../nlu/household.js";
import type { Meaning, Money } from "../../nlu/meaning.js";
import type { Frame } from "./state.js";

/** Smaller numbers name a tier, a level or how many. */
const LEAST = 10;

const BEFORE =
  /^(不对|不是|错了|(我|刚才|刚刚)*(说|写|记|打|搞|弄)错了?|更正一?下?|应该|其实|如果|要是|那么?|换成|改成|是|[，,、。！!\s])+/;
const AFTER = /(呢|吧|的话|的|才对|[，,。！!？?\s])+$/;

/** The meaning with its bare number as the amount, where the question before has one amount and nobody's age. */
export function withBareAmount(
  meaning: Meaning,
  { amounts, people }: Frame,
): Meaning {
  if (amounts.length !== 1 || meaning.amounts.length > 0) return meaning;
  if (people?.value.some(({ age }) => age !== null)) return meaning;
  const text = meaning.plain.replace(BEFORE, "").replace(AFTER, "");
  const count = smallCount(text);
  if (count === null || count < LEAST) return meaning;
  const from = meaning.plain.lastIndexOf(text);
  const amount: Money = {
    role: "unknown",
    eligible: false,
    low: `${count}`,
    high: null,
    about: false,
    remainder: false,
    span: [from, from + text.length],
    text,
    year: null,
  };
  return { ...meaning, amounts: [amount], counts: [] };
}

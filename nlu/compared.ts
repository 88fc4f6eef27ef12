/** 大学生比普通居民少交多少: two identities that are compared are two persons, not one with both. */
import { TOLD_EACH } from "./fees-compared.js";
import type { Mention, Person, Span } from "./meaning.js";
import { setsRises } from "./patterns.js";
import { smallCount } from "./household.js";
import { ORDINARY } from "./person-facts.js";

const BETWEEN =
  /^(户|家庭|人员|对象|的|[一二]档|人|20\d\d|年|度|要|交|缴|选|买|[，,])*(和|跟|与|同|比|较|还是|以及|、|，|,|\s)+(一?个)?$/;
/** 小学生交好多，跟大学生一样不: the second is what the first is set against. */
const SET_AGAINST = /[，,。；;\s]那?(跟|和|与|比|同)(一?个)?$/;
/** 特困低保返贫三种人: as many kinds as are named are told apart without a word between. */
const KINDS = /([两二三四五六2-6])(?:种|类)(?:人|户|身份|情况|对象)?/;
const RESIDENT =
  /(比|和|跟|与|同|较)(其他|一般|普通)?(的)?(居民|人)(?!大病|医保)/;

/** 选二档多交多少, 换成一档少交多少, 不要一档多交多少: one tier is chosen, and the other is what it is compared with. */
export function choosesTier(
  plain: string,
  mentions: readonly Mention[],
): boolean {
  const [only, ...more] = mentions.filter(({ facet }) => facet === "tier");
  if (!only || more.length > 0 || isSaidTwice(plain, only)) return false;
  const before = plain.slice(0, only.span[0]);
  const chosen =
    only.negated ||
    CHOOSING.test(before) ||
    (DIFFERS.test(plain.slice(only.span[1])) && !OF_YEARS.test(plain));
  return chosen && !/比/.test(before);
}
/** 读研选二档，跟没单位的交二档比: one tier on both sides is what they have in common. */
export const isSaidTwice = (plain: string, { span }: Mention): boolean =>
  plain.includes(plain.slice(...span), span[1]);
/** 二档多交多少: more than the other tier, where nothing is said of a year. */
const DIFFERS = /^(的话|要|得|会|就)*[多少][交缴掏出付]/;
const OF_YEARS =
  /[今明去前上往]年|\d{2}年|[涨升]|提高|以前|之前|原来|[比跟和与]/;
const CHOOSING = /(选|换|改|升|转|挑)[^，,。；;]{0,3}$/;

/** 二档比一档多交多少: how far two of a kind lie apart, and no rise over the years. */
export function isBetweenTwo(
  plain: string,
  mentions: readonly Mention[],
): boolean {
  if (setsRises(plain)) return false;
  return mentions.some(
    (one) =>
      one.facet !== "group" &&
      mentions.some(
        (other) =>
          other.facet === one.facet &&
          other.value !== one.value &&
          one.span[1] <= other.span[0] &&
          AGAINST.test(plain.slice(one.span[1], other.span[0])),
      ),
  );
}
const AGAINST = /^[^，,。；;]{0,4}(比|较)[^，,。；;]{0,4}$/;

/** 重残大学生跟重残普通人: between the identities of one of them. */
const SAME_PERSON = /^(的|户|家庭|人员|对象)?$/;

/** The identities told of each person, one after the other; one word alone for one who is ordinary besides. */
export function tagsOfEach(
  plain: string,
  mentions: readonly Mention[],
): string[][] {
  return spansOfEach(plain, mentions).map(({ tags }) => tags);
}

/** The same, with where the words of each stand. */
function spansOfEach(
  plain: string,
  mentions: readonly Mention[],
): { tags: string[]; span: Span }[] {
  const each: { tags: string[]; span: Span }[] = [];
  const said = mentions
    .filter(({ facet, negated }) => facet === "identity" && !negated)
    .sort((a, b) => a.span[0] - b.span[0]);
  for (const { value, span } of said) {
    const own = each.at(-1);
    if (own && SAME_PERSON.test(plain.slice(own.span[1], span[0]))) {
      if (value !== ORDINARY) own.tags.push(value);
      own.span = [own.span[0], span[1]];
    } else each.push({ tags: [value], span: [...span] });
  }
  return each;
}

/** 重残大学生和重残普通人: two who share an identity are two persons, each with what else is told of them. */
export function sharing(
  plain: string,
  people: readonly Person[],
  told: readonly Mention[],
): Person[] | null {
  const [only, ...others] = people;
  if (!only || only.label !== "" || others.length > 0) return null;
  const [a, b, ...more] = spansOfEach(plain, told);
  const shared = a?.tags.some((tag) => b?.tags.includes(tag));
  return a &&
    b &&
    more.length === 0 &&
    shared &&
    a.tags.length !== b.tags.length &&
    BETWEEN.test(plain.slice(a.span[1], b.span[0]))
    ? [a, b].map(({ tags }) => ({ ...only, tags }))
    : null;
}

/** The persons of the message, with one nameless person of two compared identities told apart. */
export function comparedPeople(
  plain: string,
  people: readonly Person[],
  mentions: readonly Mention[],
  bound: boolean,
): Person[] {
  const [only, ...more] = people;
  if (!only || only.label !== "" || more.length > 0 || bound)
    return [...people];
  const said = mentions.filter(
    ({ facet, value, negated }) =>
      facet === "identity" &&
      !negated &&
      [...only.tags, ORDINARY].includes(value),
  );
  const [a, b] = said;
  const one = (tag: string): Person => ({ ...only, tags: [tag] });
  const counted = smallCount(KINDS.exec(plain)?.[1] ?? "") === said.length;
  const each = said.every(({ span }, at) => {
    const before = said[at - 1];
    const between = plain.slice(before?.span[1] ?? 0, span[0]);
    return !before || BETWEEN.test(between) || (counted && between === "");
  });
  const [first, next, third] = said.filter(
    ({ value }, at) => said.findIndex((two) => two.value === value) === at,
  );
  if (first && next && !third)
    if (TOLD_EACH.test(plain.slice(first.span[1], next.span[0])))
      return [one(first.value), one(next.value)];
  const different = new Set(said.map(({ value }) => value)).size;
  if (said.length > 2 && different === said.length && each)
    return said.map(({ value }) => one(value));
  if (a && b && said.length === 2) {
    const between = plain.slice(a.span[1], b.span[0]);
    const apart = BETWEEN.test(between) || SET_AGAINST.test(between);
    return apart && a.value !== b.value
      ? [one(a.value), one(b.value)]
      : [...people];
  }
  return a &&
    said.length === 1 &&
    a.value !== ORDINARY &&
    RESIDENT.test(plain.slice(a.span[1]))
    ? [one(a.value), one(ORDINARY)]
    : [...people];
}

/** What a message says of persons: identities, tiers, ages, and how many of each. */
import {
  countBefore,
  EACH_HALF,
  halfBefore,
  readHousehold,
  smallCount,
} from "./household.js";
import type { Mention } from "./meaning.js";
import { agesOfEach } from "./ages-of-each.js";
import { bareCounts, countDenied, deniedAgain } from "./bare-counts.js";
import type { Reading } from "./numbers/reading.js";
import { HOME, SELF, type Fact, type Who } from "./payers.js";

/** The whole years of an age; 不到60岁 and 快60岁 are not 60, 60多岁 is at least that. */
function ageOf({ value, about, bound, text, low }: Reading): string | null {
  if (bound === "under" || bound === "at_most") return null;
  if (about && !/[多几来]/.test(text)) return null;
  const years = low ?? value;
  if (!/^\d+(\.\d+)?$/.test(years)) return null;
  return years.split(".")[0] ?? null;
}

/** 我妈62, 爸妈都60多: an age without 岁, right after a person. */
const BARE_AGE =
  /^(今年|都|也|已经|现在){0,2}(\d{1,3})(多|来|几)?了?(?![\d.元块万千百个年月号天级档口人%次届折分岁周])/;

/** Somebody without an identity that is aided. */
export const ORDINARY = "普通居民";
/** Whom the authorities for rural revival watch; the fact `monitored` is about them. */
export const MONITORED = "乡村振兴部门监测对象";
const PLAIN =
  /普通(?!居民|人|门诊|住院|高|大学|医|病|话|疾|老百姓|城乡|群众|参保|家庭)|没(有)?(啥|什么|任何)?特殊(身份|情况)|啥(都|也)不是|(?<=我)[就也]?没(啥|什么)(?=[，,。；;！？?\s三两二四]|20\d\d|明年|一共|$)|(?<=(?:^|[，,。；;\s保残困])我)(?:没工作|没上班|没单位|在家务农|在家种地|在外打工|自己打工|打工|种地|务农)(?=[，,。；;\s]|20\d\d|明年)/g;

/** 我家普通, 我啥都不是: whether somebody is told to be nobody special. */
export const tellsOrdinary = (plain: string): boolean =>
  plain.search(PLAIN) >= 0;

/** The count and measure word that stand there: 2人, 两个, 的是两个, 有两个. */
function countAfter(
  plain: string,
  at: number,
): { to: number; count: number } | null {
  const match =
    /^(?:的|要|得|交|缴|选|买|有|是|一共|总共){0,3}([\d一二两三四五六七八九十]{1,3})(个人?|人|位)/.exec(
      plain.slice(at),
    );
  const count = match && smallCount(match[1] ?? "");
  return match && count !== null ? { to: at + match[0].length, count } : null;
}

/** 低保户一家三口, 普通三口之家. */
const FAMILY_OF =
  /^(?:的|户|家庭|人家)*(?:一家)?([两二三四五六七八九\d])口(?:之家|人)?/;
const FAMILIES = /[两二三四五六七八九\d]口/g;

/** 重残2人，普通2人: how many of them there are, at the end of a clause. */
function headsBehind(
  plain: string,
  at: number,
  families: boolean,
): { to: number; count: number } | null {
  const family = FAMILY_OF.exec(plain.slice(at));
  if (families && family) {
    const count = smallCount(family[1] ?? "");
    return count === null ? null : { to: at + family[0].length, count };
  }
  const told = countAfter(plain, at);
  return told && HEADS_END.test(plain.slice(told.to)) ? told : null;
}
/** 居民两个人一档: the tier of those counted. */
const HEADS_END =
  /^([，,。；;！!？?\s]|$|(?:都|全|选|交|买)*第?[一二12][档挡])/;

/** 一档2个二档2个: counts that stand behind every tier, or at the end of a clause. */
function countsBehind(
  plain: string,
  mentions: readonly Mention[],
): { at: number; to: number; count: number }[] {
  const tiers = mentions
    .filter(({ facet, negated }) => facet === "tier" && !negated)
    .sort((a, b) => a.span[0] - b.span[0]);
  const last = tiers.at(-1)?.span[1] ?? 0;
  const eachOf = /^各(有|选|买|交)?/.exec(plain.slice(last))?.[0] ?? "";
  const each = eachOf !== "" && countAfter(plain, last + eachOf.length);
  if (each)
    return tiers.map(({ span: [, at] }) => ({
      at,
      to: at === last ? each.to : at,
      count: each.count,
    }));
  const found = tiers.flatMap(({ span: [, at] }) => {
    const told = countAfter(plain, at);
    return told ? [{ at, ...told }] : [];
  });
  return tiers.length > 1 && found.length === tiers.length
    ? found
    : found.filter(({ to }) => CLAUSE_END.test(plain.slice(to)));
}
const CLAUSE_END = /^([，,。；;！？?\s]|$)/;

/** 老人二档两个: the person right before the tier, told no count of before. */
function countedBehind(
  plain: string,
  people: readonly Who[],
  tier: number,
): Who | undefined {
  return people.find(
    ({ label, word: [, to], count }) =>
      count === undefined &&
      label !== SELF &&
      label !== HOME &&
      to <= tier &&
      /^(们|都|全|选|交|买|是|要)*$/.test(plain.slice(to, tier)),
  );
}

/** 两个低收入家庭的老人: so many of those named right behind what their family is. */
function countNamed(
  plain: string,
  [from, to]: Fact["span"],
  people: readonly Who[],
): void {
  const told = COUNTED_NAME.test(plain.slice(0, from))
    ? countBefore(plain, from)
    : null;
  const named = people.find(
    ({ label, word: [at] }) =>
      label !== SELF && label !== HOME && plain.slice(to, at) === "的",
  );
  if (told && named) named.count ??= told.count;
}
/** 两个, 俩; not 两口人 or 两口之家, which counts the family. */
const COUNTED_NAME = /(个|位|名|[俩仨])$/;

/** 我不选二档，我妈选二档: where two tiers are spoken of, the one not wanted leaves the other. */
const OTHER_TIER: Readonly<Record<string, string>> = { "1": "2", "2": "1" };

/** 三个不是低保，一个是; 不全是低保，就俩是. */
const SO_MANY =
  /([\d一二两三四五六]|[俩仨])个?人?(才|就|倒)?是(?=[，,。；;！？?\s的]|$)/g;

/** 普通重残, after 大学生重残: what somebody is with nothing besides, and not two persons; 普通老人 is ordinary for a fact. */
const isOfGround = (
  plain: string,
  end: number,
  mentions: readonly Mention[],
  circumstances: ReadonlySet<string>,
): boolean =>
  mentions.some(
    ({ facet, value, negated, span: [from] }) =>
      facet === "identity" &&
      !negated &&
      !circumstances.has(value) &&
      /^的?$/.test(plain.slice(end, from)) &&
      from >= end,
  );

/** Everything said of persons, in order: identities, tiers, ages. */
export function facts(
  plain: string,
  mentions: readonly Mention[],
  readings: readonly Reading[],
  people: readonly Who[],
  ofFamily: (fact: Pick<Fact, "span">) => boolean,
  circumstances: ReadonlySet<string>,
): Fact[] {
  const found: Fact[] = [];
  const size = readHousehold(plain, [])?.size ?? null;
  const bare = bareCounts(plain, mentions);
  const headsBefore = (at: number): { count: number; from: number } | null => {
    const half = halfBefore(plain, at, size);
    if (half)
      return half.count === null ? null : { ...half, count: half.count };
    return countBefore(plain, at) ?? bare.get(at) ?? null;
  };
  const after = countsBehind(plain, mentions);
  const chosen = mentions.some((one) => one.facet === "tier" && !one.negated);
  // 低保一家三口比普通一家三口: a family of each of the two.
  const families = (plain.match(FAMILIES) ?? []).length > 1;
  for (const { facet, value, span, negated, questioned } of mentions) {
    if (questioned || (facet !== "identity" && facet !== "tier")) continue;
    if (facet === "tier" && negated) {
      const other = OTHER_TIER[value];
      if (chosen && other)
        found.push({
          facet,
          value: other,
          negated: false,
          span,
          count: undefined,
        });
      continue;
    }
    const who = people.find(
      ({ word }) => word[0] <= span[0] && span[1] <= word[1],
    );
    if (who && facet === "identity") {
      who.byName.push(value);
      continue;
    }
    const told =
      facet === "tier" ? after.find(({ at }) => at === span[1]) : undefined;
    const owner = told && countedBehind(plain, people, span[0]);
    if (owner) {
      owner.count = told.count;
      owner.span = [owner.span[0], told.to];
      found.push({ facet, value, negated, span, count: undefined });
      continue;
    }
    const ofTier = after.length > 1 ? told : undefined;
    // 三个大学生两个选二档: counted before, so that the two are some of them.
    const ofIdentity =
      facet === "identity" && !negated && !countBefore(plain, span[0])
        ? headsBehind(plain, span[1], families)
        : null;
    const heads = ofTier ?? ofIdentity;
    if (heads) {
      found.push({
        facet,
        value,
        negated,
        span: [span[0], heads.to],
        count: heads.count,
      });
      continue;
    }
    if (facet === "identity" && !negated && ofFamily({ span }))
      countNamed(plain, span, people);
    // 四口人低收入: what the family is, and no four of others.
    const counted = ofFamily({ span })
      ? null
      : (headsBefore(span[0]) ??
        (negated ? countDenied(plain, span[0]) : null));
    const own =
      counted &&
      ![...people, ...found].some(
        ({ span: [a, b] }) => a <= counted.from && counted.from < b,
      );
    found.push({
      facet,
      value,
      negated,
      span: [own ? counted.from : span[0], span[1]],
      count: own ? counted.count : undefined,
    });
  }
  const denied = mentions.filter(
    (one) => one.facet === "identity" && one.negated,
  );
  for (const match of plain.matchAll(SO_MANY)) {
    const model = denied.findLast(({ span }) => span[1] <= match.index);
    const count = smallCount(match[1] ?? "");
    if (model && count !== null)
      found.push({
        facet: "identity",
        value: model.value,
        negated: false,
        span: [match.index, match.index + match[0].length],
        count,
      });
  }
  found.push(...deniedAgain(plain, mentions));
  for (const match of plain.matchAll(PLAIN)) {
    const end = match.index + match[0].length;
    // 啥也不是 is a word of its own as well: one person, not two.
    const heard = found.some(
      ({ facet, value, span: [from, to] }) =>
        facet === "identity" &&
        value === ORDINARY &&
        from < end &&
        match.index < to,
    );
    if (heard || isOfGround(plain, end, mentions, circumstances)) continue;
    const counted = headsBefore(match.index);
    const heads = counted ? null : headsBehind(plain, end, families);
    found.push({
      facet: "identity",
      value: ORDINARY,
      negated: false,
      span: [counted?.from ?? match.index, heads?.to ?? end],
      count: counted?.count ?? heads?.count,
    });
  }
  for (const reading of readings) {
    const years = reading.kind === "age" ? ageOf(reading) : null;
    if (years !== null)
      found.push({
        facet: "age",
        value: years,
        negated: false,
        span: [...reading.span],
        count: undefined,
      });
  }
  for (const one of people) found.push(...agesOfEach(plain, one, found));
  const ofAll = found
    .filter(({ facet }) => facet === "identity")
    .filter(ofFamily);
  for (const { span } of [...people, ...ofAll]) {
    const bare = BARE_AGE.exec(plain.slice(span[1]));
    if (bare?.[2] === undefined || !/^(1[01]|[1-9])?\d$/.test(bare[2]))
      continue;
    if (bare[2] === "0") continue;
    const from = span[1] + bare[0].indexOf(bare[2]);
    if (
      found.some(
        (fact) =>
          fact.span[0] < span[1] + bare[0].length && from < fact.span[1],
      )
    )
      continue;
    found.push({
      facet: "age",
      value: bare[2],
      negated: false,
      span: [from, span[1] + bare[0].length],
      count: undefined,
    });
  }
  const inOrder = found.sort((a, b) => a.span[0] - b.span[0]);
  return eachHalf(
    plain,
    people.some(({ label }) => label !== HOME)
      ? inOrder
      : eachOfSo(plain, inOrder),
    size,
  );
}

/** 重残低保普通各一个: so many of each identity that stands before it. */
function eachOfSo(plain: string, all: readonly Fact[]): Fact[] {
  const each = EACH_SO_MANY.exec(plain);
  const count = each && smallCount(each[1] ?? "");
  const own = all.filter(
    ({ facet, span }) =>
      facet === "identity" && each !== null && span[1] <= each.index,
  );
  return own.length > 1 && count !== null
    ? all.map((fact) => (own.includes(fact) ? { ...fact, count } : fact))
    : [...all];
}
const EACH_SO_MANY = /各(?:有|是|占)?([\d一两二三四五六])(?:个|位|名|人)/;

/** 一档二档各一半, 低保普通各占一半: half of those counted are each of the two. */
function eachHalf(plain: string, all: Fact[], size: number | null): Fact[] {
  const half = EACH_HALF.exec(plain);
  if (!half || size === null || size % 2 > 0) return all;
  const two = all.filter(({ span }) => span[1] <= half.index).slice(-2);
  return all.map((fact) =>
    two.length === 2 && two.includes(fact)
      ? { ...fact, count: size / 2 }
      : fact,
  );
}

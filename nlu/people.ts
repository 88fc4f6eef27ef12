/** Whose facts are whose: identity, age, tier and count of each person that a message names. */
import type { Named } from "./cases.js";
import { countBefore, readHousehold, smallCount } from "./household.js";
import type { Household, Mention, Person, Span } from "./meaning.js";
import type { Reading } from "./numbers/reading.js";
import { listed } from "./listed-people.js";
import { bind } from "./owners.js";
import { HOME, SELF, type Fact, type Group, type Who } from "./payers.js";

interface ConceptHit {
  concept: string;
  span: Span;
}

const PREFIX = "person.";
/** Words that tell of the whole family: 低收入家庭. */
const OF_FAMILY = "of_family";
/** Names of two persons. */
const PAIRS: readonly string[] = ["父母", "夫妻"];
/** Persons that words.yaml does not name: only where they are counted or told a tier, or as a couple. */
const COUPLE = /老两口|小两口|两口子|夫妻俩|夫妻两个|夫妻二人|公婆|岳父岳母/g;
/** 我一档她二档: 她 is the one named last. */
const PRONOUN =
  /[他她](?=(是|选|要|交|买|想|也是?)?([一二12]档|低保|特困|残疾|重残|普通))/g;
const OLD = /老人家?/g;
const COUNTED_ONLY = /大人|学生娃/g;
/** 大人二档: whose tier is told is a person, too. */
const TIER_NEXT = /^(们|都|全|选|交|买|是|要)*第?[一二12]档/;
/** 两大两小: how many grown-ups and how many children. */
const BIG_AND_SMALL =
  /([\d一两二三四五六])个?大([\d一两二三四五六])个?小(?!学|区|时)/;
const HOMES =
  /(我们?|咱们?)(家|屋头|屋里)(?!属|长|门|里人口)|全家|一家人?(?=[^，,。\s]{0,4}(普通|低保|都|口|人))|家里人?|屋头|其他人?|其余的?人?|剩下的?(人|几个)?|别的人/g;
const NOT_AT_HOME: readonly string[] = ["邻居", "朋友", "同事"];

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

/** 我想问低保户…, 我说的是二档: who asks is not who is asked about. */
const ASKING =
  /^我(就|再|还|也|先)?(是?想|要|来)?(请?问|咨询|了解|知道|打听|查一?下|请教|搞清楚|(说|问|指|讲)的?(就|都)?是|(说|写|记|打|搞|弄|讲|看|算)错)/;

function persons(plain: string, concepts: readonly ConceptHit[]): Who[] {
  const found: Who[] = [];
  const taken = new Set<number>();
  const add = (label: string, [from, to]: Span, least = false): void => {
    if (label === SELF && ASKING.test(plain.slice(from))) return;
    for (let at = from; at < to; at++) if (taken.has(at)) return;
    const counted = countBefore(plain, from);
    if (least && !counted && !TIER_NEXT.test(plain.slice(to))) return;
    const pair = PAIRS.includes(label) ? 2 : undefined;
    const start = counted && label !== SELF ? counted.from : from;
    for (let at = start; at < to; at++) taken.add(at);
    found.push({
      label,
      span: [start, to],
      word: [from, to],
      byName: [],
      count: pair ?? (label === SELF ? undefined : counted?.count),
    });
  };
  const named = concepts
    .filter(({ concept }) => concept.startsWith(PREFIX))
    .map(({ concept, span }) => ({
      label: concept.slice(PREFIX.length),
      span,
    }));
  for (const { label, span } of named) if (label !== SELF) add(label, span);
  for (const match of plain.matchAll(COUPLE))
    add(/公婆|岳父/.test(match[0]) || match[0] === "老两口" ? "父母" : "夫妻", [
      match.index,
      match.index + match[0].length,
    ]);
  for (const match of plain.matchAll(HOMES))
    add(HOME, [match.index, match.index + match[0].length]);
  for (const { index } of plain.matchAll(/娃/g))
    add("孩子", [index, index + 1]);
  for (const { label, span } of named) if (label === SELF) add(label, span);
  for (const { index } of plain.matchAll(/我(?!国)/g))
    add(SELF, [index, index + 1]);
  for (const match of plain.matchAll(OLD))
    add("老人", [match.index, match.index + match[0].length]);
  for (const { index } of plain.matchAll(PRONOUN)) {
    const meant = found.filter(
      ({ label, span }) => span[1] <= index && label !== SELF && label !== HOME,
    );
    const last = meant.sort((a, b) => a.span[0] - b.span[0]).at(-1);
    if (last) add(last.label, [index, index + 1]);
  }
  for (const match of plain.matchAll(COUNTED_ONLY))
    add(
      match[0] === "大人" ? "大人" : "孩子",
      [match.index, match.index + match[0].length],
      true,
    );
  countBigAndSmall(plain, found);
  return possessed(
    plain,
    found.sort((a, b) => a.span[0] - b.span[0]),
  );
}

function countBigAndSmall(plain: string, people: readonly Who[]): void {
  const told = BIG_AND_SMALL.exec(plain);
  if (!told) return;
  for (const [label, count] of [
    ["大人", smallCount(told[1] ?? "")],
    ["孩子", smallCount(told[2] ?? "")],
  ] as const) {
    const who = people.find((one) => one.label === label);
    if (who && count !== null) who.count ??= count;
  }
}

/** 我老婆, 我家孩子, 我们老两口: 我 is no person of its own. */
function possessed(plain: string, all: Who[]): Who[] {
  return all.filter((who, at) => {
    const next = all[at + 1];
    if (who.label !== SELF && who.label !== HOME) return true;
    if (who.label === SELF && plain.slice(who.span[1]).startsWith("们"))
      return false;
    if (!next) return true;
    const gap = plain.slice(who.span[1], next.span[0]);
    return !/^(们|的|家|家里|屋头|那个?)?$/.test(gap);
  });
}

const ORDINARY = "普通居民";
const PLAIN =
  /普通(?!居民|人|门诊|住院|高|大学|医|病|话|疾|老百姓|城乡|群众|参保|家庭)|没(有)?(啥|什么|任何)?特殊(身份|情况)|啥(都|也)不是|(?<=我)[就也]?没(啥|什么)(?=[，,。；;！？?\s]|$)|(?<=(?:^|[，,。；;\s])我)(?:没工作|没上班|没单位|在家务农|在家种地|在外打工|自己打工|打工|种地|务农)(?=[，,。；;\s])/g;

/** The count and measure word that stand there: 2人, 两个. */
function countAfter(
  plain: string,
  at: number,
): { to: number; count: number } | null {
  const match = /^的?([\d一二两三四五六七八九十]{1,3})(个人?|人|位)/.exec(
    plain.slice(at),
  );
  const count = match && smallCount(match[1] ?? "");
  return match && count !== null ? { to: at + match[0].length, count } : null;
}

/** 重残2人，普通2人: how many of them there are, at the end of a clause. */
function headsBehind(
  plain: string,
  at: number,
): { to: number; count: number } | null {
  const told = countAfter(plain, at);
  return told && CLAUSE_END.test(plain.slice(told.to)) ? told : null;
}

/** 一档2个二档2个: counts that stand behind every tier, or at the end of a clause. */
function countsBehind(
  plain: string,
  mentions: readonly Mention[],
): { at: number; to: number; count: number }[] {
  const tiers = mentions
    .filter(({ facet }) => facet === "tier")
    .sort((a, b) => a.span[0] - b.span[0]);
  const last = tiers.at(-1)?.span[1] ?? 0;
  const each = plain.startsWith("各", last) && countAfter(plain, last + 1);
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

/** 我不选二档，我妈选二档: where two tiers are spoken of, the one not wanted leaves the other. */
const OTHER_TIER: Readonly<Record<string, string>> = { "1": "2", "2": "1" };

/** Everything said of persons, in order: identities, tiers, ages. */
function facts(
  plain: string,
  mentions: readonly Mention[],
  readings: readonly Reading[],
  people: readonly Who[],
): Fact[] {
  const found: Fact[] = [];
  const after = countsBehind(plain, mentions);
  const chosen = mentions.some((one) => one.facet === "tier" && !one.negated);
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
    if (told && after.length > 1) {
      found.push({
        facet,
        value,
        negated,
        span: [span[0], told.to],
        count: told.count,
      });
      continue;
    }
    const heads =
      facet === "identity" && !negated ? headsBehind(plain, span[1]) : null;
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
    const counted = countBefore(plain, span[0]);
    const own =
      counted &&
      !people.some(({ span: [a, b] }) => a <= counted.from && counted.from < b);
    found.push({
      facet,
      value,
      negated,
      span: [own ? counted.from : span[0], span[1]],
      count: own ? counted.count : undefined,
    });
  }
  for (const match of plain.matchAll(PLAIN)) {
    const end = match.index + match[0].length;
    const counted = countBefore(plain, match.index);
    const heads = counted ? null : headsBehind(plain, end);
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
  for (const { span } of people) {
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
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

export interface People {
  people: Person[];
  household: Household | null;
}

export interface PeopleNamed extends People {
  /** Where each person is named, in order. */
  named: Named[];
}

/**
 * The persons with their identity tags, ages, tiers and denied tags. Facts
 * said without any person belong to a person without a label; persons are
 * listed in the order named.
 */
export function readPeople(
  plain: string,
  mentions: readonly Mention[],
  readings: readonly Reading[],
  concepts: readonly ConceptHit[],
  circumstances: ReadonlySet<string> = new Set(),
): PeopleNamed {
  const who = persons(plain, concepts);
  const said = facts(plain, mentions, readings, who);
  const taken = [
    ...who.filter(({ count }) => count !== undefined).map(({ span }) => span),
    ...said.filter(({ count }) => count !== undefined).map(({ span }) => span),
  ];
  const bound = bind(plain, who, said);
  const { asked } = bound;
  const groups = ofFamily(bound.groups, said, concepts, circumstances);
  const household = readHousehold(plain, taken) ?? dividedGroup(plain, groups);
  const all = listed(
    plain,
    mentions,
    household,
    eachOf(plain, mentions, peopleOf(groups, household, asked)),
  );
  const single = all.length === 1 && all[0]?.count === 1 && household === null;
  return {
    people: single ? all.map((one) => ({ ...one, count: undefined })) : all,
    household,
    named: who
      .filter(({ label }) => label !== HOME)
      .map(({ label, span }) => ({ label, span })),
  };
}

const overlap = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/** 家里是低收入，小孩3岁: what is said of the family holds for those of it of whom nothing else is said. */
function ofFamily(
  groups: readonly Group[],
  said: readonly Fact[],
  concepts: readonly ConceptHit[],
  circumstances: ReadonlySet<string>,
): Group[] {
  const family = new Set(
    said
      .filter(({ span }) =>
        concepts.some(
          (one) => one.concept === OF_FAMILY && overlap(one.span, span),
        ),
      )
      .map(({ value }) => value),
  );
  const home = groups.find(
    ({ label, tags, count }) =>
      (label === HOME || label === "") &&
      count === undefined &&
      tags.length > 0 &&
      tags.every(
        (tag) => family.has(tag) || (label === HOME && ofHome(groups, tag)),
      ),
  );
  const others = groups.filter(
    (one) => one !== home && !NOT_AT_HOME.includes(one.label),
  );
  if (!home || !others.some((one) => !isBare(one) || one.byName.length > 0))
    return [...groups];
  for (const one of others)
    if (
      !one.tags.includes(ORDINARY) &&
      (others.length === 1 || one.tags.every((tag) => circumstances.has(tag)))
    )
      one.tags.push(...home.tags.filter((tag) => !one.tags.includes(tag)));
  return groups.filter((one) => one !== home);
}

/** 我们家低保，我儿子12岁: where one alone is named beside the home and nothing is told of them, what it is holds for them. */
function ofHome(groups: readonly Group[], tag: string): boolean {
  const untold = groups.filter(
    ({ label, tags, denied }) =>
      label !== HOME && tags.length + denied.length === 0,
  );
  return tag !== ORDINARY && groups.length === 2 && untold.length === 1;
}

/** 夫妻两个，一个低保一个普通: the head count of those who were told apart. */
function dividedGroup(
  plain: string,
  groups: readonly Group[],
): Household | null {
  const parts = groups.filter(({ part, label }) => part && label !== "");
  const [first] = parts;
  if (!first || EACH_OF.test(plain)) return null;
  if (groups.some(({ label }) => label !== first.label)) return null;
  const size = groups.reduce((sum, { count }) => sum + (count ?? 1), 0);
  return { size, vague: false, total: true, each: false, clash: false };
}

/** 低保户和脱贫户分别交多少: identities of different persons, not several of one. */
const EACH_OF = /分别|各自|各(要|得|该)?(交|缴|出|掏)/;

function eachOf(
  plain: string,
  mentions: readonly Mention[],
  people: readonly Person[],
): Person[] {
  const [only] = people;
  const several =
    people.length === 1 &&
    only?.label === "" &&
    only.age === null &&
    only.count === undefined &&
    only.tags.length > 1;
  return several && (EACH_OF.test(plain) || askedApart(plain, mentions))
    ? only.tags.map((tag) => ({ ...only, tags: [tag] }))
    : [...people];
}

/** 大学生二档多少，普通居民二档多少: a question of its own between any two identities. */
function askedApart(plain: string, mentions: readonly Mention[]): boolean {
  const said = mentions
    .filter(({ facet, negated }) => facet === "identity" && !negated)
    .map(({ span }) => span)
    .sort((a, b) => a[0] - b[0]);
  return said.every(([from], at) => {
    const before = said[at - 1];
    return (
      before === undefined ||
      /(多少|好多|几多)[^，,。？?；;]{0,4}[，,。？?；;]/.test(
        plain.slice(before[1], from),
      )
    );
  });
}

function peopleOf(
  groups: readonly Group[],
  household: Household | null,
  asked: readonly string[],
): Person[] {
  const home = groups.some(({ label }) => label === HOME);
  const others = groups.some((one) => one.label !== SELF && !isBare(one));
  const chosen = groups.filter(({ label }) =>
    household?.total || asked.length === 0 || asked.includes(HOME) || !others
      ? !(home && NOT_AT_HOME.includes(label))
      : asked.includes(label),
  );
  const only = chosen.length < groups.length && asked.length > 0;
  const apart =
    groups.length > 1 &&
    (household !== null ||
      new Set(groups.flatMap(({ tiers }) => tiers)).size > 1 ||
      groups.some(({ count }) => count !== undefined));
  return apartInPairs(chosen.flatMap((group) => personOf(group, apart, only)));
}

/** 夫妻两个，一个低保一个普通: each of the two, not both. */
function apartInPairs(people: readonly Person[]): Person[] {
  const told = new Set<string>();
  return people.map((person) => {
    const { label, count } = person;
    if (count !== 1 || !PAIRS.includes(label)) return person;
    const other = told.has(label);
    told.add(label);
    return { ...person, label: `${label}${other ? "另" : ""}一方` };
  });
}

const isBare = ({ tags, denied, age, tiers, count }: Group): boolean =>
  tags.length + denied.length + tiers.length === 0 &&
  age === null &&
  count === undefined;

function personOf(group: Group, apart: boolean, only: boolean): Person[] {
  const { label, denied, age, count, tiers, linked } = group;
  const unnamed = label === SELF || label === HOME;
  if (unnamed && isBare(group) && !linked && !only) return [];
  const tags = withoutMinor(group);
  const silent = tags.length + denied.length === 0 && age === null;
  if (label === "" && silent && count === undefined) return [];
  const tier = apart || count !== undefined ? tiers : [];
  return [
    {
      label: label === HOME ? "" : label,
      tags,
      denied,
      age,
      ...(tier.length === 1 ? { tier: tier[0] } : {}),
      ...(count === undefined ? {} : { count }),
    },
  ];
}

const STUDENT = "大学生";
const MINOR = "未成年人";

/** 娃儿 is a minor by that word alone: not where an age or the university says otherwise. */
function withoutMinor({ tags, byName, age }: Group): string[] {
  const own = byName.filter(
    (tag) => tag !== MINOR || (age === null && !tags.includes(STUDENT)),
  );
  return [...new Set([...tags, ...own])];
}

/**
 * The points of which a message speaks: 2023二档和2022一档 are two
 * combinations of year and tier, not four. Words that stand next to each
 * other bind; where they do not, every combination is meant and no point is
 * told.
 */
import type { Named } from "./cases.js";
import { isSaidTwice } from "./compared.js";
import type { DateFact, Mention, Point, Span } from "./meaning.js";
import { ORDINARY } from "./person-facts.js";

/** What payments may differ in. */
export type Dimension = "year" | "tier" | "identity" | "who";

interface Token {
  dimension: Dimension;
  value: string;
  span: Span;
}

type Bound = Partial<Record<Dimension, Token>>;

/** What is read apart before: who is named, which values and years are said. */
export interface Heard {
  named: readonly Named[];
  mentions: readonly Mention[];
  dates: readonly DateFact[];
}

/** Between words of one point: 2023年的二档, 大学生选一档, 2023年我想交二档. */
const TIGHT =
  /^(年度?|学年|度|的|我|都|全|想|打算|准备|选|换成?|改成?|升成?|交|缴|买|要|是|按|参保|居民|医保|\s)*$/;

/** The points of the message, each with what tells it from the others; none where nothing binds. */
export function readPoints(plain: string, heard: Heard): Point[] {
  const tokens = tokensOf(plain, heard).filter(
    ({ dimension }) => dimension !== "who",
  );
  const apart = differing(tokens);
  if (apart.length < 2) return [];
  const groups = boundIn(
    plain,
    tokens.filter(({ dimension }) => apart.includes(dimension)),
  );
  const full = groups.filter((one) => apart.every((name) => one[name]));
  if (full.length < 2) return [];
  const spoken = groups.filter((one) => !refers(one, full));
  const told = spoken.map((one, at) => completed(one, at, spoken, apart));
  const points = told.flatMap((one) => (one ? [pointOf(one)] : []));
  const different = new Set(points.map((point) => JSON.stringify(point)));
  return different.size === points.length && points.length === spoken.length
    ? points
    : [];
}

/**
 * In what the payments that are compared differ: what stands right after 比,
 * or else what is said last before the words of the comparison. Null where
 * nothing of that kind is said twice.
 */
export function comparedIn(plain: string, heard: Heard): Dimension | null {
  const tokens = tokensOf(plain, heard);
  const apart = differing(tokens);
  for (const { index } of plain.matchAll(/[比较](?!如|方|例|较)/g)) {
    const next = tokens.find(({ span }) => span[0] > index);
    if (next && /^[了着起]?$/.test(plain.slice(index + 1, next.span[0])))
      return apart.includes(next.dimension) ? next.dimension : null;
  }
  const cue = [...plain.matchAll(CUE)].at(-1)?.index;
  if (cue === undefined) return null;
  const before = tokens.filter(
    ({ dimension, span }) => span[1] <= cue && apart.includes(dimension),
  );
  const both = BOTH_TIERS.test(plain) ? "tier" : null;
  return before.at(-1)?.dimension ?? both ?? withinTier(plain, heard);
}
/** 大学生两档差多少: both tiers, none by its name. */
const BOTH_TIERS = /(两(个|种)?|[二2](个|种))[档挡](次|位)?(?!多少)/;

/** 读研选二档，跟没单位的交二档比: of one tier that is said twice, those who pay it are compared. */
const withinTier = (plain: string, { mentions }: Heard): Dimension | null =>
  mentions.some((one) => one.facet === "tier" && isSaidTwice(plain, one)) &&
  new Set(
    mentions.flatMap(({ facet, value }) => (facet === "tier" ? value : [])),
  ).size === 1
    ? "who"
    : null;
/** The words of a comparison that ask by how much. */
export const CUE =
  /相?差|[多少][交缴出掏]|[贵省涨]|便宜|[多少高低]出?(多少|好多|几多)/g;

/** The dimensions of which different values are said. */
function differing(tokens: readonly Token[]): Dimension[] {
  const values = (name: Dimension): number =>
    new Set(
      tokens
        .filter(({ dimension }) => dimension === name)
        .map(({ value }) => value),
    ).size;
  const all: readonly Dimension[] = ["year", "tier", "identity", "who"];
  return all.filter((name) => values(name) > 1);
}

function tokensOf(plain: string, { named, mentions, dates }: Heard): Token[] {
  const said = mentions.filter(
    ({ negated, questioned }) => !negated && !questioned,
  );
  const identities = said.filter(({ facet }) => facet === "identity");
  const all = dates.filter(
    ({ role, reading }) =>
      role === "year" && ["year", "school_year"].includes(reading.kind),
  );
  const paid = all.filter(
    ({ reading }) => !OF_STUDY.test(plain.slice(reading.span[1])),
  );
  const years = paid.length > 0 ? paid : all;
  const ordinary = said.filter(
    ({ facet, value, span }) =>
      facet === "insurance" &&
      value === RESIDENT &&
      !/^(医保|保险|大病|医疗)/.test(plain.slice(span[1])) &&
      !identities.some((one) => overlap(one.span, span)),
  );
  return [
    ...said
      .filter(({ facet }) => facet === "tier")
      .map(({ value, span }) => ({ dimension: "tier" as const, value, span })),
    ...identities.map(({ value, span }) => ({
      dimension: "identity" as const,
      value,
      span,
    })),
    ...(identities.length === 1 ? ordinary : []).map(({ span }) => ({
      dimension: "identity" as const,
      value: ORDINARY,
      span,
    })),
    ...years.map(({ reading }) => ({
      dimension: "year" as const,
      value: `${reading.kind}/${reading.from?.slice(0, 4) ?? ""}`,
      span: [reading.span[0], reading.span[1]] as Span,
    })),
    ...named.map(({ label, span }) => ({
      dimension: "who" as const,
      value: label,
      span,
    })),
  ].sort((a, b) => a.span[0] - b.span[0]);
}
/** 今年上大学: the year in which somebody begins to study, beside the one of a payment. */
const OF_STUDY =
  /^[刚才就]?(开始)?(考|上|读|念|进|升|入)(上|了)?的?(大学|大一|大专|本科|研究生)/;
const RESIDENT = "resident";

const overlap = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/** Words that stand next to each other, one of each dimension. */
function boundIn(plain: string, tokens: readonly Token[]): Bound[] {
  const groups: Bound[] = [];
  tokens.forEach((token, at) => {
    const before = tokens[at - 1];
    const open = groups.at(-1);
    const gap = before && plain.slice(before.span[1], token.span[0]);
    if (open && !open[token.dimension] && gap !== undefined && TIGHT.test(gap))
      open[token.dimension] = token;
    else groups.push({ [token.dimension]: token });
  });
  return groups;
}

/** 今年一档明年二档，明年比今年多多少: 明年 is the point told before. */
const refers = (one: Bound, full: readonly Bound[]): boolean =>
  !full.includes(one) &&
  Object.entries(one).every(([name, token]) =>
    full.some((other) => other[name as Dimension]?.value === token.value),
  );

/** 2022年一档、二档: what is not said again is that of the point before; of the first, that of the next. */
function completed(
  own: Bound,
  at: number,
  groups: readonly Bound[],
  apart: readonly Dimension[],
): Bound | null {
  const told: Bound = {};
  for (const name of apart) {
    const token =
      own[name] ??
      groups.slice(0, at).findLast((one) => one[name])?.[name] ??
      groups.slice(at).find((one) => one[name])?.[name];
    if (!token) return null;
    told[name] = token;
  }
  return told;
}

function pointOf({ year, tier, identity }: Bound): Point {
  const [kind, first = ""] = year?.value.split("/") ?? [];
  return {
    ...(year ? { year: Number.parseInt(first, 10) } : {}),
    ...(kind === "school_year" ? { school: true } : {}),
    ...(tier ? { tier: tier.value } : {}),
    ...(identity ? { identity: identity.value } : {}),
  };
}

/** 我今年一档我老婆明年二档: the year that each person is told, where every year is told with one. */
export function yearsOfPersons(
  plain: string,
  heard: Heard,
): ReadonlyMap<string, Point> {
  const tokens = tokensOf(plain, heard);
  const apart = differing(tokens);
  if (!apart.includes("who") || !apart.includes("year")) return new Map();
  const groups = boundIn(plain, tokens);
  const dated = groups.filter(({ year }) => year);
  const named = dated.flatMap(({ who, year }): [string, Point][] =>
    who && year ? [[who.value, pointOf({ year })]] : [],
  );
  const found = new Map(named);
  return named.length === dated.length && found.size === named.length
    ? found
    : new Map();
}

/** The difference of two amounts that stand side by side in an answer. */
import { difference } from "../../engine/compare.js";
import { exact } from "../../engine/decimal.js";
import { BENEFIT_LABELS } from "../../engine/request.js";
import type { CalcResult, Figure } from "../../engine/result.js";
import type { Vocabulary } from "../../knowledge/vocabulary.js";
import { figureText } from "../phrasing/format.js";
import { ALL_ALIKE, moreText, sameText } from "../phrasing/comparison-text.js";
import type { Reply } from "../phrasing/compose.js";
import { emptyResult, join } from "./results.js";

/**
 * The first two figures of one key and matter, each for another year, tier or
 * person; where years are compared, for two years. A deductible that stayed
 * the same is not asked for where a limit rose.
 */
function pairIn(
  figures: readonly Figure[],
  type: Figure["type"],
  ofYears: boolean,
  vocabulary: Vocabulary,
): [Figure, Figure] | null {
  const pairs: [Figure, Figure][] = [];
  for (const figure of figures) {
    const same = figures.filter(
      (one) =>
        one.key === figure.key &&
        one.type === type &&
        matterOf(one, vocabulary) === matterOf(figure, vocabulary),
    );
    const [a, b] = same;
    const apart = a?.for?.year !== b?.for?.year || !ofYears;
    const told = (a?.for && b?.for) || (a && b && caseOf(a) !== caseOf(b));
    if (same.length === 2 && a && b && told && apart) pairs.push([a, b]);
  }
  return pairs.find(([a, b]) => a.value !== b.value) ?? pairs[0] ?? null;
}

/** Of three and more that differ by their case alone, the least and the most. */
function extremesIn(
  figures: readonly Figure[],
  vocabulary: Vocabulary,
): [Figure, Figure] | null {
  const [first] = figures.filter(({ type }) => type === "money");
  const own = figures.filter(
    (one) =>
      one.key === first?.key &&
      matterOf(one, vocabulary) === matterOf(first, vocabulary),
  );
  const cases = new Set(own.map((one) => JSON.stringify(one.for ?? null)));
  if (own.length < 3 || cases.size < own.length) return null;
  const [least, most] = own.reduce<[Figure | null, Figure | null]>(
    ([least, most], one) => [
      least && exact(least.value).lte(exact(one.value)) ? least : one,
      most && exact(most.value).gte(exact(one.value)) ? most : one,
    ],
    [null, null],
  );
  return least && most ? [least, most] : null;
}

/** The figure before and after a change that one clause states: fund_cap.old and fund_cap.new, rate_old and rate_new, x_before and x. */
function changeIn(figures: readonly Figure[]): [Figure, Figure] | null {
  for (const before of figures) {
    const [, head, old] = /^(.+?)([._]old|_before)$/.exec(before.key) ?? [];
    if (head === undefined) continue;
    const key =
      old === "_before" ? head : `${head}${old?.replace("old", "new")}`;
    const after = figures.find((one) => one.key === key);
    const sums = ["money", "ratio"].includes(before.type);
    if (sums && after?.type === before.type) return [before, after];
  }
  return null;
}

/** The case that a label begins with: 职工医保 of 职工医保·大病保险起付线. */
function caseOf({ label }: Figure): string {
  const at = label.lastIndexOf("·");
  return at < 0 ? "" : label.slice(0, at).replace(/^.*：/, "");
}

/** The label without the year, the case, the county and the university that it begins with. */
function matterOf(
  { label, for: whose = {} }: Figure,
  vocabulary: Vocabulary,
): string {
  const matter = label.replace(/^.*[：·]/, "").replace(/^\d{4}年度?/, "");
  const { area, student_of: school } = whose;
  const names = [
    area ?? "",
    school === undefined ? "" : vocabulary.label("student_of", school),
  ];
  const own = names.find((name) => name !== "" && matter.startsWith(name));
  return own === undefined ? matter : matter.slice(own.length);
}

/** What tells a figure from its pair, in words. */
function nameOf({ for: whose = {} }: Figure, vocabulary: Vocabulary): string {
  return Object.entries(whose)
    .map(([slot, value]) =>
      slot === "year" ? `${value}年` : vocabulary.label(slot, value),
    )
    .join("");
}

/** The reply with the difference of its two amounts first, where two stand in it and none is told yet. */
export function withDifference(
  all: Reply,
  vocabulary: Vocabulary,
  ofYears: boolean,
): Reply {
  if (
    all.status !== "answered" ||
    all.figures.some(({ key }) => key.endsWith(".difference"))
  )
    return all;
  const change = changeIn(all.figures);
  const extremes = ofYears ? null : extremesIn(all.figures, vocabulary);
  if (extremes && extremes[0].value === extremes[1].value)
    return { ...all, lead: [ALL_ALIKE, ...all.lead] };
  const pair =
    change ??
    pairIn(all.figures, "money", ofYears, vocabulary) ??
    pairIn(all.figures, "ratio", ofYears, vocabulary) ??
    extremes;
  if (!pair) return all;
  const { result, lead } = told(
    pair,
    pair.map((one) =>
      change
        ? matterOf(one, vocabulary)
        : nameOf(one, vocabulary) || caseOf(one),
    ) as [string, string],
    all.citations,
  );
  return {
    ...all,
    ...join([result, all]),
    status: "answered",
    lead: [lead, ...all.lead],
    computed: true,
  };
}

/** Two replies of one kind, as of two places or two identities: how far their first amounts lie apart. */
export function differencesOf(
  a: Reply,
  b: Reply,
  vocabulary: Vocabulary,
): { result: CalcResult; lead: string[] } | null {
  if (a.status !== "answered" || b.status !== "answered") return null;
  const kinds = [shared(a, b, "money"), shared(a, b, "ratio")];
  // A limit that is the same for both does not tell them apart where their ratios do.
  const pairs =
    kinds.find((pairs) => pairs.some(([x, y]) => x.value !== y.value)) ??
    kinds.find((pairs) => pairs.length > 0);
  if (!pairs) return null;
  // The year stands in the name of each figure that has one.
  const dated = pairs.some((pair) => pair.some((one) => one.for?.year));
  const own = [apart(a, b, dated), apart(b, a, dated)];
  // What tells two sums of several persons apart is not what all of them are.
  const sums =
    pairs.some(([{ key }]) => key.endsWith(".total")) &&
    [a, b].some(({ figures }) => figures.some((one) => one.for?.member));
  const clear = !sums || (ofOneTier(a) && ofOneTier(b));
  const { citations } = join([a, b]);
  const all = pairs.map((pair) => {
    const [left, right] = namesOf(pair, own, clear, vocabulary);
    const { result, lead } = told(pair, [left, right], citations);
    const [one] = pair;
    const which = isOneOfSeveral(one, a.figures)
      ? `${ownOf(one, a.figures) || undated(one)}：`
      : "";
    return { result, lead: `${which}${lead}` };
  });
  return {
    result: join(all.map(({ result }) => result)),
    lead: all.map(({ lead }) => lead),
  };
}

/** The figures of a type to set side by side: of the first key in which they differ, else of the first that both have. */
function shared(a: Reply, b: Reply, kind: Figure["type"]): [Figure, Figure][] {
  const keys = [
    ...new Set(
      a.figures.flatMap(({ type, key }) =>
        type === kind && b.figures.some((one) => one.key === key) ? [key] : [],
      ),
    ),
  ];
  const all = keys
    .map((key) => {
      const of = ({ figures }: Reply): Figure[] =>
        figures.filter((one) => one.key === key);
      return paired(of(a), of(b), placeOf(a) !== placeOf(b)).filter(
        ([one, other]) =>
          isBound(one) === isBound(other) &&
          !ofOtherSpans(one, other) &&
          !ofOtherYears([one, a], [other, b]),
      );
    })
    .filter((pairs) => pairs.length > 0);
  const [first = []] = all;
  // What the shares come to decides, however they are shared out.
  if (first.some(([{ key }]) => key.endsWith(".total"))) return first;
  return (
    all.find((pairs) => pairs.some(([x, y]) => x.value !== y.value)) ?? first
  );
}

/** 不低于150: what is set against an exact amount is no difference. */
const isBound = ({ label }: Figure): boolean => label.includes("（不低于）");

/** What a limit is for: （每年）, （每日）. */
const spanOf = ({ label }: Figure): string | undefined =>
  /（每(.)/.exec(label)?.[1];

/** A year's limit and a day's: no difference of the two says anything. */
function ofOtherSpans(one: Figure, other: Figure): boolean {
  const [a, b] = [spanOf(one), spanOf(other)];
  return a !== undefined && b !== undefined && a !== b;
}

/** A sum of 2022 and one that could be told for 2023 alone. */
function ofOtherYears(...sides: readonly [Figure, Reply][]): boolean {
  const years = sides.map(
    ([{ for: whose }, { conditions }]) =>
      whose?.year ??
      `${conditions.find(({ slot }) => slot === "year")?.value ?? ""}`,
  );
  const dated = sides.some(([{ for: whose }]) => whose?.year !== undefined);
  const known = years.filter((year) => /^\d{4}$/.test(year));
  return dated && known.length === 2 && new Set(known).size > 1;
}

const placeOf = ({ conditions }: Reply): unknown =>
  conditions.find(({ slot }) => slot === "jurisdiction")?.value;

/** The figures to set side by side: those for the same tier, or the only one with each of the others. */
function paired(
  a: readonly Figure[],
  b: readonly Figure[],
  ofPlaces: boolean,
): [Figure, Figure][] {
  if (a.length === 1 || b.length === 1) {
    const all = a.flatMap((one) =>
      b.map((other): [Figure, Figure] => [one, other]),
    );
    // 大人要是二档, after both tiers: told apart from the other tier, and not from itself.
    const apart = all.filter(([one, other]) => one.value !== other.value);
    return apart.length > 0 && !ofPlaces ? apart : all;
  }
  const pairs = a.flatMap((one) => {
    const other = b.find(
      (figure) =>
        whoseOf(figure) === whoseOf(one) &&
        (!isOneOfSeveral(one, a) || ownOf(figure, b) === ownOf(one, a)),
    );
    return other ? [[one, other] as [Figure, Figure]] : [];
  });
  // A year's limit rose and a day's did not: of several matters those that differ.
  const apart = pairs.filter(([one, other]) => one.value !== other.value);
  const mixed = pairs.some(([one]) => isOneOfSeveral(one, a));
  return mixed && apart.length > 0 ? apart : pairs;
}

const whoseOf = ({ for: whose }: Figure): string => JSON.stringify(whose) ?? "";
const undated = ({ label }: Figure): string => label.replace(/\d{4}年度?/, "");

/** 甲类, of 基层医疗卫生机构·甲类·报销比例 beside 基层医疗卫生机构·乙类·报销比例: what tells a figure from the others of its side. */
function ownOf(one: Figure, all: readonly Figure[]): string {
  // （已签约家庭医生） tells the two replies apart, （每年） what a limit is for.
  const of = (figure: Figure): string[] =>
    undated(figure)
      .replace(/（(?!每)[^）]*）/g, "")
      .split("·");
  const others = all.filter(({ key }) => key === one.key).map(of);
  const own = of(one).filter(
    (part) => !others.every((parts) => parts.includes(part)),
  );
  return own.join("·");
}

/** 甲类 and 乙类, a year's and a day's limit: figures of one key and person, told apart by their labels alone. */
const isOneOfSeveral = (one: Figure, all: readonly Figure[]): boolean =>
  all.filter(
    (figure) => figure.key === one.key && whoseOf(figure) === whoseOf(one),
  ).length > 1;

/** What the two of a pair are called: by what tells their questions apart, else by their place and amount. */
function namesOf(
  pair: readonly [Figure, Figure],
  own: readonly string[],
  clear: boolean,
  vocabulary: Vocabulary,
): [string, string] {
  const [left = "", right = ""] = pair.map(
    (one, at) => `${own[at] ?? ""}${nameOf(one, vocabulary)}`,
  );
  const told = own[0] !== own[1] && left !== "" && right !== "";
  if (clear && told) return [left, right];
  const [first = "", last = ""] = pair.map(
    (one, at) =>
      `${FIRST_AND_LAST[at] ?? ""}${nameOf(one, vocabulary)}（${figureText(one)}）`,
  );
  return [first, last];
}

/** What tells a reply from the other: the conditions that the other does not share. */
function apart(one: Reply, other: Reply, dated: boolean): string {
  const own = one.conditions.filter(
    ({ slot, value }) =>
      !(dated && slot === "year") &&
      !other.conditions.some(
        (their) => their.slot === slot && their.value === value,
      ),
  );
  return own.map(({ label }) => label).join("");
}

/** Everybody of a family has the same tier. */
const ofOneTier = ({ conditions }: Reply): boolean =>
  conditions.filter(({ slot }) => slot === "tier").length === 1 &&
  conditions.every(({ slot }) => slot !== "identity");

/** Two questions of which nothing tells one or the other. */
const FIRST_AND_LAST = ["前一种情况", "后一种情况"];

function told(
  [a, b]: readonly [Figure, Figure],
  names: readonly [string, string],
  citations: CalcResult["citations"],
): { result: CalcResult; lead: string } {
  const head = a.key.split(".")[0] ?? a.key;
  const base = head in BENEFIT_LABELS ? head : "fact";
  const label = `${names[0]}与${names[1]}相差`;
  const all = citations.map((_, at) => at);
  const { figure, step, sign } = difference(`${base}.difference`, label, a, b);
  const [more, less] = sign < 0 ? names : [names[1], names[0]];
  const result = {
    ...emptyResult("answered"),
    citations: [...citations],
    figures: [{ ...figure, citations: all }],
    steps: [{ ...step, citations: all }],
  };
  return {
    result,
    lead: sign === 0 ? sameText(names, figure) : moreText(more, less, figure),
  };
}

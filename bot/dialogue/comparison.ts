/** The difference of two amounts that stand side by side in an answer. */
import { difference } from "../../engine/compare.js";
import { BENEFIT_LABELS } from "../../engine/request.js";
import type { CalcResult, Figure } from "../../engine/result.js";
import type { Vocabulary } from "../../knowledge/vocabulary.js";
import { moreText, sameText } from "../phrasing/comparison-text.js";
import type { Reply } from "../phrasing/compose.js";
import { emptyResult, join } from "./results.js";

/**
 * The first two figures of one key and matter, each for another year, tier or
 * person; where years are compared, for two years.
 */
function pairIn(
  figures: readonly Figure[],
  type: Figure["type"],
  ofYears: boolean,
): [Figure, Figure] | null {
  for (const figure of figures) {
    const same = figures.filter(
      (one) =>
        one.key === figure.key &&
        one.type === type &&
        matterOf(one) === matterOf(figure),
    );
    const [a, b] = same;
    const apart = a?.for?.year !== b?.for?.year || !ofYears;
    const told = (a?.for && b?.for) || (a && b && caseOf(a) !== caseOf(b));
    if (same.length === 2 && a && b && told && apart) return [a, b];
  }
  return null;
}

/** The figure before and after a change that one clause states: fund_cap.old and fund_cap.new, x_before and x. */
function changeIn(figures: readonly Figure[]): [Figure, Figure] | null {
  for (const before of figures) {
    const [, head, old] = /^(.+?)(\.old|_before)$/.exec(before.key) ?? [];
    if (head === undefined) continue;
    const key = old === ".old" ? `${head}.new` : head;
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

/** The label without the year, the case and the county that it begins with. */
function matterOf({ label, for: whose = {} }: Figure): string {
  const matter = label.replace(/^.*[：·]/, "").replace(/^\d{4}年度?/, "");
  const { area } = whose;
  return area !== undefined && matter.startsWith(area)
    ? matter.slice(area.length)
    : matter;
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
  const pair =
    change ??
    pairIn(all.figures, "money", ofYears) ??
    pairIn(all.figures, "ratio", ofYears);
  if (!pair) return all;
  const { result, lead } = told(
    pair,
    pair.map((one) =>
      change ? matterOf(one) : nameOf(one, vocabulary) || caseOf(one),
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
  const shared = (kind: Figure["type"]): [Figure, Figure][] => {
    const key = a.figures.find(
      ({ type, key }) =>
        type === kind && b.figures.some((one) => one.key === key),
    )?.key;
    const of = ({ figures }: Reply): Figure[] =>
      figures.filter((one) => one.key === key);
    return key === undefined ? [] : paired(of(a), of(b));
  };
  const kinds = [shared("money"), shared("ratio")];
  // A limit that is the same for both does not tell them apart where their ratios do.
  const pairs =
    kinds.find((pairs) => pairs.some(([x, y]) => x.value !== y.value)) ??
    kinds.find((pairs) => pairs.length > 0);
  if (!pairs) return null;
  const own = [apart(a, b), apart(b, a)];
  // What tells two sums of several persons apart is not what all of them are.
  const sums = pairs.some(([{ key }]) => key.endsWith(".total"));
  const named = own[0] !== own[1] && !own.includes("");
  const names = named && !sums ? own : FIRST_AND_LAST;
  const { citations } = join([a, b]);
  const all = pairs.map((pair) => {
    const [left, right] = pair.map(
      (one, at) => `${names[at] ?? ""}${nameOf(one, vocabulary)}`,
    );
    return told(pair, [left ?? "", right ?? ""], citations);
  });
  return {
    result: join(all.map(({ result }) => result)),
    lead: all.map(({ lead }) => lead),
  };
}

/** The figures to set side by side: those for the same tier, or the only one with each of the others. */
function paired(
  a: readonly Figure[],
  b: readonly Figure[],
): [Figure, Figure][] {
  if (a.length === 1 || b.length === 1) {
    const all = a.flatMap((one) =>
      b.map((other): [Figure, Figure] => [one, other]),
    );
    // 大人要是二档, after both tiers: told apart from the other tier, and not from itself.
    const apart = all.filter(([one, other]) => one.value !== other.value);
    return apart.length > 0 ? apart : all;
  }
  return a.flatMap((one) => {
    const whose = JSON.stringify(one.for);
    const other = b.find((figure) => JSON.stringify(figure.for) === whose);
    return other ? [[one, other] as [Figure, Figure]] : [];
  });
}

/** What tells a reply from the other: the conditions that the other does not share. */
function apart(one: Reply, other: Reply): string {
  const own = one.conditions.filter(
    ({ slot, value }) =>
      !other.conditions.some(
        (their) => their.slot === slot && their.value === value,
      ),
  );
  return own.map(({ label }) => label).join("");
}

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

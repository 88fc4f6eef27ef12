/** The difference of two amounts that stand side by side in an answer. */
import { difference } from "../../engine/compare.js";
import type { CalcResult, Figure } from "../../engine/result.js";
import type { Vocabulary } from "../../knowledge/vocabulary.js";
import { moreText, sameText } from "../phrasing/comparison-text.js";
import type { Reply } from "../phrasing/compose.js";
import { emptyResult, join } from "./results.js";

/** The first two amounts of one key and matter, each for another year, tier or person. */
function pairIn(figures: readonly Figure[]): [Figure, Figure] | null {
  for (const figure of figures) {
    const same = figures.filter(
      (one) =>
        one.key === figure.key &&
        one.type === "money" &&
        matterOf(one) === matterOf(figure),
    );
    const [a, b] = same;
    if (same.length === 2 && a?.for && b?.for) return [a, b];
  }
  return null;
}

/** The label without the year and the case that it begins with. */
function matterOf({ label }: Figure): string {
  return label.replace(/^.*[：·]/, "").replace(/^\d{4}年度?/, "");
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
export function withDifference(all: Reply, vocabulary: Vocabulary): Reply {
  if (
    all.status !== "answered" ||
    all.figures.some(({ key }) => key.endsWith(".difference"))
  )
    return all;
  const pair = pairIn(all.figures);
  if (!pair) return all;
  const { result, lead } = told(
    pair,
    pair.map((one) => nameOf(one, vocabulary)) as [string, string],
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

/** Two replies of one kind, as of two places: the difference of their first amounts. */
export function differenceOf(
  a: Reply,
  b: Reply,
): { result: CalcResult; lead: string } | null {
  const first = (one: Reply): Figure | undefined =>
    one.figures.find(({ type }) => type === "money");
  const [left, right] = [first(a), first(b)];
  if (
    a.status !== "answered" ||
    b.status !== "answered" ||
    !left ||
    !right ||
    left.key !== right.key
  )
    return null;
  const alone = (one: Reply, figure: Figure): boolean =>
    one.figures.filter(({ key }) => key === figure.key).length === 1;
  if (!alone(a, left) || !alone(b, right)) return null;
  const names = [a, b].map(
    ({ conditions }) =>
      conditions.find(({ slot }) => slot === "jurisdiction")?.label ?? "",
  );
  if (names[0] === names[1]) return null;
  return told([left, right], names as [string, string], join([a, b]).citations);
}

function told(
  [a, b]: readonly [Figure, Figure],
  names: readonly [string, string],
  citations: CalcResult["citations"],
): { result: CalcResult; lead: string } {
  const base = a.key.split(".")[0] ?? a.key;
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
    lead: sign === 0 ? sameText(names) : moreText(more, less, figure),
  };
}

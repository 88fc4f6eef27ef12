/** Clauses that each ask something of their own: 职工超过15万报多少，居民起付线多少. */
import type { Mention } from "./meaning.js";

/** More are no question that people ask. */
const MOST = 4;
/** What is asked of one of these is not asked of the other. */
const APART: readonly string[] = ["insurance", "employment"];
const ASKS = /多少|好多|几|吗|怎么|咋|百分之|要不要|能不能/;

interface Clause {
  text: string;
  from: number;
  to: number;
}

/**
 * The clauses as messages of their own, where each asks something else of
 * another insurance or of other people, or one asks of a payer and another of
 * a person. Empty where they are one question: 在职报多少，退休报多少.
 */
export function ownQuestions(
  plain: string,
  mentions: readonly Mention[],
): string[] {
  const clauses = clausesOf(plain);
  if (clauses.length < 2 || clauses.length > MOST) return [];
  if (!clauses.every(({ text }) => ASKS.test(text) && !text.endsWith("呢")))
    return [];
  const said = clauses.map(({ from, to }) =>
    mentions.filter(
      ({ span, negated }) => !negated && span[0] >= from && span[1] <= to,
    ),
  );
  return differ(said, clauses) || payersApart(said)
    ? clauses.map(({ text }) => text)
    : [];
}

function clausesOf(plain: string): Clause[] {
  return [...plain.matchAll(/[^，,。；;！!？?\n]+/g)].map(
    ({ index, 0: text }) => ({
      text: text.trim(),
      from: index,
      to: index + text.length,
    }),
  );
}

const valuesOf = (said: readonly Mention[], facet: string): string =>
  said
    .filter((one) => one.facet === facet)
    .map(({ value }) => value)
    .join();

function differ(
  said: readonly (readonly Mention[])[],
  clauses: readonly Clause[],
): boolean {
  const asked = clauses.map(({ text, from }, at) =>
    questionOf(text, from, said[at] ?? []),
  );
  return (
    new Set(asked).size === asked.length &&
    APART.some((facet) => {
      const values = said.map((own) => valuesOf(own, facet));
      return !values.includes("") && new Set(values).size === values.length;
    })
  );
}

/** The words of the question from its last mention on. */
function questionOf(
  text: string,
  from: number,
  said: readonly Mention[],
): string {
  const last = Math.max(0, ...said.map(({ span }) => span[1] - from));
  return text.slice(last);
}

/** 灵活就业交百分之几，单位交百分之几. */
function payersApart(said: readonly (readonly Mention[])[]): boolean {
  const kinds = said.map((own) =>
    ["payer", "identity"].filter((facet) => valuesOf(own, facet) !== "").join(),
  );
  return (
    new Set(kinds).size === 2 &&
    kinds.includes("payer") &&
    kinds.includes("identity")
  );
}

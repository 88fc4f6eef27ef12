/** Which terms a message asks to have explained, apart from those it uses to ask for something else. */
import type { Span } from "./meaning.js";
import type { ConceptHit, Found } from "./mentions.js";

/** What is asked beside a term: 大病保险看不懂，报多少 asks for the amount. */
const OTHERWISE = new Set([
  "how_much",
  "ratio",
  "when",
  "deadline",
  "exempt",
  "late",
  "domain.papers",
]);
/** 低保户起付线一样不 names no two things that are told apart; 起付线和门槛费一样吗 does. */
const DIFFERENCE =
  /区别|不同|差别|一回事|啥关系|什么关系|[和跟与同、].*(不一样|一样[吗不])/;
/** Around a term and 是什么 alone: 请问那个起付线是啥呀. */
const FILLERS =
  /请问|你好|您好|想问|到底|究竟|所谓|这个|那个|[的那呢呀啊嘛\p{P}\s]/gu;
/** More are not explained at once. */
const MOST = 3;

/** The terms to explain, in the order named; none where the message asks for something else. */
export function explained(
  plain: string,
  { concepts, terms, places }: Found,
): string[] {
  if (terms.length === 0) return [];
  const named = terms.map(({ span }) => span);
  const cues = concepts.filter(
    ({ concept, span }) =>
      concept === "explain" && !besideQuestion(plain, span, named),
  );
  const all = [...new Set(terms.map(({ term }) => term))].slice(0, MOST);
  const otherwise = concepts.some(
    ({ concept, span }) =>
      OTHERWISE.has(concept) && !within(span, [...named, ...spans(cues)]),
  );
  if (otherwise) return [];
  if (cues.length > 0) return all;
  if (places.length > 0) return [];
  if (all.length > 1 && DIFFERENCE.test(plain)) return all;
  const soft = concepts.filter(({ concept }) => concept === "explain_soft");
  const rest = without(plain, [...named, ...spans(soft)]);
  return soft.length > 0 && rest.replace(FILLERS, "") === "" ? all : [];
}

/** 我们不太懂这些，一档交多少钱: who says so of no word asks what the other clause asks. */
function besideQuestion(
  plain: string,
  [from, to]: Span,
  named: readonly Span[],
): boolean {
  const start =
    from -
    (/[^，,。；;！!？?\s]*$/.exec(plain.slice(0, from))?.[0].length ?? 0);
  const end =
    to + (/^[^，,。；;！!？?\s]*/.exec(plain.slice(to))?.[0].length ?? 0);
  const ofTerm = named.some(([a, b]) => a < end && b > start);
  const others = `${plain.slice(0, start)}，${plain.slice(end)}`;
  // 不太懂这些，低保户要交钱不: what follows is the question.
  const before = start === 0 && plain.length - end > LEAST_ASKED;
  return !ofTerm && (before || ASKED.test(others));
}
const LEAST_ASKED = 6;
const ASKED = /多少|几|吗|怎么|咋|哪|啥时|什么时候|(.)不\1|有没有|呢/;

/** The terms that a message consists of: 自付？ */
export function alone(plain: string, { terms }: Found): string[] {
  const rest = without(
    plain,
    terms.map(({ span }) => span),
  );
  const all = [...new Set(terms.map(({ term }) => term))];
  return rest.replace(FILLERS, "") === "" ? all.slice(0, MOST) : [];
}

const spans = (hits: readonly ConceptHit[]): Span[] =>
  hits.map(({ span }) => span);

function within([from, to]: Span, others: readonly Span[]): boolean {
  return others.some(([a, b]) => a <= from && to <= b);
}

function without(plain: string, taken: readonly Span[]): string {
  const characters = plain.split("");
  for (const [from, to] of taken) characters.fill(" ", from, to);
  return characters.join("");
}

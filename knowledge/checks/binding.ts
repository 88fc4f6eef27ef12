/**
 * To whom and when a number belongs: the nearest word before it that names a
 * tier, a class, a person or a year must be one of the provision's own. Words
 * in brackets speak only of numbers in the same brackets.
 */
import { findFigures, type TextFigure } from "../figures.js";
import type { Provision } from "../schema.js";
import type { Subject } from "./subject.js";
import { type Term, termsIn } from "./terms.js";

export interface Bound {
  subject: Subject;
  provision: Provision;
  quote: string;
  /** The words of the quotation that hold the number. */
  at: string;
  figure: TextFigure;
}

export interface Fault {
  part: string;
  message: string;
}

/** Facets that documents set side by side in one sentence. */
const FACETS = [
  "tier",
  "class",
  "institution",
  "insurance",
  "employment",
  "student_of",
  "payer",
  "disease",
] as const;
/** Where these stand before a number, a provision that names none of them would hold for all. */
const NEEDED: readonly string[] = ["tier", "class", "employment"];

/** Why the number belongs to another tier, year or person; null when it does not. */
export function bindingFault(bound: Bound): Fault | null {
  for (const facet of FACETS) {
    const own =
      bound.provision.where[facet] ??
      (facet === "insurance" ? bound.subject.notice.insurance : undefined);
    if (own === undefined && !NEEDED.includes(facet)) continue;
    const fault = facetFault(bound, facet, own ?? []);
    if (fault) return { part: `where › ${facet}`, message: fault };
  }
  const person = identityFault(bound);
  if (person) return { part: "who", message: person };
  const year = yearFault(bound);
  return year ? { part: "period", message: year } : null;
}

function facetFault(
  bound: Bound,
  facet: (typeof FACETS)[number],
  own: readonly string[],
): string | null {
  const { vocabulary } = bound.subject.parts;
  const terms = termsIn(vocabulary, facet, bound.quote);
  const nearest = nearestBefore(terms, bound);
  const listed = respectively(bound, terms, own);
  if (listed === true || !nearest) return null;
  if (listed === null && nearest.values.some((id) => own.includes(id)))
    return null;
  if (own.length === 0 && !sameSegment(nearest, bound)) return null;
  const ownLabels = own.map((id) => vocabulary.label(facet, id)).join("、");
  return `在原文里写在“${nearest.text}”后面，这里却${ownLabels === "" ? `没有写${vocabulary.facetLabel(facet)}` : `记在“${ownLabels}”名下`}；请核对`;
}

const OTHERS = /其[他它余]/g;
/** Words that take a person out rather than name whom the number is for. */
const EXCLUDING = /(?:不含|不包括|除)[^，,。；;]{0,10}$/;

function identityFault(bound: Bound): string | null {
  const { vocabulary } = bound.subject.parts;
  const { all = [], any = [] } = bound.provision.who;
  const own = [...all, ...any];
  const isOwn = ({ values }: Term): boolean =>
    values.some((id) => own.includes(id));
  const others: Term[] = [...bound.quote.matchAll(OTHERS)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    text: match[0],
    values: [],
  }));
  const terms = termsIn(vocabulary, "identity", bound.quote).filter(
    (term) =>
      !EXCLUDING.test(bound.quote.slice(0, term.from)) &&
      !partOfOwn(bound, term),
  );
  const nearest = nearestBefore(
    [...terms, ...others].sort((a, b) => a.from - b.from),
    bound,
  );
  if (!nearest || isOwn(nearest)) return null;
  const names = own.map((id) => vocabulary.label("identity", id)).join("、");
  if (nearest.values.length === 0) {
    const before = terms.filter((term) => term.to <= nearest.from);
    const named = before.flatMap(({ values }) => values);
    return own.length > 0 && own.every((tag) => named.includes(tag))
      ? `在原文里是“${bound.quote.slice(nearest.from, nearest.from + 8)}”的，不是“${names}”的；请核对身份`
      : null;
  }
  if (own.length === 0 && !sameSegment(nearest, bound)) return null;
  return own.length === 0
    ? `在原文里写在“${nearest.text}”后面，这里却没有写身份；请核对`
    : `在原文里写在“${nearest.text}”后面，这里却记在“${names}”名下；请核对身份`;
}

/** Part of a longer word that names one of the provision's own facets: 部属大学生. */
function partOfOwn({ subject, provision, quote }: Bound, term: Term): boolean {
  return FACETS.some((facet) =>
    termsIn(subject.parts.vocabulary, facet, quote).some(
      ({ from, to, values }) =>
        from <= term.from &&
        term.to <= to &&
        to - from > term.to - term.from &&
        values.some((id) => provision.where[facet]?.includes(id)),
    ),
  );
}

/** No comma between the word and the number. */
function sameSegment({ to }: Term, { quote, figure }: Bound): boolean {
  return !/[，,、；;。]/.test(quote.slice(to, figure.from));
}

const DATES: readonly string[] = ["date", "month", "year"];

function yearFault(bound: Bound): string | null {
  const { from, to } = bound.provision.period;
  const dates = findFigures(bound.quote).filter(({ kind }) =>
    DATES.includes(kind),
  );
  const nearest = nearestBefore(dates, bound);
  if (!nearest) return null;
  const year = nearest.value.slice(0, 4);
  if (from.slice(0, 4) <= year && (to === null || year <= to.slice(0, 4)))
    return null;
  return `在原文里写在“${nearest.text}”后面，这里的期间却是 ${from} 至 ${to ?? "今后"}；请核对年度`;
}

/** The last word before the number among those that may speak of it. */
function nearestBefore<T extends { from: number; to: number }>(
  words: readonly T[],
  { quote, figure }: Bound,
): T | undefined {
  const inside = bracketsAround(quote, figure.from);
  return words.findLast(
    ({ from, to }) =>
      to <= figure.from &&
      bracketsAround(quote, from).every((open) => inside.includes(open)),
  );
}

/** Where the brackets open that stand around a place. */
function bracketsAround(text: string, place: number): number[] {
  const open: number[] = [];
  for (let at = 0; at < place; at += 1) {
    const sign = text.charAt(at);
    if (/[(（[〔]/.test(sign)) open.push(at);
    else if (/[)）\]〕]/.test(sign)) open.pop();
  }
  return open;
}

/**
 * “A和B …分别为65%和50%”: the first word takes the first number. Null where
 * the sentence sets no such lists side by side.
 */
function respectively(
  { quote, figure }: Bound,
  terms: readonly Term[],
  own: readonly string[],
): boolean | null {
  const split = quote.lastIndexOf("分别", figure.from);
  if (split < 0) return null;
  const words = terms.filter(({ to }) => to <= split);
  const numbers = findFigures(quote).filter(
    ({ from, kind }) => from > split && kind === figure.kind,
  );
  const place = numbers.findIndex(({ from }) => from === figure.from);
  const count = new Set(words.map(({ values }) => values.join())).size;
  if (count !== numbers.length || words.length !== count) return null;
  return words[place]?.values.some((id) => own.includes(id)) ?? false;
}

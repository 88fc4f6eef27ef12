/** A message cut into stretches, each with the meanings found in it. */
import type { Lexicon } from "./lexicon.js";
import type { Mention, Span } from "./meaning.js";
import type { ConceptHit } from "./mentions.js";
import type { Placed } from "./placed.js";
import type { Stretch } from "./stretch.js";

const BREAKS =
  /[。！？!?；;\n，,、]|\s{1,}|(?<=[多好]少钱?|多钱|[好几]多|几块|[吗呢])(?=还有|另外|以及|顺便|(?:[上就又]?涨|提高|增加)[了过](?:多少|好多|几)|从几|比[去上]一?年)/g;

/** What the message gives to compute with. */
export interface Said {
  /** An amount or a day of birth. */
  hasCase: boolean;
  /** A birth not long ago. */
  hasBirth: boolean;
  /** The day on which an insurance broke off. */
  hasBreak: boolean;
  /** A day of payment. */
  hasDay: boolean;
  /** Care before a day of payment: 今天才交，上个月看的病能报吗. */
  hasEarlierCare: boolean;
  /** Years in which a deductible was not exceeded. */
  hasYearsBelow: boolean;
  /** Care in a place that is not the place of insurance: 在北京看病. */
  away: boolean;
  /** Several years or school years. */
  hasYears: boolean;
}
export const NOTHING: Said = {
  hasCase: false,
  hasBirth: false,
  hasBreak: false,
  hasDay: false,
  hasEarlierCare: false,
  hasYearsBelow: false,
  away: false,
  hasYears: false,
};
/** What a place away from that of insurance is called in the patterns of topics. */
const AWAY = "外地";

/** One stretch with what was found in it. */
export function stretchOf(
  lexicon: Lexicon,
  [from, to]: Span,
  plain: string,
  concepts: Placed<ConceptHit>,
  mentions: Placed<Mention>,
  given: Said,
): Stretch {
  const live = concepts
    .inside([from, to])
    .filter((hit) => !(hit.denied && isDeniable(hit.concept)));
  const covered = new Map<string, string[]>();
  for (const { concept, span } of live) {
    const words = covered.get(concept);
    if (words) words.push(plain.slice(...span));
    else covered.set(concept, [plain.slice(...span)]);
  }
  const said = mentions.inside([from, to]).filter(({ negated }) => !negated);
  const values = (facet: string): Set<string> =>
    new Set(
      said
        .filter((mention) => mention.facet === facet)
        .map(({ value }) => value),
    );
  const { present } = lexicon.scan(plain.slice(from, to));
  if (given.away) present.add(AWAY);
  return {
    span: [from, to],
    concepts: new Set(live.map(({ concept }) => concept)),
    facets: new Set(said.map(({ facet }) => facet)),
    identities: values("identity"),
    mayBeAided: [...values("identity")].some(
      (id) => !lexicon.circumstances.has(id),
    ),
    diseases: values("disease"),
    institutions: values("institution"),
    topics: (known) => lexicon.topics(present, known),
    covered,
    ...given,
  };
}

/** Concepts that a denial takes away; elsewhere 不 belongs to the question (不用交吗). */
export const DENIABLE = new Set([
  "outpatient",
  "inpatient",
  "catastrophic",
  "assistance",
  "chronic",
]);

/** 没住院; 没超过起付线，今年起付线多少: denied, the words ask for nothing. */
const isDeniable = (concept: string): boolean =>
  DENIABLE.has(concept) || concept === "role_above";

/** The stretches between breaks. */
export function split(plain: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of plain.matchAll(BREAKS)) {
    if (match.index > from) spans.push([from, match.index]);
    from = match.index + match[0].length;
  }
  if (from < plain.length) spans.push([from, plain.length]);
  return spans;
}

const CARES = new Set([...DENIABLE, "special_assistance"]);
const NUMBERS = new Set(["deductible", "limit", "ratio"]);

/** 大病起付线和门诊限额各多少: a piece for each care whose number is asked. */
export function joined(
  plain: string,
  [from, to]: Span,
  concepts: Placed<ConceptHit>,
): Span[] {
  const pieces: Span[] = [];
  let start = from;
  for (const match of plain.slice(from, to).matchAll(/和|与|跟|及|还有/g)) {
    pieces.push([start, from + match.index]);
    start = from + match.index + match[0].length;
  }
  pieces.push([start, to]);
  if (pieces.length === 1) return pieces;
  const within = (piece: Span, wanted: ReadonlySet<string>): string[] =>
    concepts
      .inside(piece)
      .filter(({ concept }) => wanted.has(concept))
      .map(({ concept }) => concept);
  const cares = pieces.map((piece) => [...new Set(within(piece, CARES))]);
  const apart =
    cares.every((own) => own.length === 1) &&
    new Set(cares.flat()).size === pieces.length &&
    pieces.every((piece) => within(piece, NUMBERS).length > 0);
  return apart ? pieces : [[from, to]];
}

/**
 * Recognizers-Text as the second reader of plain Chinese numerals.
 *
 * Our own grammar has already decided where a numeral stands, what it counts,
 * and rewritten it with a unit at every digit (两千三 → 二千三百). A value is
 * accepted only where the number parser of Recognizers-Text reads the same out
 * of that writing. Its extractor (10 times the cost, and the source of its
 * misreadings) and its currency and date models are never called.
 */
import recognizers from "@microsoft/recognizers-text-number";

const {
  AgnosticNumberParserFactory,
  AgnosticNumberParserType,
  ChineseNumberParserConfiguration,
} = recognizers;

const parser = AgnosticNumberParserFactory.getParser(
  AgnosticNumberParserType.Number,
  new ChineseNumberParserConfiguration(),
);

/** Second readings by numeral. Numerals below 10,000 have few spellings: it stays small. */
const cache = new Map<string, string>();

/**
 * Our own value of a plain Chinese numeral below 10,000 where the second
 * reader agrees; undefined where it does not, and the numeral is not read.
 */
export function agreed(numeral: string, own: number): number | undefined {
  let second = cache.get(numeral);
  if (second === undefined)
    cache.set(numeral, (second = secondReading(numeral)));
  return second === String(own) ? own : undefined;
}

/** One call of the parser. */
function secondReading(numeral: string): string {
  const result = parser.parse({
    start: 0,
    length: numeral.length,
    text: numeral,
    type: "builtin.num",
    data: "Integer",
  });
  return result?.resolutionStr ?? "";
}

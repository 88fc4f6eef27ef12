/**
 * Recognizers-Text as the reader of plain Chinese numerals.
 *
 * Only its number parser is used: our own grammar has already decided where a
 * numeral stands and rewritten it with a unit at every digit (两千三 →
 * 二千三百), which the parser reads without fault. Its extractor (10 times the
 * cost, and the source of its misreadings) and its currency and date models
 * are never called.
 */
import recognizers from "@microsoft/recognizers-text-number";
import { digitsToInt } from "../../knowledge/dates.js";

const {
  AgnosticNumberParserFactory,
  AgnosticNumberParserType,
  ChineseNumberParserConfiguration,
} = recognizers;

const parser = AgnosticNumberParserFactory.getParser(
  AgnosticNumberParserType.Number,
  new ChineseNumberParserConfiguration(),
);

/** Results by numeral. Numerals below 10,000 have few spellings: it stays small. */
const cache = new Map<string, number>();

/** The value of a plain Chinese numeral below 10,000, every digit with its unit. */
export function recogniseNumeral(numeral: string): number {
  const known = cache.get(numeral);
  if (known !== undefined) return known;
  const value = parse(numeral);
  cache.set(numeral, value);
  return value;
}

/** One call of the parser; a result that is no integer is a fault of our rewriting. */
function parse(numeral: string): number {
  const result = parser.parse({
    start: 0,
    length: numeral.length,
    text: numeral,
    type: "builtin.num",
    data: "Integer",
  });
  return digitsToInt(result?.resolutionStr ?? "");
}

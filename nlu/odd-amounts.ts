/** Amounts that no bill can hold or that read in two ways: -5元, 负五千, 10^30, 10的30次方, a row of digits without end, 6千9百01元. */

const NUMERAL = "[\\d一二两三四五六七八九十百千万亿]+";

const ODD = [
  /(?<![\d一二三四五六七八九十百千万亿年月号日.])(?:[-−–—]\s?\d[\d,.]*|(?<![自担肩欠抱])负的?[\d一二两三四五六七八九十百千万]+)(?:元|块|万|千|百|$)?/,
  /\d+(?:\.\d+)?\s*(?:(?:\^|\*\*)\s*\d+|[eE][+]?\d+)/,
  new RegExp(
    `${NUMERAL}\\s*(?:的\\s*(?:${NUMERAL}\\s*次[方幂]|平方|立方)|[⁰¹²³⁴-⁹]+)`,
  ),
  // Nine hundred and one, or hundreds with a slip of the key.
  new RegExp(`${NUMERAL}[十百千万亿]0\\d*(?![\\d.十百千万亿])`),
  /(?<![\d.])(?:\d{13,}|\*{13,})(?=元|块|万)/,
];

/** The first such amount as typed; null where there is none. */
export function oddAmount(plain: string): string | null {
  for (const pattern of ODD) {
    const found = pattern.exec(plain);
    if (found) return found[0];
  }
  return null;
}

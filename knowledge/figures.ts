/**
 * Every figure in a text: amounts, ratios, percentage points, dates, years,
 * periods, ages and counts, in Arabic and Chinese numerals. Numbers that only
 * name something are passed over: document numbers, titles in 《》, clause
 * numbers, grades (二级医院, 一档).
 */
import { isDate, lastDayOfMonth } from "./dates.js";
import { halfWidth, plain, readNumeral, shift } from "./numerals.js";

export type FigureKind =
  | "money"
  | "ratio"
  | "points"
  | "date"
  | "month"
  | "day"
  | "year"
  | "period"
  | "age"
  | "count";

export interface TextFigure {
  /** Characters of the squeezed text, the end excluded. */
  from: number;
  to: number;
  text: string;
  kind: FigureKind;
  /**
   * Money in 元, ratios and points as fractions, `YYYY-MM-DD`, `YYYY-MM`,
   * `MM-DD`, `YYYY`; periods and counts the bare number.
   */
  value: string;
}

const ARABIC = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const CHINESE =
  "[零〇一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿]*";
const NUMBER = `(?:${ARABIC}[十百千]?[万亿]?|${CHINESE})`;
const YEAR = String.raw`(?:(?:19|20)\d{2}|[一二][零〇九0][零〇一二三四五六七八九0]{2})`;
const SMALL = String.raw`(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])`;

/** Passages whose numbers are names; blanked before the search. */
const NAMES = [
  /《[^《》]*(?:〈[^〉]*〉[^《》]*)?》/g,
  /[〔[(﹝【][12]\d{3}(?:年)?[〕\])﹞】]第?\d+号/g,
  /第[一二三四五六七八九十百零\d]+[条章节款项号]|\d+号文/g,
  /(?:19|20)\d{2}年版|[(（](?:19|20)\d{2}版[)）]/g,
  /[(（]\d{1,2}[)）]/g,
  /(?<=^|[。;；:：！？])\d{1,2}[.．、](?!\d)/g,
  /^\d{1,2}(?=(?![年月日个元岁天倍种项次档级人家万亿千百十分周])[一-龥]{3})/g,
];

interface Pattern {
  kind: FigureKind;
  form: RegExp;
  /** The value from the groups of the match; null when it is no figure after all. */
  read: (groups: readonly string[]) => string | null;
}

const two = (text: string): string =>
  (readNumeral(text) ?? "").padStart(2, "0");
const year = (text: string): string => readNumeral(text) ?? "";
const number = ([text = ""]: readonly string[]): string | null =>
  readNumeral(text);
const percent = ([text = ""]: readonly string[]): string | null => {
  const value = readNumeral(text);
  return value === null ? null : shift(value, -2);
};
const found = (date: string): string | null => (isDate(date) ? date : null);

const PATTERNS: readonly Pattern[] = [
  {
    kind: "date",
    form: RegExp(`(${YEAR})年(${SMALL})月(${SMALL})日`, "g"),
    read: ([y = "", m = "", d = ""]) => found(`${year(y)}-${two(m)}-${two(d)}`),
  },
  {
    kind: "date",
    form: /((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/g,
    read: ([y = "", m = "", d = ""]) => found(`${y}-${two(m)}-${two(d)}`),
  },
  {
    kind: "month",
    form: RegExp(`(${YEAR})年(${SMALL})月`, "g"),
    read: ([y = "", m = ""]) =>
      found(`${year(y)}-${two(m)}-01`)?.slice(0, 7) ?? null,
  },
  {
    kind: "date",
    form: RegExp(`(${YEAR})年(?:年)?底`, "g"),
    read: ([y = ""]) => found(`${year(y)}-12-31`),
  },
  {
    kind: "year",
    form: RegExp(`(${YEAR})(?=年|[-—~至－]${YEAR}年)`, "g"),
    read: ([y = ""]) => year(y),
  },
  {
    kind: "day",
    form: RegExp(`(${SMALL})月(${SMALL})日`, "g"),
    read: ([m = "", d = ""]) =>
      found(`2000-${two(m)}-${two(d)}`)?.slice(5) ?? null,
  },
  {
    kind: "day",
    form: RegExp(`(${SMALL})月底`, "g"),
    read: ([m = ""]) => {
      const first = found(`2001-${two(m)}-01`);
      return first && lastDayOfMonth(first).slice(5);
    },
  },
  {
    kind: "points",
    form: RegExp(`(${NUMBER})个百分点`, "g"),
    read: percent,
  },
  { kind: "ratio", form: RegExp(`(${ARABIC})[%％]`, "g"), read: percent },
  {
    kind: "ratio",
    form: RegExp(`(${ARABIC})‰`, "g"),
    read: ([text = ""]) => shift(plain(text), -3),
  },
  { kind: "ratio", form: RegExp(`百分之(${NUMBER})`, "g"), read: percent },
  {
    kind: "ratio",
    form: RegExp(`(${CHINESE})成(?![立为员本年果长熟])`, "g"),
    read: ([text = ""]) => {
      const value = readNumeral(text);
      return value === null ? null : shift(value, -1);
    },
  },
  { kind: "ratio", form: /一半|减半/g, read: () => "0.5" },
  { kind: "ratio", form: /(\d+:\d+)(?=比例)/g, read: ([text = ""]) => text },
  { kind: "money", form: RegExp(`(${NUMBER})元`, "g"), read: number },
  { kind: "age", form: RegExp(`(${NUMBER})周?岁`, "g"), read: number },
  {
    kind: "period",
    form: RegExp(
      `(${NUMBER})(?:个月|个工作日|日内|日以内|天|周年|个自然年度|个年度|年|个季度|小时|分钟|月(?=内|以上))`,
      "g",
    ),
    read: number,
  },
  {
    kind: "count",
    form: RegExp(
      `(${ARABIC}[万亿]?)(?:个|家|种|项|名|人|次|所|倍|类|件|张|条|批|户|床|例|大|多|余|以上|以下|以内|左右)?`,
      "g",
    ),
    read: number,
  },
  {
    kind: "count",
    form: RegExp(`(${CHINESE})(?:种|倍|次|名|家|所|户|个|部分|万人|亿人)`, "g"),
    // 一 is mostly an article: 一种, 一次性.
    read: ([text = ""]) => (text === "一" ? null : readNumeral(text)),
  },
];

const known = new Map<string, readonly TextFigure[]>();

/** The figures of a text without white space, in order; overlapping readings give way to the longer one. */
export function findFigures(squeezed: string): readonly TextFigure[] {
  let figures = known.get(squeezed);
  if (!figures) known.set(squeezed, (figures = search(squeezed)));
  return figures;
}

function search(squeezed: string): TextFigure[] {
  let text = halfWidth(squeezed);
  for (const name of NAMES)
    text = text.replace(name, (all) => "\u0000".repeat(all.length));
  const figures: TextFigure[] = [];
  for (const { kind, form, read } of PATTERNS) {
    for (const match of text.matchAll(form)) {
      const value = read(match.slice(1));
      if (value === null) continue;
      const from = match.index;
      const to = from + match[0].length;
      figures.push({ from, to, text: squeezed.slice(from, to), kind, value });
    }
    for (const { from, to } of figures)
      text = text.slice(0, from) + "\u0000".repeat(to - from) + text.slice(to);
  }
  return figures.sort((a, b) => a.from - b.from);
}

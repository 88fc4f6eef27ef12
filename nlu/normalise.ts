/**
 * One writing for what people type in several: full-width forms, traditional
 * characters, capitals and invisible characters.
 *
 * The result has exactly as many UTF-16 units as the input, so a span found in
 * it is a span of what was typed.
 */
import simplified from "opencc-js/dict/TSCharacters";

/** Left alone though OpenCC's table has it: also an ordinary simplified character (乾县). */
const KEPT = "乾";

/** Writings that OpenCC does not treat as traditional, but people type; 俺 says what 我 says. */
const VARIANTS = "俺我妳你﹪%﹩$〜~～~∼~﹣-−-–-﹒.﹕:圓元圆元";

/**
 * Full-width punctuation with a half-width reading inside numbers and dates.
 * ， ； ！ ？ （ ） stay: they separate clauses, and a comma between two
 * amounts must never become a thousands separator.
 */
const WIDE_PUNCTUATION =
  "％％．．：：／／＋＋－－＝＝＜＜＞＞＊＊＠＠＃＃＆＆＿＿＄＄";

/** Invisible or typographic spaces besides the control characters. */
const SPACES = [
  0x85, 0xa0, 0xad, 0x180e, 0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x3000,
  0xfeff,
];

const TABLE = buildTable();

/** One entry for every UTF-16 unit; most map to themselves. */
function buildTable(): Uint16Array {
  const table = new Uint16Array(65536);
  for (let code = 0; code < 65536; code++) table[code] = code;
  for (let code = 0; code < 0x20; code++) table[code] = 0x20;
  for (let code = 0x7f; code < 0xa0; code++) table[code] = 0x20;
  for (let code = 0x2000; code <= 0x200f; code++) table[code] = 0x20;
  for (let code = 0x202a; code <= 0x202e; code++) table[code] = 0x20;
  for (let code = 0x2066; code <= 0x2069; code++) table[code] = 0x20;
  for (const code of SPACES) table[code] = 0x20;
  for (const entry of simplified.split("|")) {
    // Pairs outside the basic plane have two units a character: left alone.
    if (entry.length < 3 || entry[1] !== " " || KEPT.includes(entry[0] ?? ""))
      continue;
    if (entry.codePointAt(2) === entry.charCodeAt(2))
      table[entry.charCodeAt(0)] = entry.charCodeAt(2);
  }
  addPairs(table, VARIANTS);
  addLatin(table);
  return table;
}

/** Reads "from to from to …" without separators into the table. */
function addPairs(table: Uint16Array, pairs: string): void {
  for (let i = 0; i + 1 < pairs.length; i += 2)
    table[pairs.charCodeAt(i)] = pairs.charCodeAt(i + 1);
}

/** Latin letters to lower case, full-width letters, digits and signs to half width. */
function addLatin(table: Uint16Array): void {
  for (let code = 0x41; code <= 0x5a; code++) {
    table[code] = code + 32;
    table[code + 0xfee0] = code + 32;
    table[code + 32 + 0xfee0] = code + 32;
  }
  for (let code = 0x30; code <= 0x39; code++) table[code + 0xfee0] = code;
  for (const wide of WIDE_PUNCTUATION)
    table[wide.charCodeAt(0)] = wide.charCodeAt(0) - 0xfee0;
  table[0xffe5] = 0xa5; // ￥ → ¥
}

/**
 * The text in one writing, of the same length: half-width digits and letters,
 * lower case, simplified characters, plain spaces. Chinese punctuation that
 * separates clauses stays as it is.
 */
export function normalise(text: string): string {
  const first = firstChange(text);
  if (first === text.length) return text;
  const parts = [text.slice(0, first)];
  const units: number[] = [];
  for (let i = first; i < text.length; i++) {
    const code = text.charCodeAt(i);
    units.push(TABLE[code] ?? code);
    if (units.length === 4096)
      parts.push(String.fromCharCode(...units.splice(0)));
  }
  parts.push(String.fromCharCode(...units));
  return parts.join("");
}

/** 好多, 几多 ask what 多少 asks; not 好多年, 花了好多. */
const DIALECT_HOW_MUCH = /几多|(?<!了)好多(?![年人次个家天回遍种])/g;

/** 报脱两百, 花脱好多: what is done with, in the south-west. */
const DIALECT_DONE = /(?<=[报花用交补刷领付])脱(?![贫离节])/g;

/** 交多小, 多小钱: how much, mistyped; 多小的娃儿 asks for an age. */
const HOW_MUCH_MISTYPED = /多小(?![的能可年岁才就])/g;

/** 备一次案, 备个案: a filing, counted inside the word. */
const FILED_ONCE = /备(一?[次个回下])案/g;

/** 备了能用多久, 8月1号备的: a filing, called by half of its word; not 备了材料 and not 准备的. */
const FILED_IN_SHORT =
  /(?<![准设储具配预完装军戒防筹后自兼常责])备[了的过](?=[半能可就还管有用以之后到呢吗没，,。；;！!？?\s]|$)/g;

/** 二〇二三年: a year in Chinese figures. */
const YEAR = /二[〇零○o0][〇零○o0一二三四五六七八九]{2}(?=年)/g;
const FIGURES = "零一二三四五六七八九";
/** 3w, 1.5w: ten thousands. */
const TEN_THOUSANDS = /(?<=\d)w(?![a-z])/g;

/** One word for what is also written otherwise; of the same length. */
export function sameWord(plain: string): string {
  return plain
    .replace(DIALECT_HOW_MUCH, "多少")
    .replace(HOW_MUCH_MISTYPED, "多少")
    .replace(DIALECT_DONE, "了")
    .replace(FILED_ONCE, "$1备案")
    .replace(FILED_IN_SHORT, "备案")
    .replace(TEN_THOUSANDS, "万")
    .replace(YEAR, (year) =>
      [...year].map((one) => Math.max(0, FIGURES.indexOf(one))).join(""),
    );
}

/** Index of the first unit that changes; the length when none does. */
function firstChange(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (TABLE[code] !== code) return i;
  }
  return text.length;
}

/** Documents and clauses that a message names: 并医保发〔2022〕27号第二条, 27号文, 一（三）1. */
import type { Knowledge } from "../knowledge/knowledge.js";
import type { DocumentMention, Span } from "./meaning.js";
import { normalise } from "./normalise.js";

const NUMBER =
  /([\u4e00-\u9fff]{2,8})[〔﹝[（(【]?\s*((?:19|20)\d{2})\s*[〕﹞\]）)】]?\s*(?:年)?第?\s*(\d{1,4})\s*号/g;
/** 27号文, 27号文件: the number alone. */
const SHORT_NUMBER = /(?<![\d第月])(\d{1,4})号(?:文件?|通知)/g;

/** 一（三）, 一（三）4（1）. */
const ADDRESS =
  /([一二三四五六七八九十]{1,3})[（(]([一二三四五六七八九十]{1,3})[）)](?:(\d{1,2})(?:[（(](\d{1,2})[）)])?)?/;
/** 第八条第五款, 第二部分第3点. */
const PARTED =
  /第([一二三四五六七八九十]{1,3}|\d{1,2})(?:条|部分|章|大点)的?第[（(]?([一二三四五六七八九十]{1,3}|\d{1,2})[）)]?(?:款|项|点|条|小点)/;
/** 第五部分 is a heading with what stands under it, 第五条 may be an article of its own. */
const PART = /第([一二三四五六七八九十]{1,3}|\d{1,2})(?:部分|章|大点)/;
const CLAUSE = /第([一二三四五六七八九十百]{1,4}|\d{1,3})(?:条|款|点|项)/;
/** （十三）by itself. */
const ARTICLE = /[（(]([一二三四五六七八九十]{1,3})[）)]/;
/** 二3: a part and a point, where the words go on about what it says. */
const POINT =
  /(?<![\d一二三四五六七八九十第年月])([一二三四五六七八九十]{1,2})[.、]?(\d{1,2})(?=\s*(?:$|[是说写讲怎咋的里呢原？?]))/;
const NAMED = /(题头|前言|文末|结尾|落款)(?=\s*(?:$|[是说写讲怎咋的里有]))/;

/** Comparable form of a document number: brackets, spaces and 年 after the year aside. */
export function plainNumber(number: string): string {
  return number
    .replace(/[〔〕﹝﹞[\]（）()【】\s]/g, "")
    .replace(/((?:19|20)\d{2})年?第?(?=\d{1,4}号)/, "$1");
}

/** The clause that the words name, as notices number theirs: 八（五）, 二, 五部分; null where they name none. */
export function readClause(text: string): string | null {
  const address = ADDRESS.exec(text);
  if (address) {
    const [, part = "", item = "", point, sub] = address;
    return `${part}（${item}）${point ?? ""}${sub === undefined ? "" : `（${sub}）`}`;
  }
  const parted = PARTED.exec(text);
  if (parted) return `${parted[1] ?? ""}（${parted[2] ?? ""}）`;
  const part = PART.exec(text)?.[1];
  if (part !== undefined) return `${part}部分`;
  const clause = CLAUSE.exec(text)?.[1];
  if (clause !== undefined) return clause;
  const article = ARTICLE.exec(text)?.[1];
  if (article !== undefined) return `（${article}）`;
  const point = POINT.exec(text);
  if (point) return `${point[1] ?? ""}${point[2] ?? ""}`;
  return NAMED.exec(text)?.[1] ?? null;
}

/** Titles long enough to name a document by themselves, the longest first; an essay is named by its own words only. */
function titles({ notices }: Knowledge): [title: string, id: string][] {
  return [...notices.values()]
    .filter(({ kind, title }) => kind !== "commentary" && title.length > 8)
    .map(({ id, title }): [string, string] => [normalise(title), id])
    .sort(([a], [b]) => b.length - a.length);
}

interface Index {
  digits: Map<string, Numbered[]>;
  titles: readonly [title: string, id: string][];
}

const indexes = new WeakMap<Knowledge, Index>();

/** What documents are found by, built once for a knowledge base. */
function indexOf(knowledge: Knowledge): Index {
  let index = indexes.get(knowledge);
  if (!index)
    indexes.set(
      knowledge,
      (index = { digits: byDigits(knowledge), titles: titles(knowledge) }),
    );
  return index;
}

interface Numbered {
  id: string;
  number: string;
  /** The number without brackets. */
  plain: string;
}

/** The notices by the digits of the last part of their number: 27 → 并医保发〔2022〕27号. */
function byDigits(knowledge: Knowledge): Map<string, Numbered[]> {
  const found = new Map<string, Numbered[]>();
  for (const { id, number } of knowledge.notices.values()) {
    const digits = /(\d+)号$/.exec(number ?? "")?.[1];
    if (number === null || digits === undefined) continue;
    const list = found.get(digits) ?? [];
    list.push({ id, number, plain: plainNumber(number) });
    found.set(digits, list);
  }
  return found;
}

/** The documents named, by number or by the names in their notices; several notices where a short number fits several. */
export function readDocuments(
  plain: string,
  knowledge: Knowledge,
  named: readonly { notice: string; span: Span }[],
): DocumentMention[] {
  const found: DocumentMention[] = [];
  const clause = readClause(plain);
  const index = indexOf(knowledge);
  const add = (number: string | null, notice: string | null, span: Span) => {
    if (notice === null || !found.some((other) => other.notice === notice))
      found.push({ number, notice, clause, span });
  };
  for (const match of plain.matchAll(NUMBER)) {
    const typed = plainNumber(match[0]);
    const alike = index.digits.get(match[3] ?? "") ?? [];
    const place = knowledge.jurisdictions.find(match[1] ?? "")?.jurisdiction;
    const notice =
      alike.find((one) => typed.endsWith(one.plain)) ??
      alike.find(
        ({ id, plain: number }) =>
          number.includes(match[2] ?? "") &&
          knowledge.notices.get(id)?.jurisdiction === place,
      );
    add(notice?.number ?? match[0], notice?.id ?? null, spanOf(match));
  }
  for (const { notice, span } of named) add(null, notice, span);
  for (const [title, id] of index.titles) {
    const from = plain.indexOf(title);
    if (from >= 0) add(null, id, [from, from + title.length]);
  }
  for (const match of plain.matchAll(SHORT_NUMBER)) {
    const span = spanOf(match);
    if (found.some((other) => meets(other.span, span))) continue;
    const notices = index.digits.get(match[1] ?? "") ?? [];
    for (const { id, number } of notices) add(number, id, span);
    if (notices.length === 0) add(match[0], null, span);
  }
  return found;
}

function spanOf({ index, 0: text }: RegExpExecArray): Span {
  return [index, index + text.length];
}

function meets([a, b]: Span, [c, d]: Span): boolean {
  return a < d && c < b;
}

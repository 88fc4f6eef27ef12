/** The clauses of a notice at an address as people say it: 二, 第五部分, 八（五）, 二3, （十三）. */
import type { Clause, Notice } from "../../knowledge/schema.js";

/** The clause with this address, by itself or with the clauses below it; none where the notice has no such address. */
export function clausesAt(notice: Notice, address: string): Clause[] {
  const { clauses } = notice;
  const part = /^(.+)部分$/.exec(address)?.[1];
  if (part !== undefined) return underHeading(notice, numeral(part));
  for (const id of idsFor(notice, address)) {
    const found = clauses.filter(
      (clause) => clause.id === id || isBelow(clause.id, id),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** Ids that the address may stand for, the likeliest first; where articles are counted through, 第五条 is one of them. */
function idsFor({ clauses }: Notice, address: string): string[] {
  const parted = /^(.+?)（(.+?)）(.*)$/.exec(address);
  if (parted) {
    const [, part = "", item = "", rest = ""] = parted;
    return [
      address,
      `${numeral(part)}（${numeral(item)}）${rest}`,
      `${numeral(part)}${digits(item)}${rest}`,
    ];
  }
  const plain = [address, numeral(address)];
  const articles = plain.map((one) => `（${one}）`);
  return clauses.some(({ id }) => id.startsWith("（"))
    ? [...articles, ...plain]
    : [...plain, ...articles];
}

/** A heading, what is numbered below it, and the articles that follow until the next heading. */
function underHeading({ clauses }: Notice, id: string): Clause[] {
  const from = clauses.findIndex((clause) => clause.id === id);
  if (from < 0) return [];
  const after = clauses.slice(from + 1);
  const end = after.findIndex(
    (clause) => !clause.id.startsWith("（") && !isBelow(clause.id, id),
  );
  return clauses.slice(from, end < 0 ? undefined : from + 1 + end);
}

function isBelow(id: string, parent: string): boolean {
  return id.startsWith(parent) && /^[（(\d]/.test(id.slice(parent.length));
}

const DIGITS = "〇一二三四五六七八九";
/** No notice counts further within a clause. */
const MOST_POINTS = 40;

/** 12 → 十二; other texts stay as they are. */
function numeral(text: string): string {
  if (!/^\d{1,2}$/.test(text)) return text;
  const [tens = "", ones = ""] = text.padStart(2, "0");
  const ten =
    tens === "0"
      ? ""
      : `${tens === "1" ? "" : DIGITS[Number.parseInt(tens, 10)]}十`;
  return `${ten}${ones === "0" ? "" : DIGITS[Number.parseInt(ones, 10)]}`;
}

/** 十二 → 12; other texts stay as they are. */
function digits(text: string): string {
  for (let count = 1; count <= MOST_POINTS; count++)
    if (numeral(`${count}`) === text) return `${count}`;
  return text;
}

/** How the persons and facts of a message follow one another: the order and the gaps that tell whose a fact is. */
import {
  BEGINS,
  BREAK,
  BY_RANK,
  LEADS,
  ONE_OF_THEM,
  RANKED,
} from "./owner-words.js";
import type { Span } from "./meaning.js";
import type { Fact, Who } from "./payers.js";

/** A person named or a fact told, as it stands in the message. */
export type Token =
  { who: Who; fact?: undefined } | { fact: Fact; who?: undefined };

export const spanOf = (token: Token): Span => (token.who ?? token.fact).span;

/** Whether a second fact stands right behind this one, and a person right behind that. */
export function leadsOn(
  plain: string,
  tokens: readonly Token[],
  at: number,
): boolean {
  const [own, more, next] = tokens.slice(at, at + 3);
  if (!own?.fact || !more?.fact || !next?.who) return false;
  const gap = plain.slice(own.fact.span[1], more.fact.span[0]);
  return (
    own.fact.facet !== more.fact.facet &&
    /^(的|户|家庭)?$/.test(gap) &&
    LEADS.test(plain.slice(more.fact.span[1], next.who.span[0]))
  );
}

/** Whether the person named there is followed by a fact of the same kind. */
export function toldItself(
  plain: string,
  tokens: readonly Token[],
  at: number,
  { facet }: Fact,
): boolean {
  const who = tokens[at]?.who;
  const next = tokens[at + 1]?.fact;
  if (who === undefined || next?.facet !== facet) return false;
  const gap = plain.slice(who.span[1], next.span[0]);
  return !BREAK.test(gap) && !BEGINS.test(gap);
}

/** 我妈62，低收入家庭，我儿子10岁: a clause of its own between those of the family. */
export function standsBetween(
  plain: string,
  tokens: readonly Token[],
  { span }: Fact,
  at: number,
): boolean {
  const [before, after] = [
    plain.slice(span[0] - 1, span[0]),
    plain.slice(span[1], span[1] + 1),
  ];
  return (
    BREAK.test(before) && BREAK.test(after) && tokens[at + 1]?.who !== undefined
  );
}

/** 两个娃，一个在重庆上大学, 老二老三一档: of how many of them the fact is told; null where of all. */
export function ofThem(plain: string, { span }: Fact): number | null {
  const before = plain.slice(0, span[0]).split(BREAK).at(-1) ?? "";
  const ranked = RANKED.test(before) ? (before.match(BY_RANK) ?? []) : [];
  if (ranked.length > 0) return new Set(ranked).size;
  return ONE_OF_THEM.test(before) ? 1 : null;
}

/** 一个在重庆上大学的娃, 老人二档两个: the fact stands between the person and the count. */
export function holds(who: Who | undefined, { span }: Fact): boolean {
  return who !== undefined && who.span[0] <= span[0] && span[1] <= who.span[1];
}

/** “低保户 我妈 重残 我”: each fact stands before its person. */
export function alternates(plain: string, tokens: readonly Token[]): boolean {
  const kinds: string[] = [];
  tokens.forEach((token, at) => {
    const before = tokens[at - 1];
    const kind = token.who ? "P" : "F";
    const apart =
      !before || BREAK.test(plain.slice(spanOf(before)[1], spanOf(token)[0]));
    if (apart) kinds.push(kind);
    else kinds.push((kinds.pop() ?? "") + kind);
  });
  return /^F P F P( |$)/.test(kinds.join(" "));
}

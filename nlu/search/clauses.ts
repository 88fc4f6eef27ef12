/**
 * The clauses of the notices, found by everyday words. An essay without an
 * issuing body is no rule: it is found only where it is asked for by itself.
 */
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Clause, Notice } from "../../knowledge/schema.js";
import { Index, type Field, type QueryUnit } from "./index.js";
import { inYear, nearness, scopeOf, type Limits } from "./scope.js";
import { snippetOf } from "./snippet.js";
import type { Synonyms } from "./synonyms.js";

export interface ClauseHit {
  /** Id of the notice. */
  notice: string;
  /** Address of the clause in it. */
  clause: string;
  /** A stretch of the clause, word for word. */
  text: string;
  score: number;
  kind: Notice["kind"];
  status: Notice["status"];
}

export interface ClauseLimits extends Limits {
  /** Most hits that are given. */
  limit?: number | undefined;
}

interface Entry {
  notice: Notice;
  clause: Clause;
  /** How much a find counts, from 0 to 1. */
  standing: number;
}

const MOST = 10;
/** An explanation or a heading stands behind the rule itself. */
const EXPLAINS = 3 / 5;
const HEADS = 1 / 2;
/** What stands above the text or below it. */
const LETTERHEAD: readonly string[] = ["题名", "题头", "落款"];
/** Shorter clauses with parts are nothing but headings. */
const HEADING_LENGTH = 30;
/** The clause that the question names by its number. */
const NAMED = 100;

export class ClauseIndex {
  private readonly index: Index<Entry>;

  constructor(
    private readonly knowledge: Knowledge,
    synonyms: Synonyms,
  ) {
    this.index = new Index(synonyms);
    for (const notice of knowledge.notices.values())
      for (const clause of notice.clauses)
        this.index.add(
          notice.jurisdiction,
          { notice, clause, standing: standing(notice, clause) },
          fieldsOf(knowledge, notice, clause),
        );
  }

  search(query: string, limits: ClauseLimits): ClauseHit[] {
    const scope = scopeOf(this.knowledge, query, limits);
    const asked = this.index.query(scope.units);
    const places =
      scope.notices === null
        ? scope.places
        : placesOf(this.knowledge, scope.notices);
    const hits: [Entry, number][] = [];
    for (const [document, score] of this.index.search(places.keys(), asked)) {
      const entry = this.index.items[document] as Entry;
      const level = places.get(entry.notice.jurisdiction) ?? 0;
      if (allowed(entry, scope.notices, limits.year))
        hits.push([entry, score * entry.standing * nearness(level)]);
    }
    if (scope.clause !== null && scope.notices !== null)
      addNamed(this.knowledge, scope.notices, scope.clause, hits);
    return hits
      .sort(([a, x], [b, y]) => y - x || a.clause.order - b.clause.order)
      .slice(0, limits.limit ?? MOST)
      .map(([entry, score]) => hitOf(entry, score, asked));
  }
}

function hitOf(
  { notice, clause }: Entry,
  score: number,
  asked: readonly QueryUnit[],
): ClauseHit {
  return {
    notice: notice.id,
    clause: clause.id,
    text: snippetOf(clause.text, asked),
    score,
    kind: notice.kind,
    status: notice.status,
  };
}

function placesOf(
  { notices }: Knowledge,
  ids: ReadonlySet<string>,
): Map<string, number> {
  return new Map(
    [...ids].flatMap((id) => {
      const place = notices.get(id)?.jurisdiction;
      return place === undefined ? [] : [[place, 0] as const];
    }),
  );
}

function allowed(
  { notice }: Entry,
  notices: ReadonlySet<string> | null,
  year: number | undefined,
): boolean {
  if (notices === null ? notice.kind === "commentary" : !notices.has(notice.id))
    return false;
  return inYear(
    year,
    notice.in_force.from ?? notice.issued,
    notice.in_force.to ?? notice.confirmed_to,
  );
}

function standing(notice: Notice, clause: Clause): number {
  const explains =
    notice.kind === "interpretation" || notice.kind === "commentary";
  const heads =
    LETTERHEAD.includes(clause.id) ||
    (clause.text.length < HEADING_LENGTH &&
      notice.clauses.some(
        ({ id }) => id !== clause.id && within(notice, id, clause.id),
      ));
  return (explains ? EXPLAINS : 1) * (heads ? HEADS : 1);
}

/** The clause named by number comes first, before what the words find. */
function addNamed(
  knowledge: Knowledge,
  notices: ReadonlySet<string>,
  named: string,
  hits: [Entry, number][],
): void {
  for (const id of notices) {
    const notice = knowledge.notices.get(id);
    for (const address of [named, `（${named}）`]) {
      const clause = notice?.clauses.find((one) => one.id === address);
      if (!notice || !clause) continue;
      const before = hits.findIndex(([one]) => one.clause === clause);
      const [entry, score] = hits[before] ?? [
        { notice, clause, standing: 1 },
        0,
      ];
      if (before >= 0) hits.splice(before, 1);
      hits.push([entry, score + NAMED]);
    }
  }
}

/** The clause's own text, the headings it stands under, and what its provisions are called. */
function fieldsOf(
  { vocabulary }: Knowledge,
  notice: Notice,
  clause: Clause,
): Field[] {
  const headings = notice.clauses
    .filter(({ id }) => id !== clause.id && within(notice, clause.id, id))
    .map(({ text }) => text.slice(0, HEADING_LENGTH));
  const provisions = notice.provisions.filter(
    (one) => one.clause === clause.id,
  );
  const topics = new Set(provisions.map(({ topic }) => topic));
  const asks = [...topics].flatMap((topic) => {
    const entry = vocabulary.file.topics[topic];
    return entry ? [entry.label, ...entry.asks] : [];
  });
  return [
    { text: clause.text, weight: 1 },
    { text: headings.join("，"), weight: 3 / 10 },
    { text: notice.title, weight: 1 / 5 },
    { text: asks.join(" ").replaceAll("|", "，"), weight: 1 / 5 },
  ];
}

/** Whether the clause `inner` stands under the clause `outer`, by the notice's own list or by its number. */
function within(notice: Notice, inner: string, outer: string): boolean {
  const part = notice.clean.clauses.find(({ id }) => id === inner)?.part_of;
  if (part !== undefined) return part === outer || within(notice, part, outer);
  return inner.startsWith(outer) && /^[（\d]/.test(inner.slice(outer.length));
}

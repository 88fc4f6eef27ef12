/** Statements found by search where no task and no pattern of a fact fits: only what the words clearly point to. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Meaning } from "../../nlu/meaning.js";
import {
  searchClauses,
  searchProvisions,
  type ProvisionHit,
} from "../../nlu/search.js";

/** Measured on questions that a notice decides and on such that none does: below these, wrong statements get through. */
const LEAST_COVERAGE = 7 / 10;
const LEAST_NAMED = 1 / 5;
/** A second hit as near as this makes the first doubtful, unless it is of the same topic. */
const CLOSE = 17 / 20;
/** At most so many statements of one topic are told. */
const MOST = 5;
/** Of two documents the other says it, too, where it is met as well as this. */
const ELSEWHERE = 3 / 5;

/** Keys of the provisions that the words clearly point to, all of one topic; none where it is doubtful. */
export function statementsFor(
  knowledge: Knowledge,
  query: string,
  limits: { place?: string; notice?: string },
  year?: number,
): string[] {
  const hits = searchProvisions(knowledge, query, limits).filter(
    ({ provision }) =>
      year === undefined ||
      (provision.period.from <= `${year}-12-31` &&
        `${year}-01-01` <= provision.trusted_to),
  );
  return ofOneTopic(hits);
}

/** Whether the statement is on persons of whom the message does not speak: on students, where a resident asks. */
export function isOfOthers(
  knowledge: Knowledge,
  key: string,
  { people }: Meaning,
): boolean {
  const { any = [], all = [] } = knowledge.provision(key)?.who ?? {};
  const who = [...any, ...all];
  return (
    who.length > 0 &&
    !people.some(({ tags }) => tags.some((tag) => who.includes(tag)))
  );
}

/** As much is enough where the task that the words seemed to mean has nothing to say. */
const LEAST_INSTEAD = 3 / 5;

/** Keys of the statements in words that the question is most likely about, where no task has anything to say. */
export function textsInstead(
  knowledge: Knowledge,
  query: string,
  place: string,
  year: number,
): string[] {
  const hits = searchProvisions(knowledge, query, { place }).filter(
    ({ provision, coverage }) =>
      provision.value.kind === "text" &&
      coverage >= LEAST_INSTEAD &&
      provision.period.from <= `${year}-12-31` &&
      `${year}-01-01` <= provision.trusted_to,
  );
  const [first] = hits;
  return hits
    .filter(
      ({ provision, score }) =>
        provision.topic === first?.provision.topic &&
        score >= first.score * CLOSE,
    )
    .slice(0, MOST)
    .map(({ provision }) => provision.key);
}

/** A clause found by less than this is not what was asked for. */
const LEAST_SCORE = 5;
/** The next clause must be as much farther. */
const FAR = 1 / 2;

/** Where the document's own words are asked for, a weaker find will do. */
const LEAST_QUOTED = 3 / 2;

/** The one clause of the place's documents that the words point to; `quoted` where its own words are asked for. */
export function clauseInstead(
  knowledge: Knowledge,
  query: string,
  place: string,
  quoted: boolean,
): { notice: string; clause: string } | null {
  const [first, next] = searchClauses(knowledge, query, { place, limit: 2 });
  const one =
    first !== undefined &&
    (quoted
      ? first.score >= LEAST_QUOTED
      : first.score >= LEAST_SCORE && (next?.score ?? 0) <= first.score * FAR);
  return one ? { notice: first.notice, clause: first.clause } : null;
}

/** Keys of the provisions that the words clearly point to, where one document alone says it. */
export function onlyNoticeSaying(
  knowledge: Knowledge,
  query: string,
): string[] {
  const hits = searchProvisions(knowledge, query);
  const [first] = hits;
  const other = hits.find(
    ({ provision }) => provision.notice.id !== first?.provision.notice.id,
  );
  if (!first || (other && other.score >= first.score * ELSEWHERE)) return [];
  const alone = (other?.score ?? 0) <= first.score * ALONE;
  return alone && first.coverage >= LEAST_ALONE
    ? [first.provision.key]
    : ofOneTopic(hits);
}

/** Where no other document comes near, fewer of the words will do. */
const ALONE = 1 / 4;
const LEAST_ALONE = 1 / 2;

function ofOneTopic(hits: readonly ProvisionHit[]): string[] {
  const [first] = hits;
  if (!first || !clear(first)) return [];
  const topic = first.provision.topic;
  const rival = hits.find(({ provision }) => provision.topic !== topic);
  if (rival && rival.score >= first.score * CLOSE) return [];
  return hits
    .filter(
      (hit) =>
        hit.provision.topic === topic &&
        hit.score >= first.score * CLOSE &&
        clear(hit),
    )
    .slice(0, MOST)
    .map(({ provision }) => provision.key);
}

const clear = ({ coverage, named }: ProvisionHit): boolean =>
  coverage >= LEAST_COVERAGE && named >= LEAST_NAMED;

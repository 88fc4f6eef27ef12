/** Statements found by search where no task and no pattern of a fact fits: only what the words clearly point to. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import { searchProvisions, type ProvisionHit } from "../../nlu/search.js";

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
  return first && other && other.score >= first.score * ELSEWHERE
    ? []
    : ofOneTopic(hits);
}

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

/**
 * Search over the clauses and the provisions of the notices, in everyday
 * words: jieba's words, the synonyms of the vocabulary, BM25. Built once for a
 * knowledge base, at its first use.
 */
import type { Knowledge } from "../knowledge/knowledge.js";
import {
  ClauseIndex,
  type ClauseHit,
  type ClauseLimits,
} from "./search/clauses.js";
import { ProvisionIndex, type ProvisionHit } from "./search/provisions.js";
import type { Limits } from "./search/scope.js";
import { Synonyms } from "./search/synonyms.js";
import { understandingOf } from "./understand.js";

export type { ClauseHit, ClauseLimits, Limits, ProvisionHit };

interface Search {
  synonyms: Synonyms;
  clauses?: ClauseIndex;
  provisions?: ProvisionIndex;
}

const searches = new WeakMap<Knowledge, Search>();

function searchOf(knowledge: Knowledge): Search {
  let search = searches.get(knowledge);
  if (!search) {
    // The segmenter must know the vocabulary before any text is cut.
    understandingOf(knowledge);
    searches.set(knowledge, (search = { synonyms: new Synonyms(knowledge) }));
  }
  return search;
}

/** Most questions need no search, and few of those both: each index waits for its first. */
function clausesOf(knowledge: Knowledge): ClauseIndex {
  const search = searchOf(knowledge);
  return (search.clauses ??= new ClauseIndex(knowledge, search.synonyms));
}

function provisionsOf(knowledge: Knowledge): ProvisionIndex {
  const search = searchOf(knowledge);
  return (search.provisions ??= new ProvisionIndex(knowledge, search.synonyms));
}

/**
 * The clauses that the words point to, best first. A place limits the search
 * to its own, its province's and the country's notices; a place or document
 * that the words name does the same. Nothing for a place that no notice
 * governs. An essay without an issuing body is found only by its name or id.
 */
export function searchClauses(
  knowledge: Knowledge,
  query: string,
  limits: ClauseLimits = {},
): ClauseHit[] {
  return clausesOf(knowledge).search(query, limits);
}

/** The provisions that the words point to, best first, each with how much of the question it covers. */
export function searchProvisions(
  knowledge: Knowledge,
  query: string,
  limits: Limits = {},
): ProvisionHit[] {
  return provisionsOf(knowledge).search(query, limits);
}

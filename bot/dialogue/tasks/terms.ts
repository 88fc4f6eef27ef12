/** What a term means, marked as explanation, with a sentence of a notice that uses it. */
import { passage } from "../../../engine/citations.js";
import type { Citation } from "../../../engine/result.js";
import type { Knowledge } from "../../../knowledge/knowledge.js";
import type { Notice } from "../../../knowledge/schema.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { termLine } from "../../phrasing/terms.js";
import type { World } from "../context.js";
import type { Frame } from "../state.js";

/** Shorter sentences are headings. */
const SENTENCE = 15;
/** More terms of an answer are not explained beside it. */
const MOST = 3;

interface Sentence {
  notice: Notice;
  /** Of the clause. */
  id: string;
  sentence: string;
}
const sentences = new WeakMap<Notice, Sentence[]>();

/** The sentences of a notice that are no headings, cut once. */
function sentencesOf(notice: Notice): Sentence[] {
  let cut = sentences.get(notice);
  if (!cut)
    sentences.set(
      notice,
      (cut = notice.clauses.flatMap(({ id, text }) =>
        text
          .split(/(?<=[。；;])/)
          .map((sentence) => sentence.trim())
          .filter((sentence) => sentence.length >= SENTENCE)
          .map((sentence) => ({ notice, id, sentence })),
      )),
    );
  return cut;
}

/** The shortest sentence of the notices that has the words in it. */
function sentenceWith(
  notices: readonly Notice[],
  words: string,
): Citation | undefined {
  const found = notices.flatMap((notice) =>
    sentencesOf(notice).filter(({ sentence }) => sentence.includes(words)),
  );
  const [best] = found.sort((a, b) => a.sentence.length - b.sentence.length);
  return best && passage(best.notice, best.id, best.sentence);
}

/** A sentence that uses the term: of the place asked about, else the one that the vocabulary points to. */
function useOf(
  term: string,
  place: string | null,
  knowledge: Knowledge,
): Citation | undefined {
  const held = [...knowledge.notices.values()].filter(
    ({ kind }) => kind !== "commentary" && kind !== "interpretation",
  );
  const local = held.filter(({ jurisdiction }) => jurisdiction === place);
  const use = knowledge.vocabulary.file.terms[term]?.use;
  return (
    sentenceWith(local, term) ?? (use ? sentenceWith(held, use) : undefined)
  );
}

/** Explains the terms; without a sentence that uses one, only the explanation. */
export function explainTerms(
  { terms, place }: Frame,
  { knowledge }: World,
): Reply {
  const lead = terms.map((term) => termLine(term, knowledge));
  const citations = terms.flatMap(
    (term) => useOf(term, place?.value ?? null, knowledge) ?? [],
  );
  return citations.length > 0
    ? reply("answered", "term", lead, { citations })
    : reply("out_of_scope", "term", lead, { scope: "other" });
}

/** The terms that stand in what was answered, in the order in which they do. */
export function termsIn(text: string, { vocabulary }: Knowledge): string[] {
  const all = Object.keys(vocabulary.file.terms);
  return all
    .filter((term) => text.includes(term))
    .filter(
      (term, _, found) =>
        !found.some((other) => other !== term && other.includes(term)),
    )
    .sort((a, b) => text.indexOf(a) - text.indexOf(b))
    .slice(0, MOST);
}

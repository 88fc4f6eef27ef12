/**
 * Conditions: for each facet value and identity one of the documents' own
 * words stands in the quoted words, and a number belongs to the tier, year
 * and person that it is given to.
 */
import { findFigures } from "../figures.js";
import type { Provision } from "../schema.js";
import { type Bound, bindingFault } from "./binding.js";
import { checkAreas } from "./areas.js";
import { narrow, same } from "./numbers.js";
import { statedNumbers } from "./stated.js";
import { passagesOf, type Subject } from "./subject.js";
import { namesValue, termsIn } from "./terms.js";

export function checkConditions(subject: Subject): void {
  for (const provision of subject.notice.provisions) {
    checkWhere(subject, provision);
    checkWho(subject, provision);
    checkAreas(subject, provision);
    if (provision.force === "rule") checkBinding(subject, provision);
  }
}

/** Facets whose words are checked elsewhere, or that a document states otherwise. */
const OTHERWISE: readonly string[] = ["area"];

function checkWhere(subject: Subject, provision: Provision): void {
  const { vocabulary } = subject.parts;
  const passages = passagesOf(provision);
  for (const [facet, values] of Object.entries(provision.where)) {
    if (OTHERWISE.includes(facet)) continue;
    for (const id of values ?? []) {
      if (!vocabulary.value(facet, id)) continue;
      const ofNotice =
        facet === "insurance" &&
        ((subject.notice.insurance ?? []).includes(id) ||
          namesValue(vocabulary, facet, id, [subject.notice.title]));
      if (!ofNotice && !namesValue(vocabulary, facet, id, passages))
        subject.provisionProblem(
          provision,
          `where › ${facet}`,
          `条件“${vocabulary.label(facet, id)}”的字样不在引文里；请核对条件，或者在 context 里补引写明它的话`,
        );
    }
  }
}

function checkWho(subject: Subject, provision: Provision): void {
  const { vocabulary } = subject.parts;
  const passages = passagesOf(provision);
  const { all = [], any = [], none = [] } = provision.who;
  for (const tag of [...all, ...any])
    if (
      vocabulary.value("identity", tag) &&
      !namesValue(vocabulary, "identity", tag, passages)
    )
      subject.provisionProblem(
        provision,
        "who",
        `身份“${vocabulary.label("identity", tag)}”的字样不在引文里；请核对身份，或者在 context 里补引写明它的话`,
      );
  for (const tag of none)
    if (
      vocabulary.value("identity", tag) &&
      !namesValue(vocabulary, "identity", tag, passages) &&
      !takenElsewhere(subject, provision, tag)
    )
      subject.provisionProblem(
        provision,
        "who › none",
        `排除的身份“${vocabulary.label("identity", tag)}”不在引文里，本文件同一事项也没有为它另作规定；请核对`,
      );
}

/** Whether another provision of the notice on the same topic is for the person left out here. */
function takenElsewhere(
  subject: Subject,
  provision: Provision,
  tag: string,
): boolean {
  return subject.notice.provisions.some(
    (other) =>
      other !== provision &&
      other.topic === provision.topic &&
      [...(other.who.all ?? []), ...(other.who.any ?? [])].includes(tag),
  );
}

/** Each number that decides is the one that the document gives to this tier, year and person. */
function checkBinding(subject: Subject, provision: Provision): void {
  const { quote, at } = narrow(subject, provision);
  const start = quote.indexOf(at);
  const figures = findFigures(quote).filter(
    ({ from, to }) => from >= start && to <= start + at.length,
  );
  checkPersonAt(subject, provision, at);
  for (const stated of statedNumbers(provision)) {
    if (!stated.bound) continue;
    const candidates: Bound[] = figures
      .filter((figure) => same(figure, stated))
      .map((figure) => ({ subject, provision, quote, at, figure }));
    const faults = candidates.map(bindingFault);
    const first = faults[0];
    if (first && faults.every((fault) => fault !== null))
      subject.provisionProblem(
        provision,
        first.part,
        `${candidates[0]?.figure.text ?? stated.value} ${first.message}`,
      );
  }
}

/** Where `at` names persons, the provision is for one of them. */
function checkPersonAt(
  subject: Subject,
  provision: Provision,
  at: string,
): void {
  const { all = [], any = [] } = provision.who;
  const own = [...all, ...any];
  if (provision.at === undefined || own.length === 0) return;
  const named = termsIn(subject.parts.vocabulary, "identity", at);
  if (
    named.length === 0 ||
    named.some(({ values }) => values.some((id) => own.includes(id)))
  )
    return;
  subject.provisionProblem(
    provision,
    "who",
    `at 写的是“${named.map(({ text }) => text).join("、")}”，这里却记在“${own.map((id) => subject.parts.vocabulary.label("identity", id)).join("、")}”名下；请核对身份`,
  );
}

/** Conditions of a case that a message states or denies in so many words. */
import type { Knowledge } from "../knowledge/knowledge.js";
import type { Mention } from "./meaning.js";
import type { ConceptHit } from "./mentions.js";

/** Contracted unless denied; asking whether one needs it says neither. */
export function familyDoctor(concepts: readonly ConceptHit[]): boolean | null {
  const hits = concepts.filter(
    ({ concept }) => concept === "family_doctor_yes",
  );
  const no =
    concepts.some(({ concept }) => concept === "family_doctor_no") ||
    hits.some(({ denied }) => denied);
  if (no) return false;
  return hits.some(({ questioned }) => !questioned) ? true : null;
}

/** Whether a child was registered in the year of its birth, where the words say. */
export function registered(concepts: readonly ConceptHit[]): boolean | null {
  if (concepts.some(({ concept }) => concept === "registered_no")) return false;
  const yes = concepts.filter(({ concept }) => concept === "registered_yes");
  return yes.some(({ denied, questioned }) => !denied && !questioned)
    ? true
    : null;
}

/** 多少, 几成; or 比例, 起付线, 限额 where the question is no yes or no. */
export function asksNumber(plain: string, names: ReadonlySet<string>): boolean {
  if (names.has("when")) return false;
  if (/多少|好多|几多|几[块成个元点]/.test(plain)) return true;
  return (
    !names.has("whether") &&
    ["ratio", "limit", "deductible"].some((one) => names.has(one))
  );
}

/** 残疾证是二级的: the certificate with its grade. */
export function gradedDisability(
  mentions: readonly Mention[],
  plain: string,
  { vocabulary }: Knowledge,
): Mention[] {
  return mentions.map((mention) => {
    if (mention.facet !== "identity") return mention;
    const kind = vocabulary.label("identity", mention.value).replace(/人$/, "");
    const after = /^[^，,。；;！!？?]{0,6}?([一二三四1-4])级/.exec(
      plain.slice(mention.span[1]),
    );
    const graded =
      after && vocabulary.resolve("identity", `${after[1]}级${kind}`);
    return graded ? { ...mention, value: graded.id } : mention;
  });
}

/** 低保 said and denied in one message: the denial belongs to the other mention. */
export function settleMentions(mentions: readonly Mention[]): Mention[] {
  return mentions.filter(
    (mention, index) =>
      !mentions.some(
        (other, at) =>
          at < index &&
          other.facet === mention.facet &&
          other.value === mention.value &&
          other.negated === mention.negated,
      ),
  );
}

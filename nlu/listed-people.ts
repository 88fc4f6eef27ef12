/** Persons told only by their identities, one after the other, and counted: 低保、重残和五保户三个人. */
import type { Household, Mention, Person } from "./meaning.js";

/** Between the identities of different persons: 低保、重残和五保户三个人. */
const LIST =
  /^(户|人|人员|对象|家庭|的|一个|选|[一二]档)*([、，,和跟与及]|还有|以及)+(一个)?$/;
/** 三个人都是低保、重残: everybody is all of it. */
const ALL_OF_THEM = /都|均|既|又|同时|全是/;

/** One nameless person of as many identities as the persons counted, listed one after the other: one of each. */
export function listed(
  plain: string,
  mentions: readonly Mention[],
  household: Household | null,
  people: Person[],
): Person[] {
  const [only, more] = people;
  const said = mentions
    .filter(({ facet, negated }) => facet === "identity" && !negated)
    .sort((a, b) => a.span[0] - b.span[0]);
  const apart =
    only !== undefined &&
    more === undefined &&
    only.label === "" &&
    said.length > 1 &&
    said.length === household?.size &&
    only.tags.length === said.length &&
    !ALL_OF_THEM.test(plain) &&
    said.every(
      ({ span }, at) =>
        at === 0 || LIST.test(plain.slice(said[at - 1]?.span[1], span[0])),
    );
  return apart
    ? said.map(({ value }) => ({ ...only, tags: [value], count: 1 }))
    : people;
}

/** The facts said of one person: whether any are, and how two tellings of them join. */
import type { Person } from "../../nlu/meaning.js";

/** Whether nothing is said of the person but the name. */
export const isEmpty = ({ tags, denied, age, tier, count }: Person): boolean =>
  tags.length === 0 && denied.length === 0 && age === null && !tier && !count;

/** Told of with nothing but that they are nobody special. */
export const isOrdinary = ({ tags, denied, age }: Person): boolean =>
  tags.length === 1 &&
  tags[0] === "普通居民" &&
  denied.length === 0 &&
  age === null;

/** Told of with nothing at all. */
export const isSilent = ({ tags, denied, age }: Person): boolean =>
  tags.length + denied.length === 0 && age === null;

/** What is said later comes to what was said of the same person before. */
export function joinPerson(a: Person, b: Person): Person {
  return {
    ...a,
    label: a.label || b.label,
    tags: [...new Set([...a.tags, ...b.tags])].filter(
      (tag) => !b.denied.includes(tag),
    ),
    circumstances: a.circumstances && b.circumstances,
    denied: [...new Set([...a.denied, ...b.denied])],
    age: b.age ?? a.age,
    tier: b.tier ?? a.tier,
  };
}

/** What is said later, without what it denies of the person before. */
export function withoutDenied(before: Person, person: Person): Person {
  return {
    ...before,
    tags: before.tags.filter((tag) => !person.denied.includes(tag)),
    denied: [...new Set([...before.denied, ...person.denied])],
    age: person.age ?? before.age,
    tier: person.tier ?? before.tier,
    count: person.count ?? before.count,
  };
}

/** The facts said of one person: whether any are, and how two tellings of them join. */
import type { Meaning, Person } from "../../nlu/meaning.js";
import { ORDINARY } from "../../nlu/person-facts.js";

/** Whether nothing is said of the person but the name. */
export const isEmpty = ({ tags, denied, age, tier, count }: Person): boolean =>
  tags.length === 0 && denied.length === 0 && age === null && !tier && !count;

/** Told of with nothing but that they are nobody special. */
export const isOrdinary = ({ tags, denied, age }: Person): boolean =>
  tags.length === 1 &&
  tags[0] === ORDINARY &&
  denied.length === 0 &&
  age === null;

/** Told of with nothing at all. */
export const isSilent = ({ tags, denied, age }: Person): boolean =>
  tags.length + denied.length === 0 && age === null;

/** 那我要是重度残疾呢, after 大学生交多少: nobody else was named, and what was said is no ground of aid by itself. */
const isTheAsker = (before: Person, now: Person): boolean =>
  before.label === "" && before.circumstances === true && now.label === "本人";

/**
 * 女儿是大学生呢, after 女儿是重度残疾: whoever is named again has what was said
 * of them before as well; the answer shows each identity, and what was carried.
 * Somebody nobody special, or told of without a name (那大学生呢), is another case.
 */
export function isMoreOfSame(before: Person, now: Person): boolean {
  return (
    now.label !== "" &&
    (now.label === before.label || isTheAsker(before, now)) &&
    now.tags.length > 0 &&
    before.tags.length > 0 &&
    !now.tags.includes(ORDINARY) &&
    !isOrdinary(before)
  );
}

/** What is said later comes to what was said of the same person before; what both cannot be is what was said last. */
export function joinPerson(a: Person, b: Person): Person {
  const over = [...b.denied, ...(b.excludes ?? [])];
  return {
    ...a,
    label: a.label || b.label,
    tags: [
      ...new Set([...a.tags.filter((tag) => !over.includes(tag)), ...b.tags]),
    ].filter((tag) => !b.denied.includes(tag)),
    circumstances: a.circumstances && b.circumstances,
    denied: [...new Set([...a.denied, ...b.denied])],
    age: b.age ?? a.age,
    tier: b.tier ?? a.tier,
    ...(b.year === undefined ? {} : { year: b.year, school: b.school }),
  };
}

/** As a conversation keeps a person: which identities are excluded stands in the vocabulary. */
export function kept(person: Person): Person {
  return person.excludes ? { ...person, excludes: undefined } : person;
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

/** 我妈也是: like the person spoken of last. */
const LIKEWISE =
  /(也是|(?<!不)一样|同样)[的了]?[。！!]?$|[俩两]?都(也)?是(?=[，,\s]*(一共|总共|合计|共|加起来))|也(改|换|变)(了|掉|过来|一下)?[吧呢]?[。！!]?$/;

/** The person named with nothing but 也是, with what was said of the last one. */
export function likewise(
  { people, plain }: Meaning,
  before: readonly Person[],
): Meaning["people"] {
  const [person, more] = people;
  const model = before.at(-1);
  if (!person || more || !model || !LIKEWISE.test(plain)) return people;
  const { label, age } = person;
  const { count } = person;
  if (label === "" || !isEmpty({ ...person, age: null, count: undefined }))
    return people;
  return [{ ...model, label, count, age }];
}

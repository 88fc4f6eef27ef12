/** What the vocabulary tells of identities: circumstances, those that exclude each other, a child that was just born. */
import type { Knowledge } from "../knowledge/knowledge.js";
import type { Person } from "./meaning.js";

/** Identities of one kind each. */
export interface IdentityKinds {
  /** No ground of aid by themselves: children, students, the old. */
  circumstances: ReadonlySet<string>;
  /** Told by an age alone: children and the old. */
  ofAges: ReadonlySet<string>;
  /** Granted to a whole household: 低保, 低收入家庭. */
  ofHomes: ReadonlySet<string>;
  /** What everybody of the home is: 低收入家庭. */
  ofAllHome: ReadonlySet<string>;
  /** Only a child can be it: 孤儿, 事实无人抚养儿童. */
  ofChildren: ReadonlySet<string>;
  /** Those that hold with each: a grade of disability is a disability. */
  implied: ReadonlyMap<string, readonly string[]>;
}

/** Which identities are circumstances, and which belong to a whole household. */
export function identityKinds({ vocabulary }: Knowledge): IdentityKinds {
  const values = Object.entries(vocabulary.file.facets.identity?.values ?? {});
  return {
    circumstances: new Set(
      values.flatMap(([id, { ages, circumstance }]) =>
        ages !== undefined || circumstance ? [id] : [],
      ),
    ),
    ofAges: new Set(
      values.flatMap(([id, { ages }]) => (ages !== undefined ? [id] : [])),
    ),
    ofHomes: new Set(
      values.flatMap(([id, { of_home }]) => (of_home ? [id] : [])),
    ),
    ofAllHome: new Set(
      values.flatMap(([id, { of_all_home }]) => (of_all_home ? [id] : [])),
    ),
    ofChildren: new Set(
      values.flatMap(([id, { of_child }]) => (of_child ? [id] : [])),
    ),
    implied: new Map(values.map(([id]) => [id, wide(vocabulary, id)])),
  };
}

/** The identity with all that hold as well. */
const wide = (vocabulary: Knowledge["vocabulary"], id: string): string[] => [
  id,
  ...(vocabulary.file.facets.identity?.values[id]?.implies ?? []).flatMap(
    (other) => wide(vocabulary, other),
  ),
];

/** Where nothing is known of any identity. */
export const NO_KINDS: IdentityKinds = {
  circumstances: new Set(),
  ofAges: new Set(),
  ofHomes: new Set(),
  ofAllHome: new Set(),
  ofChildren: new Set(),
  implied: new Map(),
};

/** For each identity those that the same person cannot have: the others of its lists, by itself or by what it implies. */
export function excludedOf({
  vocabulary,
}: Knowledge): ReadonlyMap<string, string[]> {
  const { apart = [], values = {} } = vocabulary.file.facets.identity ?? {};
  const ids = Object.keys(values);
  const implied = new Map(ids.map((id) => [id, wide(vocabulary, id)]));
  return new Map(
    ids.map((id) => {
      const own = implied.get(id) ?? [];
      const others = apart.flatMap((list) =>
        list.some((one) => own.includes(one))
          ? list.filter((one) => !own.includes(one))
          : [],
      );
      return [
        id,
        ids.filter((one) =>
          implied.get(one)?.some((tag) => others.includes(tag)),
        ),
      ];
    }),
  );
}

/** 娃儿刚生: a child that was just born. */
export function withNewborn(person: Person, plain: string): Person {
  const child = person.age === null && person.tags.join() === MINOR;
  return child && JUST_BORN.test(plain)
    ? { ...person, tags: [NEWBORN] }
    : person;
}
const [MINOR, NEWBORN] = ["未成年人", "新生儿"];
const JUST_BORN = /(刚|才)(刚)?(生|出生|落地|出世)(?!病)/;

/** 我娃7月5号生的: a child of whom no age was told, whose birth without a year was the last one. */
export const isSmall = ({ tags, age }: Person): boolean =>
  age === null && tags.join() === MINOR;

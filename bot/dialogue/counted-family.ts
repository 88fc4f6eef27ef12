/** A family that was counted before: who of it is told anew, and what then holds for the others. */
import type { Meaning, Person } from "../../nlu/meaning.js";
import { SELF } from "../../nlu/payers.js";
import {
  isEmpty,
  isOrdinary,
  isSilent,
  joinPerson,
  withoutDenied,
} from "./person.js";
import { said } from "./slots.js";
import type { Frame } from "./state.js";

/** How many persons these are. */
export const headsOf = (people: readonly Person[]): number =>
  people.reduce((sum, { count }) => sum + (count ?? 1), 0);

/** Whether nothing is told of a household. */
export const isVoid = ({
  size,
  vague,
  total,
  clash,
}: NonNullable<Meaning["household"]>): boolean =>
  size === null && !vague && !total && !clash;

/** 家里是低收入 after a counted family: said of everybody in it, and the family stays as it is. */
export function sayOfFamily(
  frame: Frame,
  { people, concepts }: Meaning,
): boolean {
  const [only] = people;
  const before = frame.people?.value ?? [];
  const meant =
    (frame.household?.size ?? null) !== null &&
    before.length > 0 &&
    concepts.includes("of_family") &&
    people.length === 1 &&
    only?.label === "" &&
    only.tags.length > 0;
  if (!meant) return false;
  frame.people = said(before.map((person) => joinPerson(person, only)));
  return true;
}

/**
 * A follow-up about a family that was counted before: a member said anew
 * (“要是我妈是重残呢”) or its head count alone (“要是4口人呢”) leaves the rest.
 */
export function sayInFamily(
  frame: Frame,
  { people, household, plain }: Meaning,
): boolean {
  const before = frame.people?.value ?? [];
  const counted = frame.household;
  if (!counted || isVoid(counted)) return false;
  const known = people.every(
    ({ label }) => label !== "" && before.some((one) => one.label === label),
  );
  const changed = people.some((person) => !isEmpty(person));
  if (!known || (people.length > 0 && !changed)) return false;
  if (people.length === 0 && household === null) return false;
  if (household && (household.size !== null || household.vague)) {
    frame.household = { ...household, total: true };
    const [all, more] = before;
    // 四口都一档, 要是5口呢: what was said of all of them.
    if (
      (counted.size === null || all?.count === counted.size) &&
      !more &&
      all &&
      household.size !== null
    )
      frame.people = said([{ ...all, count: household.size }]);
  }
  if (people.length > 0)
    frame.people = said(
      before.flatMap((one) => {
        const again = people.find(({ label }) => label === one.label);
        if (!again && RATHER.test(plain)) return withoutTags(one, people);
        if (!again || isEmpty(again)) return one;
        const twins = before.filter(({ label }) => label === one.label);
        const told = {
          ...toldAgain(one, again),
          ...(twins.length > 1 ? { count: one.count } : {}),
        };
        const some = someOf(one, again, plain);
        return some === null
          ? told
          : [
              { ...one, count: (one.count ?? 1) - some },
              { ...told, count: some },
            ];
      }),
    );
  return true;
}

/** 有一个娃改成二档, of three: how many of those counted by that name take another tier; null where all do. */
function someOf(before: Person, again: Person, plain: string): number | null {
  const heads = again.count ?? (ONE_OF.test(plain) ? 1 : null);
  const some = heads !== null && heads < (before.count ?? 1);
  return some && again.tier !== undefined ? heads : null;
}
const ONE_OF = /[一1]个/;

/** 我妈是重残: who that member is; 儿子改二档: only the tier, and who that is stays. */
function toldAgain(before: Person, again: Person): Person {
  // 我妈不是低保, of whom something else was told: that stays.
  if (again.tags.length === 0 && again.denied.length > 0)
    return withoutDenied(before, again);
  return {
    ...(isSilent(again) ? before : again),
    count: again.count ?? before.count,
    tier: again.tier ?? before.tier,
  };
}

/** 我老公才是低保: not who was said to be before. */
const RATHER = /才(是|算|有)/;

/** A member without what is now said of another. */
function withoutTags(one: Person, others: readonly Person[]): Person {
  const moved = others.flatMap(({ tags }) => tags);
  return { ...one, tags: one.tags.filter((tag) => !moved.includes(tag)) };
}

/** 大学生是重度残疾: one of the family counted before, called by what was said of them. */
export function sayByTag(
  frame: Frame,
  { people, household }: Meaning,
): boolean {
  const [told, more] = people;
  const before = frame.people?.value ?? [];
  if (!told || more || told.label !== "") return false;
  // 大学生那个改一档: the tier alone is new.
  const retiered = told.tier !== undefined && told.count === 1;
  if (told.count !== undefined && !retiered) return false;
  if (household !== null || (frame.household?.size ?? null) === null)
    return false;
  const at = before.findIndex(
    ({ label, tags, count }) =>
      label === "" &&
      (count ?? 1) === 1 &&
      tags.length > 0 &&
      (retiered
        ? tags.length === told.tags.length
        : tags.length < told.tags.length) &&
      tags.every((tag) => told.tags.includes(tag)),
  );
  const meant = before[at];
  if (!meant) return false;
  frame.people = said(before.with(at, joinPerson(meant, told)));
  return true;
}

/** 一个还是重残, of two told alike: one of them is that besides, and no other of the family. */
export function sayOneAlso(frame: Frame, { people, plain }: Meaning): boolean {
  const [told, more] = people;
  const before = frame.people?.value ?? [];
  const at = before.findLastIndex(
    ({ label, tags }) => label === "" && tags.length > 0,
  );
  const group = before[at];
  const meant =
    told !== undefined &&
    more === undefined &&
    told.label === "" &&
    told.tags.length > 0 &&
    frame.household?.total === true &&
    ONE_ALSO.test(plain);
  if (!meant || !group || isOrdinary(group)) return false;
  // 三口人都是低保: all of them, who are counted once.
  const all = before.length === 1 ? (frame.household?.size ?? null) : null;
  const count = group.count ?? all ?? 1;
  const also = { ...joinPerson(group, told), count: 1 };
  frame.people = said(
    before.flatMap((one, index) =>
      index !== at
        ? [one]
        : count > 1
          ? [{ ...group, count: count - 1 }, also]
          : [also],
    ),
  );
  return true;
}
const ONE_ALSO =
  /^(那|那么|要是|如果)?(其中|里面|当中|有)*的?[一1][个位口]人?(同时|并且|而且|还|也|又)+(是|有|属于|算)/;

/** Words that make the persons said a part of those counted before, not others instead of them. */
const PART =
  /也是|其中|里面|里头|当中|之中|中间|另外|还有|(有|要是|如果|假如).{0,6}(是|个|位|名|口)|(个|人|位|名|口|妈|爸|爷|奶|公|婆|孩子|娃儿?|儿子|女儿)(都|也)?[是选买办改换]|[俩仨两]个?[选买办改换]/;

/** 其中一个, 里面有个: one of those told of before. */
const OF_THEM =
  /其中|里面|里头|当中|之中|中间|^(那|要是|如果)?有[一二两1-3][个位口]人?(还|也|又)?是/;

/** 再加上我爸妈一共多少: more persons, beside those counted before. */
export const ON_TOP = /^(那|要是|如果|还|又|再|把)*(加|算)/;

/** 要是三个低保呢: so many instead; not 要是再有一个低保呢. */
const SUPPOSES =
  /^(那|那么)?(要是|如果|假如|若是?|换成|改成)(?!.*[再又还另加])/;

/** 都是低保: what is said holds for all of them. */
const ALL = /都|全/;
/** 那两个大学生呢 asks of others instead. */
const INSTEAD = /^那|呢/;

/** “其中两个大学生”: so many of the family counted before are; the others stay as they were. */
export function sayPart(
  frame: Frame,
  { people, household, plain, correction, concepts }: Meaning,
): boolean {
  // 加上我婆婆也是一档: who comes to them was none of them.
  if (concepts.includes("plus") && ON_TOP.test(plain)) return false;
  const before = frame.people?.value ?? [];
  const named = people.filter((person) => !isEmpty(person));
  const [only, more] = before;
  // 三口人都是低保，其中一个是重残: what was told of all holds for the one, too.
  const ofThem = OF_THEM.test(plain);
  // 要是娃不是低保呢, of three who all are: the child is one of them.
  const notAll =
    only?.label === "" &&
    named.length > 0 &&
    named.every(
      ({ label, denied }) =>
        denied.some((tag) => only.tags.includes(tag)) &&
        // 两个低保多少, 我不是低保: the asker need not be one of the two.
        (label !== SELF || (frame.household?.size ?? null) !== null),
    );
  // 我们仨都低保, 我妈是重残: where all of them were told of, whoever is named is one of them.
  const ofAll =
    only?.label === "" &&
    only.count === frame.household?.size &&
    named.length > 0 &&
    named.every(({ label, tags }) => label !== "" && tags.length > 0);
  const group =
    !more &&
    only &&
    (only.count ?? allOf(only, frame)) > 1 &&
    (isSilent(only) || isOrdinary(only) || ofThem || notAll || ofAll);
  const size = frame.household?.size ?? (group ? (only.count ?? null) : null);
  if (size === null || (household?.size ?? null) !== null) return false;
  const [first] = named;
  const everybody = first?.label === "" && first.count === undefined;
  if (everybody && ALL.test(plain)) {
    const { label, count } = group ? only : first;
    frame.people = said([{ ...first, label, count }]);
    return true;
  }
  const counted =
    !INSTEAD.test(plain) && named.every(({ count }) => count !== undefined);
  // 我妈特困, after 三口人一共多少: one of them is told of, and nobody asked about alone.
  const member =
    // 要是我老公有二级残疾证呢: supposed of one of them.
    (!INSTEAD.test(plain) || SUPPOSES.test(plain)) &&
    frame.household?.total === true &&
    named.every(({ label }) => label !== "");
  if (named.length === 0 || !(counted || member || notAll || PART.test(plain)))
    return false;
  frame.household = {
    ...(frame.household ?? { vague: false, each: false, clash: false }),
    size,
    total: true,
  };
  const joins = ofThem || (ofAll && (ALSO.test(plain) || named.every(isAge)));
  const told =
    joins && group && !isOrdinary(only) && !notAll
      ? named.map((one) => ({ ...joinPerson(only, one), count: one.count }))
      : named;
  frame.people = said(
    group
      ? divided(only, told, size)
      : within(
          size,
          beside(
            correction || SUPPOSES.test(plain) ? others(before, named) : before,
            named,
          ),
        ),
  );
  return true;
}

/** 三口人都是低保: who is told of without a name or a count is the whole family. */
const allOf = ({ label, tags }: Person, { household }: Frame): number =>
  (label === "" && tags.length > 0 ? household?.size : null) ?? 1;

/** 我妈同时还是重残: besides what all of them are. */
const ALSO = /也是|同时|还是|又是|并且|而且/;
const isAge = ({ circumstances }: Person): boolean => circumstances === true;

const one = (person: Person): Person => ({
  ...person,
  count: person.count ?? 1,
});

/** 不对，是三个低保: so many instead of those counted before. */
const others = (
  before: readonly Person[],
  named: readonly Person[],
): Person[] =>
  before.filter(
    ({ label, tags }) =>
      label !== "" || !named.some((one) => one.tags.join() === tags.join()),
  );

/** Members named anew beside those named before. */
const beside = (
  before: readonly Person[],
  named: readonly Person[],
): Person[] => [
  ...before.filter(
    ({ label }) =>
      label === "" || !named.some((other) => other.label === label),
  ),
  ...named.map(one),
];

/** 四口人，一个低保，再有一个重残: who is told apart was one of the ordinary ones before. */
function within(size: number, people: readonly Person[]): Person[] {
  const over = headsOf(people) - size;
  const unnamed = people.filter(({ label }) => label === "");
  const [only, more] = unnamed;
  // 我妈重残和两个低保, 我是普通人: where one group alone has no name, whoever is named next is of it.
  const alone = !more && unnamed.length < people.length;
  const group = alone && (only?.count ?? 1) > over ? only : undefined;
  return people.flatMap((person) => {
    if (over <= 0 || person.label !== "") return [person];
    if (!isOrdinary(person) && person !== group) return [person];
    const count = (person.count ?? 1) - over;
    return count > 0 ? [{ ...person, count }] : [];
  });
}

/** 三口一档, of whom one is a student: the others keep what was said of all. */
function divided(
  group: Person,
  named: readonly Person[],
  size: number,
): Person[] {
  const parts = named.map((person) => ({
    ...one(person),
    tier: person.tier ?? group.tier,
  }));
  const rest = size - headsOf(parts);
  return rest > 0 && (group.tier || group.tags.length > 0)
    ? [...parts, { ...group, count: rest }]
    : parts;
}

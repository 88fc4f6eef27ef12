/** Persons and tiers of a frame: what was said replaces, adds to or keeps what was there. */
import type { Meaning, Person } from "../../nlu/meaning.js";
import { carried, said } from "./slots.js";
import type { Frame } from "./state.js";

/** The persons of the question before, with the head count of their household. */
export function carryPeople(frame: Frame, before: Frame): void {
  frame.people = carried(before.people);
  frame.household = before.household ?? null;
}

/** The tiers said; 不要二档 leaves 一档 where a facet has two values. */
export function sayTiers(
  frame: Frame,
  meaning: Meaning,
  followUp: boolean,
): void {
  const said_ = meaning.mentions.filter(({ facet }) => facet === "tier");
  const tiers = unique(said_.filter(({ negated }) => !negated));
  const denied = unique(said_.filter(({ negated }) => negated));
  const beside = meaning.compare && followUp ? (frame.tiers?.value ?? []) : [];
  if (followUp && frame.household && meaning.people.some(isPart)) return;
  if (isOfSome(meaning)) return;
  if (tiers.length > 0) {
    frame.tiers = said([...new Set([...beside, ...tiers])]);
    if (!meaning.people.some(({ tier }) => tier)) forgetTiers(frame);
  } else if (denied.length === 1)
    frame.tiers = said(denied[0] === "1" ? ["2"] : ["1"]);
}

/** 两个选二档: the tier is theirs alone. */
const isPart = ({ tier, count }: Person): boolean =>
  tier !== undefined && count !== undefined;

/** 三个人，其中一个二档: the tier of the others stays as it was, or open. */
function isOfSome({ people, household, plain }: Meaning): boolean {
  return (
    household?.size !== undefined &&
    household.size !== null &&
    OF_THEM.test(plain) &&
    people.length > 0 &&
    people.every(isPart) &&
    headsOf(people) < household.size
  );
}
const OF_THEM = /其中|里面|里头|当中|之中|中间/;

const unique = (mentions: readonly { value: string }[]): string[] => [
  ...new Set(mentions.map(({ value }) => value)),
];

/** “那都选二档呢” holds for everyone; where somebody's tier is still open, the answer is theirs. */
function forgetTiers(frame: Frame): void {
  const people = frame.people?.value ?? [];
  if (!frame.people || !people.every(({ tier }) => tier)) return;
  frame.people = {
    ...frame.people,
    value: people.map((person) => ({ ...person, tier: undefined })),
  };
}

/** Whether nothing is said of the person but the name. */
export const isEmpty = ({ tags, denied, age, tier, count }: Person): boolean =>
  tags.length === 0 && denied.length === 0 && age === null && !tier && !count;

/** Naming another person drops the facts of the one before; 也是 adds, 不是X是Y replaces. */
export function sayPeople(
  frame: Frame,
  told: Meaning,
  followUp: boolean,
): void {
  const meaning = followUp
    ? { ...told, people: likewise(told, frame.people?.value ?? []) }
    : told;
  const named = meaning.people;
  const { household } = meaning;
  const family = household !== null && !isVoid(household);
  if (
    followUp &&
    (sayOfFamily(frame, meaning) ||
      sayInFamily(frame, meaning) ||
      sayPart(frame, meaning))
  )
    return;
  const counted = named.some(({ count }) => count !== undefined);
  const heads = frame.household?.size ?? null;
  if (family || (household && counted)) frame.household = household;
  else if (named.length > 0) frame.household = null;
  if (named.length === 0) return;
  const before = frame.people?.value ?? [];
  const full = named.filter((person) => !isEmpty(person));
  const chosen = family ? named : full.length > 0 ? full : named.slice(0, 1);
  const [first] = before;
  const joins =
    meaning.concepts.includes("addition") ||
    (meaning.concepts.includes("of_family") &&
      chosen[0]?.tags.length === 1 &&
      first &&
      hasNoGround(first));
  const adds = joins && before.length === 1;
  const more = chosen.filter(
    ({ label }) => label !== "" && !before.some((one) => one.label === label),
  );
  const together =
    meaning.concepts.includes("plus") && meaning.amounts.length === 0;
  const onTop =
    (heads !== null || headsOf(before) > 1) && ON_TOP.test(meaning.plain);
  if ((followUp || onTop) && together && more.length > 0) {
    const alone = before.length === 0 && heads === null;
    frame.people = said([...(alone ? [SELF] : before), ...more]);
    frame.household = {
      ...TOGETHER,
      size: household?.size ?? (heads === null ? null : heads + headsOf(more)),
    };
    return;
  }
  if (
    meaning.compare &&
    before.length === 1 &&
    chosen.length === 1 &&
    meaning.asks.length === 0
  ) {
    frame.people = said([...before, ...chosen]);
    return;
  }
  frame.people = said(
    chosen.map((told) => {
      const person = followUp ? ofTheSame(told, before, meaning) : told;
      const same = before.find(
        ({ label }) => label === person.label || person.label === "",
      );
      if (same && (adds || isMoreOf(person, before, meaning)))
        return joinPerson(same, person);
      if (same && isEmpty(person)) return same;
      if (meaning.likewise && isEmpty(person) && first && !more[1])
        return { ...first, label: person.label };
      return person.tags.length === 0 && same
        ? withoutDenied(same, person)
        : person;
    }),
  );
}

/** 家里是低收入 after a counted family: said of everybody in it, and the family stays as it is. */
function sayOfFamily(frame: Frame, { people, concepts }: Meaning): boolean {
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

/** A child, somebody of 65: whether they are aided depends on their family. */
const hasNoGround = ({ tags, circumstances }: Person): boolean =>
  tags.length === 0 || circumstances === true;

/** 他在上大学, after 我儿子是二级残疾: what somebody is besides, not instead. */
const isMoreOf = (
  { circumstances, tags }: Person,
  before: readonly Person[],
  { plain, correction }: Meaning,
): boolean =>
  circumstances === true &&
  tags.length > 0 &&
  before.length === 1 &&
  !correction &&
  /[他她]/.test(plain);

/** 她是低保, 不是低保，是特困: said of the one person asked about, who keeps the name. */
function ofTheSame(
  person: Person,
  before: readonly Person[],
  { plain, correction, followup, concepts }: Meaning,
): Person {
  const [only] = before;
  const same =
    /[他她]/.test(plain) ||
    correction ||
    concepts.includes("addition") ||
    !followup;
  return person.label === "" && before.length === 1 && only && same
    ? { ...person, label: only.label }
    : person;
}

const SELF: Person = { label: "本人", tags: [], denied: [], age: null };

/** 再加上我爸妈一共多少: more persons, beside those counted before. */
const ON_TOP = /^(那|要是|如果|还|又|再|把)*(加|算)/;

const headsOf = (people: readonly Person[]): number =>
  people.reduce((sum, { count }) => sum + (count ?? 1), 0);

/** All of them together are asked about. */
const TOGETHER = {
  size: null,
  vague: false,
  total: true,
  each: false,
  clash: false,
};

const isVoid = ({
  size,
  vague,
  total,
  clash,
}: NonNullable<Meaning["household"]>): boolean =>
  size === null && !vague && !total && !clash;

/**
 * A follow-up about a family that was counted before: a member said anew
 * (“要是我妈是重残呢”) or its head count alone (“要是4口人呢”) leaves the rest.
 */
function sayInFamily(frame: Frame, { people, household }: Meaning): boolean {
  const before = frame.people?.value ?? [];
  const counted = frame.household;
  if (!counted || isVoid(counted)) return false;
  const known = people.every(
    ({ label }) => label !== "" && before.some((one) => one.label === label),
  );
  const changed = people.some((person) => !isEmpty(person));
  if (!known || (people.length > 0 && !changed)) return false;
  if (people.length === 0 && household === null) return false;
  if (household && (household.size !== null || household.vague))
    frame.household = { ...household, total: true };
  if (people.length > 0)
    frame.people = said(
      before.map((one) => {
        const again = people.find(({ label }) => label === one.label);
        return again && !isEmpty(again)
          ? {
              ...again,
              count: again.count ?? one.count,
              tier: again.tier ?? one.tier,
            }
          : one;
      }),
    );
  return true;
}

/** Words that make the persons said a part of those counted before, not others instead of them. */
const PART =
  /也是|其中|里面|里头|当中|之中|中间|另外|还有|(有|要是|如果|假如).{0,6}(是|个|位|名|口)|(个|人|位|名|口|妈|爸|爷|奶|公|婆|孩子|娃儿?|儿子|女儿)(都|也)?[是选买办]|[俩仨两]个?[选买办]/;

/** 都是低保: what is said holds for all of them. */
const ALL = /都|全/;
/** 那两个大学生呢 asks of others instead. */
const INSTEAD = /^那|呢/;

/** “其中两个大学生”: so many of the family counted before are; the others stay as they were. */
function sayPart(
  frame: Frame,
  { people, household, plain, correction }: Meaning,
): boolean {
  const before = frame.people?.value ?? [];
  const named = people.filter((person) => !isEmpty(person));
  const [only, more] = before;
  const group =
    !more &&
    only &&
    (only.count ?? 1) > 1 &&
    (isSilent(only) || isOrdinary(only));
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
  if (named.length === 0 || !(counted || PART.test(plain))) return false;
  frame.household = {
    ...(frame.household ?? { vague: false, each: false, clash: false }),
    size,
    total: true,
  };
  frame.people = said(
    group
      ? divided(only, named, size)
      : within(
          size,
          beside(correction ? others(before, named) : before, named),
        ),
  );
  return true;
}

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
  return people.flatMap((person) => {
    if (over <= 0 || person.label !== "" || !isOrdinary(person))
      return [person];
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
  return rest > 0 && (group.tier || isOrdinary(group))
    ? [...parts, { ...group, count: rest }]
    : parts;
}

/** 我妈也是: like the person spoken of last. */
const LIKEWISE = /也(是|一样|同样)[的了]?[。！!]?$/;

/** The person named with nothing but 也是, with what was said of the last one. */
function likewise(
  { people, plain }: Meaning,
  before: readonly Person[],
): Meaning["people"] {
  const [person, more] = people;
  const model = before.at(-1);
  if (!person || more || !model || !LIKEWISE.test(plain)) return people;
  if (person.label === "" || !isEmpty(person)) return people;
  return [{ ...model, label: person.label, count: undefined, age: null }];
}

/** Told of with nothing but that they are nobody special. */
const isOrdinary = ({ tags, denied, age }: Person): boolean =>
  tags.length === 1 &&
  tags[0] === "普通居民" &&
  denied.length === 0 &&
  age === null;

const isSilent = ({ tags, denied, age }: Person): boolean =>
  tags.length + denied.length === 0 && age === null;

function joinPerson(a: Person, b: Person): Person {
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

function withoutDenied(before: Person, person: Person): Person {
  return {
    ...before,
    tags: before.tags.filter((tag) => !person.denied.includes(tag)),
    denied: [...new Set([...before.denied, ...person.denied])],
    age: person.age ?? before.age,
    tier: person.tier ?? before.tier,
    count: person.count ?? before.count,
  };
}

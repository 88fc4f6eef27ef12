/** A family told member by member: 我爸也是二档 changes one of those counted, 我和老婆都上 and 娃上一档 count further ones. */
import type { Meaning, Person } from "../../nlu/meaning.js";
import { headsOf } from "./counted-family.js";
import { MINOR } from "../../nlu/named-people.js";
import { isEmpty, joinPerson } from "./person.js";
import { said } from "./slots.js";
import type { Frame } from "./state.js";

/** All of them together are asked about. */
export const TOGETHER = {
  size: null,
  vague: false,
  total: true,
  each: false,
  clash: false,
};

const PAYING = "contribution";

const isNamed = ({ label }: Person): boolean => label !== "";

/** Those who are meant by a word for two. */
const PAIRS: Readonly<Record<string, readonly string[]>> = {
  父母: ["爸爸", "妈妈"],
  夫妻: ["丈夫", "妻子"],
};

/** 我妈是二档 after 我爸妈都上一档: two of whom one is told anew are told apart. */
export function splitPairs(frame: Frame, { people }: Meaning): void {
  const before = frame.people?.value ?? [];
  const named = people.map(({ label }) => label);
  const isSplit = ({ label, count }: Person): boolean =>
    (count ?? 2) === 2 &&
    (PAIRS[label] ?? []).some((one) => named.includes(one));
  if (frame.task !== PAYING || !frame.people || !before.some(isSplit)) return;
  frame.people = {
    ...frame.people,
    value: before.flatMap((one) =>
      isSplit(one)
        ? (PAIRS[one.label] ?? []).map((label) => ({
            ...one,
            label,
            count: undefined,
          }))
        : [one],
    ),
  };
  frame.household = frame.household?.total ? frame.household : TOGETHER;
}

/** Whether nothing is told of the family as a whole: 加上我二档一共多少 only sums it up. */
const ofMembers = (meaning: Meaning, frame: Frame): boolean => {
  const { household, concepts } = meaning;
  return (
    household === null ||
    (household.size === null &&
      (concepts.includes("plus") || changesSome(meaning, frame)))
  );
};

/** 我和老公换二档呢, of a family of four, told by name or only counted: two of them change, and the others stay. */
export function changesSome(
  { people, household, plain }: Meaning,
  frame: Frame,
): boolean {
  const before = frame.people?.value ?? [];
  const size = frame.household?.size ?? null;
  const counted = size !== null || isGroup(frame);
  return (
    household?.summed !== true &&
    CHANGES.test(plain) &&
    people.length < (size ?? headsOf(before)) &&
    people.every(
      ({ label }) =>
        label !== "" && (counted || before.some((one) => one.label === label)),
    )
  );
}
const CHANGES = /[换改转升降]/;

/** 那我妈上一档呢, 娃改二档, after a family was counted: the tier said is that person's own, whatever the others chose. */
export function withOwnTier(meaning: Meaning, frame: Frame): Meaning {
  const { people, mentions, plain } = meaning;
  const tiers = new Set(
    mentions.flatMap(({ facet, value, negated }) =>
      facet === "tier" && !negated ? [value] : [],
    ),
  );
  const [tier] = tiers;
  const byHeads = isGroup(frame) || (frame.household?.size ?? null) !== null;
  const own =
    frame.task === PAYING &&
    (byHeads || frame.household?.total === true) &&
    ofMembers(meaning, frame) &&
    tiers.size === 1 &&
    people.length > 0 &&
    people.every((one) => !one.tier && (isNamed(one) || isOneOf(one, frame)));
  if (!own) return meaning;
  return {
    ...meaning,
    people: people.map((one) => ({
      ...one,
      tier,
      ...(byHeads
        ? { count: one.count ?? (ONE.test(plain) ? 1 : headsNamed(one, frame)) }
        : {}),
    })),
  };
}

const ONE = /[一1]个/;

/** 娃也改成二档, of three children: all who were counted by that name. */
const headsNamed = ({ label }: Person, { people }: Frame): number =>
  people?.value.find((one) => label !== "" && one.label === label)?.count ?? 1;

/** 大学生那个改一档: one of the family, called by what was said of them. */
const isOneOf = ({ tags }: Person, { people }: Frame): boolean =>
  (people?.value ?? []).some(
    (one) =>
      !isNamed(one) &&
      one.count === 1 &&
      tags.length > 0 &&
      one.tags.join() === tags.join(),
  );

/** 三口都一档: several of whom nobody is named. */
const isGroup = ({ people }: Frame): boolean => {
  const [only, more] = people?.value ?? [];
  return only !== undefined && !more && !isNamed(only) && (only.count ?? 1) > 1;
};

/** The members with the tier that was said of all of them, where one of them is now told another. */
export function withTierOfAll({ people, tiers }: Frame): Person[] {
  const [only, more] = tiers?.value ?? [];
  return (people?.value ?? []).map((one) =>
    only === undefined || more !== undefined || one.tier
      ? one
      : { ...one, tier: only },
  );
}

/** Whether the tiers said are those of single persons, and the tier of the others stays. */
export function tellsMember(meaning: Meaning, frame: Frame): boolean {
  return (
    frame.household?.total === true &&
    ofMembers(meaning, frame) &&
    meaning.people.length > 0 &&
    meaning.people.every((one) => isNamed(one) && one.tier !== undefined)
  );
}

/** 再加一个五保户, 再加一个二档的: whether so many more come to a family that was counted. */
export function tellsFurther(
  { people, household, concepts }: Meaning,
  frame: Frame,
): boolean {
  return (
    frame.task === PAYING &&
    frame.household?.total === true &&
    ((frame.people?.value.length ?? 0) > 1 || frame.household.size !== null) &&
    household === null &&
    concepts.includes("plus") &&
    people.length > 0 &&
    people.every(
      (one) => !isNamed(one) && (one.tags.length > 0 || one.tier !== undefined),
    )
  );
}

/** 再加一个大人一档, after 两个大人一档: one more of those counted by that name, and not so many instead. */
const SO_MANY_MORE = /(加|添|多)(上|了)?[一两二三四五六俩\d]?个/;

/** The family with one more of those it counts by the same name. */
export function sayOneMore(frame: Frame, meaning: Meaning): boolean {
  const { people, household, concepts, plain } = meaning;
  const before = frame.people?.value ?? [];
  const meant =
    frame.task === PAYING &&
    (frame.household?.total === true || headsOf(before) > 1) &&
    household === null &&
    concepts.includes("plus") &&
    SO_MANY_MORE.test(plain) &&
    people.length > 0 &&
    people.every(
      (one) =>
        isNamed(one) &&
        one.age === null &&
        before.some(
          ({ label, count }) => label === one.label && count !== undefined,
        ),
    );
  if (!meant) return false;
  frame.people = said(people.map(asOne).reduce(joined, withTierOfAll(frame)));
  const { size, ...rest } = frame.household ?? TOGETHER;
  frame.household = {
    ...rest,
    size: size === null ? null : size + headsOf(people),
  };
  return true;
}

/** The family with those who come to it. */
export function sayFurther(frame: Frame, meaning: Meaning): boolean {
  const { household } = frame;
  if (!household || !tellsFurther(meaning, frame)) return false;
  const further = meaning.people.map(asOne);
  frame.people = said(further.reduce(joined, frame.people?.value ?? []));
  frame.household = {
    ...household,
    size: household.size === null ? null : household.size + headsOf(further),
  };
  return true;
}

/** 全家都是低保, after 我、老婆和娃一共交多少: each of those named is, and all of them are asked about. */
export function sayAllNamed(
  frame: Frame,
  { people, household, asks, plain, correction, followup }: Meaning,
): boolean {
  const [all, more] = people;
  const before = frame.people?.value ?? [];
  const meant =
    frame.task === PAYING &&
    frame.household?.total === true &&
    headsOf(before) > 1 &&
    before.every(isNamed) &&
    household === null &&
    all?.label === "" &&
    more === undefined &&
    all.count === undefined &&
    all.tags.length > 0 &&
    EVERYBODY.test(plain) &&
    asks.every(({ strength }) => strength < 2);
  if (!meant) return false;
  frame.people = said(
    before.map((one) => ({
      ...joinPerson(
        correction || followup
          ? { ...one, tags: one.tags.filter((tag) => tag === MINOR) }
          : one,
        all,
      ),
      count: one.count,
    })),
  );
  return true;
}
const EVERYBODY =
  /(全部?|全家|一家人?|大家|[我咱他]们|每个人?)[^，,。；;]{0,2}都?[是算吃拿]|都(是|算|吃|拿|属于)?(?!不)|全(是|都)/;

/** One more, where no number is told. */
function asOne(person: Person): Person {
  const own = { ...person, count: person.count ?? 1 };
  delete own.linked;
  return own;
}

/** One more of those told alike is counted with them. */
function joined(people: readonly Person[], one: Person): Person[] {
  const like = people.findIndex(
    ({ label, tags, tier, age, denied }) =>
      label === one.label &&
      age === one.age &&
      (tier === one.tier || (label !== "" && one.tier === undefined)) &&
      tags.join() === one.tags.join() &&
      denied.join() === one.denied.join(),
  );
  const before = people[like];
  return before
    ? people.with(like, {
        ...before,
        count: (before.count ?? 1) + (one.count ?? 1),
      })
    : [...people, one];
}

/** 娃呢, 那娃呢 asks of the child alone. */
const ASKS = /^(那|要是|如果|换成)|呢|吗|[?？多少]/;

/** The family with those named now, where the message tells of members and asks of nobody alone; null where it does not. */
export function sayMembers(frame: Frame, meaning: Meaning): boolean {
  const { people, amounts, compare, asks, plain } = meaning;
  if (frame.task !== PAYING || amounts.length > 0 || compare) return false;
  if (people.length === 0 || !people.every(isNamed)) return false;
  if (asks.some(({ strength }) => strength === 2)) return false;
  const before = frame.people?.value ?? [];
  const counted = frame.household?.total === true && before.every(isNamed);
  const known = new Set(before.map(({ label }) => label));
  const further = people.filter(({ label }) => !known.has(label));
  if (counted && before.length > 1 && frame.household?.size === null) {
    if (further.length === 0 || ASKS.test(plain)) return false;
    const apart = further.some(({ tier }) => tier !== undefined);
    frame.people = said([
      ...(apart ? withTierOfAll(frame) : before),
      ...further,
    ]);
    return true;
  }
  if (people.length < 2 || !people.every(isEmpty)) return false;
  if (before.length > 0 || (frame.household?.size ?? null) !== null)
    return false;
  frame.people = said([...people]);
  frame.household = TOGETHER;
  return true;
}

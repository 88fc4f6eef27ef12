/** Persons and tiers of a frame: what was said replaces, adds to or keeps what was there. */
import type { Meaning, Person } from "../../nlu/meaning.js";
import { ORDINARY } from "../../nlu/person-facts.js";
import { sayAge } from "./age-told.js";
import {
  headsOf,
  isVoid,
  ON_TOP,
  sayByTag,
  sayInFamily,
  sayOneAlso,
  sayOfFamily,
  sayPart,
} from "./counted-family.js";
import {
  sayAllNamed,
  sayFurther,
  sayMembers,
  sayOneMore,
  tellsFurther,
  tellsMember,
  TOGETHER,
  withOwnTier,
  withTierOfAll,
} from "./member-told.js";
import { sayOnlySome } from "./only-some.js";
import { sayInstead } from "./one-instead.js";
import {
  isEmpty,
  isMoreOfSame,
  joinPerson,
  likewise,
  withoutDenied,
  isOrdinary,
  isSilent,
} from "./person.js";
import { carried, said } from "./slots.js";
import { oneOfFamily, sayCounted, sayRestOrdinary } from "./told-first.js";
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
  // 还有一个要二档, of six: one more of them, and the tier of the others stays.
  if (followUp && (frame.household?.size ?? null) !== null)
    if (ONE.test(meaning.plain) && meaning.people.some(isTiered)) return;
  const goesOn = followUp || meaning.concepts.includes("plus");
  if (goesOn && tellsMember(withOwnTier(meaning, frame), frame)) return;
  if (followUp && tellsFurther(meaning, frame)) return;
  if (isOfSome(meaning)) return;
  if (tiers.length > 0) {
    frame.tiers = said([...new Set([...beside, ...tiers])]);
    if (!meaning.people.some(({ tier }) => tier))
      forgetTiers(frame, followUp && meaning.people.length === 0);
  } else if (denied.length === 1)
    frame.tiers = said(denied[0] === "1" ? ["2"] : ["1"]);
}

/** 两个选二档: the tier is theirs alone. */
const isPart = ({ tier, count }: Person): boolean =>
  tier !== undefined && count !== undefined;

const ONE = /(还|再|又|另外?)(有|来)?[一1](个|位|名|口)/;
const isTiered = ({ label, tier }: Person): boolean =>
  label === "" && tier !== undefined;

/** 三个人，其中一个二档; 五口人，三个要一档: the tier of the others stays as it was, or open. */
function isOfSome({ people, household, plain }: Meaning): boolean {
  return (
    household?.size !== undefined &&
    household.size !== null &&
    !ALL_OF_TIER.test(plain) &&
    people.length > 0 &&
    people.every(isPart) &&
    headsOf(people) < household.size
  );
}
/** 一个大学生，都选一档. */
const ALL_OF_TIER = /(都|全)(是|选|交|买|按)?第?[一二12][档挡]/;

const unique = (mentions: readonly { value: string }[]): string[] => [
  ...new Set(mentions.map(({ value }) => value)),
];

/** “那都选二档呢” holds for everyone; where somebody's tier is still open, the answer is theirs. */
function forgetTiers(frame: Frame, ofBoth: boolean): void {
  const people = frame.people?.value ?? [];
  // 二档呢, after 居民和大学生一档谁便宜: both of them in that tier.
  const pair = ofBoth && frame.compare && !frame.household;
  if (!frame.people || !(pair || people.every(({ tier }) => tier))) return;
  frame.people = {
    ...frame.people,
    value: people.map((person) => ({ ...person, tier: undefined })),
  };
}

/** Naming another person drops the facts of the one before; 也是 adds, 不是X是Y replaces. */
export function sayPeople(
  frame: Frame,
  heard: Meaning,
  followUp: boolean,
): void {
  const told = followUp ? oneOfFamily(heard, frame) : heard;
  const goesOn = followUp || told.concepts.includes("plus");
  const own = goesOn ? withOwnTier(told, frame) : told;
  const meaning = {
    ...own,
    people: likewise(own, frame.people?.value ?? []),
  };
  if (goesOn && frame.people && tellsMember(meaning, frame))
    frame.people = { ...frame.people, value: withTierOfAll(frame) };
  const named = meaning.people;
  const { household } = meaning;
  // Two that are set against each other are themselves, whoever was asked about before.
  const pair =
    meaning.comparedIn === "who" &&
    named.length > 1 &&
    named.every((one) => one.label === named[0]?.label && !isEmpty(one));
  if (pair || named.some(({ side }) => side !== undefined)) {
    frame.people = said([...named]);
    frame.household = household;
    return;
  }
  // Others told after two groups that were compared are asked about by themselves.
  if (frame.people?.value.some(({ side }) => side !== undefined))
    if (named.length > 0 || (household && household.size !== null))
      frame.people = null;
    else return;
  // 人均多少, after what a family pays: of that family.
  if (household?.average && frame.household?.total && named.length === 0) {
    frame.household = { ...frame.household, average: true };
    return;
  }
  const family = household !== null && !isVoid(household);
  const further = followUp || frame.told === true;
  if (
    further &&
    (sayCounted(frame, meaning) || sayRestOrdinary(frame, meaning))
  )
    return;
  if (
    followUp &&
    (sayAge(frame, meaning) ||
      sayInstead(frame, meaning) ||
      sayOneMore(frame, meaning) ||
      sayOnlySome(frame, meaning) ||
      sayOfFamily(frame, meaning) ||
      sayAllNamed(frame, meaning) ||
      sayInFamily(frame, meaning) ||
      sayByTag(frame, meaning) ||
      sayOneAlso(frame, meaning) ||
      sayMembers(frame, meaning) ||
      sayFurther(frame, meaning) ||
      sayPart(frame, meaning))
  )
    return;
  const counted = named.some(({ count }) => count !== undefined);
  const summedBefore = frame.household ?? null;
  const heads = summedBefore?.size ?? null;
  // 我家三口人, then 一共交多少: of the family told before.
  const ofThem = !followUp && named.length === 0 && heads !== null;
  if (family || (household && counted))
    frame.household =
      ofThem && household.size === null
        ? { ...household, size: heads }
        : household;
  else if (named.length > 0) frame.household = null;
  if (named.length === 0) return;
  const before = frame.people?.value ?? [];
  const chosen = chosenOf(named, family || meaning.comparedIn === "who");
  const [first] = before;
  const joins =
    meaning.concepts.includes("addition") ||
    (meaning.concepts.includes("of_family") &&
      chosen[0]?.tags.length === 1 &&
      first !== undefined &&
      hasNoGround(first));
  const adds = joins && before.length === 1;
  const more = chosen.filter(
    ({ label }) => label !== "" && !before.some((one) => one.label === label),
  );
  const together =
    meaning.concepts.includes("plus") && meaning.amounts.length === 0;
  const onTop =
    (heads !== null || headsOf(before) > 1) && ON_TOP.test(meaning.plain);
  if (followUp && together && more.length === 0 && chosen.every(isEmpty)) {
    // 再加上我自己, who was counted already.
    frame.household = summedBefore;
    return;
  }
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
    (meaning.asks.length === 0 || THAN.test(meaning.plain))
  ) {
    frame.people = said([...before, ...chosen]);
    return;
  }
  frame.people = said(
    chosen.map((told) => {
      const person = followUp ? ofTheSame(told, before, meaning) : told;
      if (person.tags.length > told.tags.length) return person;
      const same =
        before.find(
          ({ label }) => label === person.label || person.label === "",
        ) ?? before.find((one) => isMoreOfSame(one, person));
      if (
        same &&
        (adds ||
          isMoreOf(person, before, meaning) ||
          (!meaning.correction && isMoreOfSame(same, person)))
      )
        return joinPerson(same, person);
      if (same && isEmpty(person)) return same;
      if (isSilent(person) && isFellow(person, before))
        return { ...person, tags: [STUDENT] };
      // 我选二档, after what students pay: the asker is one of them.
      if (followUp && !meaning.followup && first && !before[1])
        if (first.label === "" && first.circumstances && isAsker(person))
          return { ...first, label: person.label };
      if (meaning.likewise && isEmpty(person) && first && !more[1])
        return { ...first, label: person.label };
      // 不是低保，是重残 of a student: what is denied makes room, the rest stays.
      if (same && person.denied.some((tag) => same.tags.includes(tag)))
        return person.tags.length === 0
          ? withoutDenied(same, person)
          : joinPerson(same, person);
      return person.tags.length === 0 && same
        ? withoutDenied(same, person)
        : person;
    }),
  );
}

/**
 * Those whom the question is about: 我和我爸，我爸重残 both; a mere name beside
 * somebody told of is none, and of mere names not named together the first.
 */
function chosenOf(named: readonly Person[], everybody: boolean): Person[] {
  const together = named.filter((one) => !isEmpty(one) || one.linked === true);
  const chosen = everybody
    ? named
    : together.length > 0
      ? together
      : named.slice(0, 1);
  return chosen.map((person) => {
    const own = { ...person };
    delete own.linked;
    return own;
  });
}

/** A child, somebody of 65: whether they are aided depends on their family. */
const hasNoGround = (one: Person | undefined): boolean =>
  !one || one.tags.length === 0 || one.circumstances === true;

/** 他在上大学, 女儿是大学生呢, after 我女儿是二级残疾: what somebody is besides, not instead. */
const isMoreOf = (
  person: Person,
  before: readonly Person[],
  meaning: Meaning,
): boolean =>
  person.circumstances === true &&
  person.tags.length > 0 &&
  !person.tags.includes(ORDINARY) &&
  before.length === 1 &&
  !meaning.correction &&
  (/[他她]/.test(meaning.plain) ||
    tellsEvent(meaning) ||
    (IF_ALSO.test(meaning.plain) && !hasNoGround(before[0])) ||
    (person.label !== "" &&
      person.label === before[0]?.label &&
      !hasNoGround(before[0])));

/** 如果是大学生呢, after what 重残 pays: the same one, who is a student besides. */
const IF_ALSO = /^(那么?)?(如果|要是|假如|倘若|万一)[^，,。；;]{0,4}是/;

/** 要是考上大学了呢: what became of the one asked about, who is still what they were. */
const tellsEvent = ({ mentions, plain }: Meaning): boolean =>
  mentions.length > 0 &&
  mentions.every(({ facet, span: [from, to] }) => {
    const told = plain.slice(from, to);
    return facet === "identity" && (plain[to] === "了" || /^考|了/.test(told));
  });

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
  if (person.label !== "" || before.length !== 1 || !only) return person;
  if (same) return { ...person, label: only.label };
  // 重残呢, after what my child at a university pays as 低保: it is the student still.
  const student =
    only.label !== "" &&
    only.tags.includes(STUDENT) &&
    person.tags.length > 0 &&
    person.count === undefined &&
    !isOrdinary(person) &&
    !person.circumstances &&
    // 不是学生的重残呢: of students it says something itself.
    !/学生|上学|读书/.test(plain);
  return student
    ? { ...person, label: only.label, tags: [STUDENT, ...person.tags] }
    : person;
}
const STUDENT = "大学生";

/** 我室友选二档, after what a student pays: who shares a room with a student is one. */
const isFellow = ({ label }: Person, before: readonly Person[]): boolean =>
  FELLOWS.includes(label) &&
  before.some(
    ({ label: other, tags }) =>
      (other === "" || other === SELF.label) && tags.includes(STUDENT),
  );
const FELLOWS: readonly string[] = ["室友", "同学"];

const isAsker = (person: Person): boolean =>
  person.label === SELF.label && isEmpty(person);

const SELF: Person = { label: "本人", tags: [], denied: [], age: null };

/** 比普通人少交多少: the one asked about before, against the one said. */
const THAN =
  /^(那么?)?([^，,。；;]{1,5}的话)?(为什么|为啥子?|为何|凭什么|凭啥|怎么|咋个?)?(这|我们?|[他她]们?|家里)?((要|会|能)?比|(和|跟|与|同)[^，,。；;]{2,12}[差相多少省便贵])/;

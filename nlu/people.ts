/** Whose facts are whose: identity, age, tier and count of each person that a message names. */
import type { Named } from "./cases.js";
import {
  EACH_HALF,
  halfBefore,
  headsOfYears,
  readHousehold,
} from "./household.js";
import type { Household, Mention, Person, Span } from "./meaning.js";
import type { Reading } from "./numbers/reading.js";
import { isBare } from "./groups.js";
import {
  hasOthersOfHome,
  homeOf,
  NOT_AT_HOME,
  ofFamily,
  ofOneHome,
  ownFamily,
  withoutOutsiders,
} from "./homes.js";
import { withOthersOfEach } from "./each-of-home.js";
import { eachOf, EACH_OF } from "./identities-apart.js";
import { type IdentityKinds, NO_KINDS } from "./identities.js";
import { withChildren } from "./of-children.js";
import { listed } from "./listed-people.js";
import { type ConceptHit, MINOR, PAIRS, persons } from "./named-people.js";
import { facts, ORDINARY } from "./person-facts.js";
import { bind } from "./owners.js";
import { HOME, SELF, type Fact, type Group } from "./payers.js";
import {
  askedOf,
  mayBeToldTwice,
  withoutExcepted,
  withoutToldTwice,
} from "./told-twice.js";

/** Words that tell of the whole family: 低收入家庭. */
const OF_FAMILY = "of_family";

export interface People {
  people: Person[];
  household: Household | null;
}

export interface PeopleNamed extends People {
  /** What was said of the whole home: 家里是低收入. */
  home: string[];
  /** Where each person is named, in order. */
  named: Named[];
}

/**
 * The persons with their identity tags, ages, tiers and denied tags. Facts
 * said without any person belong to a person without a label; persons are
 * listed in the order named.
 */
export function readPeople(
  plain: string,
  mentions: readonly Mention[],
  readings: readonly Reading[],
  concepts: readonly ConceptHit[],
  kinds: IdentityKinds = NO_KINDS,
): PeopleNamed {
  const who = persons(plain, concepts);
  const family = ({ span }: Pick<Fact, "span">): boolean =>
    concepts.some(
      (one) => one.concept === OF_FAMILY && overlap(one.span, span),
    );
  const { circumstances } = kinds;
  const said = facts(plain, mentions, readings, who, family, circumstances);
  const taken = [
    ...who.filter(({ count }) => count !== undefined).map(({ span }) => span),
    ...said.filter(({ count }) => count !== undefined).map(({ span }) => span),
  ];
  const { groups: all, asked } = bind(plain, who, said, family);
  const inside = all.filter(
    ({ label }) => !who.some((one) => one.out && one.label === label),
  );
  const bound = { groups: withoutOutsiders(inside, plain, asked) };
  const whole =
    homeOf(bound.groups, said, family, kinds) ??
    bound.groups.find(
      ({ label, count }) => label === HOME && count === undefined,
    );
  const home = (whole?.tags ?? ownFamily(bound.groups, said, family)).filter(
    (tag) => tag !== ORDINARY,
  );
  const counted = readHousehold(plain, taken);
  const groups = ofOneHome(
    ofFamily(
      withoutExcepted(
        plain,
        withoutToldTwice(
          withChildren(bound.groups, kinds),
          kinds.implied,
          plain,
        ),
      ),
      said,
      family,
      kinds,
      counted?.size ?? 0,
    ),
    kinds,
  );
  const household = asUneven(
    plain,
    said,
    groups,
    counted ?? dividedGroup(plain, groups),
  );
  const told = listed(
    plain,
    mentions,
    household,
    eachOf(
      plain,
      mentions,
      peopleOf(groups, household, askedOf(asked, groups), {
        circumstances,
        home: bound.groups.some(({ label }) => label === HOME),
      }),
    ),
  );
  const people = withOthersOfEach(told, household, plain);
  const single =
    people.length === 1 && people[0]?.count === 1 && household === null;
  return {
    people: single
      ? people.map((one) => ({ ...one, count: undefined }))
      : people,
    household: household ?? together(people),
    home,
    named: who
      .filter(({ label }) => label !== HOME)
      .map(({ label, span }) => ({ label, span })),
  };
}

/** 五个人，一半低保; 大人和两个娃: what is no number of persons leaves open how many there are. */
function asUneven(
  plain: string,
  said: readonly Fact[],
  groups: readonly Group[],
  household: Household | null,
): Household | null {
  const size = household?.size ?? readHousehold(plain, [])?.size ?? null;
  const untold =
    household?.total &&
    household.size === null &&
    (hasOthersOfHome(groups) ||
      (groups.length > 1 &&
        groups.some(
          ({ label, count, tiers }) =>
            label === "大人" && count === undefined && tiers.length === 0,
        )));
  const uneven = said.some(({ span, count }) => {
    const half = count === undefined && halfBefore(plain, span[0], size);
    return half && half.count === null;
  });
  const years = headsOfYears(plain);
  const halves = EACH_HALF.test(plain) && (size === null || size % 2 > 0);
  const twice = mayBeToldTwice(plain, groups);
  return untold || uneven || halves || years || twice
    ? { ...TOGETHER, ...household, clash: true }
    : household;
}

const TOGETHER: Household = {
  size: null,
  vague: false,
  total: true,
  each: false,
  clash: false,
};

/** 我和老婆交多少: named together with nothing told of either, what both pay is asked. */
function together(people: readonly Person[]): Household | null {
  return people.length > 1 && people.every(({ linked }) => linked)
    ? TOGETHER
    : null;
}

const overlap = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/** 夫妻两个，一个低保一个普通: the head count of those who were told apart. */
function dividedGroup(
  plain: string,
  groups: readonly Group[],
): Household | null {
  const parts = groups.filter(({ part, label }) => part && label !== "");
  const [first] = parts;
  if (!first || EACH_OF.test(plain)) return null;
  if (groups.some(({ label }) => label !== first.label)) return null;
  const size = groups.reduce((sum, { count }) => sum + (count ?? 1), 0);
  return { size, vague: false, total: true, each: false, clash: false };
}

function peopleOf(
  groups: readonly Group[],
  household: Household | null,
  asked: readonly string[],
  {
    circumstances,
    home,
  }: { circumstances: ReadonlySet<string>; home: boolean },
): Person[] {
  const others = groups.some((one) => one.label !== SELF && !isBare(one));
  const chosen = withoutOwnAge(withoutDeniedHome(groups, household)).filter(
    ({ label, tags }) =>
      household?.total || asked.length === 0 || asked.includes(HOME) || !others
        ? !(home && NOT_AT_HOME.includes(label))
        : (label === "" && tags.some((tag) => !circumstances.has(tag))) ||
          asked.includes(label),
  );
  const only = chosen.length < groups.length && asked.length > 0;
  const apart =
    groups.length > 1 &&
    (household !== null ||
      new Set(groups.flatMap(({ tiers }) => tiers)).size > 1 ||
      groups.some(({ count }) => count !== undefined));
  return apartInPairs(
    withoutWhole(chosen).flatMap((group) => personOf(group, apart, only)),
  );
}

/** 我闺女重残，我们家不是低保: what the home is not tells of no other payer. */
function withoutDeniedHome(
  groups: readonly Group[],
  household: Household | null,
): readonly Group[] {
  const told = groups.some(
    (one) => one.label !== HOME && (one.label !== SELF || !isBare(one)),
  );
  if (!told || household !== null) return groups;
  return groups.filter(
    ({ label, tags, denied, tiers, age, count }) =>
      label !== HOME ||
      denied.length === 0 ||
      tags.length + tiers.length > 0 ||
      age !== null ||
      count !== undefined,
  );
}

/** 我今年五十八，我家4口: the age tells no further payer, where nobody has an identity that it could bear on. */
function withoutOwnAge(groups: readonly Group[]): readonly Group[] {
  const counted = groups.some(
    ({ label, count }) => ["", HOME].includes(label) && (count ?? 1) > 1,
  );
  const plain = groups.every(({ tags }) => tags.length === 0);
  return counted && plain
    ? groups.filter(
        ({ label, denied, tiers, count, age }) =>
          label !== SELF ||
          age === null ||
          denied.length + tiers.length > 0 ||
          count !== undefined,
      )
    : groups;
}

/** 低保70特困0，那两个低保一个特困: the identities told of nobody are those of the persons counted after. */
function withoutWhole(groups: readonly Group[]): Group[] {
  const counted = groups.filter(
    ({ label, count }) => label === "" && count !== undefined,
  );
  return groups.filter(
    ({ label, count, tags, age }) =>
      label !== "" ||
      count !== undefined ||
      age !== null ||
      tags.length < 2 ||
      !tags.every((tag) => counted.some((one) => one.tags.includes(tag))),
  );
}

/** 夫妻两个，一个低保一个普通: each of the two, not both. */
function apartInPairs(people: readonly Person[]): Person[] {
  const told = new Set<string>();
  return people.map((person) => {
    const { label, count } = person;
    if (count !== 1 || !PAIRS.includes(label)) return person;
    const other = told.has(label);
    told.add(label);
    return { ...person, label: `${label}${other ? "另" : ""}一方` };
  });
}

function personOf(group: Group, apart: boolean, only: boolean): Person[] {
  const { label, denied, age, count, tiers, linked } = group;
  const unnamed = label === SELF || label === HOME;
  if (unnamed && isBare(group) && !linked && !only) return [];
  const tags = withoutMinor(group);
  const silent = tags.length + denied.length === 0 && age === null;
  if (label === "" && silent && count === undefined) return [];
  const tier = apart || count !== undefined ? tiers : [];
  return [
    {
      label: label === HOME ? "" : label,
      tags,
      denied,
      age,
      ...(silent && (linked || tiers.length > 0) ? { linked: true } : {}),
      ...(tier.length === 1 ? { tier: tier[0] } : {}),
      ...(count === undefined ? {} : { count }),
    },
  ];
}

const STUDENT = "大学生";

/** 娃儿 is a minor by that word alone: not where an age or the university says otherwise. */
function withoutMinor({ tags, byName, age }: Group): string[] {
  const own = byName.filter(
    (tag) => tag !== MINOR || (age === null && !tags.includes(STUDENT)),
  );
  return [...new Set([...tags, ...own])];
}

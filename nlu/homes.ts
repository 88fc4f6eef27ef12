/** What is told of a whole home, and for whom of it that holds: 我家低保，儿子上大学. */
import { isBare } from "./groups.js";
import { SETS_APART } from "./owner-words.js";
import type { IdentityKinds } from "./identities.js";
import { HOME, SELF, type Fact, type Group } from "./payers.js";
import { ORDINARY } from "./person-facts.js";

/** Persons whose facts are not those of the family. */
export const NOT_AT_HOME: readonly string[] = ["邻居", "朋友", "同事"];

/** The home of which something is told as a whole. */
export function homeOf(
  groups: readonly Group[],
  said: readonly Fact[],
  isOfFamily: (fact: Fact) => boolean,
  { circumstances, ofHomes }: IdentityKinds,
): Group | undefined {
  const family = new Set(said.filter(isOfFamily).map(({ value }) => value));
  return groups.find(
    ({ label, tags, count }) =>
      (label === HOME || label === "") &&
      count === undefined &&
      tags.length > 0 &&
      tags.every(
        (tag) =>
          family.has(tag) ||
          (label === HOME &&
            (ofHomes.has(tag) ||
              isOfAllNamed(groups, tag) ||
              ofHome(groups, tag, circumstances))),
      ),
  );
}

/** 家里是低收入，小孩3岁: what is said of the family holds for those of it of whom nothing else is said. */
export function ofFamily(
  groups: readonly Group[],
  said: readonly Fact[],
  isOfFamily: (fact: Fact) => boolean,
  kinds: IdentityKinds,
  size: number,
): Group[] {
  const { circumstances } = kinds;
  const home = homeOf(groups, said, isOfFamily, kinds);
  const others = groups.filter(
    (one) => one !== home && !NOT_AT_HOME.includes(one.label),
  );
  if (!home || others.length === 0) return [...groups];
  const members = others.filter(
    (one) =>
      !one.tags.includes(ORDINARY) &&
      !home.tags.some((tag) => one.denied.includes(tag)) &&
      (others.length === 1 || one.tags.every((tag) => circumstances.has(tag))),
  );
  for (const one of members)
    one.tags.push(...home.tags.filter((tag) => !one.tags.includes(tag)));
  // 我家低保，我妈不是; 低收入家庭65岁比普通老人少多少: those of the home are others.
  if (members.length === 0) return [...groups];
  const heads = others.reduce((sum, { count }) => sum + (count ?? 1), 0);
  // 我家低收入四口人，奶奶70: those of whom nothing else is said are of the family, too.
  return size > heads ? [...groups] : groups.filter((one) => one !== home);
}

/** 老头70低收入，老太59; 低收入家庭的老人比孩子: what a home is holds for those of it of whom nothing but an age is told. */
export function ofOneHome<
  One extends Pick<Group, "label" | "tags" | "denied" | "age">,
>(groups: One[], { ofAllHome, ofAges }: IdentityKinds): One[] {
  const named = groups.filter(({ label }) => !UNNAMED.includes(label));
  const shared = [
    ...new Set(
      named.flatMap(({ tags }) => tags.filter((tag) => ofAllHome.has(tag))),
    ),
  ];
  // 低收入家庭老人和未成年人: two ages, one of them told by the clause's own word alone.
  const ofAge = named.some(
    ({ tags }) =>
      tags.some((tag) => ofAllHome.has(tag)) &&
      tags.some((tag) => ofAges.has(tag)),
  );
  for (const { label, tags, denied, age } of groups)
    if (
      (!UNNAMED.includes(label) || (label === "" && ofAge)) &&
      tags.every((tag) => ofAges.has(tag)) &&
      (age !== null || tags.length > 0)
    )
      tags.push(...shared.filter((tag) => !denied.includes(tag)));
  return groups;
}

/** The home itself, nobody in particular, and those who live elsewhere. */
const UNNAMED: readonly string[] = ["", HOME, ...NOT_AT_HOME];

/** 对门五保户，我普通，交多少; 邻居低保，我们三口总共多少: the asker asks of themselves or their home, and not of who lives elsewhere. */
export function withoutOutsiders(
  groups: readonly Group[],
  plain: string,
  asked: readonly string[],
): Group[] {
  const own = groups.some(
    ({ label, tags }) => (label === SELF || label === HOME) && tags.length > 0,
  );
  const apart = SETS_APART.test(plain);
  // A sum is that of the asker's home, where it is named.
  const ofHome =
    apart &&
    OUR_HOME.test(plain) &&
    !SETS_APART.test(plain.replace(SUM_WORDS, ""));
  return (own && !apart) || ofHome
    ? groups.filter(
        ({ label, linked }) =>
          !NOT_AT_HOME.includes(label) || linked || asked.includes(label),
      )
    : [...groups];
}
const OUR_HOME = /[我俺咱]们|[我俺咱]家/;
const SUM_WORDS = /一共|总共|合计|加起来|共[交缴]/g;

/** 我家低保，还有两个普通的: whether of the home others are meant than those named, and how many is not told. */
export const hasOthersOfHome = (groups: readonly Group[]): boolean =>
  groups.some(
    ({ label, count, tags }) =>
      label === HOME && count === undefined && tags.length > 0,
  ) &&
  groups.some(({ label }) => label !== HOME && !NOT_AT_HOME.includes(label));

/** 我家普通，我和老婆: nothing else is told of those named. */
function isOfAllNamed(groups: readonly Group[], tag: string): boolean {
  const others = groups.filter(
    ({ label }) => label !== HOME && !NOT_AT_HOME.includes(label),
  );
  return tag === ORDINARY && others.length > 0 && others.every(isBare);
}

/** 我们家低保，我儿子上大学: where one alone is named beside the home and no identity is told of them, what it is holds for them. */
function ofHome(
  groups: readonly Group[],
  tag: string,
  circumstances: ReadonlySet<string>,
): boolean {
  const untold = groups.filter(
    ({ label, tags, denied }) =>
      label !== HOME &&
      denied.length === 0 &&
      tags.every((one) => circumstances.has(one)),
  );
  return tag !== ORDINARY && groups.length === 2 && untold.length === 1;
}

/** 我是低收入家庭的，65岁; 我爸65岁，低收入家庭: what is said of the family of the one person named holds for the others of it, too. */
export function ownFamily(
  [only, ...more]: readonly Group[],
  said: readonly Fact[],
  isOfFamily: (fact: Fact) => boolean,
): string[] {
  if (!only || more.length > 0 || only.count !== undefined) return [];
  if (only.label === "" || NOT_AT_HOME.includes(only.label)) return [];
  const family = said.filter(isOfFamily).map(({ value }) => value);
  return only.tags.filter((tag) => family.includes(tag));
}

/** 登记成低保户了，家里我跟我娘: a household by its very word. */
export const ofHousehold = (plain: string, fact: Fact): boolean =>
  fact.facet === "identity" &&
  !fact.negated &&
  fact.count === undefined &&
  (/(户|家庭)$/.test(plain.slice(0, fact.span[1])) ||
    /^(户|家庭)/.test(plain.slice(fact.span[1])));

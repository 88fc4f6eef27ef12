/** Persons that a message names once together and once one by one: counted as one and not as both. */
import { isBare } from "./groups.js";
import { ELDERS, MINOR, PAIRS } from "./named-people.js";
import { CHILDREN, HOME, SELF, type Group } from "./payers.js";
import { ORDINARY } from "./person-facts.js";

/** Those asked about, where both of a pair that was asked about are groups of their own by now: everybody. */
export const askedOf = (
  asked: readonly string[],
  groups: readonly Group[],
): readonly string[] =>
  asked.some(
    (label) =>
      PAIRS.includes(label) && !groups.some((one) => one.label === label),
  )
    ? []
    : asked;

/** The groups, each person in one of them; `implied` are the identities that hold with each. */
export const withoutToldTwice = (
  groups: readonly Group[],
  implied: ReadonlyMap<string, readonly string[]>,
  plain: string,
): Group[] =>
  withoutToldAgain(
    withoutToldApart(
      withOtherOfPair(
        withoutToldPair(
          withoutToldElders(withoutToldGrownUps(withoutToldChildren(groups))),
        ),
        plain,
      ),
    ),
    implied,
  );

/** 重残，我妈一级残疾的: the identity told of nobody is that of the one person named, of whom it is told once more. */
function withoutToldAgain(
  groups: readonly Group[],
  implied: ReadonlyMap<string, readonly string[]>,
): Group[] {
  const untold = groups.filter(({ label }) => label === "");
  const named = groups.filter((one) => one.label !== "" && !isBare(one));
  const [first] = untold;
  const [person] = named;
  const one =
    first &&
    person &&
    groups.length === 2 &&
    first.tags.length > 0 &&
    first.denied.length + first.tiers.length === 0 &&
    first.age === null &&
    [first, person].every(({ count }) => count === undefined) &&
    ![HOME, ...PAIRS].includes(person.label);
  const held = new Set(
    (person?.tags ?? []).flatMap((tag) => [tag, ...(implied.get(tag) ?? [])]),
  );
  return one && first.tags.every((tag) => held.has(tag)) ? named : [...groups];
}

/** 我爹五保我娘普通，我爹娘一共: the pair of those named before. */
const PAIRED: Readonly<Record<string, readonly string[]>> = {
  父母: ["爸爸", "妈妈"],
};

/** 老两口，老头特困，老太低保: the two who are told apart are the pair. */
function withoutToldPair(all: readonly Group[]): Group[] {
  const labels = all.map(({ label }) => label);
  const groups = all.filter(
    ({ label, tags, tiers }) =>
      tags.length + tiers.length > 0 ||
      !PAIRED[label]?.every((one) => labels.includes(one)),
  );
  const pair = groups.find(
    (one) =>
      PAIRS.includes(one.label) &&
      one.tags.length + one.denied.length + one.tiers.length === 0 &&
      one.age === null,
  );
  const others = groups.filter((one) => one !== pair && one.label !== HOME);
  const told =
    pair !== undefined &&
    others.length === 2 &&
    others.every(
      (one) =>
        !isBare(one) &&
        (one.count ?? 1) === 1 &&
        // 夫妻俩，儿子低保，闺女普通: children are none of the pair.
        !CHILDREN.includes(one.label),
    );
  return told ? groups.filter((one) => one !== pair) : [...groups];
}

/** Who is the other one, where one of two is named. */
const OTHER_OF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  夫妻: { 妻子: "丈夫", 丈夫: "妻子" },
  父母: {
    爸爸: "妈妈",
    妈妈: "爸爸",
    公公: "婆婆",
    婆婆: "公公",
    岳父: "岳母",
    岳母: "岳父",
  },
};

/** 我老婆重残，我们两口子一共: one of the two was named, and the pair is that one and the other. */
function withOtherOfPair(groups: readonly Group[], plain: string): Group[] {
  const pair = groups.find(
    ({ label, count, part }) => OTHER_OF[label] && count === 2 && !part,
  );
  const others = OTHER_OF[pair?.label ?? ""] ?? {};
  const [named, more] = groups.filter(
    ({ label, count }) => others[label] !== undefined && (count ?? 1) === 1,
  );
  if (!pair || !named || more) return [...groups];
  const both = groups.some(({ label }) => label === SELF);
  // 我和我老公两口子: both were named.
  if (pair.label === "夫妻" && both && isBare({ ...pair, count: undefined }))
    return groups.filter((one) => one !== pair);
  const own = pair.label === "夫妻" && OUR_COUPLE.test(plain);
  const label = own ? SELF : (others[named.label] ?? "");
  if (groups.some((one) => one.label === label && !isBare(one)))
    return [...groups];
  // 两口子，老婆重残: what was told of one stands at both, but where both have it.
  const shared = !TOLD_OF_BOTH.test(plain);
  const other: Group = {
    ...pair,
    label,
    count: undefined,
    linked: true,
    tags: pair.tags.filter((tag) => !shared || !named.tags.includes(tag)),
  };
  named.linked = true;
  return groups
    .filter((one) => one.label !== label)
    .map((one) => (one === pair ? other : one));
}
const OUR_COUPLE = /[我咱俺]们?(老?[两俩]口|小[两俩]口|夫妻)/;
const TOLD_OF_BOTH = /都|均|全/;

/** 两个孩子，大儿子重残，小儿子普通: the two who are told apart are the children counted. */
function withoutToldChildren(groups: readonly Group[]): Group[] {
  const whole = groups.find(
    ({ label, count, part }) => label === "孩子" && !part && (count ?? 1) > 1,
  );
  const own = groups.filter(
    (one) => one !== whole && CHILDREN.includes(one.label) && !one.part,
  );
  const heads = own.reduce((sum, { count }) => sum + (count ?? 1), 0);
  const told =
    whole !== undefined &&
    heads === whole.count &&
    whole.tags.every(
      (tag) => tag === MINOR || own.some(({ tags }) => tags.includes(tag)),
    );
  if (!told) return [...groups];
  for (const one of own) one.tiers.push(...(one.tiers[0] ? [] : whole.tiers));
  return groups.filter((one) => one !== whole);
}

/** 两口子加两个娃，大人二档: the grown-ups are those named before, and nobody else. */
function withoutToldGrownUps(groups: readonly Group[]): Group[] {
  const all = groups.find(
    ({ label, count, tiers }) =>
      label === "大人" && count === undefined && tiers.length > 0,
  );
  const named = groups.filter(
    ({ label, linked }) =>
      linked && !["", "大人", HOME, ...CHILDREN].includes(label),
  );
  const own = named.filter(({ tiers }) => tiers.length === 0);
  if (!all || own.length === 0 || own.length < named.length) return [...groups];
  for (const one of own) one.tiers.push(...all.tiers);
  return groups.filter((one) => one !== all);
}

/** 奶奶五保，外婆普通，两个老人一共: the old ones counted are those who were named. */
function withoutToldElders(groups: readonly Group[]): Group[] {
  const whole = groups.find(
    ({ label, count, part, linked, denied, tiers }) =>
      label === "老人" &&
      !part &&
      // 我爸我妈和两个老人: others.
      !linked &&
      (count ?? 1) > 1 &&
      denied.length + tiers.length === 0,
  );
  const own = groups.filter(({ label }) => ELDERS.includes(label));
  const heads = own.reduce((sum, { count }) => sum + (count ?? 1), 0);
  const told =
    whole?.count === heads &&
    whole.tags.every((tag) => whole.byName.includes(tag) || tag === AGED);
  return told ? groups.filter((one) => one !== whole) : [...groups];
}
const AGED = "60岁以上老年人";

/** 奶奶五保，老人两个: whether one of those counted is the one named is open, where no word says that others come to them. */
export function mayBeToldTwice(
  plain: string,
  groups: readonly Group[],
): boolean {
  const whole = groups.find(
    ({ label, part, linked, count }) =>
      label === "老人" && !part && !linked && (count ?? 1) > 1,
  );
  const own = groups.filter(({ label }) => ELDERS.includes(label));
  const heads = own.reduce((sum, { count }) => sum + (count ?? 1), 0);
  return (
    heads > 0 &&
    (whole?.count ?? 0) > heads &&
    !/还有|另外|此外|再|加上?|外加|以及|[和跟与及]/.test(plain)
  );
}

/** 我和老婆，一档一个二档一个: as many as were named are told apart, and who of them is which is open. */
function withoutToldApart(groups: readonly Group[]): Group[] {
  const named = groups.filter((one) => one.label !== "" && isBare(one));
  const parts = groups.filter(
    ({ label, count }) => label === "" && count !== undefined,
  );
  const heads = parts.reduce((sum, { count }) => sum + (count ?? 1), 0);
  const apart =
    named.length > 1 &&
    heads === named.length &&
    named.length + parts.length === groups.length;
  return apart ? parts : [...groups];
}

/** 五口人都是一档，只有我妈二档; 三口普通，有一个重残: who is otherwise is of those counted before, and no further person. */
export function withoutExcepted(
  plain: string,
  groups: readonly Group[],
): Group[] {
  const [whole, more] = groups.filter(
    ({ label, count, tags }) =>
      ["", HOME].includes(label) &&
      (count ?? 1) > 1 &&
      tags.every((tag) => tag === ORDINARY),
  );
  const others = groups.filter((one) => one !== whole && !isBare(one));
  const heads = others.reduce((sum, { count }) => sum + (count ?? 1), 0);
  const { count = 0 } = whole ?? {};
  if (!whole || more || heads === 0 || heads >= count) return [...groups];
  const ofTier =
    whole.tiers.length === 1 &&
    ALL_OF.test(plain) &&
    others.every(
      ({ label, tiers }) =>
        label !== "" &&
        tiers.length === 1 &&
        !whole.tiers.includes(tiers[0] ?? ""),
    );
  const ofKind =
    HOME_IS.test(plain) &&
    [...plain.matchAll(HEADS)].length === 1 &&
    others.every(({ tags }) => tags.some((tag) => tag !== ORDINARY));
  return (ofTier || ofKind) && !BESIDES.test(plain)
    ? groups.map((one) =>
        one === whole ? { ...one, count: count - heads } : one,
      )
    : [...groups];
}
const ALL_OF =
  /(口人?|[个位]人?|人)(都|全|全都|原来都|一直都|本来都)[^，,。；;]{0,4}第?[一二12][档挡]/;
const HEADS = /[\d一二两三四五六七八九十]口/g;
/** 一家三口普通，有一个重残: so many they are in all, and one of them is told apart. */
const HOME_IS =
  /口人?(都|全|全都)?(是)?(普通|没啥|没什么)[^，,。；;]{0,6}[，,。；;\s](就|只|但|不过|其中|里面|里头)*有[一二两三1-3]?[个位口]/;
const BESIDES = /另外|再加|加上|还有|还多|外加|又多/;

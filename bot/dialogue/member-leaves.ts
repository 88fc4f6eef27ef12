/** 老婆不买了, 去掉我爸: the family counted before, without somebody. */
import { smallCount } from "../../nlu/household.js";
import type { Meaning, Person } from "../../nlu/meaning.js";
import { headsOf } from "./counted-family.js";
import { splitPairs } from "./member-told.js";
import { said } from "./slots.js";
import type { Frame } from "./state.js";

/** 不买了, 不参保, 不算; not 不交多少, 不算多, 不用交. */
const LEAVES =
  /不(再|打算|准备|想)?(买|交|缴|参加|参保|参|上|办|要|算)(了|进去|在内|里面|医保|居民医保|这个|的话)*(呢|一共|总共|还剩|剩下|其他|其余|$|[，,。！!\s？?])|不(算|包括|含|要|计)[我咱老他她儿女娃爸妈爷奶弟妹哥姐孩]|去掉|除去|刨去|刨除|扣掉|减掉|(有|买|交|参加|是)(了|的)?职工(医保)?|单位(给)?(交|买|上|有)/;
/** 不交行吗 asks what follows, and takes nobody out. */
const ASKS = /[吗嘛]|行不行|可不可以|能不能|可以不|会不会|怎么办|咋办|影响/;

/** The question before for those who are left; null where nobody of them is taken out. */
export function withoutMember(meaning: Meaning, asked: Frame): Frame | null {
  const fewer = oneFewer(meaning, asked);
  if (fewer) return fewer;
  if (!isCounted(asked) || !namesWhoLeaves(meaning)) return null;
  const frame = { ...asked };
  splitPairs(frame, meaning);
  const { people } = meaning;
  const before = frame.people?.value ?? [];
  const size = frame.household?.size ?? null;
  const isGone = ({ label }: Person): boolean =>
    people.some((one) => one.label === label);
  const gone = before.filter(isGone);
  const left = headsOf(gone.length > 0 ? gone : people);
  // 五口人, of whom nothing was told but how many they are.
  if (before.length === 0)
    return size !== null && size > left ? withSize(frame, size - left) : null;
  const rest =
    gone.length === 0
      ? lessBy(before, size, left)
      : before.filter((one) => !isGone(one));
  if (rest.length === 0 || (gone.length > 0 && gone.length < people.length))
    return null;
  const others = { ...frame, people: said(rest) };
  return size === null ? others : withSize(others, size - left);
}

const withSize = (frame: Frame, size: number): Frame => ({
  ...frame,
  household: frame.household ? { ...frame.household, size, total: true } : null,
});

/** Whether what a family pays was added up, or how many they are was told. */
const isCounted = ({ task, household }: Frame): boolean =>
  task === "contribution" &&
  (household?.total === true || (household?.size ?? null) !== null);

/** Whether the words name members, tell nothing else of them, and say that they leave. */
function namesWhoLeaves({
  people,
  plain,
  amounts,
  places,
  dates,
  household,
}: Meaning): boolean {
  const told = amounts.length + places.length + dates.length > 0;
  const bare = people.every(
    ({ label, tags, tier, count, age, circumstances }) =>
      label !== "" &&
      (tags.length === 0 || circumstances === true) &&
      !tier &&
      count === undefined &&
      age === null,
  );
  return (
    people.length > 0 &&
    bare &&
    !told &&
    (household?.size ?? null) === null &&
    LEAVES.test(plain) &&
    !ASKS.test(plain)
  );
}

const FEWER =
  /(少|减|去|去掉|减掉|减去|除去|除掉|扣掉|不算)(了|上)?(?<count>[一两二三四五俩\d])(个|人|位|名|口)/;

/** 再少一个一档的: so many fewer of those who were counted by the same tier or identity. */
function oneFewer(
  { people, plain, household }: Meaning,
  asked: Frame,
): Frame | null {
  const [told, more] = people;
  const count = smallCount(FEWER.exec(plain)?.groups?.count ?? "");
  const { household: family } = asked;
  if (!told || more || told.label !== "" || count === null || household)
    return null;
  if (asked.task !== "contribution" || !family?.total) return null;
  const before = asked.people?.value ?? [];
  const like = before.filter(
    (one) =>
      one.label === "" &&
      (told.tags.length > 0
        ? told.tags.join() === one.tags.join()
        : told.tier !== undefined &&
          told.tier === (one.tier ?? asked.tiers?.value[0])),
  );
  const group = like.findLast((one) => (one.count ?? 1) >= count);
  if (!group) return null;
  const left = (group.count ?? 1) - count;
  return {
    ...asked,
    people: said(
      before.flatMap((one) =>
        one !== group ? [one] : left > 0 ? [{ ...one, count: left }] : [],
      ),
    ),
    household: {
      ...family,
      size: family.size === null ? null : family.size - count,
    },
  };
}

/** 四口都二档, 我妈有职工医保: so many fewer of those of whom nobody was named. */
function lessBy(
  [group, more]: readonly Person[],
  size: number | null,
  heads: number,
): Person[] {
  const count = group?.count ?? 1;
  const all = size === null || size === count;
  return group && !more && all && group.label === "" && count > heads
    ? [{ ...group, count: count - heads }]
    : [];
}

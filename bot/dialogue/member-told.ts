/** A family told member by member: 我爸也是二档 changes one of those counted, 我和老婆都上 and 娃上一档 count further ones. */
import type { Meaning, Person } from "../../nlu/meaning.js";
import { headsOf } from "./counted-family.js";
import { isEmpty } from "./person.js";
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

/** 那我妈上一档呢, after a family was counted: the tier said is that person's own, whatever the others chose. */
export function withOwnTier(meaning: Meaning, frame: Frame): Meaning {
  const { people, mentions, household } = meaning;
  const tiers = new Set(
    mentions.flatMap(({ facet, value, negated }) =>
      facet === "tier" && !negated ? [value] : [],
    ),
  );
  const [tier] = tiers;
  const counted = frame.household?.total === true;
  const own =
    frame.task === PAYING &&
    counted &&
    household === null &&
    tiers.size === 1 &&
    people.length > 0 &&
    people.every((one) => isNamed(one) && !one.tier);
  return own
    ? { ...meaning, people: people.map((one) => ({ ...one, tier })) }
    : meaning;
}

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
    meaning.household === null &&
    meaning.people.length > 0 &&
    meaning.people.every((one) => isNamed(one) && one.tier !== undefined)
  );
}

/** 再加一个五保户: so many more come to the family counted before. */
export function sayFurther(frame: Frame, meaning: Meaning): boolean {
  const { people, household, concepts } = meaning;
  const size = frame.household?.size ?? null;
  const told =
    frame.task === PAYING &&
    size !== null &&
    household === null &&
    concepts.includes("plus") &&
    people.length > 0 &&
    people.every((one) => !isNamed(one) && one.tags.length > 0);
  if (!told || !frame.household) return false;
  const further = people.map((one) => ({ ...one, count: one.count ?? 1 }));
  frame.people = said([...(frame.people?.value ?? []), ...further]);
  frame.household = { ...frame.household, size: size + headsOf(further) };
  return true;
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

/** 跟居民一档差多少, after what somebody pays: that one payment, set against another of which both who pays and the tier are said. */
import type { Meaning, Person } from "../../nlu/meaning.js";
import { carried, said } from "./slots.js";
import type { Frame } from "./state.js";

const NOBODY: Person = { label: "", tags: [], denied: [], age: null };
/** Nothing stands before it: what is compared is what was asked about before. */
const AGAINST = /^(那么?|这)?(要是|如果)?(跟|和|与|同|比|较|对比)(起|着)?/;

/** Both payments as two payers, each with the own tier; null where either is not one payment. */
export function setAgainst(meaning: Meaning, last: Frame): Frame | null {
  const { plain, compare, places, people, mentions, amounts, household } =
    meaning;
  const same = places.every(
    ({ jurisdiction, negated }) =>
      !negated && jurisdiction === last.place?.value,
  );
  const asked = compare && AGAINST.test(plain) && same;
  if (!asked || last.task !== "contribution" || last.compare) return null;
  if (household !== null || last.household || amounts.length > 0) return null;
  const [tier, otherTier] = mentions.filter(({ facet }) => facet === "tier");
  const [who, otherWho] = people;
  const [before = NOBODY, more] = last.people?.value ?? [];
  const [own, otherOwn] = last.tiers?.value ?? [];
  if (otherTier || tier?.negated || !who || otherWho || more) return null;
  // 跟大学生比呢, after what somebody pays of whom nothing was told: both in the tier spoken of.
  if (!tier)
    return last.people?.value.length
      ? null
      : {
          ...last,
          place: carried(last.place),
          people: said([before, who]),
          compare: true,
          comparedIn: "who",
          alike: meaning.asksAlike,
        };
  if (own === undefined || otherOwn !== undefined || who.tags.length === 0)
    return null;
  return {
    ...last,
    place: carried(last.place),
    people: said([
      { ...before, tier: own },
      { ...who, tier: tier.value },
    ]),
    tiers: null,
    facets: {},
    compare: true,
    alike: meaning.asksAlike,
  };
}

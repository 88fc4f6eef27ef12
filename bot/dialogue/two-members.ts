/** 我妈比我多多少, of those who were told apart: those two of them side by side. */
import type { Meaning } from "../../nlu/meaning.js";
import { SELF } from "./known.js";
import { withTierOfAll } from "./member-told.js";
import { carried, said } from "./slots.js";
import type { Frame } from "./state.js";

/** Both of them with the tier that is theirs; null where the message compares nobody with the asker. */
export function twoMembers(
  { people: [who], plain, compare }: Meaning,
  last: Frame | undefined,
): Frame | null {
  if (!last || last.compare || !compare || !/[比跟和][我俺](?!们)/.test(plain))
    return null;
  const all =
    last.household?.total === true
      ? withTierOfAll(last)
      : (last.people?.value ?? []);
  const [one, other] = [who?.label, SELF].map((name) =>
    all.find(({ label }) => label !== "" && label === name),
  );
  if (!one || !other || one === other) return null;
  return {
    ...last,
    place: carried(last.place),
    people: said([one, other]),
    tiers: null,
    household: null,
    compare: true,
  };
}

/** 我爸呢, after 我在太原，我爸在重庆: where somebody pays is theirs, and so is what was chosen there. */
import type { Meaning } from "../../nlu/meaning.js";
import { asksOfSelf } from "./asks-of-self.js";
import { SELF } from "./known.js";
import { isEmpty } from "./person.js";
import { payersElsewhere, payersOf } from "./points.js";
import type { Frame, State } from "./state.js";

/** The question of one person in the place where they were told to pay, where that is not the one spoken of and no other is named. */
export function atOwnPlace(
  frame: Frame,
  { points = [] }: State,
  meaning: Meaning,
  aboutSelf: boolean,
): Frame {
  const { places, people } = meaning;
  const [who, more] = people;
  const label = who?.label ?? (aboutSelf || asksOfSelf(meaning) ? SELF : "");
  if (frame.task !== "contribution" || places.length > 0 || more || !label)
    return frame;
  const isOf = (name: string): boolean =>
    name === label || (label === SELF && name === "");
  if (payersOf(points).some((one) => isOf(one.label))) return frame;
  const all = payersElsewhere(points).filter(({ payer }) => isOf(payer.label));
  const own = all.at(-1);
  // Told of in one place, in whatever tier: there they are.
  const other = all.some(({ place }) => place !== own?.place);
  if (!own || other || (own.payer.count ?? 1) > 1) return frame;
  const { place, payer } = own;
  const { year: _, school: _school, tier: chosen, ...person } = payer;
  const tier = all.length > 1 ? undefined : chosen;
  const told = who !== undefined && !isEmpty(who);
  const nobody = person.label === "" && isEmpty(person);
  return {
    ...frame,
    place: { value: place, source: "carried" },
    area: null,
    ...(frame.tiers?.source === "said"
      ? {}
      : { tiers: tier ? { value: [tier], source: "carried" } : null }),
    ...(told
      ? {}
      : {
          people: nobody ? null : { value: [person], source: "carried" },
        }),
  };
}

/** 在北京住院了能报吗, after 太原: where somebody is treated is not where they are insured. */
import type { Meaning } from "../../nlu/meaning.js";
import { isHeld } from "./held.js";
import type { World } from "./context.js";
import type { Frame } from "./state.js";

/** Facts about care elsewhere: how it is filed, and what it leads to. */
const OF_FILING = /^fact\.(filing|cross_province|student_remote|out_of_town)/;

/** The message with the place of treatment as such, where the place of insurance was spoken of before. */
export function withTreatedAway(
  meaning: Meaning,
  last: Frame | undefined,
  { knowledge }: World,
): Meaning {
  const home = last?.place?.value;
  if (!last || home === undefined || !isHeld(home, knowledge)) return meaning;
  const remote =
    last.remote ||
    last.topics.some((topic) => OF_FILING.test(topic)) ||
    last.about.includes("remote");
  const places = meaning.places.map((place) => {
    const { jurisdiction, stay, negated } = place;
    // 在重庆住院, of two places that are held: there, unless care elsewhere is the matter.
    const there =
      !negated &&
      stay === true &&
      jurisdiction !== home &&
      (remote || jurisdiction === null || !isHeld(jurisdiction, knowledge));
    return there ? { ...place, away: true } : place;
  });
  return places.some(({ away }) => away) ? { ...meaning, places } : meaning;
}

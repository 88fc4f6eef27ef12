/** Which of the places named is the place of insurance, and which is only where somebody works or is treated. */
import type { PlaceMention } from "./meaning.js";

const GOING = /(在|去|到|往|跑|转到|转去|转院到)$/;
const STAYING =
  /^[^，,。；;！!？?]{0,6}?(打工|上班|工作|看病|看的|就医|住院|治|动手术|做手术|医院|读书|带孩子|带娃|居住|生活|长住|生孩子|退休)/;

/** The places, those marked that are not the place of insurance; one place alone is it. */
export function placesIn(
  plain: string,
  places: readonly PlaceMention[],
): PlaceMention[] {
  const marked = places.map((place) => ({
    ...place,
    away:
      GOING.test(plain.slice(0, place.span[0])) &&
      STAYING.test(plain.slice(place.span[1])),
  }));
  const home = marked.some(({ away, negated }) => !away && !negated);
  return home ? marked : marked.map((place) => ({ ...place, away: false }));
}

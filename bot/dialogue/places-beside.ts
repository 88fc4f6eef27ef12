/** Two places set side by side: 和重庆差多少 after the fee of one, 重庆按二档算呢 and 那太原低保的话 after both. */
import type { Ask, Meaning, PlaceMention } from "../../nlu/meaning.js";
import { followUp } from "./merge.js";
import { isOrdinary } from "./person.js";
import { carried } from "./slots.js";
import type { Frame, State } from "./state.js";

/** The place is what the answer before is compared with. */
const AGAINST = /^(那么?|这|这个|要是|如果)*(跟|和|与|同|比|较|对比)(起|着)?$/;

/** The one place or district of the message. */
function placeSaid({ places }: Meaning): PlaceMention | null {
  const [place, more] = places.filter(({ negated, away }) => !negated && !away);
  return place && !more && place.jurisdiction !== null ? place : null;
}

const isAt = (frame: Frame, { jurisdiction, area }: PlaceMention): boolean =>
  frame.place?.value === jurisdiction &&
  (area === null || frame.area?.value === area);

/** What benefits differ by, one value of which is told against another. */
const APART = ["insurance", "institution", "employment"] as const;

/** 居民少多少, after what 职工 get: both side by side. */
export function othersBeside(
  { frames }: State,
  meaning: Meaning,
): Frame[] | null {
  const [last, more] = frames;
  const { compare, mentions, people, amounts, dates, concepts } = meaning;
  if (!last || more || last.compare || !compare || last.task === "contribution")
    return null;
  if (
    meaning.asksAlike ||
    concepts.includes("pay") ||
    amounts.length + dates.length > 0
  )
    return null;
  if (meaning.places.length > 0 || !people.every(isOrdinary)) return null;
  const said = APART.flatMap((facet) => {
    const values = mentions.filter((one) => one.facet === facet);
    const [before, other] = last.facets[facet]?.value ?? [];
    const [now, second] = values;
    const apart =
      now !== undefined &&
      second === undefined &&
      !now.negated &&
      before !== undefined &&
      other === undefined &&
      now.value !== before;
    return values.length > 0 ? [apart] : [];
  });
  if (said.length !== 1 || said[0] !== true) return null;
  return [{ ...last, place: carried(last.place) }, followUp(meaning, last)].map(
    (frame) => ({ ...frame, compare: true }),
  );
}

/** The questions of two places; null where the message does not set one against another. */
export function placesBeside(
  { frames }: State,
  meaning: Meaning,
  strong: readonly Ask[],
): Frame[] | null {
  const place = placeSaid(meaning);
  const [last, other] = frames;
  if (!place || !last) return null;
  if (strong.some(({ task }) => task !== last.task)) return null;
  return other
    ? ofOneSide(frames, meaning, place)
    : against(last, meaning, place);
}

/** 和重庆差多少: what was answered, and the same of that place. */
function against(
  last: Frame,
  meaning: Meaning,
  place: PlaceMention,
): Frame[] | null {
  const before = meaning.plain.slice(0, place.span[0]);
  if (!meaning.compare || !AGAINST.test(before)) return null;
  if (!last.place || isAt(last, place)) return null;
  return [
    { ...last, place: carried(last.place), area: carried(last.area) },
    followUp(meaning, last),
  ].map((frame) => ({ ...frame, compare: true }));
}

/** 重庆按二档算呢, after the difference of two places: of that one alone, and both are still compared. */
function ofOneSide(
  frames: readonly Frame[],
  meaning: Meaning,
  place: PlaceMention,
): Frame[] | null {
  const [one, other, more] = frames;
  const apart =
    other !== undefined &&
    more === undefined &&
    one?.task === other.task &&
    one.place?.value !== other.place?.value &&
    frames.every(({ compare }) => compare);
  if (!apart || !meaning.followup || meaning.dates.length > 0) return null;
  if (meaning.mentions.length === 0) return null;
  if (!frames.some((frame) => isAt(frame, place))) return null;
  return frames.map((frame) => ({
    ...(isAt(frame, place)
      ? followUp(meaning, frame)
      : { ...frame, place: carried(frame.place) }),
    compare: true,
  }));
}

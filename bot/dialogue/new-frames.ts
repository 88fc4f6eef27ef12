/** Frames out of the asks of a message, and out of those of the turn before. */
import type { Ask, Meaning } from "../../nlu/meaning.js";
import type { World } from "./context.js";
import { ofDocument } from "./documents-meant.js";
import { elsewhereAsked } from "./families.js";
import { byDisease, byPlace, withoutAskedApart } from "./frames-apart.js";
import { ofLaterYear } from "./later-year.js";
import { followUp, frameOf } from "./merge.js";
import { partsMeant } from "./parts-meant.js";
import { emptyFrame, type Frame, type State } from "./state.js";

/** At most so many answers to one message. */
export const MOST_PARTS = 4;

/** The ask of a message that names a matter and asks for nothing that is known. */
export const UNCLEAR: Ask = {
  task: "unclear",
  aspects: ["amount"],
  topics: [],
  otherwise: null,
  strength: 1,
  span: [0, 0],
};

const isCompared = ({ compare }: Frame): boolean => compare;

/** The last frame, or after a long pause the place alone. */
export function remembered(state: State): Frame | null {
  const last = state.frames.at(-1);
  // 自己交的呢, after how far two years lie apart: of neither of them.
  const apart = state.frames.length > 1 && state.frames.every(isCompared);
  if (last) return apart ? { ...last, yearOpen: true } : last;
  if (state.place === null) return null;
  return { ...emptyFrame(""), place: { value: state.place, source: "said" } };
}

/** One frame for each ask; one for each place where several are named. */
export function newFrames(
  meaning: Meaning,
  asks: readonly Ask[],
  before: Frame | null,
  world: World,
): Frame[] {
  const frames: Frame[] = [];
  for (const ask of asks.slice(0, MOST_PARTS)) {
    const own = withoutAskedApart(meaning, ask, asks);
    const asked = ofLaterYear(
      ofBirthTold(frameOf(own, ask, before), own, before, world.on),
      own,
    );
    const frame = ofDocument(own, asked, world);
    frames.push(
      ...byPlace(own, frame).flatMap((one) => byDisease(one, world.knowledge)),
    );
  }
  return frames.slice(0, MOST_PARTS);
}

/** 今年要交钱吗, after 我娃是今年9月生的 alone: asked of a newborn, whom the fee of everybody does not fit. */
function ofBirthTold(
  frame: Frame,
  { dates, people, amounts }: Meaning,
  before: Frame | null,
  on: string,
): Frame {
  const year = on.slice(0, 4);
  const births = (before?.dates ?? []).filter(
    ({ role, reading }) => role === "born" && reading.from?.startsWith(year),
  );
  const asksOn =
    before?.task === "unclear" &&
    frame.task === "contribution" &&
    people.length + amounts.length === 0 &&
    dates.every(
      ({ role, reading }) =>
        role === "year" && reading.from?.startsWith(year) === true,
    );
  return asksOn && births.length > 0
    ? { ...frame, task: "newborn", dates: [...births, ...frame.dates] }
    : frame;
}

/** The questions of the turn before that the message takes up, with what it says. */
export function followUps(
  state: State,
  meaning: Meaning,
  world: World,
): Frame[] {
  const meant = partsMeant(state, meaning);
  // 二档呢, after the difference of two places: the places are still set side by side.
  const beside =
    meant.every(({ compare }) => compare) &&
    new Set(meant.map(({ place }) => place?.value)).size > 1;
  return meant
    .flatMap((frame) => elsewhereAsked(frame, meaning, world) ?? [])
    .flatMap((frame) => byPlace(meaning, followUp(meaning, frame)))
    .map((frame) => (beside ? { ...frame, compare: true } : frame))
    .slice(0, MOST_PARTS);
}

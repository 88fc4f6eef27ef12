/** Several cases in one message, and what is asked on: each is read by itself, in the light of the one before. */
import type { Meaning } from "../../nlu/meaning.js";
import { understandingOf } from "../../nlu/understand.js";
import type { World } from "./context.js";
import { withFlip } from "./flipped.js";
import type { Frame, State } from "./state.js";
import { CARE } from "./tasks/care.js";

type Read = (
  state: State,
  meaning: Meaning,
  world: World,
) => { frames: Frame[] } | { scope: string } | null;

/** Tasks that compute with the amounts of a bill. */
const OF_BILLS = [...Object.keys(CARE), "settlement", "reimburse"];

/** 我爸自付2万，我妈自付1万: the amounts of one are never added to those of the other. */
export function byCase(
  state: State,
  meaning: Meaning,
  world: World,
  read: Read,
): Frame[] | null {
  const { cases } = meaning;
  if (cases.length < 2) return null;
  const frames: Frame[] = [];
  for (const { text, whose } of cases) {
    const one = readAlone(state, text, frames, world, read);
    const [frame, more] = one ?? [];
    if (!frame || more || !OF_BILLS.includes(frame.task)) return null;
    if (frame.amounts.length === 0) return null;
    frames.push(whose === null ? frame : { ...frame, whose });
  }
  const summed = meaning.household?.total === true;
  const persons = frames.every((frame) => frame.whose !== undefined);
  return summed && persons
    ? frames.map((frame) => ({ ...frame, billsSummed: true }))
    : frames;
}

/** 我重庆一档，我妈太原，一共多少: what each pays where they are, and not both of them in both places. */
export function byPlaceTold(
  state: State,
  { placesApart, asks, amounts, household, compare, dates, plain }: Meaning,
  world: World,
  read: Read,
): Frame[] | null {
  const strong = asks.filter(({ strength }) => strength === 2);
  // 我在太原，我爸在重庆 and nothing asked: what each pays there, so that the places stay theirs.
  const ofFees =
    (strong.length > 0 || asks.length === 0) &&
    strong.every(({ task }) => task === "contribution");
  if (placesApart.length === 0 || !ofFees || amounts.length > 0) return null;
  const [year, more] = dates.filter(({ role }) => role === "year");
  const when = year && !more ? plain.slice(...year.reading.span) : "";
  const summed = household?.total === true && !household.each;
  const all = summed ? "一共" : "";
  const frames: Frame[] = [];
  for (const told of placesApart) {
    const text = `${told}，${told.includes(when) ? "" : when}${all}要交多少`;
    const [frame, other] = readAlone(state, text, [], world, read) ?? [];
    if (!frame || other || frame.task !== "contribution") return null;
    frames.push(frame);
  }
  if (compare && frames.length === 2)
    return frames.map((frame) => ({ ...frame, compare: true }));
  return summed
    ? frames.map((frame) => ({ ...frame, placesSummed: true as const }))
    : frames;
}

/** 报多少，没签呢: the question first, then each follow-up of it. */
export function askedOnFrames(
  state: State,
  meaning: Meaning,
  world: World,
  read: Read,
): Frame[] | null {
  const [head, ...tails] = meaning.askedOn;
  if (head === undefined || tails.length === 0) return null;
  const understanding = understandingOf(world.knowledge);
  const before = understanding.understand(head, world.on);
  const [only] = readAlone(state, head, [], world, read) ?? [];
  const meanings = tails.map((tail) =>
    understanding.understand(`${withFlip(only, tail)}？`, world.on),
  );
  const others = asksOfAnybody(before) && meanings.some(namesIdentity);
  if (!others && !meanings.some(isApart)) return null;
  const frames = readAlone(state, head, [], world, read);
  if (!frames) return null;
  // 一档多少，什么时候交，大学生呢: what the others pay is asked on.
  let last = others
    ? frames.findLast(({ task }) => task === "contribution")
    : frames.at(-1);
  // 宝宝9月生的，当年要不要交钱: what stands before the question tells whom it is about.
  if (last?.task === "unclear") return null;
  if (!last || (frames.length !== 1 && !others)) return null;
  for (const one of meanings) {
    const further = read({ ...state, frames: [last] }, one, world);
    if (!further || !("frames" in further)) return null;
    frames.push(...further.frames);
    last = further.frames.at(-1) ?? last;
  }
  // 23年两档差多少，22年呢: a difference each, and none between the two.
  return frames[0]?.compare
    ? frames.map((frame) => ({ ...frame, alone: true as const }))
    : frames;
}

/** 职工超过15万报多少，居民起付线多少: one after the other, each in the light of the one before. */
export function byQuestion(
  state: State,
  { ownQuestions }: Meaning,
  world: World,
  read: Read,
): Frame[] | null {
  const frames: Frame[] = [];
  for (const text of ownQuestions) {
    const found = readAlone(state, text, frames.slice(-1), world, read);
    if (!found) return null;
    frames.push(...found);
  }
  return frames.length > 1 ? frames : null;
}

/** 医保交多少: what is paid, of nobody in particular. */
function asksOfAnybody({ asks, mentions, people }: Meaning): boolean {
  return (
    people.length === 0 &&
    asks.some(({ task }) => task === "contribution") &&
    !mentions.some(({ facet }) => facet === "identity")
  );
}

const namesIdentity = ({ mentions }: Meaning): boolean =>
  mentions.some(({ facet, negated }) => facet === "identity" && !negated);

/** What one reading of the whole message would mix up with the question before. */
function isApart(meaning: Meaning): boolean {
  return (
    meaning.amounts.length > 0 ||
    meaning.familyDoctor !== null ||
    meaning.dates.some(({ role }) => role === "year") ||
    meaning.concepts.includes("remote") ||
    meaning.counts.some(({ kind }) => kind === "ordinal") ||
    meaning.mentions.some(
      ({ facet, negated }) =>
        negated ||
        facet === "employment" ||
        facet === "class" ||
        facet === "identity" ||
        facet === "disease",
    ) ||
    (!meaning.followup &&
      meaning.mentions.some(({ facet }) => facet === "care"))
  );
}

function readAlone(
  state: State,
  text: string,
  before: readonly Frame[],
  world: World,
  read: Read,
): Frame[] | null {
  const meaning = understandingOf(world.knowledge).understand(text, world.on);
  const found = read(
    before.length > 0 ? { ...state, frames: [...before] } : state,
    { ...meaning, cases: [], placesApart: [], askedOn: [], ownQuestions: [] },
    world,
  );
  return found && "frames" in found ? found.frames : null;
}

/** Answers the questions of a message together, and tells what is remembered of them. */
import type { Meaning } from "../../nlu/meaning.js";
import type { Reply } from "../phrasing/compose.js";
import type { World } from "./context.js";
import { learn } from "./known.js";
import { withLeftOut } from "./left-out.js";
import { joinParts } from "./parts.js";
import { performAll } from "./perform-all.js";
import { kept } from "./person.js";
import { pointsAfter } from "./points.js";
import type { Frame, State, Turn } from "./state.js";

/** What the message says beside its frames. */
interface Said {
  /** What a correction changed. */
  changed: string[];
  /** The whole message, where all that it says must be taken up. */
  meaning?: Meaning;
}

/** One answer to all the frames, and the state after it. */
export function answerFrames(
  state: State,
  frames: readonly Frame[],
  world: World,
  { changed, meaning }: Said = { changed: [] },
): Turn {
  const { replies, kept, words } = performAll(frames, world);
  const told = replies.map((reply, at) =>
    at === 0 ? { ...reply, changed } : reply,
  );
  const whole = withoutRepeats(told);
  return {
    answer: joinParts(
      meaning ? withLeftOut(whole, meaning, world.knowledge) : whole,
      words,
      frames[0]?.alike,
    ),
    state: {
      ...after(state, kept, replies),
      points: pointsAfter(state, kept, replies, meaning?.correction === true),
    },
  };
}

/** The same answer or refusal is said once, and the place is asked for once. */
function withoutRepeats(replies: readonly Reply[]): Reply[] {
  const told = ({ status, missing, lead, figures }: Reply): string =>
    status === "needs_info"
      ? missing.join()
      : [...lead, ...figures.map(({ key, value }) => key + value)].join();
  return replies.filter(
    (one, at) =>
      !replies.slice(0, at).some((other) => told(other) === told(one)),
  );
}

/** The state after an answer: what was asked back is pending, what was answered is remembered. */
function after(
  state: State,
  frames: Frame[],
  replies: readonly Reply[],
): State {
  const last = replies.at(-1);
  const asks = last?.status === "needs_info" && last.missing[0] !== undefined;
  const place = frames.findLast(
    ({ place }) =>
      place !== null &&
      place.source !== "assumed" &&
      !place.value.startsWith("?"),
  )?.place?.value;
  return {
    ...state,
    frames: frames
      .map((frame, at) => withYearOpen(frame, replies[at]))
      .slice(-3)
      .map(withoutExcluded),
    previous: followedUp(state, frames),
    known: learn(state.known ?? [], state.frames, frames),
    refused: null,
    failures: 0,
    place: place ?? state.place,
    pending: asks
      ? {
          slot: last.missing[0] ?? "",
          choices: last.suggestions,
          reminded: false,
        }
      : null,
  };
}

/** A year that was said and of which nothing is held. */
const withYearOpen = (frame: Frame, reply?: Reply): Frame =>
  reply?.status === "not_held" && frame.years?.source === "said"
    ? { ...frame, yearOpen: true }
    : frame;

function withoutExcluded(frame: Frame): Frame {
  const { people } = frame;
  return people
    ? { ...frame, people: { ...people, value: people.value.map(kept) } }
    : frame;
}

/** How the one question of the turn before differed, where this one is of its kind. */
function followedUp(
  { frames: [before, more], pending }: State,
  [now, other]: readonly Frame[],
): Partial<Frame> | null {
  const alone = before && !more && now && !other && pending === null;
  if (!alone || before.task !== now.task) return null;
  // Said before and carried now is no difference.
  const told = (value: unknown): string =>
    JSON.stringify(value, (key, one: unknown) =>
      key === "source" || key === "span" ? undefined : one,
    ) ?? "";
  const apart = Object.entries(before).filter(([key, value]) => {
    const other = now[key as keyof Frame];
    return value !== other && told(value) !== told(other);
  });
  // 都一样吗 after 差多少: asked otherwise of the same, no question of its own.
  const compares = !before.compare && now.compare;
  return apart.every(
    ([key]) => COMPARING.includes(key) || (compares && key === "counts"),
  )
    ? null
    : Object.fromEntries(apart);
}
/** 这三种人差多少: how many are compared is told with it. */
const COMPARING = ["compare", "alike"];

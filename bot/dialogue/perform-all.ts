/** The questions of one message, each answered, and whether they are compared with each other. */
import type { Vocabulary } from "../../knowledge/vocabulary.js";
import type { Reply } from "../phrasing/compose.js";
import type { World } from "./context.js";
import { perform, type Performed } from "./perform.js";
import type { Frame } from "./state.js";
import { unheldTogether } from "./where.js";

/** Answers every frame of a message; the words for their differences come along where they are compared with each other. */
export function performAll(
  asked: readonly Frame[],
  world: World,
): { replies: Reply[]; kept: Frame[]; words: Vocabulary | null } {
  const frames = unheldTogether(asked, world);
  // 交的差好多，门诊报的又差好多: two comparisons, and not one of a fee with a limit.
  const beside =
    frames.length > 1 &&
    new Set(frames.map(({ task }) => task)).size === 1 &&
    frames.every(({ compare, alone }) => compare && alone !== true);
  const places = new Set(frames.map(({ place }) => place?.value));
  const done = withoutOpenStart(
    frames.map((frame) =>
      perform(
        beside
          ? { ...frame, compare: false, ...(places.size > 1 ? OF_PLACES : {}) }
          : frame,
        world,
      ),
    ),
  );
  return {
    replies: done.map(({ reply }) => reply),
    kept: done.map(({ frame }, at) =>
      beside ? besideAgain(frame, frames[at]) : withoutMark(frame),
    ),
    words: beside ? world.knowledge.vocabulary : null,
  };
}

/** 毕业后10月补交，从哪天能报: where one clause tells the day, a window that does not tell it is no second answer. */
function withoutOpenStart(done: Performed[]): Performed[] {
  const tells = ({ reply }: Performed): boolean =>
    reply.figures.some(({ key }) => key === "benefit.from");
  return done.some(tells)
    ? done.filter(
        (one) =>
          tells(one) ||
          one.frame.task !== "enrolment" ||
          !one.frame.aspects.includes("start"),
      )
    : done;
}

/** 重庆比太原多交多少: what is paid now in each of them, and not how far it rose. */
const OF_PLACES = {
  aspects: ["amount"],
  oneYear: true,
} satisfies Partial<Frame>;

/** The frame as it was asked beside the others. */
function besideAgain(frame: Frame, asked: Frame | undefined): Frame {
  const own: Frame = {
    ...frame,
    compare: true,
    aspects: asked?.aspects ?? frame.aspects,
  };
  delete own.oneYear;
  return own;
}

/** The frame as a question of its own. */
function withoutMark(frame: Frame): Frame {
  const own = { ...frame };
  delete own.alone;
  return own;
}

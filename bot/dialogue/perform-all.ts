/** The questions of one message, each answered, and whether they are compared with each other. */
import type { Vocabulary } from "../../knowledge/vocabulary.js";
import type { Reply } from "../phrasing/compose.js";
import type { World } from "./context.js";
import { perform } from "./perform.js";
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
  const done = frames.map((frame) =>
    perform(beside ? { ...frame, compare: false } : frame, world),
  );
  return {
    replies: done.map(({ reply }) => reply),
    kept: done.map(({ frame }) =>
      beside ? { ...frame, compare: true } : withoutMark(frame),
    ),
    words: beside ? world.knowledge.vocabulary : null,
  };
}

/** The frame as a question of its own. */
function withoutMark(frame: Frame): Frame {
  const own = { ...frame };
  delete own.alone;
  return own;
}

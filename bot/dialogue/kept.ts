/** The state between two turns: short, for it is stored with every conversation. */
import { emptyFrame, type Frame, type State } from "./state.js";

/** The state without what every frame has where nothing was said. */
export function kept(state: State): State {
  return withFrames(state, bare);
}

/** The same state with everything in its place. */
export function whole(state: State): State {
  return withFrames(state, (frame) => ({
    ...emptyFrame(frame.task),
    ...frame,
  }));
}

function withFrames(state: State, of: (frame: Frame) => Frame): State {
  const { pending } = state;
  return {
    ...state,
    frames: state.frames.map(of),
    pending: pending?.frame
      ? { ...pending, frame: of(pending.frame) }
      : pending,
  };
}

const EMPTY: Readonly<Record<string, unknown>> = { ...emptyFrame("") };

/** Read back only by `whole`, which puts in what is left out here. */
function bare(frame: Frame): Frame {
  return Object.fromEntries(
    Object.entries(frame).filter(
      ([key, value]) =>
        key === "task" ||
        (value !== undefined && !(key in EMPTY && alike(value, EMPTY[key]))),
    ),
  ) as unknown as Frame;
}

/** Of the values that an empty frame has: plain ones, lists of plain ones and objects that hold nothing. */
function alike(value: unknown, empty: unknown): boolean {
  if (typeof value !== "object" || value === null || empty === null)
    return value === empty;
  return JSON.stringify(value) === JSON.stringify(empty);
}

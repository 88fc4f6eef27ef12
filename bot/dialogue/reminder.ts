/** A question of ours that a digression left open is offered again, once. */
import { stillOpen } from "../phrasing/fixed.js";
import type { World } from "./context.js";
import { perform } from "./perform.js";
import type { State } from "./state.js";
import type { Turn } from "./step.js";

/** Adds the open question to the answer of a digression and keeps it open. */
export function withReminder(before: State, turn: Turn, world: World): Turn {
  const { pending } = before;
  const asked = before.frames.at(-1);
  if (!pending || pending.reminded || !asked || turn.state.pending) return turn;
  const last = turn.state.frames.at(-1);
  if (!last || last.task === asked.task || turn.answer.status !== "answered")
    return turn;
  const frame = asked.place ? asked : { ...asked, place: last.place };
  const { reply } = perform(frame, world);
  if (reply.status !== "needs_info") return turn;
  return {
    answer: {
      ...turn.answer,
      text: `${turn.answer.text}\n${stillOpen(reply.lead[0] ?? "")}`,
    },
    state: {
      ...turn.state,
      frames: [...turn.state.frames.slice(-2), frame],
      pending: {
        ...pending,
        slot: reply.missing[0] ?? pending.slot,
        reminded: true,
      },
    },
  };
}

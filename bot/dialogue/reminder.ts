/** A question of ours that a digression left open is offered again, once. */
import type { Answer } from "../answer.js";
import { resume, stillOpen } from "../phrasing/fixed.js";
import type { World } from "./context.js";
import { perform } from "./perform.js";
import type { Frame, State, Turn } from "./state.js";
import { NAMES } from "./where.js";

/** Adds the open question to the answer of a digression and keeps it open. */
export function withReminder(before: State, turn: Turn, world: World): Turn {
  const { pending } = before;
  const asked = before.frames.at(-1);
  if (!pending || pending.reminded || pending.frame || !asked) return turn;
  if (turn.state.frames === before.frames) return aside(asked, turn, world);
  const last = turn.state.frames.at(-1);
  if (turn.state.pending || !last) return turn;
  if (last.task === asked.task && !looksUp(last, asked)) return turn;
  if (turn.answer.status !== "answered") return turn;
  return asked.place
    ? stillAsking(asked, turn, world)
    : placed({ ...asked, place: last.place }, turn, world);
}

/** 封顶是多少来着, while we ask who somebody is: looked up beside the amount to be computed. */
const looksUp = (last: Frame, asked: Frame): boolean =>
  asked.amounts.length > 0 && last.amounts.length === 0;

/** An explained word or a kind refusal: nothing else was asked, the question stays as it was. */
function aside(asked: Frame, turn: Turn, world: World): Turn {
  const { answer, state } = turn;
  const { pending } = state;
  if (!pending || !ASIDE.includes(answer.intent)) return turn;
  const { reply } = perform(asked, world);
  if (reply.status !== "needs_info") return turn;
  return {
    answer: told(answer, stillOpen(reply.lead[0] ?? "")),
    state: { ...state, pending: { ...pending, reminded: true } },
  };
}

const ASIDE: readonly string[] = [
  "term",
  "personal_account",
  "other_insurance",
  "medical_advice",
  "opinion",
  "prediction",
];

/** What the digression said leaves our question open. */
function stillAsking(frame: Frame, turn: Turn, world: World): Turn {
  const { pending } = turn.state;
  const { reply } = perform(frame, world);
  if (reply.status !== "needs_info") return turn;
  return {
    answer: told(turn.answer, stillOpen(reply.lead[0] ?? "")),
    state: {
      ...turn.state,
      frames: [...turn.state.frames.slice(-2), frame],
      pending: {
        slot: reply.missing[0] ?? pending?.slot ?? "",
        choices: reply.suggestions,
        reminded: true,
      },
    },
  };
}

/** The digression named the place that was asked for: the question before may go on there. */
function placed(frame: Frame, turn: Turn, world: World): Turn {
  const place = frame.place?.value;
  const name = NAMES[frame.task];
  if (place === undefined || name === undefined)
    return stillAsking(frame, turn, world);
  const { status } = perform(frame, world).reply;
  if (status === "needs_info") return stillAsking(frame, turn, world);
  if (status !== "answered" && status !== "not_stipulated") return turn;
  const offer = resume(world.knowledge.jurisdictions.label(place), name);
  return {
    answer: {
      ...told(turn.answer, offer.asked),
      suggestions: [offer.say, ...turn.answer.suggestions],
    },
    state: {
      ...turn.state,
      pending: {
        slot: "resume",
        choices: [offer.say],
        reminded: true,
        frame,
      },
    },
  };
}

function told(answer: Answer, line: string): Answer {
  return { ...answer, text: `${answer.text}\n${line}` };
}

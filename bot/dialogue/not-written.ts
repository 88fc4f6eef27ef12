/** 农民工呢, 补多少, after what a notice states: what is asked on was not understood, or no clause tells it. */
import type { Meaning } from "../../nlu/meaning.js";
import { compose } from "../phrasing/compose.js";
import { allThatIsTold } from "../phrasing/verdict.js";
import type { World } from "./context.js";
import { perform } from "./perform.js";
import type { State, Turn } from "./state.js";

/** Longer messages say their matter themselves. */
const SHORT = 10;
/** How much, where the statement tells no number. */
const HOW_MUCH = /(补|给|报|赔|发|罚|交|付|出)(我|他|你|了)?(多少|好多|几)/;
const OF_ANOTHER = /呢$/;

/** The statement once more, as all that the notices say on the matter; null where nothing was stated or the message is about something else. */
export function notWritten(
  state: State,
  { plain, scope, amounts, places }: Meaning,
  world: World,
): Turn | null {
  const last = state.frames.at(-1);
  const asked = plain.replace(/[？?！!。，,\s吗啊呀]+$/g, "");
  if (last?.task !== "fact" || state.frames.length > 1 || state.pending)
    return null;
  if (scope !== null || amounts.length + places.length > 0) return null;
  const howMuch = HOW_MUCH.test(asked);
  if (asked.length > SHORT || !(howMuch || OF_ANOTHER.test(asked))) return null;
  const { reply } = perform(last, world);
  if (reply.status !== "answered") return null;
  const lead = allThatIsTold(reply.lead, world.knowledge);
  const told =
    howMuch && reply.figures.length === 0
      ? { ...reply, status: "not_stipulated" as const, lead }
      : { ...reply, lead };
  return { state: { ...state, failures: 0 }, answer: compose(told) };
}

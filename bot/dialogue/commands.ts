/** Words that steer the conversation: start again, a person, once more, why, on what ground. */
import type { Meaning } from "../../nlu/meaning.js";
import { compose, reply } from "../phrasing/compose.js";
import * as fixed from "../phrasing/fixed.js";
import type { World } from "./context.js";
import { joinParts } from "./parts.js";
import { perform, performAll } from "./perform.js";
import { emptyFrame, initialState, type State } from "./state.js";
import type { Turn } from "./step.js";
import { termsIn } from "./tasks/terms.js";
import { termLine } from "../phrasing/terms.js";

/** The turn that a steering message leads to; null when the message is none. */
export function command(
  state: State,
  meaning: Meaning,
  world: World,
): Turn | null {
  const { knowledge } = world;
  switch (commandIn(state, meaning)) {
    case "restart":
      return {
        state: initialState(),
        answer: compose(
          reply("out_of_scope", "restart", [fixed.RESTARTED], {
            scope: "small_talk",
          }),
        ),
      };
    case "human":
      return {
        state: { ...state, failures: 0 },
        answer: compose(reply("handoff", "human", fixed.handoff(knowledge))),
      };
    case "repeat":
      return again(state, world, []);
    case "why":
      return again(state, world, [fixed.WHY]);
    case "source":
      return again(state, world, [fixed.SOURCE]);
    case "explain":
      return meaning.explains.length > 0
        ? explain(state, meaning, meaning.explains, world)
        : simpler(state, world);
    case "greet":
    case "held":
      return talk(
        state,
        fixed.greeting(knowledge),
        fixed.firstQuestions(knowledge),
      );
    case "thanks":
      return talk(state, [fixed.THANKS], []);
    case "bye":
      return talk(state, [fixed.BYE], []);
    default:
      return null;
  }
}

/** The steering word, unless a complete question stands beside it. */
function commandIn(state: State, meaning: Meaning): string | null {
  const asked = meaning.asks.some(({ strength }) => strength === 2);
  const has = (concept: string): boolean => meaning.concepts.includes(concept);
  if (
    meaning.command !== null &&
    !["yes", "no", "unknown_reply"].includes(meaning.command)
  )
    return meaning.command;
  if (has("human") && !asked) return "human";
  if (meaning.explains.length > 0) return "explain";
  if (asked) return null;
  const about =
    meaning.documents.length > 0 ||
    meaning.places.length > 0 ||
    meaning.mentions.length > 0;
  if (
    has("source_cue") &&
    !has("status_cue") &&
    state.frames.length > 0 &&
    !about
  )
    return "source";
  if (
    has("source_cue") &&
    state.frames.length === 0 &&
    !about &&
    meaning.asks.length === 0
  )
    return "source";
  if (
    has("why") &&
    meaning.scope === null &&
    !about &&
    meaning.asks.length === 0
  )
    return "why";
  if (has("held_cue") && meaning.asks.length === 0) return "held";
  return null;
}

function talk(state: State, lead: string[], suggestions: string[]): Turn {
  return {
    state,
    answer: compose(
      reply("out_of_scope", "small_talk", lead, {
        scope: "small_talk",
        suggestions,
      }),
    ),
  };
}

/** The last answer once more, from the frames that gave it; the status and the clauses stay. */
function again(state: State, world: World, before: string[]): Turn {
  if (state.frames.length === 0) {
    const scope = state.refused;
    if (scope !== null)
      return {
        state,
        answer: compose(
          reply("out_of_scope", scope, fixed.refusal(scope, world.knowledge), {
            scope,
          }),
        ),
      };
    return {
      state,
      answer: compose(
        reply("needs_info", "repeat", [fixed.NOTHING_YET], {
          missing: ["question"],
        }),
      ),
    };
  }
  const { replies, words } = performAll(state.frames, world);
  const first = replies[0];
  const told = first
    ? [{ ...first, lead: [...first.lead, ...before] }, ...replies.slice(1)]
    : replies;
  return { state, answer: joinParts(told, words) };
}

/** The last answer once more, with what its terms mean. */
function simpler(state: State, world: World): Turn {
  const { replies } = performAll(state.frames, world);
  const told = replies
    .filter(({ intent }) => intent !== "term")
    .flatMap(({ lead, figures }) => [
      ...lead,
      ...figures.map(({ label }) => label),
    ])
    .join("\n");
  const terms = termsIn(told, world.knowledge);
  return again(state, world, [
    fixed.SIMPLER,
    ...terms.map((term) => termLine(term, world.knowledge)),
  ]);
}

/** What the terms mean; what was spoken of before stays. */
export function explain(
  state: State,
  meaning: Meaning,
  terms: string[],
  world: World,
): Turn {
  const place = meaning.places.find(({ negated }) => !negated)?.jurisdiction;
  const frame = {
    ...emptyFrame("term"),
    terms,
    place: place ? ({ value: place, source: "said" } as const) : null,
  };
  return {
    state: { ...state, failures: 0 },
    answer: joinParts([perform(frame, world).reply]),
  };
}

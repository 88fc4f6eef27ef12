/** Refusing: in words that fit the kind and the matter, and a person named after two turns that were not understood. */
import type { ScopeKind } from "../../knowledge/matters.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Matter } from "../../knowledge/matters.js";
import type { Meaning } from "../../nlu/meaning.js";
import { compose, reply } from "../phrasing/compose.js";
import { firstQuestions, handoff, lost, refusal } from "../phrasing/fixed.js";
import {
  matterBeside,
  mattersBesides,
  placesSpeaking,
} from "../phrasing/matters.js";
import type { World } from "./context.js";
import { matterBesides, matterOfKind, mattersOf } from "./matters.js";
import type { State, Turn } from "./state.js";

/** Turns in a row not understood, after which a person is named. */
const MOST_FAILURES = 2;

/** Refuses in words that fit the matter, where one was understood. */
export function refused(
  state: State,
  scope: ScopeKind,
  meaning: Meaning,
  world: World,
): Turn {
  const { knowledge } = world;
  const { about, text, places } = meaning;
  const matter = matterOfKind(about, scope, knowledge);
  const other =
    scope === "other_insurance" ? matterBesides(meaning, knowledge) : null;
  const lead = [
    ...refusal(scope, knowledge, matter),
    ...(matter && other
      ? matterBeside(other, knowledge)
      : besidesOf(matter, meaning, knowledge)),
  ];
  const again = text.trim().length <= LONGEST_AGAIN && places.length === 0;
  const choices =
    matter && again
      ? placesSpeaking(matter, knowledge)
          .slice(0, MOST_PLACES)
          .map((place) => `${place}${text.trim()}`)
      : [];
  const failed = scope === "other" && !matter;
  return refuse(state, scope, lead, failed, world, choices);
}

/** What else a letter asks about, where its first matter was named. */
function besidesOf(
  matter: Matter | null,
  { besides }: Meaning,
  knowledge: Knowledge,
): string[] {
  if (!matter) return [];
  const others = mattersOf(besides, knowledge);
  return mattersBesides(others.filter((one) => one !== matter));
}

/** A question this long is offered once more with a place before it, for so many places. */
const LONGEST_AGAIN = 40;
const MOST_PLACES = 2;

/** Refuses by kind; after two turns in a row that were not understood a person is named. */
export function refuse(
  state: State,
  scope: ScopeKind,
  lead: string[],
  failed: boolean,
  world?: World,
  suggestions: string[] = [],
): Turn {
  const failures = failed ? state.failures + 1 : 0;
  if (failures >= MOST_FAILURES && world) return menu(state, world);
  const answer = compose(
    reply("out_of_scope", scope, lead, { scope, suggestions }),
  );
  return { answer, state: { ...state, failures, refused: scope } };
}

/** What can be asked, and where a person is to be had. */
function menu(state: State, { knowledge }: World): Turn {
  const suggestions = firstQuestions(knowledge);
  return {
    state: { ...state, failures: 0 },
    answer: compose(
      reply("handoff", "human", [...lost(suggestions), ...handoff(knowledge)], {
        suggestions,
      }),
    ),
  };
}

/** A message that asks for a person and says nothing else. */
export const HUMAN = {
  command: "human",
  concepts: ["human"],
  asks: [] as Meaning["asks"],
  mentions: [] as Meaning["mentions"],
  people: [] as Meaning["people"],
  familyDoctor: null,
  registered: null,
  correction: false,
} as Partial<Meaning> as Meaning;

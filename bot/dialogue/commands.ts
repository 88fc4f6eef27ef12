/** Words that steer the conversation: start again, a person, once more, why, on what ground. */
import { readClause } from "../../nlu/documents.js";
import type { Meaning } from "../../nlu/meaning.js";
import { compose, reply, type Reply } from "../phrasing/compose.js";
import * as fixed from "../phrasing/fixed.js";
import type { World } from "./context.js";
import { doubts, mayBeSaidBack, saysBack } from "./doubt.js";
import { joinParts } from "./parts.js";
import { perform } from "./perform.js";
import { performAll } from "./perform-all.js";
import { emptyFrame, initialState, type State, type Turn } from "./state.js";
import { looksAt } from "./families.js";
import { termsIn } from "./tasks/terms.js";
import { termLine } from "../phrasing/terms.js";

/** The turn that a steering message leads to; null when the message is none. */
export function command(
  state: State,
  meaning: Meaning,
  world: World,
): Turn | null {
  const { knowledge } = world;
  switch (commandIn(state, meaning) ?? back(state, meaning, world)) {
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
      return again(state, world, null);
    case "why":
      return again(state, world, fixed.WHY);
    case "source":
      return (
        asWritten(state, meaning, world) ?? again(state, world, fixed.SOURCE)
      );
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
    case "yes":
    case "no":
    case "unknown_reply":
      if (state.pending) return null;
      // 不懂, after an answer: it is to be said in plainer words.
      if (LOST.test(meaning.plain) && state.frames.length > 0)
        return simpler(state, world);
      // 我也不晓得是哪种医院, after the table of all of them: the table holds.
      return WHICH.test(meaning.plain) && state.frames.length > 0
        ? again(state, world, null)
        : talk(state, [fixed.HEARD], []);
    case "thanks":
      return talk(state, [fixed.THANKS], []);
    case "bye":
      return talk(state, [fixed.BYE], []);
    default:
      return null;
  }
}

/** 才六万？, after that amount was answered: why it is so. */
function back(state: State, meaning: Meaning, world: World): "why" | null {
  if (state.frames.length === 0 || !mayBeSaidBack(meaning)) return null;
  const values = performAll(state.frames, world).replies.flatMap(
    ({ figures }) => figures.map(({ value }) => value),
  );
  return saysBack(meaning, values) ? "why" : null;
}

/** The steering word, unless a complete question stands beside it. */
function commandIn(state: State, meaning: Meaning): string | null {
  const asked = meaning.asks.some(({ strength }) => strength === 2);
  const has = (concept: string): boolean => meaning.concepts.includes(concept);
  // 起付线怎么来的, after a limit: another figure of the same matter is asked for.
  const last = state.frames.at(-1);
  const elsewhat =
    meaning.command === "why" &&
    last !== undefined &&
    meaning.aspects.some(
      (aspect) =>
        !last.aspects.includes(aspect) &&
        // 为啥涨, after how far two years lie apart, or another figure: the same rise.
        !(
          aspect === "increase" &&
          (last.compare || last.task !== "contribution")
        ),
    );
  if (elsewhat) return null;
  // 再说一遍我妈的, after what 我 pay: the one named, and not the last answer.
  if (meaning.command === "repeat" && last && namesOne(meaning)) return null;
  if (
    meaning.command !== null &&
    !(["yes", "no"].includes(meaning.command) && tellsMore(meaning))
  )
    return meaning.command;
  if (last && doubts(meaning, last)) return "why";
  if (has("human") && !asked) return "human";
  if (meaning.explains.length > 0 && !comparesPersons(state, meaning))
    return "explain";
  if (asked) return null;
  // 第二十二条原文, of the document spoken of: another clause of it.
  const clause =
    state.frames.at(-1)?.task === "document" &&
    readClause(meaning.plain) !== null;
  const about =
    clause ||
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

/** 低保和重度残疾都一样吗, after what one of them pays: the amounts are compared, not the words. */
function comparesPersons(
  { frames }: State,
  { compare, asksAlike, people }: Meaning,
): boolean {
  const last = frames.at(-1);
  return (
    last !== undefined &&
    looksAt(last.task, "identity") &&
    compare &&
    asksAlike &&
    people.length > 1 &&
    people.every(({ tags }) => tags.length > 0)
  );
}

const LOST = /不懂/;
const WHICH = /(哪|什么|啥)[^，,。；;]{1,6}$/;
const namesOne = ({ people, mentions, places, dates }: Meaning): boolean =>
  people.length + mentions.length + places.length + dates.length > 0;

/** 没签, 不是低保: a yes or no that says something of its own. */
function tellsMore(meaning: Meaning): boolean {
  return (
    meaning.familyDoctor !== null ||
    meaning.registered !== null ||
    meaning.mentions.length > 0 ||
    meaning.people.length > 0 ||
    meaning.correction
  );
}

function talk(state: State, lead: string[], suggestions: string[]): Turn {
  return {
    state: { ...state, failures: 0 },
    answer: compose(
      reply("out_of_scope", "small_talk", lead, {
        scope: "small_talk",
        suggestions,
      }),
    ),
  };
}

/** The last answer once more, from the frames that gave it, with where its ground stands; the status and the clauses stay. */
function again(
  state: State,
  world: World,
  ground: string | null,
  more: readonly string[] = [],
): Turn {
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
    ? [
        {
          ...first,
          lead: [...first.lead, ...groundOf(replies, ground), ...more],
        },
        ...replies.slice(1),
      ]
    : replies;
  return { state, answer: joinParts(told, words, state.frames[0]?.alike) };
}

/** Steps are pointed to where there are any, clauses where there are any; a question back has neither. */
function groundOf(replies: readonly Reply[], ground: string | null): string[] {
  if (ground === null || replies.every(({ citations }) => !citations.length))
    return [];
  const looked = replies.every(({ steps }) => steps.length === 0);
  return [ground === fixed.WHY && looked ? fixed.SOURCE : ground];
}

/**
 * 文件怎么说的: what guidance says is an answer, though it decides nothing for a
 * person; and what a document of another time says, where none is held of the
 * time asked about.
 */
function asWritten(
  state: State,
  { plain }: Meaning,
  world: World,
): Turn | null {
  if (!SAYS.test(plain)) return null;
  const before = performAll(state.frames, world).replies;
  const notHeld =
    OF_DOCUMENT.test(plain) &&
    before.some(({ status }) => status === "not_held");
  const frames = state.frames.map((frame) => ({
    ...frame,
    ofDocument: true,
    asksBound: true,
    ...(notHeld ? { years: null, now: false, amounts: [] } : {}),
  }));
  const { replies, kept, words } = performAll(frames, world);
  const told =
    (notHeld || before.some(({ status }) => status === "not_stipulated")) &&
    replies.length > 0 &&
    replies.every(
      ({ status, caveats }) =>
        status === "answered" &&
        (notHeld || caveats.some(({ code }) => code === "guidance")),
    );
  return told
    ? { state: { ...state, frames: kept }, answer: joinParts(replies, words) }
    : null;
}

/** The document's own rule, and not the words of the clause once more. */
const OF_DOCUMENT = /^(?!.*(原文|原话|依据)).*(文件|通知|意见|办法|政策)/;
const SAYS =
  /(文件|通知|意见|办法|政策|条款|规定|上面|里面|里头?)(里|上|中|是|到底|又|具体)*((怎么|咋个?|如何)(说|规定|写|讲|定|要求)|(规定|说|写|讲|定)?(的|了)?(是|为)?(多少|好多|几))|怎么(规定|写|说)的/;

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
  return again(state, world, null, [
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

/** One turn of a conversation, pure: (state, message, world) → (state, answer). */
import type { Meaning } from "../../nlu/meaning.js";
import { understandingOf } from "../../nlu/understand.js";
import type { ScopeKind } from "../../knowledge/matters.js";
import type { Answer } from "../answer.js";
import {
  crisis,
  EMPTY,
  AFRESH,
  FORGOTTEN,
  GONE,
  TOO_LONG,
} from "../phrasing/fixed.js";
import { withAlike } from "./alike.js";
import { answerFrames } from "./answer-frames.js";
import { withLastYear } from "./bare-amount.js";
import { ofTheGroup } from "./age-groups.js";
import { longPause } from "./clock.js";
import { recall } from "./known.js";
import { isAboutSelf } from "./merge.js";
import { command, explain } from "./commands.js";
import { correctedLine } from "./corrected.js";
import type { World } from "./context.js";
import { framesOf } from "./frames.js";
import { withFamily } from "./family-again.js";
import { withHolding } from "./holding.js";
import { otherwise } from "./otherwise.js";
import { tellsFlag } from "./flag-told.js";
import { answerTo } from "./pending.js";
import { ofThose } from "./of-those.js";
import { notWritten } from "./not-written.js";
import { instead } from "./instead.js";
import { withPoints } from "./points.js";
import { kept, whole } from "./kept.js";
import { initialState, type Pending, type State, type Turn } from "./state.js";
import { HUMAN, refuse, refused } from "./refusals.js";
import { atOwnPlace } from "./own-place.js";
import { ofTheYearSoFar, withSoFar } from "./year-so-far.js";
import { withReminder } from "./reminder.js";
import { compose, reply } from "../phrasing/compose.js";
import { inTheMatter, payerFact, siblingFact } from "./in-the-matter.js";
import { withTreatedAway } from "./treated-away.js";
import { withTried } from "./tried.js";
import { inWholeWords } from "./whole-words.js";

export { initialState };
export type { State, Turn, World };

export interface Message {
  /** As typed, personal numbers already masked. */
  text: string;
  /** ISO time of the message when the channel gives one; without it no time passes. */
  at?: string | undefined;
}

/** Longer messages are not read. */
const LONGEST = 2000;

/** Answers one message. Never throws on any text. */
export function step(before: State, message: Message, world: World): Turn {
  const turn = turnOf(whole(before), message, world);
  const reader = understandingOf(world.knowledge);
  const answer = withTried(turn, ({ state }, text) =>
    take(state, { text }, world, (words) =>
      reader.understandOffered(words, world.on),
    ),
  );
  return { state: kept(turn.state), answer };
}

/** The same with every suggestion, whether it leads on or not. */
export function stepUntried(
  before: State,
  message: Message,
  world: World,
): Turn {
  const { state, answer } = turnOf(whole(before), message, world);
  return { state: kept(state), answer };
}

function turnOf(before: State, message: Message, world: World): Turn {
  const paused = longPause(before.at, message.at);
  const state = paused ? afresh(before, world) : before;
  const taken = take(state, message, world);
  const turn =
    paused && leansOn(before, taken, message, world)
      ? { ...taken, answer: GONE_BY, state: { ...taken.state, failures: 0 } }
      : taken;
  const answer =
    paused && state.place !== null
      ? saidAfresh(turn, world, state.place)
      : turn.answer;
  return { answer, state: { ...turn.state, at: message.at ?? turn.state.at } };
}

/** 能补办吗, after a long pause: a message that only the question before makes one; it is asked for in whole words. */
function leansOn(
  before: State,
  { answer }: Turn,
  message: Message,
  world: World,
): boolean {
  const lost = answer.status === "out_of_scope" && answer.scope === "other";
  return (
    lost &&
    before.frames.length > 0 &&
    take(before, message, world).answer.status !== "out_of_scope"
  );
}

/** As 再说一遍 is answered when nothing is there any more. */
const GONE_BY: Answer = compose(
  reply("needs_info", "repeat", [GONE], { missing: ["question"] }),
);

/** After a long pause only the place is remembered. */
function afresh(before: State, { knowledge }: World): State {
  const place =
    before.place !== null && knowledge.jurisdictions.get(before.place)
      ? before.place
      : null;
  return { ...initialState(), place };
}

/** What is remembered is said; where another place is asked about now, only that the rest is not. */
function saidAfresh(
  { answer, state }: Turn,
  { knowledge }: World,
  place: string,
): Answer {
  const remembered = AFRESH(knowledge.jurisdictions.label(place));
  if (answer.intent === "repeat")
    return { ...answer, text: [GONE, remembered].join("\n") };
  const line = state.place === place ? remembered : FORGOTTEN;
  return { ...answer, text: `${answer.text}\n${line}` };
}

function take(
  state: State,
  { text }: Message,
  world: World,
  understand = (words: string): Meaning =>
    understandingOf(world.knowledge).understand(words, world.on),
): Turn {
  if ([...text].length > LONGEST)
    return refuse(state, "other", [TOO_LONG], false);
  if (!/[\p{L}\p{N}]/u.test(text))
    return refuse(state, "other", [EMPTY], false);
  const reader = understandingOf(world.knowledge);
  const said = reader.question(withoutMasked(text));
  const whole = inWholeWords(state, said, world);
  const last = state.frames.at(-1);
  const meaning = withTreatedAway(
    withLastYear(understand(whole), last),
    last,
    world,
  );
  if (meaning.scope === "crisis") return inCrisis(state, meaning, world);
  const turn =
    toOther(state, meaning, world) ??
    command(state, meaning, world) ??
    toPending(state, meaning, world) ??
    told(state, siblingFact(state, meaning, world), world) ??
    told(state, payerFact(state, meaning, world), world) ??
    asked(state, meaning, world) ??
    told(state, inTheMatter(state, meaning, world), world) ??
    amongThose(state, meaning, world) ??
    notWritten(state, meaning, world) ??
    notUnderstood(state, meaning, world);
  return withReminder(state, turn, world);
}

/** 我电话***********，: a number that was masked, with its name, says nothing of the question; before 元 it was meant as an amount. */
function withoutMasked(text: string): string {
  const rest = text.replace(MASKED, "");
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}
const MASKED =
  /(我的?)?(身份证|电话|手机|银行卡|社保卡|医保卡|卡)?(号码?)?(是|为)?\s*[：:]?\s*\*{8,}(?![*元块万])[，,。.；;\s]*/g;

/** Words that ask what becomes of the bill. */
const MONEY = ["reimburse", "pay", "assistance", "inpatient"];

/** Help first; the question beside it is answered all the same. */
function inCrisis(state: State, meaning: Meaning, world: World): Turn {
  const asksMoney = MONEY.some((concept) => meaning.concepts.includes(concept));
  const help = crisis(world.knowledge, asksMoney);
  const asked = question(
    state,
    {
      ...meaning,
      scope: null,
      followup: false,
      asks: meaning.asks.filter(({ strength }) => strength === 2),
    },
    world,
  );
  const answered =
    asked &&
    (asked.answer.status === "answered" ||
      asked.answer.status === "not_stipulated");
  if (!asked || !answered || meaning.asks.length === 0)
    return refuse(state, "crisis", help, false);
  return {
    ...asked,
    answer: { ...asked.answer, text: [...help, asked.answer.text].join("\n") },
  };
}

/** 那如果不是呢, after yes to a question of ours: what it would be otherwise. */
function toOther(state: State, meaning: Meaning, world: World): Turn | null {
  const frame = otherwise(state, meaning);
  return frame ? answerFrames(state, [frame], world) : null;
}

/** The answer to the question just asked. */
function toPending(state: State, meaning: Meaning, world: World): Turn | null {
  const frame = state.frames.at(-1);
  if (!state.pending || !frame) return null;
  if (state.pending.frame) return resumed(state, state.pending, meaning, world);
  const other = meaning.asks.some(
    ({ task, strength }) =>
      strength === 2 && task !== frame.task && task !== "reimburse",
  );
  const { pending } = state;
  if (other && !tellsFlag(pending, meaning)) return null;
  const open = state.frames.filter(
    (one) =>
      one === frame || (pending.slot === "jurisdiction" && one.place === null),
  );
  const filled = open.flatMap(
    (one) => answerTo(pending, meaning, one, world.knowledge) ?? [],
  );
  return filled.length > 0 ? answerFrames(state, filled, world) : null;
}

/** Yes to going on with the question before a digression, or the words offered for it. */
function resumed(
  state: State,
  { frame, choices }: Pending,
  { command: said, text }: Meaning,
  world: World,
): Turn | null {
  if (frame && (said === "yes" || choices.includes(text)))
    return answerFrames(state, [frame], world);
  return said === "no"
    ? command({ ...state, pending: null }, { ...HUMAN, command: "no" }, world)
    : null;
}

/** What the message asks; where only the kind of care would be asked back, what it asks in the matter spoken of. */
function asked(state: State, meaning: Meaning, world: World): Turn | null {
  const turn = question(state, meaning, world);
  const open =
    turn?.answer.status === "clarify" && turn.answer.intent === "reimburse";
  return open
    ? (told(state, inTheMatter(state, meaning, world), world) ?? turn)
    : turn;
}

function amongThose(state: State, meaning: Meaning, world: World): Turn | null {
  const frame = ofThose(state, meaning, world);
  return frame && answerFrames(state, [frame], world);
}

/** A complete question, a correction, a follow-up, or a document. */
function question(state: State, meaning: Meaning, world: World): Turn | null {
  const asked = framesOf(state, meaning, world);
  if (asked === null) return null;
  if ("scope" in asked) return refused(state, asked.scope, meaning, world);
  const before = state.frames.at(-1);
  const told = {
    aboutSelf: before !== undefined && isAboutSelf(meaning, before),
    adds: meaning.concepts.includes("plus"),
    corrects: meaning.correction,
    present: (before?.people?.value ?? []).map(({ label }) => label),
  };
  const read = withHolding(asked.frames, meaning).map((frame) =>
    ofTheYearSoFar(
      withSoFar(frame, before, meaning, world.on),
      meaning,
      world.on,
    ),
  );
  const frames = read.map((frame) =>
    withPoints(
      withFamily(
        recall(
          atOwnPlace(
            meaning.followup
              ? ofTheGroup(frame, before, meaning.plain, world.knowledge)
              : frame,
            state,
            meaning,
            told.aboutSelf,
          ),
          state.known ?? [],
          told,
        ),
        state,
        meaning,
      ),
      state,
    ),
  );
  const [first] = frames;
  const changed =
    meaning.correction && before && first?.task === before.task
      ? correctedLine(before, first, world.knowledge)
      : [];
  const more = { changed, meaning };
  const turn = answerFrames(state, frames, world, more);
  const better = instead(turn.answer, turn.state.frames, meaning, world);
  return better
    ? answerFrames(state, withHolding([better], meaning), world, more)
    : withAlike(state, meaning, turn, world);
}

/** What a message asks in the matter of the question before, where that is answered. */
function told(
  state: State,
  meaning: Meaning | null,
  world: World,
): Turn | null {
  const turn = meaning && question(state, meaning, world);
  // Of a place and a time that the fact before was not held for, it is not held again.
  const same =
    state.frames.at(-1)?.topics[0] === turn?.state.frames[0]?.topics[0];
  const { status } = turn?.answer ?? {};
  return turn && (status === "answered" || (same && status === "not_held"))
    ? turn
    : null;
}

function notUnderstood(state: State, meaning: Meaning, world: World): Turn {
  // 谁多, after by how much two differ: the answer tells that, too.
  const again =
    meaning.onlyCompares && state.frames.at(-1)?.compare
      ? command(state, { ...meaning, command: "repeat" }, world)
      : null;
  if (again) return again;
  if (meaning.scope === null && meaning.terms.length > 0)
    return explain(state, meaning, meaning.terms, world);
  return refused(
    state,
    (meaning.scope ?? "other") as ScopeKind,
    meaning,
    world,
  );
}

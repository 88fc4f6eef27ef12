/** What a message asks, as frames: a new question, a correction, a follow-up, a document — or a kind to refuse. */
import type { AmountRole, Ask, Meaning } from "../../nlu/meaning.js";
import type { ScopeKind } from "../../knowledge/matters.js";
import { askedOnFrames, byCase, byPlaceTold, byQuestion } from "./apart.js";
import { asBeforeChange, riseTold } from "./before-change.js";
import { billsTogether } from "./bills-together.js";
import { besideEachOther } from "./beside-each-other.js";
import { bothAtOnce } from "./both-at-once.js";
import {
  asksLeft,
  asksOfYear,
  asksOnlyLeft,
  careAskedOn,
  careNamed,
  otherCare,
  tellsPaid,
  toldThere,
} from "./care-of.js";
import { saysNumber } from "./bare-amount.js";
import { saysBeyond, saysWithin } from "./beyond.js";
import type { World } from "./context.js";
import { holdingFrames } from "./holding.js";
import { asMatter, asProcedure } from "./matter-asked.js";
import {
  asksPartAbove,
  asksRatioAbove,
  narrower,
  ownShare,
  saysOnlyTier,
  SHORT,
} from "./narrower.js";
import { limitsTogether } from "./limits-together.js";
import { followUp, frameOf } from "./merge.js";
import { asFee, feeOf } from "./fee.js";
import { ofFigureTold } from "./figure-told.js";
import { byPlace } from "./frames-apart.js";
import {
  followUps,
  MOST_PARTS,
  newFrames,
  remembered,
  UNCLEAR,
} from "./new-frames.js";
import { withoutMember } from "./member-leaves.js";
import { ownPart } from "./own-part.js";
import { documentFrame } from "./document-frame.js";
import { goesOn } from "./goes-on.js";
import { ofTheRest } from "./next-layer.js";
import { elsewhereAsked, isElsewhere, looksAt } from "./families.js";
import { withDocument } from "./documents-meant.js";
import { isOfOthers, statementsFor } from "./found.js";
import { bySentence } from "./sentences.js";
import { asBefore } from "./before.js";
import { othersBeside, placesBeside } from "./places-beside.js";
import { placesTogether } from "./places-together.js";
import { refusedFirst } from "./refused-first.js";
import {
  addsYears,
  asksElse,
  birthTold,
  newbornAsked,
  continues,
  lookingUp,
  says,
  saysOfMember,
  saysOnlyWho,
} from "./says.js";
import { carried } from "./slots.js";
import { emptyFrame, type Frame, type State } from "./state.js";
import { markTold } from "./told-first.js";
import { ofEverybody } from "./of-everybody.js";
import { NAMES } from "./where.js";
import { whoPays } from "./who-pays.js";

export type Asked = { frames: Frame[] } | { scope: ScopeKind };

/** A message in its conversation. */
export interface Said {
  state: State;
  meaning: Meaning;
  /** What it clearly asks for. */
  strong: readonly Ask[];
  world: World;
  /** The question before, or the place alone that is remembered. */
  before: Frame | null;
}

/** A message that follows a question. */
interface After extends Said {
  last: Frame;
}

const one = (frame: Frame | null): Frame[] | null => frame && [frame];

/** The frames of the message, or the kind in which it is refused; null when it is not understood. */
export function framesOf(
  state: State,
  message: Meaning,
  world: World,
): Asked | null {
  const meaning = withDocument(state, message, world);
  const strong = meaning.asks.filter(({ strength }) => strength === 2);
  const refused = refusedFirst(meaning, strong, world);
  if (refused) return { scope: refused };
  const whole = ofDocuments(state, meaning, world);
  if (whole) return { frames: whole };
  const said = { state, meaning, strong, world, before: remembered(state) };
  const last = elsewhereAsked(state.frames.at(-1), meaning, world);
  const after = last ? { ...said, last } : null;
  const corrected = after && correcting(after);
  if (corrected) return { frames: corrected };
  const found = foundFrame(meaning, strong, world);
  if (found) return { frames: [found] };
  const matter = asMatter(said) ?? asProcedure(said);
  if (matter) return matter;
  const frames =
    (after && billsTogether(state, meaning, strong, after.last)) ??
    (after && one(limitsTogether(state, meaning, strong, after.last))) ??
    (after && riseOf(after)) ??
    (after && one(careNamed(after.last, meaning))) ??
    (after && one(ownPart(meaning, strong, after.last))) ??
    // 差几个点, after two ratios: of those two, and of no care anew.
    (meaning.onlyCompares ? beside(said) : null) ??
    (after && ofCare(after)) ??
    placesBeside(state, meaning, strong) ??
    othersBeside(state, meaning) ??
    beside(said) ??
    (after && askedOn(after)) ??
    tiersOf(said) ??
    (after && narrowed(after)) ??
    anew(said, after) ??
    (after && takenUp(after));
  if (frames) return { frames: markTold(frames, meaning, strong) };
  return meaning.scope === null
    ? vaguely(said)
    : { scope: meaning.scope as ScopeKind };
}

/** Since when a rule holds, what a document says, or several cases told apart. */
function ofDocuments(
  state: State,
  meaning: Meaning,
  world: World,
): Frame[] | null {
  return (
    holdingFrames(state, meaning, world, framesOf) ??
    one(documentFrame(state, meaning, world)) ??
    bySentence(state, meaning, world, framesOf) ??
    byCase(state, meaning, world, framesOf) ??
    byPlaceTold(state, meaning, world, framesOf) ??
    byQuestion(state, meaning, world, framesOf) ??
    askedOnFrames(state, meaning, world, framesOf)
  );
}

/** What one layer left asked of the next, and 不对，是二档. */
function correcting({ state, meaning, world, last }: After): Frame[] | null {
  const rest = ofTheRest(last, meaning, world);
  if (rest) return [rest];
  const birth = meaning.correction ? birthTold(meaning, last) : null;
  if (birth) return newFrames(meaning, [birth], last, world);
  return meaning.correction && !asksElse(meaning, last)
    ? followUps(state, meaning, world)
    : null;
}

/** Tasks that ask back or send away: a statement that the words point to is better. */
const VAGUE = ["procedure", "reimburse", "unclear"];

/** The statement of the named place that the words clearly point to, where no task is meant. */
function foundFrame(
  meaning: Meaning,
  strong: readonly Ask[],
  { knowledge, on }: World,
): Frame | null {
  const place = meaning.places.find(({ negated, away }) => !negated && !away);
  if (!place?.jurisdiction || meaning.amounts.length > 0) return null;
  if (meaning.concepts.includes("domain.papers")) return null;
  if (meaning.aspects.includes("financing")) return null;
  // 2022年9月这学年二档: who names a tier asks what it costs.
  if (meaning.mentions.some(({ facet }) => facet === "tier")) return null;
  if (!strong.every(({ task }) => VAGUE.includes(task))) return null;
  const said = meaning.dates.find(({ role }) => role === "year")?.reading.from;
  const year = Number.parseInt((said ?? on).slice(0, 4), 10);
  const told = statementsFor(
    knowledge,
    meaning.plain,
    { place: place.jurisdiction },
    year,
  );
  const texts = told.filter(
    (key) =>
      knowledge.provision(key)?.value.kind === "text" &&
      !isOfOthers(knowledge, key, meaning),
  );
  if (texts.length === 0) return null;
  return {
    ...emptyFrame("found"),
    topics: texts,
    place: { value: place.jurisdiction, source: "said" },
  };
}

/** 涨了几个点, after a figure that a clause has changed. */
function riseOf({ meaning, last, world }: After): Frame[] | null {
  return meaning.places.length === 0
    ? one(riseTold(last, meaning, world))
    : null;
}

/** 能报多少, 比例呢, after a care: of that care. */
function ofCare({ meaning, strong, last, world }: After): Frame[] | null {
  const onlyClaims =
    strong.length > 0 &&
    strong.every(
      ({ task }) =>
        task === "reimburse" ||
        // 还能再救多少, after an assistance: of what is left of its limit.
        (task === last.task && asksLeft(meaning)),
    );
  const again = onlyClaims && toldThere(meaning, last, world);
  if (again) return [{ ...last, place: carried(last.place) }];
  const care = onlyClaims ? careAskedOn(last, world) : null;
  return (
    care &&
    byPlace(meaning, followUp(meaning, care)).map((frame) =>
      lookingUp(
        {
          ...frame,
          aspects: asksLeft(meaning)
            ? ["amount"]
            : asksOfYear(meaning, care)
              ? ["limit"]
              : asksRatioAbove(meaning, last)
                ? ["ratio"]
                : strong.flatMap(({ aspects }) => aspects),
          ...(asksLeft(meaning) ? { asksLeft: true as const } : {}),
        },
        meaning,
      ),
    )
  );
}

/** 差多少: the answers before, side by side. */
function beside({ state, meaning, strong, world }: Said): Frame[] | null {
  const year = Number.parseInt(world.on.slice(0, 4), 10);
  return besideEachOther(state, meaning, strong, year);
}

/** What is asked on without naming a task: 以前呢, 自己那份呢, 谁出的, 一共呢, 两年呢. */
function askedOn(said: After): Frame[] | null {
  const { state, meaning, last, world } = said;
  if (meaning.asksBefore)
    return state.frames.map((frame) => asBefore(frame, world));
  return (
    one(withoutMember(meaning, last)) ??
    one(whoPays(meaning, last)) ??
    one(bothAtOnce(state, meaning, last)) ??
    placesTogether(state, meaning, last) ??
    one(ofEverybody(said)) ??
    one(addsYears(meaning, last, state.previous ?? null))
  );
}

/** 二档呢, after several answers: those that know tiers. */
function tiersOf({ state, meaning, world }: Said): Frame[] | null {
  const tiered = state.frames.some(({ task }) => looksAt(task, "tier"));
  return state.frames.length > 1 &&
    tiered &&
    state.pending === null &&
    meaning.places.length === 0 &&
    saysOnlyTier(meaning)
    ? followUps(state, meaning, world)
    : null;
}

function narrowed({ meaning, strong, last }: After): Frame[] | null {
  if (tellsPaid(meaning, last)) return [followUp(meaning, last)];
  if (asksOnlyLeft(meaning, last))
    return [{ ...followUp(meaning, last), asksLeft: true }];
  const frame =
    ownShare(meaning, last) ??
    goesOn(meaning, strong, last) ??
    narrower(meaning, strong, last);
  if (frame) return [frame];
  return strong.length === 0 && asksPartAbove(meaning, last)
    ? [followUp(meaning, last)]
    : null;
}

/** A question of its own. */
function anew(
  { meaning, strong, before, world }: Said,
  after: After | null,
): Frame[] | null {
  const goes =
    after !== null &&
    (continues(meaning, strong, after.last) ||
      saysOnlyWho(meaning, after.last) ||
      saysOfMember(meaning, after.last));
  return strong.length > 0 && !goes
    ? newFrames(meaning, strong, before, world).map((frame) =>
        meaning.asksBeforeChange
          ? asBeforeChange(frame, world)
          : (riseTold(frame, meaning, world) ??
            ofFigureTold(frame, meaning, world)),
      )
    : null;
}

/** What the message says put into the question before. */
function takenUp({ state, meaning, last, world }: After): Frame[] | null {
  const care = otherCare(meaning, last);
  if (care) return newFrames(meaning, [care], last, world);
  const born = newbornAsked(meaning, last);
  if (born) return newFrames(meaning, [born], last, world);
  const fee = feeOf(meaning, last);
  if (fee)
    return state.frames
      .filter(({ task }) => task === last.task)
      .flatMap((asked) =>
        meaning.places.length > 0
          ? byPlace(meaning, followUp(meaning, asFee(asked)))
          : newFrames(meaning, [fee], asked, world),
      )
      .slice(0, MOST_PARTS);
  const unclear =
    meaning.asks.length > 0 &&
    (last.task === "unclear" || tellsBill(meaning, last));
  const told =
    says(meaning) ||
    saysNumber(meaning, last) ||
    saysBeyond(meaning, last) ||
    saysWithin(meaning, last);
  return told && !unclear && !isElsewhere(meaning, last)
    ? followUps(state, meaning, world)
    : null;
}

/** What was only named, or told without a question. */
function vaguely({ meaning, before, world }: Said): Asked | null {
  if (meaning.asks.length > 0)
    return {
      frames: markTold(
        newFrames(meaning, meaning.asks.slice(0, 1), before, world),
        meaning,
        [],
      ),
    };
  return says(meaning) &&
    (before?.place || meaning.places.length > 0 || meaning.text.length <= SHORT)
    ? { frames: markTold([frameOf(meaning, UNCLEAR, before)], meaning, []) }
    : null;
}

/** 我住院自己还剩5000, after what one pays: a bill, of which a payment knows nothing. */
const tellsBill = ({ amounts, concepts }: Meaning, { task }: Frame): boolean =>
  task in NAMES &&
  !looksAt(task, "amount") &&
  !concepts.includes("pay") &&
  amounts.length > 0 &&
  amounts.every(({ role }) => BILL.includes(role));
const BILL: readonly AmountRole[] = ["self", "total", "eligible", "outside"];

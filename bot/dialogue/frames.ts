/** What a message asks, as frames: a new question, a correction, a follow-up, a document — or a kind to refuse. */
import type { AmountRole, Ask, Meaning } from "../../nlu/meaning.js";
import type { ScopeKind } from "../../knowledge/matters.js";
import { askedOnFrames, byCase, byQuestion } from "./apart.js";
import { asBeforeChange } from "./before-change.js";
import { careAskedOn } from "./care-of.js";
import { saysNumber } from "./bare-amount.js";
import { saysBeyond, saysWithin } from "./beyond.js";
import type { World } from "./context.js";
import { holdingFrames } from "./holding.js";
import { isMatter, matterOf, taskOfMatter } from "./matters.js";
import {
  asksAmount,
  asksPartAbove,
  besideEachOther,
  narrower,
  ownShare,
  saysOnlyTier,
  SHORT,
} from "./narrower.js";
import { followUp, frameOf } from "./merge.js";
import { byDisease, byPlace, withoutAskedApart } from "./frames-apart.js";
import { feeOf } from "./fee.js";
import { ownPart } from "./own-part.js";
import { partsMeant } from "./parts-meant.js";
import { documentFrame } from "./document-frame.js";
import { goesOn } from "./goes-on.js";
import { ofTheRest } from "./next-layer.js";
import { elsewhereAsked, isElsewhere, looksAt } from "./families.js";
import { ofDocument, withDocument } from "./documents-meant.js";
import { isOfOthers, statementsFor } from "./found.js";
import { bySentence } from "./sentences.js";
import { asBefore } from "./before.js";
import {
  addsYears,
  asksElse,
  continues,
  lookingUp,
  says,
  saysOfMember,
  saysOnlyWho,
  sumsUp,
} from "./says.js";
import { emptyFrame, type Frame, type State } from "./state.js";
import { NAMES } from "./where.js";
import { whoPays } from "./who-pays.js";

export type Asked = { frames: Frame[] } | { scope: ScopeKind };

/** Kinds that come before any question in the message. */
const HARD: readonly string[] = [
  "illegal_request",
  "suspected_scam",
  "abuse",
  "other_insurance",
];
/** Whether the named place, or any place where none is named, states one of the topics. */
function isHeld(
  { topics }: Ask,
  { places }: Meaning,
  { knowledge }: World,
): boolean {
  const named = places.flatMap(({ jurisdiction }) =>
    jurisdiction === null ? [] : knowledge.jurisdictions.chain(jurisdiction),
  );
  if (places.length === 0) return true;
  return topics.some((topic) =>
    named.some((place) => knowledge.provisions(place, topic).length > 0),
  );
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

/** Kinds that only a question about a number outweighs. */
const ADVICE: readonly string[] = ["opinion", "medical_advice"];
/** 怎么看我交上了没有, 哪家医院是定点, 村里这样做合理吗: the words of advice stand in a matter that is none. */
function outweighsAdvice(
  scope: string,
  { about }: Meaning,
  { knowledge }: World,
): boolean {
  const matter = matterOf(about, knowledge);
  if (!matter) return false;
  return scope === "medical_advice" || !(matter.general || matter.explains);
}

/** At most so many answers to one message. */
const MOST_PARTS = 4;

/** The frames of the message, or the kind in which it is refused; null when it is not understood. */
export function framesOf(
  state: State,
  said: Meaning,
  world: World,
): Asked | null {
  const meaning = withDocument(state, said, world);
  const { scope } = meaning;
  const strong = meaning.asks.filter(({ strength }) => strength === 2);
  const facts = strong.some(
    (ask) => ask.task === "fact" && isHeld(ask, meaning, world),
  );
  const watched = strong.some(({ task }) => task === "monitoring");
  if (
    scope !== null &&
    HARD.includes(scope) &&
    !(facts && !meaning.kinds.includes(scope)) &&
    !watched
  ) {
    const told = matterOf(meaning.about, world.knowledge)?.scope;
    const named = told === undefined || told === "other_insurance";
    if (scope !== "other_insurance" || named)
      return { scope: scope as ScopeKind };
  }
  if (scope === "prediction" && !facts) return { scope: "prediction" };
  if (
    scope !== null &&
    ADVICE.includes(scope) &&
    !outweighsAdvice(scope, meaning, world) &&
    meaning.aspects.length === 0 &&
    !asksAmount(meaning)
  )
    return { scope: scope as ScopeKind };
  const held = holdingFrames(state, meaning, world, framesOf);
  if (held) return { frames: held };
  const document = documentFrame(state, meaning, world);
  if (document) return { frames: [document] };
  const apart =
    bySentence(state, meaning, world, framesOf) ??
    byCase(state, meaning, world, framesOf) ??
    byQuestion(state, meaning, world, framesOf) ??
    askedOnFrames(state, meaning, world, framesOf);
  if (apart) return { frames: apart };
  const before = remembered(state);
  const last = elsewhereAsked(state.frames.at(-1), meaning, world);
  const rest = last ? ofTheRest(last, meaning, world) : null;
  if (rest) return { frames: [rest] };
  if (last && meaning.correction && !asksElse(meaning, last))
    return { frames: followUps(state, meaning, world) };
  const found = foundFrame(meaning, strong, world);
  if (found) return { frames: [found] };
  const matter = asMatter(state, meaning, strong, world);
  if (matter) return matter;
  if (strong.every(({ task }) => task === "procedure") && strong.length > 0)
    return procedure(meaning, strong, before, world);
  const onlyClaims =
    strong.length > 0 && strong.every(({ task }) => task === "reimburse");
  const care = last && onlyClaims ? careAskedOn(last, world) : null;
  if (care)
    return {
      frames: byPlace(meaning, followUp(meaning, care)).map((frame) =>
        lookingUp(
          {
            ...frame,
            aspects: asksLeft(meaning)
              ? ["amount"]
              : strong.flatMap(({ aspects }) => aspects),
          },
          meaning,
        ),
      ),
    };
  const both = besideEachOther(
    state,
    meaning,
    strong,
    Number.parseInt(world.on.slice(0, 4), 10),
  );
  if (both) return { frames: both };
  if (last && meaning.asksBefore)
    return { frames: state.frames.map((frame) => asBefore(frame, world)) };
  const own = last ? ownPart(meaning, strong, last) : null;
  if (own) return { frames: [own] };
  const payers = last ? whoPays(meaning, last) : null;
  if (payers) return { frames: [payers] };
  const everybody = last ? sumsUp(meaning, last, state.known ?? []) : null;
  if (last && everybody)
    return {
      frames: [
        followUp(
          { ...meaning, people: [], mentions: [] },
          { ...last, people: { value: everybody, source: "carried" } },
        ),
      ],
    };
  const added = last ? addsYears(meaning, last, state.previous ?? null) : null;
  if (added) return { frames: [added] };
  const tiered = state.frames.filter(({ task }) => looksAt(task, "tier"));
  if (
    state.frames.length > 1 &&
    tiered.length > 0 &&
    state.pending === null &&
    meaning.places.length === 0 &&
    saysOnlyTier(meaning)
  )
    return { frames: followUps(state, meaning, world) };
  const narrowed = last
    ? (ownShare(meaning, last) ??
      goesOn(meaning, strong, last) ??
      narrower(meaning, strong, last))
    : null;
  if (narrowed) return { frames: [narrowed] };
  if (last && strong.length === 0 && asksPartAbove(meaning, last))
    return { frames: [followUp(meaning, last)] };
  if (
    strong.length > 0 &&
    !(
      last &&
      (continues(meaning, strong, last) ||
        saysOnlyWho(meaning, last) ||
        saysOfMember(meaning, last))
    )
  )
    return {
      frames: newFrames(meaning, strong, before, world).map((frame) =>
        meaning.asksBeforeChange ? asBeforeChange(frame, world) : frame,
      ),
    };
  const fee = last ? feeOf(meaning, last) : null;
  if (fee) {
    const asked = state.frames.filter(({ task }) => task === last?.task);
    const of = asked.flatMap((one) => newFrames(meaning, [fee], one, world));
    return { frames: of.slice(0, MOST_PARTS) };
  }
  const unclear =
    meaning.asks.length > 0 &&
    (last?.task === "unclear" || (last && tellsBill(meaning, last)));
  if (
    last &&
    !unclear &&
    (says(meaning) ||
      saysNumber(meaning, last) ||
      saysBeyond(meaning, last) ||
      saysWithin(meaning, last)) &&
    !isElsewhere(meaning, last)
  )
    return { frames: followUps(state, meaning, world) };
  if (scope !== null) return { scope: scope as ScopeKind };
  if (meaning.asks.length > 0)
    return {
      frames: newFrames(meaning, meaning.asks.slice(0, 1), before, world),
    };
  if (
    says(meaning) &&
    (before?.place || meaning.places.length > 0 || meaning.text.length <= SHORT)
  )
    return { frames: [frameOf(meaning, UNCLEAR, before)] };
  return null;
}

/** 我住院自己还剩5000, after what one pays: a bill, of which a payment knows nothing. */
const tellsBill = ({ amounts, concepts }: Meaning, { task }: Frame): boolean =>
  task in NAMES &&
  !looksAt(task, "amount") &&
  !concepts.includes("pay") &&
  amounts.length > 0 &&
  amounts.every(({ role }) => BILL.includes(role));
const BILL: readonly AmountRole[] = ["self", "total", "eligible", "outside"];

/** 年度还剩多少额度: what the bill told before leaves of the limit, and not the limit. */
const asksLeft = ({ concepts, plain }: Meaning): boolean =>
  concepts.includes("quota_left") && /[剩余]/.test(plain);

/** A common matter that the notices mostly leave open: refused by kind, or told of the place named. */
function asMatter(
  state: State,
  meaning: Meaning,
  strong: readonly Ask[],
  { knowledge }: World,
): Asked | null {
  const before = remembered(state);
  const matter = matterOf(meaning.about, knowledge);
  if (matter?.outside) return { scope: matter.scope };
  const corrects = meaning.correction && state.frames.length > 0;
  if (corrects || !isMatter(meaning, strong, before, knowledge)) return null;
  const scope = matter?.scope ?? "other";
  const placed = before?.place || meaning.places.some(({ away }) => !away);
  if (scope !== "other" || !placed) return { scope };
  const task = taskOfMatter(meaning, strong, before, knowledge);
  const ask = { ...UNCLEAR, task };
  return { frames: [frameOf(meaning, ask, before)] };
}

/** How something is done: no held notice says, unless the place is held and was asked before. */
function procedure(
  meaning: Meaning,
  asks: readonly Ask[],
  before: Frame | null,
  world: World,
): Asked {
  const placed = meaning.places.length > 0;
  return placed
    ? { frames: newFrames(meaning, asks.slice(0, 1), before, world) }
    : { scope: "other" };
}

const UNCLEAR: Ask = {
  task: "unclear",
  aspects: ["amount"],
  topics: [],
  otherwise: null,
  strength: 1,
  span: [0, 0],
};

/** The last frame, or after a long pause the place alone. */
function remembered(state: State): Frame | null {
  const last = state.frames.at(-1);
  if (last) return last;
  if (state.place === null) return null;
  return { ...emptyFrame(""), place: { value: state.place, source: "said" } };
}

/** One frame for each ask; one for each place where several are named. */
function newFrames(
  meaning: Meaning,
  asks: readonly Ask[],
  before: Frame | null,
  world: World,
): Frame[] {
  const frames: Frame[] = [];
  for (const ask of asks.slice(0, MOST_PARTS)) {
    const own = withoutAskedApart(meaning, ask, asks);
    const frame = ofDocument(own, frameOf(own, ask, before), world);
    frames.push(
      ...byPlace(own, frame).flatMap((one) => byDisease(one, world.knowledge)),
    );
  }
  return frames.slice(0, MOST_PARTS);
}

function followUps(state: State, meaning: Meaning, world: World): Frame[] {
  const meant = partsMeant(state, meaning);
  // 二档呢, after the difference of two places: the places are still set side by side.
  const beside =
    meant.every(({ compare }) => compare) &&
    new Set(meant.map(({ place }) => place?.value)).size > 1;
  return meant
    .flatMap((frame) => elsewhereAsked(frame, meaning, world) ?? [])
    .flatMap((frame) => byPlace(meaning, followUp(meaning, frame)))
    .map((frame) => (beside ? { ...frame, compare: true } : frame))
    .slice(0, MOST_PARTS);
}

/** Several sentences about several places: each is read by itself, in the light of the one before. */
import type { Ask, Meaning } from "../../nlu/meaning.js";
import { understandingOf } from "../../nlu/understand.js";
import type { World } from "./context.js";
import { frameOf } from "./merge.js";
import type { Frame, State } from "./state.js";

type Read = (
  state: State,
  meaning: Meaning,
  world: World,
) => { frames: Frame[] } | { scope: string } | null;

/** At most so many sentences are taken apart. */
const MOST = 4;

/**
 * 太原低保交多少？住院报多少？重庆一档呢？: the facts of one sentence are not
 * those of another place. Null where all places stand in one sentence, or
 * where a sentence cannot be read alone.
 */
export function bySentence(
  state: State,
  meaning: Meaning,
  world: World,
  read: Read,
): Frame[] | null {
  const sentences = meaning.plain
    .split(/[？?。；;！!\n]+/)
    .filter((sentence) => sentence.trim() !== "");
  if (sentences.length < 2 || sentences.length > MOST) return null;
  const understanding = understandingOf(world.knowledge);
  const meanings = sentences.map((sentence) =>
    understanding.understand(`${sentence}？`, world.on),
  );
  const placed = meanings.filter((one) => placesOf(one).length > 0);
  // 原籍重庆，咨询K市医保: only the places that the whole message asks about.
  const asked = new Set(placesOf(meaning));
  const places = new Set(
    placed.flatMap(placesOf).filter((place) => asked.has(place)),
  );
  if (places.size < 2 || placed.length < 2) return null;
  const frames: Frame[] = [];
  for (const one of meanings) {
    const found = framesOfSentence(state, one, frames, world, read);
    if (!found) return null;
    frames.push(...found);
  }
  return frames.slice(0, MOST);
}

const placesOf = ({ places }: Meaning): string[] =>
  places
    .filter(({ negated }) => !negated)
    .map(({ jurisdiction, name }) => jurisdiction ?? name);

function framesOfSentence(
  state: State,
  meaning: Meaning,
  before: readonly Frame[],
  world: World,
  read: Read,
): Frame[] | null {
  const clear = meaning.asks.some(({ strength }) => strength === 2);
  const tier = meaning.mentions.some(
    ({ facet, negated }) => facet === "tier" && !negated,
  );
  if (!clear && tier)
    return [
      frameOf(
        meaning,
        { ...PAYING, span: [0, meaning.plain.length] },
        before.at(-1) ?? state.frames.at(-1) ?? null,
      ),
    ];
  const found = read(
    before.length > 0 ? { ...state, frames: [...before] } : state,
    meaning,
    world,
  );
  return found && "frames" in found ? found.frames : null;
}

/** A tier alone asks what it costs. */
const PAYING: Ask = {
  task: "contribution",
  aspects: ["amount"],
  topics: [],
  otherwise: null,
  strength: 2,
  span: [0, 0],
};

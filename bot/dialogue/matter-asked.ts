/** Messages that ask for a common matter, or how something is done. */
import type { Meaning } from "../../nlu/meaning.js";
import type { Asked, Said } from "./frames.js";
import { isMatter, matterOf, taskOfMatter } from "./matters.js";
import { frameOf } from "./merge.js";
import { newFrames, UNCLEAR } from "./new-frames.js";
import type { Frame } from "./state.js";

/** A common matter that the notices mostly leave open: refused by kind, or told of the place named. */
export function asMatter({
  state,
  meaning,
  strong,
  before,
  world: { knowledge },
}: Said): Asked | null {
  const matter = matterOf(meaning.about, knowledge);
  if (matter?.outside) return { scope: matter.scope };
  const last = state.frames.at(-1);
  const corrects =
    last !== undefined && (meaning.correction || tellsDayOf(meaning, last));
  if (corrects || !isMatter(meaning, strong, before, knowledge)) return null;
  const scope = matter?.scope ?? "other";
  const placed = before?.place || meaning.places.some(({ away }) => !away);
  if (scope !== "other" || !placed) return { scope };
  const task = taskOfMatter(meaning, strong, before, knowledge);
  const ask = { ...UNCLEAR, task };
  return { frames: [frameOf(meaning, ask, before)] };
}

/** 备案是9月1号办的, after how long a filing holds: the day of what the statement is about. */
const tellsDayOf = (
  { about, dates, asks, asksNumber }: Meaning,
  last: Frame,
): boolean =>
  last.task === "fact" &&
  dates.some(({ role }) => role !== "year") &&
  asks.length === 0 &&
  !asksNumber &&
  about.some((one) => last.about.includes(one));

/** How something is done: no held notice says, unless the place is held and was asked before. */
export function asProcedure({
  meaning,
  strong,
  before,
  world,
}: Said): Asked | null {
  if (strong.length === 0 || strong.some(({ task }) => task !== "procedure"))
    return null;
  return meaning.places.length > 0
    ? { frames: newFrames(meaning, strong.slice(0, 1), before, world) }
    : { scope: "other" };
}

/** Which questions of the last turn a follow-up takes up, where that turn answered several. */
import type { Meaning } from "../../nlu/meaning.js";
import { looksAt } from "./families.js";
import type { Frame, State } from "./state.js";

/**
 * 缴费 and 截止 were answered together: “那重度残疾呢” is about the first,
 * “2022年呢” about both. The last one alone where a question of ours is open
 * or nothing tells them apart.
 */
export function partsMeant(
  { frames, pending }: State,
  meaning: Meaning,
): Frame[] {
  const last = frames.slice(-1);
  if (frames.length < 2 || pending !== null) return last;
  // 再加个娃, after two ways of one family were set side by side: the way told last.
  if (meaning.people.length > 0 && frames.every(isComparedFamily))
    return last.map((frame) => ({ ...frame, compare: false }));
  const theirs = ofWhomAsked(frames, meaning);
  if (theirs) return [theirs];
  const said = facetsSaid(meaning);
  if (said.length === 0) return last;
  const meant = frames.filter(({ task }) =>
    said.every((facet) => looksAt(task, facet)),
  );
  if (meant.length === 0) return last;
  return meaning.places.length > 0 ? onePerTask(meant) : meant;
}

/** 我妈呢, after what two pay in two places: the answer that was hers. */
function ofWhomAsked(
  frames: readonly Frame[],
  { people, places }: Meaning,
): Frame | null {
  const [who, more] = people;
  const apart = new Set(frames.map(({ place }) => place?.value)).size > 1;
  if (!apart || !who || more || who.label === "" || places.length > 0)
    return null;
  const own = frames.filter((frame) =>
    frame.people?.value.some(({ label }) => label === who.label),
  );
  return own.length === 1 && own[0] ? own[0] : null;
}

const isComparedFamily = ({ task, compare, household }: Frame): boolean =>
  task === "contribution" && compare && household?.total === true;

/** A place said anew takes the place of all that were compared; two years that were compared are compared there. */
function onePerTask(frames: readonly Frame[]): Frame[] {
  return frames.filter(
    ({ task, years }, at) =>
      !frames
        .slice(at + 1)
        .some(
          (later) =>
            later.task === task &&
            later.years?.value.join() === years?.value.join(),
        ),
  );
}

function facetsSaid(meaning: Meaning): string[] {
  const { mentions, people, amounts, familyDoctor, places, dates } = meaning;
  return [
    ...mentions
      .filter(({ negated }) => !negated)
      .map(({ facet }) => facet)
      .filter((facet) => facet !== "group"),
    ...(people.length > 0 ? ["identity"] : []),
    ...(amounts.length > 0 ? ["amount"] : []),
    ...(familyDoctor === null ? [] : ["family_doctor"]),
    ...(places.length > 0 ? ["place"] : []),
    ...(dates.some(({ role }) => role === "year") ? ["year"] : []),
  ];
}

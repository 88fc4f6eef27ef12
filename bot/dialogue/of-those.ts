/** “参保人呢” after what is done about fraud: of several statements on one matter those that speak of it. */
import type { Meaning } from "../../nlu/meaning.js";
import type { World } from "./context.js";
import { emptyFrame, type Frame, type State } from "./state.js";

const AROUND = /^(那么?|要是|如果|换成)|(的话|的)?(呢|吧)?[？?。！!\s]*$/g;
/** What is named alone: shorter it tells nothing, longer it asks something of its own. */
const LEAST = 2;
const LONGEST = 6;

/** The frame of those statements; null where all of them speak of it, or none. */
export function ofThose(
  { frames }: State,
  { followup, plain, places, asks }: Meaning,
  { knowledge }: World,
): Frame | null {
  const last = frames.at(-1);
  if (!last?.place || !followup || places.length + asks.length > 0) return null;
  const named = plain.trim().replace(AROUND, "").trim();
  if (named.length < LEAST || named.length > LONGEST) return null;
  const place = last.place.value;
  const told = last.topics.flatMap((topic) =>
    last.task === "fact"
      ? knowledge.provisions(place, topic)
      : (knowledge.provision(topic) ?? []),
  );
  const meant = told.filter(({ quote }) => quote.includes(named));
  if (meant.length === 0 || meant.length === told.length) return null;
  return {
    ...emptyFrame("found"),
    topics: meant.map(({ key }) => key),
    place: last.place,
  };
}

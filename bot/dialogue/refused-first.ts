/** What comes before any question in a message: kinds that are refused whatever else it asks. */
import type { Ask, Meaning } from "../../nlu/meaning.js";
import type { ScopeKind } from "../../knowledge/matters.js";
import type { World } from "./context.js";
import { matterOf } from "./matters.js";
import { asksAmount } from "./narrower.js";

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

/** The kind in which the message is refused before its questions are looked at; null where none is. */
export function refusedFirst(
  meaning: Meaning,
  strong: readonly Ask[],
  world: World,
): ScopeKind | null {
  const { scope } = meaning;
  if (scope === null) return null;
  const facts = strong.some(
    (ask) => ask.task === "fact" && isHeld(ask, meaning, world),
  );
  const watched = strong.some(({ task }) => task === "monitoring");
  const outweighed = (facts && !meaning.kinds.includes(scope)) || watched;
  if (HARD.includes(scope) && !outweighed) {
    const told = matterOf(meaning.about, world.knowledge)?.scope;
    const named = told === undefined || told === "other_insurance";
    if (scope !== "other_insurance" || named) return scope as ScopeKind;
  }
  if (scope === "prediction" && !facts) return "prediction";
  const advises =
    ADVICE.includes(scope) &&
    !outweighsAdvice(scope, meaning, world) &&
    meaning.aspects.length === 0 &&
    !asksAmount(meaning);
  return advises ? (scope as ScopeKind) : null;
}

/**
 * What the rules of a topic are like for a place: whether there are any, whom
 * and what they tell apart. Kept per place and topic, so that a calculator
 * asks only what the place's notices can answer.
 */
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Value } from "../../knowledge/schema.js";
import { agedTags } from "../identity.js";

export interface TopicShape {
  /** Nothing is held on the topic for the place or those above it. */
  empty: boolean;
  /** Some rule names persons by more than their age. */
  named: boolean;
  /** Some rule names persons of an age. */
  aged: boolean;
  /** The sorts of values that stand there, as `sortOf` names them. */
  sorts: ReadonlySet<string>;
}

/** The sort of a value within its kind: limits by what they limit and for how long, points by direction. */
export function sortOf(value: Value): string {
  switch (value.kind) {
    case "cap":
      return `${value.on}/${value.per}`;
    case "points":
      return value.direction;
    default:
      return value.kind;
  }
}

const known = new WeakMap<Knowledge, Map<string, Map<string, TopicShape>>>();

/** The shape of a topic for a place. */
export function topicShape(
  knowledge: Knowledge,
  place: string,
  topic: string,
): TopicShape {
  let places = known.get(knowledge);
  if (!places) known.set(knowledge, (places = new Map()));
  let topics = places.get(place);
  if (!topics) places.set(place, (topics = new Map()));
  let shape = topics.get(topic);
  if (!shape) topics.set(topic, (shape = read(knowledge, place, topic)));
  return shape;
}

function read(knowledge: Knowledge, place: string, topic: string): TopicShape {
  const aged = new Set(agedTags(knowledge.vocabulary));
  const sorts = new Set<string>();
  const shape = { empty: true, named: false, aged: false, sorts };
  for (const level of knowledge.jurisdictions.chain(place))
    for (const { force, who, value } of knowledge.provisions(level, topic)) {
      shape.empty = false;
      sorts.add(sortOf(value));
      if (force !== "rule") continue;
      const tags = [...(who.all ?? []), ...(who.any ?? [])];
      if (tags.some((tag) => !aged.has(tag))) shape.named = true;
      if (tags.some((tag) => aged.has(tag))) shape.aged = true;
    }
  return shape;
}

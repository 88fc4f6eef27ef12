/** A task that has nothing to say gives way to what the place's documents say in the words of the question. */
import type { Meaning } from "../../nlu/meaning.js";
import type { Answer } from "../answer.js";
import type { World } from "./context.js";
import { clauseInstead, isOfOthers, textsInstead } from "./found.js";
import { emptyFrame, type Frame } from "./state.js";

/** Verdicts that say nothing of the matter: which of several is meant, or that nothing is held of it. */
function saysNothing(
  { status, intent, citations, reference }: Answer,
  { asksNumber, aspects }: Meaning,
): boolean {
  if (status === "clarify") return ["unclear", "reimburse"].includes(intent);
  return (
    status === "not_stipulated" &&
    !asksNumber &&
    !aspects.some((aspect) => NUMERIC.includes(aspect)) &&
    citations.length + reference.length === 0
  );
}

/** 起付线咋个算 asks for a number, too: a statement beside it is no answer. */
const NUMERIC: readonly string[] = [
  "deductible",
  "limit",
  "ratio",
  "financing",
];

/** 我是天津的退休职工: words around a place and a person that ask nothing. */
const WHO_I_AM = /我们?|他们?|她们?|是|的|在|这边|那边|本地|人|一个|一名|参保/g;

/** What is asked is clear, and a clause that shares its words is about something else. */
const CERTAIN: readonly string[] = ["domain.papers", "unpaid_asked"];

/** Whether the message holds more than a place and a person: 太原低保户 asks nothing yet. */
function saysMore({ plain, places, mentions }: Meaning): boolean {
  const characters = plain.split("");
  for (const { span } of [...places, ...mentions])
    characters.fill("", span[0], span[1]);
  return /\p{L}{2}/u.test(characters.join("").replace(WHO_I_AM, ""));
}

/** The frame of the statements or of the clause that the question is about; null where the answer stands. */
export function instead(
  answer: Answer,
  frames: readonly Frame[],
  meaning: Meaning,
  { knowledge, on }: World,
): Frame | null {
  const [frame] = frames;
  const place = frame?.place ?? null;
  if (!place || frames.length > 1 || !saysNothing(answer, meaning)) return null;
  if (meaning.followup || frame?.remote || meaning.places.length === 0)
    return null;
  if (CERTAIN.some((one) => meaning.concepts.includes(one))) return null;
  if (answer.intent === "unclear" && !saysMore(meaning)) return null;
  // Who was told of is remembered, though the clause answers for everybody.
  const told = { place, people: frame?.people ?? null };
  const said = meaning.dates.find(({ role }) => role === "year")?.reading.from;
  const year = Number.parseInt((said ?? on).slice(0, 4), 10);
  const topics = textsInstead(
    knowledge,
    meaning.plain,
    place.value,
    year,
  ).filter((key) => !isOfOthers(knowledge, key, meaning));
  if (topics.length > 0) return { ...emptyFrame("found"), topics, ...told };
  const unclear = answer.status === "clarify" || answer.intent === "unclear";
  if (!unclear || meaning.amounts.length > 0) return null;
  const found = clauseInstead(
    knowledge,
    meaning.plain,
    place.value,
    meaning.concepts.includes("source_cue"),
  );
  if (!found) return null;
  return {
    ...emptyFrame("document"),
    document: { number: null, ...found, span: [0, 0] },
    ...told,
  };
}

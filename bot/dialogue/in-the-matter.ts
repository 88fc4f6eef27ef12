/** “超过的谁出” of a ceiling: a message that says what is asked, and leaves the matter to the question before. */
import type { Ask, Meaning } from "../../nlu/meaning.js";
import { understandingOf } from "../../nlu/understand.js";
import type { World } from "./context.js";
import type { State } from "./state.js";
import { NAMES } from "./where.js";

/** Longer messages say their matter themselves. */
const SHORT = 12;

/** What was asked of the matter, in words. */
const ASPECTS: Readonly<Record<string, string>> = {
  deductible: "起付线",
  ratio: "比例",
  limit: "封顶线",
};

/** The message read together with the matter of the question before, where a fact is then asked for that the matter alone does not ask for. */
export function inTheMatter(
  state: State,
  { plain, scope, offDomain, asks, places, mentions }: Meaning,
  { knowledge, on }: World,
): Meaning | null {
  const last = state.frames.at(-1);
  const [topic = ""] = last?.topics ?? [];
  const name =
    last?.task === "fact"
      ? knowledge.vocabulary.file.topics[topic]?.label
      : NAMES[last?.task ?? ""];
  if (!last?.place || name === undefined || plain.length > SHORT) return null;
  const asked = last.aspects.flatMap((aspect) => ASPECTS[aspect] ?? []);
  const matter = [name, ...asked].join("");
  const onlyClaims =
    asks.length > 0 &&
    asks.every(({ task }) => task === "reimburse") &&
    places.length + mentions.length === 0;
  if (scope !== null || !(offDomain || onlyClaims)) return null;
  const read = (text: string): Meaning =>
    understandingOf(knowledge).understand(text, on);
  const known = read(matter).asks.flatMap(({ topics }) => topics);
  const meaning = read(`${matter}${plain}`);
  const topics = meaning.asks
    .flatMap(({ topics }) => topics)
    .filter((topic) => !known.includes(topic));
  if (topics.length === 0) return null;
  const fact: Ask = {
    task: "fact",
    aspects: ["amount"],
    topics,
    otherwise: null,
    strength: 2,
    span: [0, meaning.plain.length],
  };
  return { ...meaning, asks: [fact] };
}

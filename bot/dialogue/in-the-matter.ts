/** “超过的谁出” of a ceiling: a message that says what is asked, and leaves the matter to the question before. */
import type { Ask, Meaning } from "../../nlu/meaning.js";
import { understandingOf } from "../../nlu/understand.js";
import { ASPECTS } from "./before.js";
import type { World } from "./context.js";
import type { Frame, State } from "./state.js";
import { matterOf } from "./matters.js";
import { NAMES } from "./where.js";

/** Longer messages say their matter themselves. */
const SHORT = 12;
/** As long may one be that stays within the matter. */
const LONGER = 16;

/** The message read together with the matter and the persons of the question before, where a fact is then asked for that the matter alone does not ask for. */
export function inTheMatter(
  state: State,
  { plain, scope, asks, places, mentions }: Meaning,
  { knowledge, on }: World,
): Meaning | null {
  const last = state.frames.at(-1);
  const [topic = ""] = last?.topics ?? [];
  const { topics: facts } = knowledge.vocabulary.file;
  const name =
    last?.task === "fact" ? facts[topic]?.label : NAMES[last?.task ?? ""];
  if (!last?.place || name === undefined || plain.length > SHORT) return null;
  const strong = asks.filter(({ strength }) => strength === 2);
  const onlyClaims =
    strong.every(({ task }) => task === "reimburse") &&
    places.length + mentions.length === 0;
  if (scope !== null || !(strong.length === 0 || onlyClaims)) return null;
  const asked = last.aspects.flatMap((aspect) => ASPECTS[aspect] ?? []);
  const who = labelsOf(last, knowledge);
  const matter = [who, name, ...asked].join("");
  // 要上户口吗, after what a newborn pays: a fact of the task spoken of, asked in words of its own.
  const { meaning, topics } = together(
    matter,
    plain,
    { knowledge, on },
    last.task === "fact" ? topic : null,
  );
  // 报多少, after 高血压拿药有起付线吗: what the same statement says of it.
  const again =
    strong.length > 0 && asksInWords(facts[topic]?.asks ?? [], matter, plain);
  const meant = again ? [topic] : topics;
  return meant.length > 0 ? { ...ofFact(meaning, meant), people: [] } : null;
}

/** “出院了能补办吗” after how long a filing holds: another fact of the same matter, which the words alone do not name. */
export function siblingFact(
  { frames, pending }: State,
  meaning: Meaning,
  { knowledge, on }: World,
): Meaning | null {
  const last = frames.at(-1);
  const matter = last && spokenOf(last, knowledge);
  if (!matter || !last.place) return null;
  if (pending !== null || meaning.plain.length > LONGER || saysOwn(meaning))
    return null;
  for (const name of matter.names) {
    const found = together(
      name,
      meaning.plain,
      { knowledge, on },
      last.topics[0],
    );
    const siblings = found.topics.filter(matter.holds);
    if (siblings.length > 0 && found.topics[0] === siblings[0])
      return ofFact(found.meaning, siblings);
  }
  return null;
}

/** What a fact is called, or the facts of the matter that was only spoken of (要备案吗); and which belong to it. */
function spokenOf(
  { task, topics: [topic = ""], about }: Frame,
  knowledge: World["knowledge"],
): { names: string[]; holds: (topic: string) => boolean } | null {
  const { topics } = knowledge.vocabulary.file;
  const labels = (ids: readonly string[]): string[] =>
    ids.flatMap((id) => topics[id]?.label ?? []);
  // 太原异地备案: what was found is a statement of the same kind.
  const fact =
    task === "fact"
      ? topic
      : task === "found"
        ? (knowledge.provision(topic)?.topic ?? "")
        : "";
  if (fact in topics)
    return {
      names: labels([fact]),
      holds: (one) => familyOf(one) === familyOf(fact),
    };
  const matter = task === "procedure" ? matterOf(about, knowledge) : null;
  return (
    matter && {
      names: labels(matter.topics),
      holds: (one) => matter.topics.includes(one),
    }
  );
}

/** “没有单位的谁交” after what 伤残军人 pay: a fact about these persons that tells who pays. */
export function payerFact(
  { frames, pending }: State,
  { plain, places, amounts, people }: Meaning,
  { knowledge, on }: World,
): Meaning | null {
  const last = frames.at(-1);
  const who = labelsOf(last, knowledge);
  if (last?.task !== "contribution" || !last.place || who === "") return null;
  const own = places.length + amounts.length + people.length > 0;
  if (pending !== null || own || plain.length > SHORT || !WHO_PAYS.test(plain))
    return null;
  const { meaning, topics } = together(who, plain, { knowledge, on });
  return topics.length > 0 ? { ...ofFact(meaning, topics), people: [] } : null;
}

const WHO_PAYS = /谁(来|给|替|帮)?(交|缴|出|付|掏|管|负责|组织)/;

/** The identities of the persons asked about, in words. */
function labelsOf(
  last: Frame | undefined,
  { vocabulary }: World["knowledge"],
): string {
  return (last?.people?.value ?? [])
    .flatMap(({ tags }) => tags.map((tag) => vocabulary.label("identity", tag)))
    .join("");
}

/** What the words name by themselves: a fact, a place, an amount, a number of some care. */
function saysOwn(meaning: Meaning): boolean {
  const { asks, places, amounts, people, aspects, command } = meaning;
  return (
    command !== null ||
    asks.some(({ task }) => task === "fact") ||
    places.length + amounts.length + people.length > 0 ||
    aspects.some((aspect) => aspect !== "when") ||
    meaning.asksNumber
  );
}

/** Topics of one matter begin alike: fact.filing_validity, fact.filing_afterwards. */
const familyOf = (topic: string): string => topic.split("_")[0] ?? topic;

/** The message read behind the matter, and the facts it then asks for that the matter alone does not; `again` is the one that may be asked for in other words, null for any. */
function together(
  matter: string,
  plain: string,
  { knowledge, on }: Pick<World, "knowledge" | "on">,
  again: string | null = "",
): { meaning: Meaning; topics: string[] } {
  const read = (text: string): Meaning =>
    understandingOf(knowledge).understand(text, on);
  const known = read(matter).asks.flatMap(({ topics }) => topics);
  const meaning = read(`${matter}${plain}`);
  const topics = meaning.asks
    .flatMap(({ topics }) => topics)
    .filter(
      (topic) =>
        !known.includes(topic) ||
        ((topic === again || again === null) &&
          asksInWords(
            knowledge.vocabulary.file.topics[topic]?.asks ?? [],
            matter,
            plain,
            { anew: true },
          )),
    );
  return { meaning, topics };
}

function ofFact(meaning: Meaning, topics: string[]): Meaning {
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

/**
 * Whether one of the ways to ask for the fact that was told has words of the
 * message in it: 报 of 高血压 药|报; anew: words that the fact did not have, as
 * in 哪些地方才能调.
 */
function asksInWords(
  asks: readonly string[],
  matter: string,
  plain: string,
  { anew = false } = {},
): boolean {
  const told = (text: string, words: readonly string[]): boolean =>
    words.some((word) => text.includes(word));
  return asks.some((ask) => {
    const groups = ask.split(" ").map((group) => group.split("|"));
    return (
      groups.every((words) => told(matter, words) || told(plain, words)) &&
      groups.some((words) => (anew ? !told(matter, words) : told(plain, words)))
    );
  });
}

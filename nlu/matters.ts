/** Which of the common matters a message is about, from the sentences that ask. */
import type { Matter } from "../knowledge/matters.js";
import type { Knowledge } from "../knowledge/knowledge.js";
import {
  type AskedSentence,
  askedSentences,
  LETTER,
} from "./asked-sentences.js";
import type { Lexicon } from "./lexicon.js";

/** In a longer message what is no insurance may be mentioned in passing. */
const PASSING = 30;

/** At most so many matters are answered beside the first. */
const MOST_BESIDES = 2;

/** What a message is about, and of which kind it is where a kind alone was heard. */
export interface Heard {
  about: string[];
  /** Matters that further sentences of a letter ask about. */
  besides: string[];
  kinds: string[];
}

/** The matters that can be named, and the kinds of refusal that the words tell. */
export function heardIn(
  lexicon: Lexicon,
  plain: string,
  knowledge: Knowledge,
): Heard {
  const { matters } = knowledge;
  const read = reader(lexicon, plain, knowledge);
  const asked = askedSentences(plain);
  const sentences = asked.map((one) => bySentence(one, read));
  const found = inOrder(sentences, plain, read, matters);
  const all = [...new Set(found)];
  const about = all.filter((id) => matters.get(id)?.label !== "");
  const kinds = all.flatMap((id) => {
    const { label, scope } = matters.get(id) as Matter;
    return label === "" ? [scope] : [];
  });
  return { about, besides: besidesOf(about, sentences, matters), kinds };
}

type Read = (text: string) => string[];

/** The ids of the matters of a text, in the order of matters.yaml: the most telling first. */
function reader(lexicon: Lexicon, plain: string, { matters }: Knowledge): Read {
  const order = [...matters.keys()];
  const isMeant = (id: string): boolean =>
    plain.length <= PASSING || matters.get(id)?.outside !== true;
  return (text) =>
    lexicon
      .matters(text)
      .map(({ name }) => name)
      .filter(isMeant)
      .sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

/** What the question of a sentence is about, before what its tale is about. */
function bySentence({ text, asked }: AskedSentence, read: Read): string[] {
  if (asked === text) return read(text);
  return [...new Set([...read(asked), ...read(text)])];
}

/**
 * A short message is one question and is read whole; of a letter the first
 * sentence that asks comes first. What says no more than that somebody asks
 * (怎么办理) gives way to what the rest of the letter is about.
 */
function inOrder(
  sentences: readonly string[][],
  plain: string,
  read: Read,
  matters: ReadonlyMap<string, Matter>,
): string[] {
  const asked = sentences.flat();
  const whole = read(plain);
  const found =
    plain.length <= LETTER && sentences.length < 2
      ? [...asked, ...whole]
      : asked.length > 0
        ? asked
        : whole;
  const general = (id: string): boolean => matters.get(id)?.general === true;
  if (found.length > 0 && found.every(general))
    return [...whole.filter((id) => !general(id)), ...found];
  return [
    ...found.filter((id) => !general(id)),
    ...found.filter((id) => general(id)),
  ];
}

/** The first matter of each further sentence, where it is another one. */
function besidesOf(
  [main]: readonly string[],
  sentences: readonly string[][],
  matters: ReadonlyMap<string, Matter>,
): string[] {
  const named = (id: string): boolean => matters.get(id)?.label !== "";
  const own = sentences.find((one) => main !== undefined && one.includes(main));
  const others = sentences
    .filter((one) => one !== own && (main === undefined || !one.includes(main)))
    .flatMap((one) => one.find(named) ?? [])
    .filter((id) => !own?.includes(id) && matters.get(id)?.general !== true);
  return [...new Set(others)].slice(0, MOST_BESIDES);
}

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
  const whole = read(plain);
  const isGeneral = (id: string): boolean => matters.get(id)?.general === true;
  const sentences = withTale(
    asked.map((one) => bySentence(one, read)),
    whole,
    isGeneral,
  );
  const found = inOrder(sentences, plain, whole, isGeneral);
  const all = [...new Set(found)];
  const about = all.filter((id) => matters.get(id)?.label !== "");
  const kinds = all.flatMap((id) => {
    const { label, scope } = matters.get(id) as Matter;
    return label === "" ? [scope] : [];
  });
  const isFurther = (id: string): boolean =>
    matters.get(id)?.label !== "" && !isGeneral(id);
  return { about, besides: besidesOf(about, sentences, isFurther), kinds };
}

type Read = (text: string) => string[];
type Test = (id: string) => boolean;

/** The ids of the matters of a text, in the order of matters.yaml: the most telling first. */
function reader(lexicon: Lexicon, plain: string, { matters }: Knowledge): Read {
  const order = orderOf(matters);
  const place = (id: string): number => order.get(id) ?? order.size;
  const isMeant = (id: string): boolean =>
    plain.length <= PASSING || matters.get(id)?.outside !== true;
  // The question of a short message is the whole message.
  const known = new Map<string, string[]>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const found = lexicon
      .matters(text)
      .map(({ name }) => name)
      .filter(isMeant)
      .sort((a, b) => place(a) - place(b));
    known.set(text, found);
    return found;
  };
}

const orders = new WeakMap<Knowledge["matters"], Map<string, number>>();

function orderOf(matters: Knowledge["matters"]): Map<string, number> {
  let order = orders.get(matters);
  if (!order)
    orders.set(
      matters,
      (order = new Map([...matters.keys()].map((id, at) => [id, at]))),
    );
  return order;
}

/** What the question of a sentence is about, before what its tale is about. */
function bySentence({ text, asked }: AskedSentence, read: Read): string[] {
  if (asked === text) return read(text);
  return [...new Set([...read(asked), ...read(text)])];
}

/** 我女儿3月出生。她能参保吗？ A sentence that says no more than that somebody asks is about the tale, as far as no other sentence asks about that. */
function withTale(
  sentences: readonly string[][],
  whole: readonly string[],
  isGeneral: Test,
): string[][] {
  const told = whole.filter(
    (id) => !isGeneral(id) && !sentences.some((one) => one.includes(id)),
  );
  return sentences.map((one) =>
    one.length > 0 && one.every(isGeneral)
      ? [...told.slice(0, 1), ...one]
      : one,
  );
}

/**
 * A short message is one question and is read whole; of a letter the first
 * sentence that asks comes first. What says no more than that somebody asks
 * (怎么办理) gives way to what the rest of the letter is about.
 */
function inOrder(
  sentences: readonly string[][],
  plain: string,
  whole: readonly string[],
  isGeneral: Test,
): string[] {
  const asked = sentences.flat();
  const found =
    plain.length <= LETTER && sentences.length < 2
      ? [...asked, ...whole]
      : asked.length > 0
        ? asked
        : whole;
  return [...found.filter((id) => !isGeneral(id)), ...found.filter(isGeneral)];
}

/** The first matter of each further sentence, where it is another one. */
function besidesOf(
  [main]: readonly string[],
  sentences: readonly string[][],
  isFurther: Test,
): string[] {
  const own = sentences.find((one) => main !== undefined && one.includes(main));
  const others = sentences
    .filter((one) => one !== own && (main === undefined || !one.includes(main)))
    .flatMap((one) => one.find(isFurther) ?? [])
    .filter((id) => !own?.includes(id));
  return [...new Set(others)].slice(0, MOST_BESIDES);
}

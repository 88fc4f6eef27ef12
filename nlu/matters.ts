/** Which of the common matters a message is about, from the sentences that ask. */
import type { Knowledge } from "../knowledge/knowledge.js";
import type { Lexicon } from "./lexicon.js";
import type { PatternMatch } from "./word-patterns.js";

/** A message of this length is read whole; a longer one sentence by sentence. */
const SHORT = 60;
const BREAKS = /[。！!；;\n]+|(?<=[？?])/;
const ASKING =
  /[？?]|请问|咨询|想问|吗|怎么|咋|如何|怎样|能不能|能否|可否|可不可以|是否|是不是|有没有|要不要|哪|什么|啥|多少|多久|几|呢|希望|反映|建议|质疑/;

/** What a message is about, and of which kind it is where a kind alone was heard. */
export interface Heard {
  about: string[];
  kinds: string[];
}

/** The matters that can be named, and the kinds of refusal that the words tell. */
export function heardIn(
  lexicon: Lexicon,
  plain: string,
  knowledge: Knowledge,
): Heard {
  const heard: Heard = { about: [], kinds: [] };
  for (const id of mattersIn(lexicon, plain, knowledge)) {
    const matter = knowledge.matters.get(id);
    if (!matter) continue;
    if (matter.label === "") heard.kinds.push(matter.scope);
    else if (!matter.outside || plain.length <= PASSING) heard.about.push(id);
  }
  return heard;
}

/** In a longer message what is no insurance may be mentioned in passing. */
const PASSING = 30;

/** The ids of the matters, in the order of matters.yaml: the most telling first. */
function mattersIn(
  lexicon: Lexicon,
  plain: string,
  { matters }: Knowledge,
): string[] {
  const order = [...matters.keys()];
  const read = (text: string): PatternMatch[] => lexicon.matters(text);
  const whole = plain.length <= SHORT ? read(plain) : [];
  const sentences = plain.split(BREAKS).filter((one) => one.trim() !== "");
  const asking = sentences.filter((one) => ASKING.test(one)).flatMap(read);
  const found = [whole, asking, read(plain)].find((one) => one.length > 0);
  return (found ?? [])
    .map(({ name }) => name)
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .filter((name, at, all) => all.indexOf(name) === at);
}

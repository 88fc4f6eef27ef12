/** Which of the common matters a message is about, from the sentences that ask. */
import type { Knowledge } from "../knowledge/knowledge.js";
import type { Lexicon } from "./lexicon.js";
import type { PatternMatch } from "./word-patterns.js";

/** A message of this length is read whole; a longer one sentence by sentence. */
const SHORT = 60;
const BREAKS = /[。！!；;\n]+|(?<=[？?])/;
const ASKING =
  /[？?]|请问|咨询|想问|吗|怎么|咋|如何|怎样|能不能|能否|可否|可不可以|是否|是不是|有没有|要不要|哪|什么|啥|多少|多久|几|呢|希望|反映|建议|质疑/;

/** The ids of the matters, in the order of matters.yaml: the most telling first. */
export function mattersIn(
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

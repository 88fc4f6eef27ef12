/** Which sentences of a letter ask, and where in them the question begins. */

import type { Ask, Span } from "./meaning.js";

/** Numbered questions are sentences of their own: 1、能买吗 2、怎么办. */
const BREAKS =
  /[。！!；;\n]+|(?<=[？?])|(?<=[^\d.])(?=[1-9一二三四五][、.)）](?!\d))|(?=[（(][1-9一二三四五][)）])|(?=[①②③④⑤])/;

/** Typed without any sign between: a space is one. */
const UNSIGNED = /^[^，,。！!；;？?\n]+$/;

/** Words that only a question has. */
const ASKING =
  /[？?]|请问|咨询|想问|想了解|想知道|请告知|吗|怎么|咋|如何|怎样|能不能|能否|可否|可不可以|是否|是不是|有没有|要不要|为什么|为何|凭什么/;
/** Words that a tale has, too: 打了好几次, 什么都没说, 希望. */
const SOFT =
  /哪|什么|啥|多少|好多(?=钱|块|嘛|哦|啊|哟|$)|几多|多久|(?<!好)几(?![个次位名乎])|呢|希望|反映|建议|质疑|投诉|恳请/;

/** What stands behind it is asked; what stands before it is the tale. */
const CUE = /请问|请教|咨询|想问|问一?下|想了解|想知道|请告知|我想晓得|麻烦问/g;
/** 这种情况怎么办: the question is about the tale. */
const POINTS_BACK =
  /(这|那|该|此)(种|样|个|些|类|情况)|像(我|他|她)|上述|以上|这个问题/;
/** A question this short says little. */
const LEAST = 8;

/** Longer messages are letters: a tale, and what is asked in it. */
export const LETTER = 60;

export interface AskedSentence {
  text: string;
  /** The sentence from the words on that ask, where they leave the tale behind. */
  asked: string;
}

/** The sentences that ask, in order; those that only might, where none clearly does. */
export function askedSentences(plain: string): AskedSentence[] {
  const sentences = plain
    .split(UNSIGNED.test(plain) ? /\s+/ : BREAKS)
    .filter((one) => one.trim() !== "");
  const clear = sentences.filter((one) => ASKING.test(one));
  const asking =
    clear.length > 0 ? clear : sentences.filter((one) => SOFT.test(one));
  return asking.map((text) => ({ text, asked: fromCue(text) }));
}

function fromCue(sentence: string): string {
  const cue = [...sentence.matchAll(CUE)].at(-1);
  if (!cue || cue.index === 0) return sentence;
  const rest = sentence.slice(cue.index + cue[0].length);
  return rest.length < LEAST || POINTS_BACK.test(rest) ? sentence : rest;
}

/** The asks of a letter that stand in the sentences that ask: 工友得了大病 in the tale is no question about 大病保险. */
export function askedIn(plain: string, asks: readonly Ask[]): Ask[] {
  if (plain.length <= LETTER) return [...asks];
  const spans: Span[] = [];
  let from = 0;
  for (const { text } of askedSentences(plain)) {
    from = plain.indexOf(text, from);
    spans.push([from, from + text.length]);
    from += text.length;
  }
  if (spans.length === 0) return [...asks];
  const within = asks.filter(({ span }) =>
    spans.some(([start, end]) => span[0] < end && span[1] > start),
  );
  return within.length > 0 || !UNSIGNED.test(plain) ? within : lastOf(asks);
}

/** 她就想交一档 到底是好多钱嘛: the question is about what was said last. */
function lastOf(asks: readonly Ask[]): Ask[] {
  const last = Math.max(...asks.map(({ span }) => span[0]));
  return asks.filter(({ span }) => span[0] === last);
}

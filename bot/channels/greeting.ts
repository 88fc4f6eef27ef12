/** The first thing a person reads: what this is, what is held, and what may be asked. */
import type { Knowledge } from "../../knowledge/knowledge.js";

export interface Greeting {
  /** 收录：重庆、太原，最新到2023年度 */
  held: string;
  text: string;
  /** Questions that are answered when sent as they are. */
  examples: string[];
}

/** Real questions, each with the place whose notices answer it. */
const EXAMPLES: readonly (readonly [place: string, question: string])[] = [
  ["taiyuan", "太原低保户2023年要交多少钱"],
  ["chongqing", "重庆2023年一档和二档各交多少钱"],
  ["taiyuan", "太原自付医疗费3万元大病保险能报多少"],
  ["hangzhou", "杭州门诊花了800元能报多少"],
  ["tianjin", "天津2023年居民医保要交多少钱"],
  ["chongqing", "重庆普通门诊一年最多报多少"],
  ["taiyuan", "太原新生儿什么时候参保能从出生报起"],
  ["chongqing", "重庆2022年财政补助每人多少钱"],
  ["taiyuan", "太原断保以后再参保要等多久"],
];
const SHOWN = 6;

/** The greeting for the notices that are loaded. */
export function greeting(knowledge: Knowledge): Greeting {
  const held = heldLine(knowledge);
  const examples = EXAMPLES.filter(
    ([place]) => knowledge.noticesOf(place).length > 0,
  )
    .slice(0, SHOWN)
    .map(([, question]) => question);
  return {
    held,
    examples,
    text: `您好，这里是医保明白。我按政府文件的原文回答医疗保险的问题，金额算到分，并附上依据的条款。${held}。请直接说您的情况和想问的事。`,
  };
}

/** Which places have notices, and the newest year that they speak of. */
function heldLine(knowledge: Knowledge): string {
  const places = [...knowledge.jurisdictions.all.values()]
    .filter((place) => knowledge.noticesOf(place.id).length > 0)
    .map((place) => place.name.replace(/[省市]$/, ""));
  const years = [...knowledge.notices.values()]
    .flatMap((notice) => notice.provisions)
    .filter((provision) => provision.period.of === "coverage_year")
    .map((provision) => provision.period.from.slice(0, 4));
  const newest = years.reduce((a, b) => (b > a ? b : a), "");
  if (places.length === 0) return "目前还没有收录文件";
  const until = newest ? `，最新到${newest}年度` : "";
  return `收录：${places.join("、")}${until}`;
}

/** The first thing a person reads: what this is, what is held, and what may be asked. */
import type { Knowledge } from "../../knowledge/knowledge.js";

export interface Greeting {
  text: string;
  /** Questions to begin with, each about a place whose notices speak of it. */
  examples: string[];
}

/** What people ask about a topic, after the name of the place. */
const QUESTIONS: readonly (readonly [topic: string, question: string])[] = [
  ["contribution.aid", "低保户要交多少钱"],
  ["contribution.standard", "一档和二档各交多少钱"],
  ["outpatient.cap", "普通门诊一年最多报多少"],
  ["enrolment.window", "什么时候缴费"],
  ["catastrophic.bands", "大病保险自付3万元能报多少"],
  ["assistance.ratio", "低保户住院医疗救助报多少"],
  ["inpatient.ratio", "住院报销比例是多少"],
  ["subsidy.total", "财政补助每人多少钱"],
  ["newborn.contribution", "新生儿怎么参保"],
];
const SHOWN = 6;

/**
 * The greeting for the notices that are loaded. `isAnswered` says whether a
 * question has an answer today: no other is offered.
 */
export function greeting(
  knowledge: Knowledge,
  isAnswered: (question: string) => boolean,
): Greeting {
  return {
    examples: examples(knowledge, isAnswered),
    text: `您好，这里是医保明白。我按政府文件的原文回答医疗保险的问题，金额算到分，并附上依据的条款。${heldLine(knowledge)}。请直接说您的情况和想问的事。`,
  };
}

/** One question a topic, about the place that has been asked about least so far. */
function examples(
  knowledge: Knowledge,
  isAnswered: (question: string) => boolean,
): string[] {
  const used = new Map<string, number>();
  const uses = (place: string): number => used.get(place) ?? 0;
  const found: string[] = [];
  for (const [topic, question] of QUESTIONS) {
    if (found.length === SHOWN) break;
    const places = heldPlaces(knowledge).sort((a, b) => uses(a) - uses(b));
    for (const place of places) {
      const name = shortName(knowledge, place);
      const example = years(knowledge, place, topic)
        .map((year) => `${name}${year}${question}`)
        .find(isAnswered);
      if (example === undefined) continue;
      used.set(place, uses(place) + 1);
      found.push(example);
      break;
    }
  }
  return found;
}

/** How the year may be said for a topic of the place: not at all, or the newest that is ruled for. */
function years(knowledge: Knowledge, place: string, topic: string): string[] {
  const [first, ...others] = knowledge.provisions(place, topic);
  if (!first) return [];
  const { period, trusted_to } = others.reduce(
    (a, b) => (b.period.from > a.period.from ? b : a),
    first,
  );
  return [
    "",
    ...[period.from, trusted_to].map((day) => `${day.slice(0, 4)}年度`),
  ];
}

/** Which places have notices, and the newest year that a contribution is stated for. */
function heldLine(knowledge: Knowledge): string {
  const places = heldPlaces(knowledge).map((id) => shortName(knowledge, id));
  if (places.length === 0) return "目前还没有收录文件";
  const newest = [...knowledge.notices.values()]
    .flatMap((notice) => notice.provisions)
    .filter(({ period }) => period.of === "coverage_year")
    .map(({ period }) => period.from.slice(0, 4))
    .reduce((a, b) => (b > a ? b : a), "");
  const until = newest === "" ? "" : `，最新到${newest}年度`;
  return `收录：${places.join("、")}${until}`;
}

/** Places of the tree with notices that a person can name as their own. */
function heldPlaces(knowledge: Knowledge): string[] {
  return [...knowledge.jurisdictions.all.values()]
    .filter(({ level, unnamed }) => level !== "country" && !unnamed)
    .map(({ id }) => id)
    .filter((id) => knowledge.noticesOf(id).length > 0);
}

/** What people call the place: 太原, not 太原市. */
function shortName({ jurisdictions }: Knowledge, place: string): string {
  const entry = jurisdictions.get(place);
  return entry?.names[0] ?? entry?.name ?? place;
}

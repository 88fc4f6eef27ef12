/** The common matters that the notices mostly leave open: when one is what a message asks. */
import type { Matter } from "../../knowledge/matters.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import { TOPICS } from "../../knowledge/topics.js";
import type { AmountRole, Ask, Meaning } from "../../nlu/meaning.js";
import type { ScopeKind } from "../../knowledge/matters.js";
import { hasNotice } from "./held.js";
import type { Frame } from "./state.js";

/** Tasks that say no more than the matter does. */
export const VAGUE: readonly string[] = ["procedure", "reimburse", "unclear"];

/** In a story of this length words of a matter may stand by chance. */
const STORY = 40;

/** Longer messages are letters: a tale, and what is asked in it. */
const LETTER = 60;

/** The matter that a message or frame is about, the most telling one. */
export function matterOf(
  about: readonly string[],
  { matters }: Knowledge,
): Matter | null {
  return matters.get(about[0] ?? "") ?? null;
}

/** The matter whose words fit a refusal of this kind. */
export function matterOfKind(
  about: readonly string[],
  kind: ScopeKind,
  { matters }: Knowledge,
): Matter | null {
  const all = about.flatMap((id) => matters.get(id) ?? []);
  return all.find(({ scope }) => scope === kind) ?? null;
}

/** The matters of these ids. */
export function mattersOf(
  ids: readonly string[],
  { matters }: Knowledge,
): Matter[] {
  return ids.flatMap((id) => matters.get(id) ?? []);
}

/** A matter of medical insurance that was asked of beside another insurance. */
export function matterBesides(
  { about, plain }: Meaning,
  { matters }: Knowledge,
): Matter | null {
  const all = about.flatMap((id) => matters.get(id) ?? []);
  const named = ({ beside }: Matter): boolean =>
    beside.some((word) => plain.includes(word));
  return all.find(named) ?? null;
}

/** The place asked about: the one named, else the one spoken of before. */
function placeOf({ places }: Meaning, before: Frame | null): string | null {
  const named = places.find(({ negated, away }) => !negated && !away);
  return named
    ? (named.jurisdiction ?? `?${named.name}`)
    : (before?.place?.value ?? null);
}

/** The task in which a matter is told: of a place that is not held the one that was asked for, of another that of what is written. */
export function taskOfMatter(
  meaning: Meaning,
  strong: readonly Ask[],
  before: Frame | null,
  knowledge: Knowledge,
): string {
  const matter = matterOf(meaning.about, knowledge);
  const place = placeOf(meaning, before);
  const held = place !== null && hasNotice(place, knowledge);
  const meant = strong.find((ask) => matter && restsOn(ask, matter));
  return held || !meant || meant.task === "fact" ? "procedure" : meant.task;
}

/** Whether the matter is what is asked, rather than the tasks that single words point to. */
export function isMatter(
  meaning: Meaning,
  strong: readonly Ask[],
  before: Frame | null,
  knowledge: Knowledge,
): boolean {
  const matter = matterOf(meaning.about, knowledge);
  if (!matter) return false;
  const place = placeOf(meaning, before);
  const held = place !== null && hasNotice(place, knowledge);
  // 重庆大学生二档医保: who and what is said, and only words like 医保 beside it.
  if (matter.general && held && strong.length === 0) return false;
  if ((held || place === null) && decidesBreak(meaning, matter)) return false;
  const facts = strong.filter(({ task }) => task === "fact");
  const speaking = facts.filter(
    (ask) => matter.scope !== "other_insurance" || restsOn(ask, matter),
  );
  if (held && speaking.some((ask) => states(knowledge, place, ask.topics)))
    return false;
  if (matter.scope !== "other" && matter.scope === meaning.scope && !held)
    return true;
  if (
    place === null &&
    matter.scope === "other" &&
    facts.some((ask) => restsOn(ask, matter))
  )
    return false;
  // Nothing can be told of a place that is not held: the matter of the letter is named, whatever numbers its tale holds.
  if (place !== null && !held && meaning.plain.length > LETTER) return true;
  if (meaning.asksNumber && !matter.firm && meaning.asks.length > 0)
    return false;
  const clear = strong.filter(({ task }) => !VAGUE.includes(task));
  // 乡镇卫生院甲类20乙类30: a bill told by its classes is to be computed.
  const classed = meaning.amounts.some(({ role }) => CLASSES.includes(role));
  if (held && classed && meaning.asks.length > 0) return false;
  // 交了350能退不: the fee is told, and no number asked for.
  const told = meaning.amounts.every(({ role }) => role === "unknown");
  const asksOnlyIt = matter.firm && !meaning.asksNumber && told;
  if (held && meaning.plain.length > STORY) return clear.length === 0;
  if (held && meaning.amounts.length > 0 && !asksOnlyIt)
    return clear.length === 0;
  if (clear.length === 0 || matter.firm) return true;
  if (held) return false;
  return !clear.some((ask) => restsOn(ask, matter));
}

/** 断了两个月想转居民: since when it is broken off is told, and that decides whether there is a wait. */
const decidesBreak = (
  { asks, counts, dates }: Meaning,
  { topics }: Matter,
): boolean =>
  topics.some((topic) => topic.startsWith("waiting.")) &&
  asks.some(({ task }) => task === "waiting_period") &&
  (dates.some(({ role }) => role === "interrupted") ||
    counts.some(({ kind }) => kind === "period"));

const CLASSES: readonly AmountRole[] = ["class_a", "class_b"];

/** Whether what some notice says of the matter is what the task would answer with. */
function restsOn({ task, topics }: Ask, matter: Matter): boolean {
  const parts = PARTS[task] ?? [];
  return matter.topics.some(
    (topic) =>
      parts.includes(topic.split(".")[0] ?? "") ||
      (task === "fact" && topics.slice(0, 2).includes(topic)),
  );
}

/** Whether the notices that reach the place speak of one of the topics. */
export function states(
  knowledge: Knowledge,
  place: string,
  topics: readonly string[],
): boolean {
  return knowledge.jurisdictions
    .chain(place)
    .some((id) =>
      topics.some((topic) => knowledge.provisions(id, topic).length > 0),
    );
}

/** What a task rests on, by the first part of its topics' names. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  contribution: ["contribution"],
  subsidy: ["subsidy"],
  enrolment: ["enrolment"],
  newborn: ["newborn"],
  waiting_period: ["waiting"],
  graduate: ["waiting"],
  outpatient: ["outpatient"],
  inpatient: ["inpatient"],
  chronic: ["chronic"],
  catastrophic: ["catastrophic"],
  assistance: ["assistance"],
  special_assistance: ["special_assistance"],
  ceiling: ["ceiling"],
  monitoring: ["monitoring"],
  reimburse: ["outpatient", "inpatient", "catastrophic"],
};

/** Whether the matter, rather than a number of the task, is what the frame asks for. */
export function speaksOf(
  { task, asksNumber }: Frame,
  matter: Matter | null,
): boolean {
  if (!matter) return false;
  return VAGUE.includes(task) || (!asksNumber && matter.topics.length > 0);
}

/** The topics under which a place's notices could decide the question. */
export function topicsDeciding(frame: Frame, knowledge: Knowledge): string[] {
  const matter = matterOf(frame.about, knowledge);
  if (matter && speaksOf(frame, matter)) return matter.topics;
  if (frame.topics.length > 0) return frame.topics;
  const parts = PARTS[frame.task] ?? [];
  return Object.keys(TOPICS).filter((topic) =>
    parts.includes(topic.split(".")[0] ?? ""),
  );
}

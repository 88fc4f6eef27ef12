/**
 * On which days a rule holds: the days on which any rule of a place and topic
 * begins or ends are walked, with the day before and the day after each.
 */
import { rulesByMatter, together } from "./checks/overlaps.js";
import { addDays } from "./dates.js";
import type { Knowledge } from "./knowledge.js";
import type { Provision } from "./schema.js";

/** Days in one piece, both included. */
export interface Span {
  from: string;
  to: string;
}

export interface TopicDays {
  jurisdiction: string;
  topic: string;
  rules: number;
  /** When at least one rule holds; a day outside is not stipulated or not held. */
  spans: Span[];
  /** Days on which two rules decide the same case: there must be none. */
  twice: { day: string; rules: [string, string] }[];
}

/** Every place and topic with rules, in order of places and topics. */
export function walkDays({ notices }: Pick<Knowledge, "notices">): TopicDays[] {
  const byTopic = new Map<string, Provision[]>();
  for (const notice of notices.values())
    for (const provision of notice.provisions) {
      if (provision.force !== "rule") continue;
      const key = `${notice.jurisdiction} ${provision.topic}`;
      const list = byTopic.get(key);
      if (list) list.push(provision);
      else byTopic.set(key, [provision]);
    }
  return [...byTopic]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, rules]) => {
      const [jurisdiction = "", topic = ""] = key.split(" ");
      return {
        jurisdiction,
        topic,
        rules: rules.length,
        spans: spansOf(rules),
        twice: [...rulesByMatter(rules).values()].flatMap(twiceIn),
      };
    });
}

/** The days at and beside every beginning and end. */
function boundaries(rules: readonly Provision[]): string[] {
  const days = new Set<string>();
  for (const { period, trusted_to } of rules)
    for (const day of [period.from, trusted_to])
      for (const by of [-1, 0, 1]) days.add(addDays(day, by));
  return [...days].sort();
}

const holdsOn = ({ period, trusted_to }: Provision, day: string): boolean =>
  period.from <= day && day <= trusted_to;

function twiceIn(rules: readonly Provision[]): TopicDays["twice"] {
  if (rules.length < 2) return [];
  return boundaries(rules).flatMap((day) => {
    const holding = rules.filter((rule) => holdsOn(rule, day));
    return holding.flatMap((rule, index) =>
      holding
        .slice(0, index)
        .filter((other) => together(rule, other))
        .map((other) => ({
          day,
          rules: [other.key, rule.key] as [string, string],
        })),
    );
  });
}

function spansOf(rules: readonly Provision[]): Span[] {
  const spans: Span[] = [];
  const sorted = [...rules].sort((a, b) =>
    a.period.from < b.period.from ? -1 : 1,
  );
  for (const { period, trusted_to } of sorted) {
    if (trusted_to < period.from) continue;
    const last = spans.at(-1);
    if (last && period.from <= addDays(last.to, 1)) {
      if (trusted_to > last.to) last.to = trusted_to;
    } else spans.push({ from: period.from, to: trusted_to });
  }
  return spans;
}

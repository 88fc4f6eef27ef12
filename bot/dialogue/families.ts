/** Which slots are carried from one task to another: declared here, once. */

import type { Meaning } from "../../nlu/meaning.js";
import type { World } from "./context.js";
import type { Frame } from "./state.js";

/** Tasks of one family share tier, institution and the like. */
const FAMILY: Readonly<Record<string, string>> = {
  contribution: "paying",
  subsidy: "paying",
  enrolment: "paying",
  newborn: "paying",
  waiting_period: "paying",
  graduate: "paying",
  outpatient: "care",
  inpatient: "care",
  chronic: "care",
  catastrophic: "layers",
  assistance: "layers",
  special_assistance: "layers",
  ceiling: "layers",
  settlement: "layers",
  monitoring: "layers",
};

/** Whether two tasks belong to one family. */
export function sameFamily(a: string, b: string): boolean {
  return a === b || (FAMILY[a] !== undefined && FAMILY[a] === FAMILY[b]);
}

/** Another place after a statement or a document of one place: that statement is not the other's. */
export function isElsewhere({ places }: Meaning, last: Frame): boolean {
  return (
    ["found", "document"].includes(last.task) &&
    places.some(
      ({ negated, jurisdiction }) =>
        !negated && jurisdiction !== last.place?.value,
    )
  );
}

/** 河北呢, after a statement of 新疆; 下学年呢, after that of this one: what is stated on the matter there and then. */
export function elsewhereAsked(
  last: Frame | undefined,
  meaning: Meaning,
  { knowledge }: World,
): Frame | undefined {
  const names = meaning.followup && meaning.asks.length === 0;
  if (last?.task !== "found" || !names) return last;
  const then = meaning.dates.some(({ role }) => role === "year");
  if (!then && !isElsewhere(meaning, last)) return last;
  const topics = last.topics.flatMap(
    (key) => knowledge.provision(key)?.topic ?? [],
  );
  return { ...last, task: "fact", topics: [...new Set(topics)] };
}

/** Tasks whose answer looks at a facet; a facet that is not named here concerns every task. */
const LOOKS_AT: Readonly<Record<string, readonly string[]>> = {
  identity: [
    "contribution",
    "newborn",
    "waiting_period",
    "catastrophic",
    "assistance",
    "special_assistance",
    "ceiling",
    "settlement",
    "monitoring",
  ],
  tier: ["contribution", "outpatient", "inpatient"],
  institution: ["outpatient", "inpatient"],
  class: ["outpatient"],
  family_doctor: ["outpatient"],
  disease: ["chronic"],
  amount: [
    "outpatient",
    "inpatient",
    "catastrophic",
    "assistance",
    "special_assistance",
    "settlement",
  ],
};

/** Whether the answer of a task looks at the facet. */
export function looksAt(task: string, facet: string): boolean {
  return LOOKS_AT[facet]?.includes(task) ?? true;
}

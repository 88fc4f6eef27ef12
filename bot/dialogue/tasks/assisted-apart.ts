/** 低保户也这样算吗, 特困和低保各救助多少: what assistance comes to for each of several persons, and for whom no clause decides it. */
import type { Person } from "../../../nlu/meaning.js";
import { MONITORED } from "../../../nlu/person-facts.js";
import type { Reply } from "../../phrasing/compose.js";
import { personName } from "../../phrasing/contribution.js";
import { assistanceOpen } from "../../phrasing/paid.js";
import type { Context } from "../context.js";
import type { Frame } from "../state.js";

/**
 * What the amount comes to for those of several persons for whom a clause
 * decides it, with a verdict on the others before it; null where that is so
 * for all or for none of them, or where something must be asked of one. Monitoring is a fact of one person: beside
 * somebody who is monitored, who was not said to be is not.
 */
export function assistedApart(
  context: Context,
  compute: (own: Context) => Reply,
): Reply | null {
  const { knowledge, placeLabel, frame } = context;
  const people = frame.people?.value ?? [];
  if (people.length < 2 || frame.amounts.length === 0) return null;
  const isMonitored = (one: Person): boolean =>
    context.tagsOf(one).includes(MONITORED);
  const monitored = people.some(isMonitored);
  const of = (persons: readonly Person[]): Frame => ({
    ...frame,
    people: frame.people && { ...frame.people, value: [...persons] },
    flags: monitored
      ? { ...frame.flags, monitored: persons.every(isMonitored) }
      : frame.flags,
  });
  const statuses = people.map(
    (one) => compute(context.trying(of([one]))).status,
  );
  const decided = people.filter((_, at) => statuses[at] === "answered");
  const open = people.filter((_, at) => statuses[at] === "not_stipulated");
  if (decided.length === 0 || open.length === 0) return null;
  if (decided.length + open.length < people.length) return null;
  const labels = open.map((one) =>
    personName(knowledge.vocabulary, one.label, context.tagsOf(one)),
  );
  const told = compute(context.reading(of(decided)));
  const verdict = assistanceOpen(placeLabel, labels, monitored);
  return { ...told, lead: [verdict, ...told.lead] };
}

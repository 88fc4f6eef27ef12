/** 低保户也这样算吗, 特困和低保各救助多少: what assistance comes to for each of several persons, and for whom no clause decides it. */
import type { Person } from "../../../nlu/meaning.js";
import type { Reply } from "../../phrasing/compose.js";
import { assistanceOpen } from "../../phrasing/paid.js";
import type { Context } from "../context.js";
import type { Frame } from "../state.js";

export const MONITORED = "乡村振兴部门监测对象";

/**
 * What the amount comes to for those of several persons for whom a clause
 * decides it, with a verdict on the others before it; null where that is so
 * for all or for none of them. Monitoring is a fact of one person: beside
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
  const decided = people.filter(
    (one) => compute(context.trying(of([one]))).status === "answered",
  );
  const open = people.filter((one) => !decided.includes(one));
  if (decided.length === 0 || open.length === 0) return null;
  const labels = open.flatMap((one) =>
    context
      .tagsOf(one)
      .map((tag) => knowledge.vocabulary.label("identity", tag)),
  );
  const told = compute(context.reading(of(decided)));
  const verdict = assistanceOpen(placeLabel, labels, monitored);
  return { ...told, lead: [verdict, ...told.lead] };
}

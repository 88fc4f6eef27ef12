/** 低保户也这样算吗, after what a monitored person gets: monitoring is a fact of one person, and not of the other. */
import type { Person } from "../../../nlu/meaning.js";
import type { Reply } from "../../phrasing/compose.js";
import { unmonitoredOpen } from "../../phrasing/paid.js";
import type { Context } from "../context.js";

export const MONITORED = "乡村振兴部门监测对象";

/**
 * The assistance of those of several persons who are monitored, with a verdict
 * on the others before it; null where all or none of them are, or where the
 * place's rules do not rest on monitoring.
 */
export function besideUnmonitored(
  context: Context,
  compute: (own: Context) => Reply,
): Reply | null {
  const { knowledge, place, placeLabel, frame } = context;
  const isMonitored = (one: Person): boolean =>
    context.tagsOf(one).includes(MONITORED);
  const others = frame.people?.value.filter((one) => !isMonitored(one)) ?? [];
  const monitored = frame.people?.value.filter(isMonitored) ?? [];
  const labels = others.flatMap((one) =>
    context
      .tagsOf(one)
      .map((tag) => knowledge.vocabulary.label("identity", tag)),
  );
  const rests = knowledge.provisions(place, "assistance.threshold").length > 0;
  if (!frame.people || !rests || monitored.length === 0 || labels.length === 0)
    return null;
  const told = compute(
    context.reading({
      ...frame,
      people: { ...frame.people, value: monitored },
    }),
  );
  return told.status === "answered"
    ? { ...told, lead: [unmonitoredOpen(placeLabel, labels), ...told.lead] }
    : told;
}

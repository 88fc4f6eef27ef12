/**
 * Where a later notice of the same place rules on the same matter and says
 * that it prevails, the earlier provision ends the day before.
 */
import { addDays } from "./dates.js";
import type { Notice, Provision } from "./schema.js";

/** The notices, oldest first, with earlier provisions ended where later ones supersede them. */
export function supersede(notices: readonly Notice[]): Notice[] {
  const later = new Map<string, Provision[]>();
  for (const notice of notices)
    for (const provision of notice.provisions)
      if (notice.supersession !== null && PREVAILS.test(notice.supersession)) {
        const key = matter(provision);
        const list = later.get(key);
        if (list) list.push(provision);
        else later.set(key, [provision]);
      }
  const order = new Map(notices.map(({ id }, index) => [id, index]));
  return notices.map((notice) => ({
    ...notice,
    provisions: notice.provisions.map((earlier) =>
      endedBy(
        earlier,
        (later.get(matter(earlier)) ?? []).filter(
          (one) =>
            (order.get(one.notice.id) ?? 0) > (order.get(notice.id) ?? 0),
        ),
      ),
    ),
  }));
}

/** The document's own sentence that it prevails over what was there before. */
const PREVAILS = /以本(?:通知|意见|办法|方案|规定)为准/;

/**
 * What a provision rules on: place, topic, force, whom and where. Two
 * statements of fact are about the same matter only when they are about the
 * same persons and facets, as rules are.
 */
export function matter(provision: Provision): string {
  let key = matters.get(provision);
  if (key === undefined) {
    const { notice, topic, force, where, who, period } = provision;
    key = JSON.stringify([
      notice.jurisdiction,
      topic,
      force,
      period.of,
      sorted(where),
      sorted(who),
    ]);
    matters.set(provision, key);
  }
  return key;
}
const matters = new WeakMap<Provision, string>();

function sorted(
  lists: Readonly<Record<string, readonly string[] | undefined>>,
): [string, string[]][] {
  return Object.entries(lists)
    .filter((entry): entry is [string, string[]] => entry[1] !== undefined)
    .map(([key, values]): [string, string[]] => [key, [...values].sort()])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function endedBy(
  earlier: Provision,
  candidates: readonly Provision[],
): Provision {
  const next = candidates
    .filter(
      ({ period }) =>
        period.from > earlier.period.from &&
        (earlier.period.to === null || period.from <= earlier.period.to),
    )
    .sort((a, b) => (a.period.from < b.period.from ? -1 : 1))[0];
  if (!next) return earlier;
  const to = addDays(next.period.from, -1);
  return {
    ...earlier,
    period: { ...earlier.period, to },
    trusted_to: to < earlier.trusted_to ? to : earlier.trusted_to,
    superseded_by: next.key,
  };
}

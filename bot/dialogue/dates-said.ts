/** The dates of a follow-up: beside those told before where both are of one case, else in their place. */
import type { DateFact, DateRole, Meaning } from "../../nlu/meaning.js";
import type { Frame } from "./state.js";

/** 9月18号生的，12月20号办: beside since when somebody waits, a day of which nothing is said is that of joining. */
export function datesOfWait(
  task: string,
  said: readonly DateFact[],
): DateFact[] {
  const [open, more] = said.filter(({ role }) => role === "unknown");
  const counted = said.some(({ role }) => COUNTED_FROM.includes(role));
  const joins = said.some(({ role }) => role === "joined" || role === "paid");
  return task === "waiting_period" && counted && open && !more && !joins
    ? said.map((one) => (one === open ? { ...one, role: "joined" } : one))
    : [...said];
}

/** Days on which an insurance begins, however they are told. */
const BEGINS: readonly DateRole[] = ["joined", "paid", "unknown", "visit"];
/** What a waiting period is counted from. */
const COUNTED_FROM: readonly DateRole[] = ["interrupted", "born"];

/** Whether a waiting period was asked about of which the beginning is told: 7月断的, 断了俩月. */
export const waitsSince = ({ task, dates, counts }: Frame): boolean =>
  task === "waiting_period" &&
  (counts.length > 0 || dates.some(({ role }) => COUNTED_FROM.includes(role)));

/**
 * 7月15号断的, then 10月20号参加的话: the day of joining belongs to the
 * interruption told before; a second day of its kind takes its place.
 */
export function datesSaid(frame: Frame, said: readonly DateFact[]): DateFact[] {
  const { dates: before } = frame;
  if (!waitsSince(frame)) return [...said];
  const told = said.map((date): DateFact =>
    BEGINS.includes(date.role) ? { ...date, role: "joined" } : date,
  );
  const again = (role: DateRole): boolean =>
    told.some((date) => date.role === role);
  const kept = before.filter(({ role }) =>
    BEGINS.includes(role) ? !again("joined") : !again(role),
  );
  return [...kept, ...told];
}

/** 那明年同样花80呢, after a visit of today: it is none of the year said. */
export function withoutVisitsOf(
  before: readonly DateFact[],
  { dates }: Pick<Meaning, "dates">,
): DateFact[] {
  const years = dates.flatMap(({ role, reading }) =>
    role === "year" ? [reading.from?.slice(0, 4)] : [],
  );
  return before.filter(
    ({ role, reading }) =>
      role !== "visit" ||
      years.length === 0 ||
      years.includes(reading.from?.slice(0, 4)),
  );
}

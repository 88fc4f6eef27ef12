/** Days out of the dates that a person said. */
import type { DateRole } from "../../nlu/meaning.js";
import type { Frame } from "./state.js";

/** The day said for a role, where the words fix one day; else null. */
export function dayOf(frame: Frame, ...roles: DateRole[]): string | null {
  for (const role of roles)
    for (const { role: said, reading } of frame.dates) {
      const day = /^t=(\d{4}-\d{2}-\d{2})$/.exec(reading.value);
      if (said === role && day) return day[1] ?? null;
    }
  return null;
}

/** The month said for a role, “2022-10”, where the words fix one; else null. */
export function monthOf(frame: Frame, ...roles: DateRole[]): string | null {
  for (const role of roles)
    for (const { role: said, reading } of frame.dates) {
      const month = /^t=(\d{4}-\d{2})(-\d{2})?$/.exec(reading.value);
      if (said === role && month) return month[1] ?? null;
    }
  return null;
}

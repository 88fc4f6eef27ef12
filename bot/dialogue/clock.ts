/** How much time lies between two messages, out of their ISO times alone. */
import { daysBetween, isDate } from "../../knowledge/dates.js";

/** After so many minutes a conversation starts afresh. */
const PAUSE_MINUTES = 30;
const ISO =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

interface Moment {
  day: string;
  seconds: number;
}

function read(text: string): Moment | null {
  const parts = ISO.exec(text);
  const [, day = "", hours = "0", minutes = "0", seconds = "0", zone = "Z"] =
    parts ?? [];
  if (!parts || !isDate(day)) return null;
  const whole = (digits: string): number => Number.parseInt(digits, 10);
  const sign = zone.startsWith("-") ? -1 : 1;
  const digits = zone === "Z" ? "0000" : zone.slice(1).replace(":", "");
  const offset =
    sign * (whole(digits.slice(0, 2)) * 60 + whole(digits.slice(2)));
  return {
    day,
    seconds:
      (whole(hours) * 60 + whole(minutes) - offset) * 60 + whole(seconds),
  };
}

/** Whether the pause between two messages is long enough to start afresh; unreadable times count as none. */
export function longPause(
  before: string | null,
  now: string | undefined,
): boolean {
  const a = before === null ? null : read(before);
  const b = now === undefined ? null : read(now);
  if (!a || !b) return false;
  const seconds = daysBetween(a.day, b.day) * 86_400 + b.seconds - a.seconds;
  return seconds >= PAUSE_MINUTES * 60;
}

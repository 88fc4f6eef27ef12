/** Combinations of year, tier and identity that a message binds: each is paid for by itself. */
import type { Meaning, Person, Point } from "../../nlu/meaning.js";
import { said } from "./slots.js";
import type { Frame } from "./state.js";
import { isTold } from "./told-years.js";

const NOBODY: Person = { label: "", tags: [], denied: [], age: null };

/** 2023二档比2022一档: a payer for each of the two, and not for every combination; a year said anew holds for all. */
export function sayPoints(frame: Frame, meaning: Meaning): void {
  const { points, people, dates, household, compare } = meaning;
  const [only = NOBODY, more] = people;
  const asked = compare ? null : withoutTold(meaning);
  if (asked !== null) {
    frame.tiers = said([asked]);
    return;
  }
  if (points.length > 0 && !more && only.count === undefined) {
    const payers = points.map((point) => payerOf(point, only));
    const size = household?.size ?? 1;
    // 三口人去年都一档，今年都二档，多交多少: all of them, then and now.
    const ofAll = compare && size > 1 && only.label === "";
    frame.people = said(
      ofAll
        ? payers.map((one, side) => ({ ...one, count: size, side }))
        : payers,
    );
    if (ofAll) frame.household = null;
    return;
  }
  if (
    frame.people?.source === "carried" &&
    dates.some(({ role }) => role === "year")
  )
    frame.people = {
      ...frame.people,
      value: frame.people.value.map(undated),
    };
}

/** 去年交的一档，今年想改二档: the tier of this year, where that of the other is only told; null where both are asked. */
function withoutTold(meaning: Meaning): string | null {
  const { points, dates } = meaning;
  const told = dates.find(
    ({ role, reading }) => role === "year" && isTold(meaning, reading),
  );
  const year = Number.parseInt(told?.reading.from ?? "", 10);
  const [one, more] = points.filter((point) => point.year !== year);
  return told && points.length === 2 && !more ? (one?.tier ?? null) : null;
}

const payerOf = (
  { identity, ...point }: Point,
  { label, tags, denied, age }: Person,
): Person => ({
  label,
  tags: identity === undefined ? tags : [identity],
  denied,
  age,
  ...point,
});

function undated(person: Person): Person {
  const own = { ...person };
  delete own.year;
  delete own.school;
  return own;
}

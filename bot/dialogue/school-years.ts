/** School years, by which students are insured: whether one is said, and of whom. */
import type { Meaning } from "../../nlu/meaning.js";
import type { Reading } from "../../nlu/numbers/reading.js";
import { said } from "./slots.js";
import type { Frame } from "./state.js";

/** 二档上学年交多少: only students are insured by school years. */
export function studentsOf(
  { task, people }: Frame,
  { dates }: Meaning,
): Frame["people"] {
  const bySchool = dates.some(
    ({ reading }) =>
      reading.kind === "school_year" ||
      (reading.kind === "range" && isSchoolYear(reading)),
  );
  const told = people?.value ?? [];
  const untold = told.every(({ tags, label }) => tags.length === 0 && !label);
  if (task !== "contribution" || !bySchool || !untold) return people;
  return said([{ label: "", tags: [STUDENT], denied: [], age: null }]);
}

/** 2021年到2022年 of a student: from one calendar year into the next is a school year. */
export function studentSpan(frame: Frame, meaning: Meaning): number | null {
  // 去年到今年涨了多少: from the one to the other, and not one year.
  if (meaning.compare || meaning.aspects.includes("increase")) return null;
  const students = [
    ...meaning.people,
    ...(meaning.people.length > 0 ? [] : (frame.people?.value ?? [])),
  ];
  if (meaning.household || !students.some(({ tags }) => tags.includes(STUDENT)))
    return null;
  const all = meaning.dates.map(({ reading }) => reading);
  const [first, second, more] = all.filter(({ from }) =>
    from?.endsWith("-01-01"),
  );
  if (!first || more) return null;
  const year = yearOf(first.from);
  const last = second
    ? joined(meaning.plain, first, second)
      ? yearOf(second.from)
      : null
    : first.kind === "range" && first.to?.endsWith("-01-01")
      ? yearOf(first.to) - 1
      : null;
  return last === year + 1 ? year : null;
}
const STUDENT = "大学生";

const yearOf = (day = ""): number => Number.parseInt(day.slice(0, 4), 10);

/** Nothing but 到 or a dash stands between two years. */
const joined = (plain: string, a: Reading, b: Reading): boolean =>
  /^(到|至|-|~|—)+$/.test(plain.slice(a.span[1], b.span[0]));

/** A school year by name, or from 1 September to 31 August. */
export function isSchoolYear({ kind, from, to }: Reading): boolean {
  if (kind === "school_year") return true;
  if (kind === "month" || kind === "date") return true;
  return (
    kind === "range" &&
    from !== undefined &&
    from.endsWith("-09-01") &&
    to !== undefined &&
    to.endsWith("-09-01") &&
    Number.parseInt(to.slice(0, 4), 10) ===
      Number.parseInt(from.slice(0, 4), 10) + 1
  );
}

/** 明年呢, after what a newborn pays: in the years after the birth the child pays like any other. */
import type { Meaning } from "../../nlu/meaning.js";
import type { Reading } from "../../nlu/numbers/reading.js";
import { MINOR } from "../../nlu/named-people.js";
import { followUp } from "./merge.js";
import { said } from "./slots.js";
import type { Frame } from "./state.js";

/** A year that comes after the one spoken of. */
const NEXT = /^(明|来|次|后|下一?|第二)年/;
/** Who registers late pays for the year of the birth, too. */
const LATE: readonly string[] = ["late", "enrol", "domain.procedure"];
const REGISTERS = /办|登记|补|拖/;

/** The question before as what the child pays in a later year; null where no such year is said. */
export function laterYear(meaning: Meaning, last: Frame): Frame | null {
  const { dates, places, people, amounts, plain, registered, concepts, asks } =
    meaning;
  const born = last.dates.find(({ role }) => role === "born");
  const [year, more] = dates;
  const told = places.length + people.length + amounts.length > 0;
  if (last.task !== "newborn" || !born || !year || more || told) return null;
  const late =
    registered === false ||
    last.flags.registered_in_birth_year === false ||
    LATE.some((one) => concepts.includes(one)) ||
    REGISTERS.test(plain);
  const fee = asks.every(({ task }) =>
    ["contribution", "newborn"].includes(task),
  );
  if (late || !fee || year.role !== "year") return null;
  if (!isLater(year.reading, born.reading)) return null;
  return followUp(meaning, asChild(last));
}

const isLater = (year: Reading, birth: Reading): boolean =>
  NEXT.test(year.text) || yearOf(year.from) > yearOf(birth.from);
const yearOf = (day = ""): number => Number.parseInt(day.slice(0, 4), 10);

/** The question of a newborn as that of any other child. */
function asChild(frame: Frame): Frame {
  return {
    ...frame,
    task: "contribution",
    aspects: ["amount"],
    topics: [],
    otherwise: null,
    about: [],
    dates: [],
    flags: {},
    people: said([{ label: "孩子", tags: [MINOR], denied: [], age: null }]),
  };
}

/** 娃今年3月生的，办了登记，明年要交多少: asked of the year after the birth. */
export function ofLaterYear(
  frame: Frame,
  { dates, plain, registered, concepts, amounts }: Meaning,
): Frame {
  const [year, more] = dates.filter(({ role }) => role === "year");
  const born = dates.find(({ role }) => role === "born");
  const meant =
    frame.task === "newborn" &&
    born !== undefined &&
    year !== undefined &&
    !more &&
    isLater(year.reading, born.reading) &&
    amounts.length === 0 &&
    // Who is not registered in the year of birth may pay for it, too.
    registered !== false &&
    !LATE.some((one) => concepts.includes(one)) &&
    !REGISTERS.test(plain.slice(year.reading.span[0])) &&
    concepts.includes("pay") &&
    PAYS_THEN.test(plain.slice(year.reading.span[1]));
  return meant ? asChild(frame) : frame;
}
const PAYS_THEN =
  /^度?(的)?(医保|保险)?(还|又|就|得|要|该|需要|用)*(不用|用不用|要不要)?[交缴掏出](?!过)/;

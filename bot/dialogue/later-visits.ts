/** 明天再花100, after an outpatient bill: one more visit, which uses the limit of the year together with those before. */
import type { AmountRole, Meaning, Money } from "../../nlu/meaning.js";
import type { Frame } from "./state.js";

/** 再去花50, 又看了一次60: what comes to the bills told before. */
const MORE =
  /(再|又|还(要|得|会|想)?)(去|来|跑|看|花|用|开|拿|买|交|付|掏|有|是|一[次回趟]|\d|[一二三四五六七八九十两])/;
/** Of one day the bills are told together. */
const SAME_DAY = /同一?天|当天|[上下]午|中午|晚上|傍晚|早上|今天/;

const CLASSES: readonly AmountRole[] = ["class_a", "class_b"];
const OPEN: readonly AmountRole[] = ["unknown", "total"];

/** Whether the message tells of one more visit on another day. */
export function tellsLaterVisit(
  { plain, dates }: Meaning,
  { task, amounts }: Frame,
): boolean {
  const others = dates.some(({ reading }) => !SAME_DAY.test(reading.text));
  return (
    task === "outpatient" &&
    amounts.some(({ role }) => CLASSES.includes(role)) &&
    MORE.test(plain) &&
    (others || !SAME_DAY.test(plain))
  );
}

/**
 * The bills before and those of the later visit; null where the message tells
 * of none. Without a day each visit is one of its own. A class that is not
 * said is that of the bills before where they all have one.
 */
export function withLaterVisit(
  frame: Frame,
  said: readonly Money[],
  meaning: Meaning,
): Money[] | null {
  const { amounts: before } = frame;
  const bills = said.every(
    ({ role }) => CLASSES.includes(role) || OPEN.includes(role),
  );
  if (said.length === 0 || !bills || !tellsLaterVisit(meaning, frame))
    return null;
  const classes = new Set(
    before.flatMap(({ role }) => (CLASSES.includes(role) ? [role] : [])),
  );
  const [only, more] = classes;
  const classed = said.map((one) =>
    OPEN.includes(one.role) && only && !more ? { ...one, role: only } : one,
  );
  if (classed.every(({ day }) => day !== undefined))
    return [...before, ...classed];
  const visits = new Set(
    before.flatMap(({ day, role }) =>
      CLASSES.includes(role) ? [day ?? ""] : [],
    ),
  ).size;
  return [
    ...before.map((one) =>
      CLASSES.includes(one.role) && one.day === undefined
        ? { ...one, day: visitName(1) }
        : one,
    ),
    ...classed.map((one) => ({ ...one, day: visitName(visits + 1) })),
  ];
}

const visitName = (at: number): string => `第${at}次`;

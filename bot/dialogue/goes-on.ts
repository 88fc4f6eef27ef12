/** What belongs to the story told before: its days, a registration, what is to be paid for it. */
import type { Ask, DateRole, Meaning } from "../../nlu/meaning.js";
import { followUp } from "./merge.js";
import { asksAmount } from "./narrower.js";
import type { Frame } from "./state.js";

/** Tasks that are computed from the days of a story. */
const STORIES: readonly string[] = ["newborn", "graduate", "waiting_period"];
/** Days that such a story is made of. */
const DAYS: readonly DateRole[] = ["born", "interrupted", "joined", "paid"];
/** What the words of a story ask for where they stand alone, and which is the story's own question. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  newborn: ["enrolment", "contribution", "subsidy", "reimburse"],
  graduate: ["enrolment", "reimburse"],
  waiting_period: ["enrolment", "reimburse"],
};
/** 要补多少: what is paid for a child who was not enrolled in time. */
const CATCH_UP =
  /补(缴|交|上)?(的)?(话)?(要|得|是)?(多少|好多|几多|几块|几百|几个钱)/;
/** A longer message is a question of its own. */
const LONGEST = 24;

/** 能报多少 is another question than 从什么时候起能报. */
const ofStory = ({ task, aspects }: Ask): boolean =>
  task !== "reimburse" || aspects.includes("start");

/** The frame of the story with what the message adds to it; null where the message tells or asks something else. */
export function goesOn(
  meaning: Meaning,
  strong: readonly Ask[],
  last: Frame,
): Frame | null {
  const { places, mentions, people, amounts, plain } = meaning;
  const names = places.length + mentions.length + people.length;
  if (names + amounts.length > 0 || plain.length > LONGEST) return null;
  const days = meaning.dates.some(({ role }) => DAYS.includes(role));
  // 我是去年毕业的, after what holds for those of this year.
  const graduates =
    meaning.concepts.includes("graduate") && meaning.dates.length > 0;
  const tells = days || graduates || meaning.registered !== null;
  if (last.task === "newborn" && strong.length === 0 && CATCH_UP.test(plain))
    return followUp(
      { ...meaning, registered: meaning.registered ?? false },
      last,
    );
  const { task, otherwise } = last;
  const story = STORIES.includes(task)
    ? task
    : task === "fact" && tells && STORIES.includes(otherwise ?? "")
      ? otherwise
      : null;
  if (story === null) return null;
  const own = OWN[story] ?? [];
  const asks = (strong.length > 0 ? strong : meaning.asks).filter(
    (ask) => ask.task !== story,
  );
  // 11月底交的呢: the day of the story is another, and no fee is asked for.
  const paidOn = (ask: Ask): boolean =>
    ask.task === "contribution" &&
    days &&
    meaning.followup &&
    !asksAmount(meaning);
  if (
    !asks.every(
      (ask) => paidOn(ask) || (own.includes(ask.task) && ofStory(ask)),
    )
  )
    return null;
  // 能马上报吗, after a case of its own: of that case.
  const ofCase =
    task === story &&
    task === "waiting_period" &&
    asks.length === 0 &&
    strong.length > 0 &&
    meaning.dates.length + meaning.counts.length === 0 &&
    last.dates.length + last.counts.length > 0;
  if (ofCase) return followUp(meaning, last);
  const dayless = asks.every((ask) => ask.task === "enrolment") && !days;
  if (task === story && (asks.length === 0 || (dayless && story !== "newborn")))
    return null;
  const pays = asks.some((ask) => ask.task === "contribution");
  return followUp(meaning, {
    ...last,
    ...(pays ? { aspects: ["amount"] } : {}),
    task: story,
    topics: [],
    otherwise: null,
  });
}

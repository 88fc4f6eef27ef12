/** What belongs to the story told before: its days, a registration, what is to be paid for it. */
import type { Ask, DateRole, Meaning } from "../../nlu/meaning.js";
import { waitsSince } from "./dates-said.js";
import { laterYear } from "./later-year.js";
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
const COSTS =
  /^(那|现在|今年|当年|还)*(要不要|用不用|要|收|收不收|得|花不花|需要)(花|出|交|掏)?钱(吗|不|么|没|嘛|啊|呢)*$/;
const UNPAID: readonly string[] = ["graduate", "waiting_period"];
/** 能从9月算吗, 能从九月一号开始报不: from when, and no fee. */
const SINCE =
  /(从|打|自).{1,8}(算|享受|报|管|生效)|(算|补)到.{1,4}月|追溯|往前算/;
/** A longer message is a question of its own. */
const LONGEST = 24;

/** 能报多少 is another question than 从什么时候起能报. */
const ofStory = ({ task, aspects }: Ask): boolean =>
  task !== "reimburse" || aspects.includes("start");

/** The story behind a statement: of whom it tells, or what the words may mean otherwise. */
const storyOf = (
  topics: readonly string[],
  otherwise: string | null,
): string | null =>
  STORIES.find((story) =>
    topics.some((topic) => topic.startsWith(`fact.${story}`)),
  ) ?? (STORIES.includes(otherwise ?? "") ? otherwise : null);

/** 居民的一年合多少, after a monthly quota: what the months of a year come to, and no fee. */
const asksYearOfQuota = (
  { per, concepts, places, amounts, plain }: Meaning,
  strong: readonly Ask[],
  { task }: Frame,
): boolean =>
  task === "chronic" &&
  per === "year" &&
  places.length + amounts.length === 0 &&
  plain.length <= LONGEST &&
  !concepts.includes("pay") &&
  strong.every((ask) => ask.task === "contribution");

/** The frame of the story with what the message adds to it; null where the message tells or asks something else. */
export function goesOn(
  meaning: Meaning,
  strong: readonly Ask[],
  last: Frame,
): Frame | null {
  const grown = laterYear(meaning, last);
  if (grown) return grown;
  const { places, mentions, people, amounts, plain } = meaning;
  if (asksYearOfQuota(meaning, strong, last))
    return followUp({ ...meaning, people: [] }, last);
  // 11月交居民医保: the insurance of the story, and no other case.
  const own_ = mentions.filter(({ facet }) => facet !== "insurance");
  const names = places.length + own_.length + people.length;
  if (names + amounts.length > 0 || plain.length > LONGEST) return null;
  // 过了元旦再办呢, after since when somebody is without insurance: the day of joining.
  const begins = waitsSince(last);
  const days = meaning.dates.some(
    ({ role }) => DAYS.includes(role) || (begins && role === "unknown"),
  );
  // 我是去年毕业的, after what holds for those of this year.
  const graduates =
    meaning.concepts.includes("graduate") && meaning.dates.length > 0;
  const tells = days || graduates || meaning.registered !== null;
  if (last.task === "newborn" && strong.length === 0 && CATCH_UP.test(plain))
    return followUp(
      { ...meaning, registered: meaning.registered ?? false },
      last,
    );
  // 要花钱不, of the same child.
  if (last.task === "newborn" && strong.length === 0 && COSTS.test(plain))
    return followUp(meaning, last);
  const { task, otherwise } = last;
  // 要补多少钱, after from when a graduate who pays up is covered: a fee, and no subsidy.
  if (
    UNPAID.includes(task) &&
    CATCH_UP.test(plain) &&
    strong.every((ask) => ["subsidy", "contribution"].includes(ask.task))
  )
    return followUp(meaning, {
      ...last,
      task: "contribution",
      aspects: ["amount"],
      topics: [],
      otherwise: null,
      dates: [],
      about: [],
    });
  const story = STORIES.includes(task)
    ? task
    : task === "fact" && tells
      ? storyOf(last.topics, otherwise)
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
    (meaning.followup || SINCE.test(plain)) &&
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
    ["waiting_period", "newborn"].includes(task) &&
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
    ...(pays
      ? {
          aspects: ["amount"],
          asksNumber: last.asksNumber || meaning.asksNumber,
        }
      : {}),
    task: story,
    topics: [],
    otherwise: null,
  });
}

/** What a message says to the question before it: who, when, what of it, or nothing that a frame can take. */
import type { Ask, Aspect, Meaning, Person } from "../../nlu/meaning.js";
import { ORDINARY } from "../../nlu/person-facts.js";
import { tellsUsed } from "./amounts-said.js";
import { looksAt } from "./families.js";
import { SELF } from "./known.js";
import { changesSome } from "./member-told.js";
import { isEmpty } from "./person.js";
import { SHORT } from "./narrower.js";
import { tellsOutside } from "./outside-part.js";
import type { Frame, Known } from "./state.js";
import { asksAlso } from "./doubt.js";

/** Whether the message says anything that a frame can take. */
export function says(meaning: Meaning): boolean {
  return (
    meaning.places.length > 0 ||
    meaning.otherAreas ||
    meaning.mentions.length > 0 ||
    meaning.people.length > 0 ||
    meaning.amounts.length > 0 ||
    meaning.column !== null ||
    meaning.dates.length > 0 ||
    meaning.familyDoctor !== null ||
    meaning.registered !== null ||
    meaning.concepts.includes("none_paid") ||
    meaning.concepts.includes("within_how_long") ||
    meaning.counts.length > 0 ||
    (meaning.followup &&
      ["person.本人", "remote"].some((one) =>
        meaning.concepts.includes(one),
      )) ||
    (meaning.aspects.length > 0 && meaning.text.length <= SHORT) ||
    (meaning.household !== null && meaning.text.length <= SHORT) ||
    (meaning.per !== null && meaning.followup) ||
    (meaning.compare && meaning.text.length <= SHORT)
  );
}

/** 一年最多报多少, 起付线多少: looked up, whatever amount was computed with before. */
export function lookingUp(frame: Frame, { amounts }: Meaning): Frame {
  const looked = frame.aspects.every((one) => LOOKED_UP.includes(one));
  return looked && amounts.length === 0 ? { ...frame, amounts: [] } : frame;
}

const LOOKED_UP: readonly Aspect[] = ["limit", "deductible", "ratio", "points"];

/** 一共呢, after what each of several persons pays: together with those asked about before, where a count says so. */
export function sumsUp(
  { household, text, people: named }: Meaning,
  { task, people }: Frame,
  known: readonly Known[],
): Person[] | null {
  const longest = named.length > 0 ? 2 * SHORT : SHORT;
  const asked = household?.total === true && text.length <= longest;
  if (!asked || task !== "contribution") return null;
  const told = people?.value ?? [];
  if (named.length > 0 && !(household.size && named.every(isAlone)))
    return null;
  const last = [
    ...told.filter(({ label }) => !named.some((one) => one.label === label)),
    ...named,
  ];
  const before = known
    .map(({ person }) => person)
    .filter(({ label }) => !last.some((one) => one.label === label));
  const size = household?.size ?? null;
  if (last.length > 1 && size === null) return last;
  if (named.length > 0 && size !== before.length + last.length) return null;
  const byName = [...before.filter(isNamed), ...last];
  // Whoever has no name is one of them, and not the home of the others.
  const everybody = [...before, ...last].map((one) =>
    isNamed(one) ? one : { ...one, count: one.count ?? 1 },
  );
  if (size !== null && size !== byName.length)
    return size === everybody.length && size > 1
      ? everybody
      : withRest(byName, size);
  return byName.every(isNamed) && byName.length > 1 ? byName : null;
}

/** 一家三口, after what 妈妈 and 弟弟 pay: the one who asks is the third; of more nothing was said. */
function withRest(byName: readonly Person[], size: number): Person[] | null {
  if (byName.length < 2 || byName.length > size || !byName.every(isNamed))
    return null;
  const asker = byName.length + 1 === size;
  return asker && byName.every(({ label }) => label !== SELF)
    ? [...byName, { label: SELF, tags: [], denied: [], age: null }]
    : [...byName];
}

const isNamed = ({ label }: Person): boolean => label !== "";

/** 我啥也不是: one person by name, beside those asked about before. */
const isAlone = ({ label, count }: Person): boolean =>
  label !== "" && count === undefined;

/** Whether the message asks something clearly that is another task than the last. */
export function asksElse(meaning: Meaning, last: Frame): boolean {
  return meaning.asks.some(
    ({ task, strength }) => strength === 2 && task !== last.task,
  );
}

/** 不对，是去年11月生的，一直没参保, after a fee: of a birth that is told, and not of a fee. */
export const birthTold = ({ asks, dates }: Meaning, last: Frame): Ask | null =>
  (last.task !== "newborn" &&
    dates.some(({ role }) => role === "born") &&
    asks.find(({ task }) => task === "newborn")) ||
  null;

/** 新生儿呢, after a window that was missed: of the newborn, for whom other days count. */
export const newbornAsked = (
  { people, dates, asks }: Meaning,
  last: Frame,
): Ask | null =>
  last.task === "enrolment" &&
  asks.length + dates.length === 0 &&
  people.length > 0 &&
  people.every(({ tags }) => tags.includes(NEWBORN))
    ? {
        task: "newborn",
        aspects: ["amount"],
        topics: [],
        otherwise: null,
        strength: 2,
        span: [0, 0],
      }
    : null;
const NEWBORN = "新生儿";

/** “那二档呢”, “住院呢”: a question without a task of its own, or with the task of the last one. */
export function continues(
  meaning: Meaning,
  strong: readonly Ask[],
  last: Frame,
): boolean {
  // 那我自己要交多少, after the financing of a head: another amount.
  const paid =
    last.aspects.includes("financing") && meaning.concepts.includes("pay");
  if (asksBenefitOf(meaning, strong, last)) return true;
  return (
    (meaning.followup || tellsOutside(meaning, strong, last)) &&
    !paid &&
    strong.every(
      ({ task, topics: [topic = ""] }) =>
        task === last.task && (task !== "fact" || last.topics.includes(topic)),
    ) &&
    strong.every(
      ({ aspects }) => aspects.length === 1 && aspects[0] === "amount",
    )
  );
}

/** “享受助学贷款的大学生呢” after what others pay: who it is, whatever else the words may ask for. */
export function saysOnlyWho(
  { followup, mentions, concepts, people, plain }: Meaning,
  { task }: Frame,
): boolean {
  const who = mentions.filter(({ facet }) => facet === "identity");
  const rest = who.reduce(
    (left, { span }) => left - (span[1] - span[0]),
    plain.length,
  );
  return (
    followup &&
    people.some(({ tags }) => tags.length > 0) &&
    looksAt(task, "identity") &&
    rest <= MOST_BESIDE_WHO &&
    concepts.every(
      (one) => BESIDE_WHO.includes(one) || one.startsWith("person."),
    )
  );
}

/**
 * 居民的一年合多少, after the quota of a disease; 低保户多少, after a
 * deductible: no word of paying, and somebody or something else for whom the
 * benefit spoken of is asked.
 */
function asksBenefitOf(
  {
    plain,
    concepts,
    mentions,
    places,
    amounts,
    people,
    followup,
    compare,
  }: Meaning,
  strong: readonly Ask[],
  { task }: Frame,
): boolean {
  // 重庆二档呢, after what is paid for visits elsewhere: tiers differ in that, too.
  const here =
    places.length === 0 || ((followup || compare) && task === "outpatient");
  const fee =
    strong.length === 1 &&
    strong.every(
      (ask) => ask.task === "contribution" && ask.aspects.join() === "amount",
    );
  const facets = mentions.filter(
    ({ value, facet }) => value !== ORDINARY && facet !== "group",
  );
  return (
    fee &&
    BENEFITS.includes(task) &&
    plain.length <= SHORT &&
    !concepts.some((one) => OF_PAYING.includes(one)) &&
    here &&
    (amounts.length === 0 || asksAlso(plain) || tellsUsed(plain)) &&
    facets.length > 0 &&
    // 我爸二档呢: somebody of another tier, and nothing else told of them.
    people.every((one) => one.label === "" || (followup && isEmpty(one))) &&
    facets.every(({ facet }) => looksAt(task, facet))
  );
}
const BENEFITS: readonly string[] = [
  "chronic",
  "outpatient",
  "inpatient",
  "catastrophic",
  "assistance",
];
const OF_PAYING: readonly string[] = [
  "pay",
  "pay_soft",
  "exempt",
  "aid",
  "money_asked",
  "who_pays",
  "financing",
  "domain",
  "enrol",
];

const MOST_BESIDE_WHO = 6;
const BESIDE_WHO: readonly string[] = ["followup", "benefit_start", "yes"];

/** 改回低保，总共多少: of somebody told of before. */
const CHANGED = /[换改变][成回为]/;

/** 我妈二档, 我妈是重残一共多少, after what a family pays: told of one of them, and nothing asked but of all. */
export function saysOfMember(meaning: Meaning, last: Frame): boolean {
  const { people, places, dates, asksNumber, text, household } = meaning;
  const before = last.people?.value ?? [];
  const ofAll =
    last.task === "contribution" &&
    last.household?.total === true &&
    last.household.size !== null &&
    household?.summed === true &&
    household.size === null &&
    !meaning.compare &&
    text.length <= 2 * SHORT &&
    places.length + dates.length + meaning.amounts.length === 0 &&
    people.length > 0 &&
    people.every(
      (one) =>
        !isEmpty(one) && (one.label !== "" || CHANGED.test(meaning.plain)),
    );
  if (ofAll) return true;
  // 只把我和我妈改成一档: two of those counted change, and no sum over the two is asked.
  const changes =
    last.task === "contribution" &&
    last.household?.total === true &&
    people.length > 0 &&
    meaning.mentions.length > 0 &&
    meaning.mentions.every(({ facet }) => facet === "tier") &&
    places.length + dates.length + meaning.amounts.length === 0 &&
    !meaning.compare &&
    changesSome(meaning, last);
  if (changes) return true;
  return (
    last.task === "contribution" &&
    last.household !== null &&
    last.household?.total === true &&
    text.length <= SHORT &&
    !asksNumber &&
    places.length + dates.length === 0 &&
    people.length > 0 &&
    people.every(
      ({ label }) => label !== "" && before.some((one) => one.label === label),
    )
  );
}

const SEVERAL_YEARS = /[两二2]个?学?年/;

/** 两年一共, after the same question for two years: the years that are added up. */
export function addsYears(
  { household, plain, dates, mentions }: Meaning,
  last: Frame,
  previous: Partial<Frame> | null,
): Frame | null {
  const asked =
    last.task === "contribution" &&
    household?.summed === true &&
    SEVERAL_YEARS.test(plain) &&
    dates.length === 0;
  if (!asked) return null;
  const slot = last.schoolYears ? "schoolYears" : "years";
  const now = last[slot];
  // 两年加起来呢, after the two were compared: those two.
  const before = last.compare ? now : previous?.[slot];
  if (!before || !now) return null;
  if (new Set([...before.value, ...now.value]).size < 2) return null;
  // 二档的话两年一共: the years of the tier said now.
  const told = mentions.filter(({ negated }) => !negated);
  if (told.some(({ facet }) => facet !== "tier")) return null;
  const tiers = told.map(({ value }) => value);
  return {
    ...last,
    ...(tiers.length > 0 ? { tiers: { value: tiers, source: "said" } } : {}),
    compare: false,
    against: null,
    aspects: ["amount"],
    [slot]: {
      value: [...new Set([...before.value, ...now.value])],
      source: "said",
    },
    household: last.household ?? household,
  };
}

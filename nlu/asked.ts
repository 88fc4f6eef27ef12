/** What a message asks for: stretch by stretch, then against the message as a whole. */
import type { Lexicon } from "./lexicon.js";
import type { Ask, Aspect, Mention, Span } from "./meaning.js";
import type { ConceptHit } from "./mentions.js";
import { Placed } from "./placed.js";
import { asks, aspectsOf, type Stretch } from "./stretch.js";
import {
  DENIABLE,
  joined,
  NOTHING,
  type Said,
  split,
  stretchOf,
} from "./stretches.js";
import { guess } from "./guess.js";
import { has, PAYING } from "./tasks.js";

/** What is asked of whatever was spoken of: 比例呢, 起付线呢, 各级怎么分. */
export function aspectsIn(
  lexicon: Lexicon,
  plain: string,
  concepts: readonly ConceptHit[],
): Aspect[] {
  const whole = stretchOf(
    lexicon,
    [0, plain.length],
    plain,
    new Placed(concepts),
    new Placed<Mention>([]),
    NOTHING,
  );
  return aspectsOf(whole).filter((aspect) => aspect !== "amount");
}

/** The tasks that a message asks for, in order, each with what is asked of it. */
export function asksIn(
  lexicon: Lexicon,
  plain: string,
  hits: readonly ConceptHit[],
  named: readonly Mention[],
  said: Said,
): Ask[] {
  const concepts = new Placed(hits);
  const mentions = new Placed(named);
  const spans = split(plain).flatMap((span) => joined(plain, span, concepts));
  const whole = stretchOf(
    lexicon,
    [0, plain.length],
    plain,
    concepts,
    mentions,
    said,
  );
  const found: Ask[] = [];
  /** What is told, not asked, and may rise. */
  const told: Ask[] = [];
  spans.forEach((span, at) => {
    const stretch = stretchOf(lexicon, span, plain, concepts, mentions, said);
    const text = plain.slice(...span);
    const next = plain.slice(...(spans[at + 1] ?? [0, 0]));
    const asked =
      (asks(stretch, text) && !tellsApart(text)) || isAskedAlong(text, next);
    const here = asked ? guess(stretch, true) : [];
    if (!asked) told.push(...guess(stretch, true).filter(isRaised));
    const till = here.length === 0 && TILL_WHEN.test(text);
    if (till && found.at(-1)?.task === "contribution")
      found.push(untilWhen(span));
    found.push(...here);
  });
  const own = merge(
    riseOfSubsidy(plain, found, told).filter(
      ({ task }) => task !== "reimburse",
    ),
  );
  tellAspects(own, found);
  const all = guess(whole, asks(whole, plain));
  const further = own.find(({ task }) =>
    ["settlement", "special_assistance"].includes(task),
  );
  if (further)
    return withCeiling(own, found).filter(
      (ask) => ask === further || BESIDE_LAYERS.has(ask.task),
    );
  if (own.length === 0) tellAspects(all, found);
  if (own.length === 0 || isQuota(all, whole)) return all;
  if (said.hasCase && ofBill(own, whole)) {
    const care = all.some(({ task }) => DENIABLE.has(task));
    if (care) return all;
    // 花了合规4万，个人要出多少: of what kind the bill is, is left open.
    if (namesColumn(whole))
      return merge(own.map((ask) => ({ ...ask, task: "reimburse" })));
  }
  const birth = all.find(({ task }) => task === "newborn");
  if (birth && said.hasBirth) return [{ ...birth, strength: 2 }];
  const layer = all.find(({ task }) => LAYERS.has(task));
  if (
    layer &&
    said.hasCase &&
    whole.concepts.has("role_self") &&
    own.every(({ task }) => CARE_TASKS.has(task) || outOfPocket(task, whole))
  )
    return [{ ...layer, strength: 2 }];
  // 今天才交，上个月看的病能不能报: from when what was paid holds.
  const [care] = own;
  if (
    said.hasEarlierCare &&
    !said.hasCase &&
    own.length === 1 &&
    care &&
    CARE_TASKS.has(care.task) &&
    ["amount", "start"].includes(care.aspects.join()) &&
    !asksHowMuch(plain)
  )
    return [{ ...care, task: "enrolment", aspects: ["start", "when"] }];
  const fact = all.find(({ task }) => task === "fact");
  const words = whole.topics([])[0]?.words ?? [];
  const spoken = (span: Span): boolean =>
    words.some((word) => plain.slice(...span).includes(word));
  if (fact && own.length === 1 && own[0] && spoken(own[0].span))
    return own[0].task === "fact"
      ? [fact]
      : [
          {
            ...fact,
            otherwise: isStillCovered(own[0], whole, said)
              ? "graduate"
              : own[0].task,
            aspects: own[0].aspects,
          },
        ];
  // 门诊一年不超多少，次年住院起付线降到500: both pieces are of one matter.
  const number = words.some((word) => word.includes("多少"));
  if (fact && number && own.every(({ span }) => spoken(span))) return [fact];
  const special = all.find(({ task }) => SPECIFIC.has(task));
  if (special && own.every(({ task }) => GENERAL_TASKS.has(task)))
    return [
      {
        ...special,
        aspects: own.flatMap(({ aspects }) => aspects),
        strength: 2,
      },
    ];
  return strengthen(
    // 医保多少钱，几号截止: the price of the insurance is asked beside the rest.
    own.map((ask) =>
      ask.task === "contribution" &&
      !said.hasCase &&
      PRICE.test(plain.slice(...ask.span))
        ? { ...ask, strength: 2 }
        : ask,
    ),
    all,
    found.some(({ task }) => task === "reimburse"),
  );
}
const PRICE =
  /(医保|农合|合作医疗|保险)(费|一?年|[今明]年|\d{4}年度?|现在|要|得|是|每人|一个人)*(多少|几百|几块)钱?$/;

/** 二档比一档多交375，门诊多报好多: how far two lie apart is told, and asked is what stands behind it. */
const tellsApart = (text: string): boolean =>
  /(多|少|贵|便宜|差)[交缴出掏付了]{0,2}\d[\d.]*(元|块)?钱?$/.test(text) &&
  !/多少|好多|几多|怎|咋|啥|哪|吗|么|凭什么|为/.test(text);

/** 住院的费用能不能报 asks of no sum. */
const asksHowMuch = (plain: string): boolean =>
  /多少|好多|几多|几[块元百千成]|多钱/.test(plain);

/** 7月毕业的，9月还能用医保看病不: whether somebody is still covered, not what is paid. */
const isStillCovered = (
  { task, aspects }: Ask,
  whole: Stretch,
  said: Said,
): boolean =>
  has("graduate")(whole) &&
  has("benefit_start")(whole) &&
  !has("how_much")(whole) &&
  !said.hasCase &&
  CARE_TASKS.has(task) &&
  aspects.join() === "amount";

/** 明年交多少 到哪天: until when what was asked about is collected. */
const TILL_WHEN =
  /^(到|截止到?|截至|最晚)?(哪一?天|几号|几月几号|什么时候|啥时候|多久)(为止|截止|前|之前)?$/;
const untilWhen = (span: Span): Ask => ({
  task: "enrolment",
  aspects: ["when"],
  topics: [],
  otherwise: null,
  strength: 2,
  span,
});

/** 糖尿病并发症 11月居民一个月多少: the quota of the disease named before. */
const isQuota = (all: readonly Ask[], whole: Stretch): boolean =>
  all.some(({ task }) => task === "chronic") &&
  has("per_month")(whole) &&
  !PAYING(whole);

/** 住院报70%，我花了合规两万能拿多少: money asked for beside a bill is no payment into the fund. */
function ofBill(own: readonly Ask[], whole: Stretch): boolean {
  return own.every(
    ({ task, strength }) =>
      task === "contribution" &&
      (strength === 1 || (namesColumn(whole) && outOfPocket(task, whole))),
  );
}

/** Columns that only a bill has. */
const namesColumn = (s: Stretch): boolean =>
  has("role_eligible", "role_above")(s) || s.facets.has("class");

/** 2023年度交费，还有门诊一年最多报多少: named shortly, asked along with what follows. */
function isAskedAlong(text: string, next: string): boolean {
  return (
    text.length <= LONGEST_NAMED &&
    !/[了过]|已经|想|要是|如果/.test(text) &&
    /^(还有(?!没|无|多|几|效|啥|什么)|另外|以及|再有|外加|顺便)/.test(next)
  );
}
const LONGEST_NAMED = 14;

/** Tasks that a story names and its question (什么时候能报) leaves out. */
const SPECIFIC = new Set(["newborn", "graduate", "waiting_period"]);
const GENERAL_TASKS = new Set([
  "enrolment",
  "contribution",
  "procedure",
  "reimburse",
]);

/** 二级医院，起付线多少: what a stretch asks that names no care is asked of the one care that the message names. */
function tellAspects(own: readonly Ask[], found: readonly Ask[]): void {
  const [only] = own;
  if (!only || own.length > 1 || !DENIABLE.has(only.task)) return;
  const asked = found
    .filter(({ task }) => task === "reimburse")
    .flatMap(({ aspects }) => aspects)
    .filter((aspect) => aspect !== "amount");
  if (asked.length === 0) return;
  const before = only.aspects.filter((aspect) => aspect !== "amount");
  only.aspects = [...new Set([...before, ...asked])];
}

/** What a rise told shortly behind it is of: 大病起付线多少，听说涨了. */
const RAISED = new Set(["subsidy", "catastrophic"]);
const isRise = (aspect: Aspect): boolean =>
  aspect === "increase" || aspect === "rises";

const isRaised = ({ task }: Ask): boolean => RAISED.has(task);

/** 财政补助一共多少，涨了多少; 国家今年补610 去年580，涨了30吧: what rises is what was spoken of before. */
function riseOfSubsidy(
  plain: string,
  found: readonly Ask[],
  told: readonly Ask[],
): Ask[] {
  return found.map((ask, at) => {
    const before =
      found[at - 1] ?? told.findLast(({ span }) => span[1] <= ask.span[0]);
    const rise =
      before !== undefined &&
      isRaised(before) &&
      ask.task === "contribution" &&
      ask.aspects.every(isRise) &&
      !/[交缴]|个人|保费/.test(plain.slice(...ask.span));
    return rise ? { ...before, aspects: ask.aspects, span: ask.span } : ask;
  });
}

/** Asked beside the layers of a bill, not one of them: 封顶多少, 特殊救助最多给多少. */
const BESIDE_LAYERS = new Set(["ceiling", "contribution", "enrolment"]);

/** 封顶多少钱，特殊救助最多给多少: beside special assistance the limit of no care is the most that a person bears. */
function withCeiling(own: readonly Ask[], found: readonly Ask[]): Ask[] {
  const limits = found.filter(
    ({ task, aspects }) =>
      task === "reimburse" && aspects.every((aspect) => aspect === "limit"),
  );
  const ceilings = limits.map((ask) => ({ ...ask, task: "ceiling" }));
  return [...ceilings.slice(0, 1), ...own];
}

/** What the layer that a message names pays on the self-paid rest: 大病保险，住院自付15万能报多少. */
const LAYERS = new Set(["catastrophic", "assistance"]);
const CARE_TASKS = new Set(["inpatient", "outpatient"]);

/** 最后我自己要出多少 after a bill is no contribution, unless the words name one (参保、缴费). */
function outOfPocket(task: string, whole: Stretch): boolean {
  const words = whole.covered.get("pay") ?? [];
  return task === "contribution" && words.every((word) => POCKET.test(word));
}
const POCKET = /[出掏]/;

/** A subsidy and by how much it rose are two numbers; facts are told apart by their topics. */
function keyOf({ task, topics, aspects }: Ask): string {
  if (task === "fact") return `fact/${topics[0]}`;
  const rise = task === "subsidy" && aspects.every(isRise);
  return rise ? "subsidy/increase" : task;
}

/** One ask per task, aspects joined. */
function merge(found: readonly Ask[]): Ask[] {
  const byTask = new Map<string, Ask>();
  for (const ask of found) {
    const key = keyOf(ask);
    const before = byTask.get(key);
    if (before)
      before.aspects = [...new Set([...before.aspects, ...ask.aspects])];
    else byTask.set(key, { ...ask });
  }
  return [...byTask.values()];
}

/**
 * A stretch that only says “能报多少” asks about the care named elsewhere in
 * the message, and a weak naming gives way to a clear question.
 */
function strengthen(own: Ask[], all: readonly Ask[], claims: boolean): Ask[] {
  const clear = own.filter(({ strength }) => strength === 2);
  const chosen = clear.length > 0 ? clear : own;
  const care = all[0];
  if (
    claims &&
    care &&
    !chosen.some(({ task }) => task === care.task) &&
    care.task !== "reimburse" &&
    care.task !== "fact"
  )
    return merge([
      ...chosen.filter(
        ({ task }) => task !== "contribution" || care.task !== "contribution",
      ),
      care,
    ]);
  return chosen;
}

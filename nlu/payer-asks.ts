/** 太原4个人普通居民合计, 不要二档多少钱: a payment is meant although no word of paying stands there. */
import type { Ask, Mention } from "./meaning.js";
import { asksWithoutAid } from "./without-aid.js";
import type { People } from "./people.js";

/** 多交百分之几, 贵几成, 涨了百分之多少: how far payments lie apart, as a share. */
const IN_PERCENT =
  /([多少][交缴出掏]|贵|便宜|[多少高低](?=百|几成)|[涨降]了?)(了|出)?(百分之|百分比|(几|多少|好多)(个?百分[点比]|成))/;

/** Whether payments are compared in percent. */
export function asksPercent(
  plain: string,
  concepts: ReadonlySet<string>,
): boolean {
  return (
    IN_PERCENT.test(plain) &&
    !CARE.some((one) => one !== "ratio" && concepts.has(one))
  );
}

/** The ask of a contribution where persons, tiers or a head count are all that is said. */
export function asksOfPeople(
  plain: string,
  asks: readonly Ask[],
  mentions: readonly Mention[],
  { people, household }: People,
  concepts: ReadonlySet<string>,
): Ask[] {
  if (asksPercent(plain, concepts))
    return [
      {
        ...CONTRIBUTION(plain),
        ...(/[涨降]/.test(plain) ? { aspects: ["increase"] } : {}),
      },
    ];
  // 国家不给补了呢: what is paid then.
  if (asks.length === 0 && asksWithoutAid(plain)) return [CONTRIBUTION(plain)];
  if (
    asks.some(({ strength, task }) => strength === 2 || task !== "contribution")
  )
    return [...asks];
  if (
    [...concepts].some(
      (one) =>
        CARE.includes(one) ||
        one.startsWith("scope.") ||
        one.startsWith("domain."),
    )
  )
    return [...asks];
  if (CLAIMED.test(plain) || LEFT.test(plain)) return [...asks];
  const tier =
    BOTH_TIERS.test(plain) || mentions.some(({ facet }) => facet === "tier");
  const identity = mentions.some(({ facet }) => facet === "identity");
  const counted = people.some(({ count }) => count !== undefined);
  const sum =
    household?.total === true &&
    (tier ||
      identity ||
      counted ||
      people.length > 0 ||
      household.size !== null);
  const price =
    concepts.has("how_much") &&
    (tier || identity || counted || household !== null);
  const listed = people.length > 1 && counted;
  const prices = concepts.has("compare") && PRICES.test(plain);
  if (!sum && !price && !listed && !prices) return [...asks];
  return [CONTRIBUTION(plain)];
}

const CONTRIBUTION = (plain: string): Ask => ({
  task: "contribution",
  aspects: ["amount"],
  topics: [],
  otherwise: null,
  strength: 2,
  span: [0, plain.length],
});

/** 三天一共报了多少: what was reimbursed, no payment into the fund. */
const CLAIMED = /报(销|回|下)?(来)?了?(多少|好多|几多|几块)/;

/** 我是二档，用了380还剩多少: of a limit or a bill, for of a fee nothing is left. */
const LEFT = /[剩余]下?(多少|好多|几多|几块)/;

/** 两地医保差多少: what it costs. */
const PRICES = /(医保|农合|合作医疗)(的钱)?相?差(多少|好多|几多|几块)/;
/** 两档分别多少. */
const BOTH_TIERS = /[两二2俩]个?档(?!的?第)/;

/** Words of care: what is asked is then no payment into the fund. */
const CARE: readonly string[] = [
  "reimburse",
  "outpatient",
  "inpatient",
  "catastrophic",
  "assistance",
  "special_assistance",
  "chronic",
  "deductible",
  "limit",
  "ratio",
  "subsidy",
];

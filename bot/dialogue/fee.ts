/** “多少钱” after when is paid, “补多少” after who is subsidised: the amount of what was spoken of. */
import type { Ask, Meaning } from "../../nlu/meaning.js";
import type { Frame } from "./state.js";

const FEE =
  /^(那|那么)?(个人|自己|一个人|每人|一年|每年|一年到头|[今明]年)*(要|得|需要?)?(多少钱?|好多钱?|几多钱?|几块钱?)(一年|一个人|每人|一人)?(呢|啊|呀)?[？?]*$/;
const SUBSIDY =
  /^(那|那么)?(每人|一个人|一人|人均)?补(助|贴)?(多少|好多|几多|几块)(钱|元)?(一年|一个人|每人|一人)?(呢|啊|呀)?[？?]*$/;

/** Topics of facts that speak of paying, and of the subsidy. */
const OF_PAYING = ["fact.enrolment", "fact.paying", "fact.student_place"];
/** Tasks that know no tiers, and cost nothing themselves. */
const UNTIERED = ["graduate", "waiting_period"];
const OF_SUBSIDY = ["fact.residence_permit", "fact.subsidy"];

/** The ask that a bare amount stands for in the matter of the question before; null where it stands for none. */
export function feeOf(meaning: Meaning, last: Frame): Ask | null {
  const { plain, offDomain, mentions, asks } = meaning;
  // 个人交的呢, after what the treasury pays: the person's share is no subsidy.
  const own = mentions.some(
    ({ facet, value, negated }) =>
      facet === "payer" && value === "self" && !negated,
  );
  if (own && last.task === "subsidy" && asks.length === 0)
    return ask("contribution", plain);
  const topic = last.task === "fact" ? (last.topics[0] ?? "") : "";
  const of = (prefixes: readonly string[]): boolean =>
    prefixes.some((prefix) => topic.startsWith(prefix));
  // 普通人一档, after when graduates are covered or how one pays: what the tier costs.
  const tier = mentions.some(
    ({ facet, negated }) => facet === "tier" && !negated,
  );
  const story = (last.task === "fact" ? last.otherwise : last.task) ?? "";
  const costs = asks.every(({ task }) => task === "contribution");
  if (tier && costs && (UNTIERED.includes(story) || of(OF_PAYING)))
    return ask("contribution", plain);
  if (!offDomain) return null;
  if (
    FEE.test(withoutPlaces(meaning)) &&
    (last.task === "enrolment" || of(OF_PAYING))
  )
    return ask("contribution", plain);
  return SUBSIDY.test(plain) &&
    (["contribution", "subsidy"].includes(last.task) || of(OF_SUBSIDY))
    ? ask("subsidy", plain)
    : null;
}

/** The question before as one for what is paid, its persons kept: 重庆那边多少钱. */
export const asFee = (last: Frame): Frame => ({
  ...last,
  task: "contribution",
  aspects: ["amount"],
  topics: [],
  otherwise: null,
  about: [],
});

/** 重庆那边多少钱: the amount, wherever. */
function withoutPlaces({ plain, places }: Meaning): string {
  return places
    .filter(({ negated }) => !negated)
    .reduceRight(
      (words, { span: [from, to] }) => words.slice(0, from) + words.slice(to),
      plain,
    )
    .replace(/^(在|那边|这边|那里|那儿|这里|本地|市|的|呢|那么|那)+/, "");
}

const ask = (task: string, plain: string): Ask => ({
  task,
  aspects: ["amount"],
  topics: [],
  otherwise: null,
  strength: 2,
  span: [0, plain.length],
});

/** 比例多少, 封顶呢, 那门诊: of which care it is asked, by the question before. */
import type { Ask, Meaning } from "../../nlu/meaning.js";
import { followUp } from "./merge.js";
import type { World } from "./context.js";
import { perform } from "./perform.js";
import type { Frame } from "./state.js";
import { CARE } from "./tasks/care.js";

/** The question before as one about a care; after a statement the care whose figure it told. */
export function careAskedOn(last: Frame, world: World): Frame | null {
  if (last.task in CARE) return last;
  if (last.task !== "fact") return null;
  // 那起付线是多少, after how 大病保险 is financed: of that layer.
  const { otherwise } = last;
  if (otherwise !== null && LAYERS.includes(otherwise))
    return { ...last, task: otherwise, topics: [] };
  const [figure] = perform(last, world).reply.figures;
  const task = figure?.key.split(".")[0] ?? "";
  return task in CARE ? { ...last, task, topics: [] } : null;
}

/** Layers whose statements are about that layer alone. */
const LAYERS: readonly string[] = ["catastrophic", "special_assistance"];

/** 那门诊, after what inpatient care pays: the same of another kind of care. */
export function otherCare({ asks, amounts }: Meaning, last: Frame): Ask | null {
  const [only, more] = asks;
  const meant =
    only !== undefined &&
    more === undefined &&
    only.task !== last.task &&
    amounts.length === 0 &&
    KINDS.includes(only.task) &&
    KINDS.includes(last.task);
  return meant ? only : null;
}
const KINDS: readonly string[] = ["outpatient", "inpatient", "chronic"];

/** 门诊, after 您问的是门诊、住院，还是大病保险: the question before, of that care; null for anything else. */
export function careNamed(last: Frame, meaning: Meaning): Frame | null {
  const [only, more] = meaning.asks;
  const bare = only !== undefined && more === undefined && only.strength === 1;
  const open =
    last.task === "reimburse" ||
    (last.task === "unclear" && last.amounts.length > 0);
  if (!open || !bare || !(only.task in CARE)) return null;
  return { ...followUp(meaning, last), task: only.task, text: "" };
}

/** 有起付线没, after a statement that tells it: that statement again, and no other care. */
export function toldThere(
  { aspects, places, mentions, amounts }: Meaning,
  last: Frame,
  world: World,
): boolean {
  const [aspect, more] = aspects;
  const bare = places.length + mentions.length + amounts.length === 0;
  if (last.task !== "fact" || !bare || aspect === undefined || more)
    return false;
  const { figures, computed } = perform(last, world).reply;
  // What was computed beside a limit is no statement of the limit.
  if (computed === true) return false;
  return figures.some(({ key }) => key.split(".").at(-1) === aspect);
}

/** 一年总共能报多少, after what one visit pays: the limit of a year. */
export const asksOfYear = (
  { per, amounts, aspects }: Meaning,
  { task, amounts: bill }: Frame,
): boolean =>
  task === "outpatient" &&
  per === "year" &&
  amounts.length === 0 &&
  aspects.length === 0 &&
  bill.length > 0;

/** 年度还剩多少额度: what the bill told before leaves of the limit, and not the limit. */
export const asksLeft = ({
  concepts,
  plain,
  aspects,
  amounts,
}: Meaning): boolean =>
  ((concepts.includes("quota_left") || aspects.includes("limit")) &&
    /[剩余]/.test(plain)) ||
  (amounts.length === 0 && STILL_TO_CLAIM.test(plain));
const STILL_TO_CLAIM =
  /((今年|年内|一年|全年|年度|总共)[^，,。]{0,4}还(能|可以|够)再?|还(能|可以|够)再)(报销?|用|救助?)(多少|好多|几)/;

/** 那还剩多少, after a bill: what it leaves of the year's limit. */
export const asksOnlyLeft = (
  { plain }: Meaning,
  { task, amounts }: Frame,
): boolean =>
  WITH_YEARS_LIMIT.includes(task) &&
  amounts.length > 0 &&
  /^(那么?|现在|这样|今年|全年|一年|年底前|额度|还|就|里|的|我)*[剩余]下?(的|还)?(有|是)?(多少|好多|几多)(钱|块|元)?(额度|可以用|可以报|能报|能用|没用)?[呢啊呀了？?。！!\s]*$/.test(
    plain,
  );
const WITH_YEARS_LIMIT: readonly string[] = ["outpatient", "assistance"];

/** 已经救助了2万还剩多少, after a limit: of that limit, whatever else the words may ask for. */
export const tellsPaid = (
  { amounts, places, people, plain }: Meaning,
  { task }: Frame,
): boolean =>
  task in CARE &&
  amounts.length > 0 &&
  amounts.every(({ role }) => role === "paid_this_year") &&
  places.length + people.length === 0 &&
  /还(剩|余|能|可以|有)/.test(plain);

/** “超过了” after a table by whether the deductible was exceeded the year before: an answer to it. */
import type { World } from "./context.js";
import type { State } from "./state.js";

const CHANGES = "outpatient.deductible_change";
const THRESHOLD = "(起付线|起付标准|起付|门槛费?)?";
const BEFORE = "(那|我|我们|我家|他|她|都|是|要是|如果)*";
const AFTER = "(了|的|的话|呢|啊|吧)*[。？?！!\\s]*$";
const EXCEEDED = new RegExp(
  `^${BEFORE}(早就)?(超过?|过)了?${THRESHOLD}${AFTER}`,
);
const WITHIN = new RegExp(
  `^${BEFORE}(没有?|未|从来没有?|一直没有?)(超过?|过|到|用到|达到)${THRESHOLD}${AFTER}`,
);
const RUNNING = new RegExp(
  `^${BEFORE}(连着|连续|一连|有)?([两二三四五2-5])年(了)?(都|全)?((没有?|未)(超过?|过|到)?)?${THRESHOLD}${AFTER}`,
);

/** 那要超过多少才行, after a bill that no layer reaches: its deductible. */
const LAYERS: readonly string[] = ["catastrophic", "assistance", "inpatient"];
const HOW_MUCH =
  /^(?!.*(封顶|拿满|满额|限额|上限))(那么?|我|要|得|到底|究竟|自付|自己|花|出|掏|必须|需要)*(超过?|满|够|到|达到|花到|多于|大于|高于)(了)?(多少|好多|几多|几千|几万)(钱|块|元)?(以上)?(才|就|算|可以|能|给|开始|够|[报救]).{0,5}$/;

/** The message in whole words, where the place of the last question lowers the deductible after such a year. */
export function withExceeded(
  { frames, pending }: State,
  text: string,
  { knowledge }: World,
): string {
  const last = frames.at(-1);
  const place = last?.place?.value;
  if (last && pending === null && LAYERS.includes(last.task))
    if (HOW_MUCH.test(text.trim())) return "起付线是多少";
  if (last?.task !== "outpatient" || place === undefined || pending !== null)
    return text;
  if (knowledge.provisions(place, CHANGES).length === 0) return text;
  const said = text.trim();
  const years = RUNNING.exec(said)?.[3];
  if (years !== undefined) return `连续${years}年没超过起付线`;
  if (WITHIN.test(said)) return "去年没超过起付线";
  return EXCEEDED.test(said) ? "去年超过了起付线" : text;
}

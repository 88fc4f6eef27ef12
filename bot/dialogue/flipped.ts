/** 要是办了呢, after the answer for who has not: the same condition, met. */
import type { Frame } from "./state.js";

const DONE =
  /^(那|那么|要是|如果|假如|若)*(已经)?(办|签|有|弄|找|搞)(了|过|好了|上了)?(的|的话)?呢?[？?。！!\s]*$/;
const NOT_DONE =
  /^(那|那么|要是|如果|假如|若)*(还)?(没有?|未)(办|签|有|弄|找|搞)?(过)?(的|的话)?呢[？?。！!\s]*$/;

/** The message in the words of the condition that the question before was answered for. */
export function withFlip(last: Frame | undefined, text: string): string {
  const doctor = last?.facets.family_doctor?.value[0];
  if (doctor === "false" && DONE.test(text)) return "签了家庭医生呢";
  if (doctor === "true" && NOT_DONE.test(text)) return "没签家庭医生呢";
  return text;
}

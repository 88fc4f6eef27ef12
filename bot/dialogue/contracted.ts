/** “签了” after a visit to the outpatients: the family doctor is meant, whom the answer named. */
import type { State } from "./state.js";

const SIGNED =
  /^(那么?|要是|如果|假如|换成|我|我们|家里|都|是)*(已经|早就|早|还|又|要)?(?<not>没有?|未|不)?签(了|过|约|约了|过了|好了)?(的|的话|呢|呀|啊)*[。！!？?]?$/;

/** The message with the doctor spelt out where the last question was of outpatient care. */
export function withContract({ frames }: State, text: string): string {
  const last = frames.at(-1);
  const told =
    last?.task === "outpatient" ? SIGNED.exec(text.trim()) : undefined;
  if (!told) return text;
  return told.groups?.not === undefined ? "签了家庭医生呢" : "没签家庭医生呢";
}

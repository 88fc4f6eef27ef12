/** “签了” after a visit to the outpatients: the family doctor is meant, whom the answer named. */
import type { State } from "./state.js";

const SIGNED =
  /^(我|我们|家里|都|是)?(已经|早就|早|还|又)?(没有?|未|不)?签(了|过|约|约了|过了|好了)?(的|呢|呀|啊)?[。！!]?$/;

/** The message with the doctor spelt out where the last question was of outpatient care. */
export function withContract({ frames }: State, text: string): string {
  const last = frames.at(-1);
  return last?.task === "outpatient" && SIGNED.test(text.trim())
    ? `${text.trim().replace(/[。！!]$/, "")}家庭医生`
    : text;
}

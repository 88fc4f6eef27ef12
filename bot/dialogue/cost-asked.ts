/** “多少钱一年” after a message that named no matter: what the insurance itself costs. */
import type { State } from "./state.js";

const COST =
  /^(那|那么|一共|都)*(要|得|需要|收)?(一年|每年|每人|一个人)?(要|得)?(交|缴)?(多少|好多|几多|多)钱?(一年|一个人|每年|一人)?[呢啊嘛呀噻？?。\s]*$/;

/** The message with the insurance named, where the last one left open what of it was meant and told of no bill. */
export function withInsurance(
  { frames, pending }: State,
  text: string,
): string {
  const [last, more] = frames;
  const open =
    last?.task === "unclear" && !more && pending === null && !last.amounts[0];
  return open && COST.test(text.trim()) ? `医保${text.trim()}` : text;
}

/** 救助完了自己还剩3万，还能救助吗: what is left after assistance is a matter of the next layer. */
import type { Ask, Meaning } from "../../nlu/meaning.js";

const AFTER =
  /救助(完|过|之?后|以后)(了|以后|之后)?[，,]?(我们?|自己|个人|家里|本人)*(还|又)?(剩下?|余下?|要掏|要付|要出|自付)(了|的)?$/;

/** Whether an amount is told as what assistance left, and assistance is asked for once more. */
export function isAfterAssistance(
  { plain, amounts, asks }: Meaning,
  { task }: Ask,
): boolean {
  return (
    task === "assistance" &&
    !asks.some((one) => one.task === "special_assistance") &&
    amounts.some(({ span }) => AFTER.test(plain.slice(0, span[0])))
  );
}

/** “不是80%吗” and “一档是300吧”: a number held against the answer, which asks for no computation. */
import type { Meaning } from "../../nlu/meaning.js";
import type { Frame } from "./state.js";

/** Longer messages say more than a doubt. */
const SHORT = 16;
const NUMBER = "\\d+(\\.\\d+)?(%|元|块钱?|成)?";
const DOUBT = new RegExp(
  `^(怎么|为什么|可|那)?(不是|不应该是?|难道不?是|不都?是)(说|讲)?[^，,。？?]{0,5}${NUMBER}[^，,。？?]{0,3}(吗|么|嘛|吧|啊)?[？?]?$`,
);
const CONFIRM = /(吧|对吧|对吗|对不|对不对|是吗|是吧|没错吧)[？?。]*$/;

/** Whether the message only doubts the number answered before: the answer is told again, with its ground. */
export function doubts({ plain, asks, places }: Meaning): boolean {
  const clear = asks.some(({ strength }) => strength === 2);
  // 不是大学生呢 2022年 says who it is and when.
  const tells = YEAR_SAID.test(plain);
  return (
    !clear &&
    !tells &&
    !INSTEAD.test(plain) &&
    places.length === 0 &&
    plain.length <= SHORT &&
    DOUBT.test(plain)
  );
}
/** 不是5万 是6万: another number takes its place. */
const INSTEAD = /不是.{0,5}\d.*是\D{0,3}\d/;
const YEAR_SAID = /年(的|度)*[。]?$/;

/** 一档是300吧, after a limit: the number to be confirmed is no bill. */
export function withoutGuess(meaning: Meaning, last: Frame): Meaning {
  const { amounts, plain } = meaning;
  const [only, more] = amounts;
  const looked =
    last.amounts.length === 0 && last.aspects.some((one) => one !== "amount");
  const guess =
    looked &&
    only?.role === "unknown" &&
    !more &&
    plain.length <= SHORT &&
    CONFIRM.test(plain);
  return guess ? { ...meaning, amounts: [] } : meaning;
}

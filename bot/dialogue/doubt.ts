/** “不是80%吗” and “一档是300吧”: a number held against the answer, which asks for no computation. */
import type { Meaning } from "../../nlu/meaning.js";
import { sameAmount } from "./held-days.js";
import type { Frame } from "./state.js";

/** Longer messages say more than a doubt. */
const SHORT = 16;
const NUMBER = "\\d+(\\.\\d+)?(%|元|块钱?|成)?";
/** A number as typed: 六万, 1.5万, 两百. */
const NUMERAL =
  "(\\d+(\\.\\d+)?|[一二两三四五六七八九十百千万半]+)[百千万]*(%|元|块钱?|成)?";
const DOUBT = new RegExp(
  `^(怎么|为什么|可|那)?(不是|不应该是?|难道不?是|不都?是)(说|讲)?[^，,。？?]{0,5}${NUMBER}[^，,。？?]{0,3}(吗|么|嘛|吧|啊)?[？?]?$`,
);
const CONFIRM =
  /(吧|对吧|对吗|对不|对不对|是吗|是吧|没错吧)[？?。]*$|(是不是|是否)\D{0,2}[\d一二两三四五六七八九十][\d.一二两三四五六七八九十百千万]*(元|块钱?)?$/;

/** 怎么才六万, 凭啥只有50: wondering at a number, which is no new one. */
const WONDER = new RegExp(
  `^(那|可)?(怎么|咋个?|为什么|为啥子?|为何|凭什么|凭啥)(才|只|就|还|这么少|都|要|是|有|能|会|给|报|救|补|交|缴|掏)+${NUMERAL}[^，,。？?]{0,6}[？?]?$`,
);

/** 没到80？, 不够六十吗: so much was expected. */
const SHORT_OF = new RegExp(
  `^(那|可|怎么|咋|为啥|为什么)?(都|也|还)?(没有?|不)(到|够|满|报到|拿到)${NUMERAL}[吗嘛啊呀？?]*$`,
);

/** 算错了吧, 你是不是搞错了: the answer is doubted; 我搞错了 puts right what was said. */
const MISTAKEN =
  /^((你们?|您)?(是不是|会不会|怕是|该不会)?算错|(你们?|您)(是不是|会不会|怕是|该不会)?[搞弄说讲]错)了?(吧|吗|没|么|哦|啊)?([，,。？?\s]+|(?=不是|怎么|咋)|$)/;

/** Whether the message only doubts the number answered before: the answer is told again, with its ground. */
export function doubts(
  { plain: whole, asks, places }: Meaning,
  { amounts }: Frame,
): boolean {
  const plain = whole.replace(MISTAKEN, "");
  if (plain === "") return true;
  const clear = asks.some(({ strength }) => strength === 2);
  // 不是大学生呢 2022年 says who it is and when.
  const tells = YEAR_SAID.test(plain);
  return (
    !clear &&
    !tells &&
    !INSTEAD.test(plain) &&
    places.length === 0 &&
    plain.length <= SHORT &&
    (DOUBT.test(plain) ||
      WONDER.test(plain) ||
      // Of what was computed, and of nobody's age.
      (amounts.length > 0 && SHORT_OF.test(plain)))
  );
}
/** 不是5万 是6万: another number takes its place. */
const INSTEAD = /不是.{0,5}\d.*是\D{0,3}\d/;
const YEAR_SAID = /年(的|度)*[。]?$/;

/** Whether the words may say an amount back, whatever was answered. */
export function mayBeSaidBack({
  plain,
  asks,
  amounts,
  correction,
  followup,
  dates,
  mentions,
}: Meaning): boolean {
  // 9月份也是300吗, 二档也是300吗: of something else than was answered.
  const other = ALSO.test(plain) && dates.length + mentions.length > 0;
  return (
    amounts.length === 1 &&
    !other &&
    !correction &&
    !followup &&
    plain.length <= SHORT &&
    asks.every(({ strength }) => strength < 2) &&
    BACK.test(plain)
  );
}

/** 我没听错吧才六万: an amount that was just answered, said back. */
export function saysBack(
  meaning: Meaning,
  answered: readonly string[],
): boolean {
  const [only] = meaning.amounts;
  return (
    only !== undefined &&
    mayBeSaidBack(meaning) &&
    answered.some((value) => sameAmount(value, only.low))
  );
}
const BACK =
  /(才|只|就|只有|真是?|没听错|没看错|还是)\D{0,3}[\d一二两三四五六七八九十]|[\d百千万元块](吗|么|吧|啊|呀)$/;

/** Whether something else comes to the same number. */
const ALSO = new RegExp(
  `(也|都)(是|要|交|报|能报|有)*${NUMERAL}(吗|么|嘛|吧|不)?[？?]?$`,
);

/** 一档也是500吗: the number of the answer before, asked of something else. */
export const asksAlso = (plain: string): boolean => ALSO.test(plain);

/** 一档是300吧, after a limit: the number to be confirmed is no bill. */
export function withoutGuess(meaning: Meaning, last: Frame): Meaning {
  const { amounts, plain } = meaning;
  const [only, more] = amounts;
  const looked =
    last.amounts.length === 0 && last.aspects.some((one) => one !== "amount");
  const also = last.amounts.length === 0 && ALSO.test(plain);
  const guess =
    only?.role === "unknown" &&
    !more &&
    plain.length <= SHORT &&
    (also || (looked && CONFIRM.test(plain)));
  return guess ? { ...meaning, amounts: [] } : meaning;
}

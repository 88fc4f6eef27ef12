/** Money spent on something else than care, and when: 去年结婚花了二十万, 鸡蛋都8块一斤了. */
import { loadCourtesy } from "../knowledge/courtesy.js";
import type { Reading } from "./numbers/reading.js";

const { other_money, of_wages } = loadCourtesy();
const THINGS = [...other_money].sort((a, b) => b.length - a.length).join("|");
/** 灵活就业每月交多少: what one earns is asked with. */
const OF_WAGES = new RegExp(of_wages.join("|"));
/** Words of insurance and of care: an amount behind one is of that. */
const OF_CARE = "医保|医疗|保险|参保|农合|看病|住院|门诊|医院|药|自付|报|交|缴";
/** 结婚花了, 盖房子前后用掉: from the thing to what it cost. */
const BEFORE = new RegExp(
  `(?:${THINGS})(?:(?!${OF_CARE})[^，,。；;！!？?\\d]){0,10}$`,
);
/** 8块一斤, 三千一平: the price of a piece. */
const PRICE =
  /^(元|块|毛)?钱?(多|来)?(了)?(一|每|\/)(斤|公斤|两|亩|平|平米|吨|箱|桶|袋子|头|只|个鸡蛋|度电|方)/;
/** 花了二十万结婚, 八万块彩礼. */
const BEHIND = new RegExp(
  `^(元|块)?钱?(的|来|给[^，,。；;\\d]{1,3}|去|办|用来)?(?:${THINGS})`,
);
/** 去年结婚, 今年刚给儿子盖房子: what was done in the year. */
const DONE_IN = new RegExp(
  `^(?:(?!${OF_CARE})[^，,。；;！!？?\\d]){0,8}(?:${THINGS})(?![^，,。；;！!？?]{0,6}(?:${OF_CARE}))`,
);
const TIMES: readonly string[] = ["year", "month", "date"];

/** The readings without amounts and days of what money was spent on besides care. */
export function withoutOtherSpending(
  plain: string,
  readings: readonly Reading[],
): Reading[] {
  return readings.filter(({ kind, span: [from, to] }) => {
    const [before, behind] = [plain.slice(0, from), plain.slice(to)];
    if (kind === "amount")
      return (
        OF_WAGES.test(plain) ||
        !(BEFORE.test(before) || PRICE.test(behind) || BEHIND.test(behind))
      );
    return !(TIMES.includes(kind) && DONE_IN.test(behind));
  });
}

/**
 * Amounts of which only one end is known: 2000多一点没到2500 (it bounds
 * the one before it), 去年门诊没超2500, and 去年门诊总共花了1000, of which the
 * eligible part is at most so much. 去年门诊自己掏了1000 is the other end.
 */
import type { Money } from "./meaning.js";
import type { Reading } from "./numbers/reading.js";

/** Between an amount and the bound of it. */
const OF_THE_SAME =
  /^(元|块|块钱|一?点儿?|左右|来块|几|吧|也|都|但|但是|反正|，|,|\s)*(还|也|都|并)?(没有?到|不到|没超过?|不超过?|未超过?|没过)$/;

/** The amounts with the upper ends that bounds said of them give; a bound of another amount is none of its own. */
export function bounded(
  text: string,
  all: readonly Money[],
  readings: readonly Reading[],
): Money[] {
  const isBound = ({ span }: Money): boolean =>
    readings.some(
      (one) =>
        one.span[0] === span[0] &&
        (one.bound === "under" || one.bound === "at_most"),
    );
  const kept: Money[] = [];
  for (const money of all) {
    const before = kept.at(-1);
    const same =
      before?.about === true &&
      isBound(money) &&
      OF_THE_SAME.test(text.slice(before.span[1], money.span[0]));
    if (same) kept[kept.length - 1] = { ...before, high: money.low };
    else if (
      money.role === "outpatient_last_year" &&
      (isBound(money) || isWhole(text, money))
    )
      kept.push({ ...money, low: "0", high: money.low, about: true });
    else if (money.role === "outpatient_last_year" && isShare(text, money))
      // What the fund paid of it comes on top.
      kept.push({ ...money, about: true });
    else kept.push(money);
  }
  return kept;
}

/** Told as everything that was spent, and not said to be eligible. */
const isWhole = (text: string, { span: [from], eligible, high }: Money) =>
  !eligible && high === null && WHOLE.test(text.slice(0, from));
const WHOLE = /(总共|一共|总计|合计|拢共|总费用|总额)[^，,。；;\d]{0,5}$/;

/** Told as the part that the person paid: the expense was that much or more. */
const isShare = (text: string, { span: [from], eligible }: Money) =>
  !eligible && SHARE.test(text.slice(0, from));
const SHARE =
  /(自己|自个|个人|本人)(就|只|才|都|又|也)?(掏|出|付|花|负担|承担)?[^，,。；;\d]{0,5}$|自(付|费|掏)[^，,。；;\d]{0,5}$/;

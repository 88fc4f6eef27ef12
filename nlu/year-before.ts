/** 今年门诊才用了2000，明年住院: the outpatient expense of the year before the stay, whichever year that is. */
import type { AmountRole } from "./meaning.js";

/** A stay in the year after. */
const NEXT = /(明年|次年|来年|下一?年|转年|第二年)/;
/** 门诊没超2500，第二年: at most so much, whichever year it was. */
const WITHIN =
  /门诊(费|费用|花费)?(都|也|一直)?(没有?超过?|未超过?|不超过?|没到|不到|没花到|没用到)$/;
const OUTPATIENT =
  /(今年|当年|本年|这一?年|全年|一年)(都|才|就|只|也|总共|一共|我)*(看|在)?(普通)?门诊[^，,。；;！!？?\d]{0,8}$/;

/** The role of an amount that is told of the year in which it counts for the next. */
export function ofYearBefore(
  text: string,
  before: string,
  role: AmountRole,
): AmountRole {
  const counts = ["unknown", "total", "eligible", "self"].includes(role);
  return counts &&
    NEXT.test(text) &&
    (OUTPATIENT.test(before) || WITHIN.test(before))
    ? "outpatient_last_year"
    : role;
}

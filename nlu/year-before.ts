/** 今年门诊才用了2000，明年住院: the outpatient expense of the year before the stay, whichever year that is. */
import type { AmountRole } from "./meaning.js";

/** A stay in the year after. */
const NEXT = /(明年|次年|来年|下一?年|转年|第二年)/;
/** 门诊没超2500，第二年: at most so much, whichever year it was. */
const WITHIN =
  /门诊(费|费用|花费)?(都|也|一直)?(没有?超过?|未超过?|不超过?|没到|不到|没花到|没用到)$/;
const OUTPATIENT =
  /(今年|当年|本年|这一?年|全年|一年)(都|才|就|只|也|总共|一共|我)*(看|在)?(普通)?门诊[^，,。；;！!？?\d]{0,8}$/;

/** 门诊去年花了1000, 去年一年看门诊用了800: last year and outpatient care in whatever order, right before the amount. */
const OF_LAST_YEAR =
  /^(?=.*门诊)(?=.*(去年|上一?年度?|前一年))(?!.*(今年|住院|大病|救助|报|工资|收入)).*$/;
const CLAUSE = /[，,。；;！!？?\n]/;

/** The role of an amount that is told of the year in which it counts for the next. */
export function ofYearBefore(
  text: string,
  before: string,
  role: AmountRole,
): AmountRole {
  const counts = ["unknown", "total", "eligible", "self"].includes(role);
  const clause = before.split(CLAUSE).at(-1) ?? "";
  if (
    counts &&
    role !== "self" &&
    OF_LAST_YEAR.test(clause.replace(/^.*\d/, ""))
  )
    return "outpatient_last_year";
  return counts &&
    NEXT.test(text) &&
    (OUTPATIENT.test(before) || WITHIN.test(before))
    ? "outpatient_last_year"
    : role;
}

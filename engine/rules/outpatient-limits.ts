/** The limits on what the fund pays for outpatient care: of a visit, a day, a year. */
import type { Case } from "../case.js";
import type { Quantity } from "../trace.js";
import { billed } from "./bill.js";
import { isRefused, quantityOfSort, type Refused } from "./pick.js";

const CAP = "outpatient.cap";

/** The limits that the notices set. */
export interface Caps {
  visit: Quantity | undefined;
  day: Quantity | undefined;
  year: Quantity | undefined;
  yearOnExpense: Quantity | undefined;
}

/** The limits by what they limit and for how long. */
const SORTS = [
  ["visit", "payment/visit"],
  ["day", "payment/day"],
  ["year", "payment/year"],
  ["yearOnExpense", "expense/year"],
] as const;

/** The limits that hold, or why one of them is not known. */
export function capsOf(one: Case): Caps | Refused {
  const all: Caps = {
    visit: undefined,
    day: undefined,
    year: undefined,
    yearOnExpense: undefined,
  };
  for (const [name, sort] of SORTS) {
    const cap = quantityOfSort(one, CAP, sort);
    if (isRefused(cap)) return cap;
    all[name] = cap;
  }
  return all;
}

/** What each limit still allows; the year's is told apart. */
export function limitsOf(
  one: Case,
  caps: Caps,
): { limits: Quantity[]; yearLeft: Quantity | undefined } {
  const limits: Quantity[] = [];
  if (caps.visit) limits.push(caps.visit);
  if (caps.day)
    limits.push(left(one, "当天还可支付", caps.day, soFarToday(one)));
  const yearLeft =
    caps.year && left(one, "本年度还可支付", caps.year, soFarThisYear(one));
  if (yearLeft) limits.push(yearLeft);
  return { limits, yearLeft };
}

function soFarToday(one: Case): Quantity {
  return one.soFar("paid_today", "当天基金已支付多少");
}

/** What was paid this year; at least what was paid today. */
function soFarThisYear(one: Case): Quantity {
  const today = one.money("paid_today");
  if (one.facts.paid_this_year !== undefined || !today?.value.gt(0))
    return one.soFar("paid_this_year", "本年度基金已支付多少");
  one.assume(`没有说本年度基金已支付多少，按当天的${today.text}元计算`);
  return today;
}

function left(
  one: Case,
  label: string,
  cap: Quantity,
  used: Quantity,
): Quantity {
  return used.value.isZero() ? cap : one.trace.minus(label, cap, used);
}

/** No ratio is stated anywhere and no bill was said: the question is about the year's limit. */
export function limitAlone(one: Case, why: Refused): Refused | undefined {
  if (why.why?.kind !== "nothing" || billed(one).length > 0) return undefined;
  const caps = capsOf(one);
  if (isRefused(caps)) return caps.missing === undefined ? undefined : caps;
  const { year } = caps;
  if (!year) return undefined;
  return {
    kind: "refused",
    missing: undefined,
    result: () => {
      one.figure("outpatient.limit", "年度支付限额", year);
      const paid = one.money("paid_this_year");
      if (paid)
        one.figure(
          "outpatient.year_left",
          "本年度还可支付",
          one.trace.minus("本年度还可支付", year, paid),
        );
      one.caveat(
        "other_rules_first",
        "门诊报销比例收录的文件没有写，这里只有年度支付限额。",
      );
      return one.answered();
    },
  };
}

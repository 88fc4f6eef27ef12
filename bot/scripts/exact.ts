/** Values as scripts write them and as answers give them, compared exactly. */
import { Decimal } from "decimal.js";

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

const NUMBER =
  /^([+-]?\d+(?:\.\d+)?)(万|亿)?(%|个百分点|百分点)?(?:元|个月|天|日|人|倍|年|次|岁|种|个)?(?:\/.*)?$/;
const DATE = /^(\d{4})[-年/.](\d{1,2})(?:[-月/.](\d{1,2})日?|月)?$/;

/** The value in one form: a plain decimal, an ISO date, true/false; undefined when it is none of them. */
export function plainValue(written: string): string | undefined {
  const text = written.normalize("NFKC").replace(/[\s,]/g, "");
  const number = NUMBER.exec(text);
  if (number) return decimalOf(number);
  const date = DATE.exec(text);
  if (date)
    return [date[1], date[2]?.padStart(2, "0"), date[3]?.padStart(2, "0")]
      .filter((part) => part !== undefined)
      .join("-");
  if (["true", "是", "有"].includes(text)) return "true";
  if (["false", "否", "没有", "不是"].includes(text)) return "false";
  return undefined;
}

function decimalOf(number: RegExpExecArray): string {
  let value = new Exact(number[1] ?? "0");
  if (number[2]) value = value.times(number[2] === "万" ? 10_000 : 100_000_000);
  if (number[3]) value = value.dividedBy(100);
  return value.toFixed();
}

/** Whether two written values are the same: 70 and 70.00, 55% and 0.55, 5万 and 50000. */
export function sameValue(a: string, b: string): boolean {
  const left = plainValue(a);
  return left !== undefined && left === plainValue(b);
}

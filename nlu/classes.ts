/** Which class of the catalogue each amount is of, where the words stand right beside it: 甲40乙20, 40是甲类，20是乙类. */
import type { AmountRole, Span } from "./meaning.js";

const BEFORE =
  /([甲乙])类?(的?药品?|项目|部分|的|费用?|药费|合计|占|是|有|为|大概|大约|共|各自?|都|花了?|[：:\s])*$/;
const AFTER = /^(元|块)?钱?(都?是|的|属于|为)?([甲乙])类/;
/** As far as the words of a class are looked for, in characters. */
const NEAR = 14;

const role = (char: string | undefined): AmountRole | null =>
  char === undefined ? null : char === "甲" ? "class_a" : "class_b";

/**
 * The class of each amount, or null. Of the amounts beside which a class
 * stands, 40甲类20乙类 names it behind each where one stands behind the last,
 * 甲类40乙类20 before each.
 */
export function classesOf(
  text: string,
  spans: readonly Span[],
): (AmountRole | null)[] {
  const behind = spans.map(([, to]) =>
    role(AFTER.exec(text.slice(to, to + NEAR))?.[3]),
  );
  const before = spans.map(([from]) =>
    role(BEFORE.exec(text.slice(Math.max(0, from - NEAR), from))?.[1]),
  );
  const classed = spans
    .map((_, at) => at)
    .filter((at) => behind[at] !== null || before[at] !== null);
  const [first = 0] = classed;
  const last = classed.at(-1) ?? 0;
  const suffixed = behind[last] !== null && before[first] === null;
  return suffixed ? behind : before;
}

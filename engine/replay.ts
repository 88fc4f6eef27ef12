/**
 * Replays a trace: evaluates every step's expression from its text alone and
 * compares it with the value that the step states. For auditors and tests; no
 * calculator uses it.
 */
import { Exact, exact, least, toFen } from "./decimal.js";
import type { Step } from "./result.js";

/** A step whose expression does not give its value. */
export interface ReplayFault {
  step: number;
  expression: string;
  stated: string;
  replayed: string;
}

const TOKEN = /\s*(\d+(?:\.\d+)?%?|min|max|[()+×÷−,])/y;

function tokens(expression: string): string[] {
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < expression.length) {
    const match = TOKEN.exec(expression);
    if (!match?.[1]) throw new SyntaxError(`cannot read: ${expression}`);
    found.push(match[1]);
  }
  return found;
}

/** The value of an expression of numbers, percentages, + − × ÷, brackets, min and max. */
export function evaluate(expression: string): Exact {
  const all = tokens(expression);
  let at = 0;
  const expect = (token: string): void => {
    if (all[at] !== token) throw new SyntaxError(`no ${token}: ${expression}`);
    at += 1;
  };
  const list = (): Exact[] => {
    const values = [sum()];
    while (all[at] === ",") {
      at += 1;
      values.push(sum());
    }
    return values;
  };
  const operand = (): Exact => {
    const token = all[at] ?? "";
    at += 1;
    if (token === "(") {
      const value = sum();
      expect(")");
      return value;
    }
    if (token === "min" || token === "max") {
      expect("(");
      const values = list();
      expect(")");
      return token === "min"
        ? least(values[0]!, ...values.slice(1))
        : Exact.max(...values);
    }
    if (!/^\d/.test(token)) throw new SyntaxError(`no number: ${expression}`);
    return token.endsWith("%")
      ? exact(token.slice(0, -1)).div(100)
      : exact(token);
  };
  const product = (): Exact => {
    let value = operand();
    while (all[at] === "×" || all[at] === "÷") {
      const divide = all[at] === "÷";
      at += 1;
      const next = operand();
      value = divide ? value.div(next) : value.times(next);
    }
    return value;
  };
  function sum(): Exact {
    let value = product();
    while (all[at] === "+" || all[at] === "−") {
      const less = all[at] === "−";
      at += 1;
      const next = product();
      value = less ? value.minus(next) : value.plus(next);
    }
    return value;
  }
  const value = sum();
  if (at !== all.length) throw new SyntaxError(`left over: ${expression}`);
  return value;
}

/** Every step that does not replay; a settled payment may differ by its one rounding to 分. */
export function replay(steps: readonly Step[]): ReplayFault[] {
  const faults: ReplayFault[] = [];
  for (const [index, { expression, value, unit }] of steps.entries()) {
    if (expression === "") continue;
    const replayed = evaluate(expression);
    const same =
      replayed.eq(value) || (unit === "元" && toFen(replayed).eq(value));
    if (!same)
      faults.push({
        step: index,
        expression,
        stated: value,
        replayed: replayed.toFixed(),
      });
  }
  return faults;
}

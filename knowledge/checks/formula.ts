/** Formulas of derived figures: numbers with + − × between them, × first. */
import { Decimal } from "decimal.js";

const TOKEN = /\s*(\d+(?:\.\d+)?%?|[+\-−×*])\s*/y;

function tokens(formula: string): string[] | null {
  const all: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const match = TOKEN.exec(formula);
    if (!match?.[1]) return null;
    all.push(match[1]);
  }
  const shaped = all.every(
    (token, index) => /^\d/.test(token) === (index % 2 === 0),
  );
  return shaped && all.length % 2 === 1 ? all : null;
}

function read(token: string): Decimal {
  return token.endsWith("%")
    ? new Decimal(token.slice(0, -1)).dividedBy(100)
    : new Decimal(token);
}

/** The numbers of a formula, percentages as fractions. */
export function numbersIn(formula: string): string[] {
  return (tokens(formula) ?? [])
    .filter((token) => /^\d/.test(token))
    .map((token) => read(token).toFixed());
}

/** The value of a formula, or null when it is none. */
export function evaluate(formula: string): Decimal | null {
  const all = tokens(formula);
  if (!all) return null;
  let total = new Decimal(0);
  let term = read(all[0] ?? "0");
  for (let at = 1; at < all.length; at += 2) {
    const sign = all[at] ?? "+";
    const next = read(all[at + 1] ?? "0");
    if (/[×*]/.test(sign)) term = term.times(next);
    else {
      total = total.plus(term);
      term = sign === "+" ? next : next.negated();
    }
  }
  return total.plus(term);
}

/** The least and the greatest of what several answers come to. */
import type { Answer } from "../../../answer.js";

export interface Between {
  label: string;
  from: string;
  to: string;
}

/** For every amount that all answers have; empty when one of them has none. */
export function between(answers: readonly Answer[]): Between[] {
  if (answers.some(({ status }) => status !== "answered")) return [];
  const found: Between[] = [];
  const seen = new Set<string>();
  for (const { key, label, type } of answers[0]?.figures ?? []) {
    if (type !== "money" || seen.has(key)) continue;
    seen.add(key);
    const all = answers.map(({ figures }) =>
      figures.filter((figure) => figure.key === key),
    );
    if (all.some((figures) => figures.length === 0)) continue;
    const values = all
      .flat()
      .map(({ value }) => value)
      .sort((a, b) => (cents(a) < cents(b) ? -1 : cents(a) > cents(b) ? 1 : 0));
    found.push({ label, from: values[0] ?? "", to: values.at(-1) ?? "" });
  }
  return found;
}

/** An amount with two decimals, in 分. */
function cents(value: string): bigint {
  return BigInt(value.replace(".", ""));
}

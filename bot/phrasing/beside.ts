/** What an answer rests on or results in and its words do not say: to be said beside them. */
import type { Answer } from "../answer.js";
import type { CaveatCode, Figure } from "../../engine/result.js";
import { figureText } from "./format.js";

/** Conditions that the words do not name. */
export function conditionsBeside(
  { conditions }: Answer,
  words: string,
): string[] {
  const labels = conditions
    .map(({ label }) => label)
    .filter((label) => !words.includes(label));
  return [...new Set(labels)];
}

/** Results that the words do not say, as one sentence; those of one case together. */
export function figuresBeside({ figures }: Answer, words: string): string[] {
  const others = figures.reduce(
    (rest, figure) => rest.split(exact(figure)).join(""),
    words,
  );
  const cases = new Map<string, string[]>();
  for (const figure of figures) {
    if (isSaid(figure, words, others)) continue;
    const end = figure.label.lastIndexOf("：") + 1;
    const name = figure.label.slice(0, end);
    const mark = figure.type === "boolean" ? "：" : "";
    const said = `${figure.label.slice(end)}${mark}${figureText(figure)}`;
    cases.set(name, [...(cases.get(name) ?? []), said]);
  }
  const all = [...cases].map(([name, said]) => `${name}${said.join("、")}`);
  return all.length > 0 ? [`${all.join("；")}。`] : [];
}

const exact = (figure: Figure): string =>
  `${figure.label}${figureText(figure)}`;

/** Whether the words say it with its name, or its amount where no other figure's name stands before it. */
function isSaid(figure: Figure, words: string, others: string): boolean {
  // What holds is what the words say.
  if (figure.type === "boolean" && figure.value === "true") return true;
  if (
    figure.key === "contribution.standard" &&
    states(words, figureText(figure))
  )
    return true;
  return words.includes(exact(figure)) || states(others, figureText(figure));
}

/** Whether the words name the amount itself, in figures or spoken, not a longer one that ends like it. */
export function states(words: string, amount: string): boolean {
  return words
    .split(amount)
    .slice(0, -1)
    .some((before) => !/[\d.零一二两三四五六七八九十百千万亿点]$/.test(before));
}

/** Remarks without which a figure would be taken for more than it is, and the words that say the same. */
const LIMITING: Readonly<Partial<Record<CaveatCode, RegExp | null>>> = {
  stale: /不能证明|只能证明/,
  target_not_rule: /（工作目标）/,
  superseded: null,
  expired: null,
  guidance: /（对下级的要求）/,
};

/** The remarks that limit a figure and are not said in the words. */
export function remarksBeside({ caveats }: Answer, words: string): string[] {
  const texts = caveats
    .filter(({ code, text }) => {
      const same = LIMITING[code];
      if (same === undefined || words.includes(text)) return false;
      return !same?.test(words);
    })
    .map(({ text }) => text);
  return [...new Set(texts)];
}

/** An answer against what a script expects of it. Only what is named is checked. */
import { squeeze } from "../../knowledge/text.js";
import type { Answer } from "../answer.js";
import { plainValue, sameValue } from "./exact.js";
import { clauseName, folded, type Naming, type ScriptNames } from "./naming.js";
import type { CiteExpected, Expected } from "./script.js";

/** One expectation that the answer does not meet. */
export interface Mismatch {
  /** Chinese name of the key. */
  key: string;
  expected: string;
  found: string;
}

/** Everything in which the answer is not what was expected. */
export function mismatches(
  answer: Answer,
  expect: Expected,
  names: ScriptNames,
): Mismatch[] {
  return [
    ...single("状态", expect.status, answer.status, names.statuses),
    ...single("意图", expect.intent, answer.intent, names.intents),
    ...single("拒答类别", expect.scope, answer.scope ?? "无", names.scopes),
    ...conditionFaults(answer, expect, names),
    ...figureFaults(answer, expect, names),
    ...citeFaults(answer, expect, names),
    ...textFaults(answer, expect),
    ...listFaults(
      "提示",
      expect.caveats,
      answer.caveats.map(({ code }) => code),
      names.caveats,
    ),
    ...missingFaults(answer, expect, names),
    ...suggestFaults(answer, expect),
  ];
}

function single(
  key: string,
  expected: string | undefined,
  found: string,
  naming: Naming,
): Mismatch[] {
  return expected === undefined || expected === found
    ? []
    : [{ key, expected: both(expected, naming), found: both(found, naming) }];
}

/** An id with the name under which a script may write it. */
function both(id: string, naming: Naming): string {
  const name = naming.name(id);
  return name === id ? id : `${name}（${id}）`;
}

function conditionFaults(
  { conditions }: Answer,
  expect: Expected,
  names: ScriptNames,
): Mismatch[] {
  const found: Mismatch[] = [];
  for (const [slot, values] of Object.entries(expect.conditions)) {
    const held = conditions.filter((condition) => condition.slot === slot);
    for (const value of values)
      if (
        !held.some(
          (condition) =>
            String(condition.value) === value ||
            condition.label === value ||
            sameValue(String(condition.value), value),
        )
      )
        found.push({
          key: `条件 ${names.slots.name(slot)}`,
          expected: value,
          found:
            held
              .map((one) => `${String(one.value)}（${one.label}）`)
              .join("、") || "没有这个条件",
        });
  }
  return found;
}

function figureFaults(
  { figures }: Answer,
  expect: Expected,
  names: ScriptNames,
): Mismatch[] {
  const found: Mismatch[] = [];
  for (const [key, values] of Object.entries(expect.figures)) {
    const held = figures.filter((figure) => figure.key === key);
    for (const value of values)
      if (!held.some((figure) => sameValue(figure.value, value)))
        found.push({
          key: `金额 ${names.figures.name(key)}`,
          expected: plainValue(value) ?? value,
          found: held.map((figure) => figure.value).join("、") || "没有这一项",
        });
  }
  for (const value of expect.values)
    if (!figures.some((figure) => sameValue(figure.value, value)))
      found.push({
        key: "数值",
        expected: plainValue(value) ?? value,
        found: figures.map((figure) => figure.value).join("、") || "没有数字",
      });
  return found;
}

function citeFaults(
  { citations }: Answer,
  expect: Expected,
  names: ScriptNames,
): Mismatch[] {
  const meets = (cite: CiteExpected): boolean =>
    citations.some(
      ({ notice, clause, quote }) =>
        (cite.notice === undefined ||
          names.notices(cite.notice).includes(notice)) &&
        (cite.clause === undefined ||
          clauseName(cite.clause) === clauseName(clause)) &&
        (cite.quote === undefined ||
          folded(quote).includes(folded(cite.quote))),
    );
  return expect.cites
    .filter((cite) => !meets(cite))
    .map((cite) => ({
      key: "依据",
      expected: [cite.notice, cite.clause, cite.quote]
        .filter(Boolean)
        .join(" "),
      found:
        citations
          .map(
            ({ notice, number, title, clause, quote }) =>
              `${number ?? title}（${notice}）${clause} “${clipped(quote)}”`,
          )
          .join("；") || "没有依据",
    }));
}

/** So many characters of a quotation are shown; the whole answer has the rest. */
const QUOTED = 60;

function clipped(quote: string): string {
  const line = squeeze(quote);
  return line.length > QUOTED ? `${line.slice(0, QUOTED)}……` : line;
}

function textFaults({ text }: Answer, expect: Expected): Mismatch[] {
  return [
    ...expect.says
      .filter((word) => !text.includes(word))
      .map((word) => ({ key: "包含", expected: word, found: "正文里没有" })),
    ...expect.never_says
      .filter((word) => text.includes(word))
      .map((word) => ({ key: "不得出现", expected: word, found: "正文里有" })),
  ];
}

function listFaults(
  key: string,
  expected: readonly string[],
  found: readonly string[],
  naming: Naming,
): Mismatch[] {
  return expected
    .filter((word) => !found.includes(word))
    .map((word) => ({
      key,
      expected: both(word, naming),
      found: found.map((one) => both(one, naming)).join("、") || "没有",
    }));
}

function missingFaults(
  { missing }: Answer,
  expect: Expected,
  { slots }: ScriptNames,
): Mismatch[] {
  if (expect.missing === undefined) return [];
  if (expect.missing.length === 0 && missing.length > 0)
    return [
      {
        key: "缺少",
        expected: "什么都不缺",
        found: missing.map((one) => both(one, slots)).join("、"),
      },
    ];
  return listFaults("缺少", expect.missing, missing, slots);
}

function suggestFaults({ suggestions }: Answer, expect: Expected): Mismatch[] {
  const bare = (text: string): string =>
    folded(text).replace(/[?!。.,、]/g, "");
  return expect.suggests
    .filter(
      (word) => !suggestions.some((one) => bare(one).includes(bare(word))),
    )
    .map((word) => ({
      key: "建议",
      expected: word,
      found: suggestions.join("、") || "没有建议",
    }));
}

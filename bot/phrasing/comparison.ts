/** Scenarios side by side: what each comes to and rests on, and where they differ. */
import type { Answer } from "../answer.js";
import type { Figure } from "../../engine/result.js";
import { figureText } from "./format.js";

export interface ComparisonRow {
  label: string;
  /** One for each scenario; empty where it has none. */
  cells: string[];
  differs: boolean;
}

const SLOTS: Readonly<Record<string, string>> = {
  jurisdiction: "地区",
  area: "区县",
  year: "年度",
  identity: "人员",
  tier: "档次",
  insurance: "险种",
  institution: "机构",
  disease: "病种",
};

/** Rows of results, then rows of what they rest on, in the order in which the scenarios name them. */
export function comparison(answers: readonly Answer[]): ComparisonRow[] {
  const conditions = rows(answers, ({ conditions }) =>
    conditions.map(({ slot, label }) => [slot, SLOTS[slot] ?? "条件", label]),
  );
  const figures = rows(answers, ({ figures }) =>
    numbered(figures).map(([key, figure]) => [
      key,
      figure.label,
      figureText(figure),
    ]),
  );
  return [...figures, ...conditions];
}

/** A name for each figure that the same figure of another scenario has, too. */
function numbered(figures: readonly Figure[]): [string, Figure][] {
  const seen = new Map<string, number>();
  return figures.map((figure) => {
    const count = (seen.get(figure.key) ?? 0) + 1;
    seen.set(figure.key, count);
    return [`${figure.key} ${count}`, figure];
  });
}

function rows(
  answers: readonly Answer[],
  entries: (answer: Answer) => string[][],
): ComparisonRow[] {
  const found = new Map<string, ComparisonRow>();
  answers.forEach((answer, at) => {
    for (const [key = "", label = "", value = ""] of entries(answer)) {
      const row = found.get(key) ?? {
        label,
        cells: answers.map(() => ""),
        differs: false,
      };
      const before = row.cells[at] ?? "";
      row.cells[at] = before === "" ? value : `${before}、${value}`;
      found.set(key, row);
    }
  });
  return [...found.values()].map((row) => ({
    ...row,
    differs: new Set(row.cells).size > 1,
  }));
}

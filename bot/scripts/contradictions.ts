/** Expectations that no answer can meet together, by the contract's table of statuses. */
import type { ScriptNames } from "./naming.js";
import type { Expected } from "./script.js";

const NO_FIGURES = [
  "needs_info",
  "clarify",
  "not_stipulated",
  "not_held",
  "out_of_scope",
  "handoff",
];

export interface Contradiction {
  /** Key of the expectation that is told. */
  key: keyof Expected;
  message: string;
}

/** One for each contradiction; none when an answer can meet them all. */
export function contradictions(
  expect: Expected,
  names: ScriptNames,
): Contradiction[] {
  const { status, says, never_says: never, missing } = expect;
  const found: Contradiction[] = [];
  const tell = (key: keyof Expected, what: string): void => {
    found.push({ key, message: `${what}互相矛盾，请改一个` });
  };
  const named = status === undefined ? "" : names.statuses.name(status);
  for (const word of says)
    for (const banned of never)
      if (word.includes(banned))
        tell("never_says", `“包含”里的“${word}”与“不得出现”里的“${banned}”`);
  const figures = Object.keys(expect.figures).length > 0 ? "figures" : "values";
  const some = figures === "figures" || expect.values.length > 0;
  if (status !== undefined && NO_FIGURES.includes(status) && some)
    tell(figures, `状态是“${named}”的回答没有金额，与“金额”“数值”`);
  if (status === "out_of_scope" && expect.cites.length > 0)
    tell("cites", "超出范围的回答不引文件，与“依据”");
  if (
    expect.scope !== undefined &&
    (status ?? "out_of_scope") !== "out_of_scope"
  )
    tell("scope", `只有超出范围的回答才有“拒答类别”，与状态“${named}”`);
  if (expect.scope !== undefined && some)
    tell(figures, "超出范围的回答没有金额，与“拒答类别”");
  if (status !== undefined && missing !== undefined) {
    const asks = status === "needs_info";
    if (asks && missing.length === 0)
      tell("missing", `状态是“${named}”的回答总缺一样，与“缺少: []”`);
    if (!asks && missing.length > 0)
      tell("missing", `状态是“${named}”的回答不再缺什么，与“缺少”`);
  }
  return found;
}

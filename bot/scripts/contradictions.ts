/** Expectations that no answer can meet together, by the contract's table of statuses. */
import type { Expected } from "./script.js";

const NO_FIGURES = [
  "needs_info",
  "clarify",
  "not_stipulated",
  "not_held",
  "out_of_scope",
  "handoff",
];

/** One message for each contradiction; none when an answer can meet them all. */
export function contradictions(expect: Expected): string[] {
  const { status, says, never_says: never, missing } = expect;
  const found: string[] = [];
  for (const word of says)
    for (const banned of never)
      if (word.includes(banned))
        found.push(
          `“包含”里的“${word}”与“不得出现”里的“${banned}”互相矛盾，请改一个`,
        );
  const figures =
    Object.keys(expect.figures).length > 0 || expect.values.length > 0;
  if (status !== undefined && NO_FIGURES.includes(status) && figures)
    found.push(
      `状态是“${status}”的回答没有金额，与“金额”“数值”互相矛盾，请改一个`,
    );
  if (status === "out_of_scope" && expect.cites.length > 0)
    found.push("超出范围的回答不引文件，与“依据”互相矛盾，请改一个");
  if (
    status !== undefined &&
    status !== "out_of_scope" &&
    expect.scope !== undefined
  )
    found.push("只有超出范围的回答才有“拒答类别”，与“状态”互相矛盾，请改一个");
  if (status === "answered" && missing !== undefined && missing.length > 0)
    found.push("已回答的问题不再缺什么，与“缺少”互相矛盾，请改一个");
  return found;
}

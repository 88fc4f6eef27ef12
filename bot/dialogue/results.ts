/** Results put together: figures of provisions, several results as one. */
import { citationsOf } from "../../engine/citations.js";
import type { CalcResult, Caveat, Citation } from "../../engine/result.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Provision } from "../../knowledge/schema.js";

const same = (a: Citation, b: Citation): boolean =>
  a.notice === b.notice && a.clause === b.clause && a.quote === b.quote;

/** A result that holds nothing yet. */
export function emptyResult(status: CalcResult["status"]): CalcResult {
  return {
    status,
    figures: [],
    steps: [],
    citations: [],
    caveats: [],
    missing: [],
    reference: [],
    range: null,
  };
}

/** Adds the citations of a provision once; gives their places in the list. */
export function cite(
  result: Pick<CalcResult, "citations">,
  provision: Provision,
): number[] {
  return citationsOf(provision).map((citation) => {
    const known = result.citations.findIndex((one) => same(one, citation));
    return known >= 0 ? known : result.citations.push(citation) - 1;
  });
}

/** What must be said beside a provision: derived, ambiguous, expired, refers, guidance. */
export function caveatsOf(
  knowledge: Knowledge,
  provision: Provision,
): Caveat[] {
  const caveats: Caveat[] = [];
  const { notice } = provision;
  if (notice.status === "expired")
    caveats.push({
      code: "expired",
      text: `《${notice.title}》在所持文本中标明已失效，仅供了解当时的规定。`,
    });
  if (notice.kind === "guidance")
    caveats.push({
      code: "guidance",
      text: "这是对下级部门的指导性规定，不是个人待遇标准。",
    });
  if (provision.force === "target")
    caveats.push({
      code: "target_not_rule",
      text: "这是工作目标，不是个人待遇标准，不能拿它乘个人的账单。",
    });
  if (provision.derived)
    caveats.push({
      code: "derived",
      text: `这个数文件没有直接写，由文件数字推算：${provision.derived.formula}。`,
    });
  const reading =
    provision.interpretation === undefined
      ? undefined
      : knowledge.interpretations.get(provision.interpretation);
  if (reading) caveats.push({ code: "ambiguous", text: reading.reading });
  for (const other of provision.refers)
    caveats.push({
      code: "refers",
      text: `条文指向${other.title ? `《${other.title}》` : ""}${other.number ?? ""}，${other.held ? "已收录" : "没有收录"}。`,
    });
  return caveats;
}

/** Several results as one: citations renumbered, caveats once. */
export function join(results: readonly CalcResult[]): CalcResult {
  const all = emptyResult("answered");
  for (const result of results) {
    const places = result.citations.map((citation) => {
      const known = all.citations.findIndex((one) => same(one, citation));
      return known >= 0 ? known : all.citations.push(citation) - 1;
    });
    const move = <T extends { citations: number[] }>(item: T): T => ({
      ...item,
      citations: item.citations.map((at) => places[at] ?? at),
    });
    all.figures.push(...result.figures.map(move));
    all.steps.push(
      ...result.steps
        .map(move)
        .filter(
          (step) =>
            !all.steps.some(
              (one) =>
                one.label === step.label &&
                one.expression === step.expression &&
                one.value === step.value,
            ),
        ),
    );
    all.reference.push(
      ...result.reference
        .map(move)
        .filter(
          (figure) =>
            !all.reference.some(
              (one) => one.label === figure.label && one.value === figure.value,
            ),
        ),
    );
    for (const caveat of result.caveats)
      if (
        !all.caveats.some(
          (one) => one.code === caveat.code && one.text === caveat.text,
        )
      )
        all.caveats.push(caveat);
    for (const slot of result.missing)
      if (!all.missing.includes(slot)) all.missing.push(slot);
    if (result.range) all.range = [...(all.range ?? []), ...result.range];
  }
  return all;
}

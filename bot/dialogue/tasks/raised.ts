/** Ratios with the points that a condition adds to them, where the condition was said. */
import { exact, plainText } from "../../../engine/decimal.js";
import { subjectLabel } from "../../../engine/reference.js";
import type { CalcResult } from "../../../engine/result.js";
import type { Provision } from "../../../knowledge/schema.js";
import type { Context } from "../context.js";
import { type Asked, look } from "../lookup.js";
import { addCaveats, cite } from "../results.js";

const RATIO = "outpatient.ratio";
const POINTS = "outpatient.points";

/** The result, led by the raised ratios if a family doctor was said and the ratios were asked for. */
export function raised(
  context: Context,
  asked: Omit<Asked, "topic">,
  result: CalcResult,
): CalcResult {
  const told = result.figures.some(({ key }) => key === RATIO);
  if (!told || context.facet("family_doctor") !== "true") return result;
  const all = { ...result, citations: [...result.citations] };
  const points = look(context, { ...asked, topic: POINTS }).rules;
  const sums = look(context, { ...asked, topic: RATIO }).rules.flatMap(
    (ratio) =>
      points
        .filter((more) => meets(ratio, more))
        .flatMap((more) => sum(context, ratio, more, all)),
  );
  if (sums.length > 0) return { ...all, figures: [...sums, ...result.figures] };
  // 县医院签约了: how the clause on others is read is said beside the ratio.
  const caveats = [...result.caveats];
  for (const rule of look(context, { ...asked, where: {}, topic: POINTS })
    .rules)
    addCaveats(context, { caveats }, rule);
  return { ...result, caveats };
}

/** Whether a case of the ratio is a case of the points. */
function meets(ratio: Provision, points: Provision): boolean {
  const named = points.where.institution;
  const own = ratio.where.institution;
  return (
    points.where.family_doctor !== undefined &&
    (!named || !own || own.some((one) => named.includes(one)))
  );
}

function sum(
  { knowledge }: Context,
  ratio: Provision,
  points: Provision,
  all: CalcResult,
): CalcResult["figures"] {
  if (ratio.value.kind !== "ratio" || points.value.kind !== "points") return [];
  const value = exact(ratio.value.ratio).plus(exact(points.value.points));
  return [
    {
      key: RATIO,
      type: "ratio",
      label: `${subjectLabel(knowledge, ratio)}（${knowledge.vocabulary.label("family_doctor", "true")}）`,
      value: plainText(value),
      unit: "",
      citations: [...cite(all, ratio), ...cite(all, points)],
    },
  ];
}

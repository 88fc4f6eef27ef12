/** 从多少涨到多少: beside by how much something rose, what it was and what it is now. */
import { difference } from "../../../engine/compare.js";
import { derivedText } from "../../../engine/remarks.js";
import type { CalcResult, Figure } from "../../../engine/result.js";
import type { Reply } from "../../phrasing/compose.js";
import { figuresSentence } from "../../phrasing/verdict.js";
import type { Context } from "../context.js";
import { lookAll } from "../lookup.js";
import { emptyResult, join } from "../results.js";

/** The rise with the standards of the year and of the one before; as it was where they were not asked for or one is open. */
export function withFromTo(
  context: Context,
  told: Reply,
  topic: "contribution.standard" | "subsidy.total",
  year: number,
): Reply {
  if (context.frame.flags.from_to !== true || told.status !== "answered")
    return told;
  const now = standard(context, topic, year);
  const held = standard(context, topic, year - 1);
  const before =
    held.status === "answered" ? held : asDerived(topic, told, now, year - 1);
  if (now.status !== "answered" || before === null) return told;
  const line = [before, now]
    .map(({ figures }) => figuresSentence(figures))
    .join("；");
  return {
    ...told,
    ...join([asResult(told), before, now]),
    status: "answered",
    lead: [...told.lead, `${line}（每人每年）。`],
    computed: told.computed || before.steps.length > 0,
  };
}

/** 去年和今年各补多少: the year before, where its own amount is open and that by which it rose is stated. */
export function withYearBefore(
  context: Context,
  told: Reply,
  topic: "subsidy.total",
  years: readonly number[],
): Reply {
  const year = Math.max(...years);
  if (told.status !== "answered") return told;
  if (standard(context, topic, year - 1).status === "answered") return told;
  const rise = lookAll(context, [topic.replace("total", "increase")], {
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  });
  const now = standard(context, topic, year);
  const before =
    rise.status === "answered" && now.status === "answered"
      ? asDerived(topic, rise, now, year - 1)
      : null;
  if (before === null) return told;
  return {
    ...told,
    ...join([asResult(told), before]),
    status: "answered",
    lead: [...told.lead, `${figuresSentence(before.figures)}（每人每年）。`],
    computed: true,
  };
}

const asResult = (told: Reply): CalcResult => ({
  ...emptyResult("answered"),
  figures: told.figures,
  steps: told.steps,
  citations: told.citations,
  caveats: told.caveats,
});

function standard(context: Context, topic: string, year: number): CalcResult {
  const found = lookAll(context, [topic], {
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  });
  return { ...found, figures: found.figures.map((one) => ofYear(one, year)) };
}

const ofYear = (figure: Figure, year: number): Figure => ({
  ...figure,
  label: `${year}年度${figure.label}`,
  for: { year: String(year), ...figure.for },
});

/** 提高30元，达到610元 tells what it was, too: the amount reached less the rise. */
function asDerived(
  topic: string,
  { figures, citations }: Pick<CalcResult, "figures" | "citations">,
  now: CalcResult,
  year: number,
): CalcResult | null {
  const [rise, moreRise] = figures;
  const [reached, more] = now.figures;
  if (!rise || moreRise || !reached || more) return null;
  const own = join([
    { ...emptyResult("answered"), figures: [rise], citations },
    now,
  ]);
  const [a, b] = own.figures;
  if (!a || !b) return null;
  const label = reached.label.replace(/^\d{4}年度/, `${year}年度`);
  const { figure, step } = difference(topic, label, a, b);
  return {
    ...own,
    figures: [{ ...figure, for: { year: String(year) } }],
    steps: [step],
    caveats: [{ code: "derived", text: derivedText(step.expression) }],
  };
}

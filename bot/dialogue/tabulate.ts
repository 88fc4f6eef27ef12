/** A fact with a few possible values that was not said: every result, the ordinary case first. */
import type { CalcRequest, FactId, Facts } from "../../engine/request.js";
import type { CalcResult, Caveat } from "../../engine/result.js";
import type { Context } from "./context.js";
import { join } from "./results.js";

/** Facts that are tabulated instead of asked, with the facet that names their values. */
const TABLES: Partial<
  Record<
    FactId,
    {
      facet: string;
      values: readonly (string | boolean | number)[];
      labels?: readonly string[];
    }
  >
> = {
  family_doctor: { facet: "family_doctor", values: [false, true] },
  insurance: { facet: "insurance", values: ["resident", "employee"] },
  employment: { facet: "employment", values: ["employed", "retired"] },
  tier: { facet: "tier", values: ["1", "2"] },
  institution: {
    facet: "institution",
    values: ["grassroots", "level2", "level1", "level3"],
  },
  years_below_deductible: {
    facet: "",
    values: [0, 1, 2, 3],
    labels: [
      "上一年超过了起付标准",
      "上一年没超过起付标准",
      "连续两年没超过",
      "连续三年以上没超过",
    ],
  },
  registered_in_birth_year: {
    facet: "",
    values: [true, false],
    labels: ["出生当年办了参保登记", "出生当年没办参保登记"],
  },
};
/** Facts that are asked first, and tabulated when the person cannot tell. */
const ASKED_FIRST: typeof TABLES = {
  monitored: {
    facet: "",
    values: [true, false],
    labels: ["属于监测对象", "不属于监测对象"],
  },
  burden_still_heavy: {
    facet: "",
    values: [true, false],
    labels: ["认定负担仍然较重", "没有认定"],
  },
};

/** Computes; where a fact with few values is missing, computes for each of them. */
export function tabulate(
  context: Context,
  benefit: CalcRequest["benefit"],
  facts: Facts,
  depth = 0,
): CalcResult {
  const result = context.calc(benefit, facts);
  const slot = result.missing[0] as FactId | undefined;
  if (result.status !== "needs_info" || slot === undefined || depth > 2)
    return result;
  const table =
    TABLES[slot] ?? (context.cannotTell(slot) ? ASKED_FIRST[slot] : undefined);
  if (!table) return result;
  const rows = table.values.map((value, at) => ({
    value: String(value),
    label:
      table.labels?.[at] ??
      context.knowledge.vocabulary.label(table.facet, String(value)),
    result: tabulate(context, benefit, { ...facts, [slot]: value }, depth + 1),
  }));
  const answered = rows.filter(({ result }) => result.status === "answered");
  if (answered.length === 0) return rows[0]?.result ?? result;
  if (
    answered.length === rows.length &&
    allEqual(answered.map(({ result }) => result))
  )
    return answered[0]?.result ?? result;
  const told = join(
    answered.map(({ value, label, result }) =>
      named(result, slot, value, label),
    ),
  );
  const open = rows.filter(({ result }) => result.status !== "answered");
  return {
    ...told,
    status: "answered",
    caveats: [...told.caveats, ...open.map(({ label }) => undecidedFor(label))],
  };
}

/** A case of the table that no clause decides. */
function undecidedFor(label: string): Caveat {
  return { code: "assumed", text: `${label}的，收录的文件没有规定，算不出。` };
}

function allEqual(results: readonly CalcResult[]): boolean {
  const shown = results.map(({ figures }) =>
    figures.map(({ key, value }) => `${key}=${value}`).join(),
  );
  return new Set(shown).size === 1;
}

/** The result with every figure and step named after its case. */
export function named(
  result: CalcResult,
  slot: string,
  value: string,
  label: string,
): CalcResult {
  return {
    ...result,
    figures: result.figures.map((figure) => ({
      ...figure,
      label: `${label}：${figure.label}`,
      for: { ...figure.for, [slot]: value },
    })),
    steps: result.steps.map((step) => ({
      ...step,
      label: `${label}：${step.label}`,
    })),
  };
}

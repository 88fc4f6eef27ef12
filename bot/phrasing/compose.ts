/** A structured reply → the answer object: the text is put together here and nowhere else. */
import type { ScopeKind } from "../../knowledge/matters.js";
import type { Answer, Condition } from "../answer.js";
import type { CalcResult } from "../../engine/result.js";
import {
  expressionText,
  figureText,
  groundsHeading,
  groundsLines,
} from "./format.js";

/** What a task concluded, before it is put into one text. */
export interface Reply extends CalcResult {
  intent: string;
  /** The conclusion first; then what else must be said. */
  lead: string[];
  /** What a correction changed. */
  changed: string[];
  /** Amounts were computed from what the person said. */
  computed: boolean;
  conditions: Condition[];
  suggestions: string[];
  scope: ScopeKind | null;
  /** What to do next, after the grounds. */
  closing: string[];
  /** What several such replies come to in all was asked. */
  summed?: true;
}

/** An empty reply of a status and intent, to be filled. */
export function reply(
  status: CalcResult["status"],
  intent: string,
  lead: string[],
  more: Partial<Reply> = {},
): Reply {
  return {
    status,
    intent,
    lead,
    figures: [],
    steps: [],
    citations: [],
    caveats: [],
    missing: [],
    reference: [],
    range: null,
    changed: [],
    computed: false,
    conditions: [],
    suggestions: [],
    scope: null,
    closing: [],
    ...more,
  };
}

/** The fixed line that ends every computed answer. */
export const COMPUTED_LINE = "按您说的条件测算，实际以经办机构认定和结算为准。";

function conditionLine(conditions: readonly Condition[]): string[] {
  const carried = conditions
    .filter(({ source }) => source === "carried")
    .map(({ label }) => label);
  return carried.length > 0
    ? [`（沿用前面说的：${carried.join("、")}。不对请直接告诉我。）`]
    : [];
}

/** What was not said and is assumed, so that it can be corrected. */
export function assumedText(conditions: readonly Condition[]): string | null {
  const assumed = conditions
    .filter(({ source }) => source === "assumed")
    .map(({ label }) => label);
  return assumed.length > 0
    ? `您没有说的，按${assumed.join("、")}回答，不对请直接告诉我。`
    : null;
}

function stepLines({ steps }: Reply): string[] {
  if (steps.length === 0) return [];
  return [
    "怎么算的：",
    ...steps.map(
      ({ label, expression, value, unit }) =>
        `· ${label}：${expression === value || expression === "" ? "" : `${expressionText(expression)} = `}${figureText({ key: "", type: unit === "元" ? "money" : unit === "" || unit === "%" || unit.includes("点") ? "ratio" : "count", label, value, unit, citations: [] })}`,
    ),
  ];
}

/** The whole text: conclusion, conditions, computation, clauses, remarks. */
export function textOf(all: Reply): string {
  const clauses = groundsLines(all.citations);
  return [
    ...all.lead,
    ...all.changed,
    ...conditionLine(all.conditions),
    ...stepLines(all),
    ...(clauses.length > 0 ? [groundsHeading(all.intent), ...clauses] : []),
    ...[...new Set(all.caveats.map(({ text }) => text))].map(
      (text) => `注意：${text}`,
    ),
    ...all.closing,
    ...(all.computed || all.steps.length > 0 ? [COMPUTED_LINE] : []),
  ].join("\n");
}

/** The answer object with every key present, in the contract's order. */
export function compose(all: Reply, parts: Answer[] = []): Answer {
  return {
    status: all.status,
    intent: all.intent,
    conditions: all.conditions,
    text: textOf(all),
    figures: all.figures,
    steps: all.steps,
    citations: all.citations,
    missing: all.missing,
    caveats: all.caveats,
    reference: all.reference,
    range: all.range,
    parts,
    scope: all.scope,
    suggestions: all.suggestions,
  };
}

/** 能报多少 of no care named: which kind of care the place lets it be. */
import type { Knowledge } from "../../../knowledge/knowledge.js";
import type { Reply } from "../../phrasing/compose.js";
import type { Context } from "../context.js";
import type { Frame } from "../state.js";
import { CARE } from "./care.js";
import { inpatient } from "./inpatient.js";
import { catastrophic } from "./layers.js";
import { topicsOf } from "./stated.js";
import { reimburse } from "./unclear.js";

/** Kinds of care that 报销 may be about. */
const KINDS = ["outpatient", "inpatient", "catastrophic"];

/** Whether the place or one above it states anything that was asked of a kind of care. */
export function statesCare(
  knowledge: Knowledge,
  place: string,
  kind: string,
  { aspects, amounts }: Frame,
): boolean {
  const care = CARE[kind];
  // A bill is computed whatever else was said of it: 起付线800，能报多少.
  const topics = care ? topicsOf(care, amounts.length > 0 ? [] : aspects) : [];
  return topics.some((topic) =>
    knowledge.jurisdictions
      .chain(place)
      .some((id) => knowledge.provisions(id, topic).length > 0),
  );
}

/** Whether the question goes on from one before, and the place has no other layer that it may mean. */
function asksAgain({ frame, knowledge, place }: Context): boolean {
  const again = frame.place?.source === "carried" || frame.text === "";
  return again && knowledge.provisions(place, "assistance.ratio").length === 0;
}

const isBasic = (kind: string): boolean => kind !== "catastrophic";

/** 职工医保封顶线: the limit of the basic insurance named, not that of the layer after it. */
function ofBasic({ frame }: Context): boolean {
  return (
    frame.facets.insurance !== undefined &&
    frame.amounts.length === 0 &&
    frame.aspects.every((aspect) => aspect === "limit")
  );
}

/** 黄石今年自付2万5超的报多少: what is above the most that one pays oneself in a year. */
function aboveOwnCeiling({ frame, knowledge, place }: Context): boolean {
  return (
    frame.amounts.length > 0 &&
    frame.amounts.every(({ role }) => role === "self") &&
    knowledge.provisions(place, "inpatient.self_paid_ceiling").length > 0
  );
}

/** 黄石封顶线多少: a limit in money, where that of another care was only abolished. */
function hasLimit({ frame, knowledge, place }: Context, kind: string): boolean {
  const care = CARE[kind];
  const asked =
    frame.amounts.length === 0 &&
    frame.aspects.every((aspect) => aspect === "limit");
  if (!asked || !care) return false;
  return topicsOf(care, frame.aspects)
    .flatMap((topic) => knowledge.provisions(place, topic))
    .some(({ value }) => value.kind === "cap" && value.amount !== null);
}

/** 舟山医保几个点: the place states a rate that is paid in, and none that is paid out. */
function ratesAlone(
  { frame, knowledge, place }: Context,
  care: string | undefined,
): boolean {
  const { aspects, amounts } = frame;
  return (
    care === undefined &&
    amounts.length === 0 &&
    aspects.some((aspect) => aspect === "ratio" || aspect === "points") &&
    knowledge.provisions(place, "contribution.rate").length > 0
  );
}

type Task = (context: Context) => Reply;

/** 能报多少: where the place states one kind of care alone, it is meant; otherwise the kind is asked. */
export function kindOfCare(
  context: Context,
  taskOf: (kind: string) => Task | undefined,
): Reply {
  if (aboveOwnCeiling(context)) return catastrophic(context);
  const [only, more] = kindsMeant(context);
  const task =
    only !== undefined && more === undefined ? taskOf(only) : undefined;
  const contribution = ratesAlone(context, only)
    ? taskOf("contribution")
    : null;
  if (contribution) return contribution(context);
  // Nothing of any care is stated: asking which one leads nowhere.
  if (only === undefined && asksAgain(context)) return inpatient(context);
  return task ? task(context) : reimburse(context);
}

/** The kinds of care of which the place states what was asked. */
export function kindsMeant(context: Context): string[] {
  const kinds = ofBasic(context) ? KINDS.filter(isBasic) : KINDS;
  const held = kinds.filter((kind) =>
    statesCare(context.knowledge, context.place, kind, context.frame),
  );
  const limited = held.filter((kind) => hasLimit(context, kind));
  return limited.length > 0 ? limited : held;
}

/** The deductible of a later stay, where only what changes it is written down. */
import type { Reply } from "../../phrasing/compose.js";
import type { Context } from "../context.js";
import type { CareTopics } from "./care.js";
import { stated } from "./stated.js";

/** 第二次住院起付线: what is stated of it; without the deductible itself, by how much it is lowered, and that the rest is open. */
export function ofTheStay(context: Context, care: CareTopics): Reply {
  const told = stated(context, care);
  const { change } = care.topics;
  if (told.status !== "not_stipulated" || !change || !asksOfLater(context))
    return told;
  const lowered = stated(context, {
    ...care,
    topics: { amount: change },
    beside: [],
    // An amount holds for those who fulfil a condition: of that the table of the place is asked.
    only: ({ value }) =>
      value.kind === "deductible_change" && value.factor !== undefined,
  });
  return lowered.status === "answered"
    ? { ...lowered, lead: [...lowered.lead, DEDUCTIBLE_OPEN] }
    : told;
}

const DEDUCTIBLE_OPEN = "原来的起付标准是多少，收录的文件没有写。";

/** 二次住院 is the second stay, two stays are 两次. */
const asksOfLater = ({
  frame: { aspects, counts, countsAnew },
}: Context): boolean =>
  countsAnew === true &&
  aspects.includes("deductible") &&
  counts.some(
    ({ kind, unit, text, value }) =>
      unit === "次" && (kind === "ordinal" || text === "二次") && value !== "1",
  );

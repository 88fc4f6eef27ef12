/** What the insurances left to the person, by kind of care: assistance limits visits and stays apart. */
import type { Facts } from "../../../engine/request.js";
import type { Money } from "../../../nlu/meaning.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { ASK_CARE_OF_AMOUNTS } from "../../phrasing/asks.js";
import { Context } from "../context.js";
import { exact, isExact } from "./amounts.js";

const CARES = ["inpatient", "outpatient"] as const;
/** Amounts paid before; what is left of the bill is told by the others. */
const BEFORE = ["paid_this_year", "paid_today"];
const LEFT = ["self", "eligible"];

/** Whether amounts are told and both kinds of care are meant. */
export function ofBothCares(context: Context): boolean {
  return bills(context).length > 0 && context.facets("care").length > 1;
}

/** Whether amounts of both kinds of care are told. */
export const tellsBothCares = ({ frame: { amounts } }: Context): boolean =>
  CARES.every((one) => amounts.some(({ care }) => care === one));

/**
 * The amounts of stays and of visits as the facts of assistance; one kind of
 * care counts where it alone is named. Null where an amount of two kinds is not
 * told apart, or is not said to be the person's own part.
 */
export function burdenByCare(context: Context): Facts | null {
  const amounts = bills(context);
  const own = amounts.every(
    (money, at) =>
      isExact(money) &&
      (LEFT.includes(money.role) ||
        (money.role === "unknown" &&
          LEFT.includes(amounts[at - 1]?.role ?? ""))),
  );
  if (!own || !amounts.every(({ care }) => CARES.some((one) => one === care)))
    return null;
  const [inpatient, outpatient] = CARES.map((care) => leftOf(context, care));
  return {
    ...(inpatient === null ? {} : { inpatient_left: inpatient }),
    ...(outpatient === null ? {} : { general_outpatient_left: outpatient }),
  };
}

/** Both kinds of care are meant and the amounts do not say which is whose. */
export function askCareOfAmounts(intent: string): Reply {
  return reply("needs_info", intent, [ASK_CARE_OF_AMOUNTS], {
    missing: ["inpatient_left", "general_outpatient_left"],
    suggestions: [],
  });
}

function bills(context: Context): Money[] {
  return context.frame.amounts.filter(({ role }) => !BEFORE.includes(role));
}

/** 住院自付两次，3万和2万: the sum of one kind of care. */
function leftOf(context: Context, care: string): string | null {
  const amounts = bills(context)
    .filter((money) => money.care === care)
    .map((money) => ({ ...money, role: "self" as const }));
  return exact(
    new Context({ ...context.frame, amounts }, context.world),
    "self",
  );
}

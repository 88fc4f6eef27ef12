/** A yearly limit on the expense that counts: what the fund pays at most is less, and is told with it. */
import type { Facts } from "../../../engine/request.js";
import type { Reply } from "../../phrasing/compose.js";
import { mostPaidLead } from "../../phrasing/paid.js";
import type { Context } from "../context.js";
import { join } from "../results.js";
import { tabulate } from "../tabulate.js";

/** 一年最多报多少, where the limit is on the expense: beside it what is paid for as much. */
export function withMostPaid(
  context: Context,
  told: Reply,
  known: () => Facts,
): Reply {
  const { knowledge, place, frame } = context;
  const [limit, more] = told.figures;
  if (told.status !== "answered" || !frame.aspects.includes("limit"))
    return told;
  const cap = knowledge
    .provisions(place, "outpatient.cap")
    .find(({ quote }) => told.citations.some((one) => one.quote === quote));
  if (cap?.value.kind !== "cap" || cap.value.on !== "expense") return told;
  if (limit?.key !== "outpatient.limit" || more || cap.value.amount === null)
    return told;
  const { institution, insurance } = cap.where;
  const paid = tabulate(context, "outpatient", {
    ...known(),
    ...(institution?.[0] ? { institution: institution[0] } : {}),
    ...(insurance?.[0] ? { insurance: insurance[0] } : {}),
    eligible: cap.value.amount,
  });
  const funds = paid.figures.filter(({ key }) => key === "outpatient.fund");
  if (paid.status !== "answered" || funds.length === 0) return told;
  const { steps } = paid;
  const both = join([
    {
      ...paid,
      figures: funds,
      steps: steps.filter(({ label }) => !/负担|还剩/.test(label)),
    },
    told,
  ]);
  return {
    ...told,
    ...both,
    status: "answered",
    lead: [mostPaidLead(funds), ...told.lead],
  };
}

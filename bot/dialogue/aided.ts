/** 低保户国家给出多少: asked of a person whose fee is partly paid, the aid is meant and not the subsidy that everybody gets. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import { Context, type World } from "./context.js";
import type { Frame } from "./state.js";
import { paymentYears } from "./years.js";

/** What the clauses call the payer of the subsidy. */
const TREASURY = "财政";

/** The question about a subsidy as one about aid, where the notices aid one of the persons named. */
export function withAid(frame: Frame, world: World): Frame {
  if (frame.task !== "subsidy") return frame;
  const context = new Context(frame, world);
  const carried = frame.people?.source === "carried";
  const aided = context.people.some((person) => {
    const identities = context.tagsOf(person);
    if (identities.length === 0) return false;
    const { status, missing, figures, citations } = context.calc(
      "contribution",
      { coverage_year: paymentYears(context).value[0], identities },
    );
    // 残疾人的350市里出多少: of which grade is asked back; 老人财政补多少: which tier they pay changes nothing.
    if (status === "needs_info")
      return (
        !carried &&
        (!missing.includes("tier") ||
          identities.some((id) => isGround(id, world.knowledge)))
      );
    const aid = figures.find(({ key }) => key === "contribution.aid");
    if (!aid || !carried || frame.ofTreasury !== true) return aid !== undefined;
    // 财政补多少, after what an orphan pays: another fund gives that aid.
    return aid.citations.some((at) => citations[at]?.quote.includes(TREASURY));
  });
  if (!aided) return frame;
  return { ...frame, task: "contribution", aspects: ["aid"] };
}

/** Whether an identity may be a ground of aid: neither an age nor a circumstance. */
function isGround(id: string, { vocabulary }: Knowledge): boolean {
  const value = vocabulary.value("identity", id);
  return value?.ages === undefined && value?.circumstance !== true;
}

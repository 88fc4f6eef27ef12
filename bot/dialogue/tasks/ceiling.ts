/** The most that a person bears in a year, and by how much an amount lies above it. */
import { difference } from "../../../engine/compare.js";
import type { Reply } from "../../phrasing/compose.js";
import { figuresSentence } from "../../phrasing/verdict.js";
import type { Context } from "../context.js";
import { askExact, exact } from "./amounts.js";
import { CARE } from "./care.js";
import { stated } from "./stated.js";

/** The most that a person bears, as stated. */
export function ceiling(context: Context): Reply {
  const care = CARE.ceiling;
  if (!care) throw new Error("ceiling topics are missing");
  const told = stated(context, care);
  return aboveCeiling(context, told) ?? told;
}

/** 自己还要出6万: by how much it lies above the most that a person bears. */
function aboveCeiling(context: Context, told: Reply): Reply | null {
  const borne = exact(context, "self", "eligible");
  const [most, more] = told.figures.filter(({ type }) => type === "money");
  if (borne === null || !most || more || askExact(context, "ceiling"))
    return null;
  const own = { ...most, label: "个人负担的合理费用", value: borne };
  const { figure, step, sign } = difference(
    "settlement.above_ceiling",
    "超出封顶的部分",
    most,
    own,
  );
  const nothing = sign <= 0;
  const above = nothing ? { ...figure, value: "0.00" } : figure;
  return {
    ...told,
    lead: [`${figuresSentence([above])}。`, ...told.lead],
    figures: [above, ...told.figures],
    steps: nothing ? [] : [step],
    computed: true,
  };
}

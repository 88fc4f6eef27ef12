/** The end of the chain: what all layers together leave to the person, and who is watched for it. */
import { plainText } from "../../../engine/decimal.js";
import type { AmountRole } from "../../../nlu/meaning.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { coveredText } from "../../phrasing/paid.js";
import { figuresSentence, verdictLead } from "../../phrasing/verdict.js";
import { caseName } from "../case-name.js";
import type { Context } from "../context.js";
import { askColumn, askExact, exact, outsideOf } from "./amounts.js";
import { askCareOfAmounts, burdenByCare, ofBothCares } from "./burden.js";
import { question } from "./layer-questions.js";
import { known } from "./known-facts.js";
import { stated } from "./stated.js";

/** Monitoring thresholds as stated; with an amount, whether it reaches the threshold. */
export function monitoring(context: Context): Reply {
  const self = exact(context, "self", "unknown");
  if (self === null) return ofIncome(context) ?? thresholds(context);
  const income = (role: AmountRole) => exact(context, role) ?? undefined;
  const result = context.calc("monitoring", {
    ...known(context),
    self_paid: self,
    group: groupOf(context),
    rural_income: income("rural_income"),
    urban_income: income("urban_income"),
    enterprise_pension: income("enterprise_pension"),
  });
  if (result.status === "needs_info")
    return reply("needs_info", "monitoring", [], result);
  const covered = result.figures.find(
    ({ key }) => key === "monitoring.covered",
  );
  if (result.status !== "answered" || !covered) return thresholds(context);
  const threshold = result.figures.find(
    ({ key }) => key === "monitoring.threshold",
  );
  return reply(
    "answered",
    "monitoring",
    [coveredText(covered.value === "true", threshold)],
    { ...result, computed: true },
  );
}

/** 城镇人均可支配收入7万，花多少预警: the threshold that an income told comes to. */
function ofIncome(context: Context): Reply | null {
  const incomes = INCOMES.flatMap((role) => {
    const told = exact(context, role);
    return told === null ? [] : [[role, told] as const];
  });
  if (incomes.length === 0) return null;
  const result = context.calc("monitoring", {
    ...known(context),
    ...Object.fromEntries(incomes),
    group: groupOf(context),
  });
  if (result.status !== "answered" || result.figures.length === 0) return null;
  return reply(
    "answered",
    "monitoring",
    [`${figuresSentence(result.figures)}。`],
    { ...result, computed: true },
  );
}
const INCOMES = ["rural_income", "urban_income", "enterprise_pension"] as const;

/** The group said; employees and retirees are told by their insurance, too; the rest are residents. */
function groupOf(context: Context): string {
  const said = context.facet("group");
  if (said !== undefined) return said;
  if (context.facet("employment") === "retired") return "retiree";
  return context.facet("insurance") === "employee" ? "employee" : "resident";
}

function thresholds(context: Context): Reply {
  const [working] = context.facets("employment");
  const group = working === "retired" ? "retiree" : "employee";
  const own =
    working !== undefined && context.facet("group") === undefined
      ? context.withFacet("group", group)
      : context;
  return stated(own, {
    intent: "monitoring",
    name: "监测预警标准",
    topics: { amount: ["monitoring.threshold"] },
    beside: [],
    facets: ["group"],
    byPerson: false,
    byTier: false,
  });
}

/** The whole chain of layers: who pays which part. */
export function settlement(context: Context): Reply {
  const left = exact(context, "self", "unknown", "eligible", "total");
  const vague = askExact(context, "settlement");
  if (vague) return vague;
  if (left === null)
    return askColumn("settlement", "inpatient_left", "各项保险报销后个人负担");
  const { insurance: _, ...facts } = known(context);
  const heavy = context.frame.flags.burden_still_heavy;
  const outside = plainText(outsideOf(context));
  context.note(
    "reasonable_outside",
    outside,
    outside === "0"
      ? "没有目录外的费用"
      : `目录外的${outside}元都认定为合理医疗费用`,
    "assumed",
  );
  const both = ofBothCares(context);
  const byCare = burdenByCare(context);
  if (both && !byCare) return askCareOfAmounts("settlement");
  const result = context.calc("settlement", {
    ...facts,
    ...(byCare ?? { inpatient_left: left }),
    reasonable_outside: outside,
    ...(heavy === undefined ? {} : { burden_still_heavy: heavy }),
  });
  if (result.status === "needs_info")
    return question(context, "settlement", result, "各项保险报销后个人负担");
  const subject = {
    place: context.placeLabel,
    period: "",
    what: "各层报销以后个人负担多少",
  };
  if (result.status !== "answered")
    return reply(
      result.status,
      "settlement",
      verdictLead(result, subject, context.knowledge),
      result,
    );
  const first = result.figures.filter(({ key }) => key === "settlement.person");
  const rest = result.figures.filter(({ key }) => key !== "settlement.person");
  return reply(
    "answered",
    "settlement",
    [
      `${caseName(context, "")}：${figuresSentence(first)}。`,
      `${figuresSentence(rest)}。`,
    ],
    {
      ...result,
      figures: [...first, ...rest],
      computed: true,
    },
  );
}

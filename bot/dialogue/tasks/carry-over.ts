/** What of the outpatient limit was not used and goes over to inpatient care. */
import { exact as decimal, plainText, ZERO } from "../../../engine/decimal.js";
import { statedFigures } from "../../../engine/reference.js";
import type { Provision } from "../../../knowledge/schema.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { figuresSentence } from "../../phrasing/verdict.js";
import type { Context } from "../context.js";
import { look, state } from "../lookup.js";
import { cite } from "../results.js";
import { benefitYears } from "../years.js";
import { exact } from "./amounts.js";

/** The topic of the rule that carries the rest over. */
export const CARRY_OVER = "fact.outpatient_carryover";

/** 去年门诊只用了1000能转多少: the limit on the expense less what was spent; null where no one limit decides. */
export function carriedOver(context: Context): Reply | null {
  const spent = spentOf(context);
  if (context.frame.topics[0] !== CARRY_OVER || spent === null) return null;
  const years = benefitYears(context);
  const year = years.value[0] ?? context.onYear;
  const period = { from: `${year}-01-01`, to: `${year}-12-31` };
  const insurance = context.facets("insurance");
  const where = insurance.length > 0 ? { insurance } : {};
  const [rule] = look(context, { ...period, topic: CARRY_OVER }).rules;
  const limits = look(context, {
    ...period,
    topic: "outpatient.cap",
    where,
  }).rules.filter(isOnExpense);
  const [limit] = limits;
  const [cap] = limit ? statedFigures(context.knowledge, limit) : [];
  if (!rule || !limit || !cap || limits.length > 1) return null;
  context.note("year", year, `${year}年`, years.source);
  const result = state(context, [rule]);
  const citations = [...cite(result, rule), ...cite(result, limit)];
  const left = decimal(cap.value).minus(decimal(spent));
  const value = (left.lt(ZERO) ? ZERO : left).toFixed(2);
  const figure = {
    key: "outpatient.carried_over",
    type: "money" as const,
    label: "可结转到住院最高支付标准的差额",
    value,
    unit: "元",
    citations,
  };
  return reply(
    "answered",
    "fact",
    [
      `${cap.label}${plainText(decimal(cap.value))}元，${figuresSentence([figure])}。`,
      ...(rule.value.kind === "text" ? [rule.value.says] : []),
    ],
    {
      ...result,
      figures: [figure, { ...cap, citations: cite(result, limit) }],
      steps: [
        {
          label: "可结转的差额",
          expression: left.lt(ZERO)
            ? "已超过最高支付标准"
            : `${plainText(decimal(cap.value))} − ${plainText(decimal(spent))}`,
          value,
          unit: "元",
          citations,
        },
      ],
      computed: true,
    },
  );
}

/** The eligible expense of the year (一分没花 is nothing); a total or one's own share is another column. */
function spentOf(context: Context): string | null {
  const told = exact(context, "outpatient_last_year", "eligible", "unknown");
  return told ?? (context.frame.flags.nothing_spent === true ? "0" : null);
}

const isOnExpense = ({ value }: Provision): boolean =>
  value.kind === "cap" && value.on === "expense" && value.amount !== null;

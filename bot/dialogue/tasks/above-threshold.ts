/** What of an amount lies above the yearly threshold of assistance, and from which amount on the most is paid. */
import {
  exact as decimal,
  moneyText,
  plainText,
  toFen,
} from "../../../engine/decimal.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { figuresSentence } from "../../phrasing/verdict.js";
import { MONITORED } from "../../../nlu/person-facts.js";
import { caseName } from "../case-name.js";
import type { Context } from "../context.js";
import type { CareTopics } from "./care.js";
import { askWhetherMonitored } from "./layer-questions.js";
import { statedFor } from "./stated.js";

const ABOVE = "超过起付标准的部分";

/** 自付5000，超过起付线多少: that part comes first. */
export function withPartAbove({ frame }: Context, told: Reply): Reply {
  const step = told.steps.find(({ label }) => label === ABOVE);
  if (frame.flags.asks_above !== true || told.status !== "answered" || !step)
    return told;
  const { value, unit, citations } = step;
  const figure = {
    key: "assistance.entering",
    type: "money" as const,
    label: ABOVE,
    value: moneyText(decimal(value)),
    unit,
    citations,
  };
  return {
    ...told,
    figures: [figure, ...told.figures],
    lead: [`${figuresSentence([figure])}。`, ...told.lead],
  };
}

/**
 * 自付多少能拿满6万: the amount from which on the yearly limit is reached, of
 * threshold, ratio and limit as stated; null where it is not asked, or one of
 * them is not stated once.
 */
export function amountForMost(
  context: Context,
  care: CareTopics,
): Reply | null {
  if (context.frame.flags.asks_for_most !== true) return null;
  const all = context.reading({ ...context.frame, aspects: ["amount"] });
  const told = statedFor(all, care, [MONITORED]);
  const [threshold, ratio, cap] = ["threshold", "ratio", "cap"].map((name) => {
    const [only, more] = told.figures.filter(
      ({ key }) => key === `assistance.${name}`,
    );
    return more ? undefined : only;
  });
  if (told.status !== "answered" || !threshold || !ratio || !cap) return null;
  const { monitored } = context.frame.flags;
  const tags = context.people.flatMap((person) => context.tagsOf(person));
  // 低保户自付多少能拿满: of anybody else it is asked first.
  if (tags.length > 0 && !tags.includes(MONITORED) && monitored !== true)
    return monitored === undefined ? askWhetherMonitored(context) : null;
  const [from, rate, most] = [threshold, ratio, cap].map(({ value }) =>
    decimal(value),
  );
  if (!from || !rate || !most) return null;
  const above = most.dividedBy(rate);
  const needed = toFen(above.plus(from));
  const citations = [
    ...new Set([threshold, ratio, cap].flatMap((one) => one.citations)),
  ];
  const label = "达到年度限额的政策范围内住院自付";
  const figure = {
    key: "assistance.for_most",
    type: "money" as const,
    label,
    value: moneyText(needed),
    unit: "元",
    citations,
  };
  const step = {
    label,
    expression: `${plainText(most)} ÷ ${plainText(rate.times(100))}% + ${plainText(from)}`,
    value: moneyText(needed),
    unit: "元",
    citations,
  };
  return reply("answered", "assistance", [], {
    ...told,
    lead: [
      `${caseName(context, "医疗救助")}：${figuresSentence([figure])}。`,
      ...told.lead,
    ],
    figures: [figure, ...told.figures],
    steps: [step],
    caveats: [
      ...told.caveats,
      {
        code: "derived",
        text: "文件没有直接写这个数，是按起付标准、比例和限额倒推的。",
      },
    ],
    computed: true,
  });
}

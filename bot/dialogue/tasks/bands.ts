/** The bands of catastrophic insurance as stated: the one that a stretch of money is, and where the last one ends. */
import { exact, moneyText } from "../../../engine/decimal.js";
import { subjectLabel } from "../../../engine/reference.js";
import type { Reply } from "../../phrasing/compose.js";
import { figuresSentence } from "../../phrasing/verdict.js";
import type { Context } from "../context.js";
import { stated } from "./stated.js";

/** 大病封顶多少: without a limit of its own the expense at which the bands end. */
export function endOfBands(context: Context): Reply | null {
  const { frame, knowledge } = context;
  if (frame.amounts.length > 0 || !frame.aspects.includes("limit")) return null;
  // 最高一段报几成 asks what the bands pay, not where they end.
  if (frame.aspects.includes("ratio")) return null;
  const told = stated(context, {
    ...BANDS,
    topics: { amount: ["catastrophic.bands"] },
    only: ({ value }) =>
      value.kind === "bands" && value.bands.at(-1)?.to !== null,
  });
  const limited = knowledge.jurisdictions
    .chain(context.place)
    .some((id) => knowledge.provisions(id, "catastrophic.cap").length > 0);
  if (told.status !== "answered" || limited) return null;
  const rules = knowledge.provisions(context.place, "catastrophic.bands");
  const figures = rules.flatMap((rule) => {
    const { value } = rule;
    const to = value.kind === "bands" ? value.bands.at(-1)?.to : null;
    const at = told.citations.findIndex(({ quote }) => quote === rule.quote);
    if (!to || at < 0) return [];
    return [
      {
        key: "catastrophic.limit",
        type: "money" as const,
        label: `${subjectLabel(knowledge, rule)}到此为止`,
        value: moneyText(exact(to)),
        unit: "元",
        citations: [at],
      },
    ];
  });
  return {
    ...told,
    lead: [
      `${context.placeLabel}：${figuresSentence(figures)}，超过的部分文件没有写怎么报。`,
    ],
    figures,
  };
}

/** 超过20万的部分报多少, 10万到20万那段报几成: the bands that begin there; past the last one nothing is stated. */
export function bandsAsked(context: Context): Reply | null {
  const { frame, knowledge, place } = context;
  const [asked] = frame.amounts;
  const part = asked?.role === "start_of_part";
  if (!asked || frame.amounts.length > 1) return null;
  const vague = asked.about || asked.high === null;
  if (!part && (vague || !isBand(context, "catastrophic"))) return null;
  const looked = context.reading({ ...frame, amounts: [], aspects: ["ratio"] });
  const told = stated(looked, { ...BANDS, topics: { amount: [TOPIC] } });
  if (told.status !== "answered") return told;
  const labels = told.citations.flatMap(({ quote }) =>
    knowledge
      .provisions(place, TOPIC)
      .filter((rule) => rule.quote === quote)
      .flatMap(({ value }) => (value.kind === "bands" ? value.bands : []))
      .filter(({ over }) => exact(over).equals(exact(asked.low)))
      .map(({ over }) => `：${over}元以上`),
  );
  const figures = told.figures.filter(({ label }) =>
    labels.some((one) => label.includes(one)),
  );
  if (figures.length > 0)
    return { ...told, figures, lead: [`${figuresSentence(figures)}。`] };
  const end = endOfBands(
    context.reading({ ...frame, amounts: [], aspects: ["limit"] }),
  );
  const past = end?.figures.some(({ value }) =>
    exact(value).lte(exact(asked.low)),
  );
  return end && past
    ? {
        ...end,
        status: "not_stipulated",
        figures: [],
        reference: end.figures,
      }
    : told;
}
const TOPIC = "catastrophic.bands";

const BANDS = {
  intent: "catastrophic",
  name: "大病保险",
  beside: [],
  facets: ["insurance"],
  byPerson: false,
  byTier: false,
} as const;

/** 2万到10万报多少: a stretch of money that is one of the place's bands asks for its ratio. */
export function isBand(context: Context, benefit: string): boolean {
  const { knowledge, frame, place } = context;
  return frame.amounts.every(({ low, high }) =>
    knowledge
      .provisions(place, `${benefit}.bands`)
      .some(
        ({ value }) =>
          value.kind === "bands" &&
          value.bands.some(({ over, to }) => over === low && to === high),
      ),
  );
}

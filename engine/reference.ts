/** The figures that a provision states, as references: each label names its own place, time and persons. */
import type { Knowledge } from "../knowledge/knowledge.js";
import type { Provision, Who } from "../knowledge/schema.js";
import { TOPICS } from "../knowledge/topics.js";
import type { Vocabulary } from "../knowledge/vocabulary.js";
import { exact, moneyText } from "./decimal.js";
import { factLabel } from "./request.js";
import type { Figure } from "./result.js";

type Stated = Omit<Figure, "citations" | "label"> & { label?: string };

/** Figure keys of the contract, where they are not the topic itself. */
const KEYS: Readonly<Record<string, string>> = {
  "outpatient.cap": "outpatient.limit",
  "chronic.quota": "chronic.monthly",
  "enrolment.benefit_from": "benefit",
  "enrolment.window": "enrolment",
  "waiting.graduate": "benefit",
};

/** The key under which a topic's figure is known outside. */
export function topicKey(topic: string): string {
  return KEYS[topic] ?? topic;
}

/** The key of a provision's figure: of a share of the subsidy, its payer's. */
export function keyOf({ topic, where }: Provision): string {
  const payer = where.payer?.[0];
  if (topic === "subsidy.part" && payer !== undefined)
    return `subsidy.${payer}`;
  return topicKey(topic);
}

/** How often a cap applies. */
const PER = {
  visit: "（每次）",
  day: "（每日）",
  month: "（每月）",
  year: "（每年）",
};
/** What counts is limited, not what is paid. */
const OF_EXPENSE = "（按费用）";
const BOUNDS = { exact: "", at_least: "（不低于）", at_most: "（不超过）" };

function stated(provision: Provision): Stated[] {
  const { value } = provision;
  const key = keyOf(provision);
  const money = (text: string, label?: string): Stated => ({
    key,
    type: "money",
    value: moneyText(exact(text)),
    unit: "元",
    ...(label === undefined ? {} : { label }),
  });
  switch (value.kind) {
    case "amount":
    case "deductible":
      return [money(value.amount)];
    case "cap":
      return value.amount === null ? [] : [money(value.amount)];
    case "ratio":
      return [
        {
          key,
          type: "ratio",
          value: value.ratio,
          unit: "",
          ...(value.of === undefined
            ? {}
            : { label: `${factLabel(value.of)}的` }),
        },
      ];
    case "points":
      return [{ key, type: "ratio", value: value.points, unit: "个百分点" }];
    case "aid":
      return value.amount === undefined ? [] : [money(value.amount)];
    case "bands":
      return value.bands.map(({ over, to, ratio }) => ({
        key,
        type: "ratio",
        value: ratio,
        unit: "",
        label: `${over}元以上${to === null ? "" : `至${to}元`}的部分`,
      }));
    case "window": {
      const day = (end: "from" | "to", label: string): Stated[] =>
        value[end] === null
          ? []
          : [
              {
                key: `${key}.${end}`,
                type: "date",
                value: value[end],
                unit: "",
                label,
              },
            ];
      return [...day("from", "开始"), ...day("to", "截止")];
    }
    case "text":
      return value.figures.map((one) => ({ ...one }));
    case "wait": {
      const within = (count: number | undefined, unit: string): Stated[] =>
        count === undefined
          ? []
          : [
              {
                key: "waiting_period.within",
                type: "count",
                value: String(count),
                unit,
                label: "期限",
              },
            ];
      const exempt: Stated[] = value.exempt
        ? [
            {
              key: "waiting_period.exempt",
              type: "boolean",
              value: "true",
              unit: "",
            },
          ]
        : [];
      return [
        ...exempt,
        ...within(value.within_months, "个月"),
        ...within(value.within_days, "天"),
      ];
    }
    case "deductible_change": {
      const { minus, to_amount, factor } = value;
      if (minus !== undefined) return [money(minus, "降低")];
      if (to_amount !== undefined) return [money(to_amount, "降为")];
      return factor === undefined
        ? []
        : [
            {
              key,
              type: "ratio",
              value: factor,
              unit: "",
              label: "降为原来的",
            },
          ];
    }
    default:
      return [];
  }
}

/** “2022年10月1日”. */
function dayLabel(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${year}年${month.replace(/^0/, "")}月${day.replace(/^0/, "")}日`;
}

/** “2023年度”, “2022年10月1日起”, as the provision's own period says. */
export function periodLabel({ period }: Provision): string {
  const { of, from, to } = period;
  const [first, last] = [from.slice(0, 4), to?.slice(0, 4)];
  if (of === "school_year") return `${first}—${last ?? String(first)}学年度`;
  if (to === null) return `${dayLabel(from)}起`;
  return first === last ? `${first}年度` : `${first}至${last}年`;
}

/** “低保对象、优抚对象”; who must be something else too has that in brackets: “低收入家庭（未成年人）”. */
export function personsLabel(
  vocabulary: Vocabulary,
  { all = [], any = [] }: Who,
): string {
  const names = (tags: readonly string[]): string =>
    tags.map((tag) => vocabulary.label("identity", tag)).join("、");
  const [first, ...more] = all;
  if (first === undefined) return names(any);
  const also = [names(more), names(any)].filter((part) => part !== "");
  return `${names([first])}${also.length === 0 ? "" : `（${also.join("；")}）`}`;
}

/** What the provision is about: facets, persons, topic. */
export function subjectLabel(
  { vocabulary }: Knowledge,
  provision: Provision,
): string {
  const { where, who, topic, value } = provision;
  const facets = Object.entries(where)
    .filter(([facet]) => facet !== "care" && facet !== "payer")
    .map(([facet, values]) =>
      (values ?? []).map((one) => vocabulary.label(facet, one)).join("、"),
    );
  const label =
    TOPICS[topic]?.label ?? vocabulary.file.topics[topic]?.label ?? topic;
  const payer = where.payer?.map((one) => vocabulary.label("payer", one));
  const bound = "bound" in value ? BOUNDS[value.bound] : "";
  return [
    ...facets,
    personsLabel(vocabulary, who),
    `${payer?.join("、") ?? ""}${label}${bound}`,
  ]
    .filter((part) => part !== "")
    .filter((part, at, all) => !all[at + 1]?.startsWith(part))
    .join("·");
}

/** The provision's figures, labelled with what they are about; citations are the caller's. */
export function statedFigures(
  knowledge: Knowledge,
  provision: Provision,
): Figure[] {
  const subject = subjectLabel(knowledge, provision);
  const { value } = provision;
  const per =
    value.kind === "cap"
      ? `${value.on === "expense" ? OF_EXPENSE : ""}${PER[value.per]}`
      : "";
  return stated(provision).map(({ label, ...figure }) => ({
    ...figure,
    label: `${subject}${per}${label === undefined ? "" : `：${label}`}${provision.force === "target" ? "（工作目标）" : ""}`,
    citations: [],
  }));
}

/** The provision's figures as references: the labels also name place, time and force. */
export function referenceFigures(
  knowledge: Knowledge,
  provision: Provision,
): Figure[] {
  const place = knowledge.jurisdictions.label(provision.notice.jurisdiction);
  const mark = provision.force === "bound" ? "（对下级的要求）" : "";
  const head = `${place}${periodLabel(provision)}`;
  return statedFigures(knowledge, provision).map((figure) => ({
    ...figure,
    label: `${head}${figure.label}${mark}`,
  }));
}

/** The days from or until which the rules of an answer hold, with the words that state them. */
import { citationsOf } from "../../engine/citations.js";
import { exact } from "../../engine/decimal.js";
import { statedFigures } from "../../engine/reference.js";
import type { Figure } from "../../engine/result.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Provision } from "../../knowledge/schema.js";
import { squeeze } from "../../knowledge/text.js";
import type { Reply } from "../phrasing/compose.js";
import { heldLead, IN_FORCE, undatedLead } from "../phrasing/documents.js";
import { figuresSentence } from "../phrasing/verdict.js";
import { dayOfProvision, type Stated } from "./dated.js";
import type { Frame } from "./state.js";

type Asked = NonNullable<Frame["holding"]>;

/** Whether a number as read and a figure are the same: 16901 and 16901.00. */
export function sameAmount(a: string, b: string): boolean {
  const plain = /^\d+(\.\d+)?$/;
  return plain.test(a) && plain.test(b) && exact(a).equals(exact(b));
}

/** What was answered, led by the days from or until which its rules hold. */
export function withDays(
  { holding, task, topics, document }: Frame,
  told: Reply,
  knowledge: Knowledge,
): Reply {
  if (!holding || !["answered", "not_held"].includes(told.status)) return told;
  const overview =
    task === "document" && topics.length === 0 && document?.clause === null;
  const own =
    ["fact", "found", "document"].includes(task) &&
    told.figures.some(({ type }) => type === "date");
  if (overview || own || told.citations.length === 0) return told;
  const found = topics.flatMap((key) => knowledge.provision(key) ?? []);
  const rules = withoutSayings(
    found.length > 0 ? found : rulesOf(told, holding.of, knowledge),
  );
  if (rules.length === 0) return told;
  const days = rules.flatMap((rule) => {
    const day = dayOfProvision(rule, holding.end, knowledge);
    return day ? [{ rule, day }] : [];
  });
  if (days.length > 0) return dated(told, holding, days, knowledge);
  // 自发布之日起施行: said, though not by a date.
  return rules.some(({ quote }) => IN_FORCE.test(quote))
    ? told
    : undated(told, rules, holding, knowledge);
}

/** The provisions that the answer rests on; of them those that state the figure quoted, else the figures answered. */
function rulesOf(
  { figures, reference, citations }: Reply,
  quoted: readonly string[],
  knowledge: Knowledge,
): Provision[] {
  const stated = figures.length > 0 ? figures : reference;
  const used = new Set(
    stated.length > 0
      ? stated.flatMap((figure) => figure.citations)
      : citations.keys(),
  );
  const rules = [...used].flatMap((at) => {
    const { notice = "", clause, quote = "" } = citations[at] ?? {};
    return (
      knowledge.notices
        .get(notice)
        ?.provisions.filter(
          (rule) =>
            rule.clause === clause &&
            squeeze(quote).includes(squeeze(rule.quote)),
        ) ?? []
    );
  });
  const stating = (values: readonly string[], all: readonly Provision[]) =>
    all.filter((rule) =>
      statedFigures(knowledge, rule).some(({ value }) =>
        values.some((one) => sameAmount(one, value)),
      ),
    );
  const topics = new Set(rules.map(({ topic }) => topic));
  const ofQuoted = stating(quoted, rules);
  if (ofQuoted.length > 0) return ofQuoted;
  const ofTopic = stating(
    quoted,
    [...new Set(rules.map(({ notice }) => notice.jurisdiction))]
      .flatMap((place) => knowledge.noticesOf(place))
      .flatMap(({ provisions }) => provisions)
      .filter(({ topic }) => topics.has(topic)),
  );
  if (ofTopic.length > 0 || quoted.length > 0) return ofTopic;
  const ofFigures = stating(
    stated.map(({ value }) => value),
    rules,
  );
  return ofFigures.length > 0 ? ofFigures : rules;
}

/** Where a figure is stated as such, the sentence on its change says no more. */
export function withoutSayings(rules: Provision[]): Provision[] {
  const figures = rules.filter(({ value }) => value.kind !== "text");
  return figures.length > 0 ? figures : rules;
}

interface Dated {
  rule: Provision;
  day: Stated;
}

/** The answer with its days before everything else; what the rules state instead, where the answer was of another time. */
function dated(
  told: Reply,
  { end, of }: Asked,
  days: readonly Dated[],
  knowledge: Knowledge,
): Reply {
  const each = days.filter(
    ({ day }, at) => days.findIndex((one) => one.day.day === day.day) === at,
  );
  const own = (rule: Provision): Figure[] =>
    statedFigures(knowledge, rule).filter(
      ({ value }) =>
        of.length === 0 || of.some((one) => sameAmount(one, value)),
    );
  const isQuoted =
    of.length > 0 && days.some(({ rule }) => own(rule).length > 0);
  const citations = isQuoted ? [] : [...told.citations];
  const cited = ({ citation }: Pick<Stated, "citation">): number => {
    const known = citations.findIndex(
      ({ notice, clause, quote }) =>
        notice === citation.notice &&
        clause === citation.clause &&
        quote === citation.quote,
    );
    return known >= 0 ? known : citations.push(citation) - 1;
  };
  const citedAll = (rule: Provision): number[] =>
    citationsOf(rule).map((citation) => cited({ citation }));
  const starts = each.flatMap(({ rule, day }) =>
    dayFigures(
      end,
      day,
      each.length > 1 ? (own(rule)[0]?.label ?? "") : "",
      cited(day),
    ),
  );
  const quoted = unique(
    isQuoted
      ? days.flatMap(({ rule }) =>
          own(rule).map((figure) => ({ ...figure, citations: citedAll(rule) })),
        )
      : [],
  );
  const answered = told.status === "answered";
  const figures = quoted.length > 0 ? quoted : answered ? told.figures : [];
  return {
    ...told,
    status: "answered",
    figures: [...starts, ...figures],
    steps: [],
    computed: false,
    citations,
    lead: [
      ...(each.length === 1
        ? [heldLead(end, each[0]?.day.words ?? "", "")]
        : each.map(({ rule, day }) =>
            heldLead(end, day.words, figuresSentence(own(rule).slice(0, 1))),
          )),
      ...(quoted.length > 0
        ? [`${figuresSentence(quoted)}。`]
        : answered
          ? told.lead
          : []),
    ],
    reference: [],
    closing: [],
  };
}

function unique(figures: readonly Figure[]): Figure[] {
  return figures.filter(
    ({ label, value }, at) =>
      figures.findIndex((one) => one.label === label && one.value === value) ===
      at,
  );
}

/** The day, and the year where the words name no more than that. */
function dayFigures(
  end: Asked["end"],
  { day, words }: Stated,
  of: string,
  at: number,
): Figure[] {
  const key = end === "since" ? "rule.from" : "rule.to";
  const what = end === "since" ? "开始" : "截止";
  const year = /^(\d{4})年$/.exec(words)?.[1];
  const common = { unit: "", citations: [at] };
  return [
    { key, type: "date", label: `${of}${what}日期`, value: day, ...common },
    ...(year === undefined
      ? []
      : [
          {
            ...common,
            key: `${key}_year`,
            type: "count" as const,
            label: `${of}${what}年份`,
            value: year,
            unit: "年",
          },
        ]),
  ];
}

/** The rules and their notices state no such day: what was answered stands beside that. */
function undated(
  told: Reply,
  rules: readonly Provision[],
  { end, also }: Asked,
  { notices }: Knowledge,
): Reply {
  const ids = [...new Set(rules.map(({ notice }) => notice.id))];
  const lead = ids.flatMap((id) => {
    const notice = notices.get(id);
    return notice ? undatedLead(notice, end) : [];
  });
  // 筹资多少，从哪年起: the figure is answered all the same.
  if (also && told.status === "answered")
    return { ...told, lead: [...told.lead, ...new Set(lead)] };
  return {
    ...told,
    status: "not_stipulated",
    figures: [],
    steps: [],
    computed: false,
    reference: told.status === "answered" ? told.figures : told.reference,
    lead: [...new Set(lead)],
  };
}

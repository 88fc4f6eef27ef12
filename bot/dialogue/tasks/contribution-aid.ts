/** 困难群众参保资助多少: what the notices give to each of those whom they name. */
import { exact as decimal } from "../../../engine/decimal.js";
import { personsLabel } from "../../../engine/reference.js";
import type { CalcResult } from "../../../engine/result.js";
import { aidText, payerText } from "../../phrasing/contribution.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { figuresSentence, verdictLead } from "../../phrasing/verdict.js";
import type { Person } from "../../../nlu/meaning.js";
import type { Context } from "../context.js";
import { cite, emptyResult } from "../results.js";
import type { Provision } from "../../../knowledge/schema.js";
import { exact } from "./amounts.js";
import { names } from "./facts.js";
import { type Asked, look, lookAll } from "../lookup.js";
import { paymentYears } from "../years.js";
import type { Case } from "./payments.js";

const TOPIC = "contribution.aid";

/** Asked for aid of nobody in particular: every person of the list; null where the question is another. */
export function everyAid(context: Context): Reply | null {
  const { people, aspects } = context.frame;
  if (!aspects.includes("aid") || (people?.value.length ?? 0) > 0) return null;
  const years = paymentYears(context);
  const looked = years.value.map((year) => aidsOf(context, year));
  const found =
    looked.find(({ result }) => result.status === "answered") ?? looked[0];
  if (!found) return null;
  const { year, asked } = found;
  const quoted = exact(context, "unknown", "total", "fund");
  const result =
    quoted === null ? found.result : ofAmount(found.result, quoted);
  context.note("year", year, `${year}年度`, years.source);
  const subject = {
    place: context.placeLabel,
    period: `${year}年度`,
    what: "参保资助数额",
  };
  const lead =
    result.status === "answered"
      ? [
          `${subject.place}${subject.period}参保资助，按身份：${[figuresSentence(result.figures), ...(result === found.result ? withoutAmount(context, asked) : [])].join("；")}。`,
        ]
      : verdictLead(result, subject, context.knowledge);
  return reply(result.status, "contribution", lead, result);
}

/** 资助280的是哪些人: the persons who get just that; where nobody does, the whole list. */
function ofAmount(result: CalcResult, amount: string): CalcResult {
  const figures = result.figures.filter(({ value }) =>
    decimal(value).eq(decimal(amount)),
  );
  if (figures.length === 0) return result;
  const used = [...new Set(figures.flatMap(({ citations }) => citations))];
  return {
    ...result,
    figures: figures.map((figure) => ({
      ...figure,
      citations: figure.citations.map((at) => used.indexOf(at)),
    })),
    citations: used.flatMap((at) => result.citations[at] ?? []),
  };
}

/** 老人医保有优惠不: beside the old person, one of such a family as the rule on the aid names. */
export function withAidedLike(context: Context): readonly Person[] {
  const { people, frame } = context;
  const [person, more] = people;
  if (!person || more || frame.flags.asks_relief !== true) return people;
  const [tag, other] = context.tagsOf(person);
  if (tag === undefined || other !== undefined) return people;
  const years = paymentYears(context).value;
  const { rules } = look(context, {
    topic: TOPIC,
    from: `${Math.min(...years)}-01-01`,
    to: `${Math.max(...years)}-12-31`,
  });
  // Whoever is aided as such needs no such family.
  if (rules.some((one) => isOf(one, [tag]))) return people;
  const [rule] = rules.filter(({ who }) => who.any?.includes(tag) && who.all);
  return rule
    ? [person, { ...person, tags: [tag, ...(rule.who.all ?? [])] }]
    : people;
}

/** 谁给交: who pays for those of the cases whom a rule names, each once. */
export function payerLines(context: Context, cases: readonly Case[]): string[] {
  if (!context.frame.asksPayer) return [];
  const values = context.knowledge.vocabulary.file.facets.identity?.values;
  const lines = cases.flatMap((one) => {
    const tags = one.tags.flatMap((tag) => [
      tag,
      ...(values?.[tag]?.implies ?? []),
    ]);
    const { rules } = look(context, {
      topic: TOPIC,
      from: `${one.year}-01-01`,
      to: `${one.year}-12-31`,
    });
    return rules.flatMap((rule) =>
      rule.value.kind === "aid" &&
      rule.value.paid_by !== undefined &&
      isOf(rule, tags)
        ? [
            payerText(context, one, {
              payer: rule.value.paid_by,
              mode: rule.value.mode,
              ground: tags.filter((tag) =>
                [...(rule.who.any ?? []), ...(rule.who.all ?? [])].includes(
                  tag,
                ),
              ),
            }),
          ]
        : [],
    );
  });
  return [...new Set(lines)];
}

/** Whether the rule is for somebody with these identities. */
const isOf = (
  { who: { any = [], all = [], none = [] } }: Provision,
  tags: readonly string[],
): boolean =>
  any.length + all.length > 0 &&
  (any.length === 0 || any.some((tag) => tags.includes(tag))) &&
  all.every((tag) => tags.includes(tag)) &&
  !none.some((tag) => tags.includes(tag));

function aidsOf(
  context: Context,
  year: number,
): { year: number; asked: Asked; result: CalcResult } {
  const asked = {
    topic: TOPIC,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  };
  return { year, asked, result: lookAll(context, [TOPIC], asked) };
}

/** 资助比例: the share that the rules of these persons state, each with its clause. */
export function aidShares(
  context: Context,
  asked: readonly { year: number; tags: readonly string[] }[],
): CalcResult {
  const result = emptyResult("answered");
  if (!context.frame.aspects.includes("ratio")) return result;
  for (const { year, tags } of asked)
    for (const rule of look(context, {
      topic: TOPIC,
      from: `${year}-01-01`,
      to: `${year}-12-31`,
    }).rules) {
      const { value } = rule;
      if (!names(rule, tags) || value.kind !== "aid" || !value.share) continue;
      result.figures.push({
        key: `${TOPIC}.ratio`,
        type: "ratio",
        label: `${personsLabel(context.knowledge.vocabulary, rule.who)}资助比例`,
        value: value.share,
        unit: "",
        citations: cite(result, rule),
      });
    }
  return result;
}

/** Those whose aid the clause gives without an amount. */
function withoutAmount(context: Context, asked: Asked): string[] {
  const { vocabulary } = context.knowledge;
  return look(context, asked).rules.flatMap(({ who, value }) =>
    value.kind === "aid" && value.amount === undefined
      ? (aidText(personsLabel(vocabulary, who), value) ?? [])
      : [],
  );
}

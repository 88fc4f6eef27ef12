/** Sentences about what several persons pay together. */
import type { Figure } from "../../engine/result.js";
import type { Vocabulary } from "../../knowledge/vocabulary.js";
import type { Context } from "../dialogue/context.js";
import type { Case, Sum } from "../dialogue/tasks/payments.js";
import type { Payer } from "../dialogue/tasks/household.js";
import { personName } from "./contribution.js";
import { figureText } from "./format.js";

/** 妈妈（城乡低保对象）, 城乡低保对象, 爸爸（二档）, 普通居民. */
export function payerName(vocabulary: Vocabulary, payer: Payer): string {
  const { person, tags } = payer;
  const tier = person.tier ? vocabulary.label("tier", person.tier) : "";
  if (person.label === "" && tags.length === 0)
    return tier || (payer.unnamed ? "没有说身份的人" : "普通居民");
  const name = personName(vocabulary, person.label, tags);
  if (tier === "") return name;
  return name.endsWith("）")
    ? `${name.slice(0, -1)}，${tier}）`
    : `${name}（${tier}）`;
}

/** 城乡低保对象3人: those who are set against others, with their number. */
export function headsName(name: string, payers: readonly Payer[]): string {
  const heads = payers.reduce((all, { count }) => all + count, 0);
  return heads > 1 ? `${name}${heads}人` : name;
}

/** “一共要交420元：本人（重度残疾人）0元；妻子（城乡低保对象）70元。” */
export function familyLead(
  context: Context,
  sums: readonly Sum[],
  open: readonly Sum[],
): string[] {
  const { vocabulary } = context.knowledge;
  const of = (sum: Sum): string =>
    `${context.placeLabel}${sum.period}${tierOfAll(vocabulary, sum)}`;
  return [
    ...sums.map((sum) => `${of(sum)}${sumText(sum)}。`),
    ...open.map(
      (sum) => `${of(sum)}有的人交多少，收录的文件没有规定，所以算不出合计。`,
    ),
  ];
}

/** 一档; 没有说档次的2人选一档时, where the others chose for themselves. */
function tierOfAll(vocabulary: Vocabulary, { tier, payers }: Sum): string {
  if (tier === undefined) return "";
  const level = vocabulary.label("tier", tier);
  const open = payers.filter(({ person }) => !person.tier);
  return open.length === payers.length
    ? level
    : `，没有说档次的${open.reduce((all, { count }) => all + count, 0)}人选${level}时，`;
}

/** “太原市2023年度3人一共资助840元。” */
export function aidedLead(
  { placeLabel, knowledge: { vocabulary } }: Context,
  { period, tier, payers }: Sum,
  aid: Figure,
): string {
  const level = tier === undefined ? "" : vocabulary.label("tier", tier);
  const heads = payers.reduce((all, { count }) => all + count, 0);
  return `${placeLabel}${period}${level}${heads}人一共资助${figureText(aid)}。`;
}

function sumText({ payers, names, result }: Sum): string {
  const total = result.figures.find(({ key }) => key === "contribution.total");
  const nets = names.map((name) =>
    result.figures.find(
      (one) => one.key === "contribution.net" && one.for?.member === name,
    ),
  );
  const persons = payers.reduce((all, { count }) => all + count, 0);
  const [only] = payers;
  const alone = payers.length === 1 && only !== undefined;
  const who =
    alone && (only.tags.length > 0 || only.person.label !== "") ? names[0] : "";
  const sum = `${who}${persons}人一共要交${total ? figureText(total) : ""}`;
  const each = payers.map(({ count }, at) => {
    const net = nets[at];
    const amount = net ? figureText(net) : "";
    return count > 1
      ? `${names[at]}${count}人，每人${amount}`
      : `${names[at]}${amount}`;
  });
  return alone
    ? `${sum}，每人${nets[0] ? figureText(nets[0]) : ""}`
    : `${sum}：${each.join("；")}`;
}

/** What each pays as far as it is stipulated, and why there is no sum. */
export function noSumLead(
  context: Context,
  known: readonly Case[],
  all: readonly Case[],
): string[] {
  const { vocabulary } = context.knowledge;
  const nets = known.flatMap(({ result }) =>
    result.figures.filter(({ key }) => key === "contribution.net"),
  );
  const who = (one: Case): string =>
    personName(vocabulary, one.person.label, one.tags);
  const years = known.map(({ year }) => year);
  const open = all.filter(
    (one) => !known.includes(one) && years.includes(one.year),
  );
  const twofold = known.filter(
    ({ result }) =>
      new Set(
        result.figures
          .filter(({ key }) => key === "contribution.net")
          .map(({ value }) => value),
      ).size > 1,
  );
  const names = (cases: readonly Case[]): string =>
    [...new Set(cases.map(who))].join("、");
  return [
    `${context.placeLabel}：${nets.map((one) => `${one.label}${figureText(one)}`).join("；")}。`,
    ...(open.length > 0
      ? [`${names(open)}交多少，收录的文件没有规定，所以算不出合计。`]
      : []),
    ...(twofold.length > 0
      ? [
          `${names(twofold)}有几种身份，文件没有写按哪一种资助，所以不能给一个合计。`,
        ]
      : []),
  ];
}

/** The head count is open, or does not fit the persons named. */
export function askHeadCount({
  named,
  size,
}: {
  named: number;
  size: number | null;
}): string {
  if (size !== null && named <= size)
    return `这${size}人里，各有几个人？请告诉我确切的人数。`;
  return size === null
    ? "一共是几口人？请告诉我确切的人数。"
    : `您说一共${size}人，又分别说了${named}人。到底是几口人？`;
}

/** “您妈妈选哪一档？” */
export function askTierOf(name: string): string {
  return `${name}选哪一档？`;
}

/** “平均每人256.67元。” */
export function averageLead(figure: Figure): string {
  return `${figure.label}${figureText(figure)}。`;
}

/** Those of whom nothing was said are counted as ordinary. */
export function assumedRest(count: number): string {
  return `另外${count}人没有说身份，按普通居民计算，不对请直接告诉我。`;
}

/** Those of whom no tier was said are counted with the tier of the others. */
export function assumedTier(names: readonly string[], tier: string): string {
  return `${names.join("、")}没有说选哪一档，按${tier}计算，不对请直接告诉我。`;
}

/** “重庆市和太原市加起来：2023年度合计700元。” */
export function placesSumLead(
  places: readonly string[],
  figures: readonly Figure[],
): string {
  const sums = figures.map((one) => `${one.label}${figureText(one)}`);
  return `${places.join("和")}加起来：${sums.join("；")}。`;
}

/** “3人合计·普通门诊支付限额（每年）1500元（按人算，每人各有各的）。” */
export function limitsSumLead(figures: readonly Figure[]): string {
  const sums = figures.map((one) => `${one.label}${figureText(one)}`);
  return `${sums.join("；")}（按人算，每人各有各的）。`;
}

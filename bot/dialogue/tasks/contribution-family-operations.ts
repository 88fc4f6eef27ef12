/** Sums of families set against each other, or added up over the years. */
import { sumOf } from "../../../engine/compare.js";
import type { Figure } from "../../../engine/result.js";
import { sumLead } from "../../phrasing/contribution.js";
import { familyLead, headsName } from "../../phrasing/family.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import type { Context } from "../context.js";
import { emptyResult, join } from "../results.js";
import { compared } from "./contribution-compare.js";
import {
  whichDifference,
  withAllCitations,
} from "./contribution-operations.js";
import { markedSums } from "./contribution-sums.js";
import type { Payer } from "./household.js";
import { operationOf } from "./operation.js";
import type { Side, Sum } from "./payments.js";

/** How far the sums lie apart, or what those who were told apart pay; else why that cannot be told. */
export function differenceOfSums(
  context: Context,
  sums: readonly Sum[],
  payers: readonly Payer[],
): Reply | null {
  const { vocabulary } = context.knowledge;
  const marked = markedSums(context, sums);
  const groups = new Set(sums.map(({ names }) => names.join())).size;
  const ofPayers = groups === 1 && comparesPayers(context, payers);
  // 爸妈一档，我和媳妇二档，老的比小的少多少: which of them are taken together is open.
  if (ofPayers && payers.length > 2 && payers.some(({ count }) => count > 1))
    return whichDifference(context);
  const told = compared(
    ofPayers
      ? marked.flatMap((sum) => sidesOfPayers(sum))
      : marked.map((sum) => sideOfSum(context, sum, marked)),
    (tier) => vocabulary.label("tier", tier),
    ofPayers ? "who" : (context.frame.comparedIn ?? null),
    { ...operationOf(context), ofRises: false },
  );
  if (told) {
    const known = marked.filter(({ result }) => result.status === "answered");
    const open = marked.filter((one) => !known.includes(one));
    const joined = join(known.map(({ result }) => result));
    return reply(
      "answered",
      "contribution",
      [...told.lead, ...familyLead(context, known, open)],
      {
        ...join([withAllCitations(told.result, joined), joined]),
        status: "answered",
        computed: true,
      },
    );
  }
  const open = sums.some(({ result }) => result.status !== "answered");
  return open || !context.frame.asksNumber || context.frame.alike
    ? null
    : whichDifference(context);
}

/** 一个低保一个普通，差多少: those told apart are compared, unless years or tiers are. */
function comparesPayers(context: Context, payers: readonly Payer[]): boolean {
  const { frame } = context;
  const apart = new Set(
    payers.map(({ person, tags }) => `${tags.join("+")}/${person.tier ?? ""}`),
  );
  const own = payers.some(({ person }) => person.tier);
  const elsewhere =
    frame.comparedIn === "year" ||
    (frame.comparedIn === "tier" && !own) ||
    operationOf(context).ofYears ||
    frame.otherTier === true;
  return apart.size > 1 && !elsewhere;
}

function sideOfSum(context: Context, sum: Sum, all: readonly Sum[]): Side {
  const { year, school, tier, names, payers, period, result } = sum;
  const several = (of: (one: Sum) => unknown): boolean =>
    new Set(all.map(of)).size > 1;
  const { vocabulary } = context.knowledge;
  const who = names.join("、");
  return {
    year,
    school,
    tier,
    who,
    named: false,
    name: [
      several((one) => one.names.join()) ? headsName(who, payers) : "",
      several((one) => one.period) ? period : "",
      tier !== undefined && several((one) => one.tier)
        ? vocabulary.label("tier", tier)
        : "",
    ].join(""),
    figure: result.figures.find(({ key }) => key === "contribution.total"),
  };
}

/** What each of those who were told apart pays, all of them together. */
function sidesOfPayers({
  year,
  school,
  tier,
  names,
  payers,
  result,
}: Sum): Side[] {
  return payers.map(({ person, count }, at): Side => {
    const name = names[at] ?? "";
    const net = result.figures.filter(
      (one) => one.key === "contribution.net" && one.for?.member === name,
    );
    const [only, more] = net;
    return {
      year,
      school,
      tier: person.tier ?? tier,
      who: name,
      named: person.label !== "",
      name: count > 1 ? `${name}${count}人` : name,
      figure:
        only && !more ? together(only, name, count, result.steps) : undefined,
    };
  });
}

/** The amount of one of several alike, as often as there are of them. */
function together(
  net: Figure,
  name: string,
  count: number,
  steps: Sum["result"]["steps"],
): Figure | undefined {
  if (count === 1) return net;
  const step = steps.find(({ label }) => label.endsWith(`${name}合计`));
  return step && { ...net, value: step.value, citations: step.citations };
}

/** What the sums of several years come to, for each tier. */
export function sumOfSums(
  context: Context,
  sums: readonly Sum[],
): Reply | null {
  const marked = markedSums(context, sums);
  const totals = marked.map(({ result }) =>
    result.figures.find(({ key }) => key === "contribution.total"),
  );
  if (totals.includes(undefined)) return null;
  const joined = join(marked.map(({ result }) => result));
  const all = emptyResult("answered");
  const lead: string[] = [];
  for (const tier of new Set(sums.map((sum) => sum.tier))) {
    const own = totals.flatMap((total, at) =>
      total && sums[at]?.tier === tier ? [total] : [],
    );
    const level =
      tier === undefined
        ? ""
        : context.knowledge.vocabulary.label("tier", tier);
    const { figure, step } = sumOf(
      "contribution.total",
      `${level}几年合计`,
      own,
    );
    all.figures.push(figure);
    all.steps.push(step);
    lead.push(sumLead(context.placeLabel, level, figure, own));
  }
  return reply(
    "answered",
    "contribution",
    [...lead, ...familyLead(context, marked, [])],
    {
      ...join([withAllCitations(all, joined), joined]),
      status: "answered",
      computed: true,
    },
  );
}

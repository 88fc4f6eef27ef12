/** Two groups of payers set against each other: three persons and four, each with its own sum. */
import { sumOf } from "../../../engine/compare.js";
import type { CalcResult } from "../../../engine/result.js";
import type { Person } from "../../../nlu/meaning.js";
import { familyLead, headsName } from "../../phrasing/family.js";
import { NO_DIFFERENCE, sumLead } from "../../phrasing/contribution.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import type { Context } from "../context.js";
import { emptyResult, join } from "../results.js";
import { askIdentity } from "./contribution-question.js";
import { compared } from "./contribution-compare.js";
import { withAllCitations } from "./contribution-operations.js";
import { sumsOfGroup } from "./contribution-sums.js";
import { type Payer, payerOf } from "./household.js";
import { operationOf } from "./operation.js";
import type { Side, Sum } from "./payments.js";

/** The sums of both sides and how far they lie apart; null where no sides were told. */
export function sidedContribution(
  context: Context,
  note: (sums: readonly Sum[]) => void,
): Reply | null {
  const groups = groupsIn(context.frame.people?.value ?? []);
  if (groups.length < 2) return null;
  const sums = groups.flatMap((people) =>
    sumsOfGroup(
      context,
      people.map((person) => payerOf(context, person)),
      people[0],
    ),
  );
  note(sums);
  const marked = sums.map((sum) => markedAs(nameOf(sum, sums, context), sum));
  const known = marked.filter((one) => totalOf(one) !== undefined);
  const open = marked.filter((one) => !known.includes(one));
  if (known.length === 0) {
    const vague = marked.filter(({ result }) => result.status === "needs_info");
    return vague.length > 0
      ? askIdentity(context, {
          ...join(vague.map(({ result }) => result)),
          status: "needs_info",
        })
      : null;
  }
  const joined = join(known.map(({ result }) => result));
  const told = operationOf(context).difference
    ? compared(
        marked.map((sum) => sideOf(nameOf(sum, sums, context), sum)),
        (tier) => context.knowledge.vocabulary.label("tier", tier),
        "who",
        { ofYears: false, ofRises: false },
      )
    : null;
  const years = new Set(sums.map(({ year, school }) => `${year}${school}`));
  const all =
    operationOf(context).sum && years.size > 1 && open.length === 0
      ? totalOfSides(context, known)
      : null;
  const lead = [
    ...(told?.lead ?? all?.lead ?? []),
    ...(open.length > 0 && told === null ? [NO_DIFFERENCE] : []),
    ...familyLead(context, known, open),
  ];
  const own = told?.result ?? all?.result;
  return reply("answered", "contribution", lead, {
    ...(own ? join([withAllCitations(own, joined), joined]) : joined),
    status: "answered",
    computed: true,
  });
}

/** What both sides come to, each in its own year; none where several tiers are open. */
function totalOfSides(
  context: Context,
  sums: readonly Sum[],
): { result: CalcResult; lead: string[] } | null {
  const totals = sums.flatMap((sum) => totalOf(sum) ?? []);
  if (new Set(sums.map(({ tier }) => tier)).size > 1) return null;
  const { figure, step } = sumOf("contribution.total", "合计", totals);
  return {
    result: { ...emptyResult("answered"), figures: [figure], steps: [step] },
    lead: [sumLead(context.placeLabel, "", figure, totals)],
  };
}

function groupsIn(people: readonly Person[]): Person[][] {
  const sides = [...new Set(people.map(({ side }) => side))];
  return sides.includes(undefined)
    ? []
    : sides.map((side) => people.filter((one) => one.side === side));
}

const totalOf = ({ result }: Sum) =>
  result.status === "answered"
    ? result.figures.find(({ key }) => key === "contribution.total")
    : undefined;

/** 城乡低保对象2人, 3人, with the year where the sides differ in it. */
function nameOf(sum: Sum, all: readonly Sum[], context: Context): string {
  const { payers, names, period, tier } = sum;
  const silent = payers.every(
    ({ person, tags }) =>
      person.label === "" && tags.length === 0 && person.tags.length === 0,
  );
  const years = new Set(all.map((one) => one.period)).size > 1;
  const own = silent && payers.every(({ person }) => !person.tier);
  const heads = payers.reduce((sum, { count }) => sum + count, 0);
  const who = own
    ? `${heads}人`
    : payers.length === 1
      ? headsName(names.join(""), payers)
      : listOf(names, payers);
  const level =
    tier === undefined ? "" : context.knowledge.vocabulary.label("tier", tier);
  return `${who}${years ? period : ""}${level}`;
}

/** 一档3人、二档2人: how many of each, where several are alike. */
const listOf = (names: readonly string[], payers: readonly Payer[]): string =>
  names.map((name, at) => headsName(name, payers.slice(at, at + 1))).join("、");

/** Says of every figure on which side it stands. */
function markedAs(name: string, sum: Sum): Sum {
  return {
    ...sum,
    result: {
      ...sum.result,
      figures: sum.result.figures.map((one) => ({
        ...one,
        label: `${name}：${one.label}`,
        for: { ...one.for, side: name },
      })),
      steps: sum.result.steps.map((step) => ({
        ...step,
        label: `${name}：${step.label}`,
      })),
    },
  };
}

function sideOf(name: string, sum: Sum): Side {
  const { year, school, tier, payers } = sum;
  return {
    year,
    school,
    tier,
    who: `${payers[0]?.person.side ?? ""}`,
    named: false,
    name,
    figure: totalOf(sum),
  };
}

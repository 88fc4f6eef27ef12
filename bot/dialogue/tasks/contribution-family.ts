/** What several persons pay together: the sum first, then what each pays. */
import { averageOf, sumOfHeads } from "../../../engine/compare.js";
import type { CalcResult, Figure, Step } from "../../../engine/result.js";
import {
  askHeadCount,
  askTierOf,
  assumedRest,
  aidedLead,
  assumedTier,
  averageLead,
  familyLead,
  noSumLead,
  payerName,
} from "../../phrasing/family.js";
import { NO_DIFFERENCE, NO_SUM } from "../../phrasing/contribution.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import type { Context } from "../context.js";
import { join } from "../results.js";
import { paymentYears } from "../years.js";
import { casesOf } from "./contribution-cases.js";
import { askIdentity } from "./contribution-question.js";
import {
  differenceOfSums,
  sumOfSums,
} from "./contribution-family-operations.js";
import { sidedContribution } from "./contribution-sides.js";
import { markedSums, saysYears, sumsOf } from "./contribution-sums.js";
import { membersOf, type Payer } from "./household.js";
import { operationOf } from "./operation.js";
import type { Sum } from "./payments.js";
import { hasTiers, tiersIn } from "./tiers.js";

/** The contribution of a family or group; null where no sum over persons is asked. */
export function familyContribution(context: Context): Reply | null {
  const sides = sidedContribution(context, (sums) => note(context, sums));
  if (sides) return sides;
  const members = membersOf(context);
  if (!members) return null;
  if (members.kind === "ask")
    return reply("needs_info", "contribution", [askHeadCount(members)], {
      missing: ["persons"],
    });
  const { payers } = members;
  const tierless = tierlessOf(context, payers);
  if (tierless)
    return reply("needs_info", "contribution", [askTierOf(tierless)], {
      missing: ["tier"],
      suggestions: tiersIn(context).map((tier) =>
        context.knowledge.vocabulary.label("tier", tier),
      ),
    });
  const sums = sumsOf(context, payers);
  note(context, sums);
  const answered = sums.filter(({ result }) => hasSum(result));
  const further = furtherOf(context, sums, payers);
  if (further) return further;
  if (answered.length === 0) return partly(context, payers);
  const open = sums.filter((one) => !answered.includes(one));
  const told = answer(context, answered, open);
  const { difference, sum } = operationOf(context);
  if (open.length === 0 || !(difference || (sum && saysYears(context))))
    return told;
  return { ...told, lead: [difference ? NO_DIFFERENCE : NO_SUM, ...told.lead] };
}

const hasSum = ({ status, figures }: CalcResult): boolean =>
  status === "answered" &&
  figures.some(({ key }) => key === "contribution.total");

/** Somebody without a tier while others chose different ones. */
function tierlessOf(context: Context, payers: readonly Payer[]): string | null {
  if (!hasTiers(context) || (context.frame.tiers?.value.length ?? 0) < 2)
    return null;
  if (!payers.some(({ person }) => person.tier)) return null;
  const open = payers.find(({ person }) => !person.tier);
  return open ? payerName(context.knowledge.vocabulary, open) : null;
}

/** What the words ask of the sums: how far they or the payers lie apart, or what several years come to. */
function furtherOf(
  context: Context,
  sums: readonly Sum[],
  payers: readonly Payer[],
): Reply | null {
  const operation = operationOf(context);
  const years = new Set(sums.map(({ year }) => year)).size;
  if (operation.difference) return differenceOfSums(context, sums, payers);
  return operation.sum && years > 1 && saysYears(context)
    ? sumOfSums(context, sums)
    : null;
}

function note(context: Context, sums: readonly Sum[]): void {
  const { vocabulary } = context.knowledge;
  const { frame } = context;
  const source = frame.schoolYears?.source ?? paymentYears(context).source;
  for (const { period, tier, payers } of sums) {
    const school = period.endsWith("学年");
    const value = period.replace(/学?年度?$/, "");
    context.note(
      school ? "school_year" : "year",
      school ? value : Number.parseInt(value, 10),
      period,
      source,
    );
    for (const { person, tags } of payers) {
      const level = person.tier ?? tier;
      if (level !== undefined && frame.tiers)
        context.note(
          "tier",
          level,
          vocabulary.label("tier", level),
          frame.tiers.source,
        );
      context.noteIdentities(tags);
    }
  }
}

function answer(
  context: Context,
  sums: readonly Sum[],
  open: readonly Sum[],
): Reply {
  const { vocabulary } = context.knowledge;
  const marked = markedSums(context, sums);
  const all = join(marked.map(({ result }) => result));
  const [totals, rest] = [
    all.figures.filter(({ key }) => key === "contribution.total"),
    all.figures.filter(({ key }) => key !== "contribution.total"),
  ];
  const payers = sums[0]?.payers ?? [];
  const unsaid = payers.filter(({ unnamed }) => unnamed);
  const tierless = payers.filter(({ person }) => !person.tier);
  const onlyTier = context.frame.tiers?.value ?? [];
  const caveats = [...all.caveats];
  for (const { count } of unsaid)
    if (payers.length > 1)
      caveats.push({ code: "assumed", text: assumedRest(count) });
  if (
    hasTiers(context) &&
    onlyTier.length === 1 &&
    tierless.length > 0 &&
    tierless.length < payers.length
  )
    caveats.push({
      code: "assumed",
      text: assumedTier(
        tierless.map((one) => payerName(vocabulary, one)),
        vocabulary.label("tier", onlyTier[0] ?? ""),
      ),
    });
  const averages = averagesOf(context, payers, totals);
  const aids = marked.flatMap((sum) => aidOf(context, sum));
  const lead = [
    ...aids.map(({ sum, figure }) => aidedLead(context, sum, figure)),
    ...averages.map(({ figure }) => averageLead(figure)),
    ...familyLead(context, marked, open),
  ];
  return reply("answered", "contribution", lead, {
    ...all,
    figures: [
      ...aids.map(({ figure }) => figure),
      ...averages.map(({ figure }) => figure),
      ...totals,
      ...rest,
    ],
    steps: [...all.steps, ...[...aids, ...averages].map(({ step }) => step)],
    caveats,
    computed: true,
  });
}

/** 一共资助多少: what is paid for all of them, where that is asked. */
function aidOf(
  { frame }: Context,
  sum: Sum,
): { sum: Sum; figure: Figure; step: Step }[] {
  if (!frame.aspects.includes("aid")) return [];
  const parts = sum.payers.flatMap(({ count }, at) => {
    const aid = sum.result.figures.find(
      (one) =>
        one.key === "contribution.aid" && one.for?.member === sum.names[at],
    );
    return aid ? [{ figure: aid, heads: count }] : [];
  });
  return parts.length === 0
    ? []
    : [{ sum, ...sumOfHeads("contribution.aid_total", "一共资助", parts) }];
}

/** 人均: every sum divided by the heads, where not all pay the same. */
function averagesOf(
  { frame }: Context,
  payers: readonly Payer[],
  totals: readonly Figure[],
): ReturnType<typeof averageOf>[] {
  if (frame.household?.average !== true || payers.length < 2) return [];
  const heads = payers.reduce((all, { count }) => all + count, 0);
  return totals.map((total) => ({
    ...averageOf(
      "contribution.average",
      total.label.replace(/一共要缴$/, "平均每人"),
      total,
      heads,
    ),
  }));
}

/** No sum where somebody's own amount is open: what each pays as far as the notices say. */
function partly(context: Context, payers: readonly Payer[]): Reply | null {
  const people = payers.map(({ person }) => person);
  const cases = casesOf(context, people);
  const vague = cases.filter(({ result }) => result.status === "needs_info");
  const certain = cases.some(({ result }) => result.status === "answered");
  // 四口人低收入，奶奶70: the others are left open, not asked about.
  const ofOthers = vague.every(({ person }) => person.label === "");
  if (vague.length > 0 && !(certain && ofOthers))
    return askIdentity(context, {
      ...join(vague.map(({ result }) => result)),
      status: "needs_info",
    });
  const known = cases.filter(({ result }) => result.status === "answered");
  if (known.length === 0) return null;
  const all = join(known.map(({ result }) => result));
  return reply("answered", "contribution", noSumLead(context, known, cases), {
    ...all,
    computed: all.steps.length > 0,
  });
}

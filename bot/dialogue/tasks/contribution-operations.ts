/**
 * Sums and differences of payments that are computed one by one. What was
 * asked is told only where every payment that it needs is certain; otherwise
 * why it is not, or the readings of the question.
 */
import { sumOf } from "../../../engine/compare.js";
import type { CalcResult } from "../../../engine/result.js";
import {
  contributionLead,
  differenceReadings,
  NO_DIFFERENCE,
  NO_SUM,
  risesLead,
  sumLead,
  sumReadings,
  UNCLEAR_DIFFERENCE,
  ASK_PAYERS,
  askWhoChanges,
  UNCLEAR_SUM,
} from "../../phrasing/contribution.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import type { Context } from "../context.js";
import { emptyResult, join } from "../results.js";
import { compared, sideOf } from "./contribution-compare.js";
import { operationOf } from "./operation.js";
import type { Case } from "./payments.js";
import { tiersIn } from "./tiers.js";

/** By how much the payments differ, or why that cannot be told; null where no difference is asked. */
export function differenceOf(
  context: Context,
  cases: readonly Case[],
): Reply | null {
  const operation = operationOf(context);
  if (!operation.difference) return null;
  const { frame, knowledge } = context;
  // 谁给出的钱一样不: who pays for each of them is told, and no difference.
  if (frame.asksPayer && frame.alike) return null;
  const told = compared(
    cases.map(sideOf),
    (tier) => knowledge.vocabulary.label("tier", tier),
    frame.comparedIn ?? null,
    operation,
  );
  const known = cases.filter(({ result }) => result.status === "answered");
  const open = cases.filter((one) => !known.includes(one));
  if (told) {
    const joined = join(known.map(({ result }) => result));
    const difference = withAllCitations(told.result, joined);
    return reply(
      "answered",
      "contribution",
      [
        ...(operation.ofRises ? risesLead(told.result.figures) : []),
        ...told.lead,
        ...contributionLead(context, known, open),
      ],
      { ...join([difference, joined]), status: "answered", computed: true },
    );
  }
  if (open.length > 0) return incomputable(context, cases, NO_DIFFERENCE);
  return frame.asksNumber && !frame.alike && known.length > 0
    ? whichDifference(context)
    : null;
}

/** The result of an operation rests on every clause of what it is made of. */
export function withAllCitations(own: CalcResult, all: CalcResult): CalcResult {
  const citations = all.citations.map((_, at) => at);
  return {
    ...own,
    citations: all.citations,
    figures: own.figures.map((figure) => ({ ...figure, citations })),
    steps: own.steps.map((step) => ({ ...step, citations })),
  };
}

/** An operation needs every payment: where one is open, the others stand beside why it cannot be done. */
function incomputable(
  context: Context,
  cases: readonly Case[],
  line: string,
): Reply | null {
  const known = cases.filter(({ result }) => result.status === "answered");
  const open = cases.filter((one) => !known.includes(one));
  if (known.length === 0) return null;
  const joined = join(known.map(({ result }) => result));
  return reply(
    "answered",
    "contribution",
    [line, ...contributionLead(context, known, open)],
    { ...joined, status: "answered", computed: joined.steps.length > 0 },
  );
}

/** One payment alone, or several of which the words do not tell which are compared. */
export function whichDifference(context: Context): Reply {
  const { vocabulary } = context.knowledge;
  const year = context.frame.years?.value.at(-1) ?? null;
  const tags = context.people.flatMap((person) => context.tagsOf(person));
  return reply("clarify", "contribution", [UNCLEAR_DIFFERENCE], {
    suggestions: differenceReadings(
      context.placeLabel,
      year,
      tiersIn(context).map((tier) => vocabulary.label("tier", tier)),
      tags.map((tag) => vocabulary.label("identity", tag)),
    ),
  });
}

/** What the payments of several years come to for each person and tier; null where no such sum is asked. */
export function sumOfYears(
  context: Context,
  cases: readonly Case[],
): Reply | null {
  const { frame } = context;
  const years = new Set(cases.map(({ year }) => year));
  if (!operationOf(context).sum) return null;
  const bound = cases.length > 1 && cases.every(({ person }) => person.year);
  const said = frame.years?.source === "said" && !frame.now;
  if (years.size < 2 || !(bound || said || frame.schoolYears))
    return whichSum(context, cases);
  if (cases.some(({ result }) => result.status !== "answered"))
    return incomputable(context, cases, NO_SUM);
  const joined = join(cases.map(({ result }) => result));
  const sums = emptyResult("answered");
  const lead: string[] = [];
  const { vocabulary } = context.knowledge;
  for (const group of bound ? [cases] : grouped(cases)) {
    const sides = group.map(sideOf);
    const figures = sides.flatMap(({ figure }) => figure ?? []);
    if (figures.length < group.length) return null;
    const [first] = group;
    const tier = first?.tier;
    const level =
      bound || tier === undefined ? "" : vocabulary.label("tier", tier);
    const { figure, step } = sumOf(
      "contribution.total",
      `${level}合计`,
      figures,
    );
    sums.figures.push(figure);
    sums.steps.push(step);
    lead.push(sumLead(context.placeLabel, level, figure, figures));
  }
  return reply("answered", "contribution", lead, {
    ...join([withAllCitations(sums, joined), joined]),
    status: "answered",
    computed: true,
  });
}

/** The cases of each person and tier, over the years. */
function grouped(cases: readonly Case[]): Case[][] {
  const groups = new Map<string, Case[]>();
  for (const one of cases) {
    const { tier, person, tags } = one;
    const key = `${tier ?? ""}/${person.label}/${tags.join("+")}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** 我们两个一共多少, after three: whose payments are to be added up is asked. */
export function whosePayments({ frame }: Context): Reply {
  const names = frame.openSum ?? [];
  const pairs = names.flatMap((one, at) =>
    names.slice(at + 1).map((other) => `${one}和${other}一共要交多少`),
  );
  return reply("needs_info", "contribution", [ASK_PAYERS], {
    missing: ["persons"],
    suggestions: pairs.slice(0, 3),
  });
}

/** 不对，是特困, after a family with a 低保 and a 重残: who of them it is is asked. */
export function whoChanges({ frame, knowledge }: Context): Reply {
  const { vocabulary } = knowledge;
  const named = (tags: readonly string[]): string =>
    tags.map((tag) => vocabulary.label("identity", tag)).join("、");
  const to = named(frame.openChange ?? []);
  const told = (frame.people?.value ?? []).filter(
    ({ tags }) => tags.length === 1,
  );
  return reply("needs_info", "contribution", [askWhoChanges(to)], {
    missing: ["persons"],
    suggestions: told
      .map(({ tags }) => `${named(tags)}那个改成${to}`)
      .slice(0, 3),
  });
}

/** 一档和二档一共多少: one tier is paid, not two; how many pay which is asked. */
function whichSum(context: Context, cases: readonly Case[]): Reply | null {
  const tiers = context.frame.tiers?.value ?? [];
  const people = context.frame.people?.value ?? [];
  if (tiers.length < 2 || people.length > 0 || cases.length < 2) return null;
  const { vocabulary } = context.knowledge;
  const [first] = cases;
  return reply("clarify", "contribution", [UNCLEAR_SUM], {
    suggestions: sumReadings(
      context.placeLabel,
      first?.year ?? context.onYear,
      tiers.map((tier) => vocabulary.label("tier", tier)),
    ),
  });
}

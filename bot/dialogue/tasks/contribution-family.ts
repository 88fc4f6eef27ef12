/** What several persons pay together: the sum first, then what each pays. */
import type { Facts } from "../../../engine/request.js";
import type { CalcResult, Figure } from "../../../engine/result.js";
import {
  askHeadCount,
  askTierOf,
  assumedRest,
  assumedTier,
  familyLead,
  noSumLead,
  payerName,
} from "../../phrasing/family.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import type { Context } from "../context.js";
import { join } from "../results.js";
import { paymentYears, schoolYear } from "../years.js";
import { casesOf, tiersOf } from "./contribution-cases.js";
import { askIdentity } from "./contribution-question.js";
import { membersOf, type Payer } from "./household.js";
import type { Sum } from "./payments.js";
import { hasTiers } from "./stated.js";

/** The contribution of a family or group; null where no sum over persons is asked. */
export function familyContribution(context: Context): Reply | null {
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
      suggestions: allTiers(context).map((tier) =>
        context.knowledge.vocabulary.label("tier", tier),
      ),
    });
  const sums = sumsOf(context, payers);
  note(context, sums);
  const answered = sums.filter(({ result }) => hasSum(result));
  if (answered.length === 0) return partly(context, payers);
  const open = sums.filter((one) => !answered.includes(one));
  return answer(context, answered, open);
}

const hasSum = ({ status, figures }: CalcResult): boolean =>
  status === "answered" &&
  figures.some(({ key }) => key === "contribution.total");

function allTiers(context: Context): string[] {
  const year = paymentYears(context).value[0] ?? context.onYear;
  return tiersOf(context, year, false).filter((tier) => tier !== undefined);
}

/** Somebody without a tier while others chose different ones. */
function tierlessOf(context: Context, payers: readonly Payer[]): string | null {
  if (!hasTiers(context) || (context.frame.tiers?.value.length ?? 0) < 2)
    return null;
  if (!payers.some(({ person }) => person.tier)) return null;
  const open = payers.find(({ person }) => !person.tier);
  return open ? payerName(context.knowledge.vocabulary, open) : null;
}

/** Every sum that was asked: for each year, and for each tier where none was said. */
function sumsOf(context: Context, payers: readonly Payer[]): Sum[] {
  const { schoolYears } = context.frame;
  const school = schoolYears !== null && context.frame.years === null;
  const years = school ? schoolYears.value : paymentYears(context).value;
  const said = context.frame.tiers?.value ?? [];
  const every = payers.every(({ person }) => person.tier);
  const tiers: (string | undefined)[] =
    !hasTiers(context) || every
      ? [undefined]
      : said.length > 0
        ? said
        : allTiers(context);
  return years.flatMap((year) =>
    tiers.map((tier): Sum => {
      const names = namesOf(context, payers);
      const facts: Facts = {
        ...(school
          ? { school_year: schoolYear(year) }
          : { coverage_year: year }),
        members: payers.map(({ person, tags, count, unnamed }, at) => ({
          label: names[at],
          ...identitiesOf(
            unnamed && payers.length > 1 ? [ORDINARY] : person.tags,
            tags,
          ),
          ...tierOf(person.tier ?? tier),
          count,
        })),
      };
      return {
        period: school ? `${schoolYear(year)}学年` : `${year}年度`,
        tier,
        payers,
        names,
        result: context.calc("contribution", facts),
      };
    }),
  );
}

/** Somebody without any ground of aid. */
const ORDINARY = "普通居民";

const tierOf = (tier: string | undefined) =>
  tier === undefined ? {} : { tier };

/** The identities of a member; somebody said to be ordinary is known to be. */
function identitiesOf(said: readonly string[], tags: readonly string[]) {
  const identities = tags.length > 0 ? tags : said;
  return identities.length > 0 ? { identities: [...identities] } : {};
}

/** The name of each payer, none twice. */
function namesOf(context: Context, payers: readonly Payer[]): string[] {
  const names = payers.map((one) =>
    payerName(context.knowledge.vocabulary, one),
  );
  return names.map((name, at) =>
    names.indexOf(name) === names.lastIndexOf(name)
      ? name
      : `${name}（${names.slice(0, at + 1).filter((one) => one === name).length}）`,
  );
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
      for (const tag of tags)
        context.note(
          "identity",
          tag,
          vocabulary.label("identity", tag),
          frame.people?.source ?? "said",
        );
    }
  }
}

function answer(
  context: Context,
  sums: readonly Sum[],
  open: readonly Sum[],
): Reply {
  const { vocabulary } = context.knowledge;
  const marked = sums.map((sum) => mark(context, sum, sums));
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
  return reply("answered", "contribution", familyLead(context, marked, open), {
    ...all,
    figures: [...totals, ...rest],
    caveats,
    computed: true,
  });
}

/** Says of every figure whose it is, and of several sums which. */
function mark(context: Context, sum: Sum, all: readonly Sum[]): Sum {
  const { names, payers, period, tier } = sum;
  const { vocabulary } = context.knowledge;
  const words: string[] = [];
  const marks: Record<string, string> = {};
  if (new Set(all.map((one) => one.period)).size > 1) {
    words.push(period);
    marks.year = period.replace(/学?年度?$/, "");
  }
  if (tier !== undefined && new Set(all.map((one) => one.tier)).size > 1) {
    words.push(vocabulary.label("tier", tier));
    marks.tier = tier;
  }
  const figure = (one: Figure): Figure => {
    const at = names.indexOf(one.for?.member ?? "");
    const payer = payers[at];
    const name = names[at] ?? "";
    const label =
      payer && payer.count > 1
        ? one.label.replace(name, `${name}每人`)
        : one.label;
    const identity = payer?.tags.join("、") || payer?.person.label;
    return {
      ...one,
      label: `${words.join("")}${label}`,
      ...(one.for || words.length > 0
        ? {
            for: {
              ...marks,
              ...one.for,
              ...(identity ? { identity } : {}),
            },
          }
        : {}),
    };
  };
  return {
    ...sum,
    result: {
      ...sum.result,
      figures: sum.result.figures.map(figure),
      steps: sum.result.steps.map((step) => ({
        ...step,
        label: `${words.join("")}${step.label}`,
      })),
    },
  };
}

/** No sum where somebody's own amount is open: what each pays as far as the notices say. */
function partly(context: Context, payers: readonly Payer[]): Reply | null {
  const people = payers.map(({ person }) => person);
  const cases = casesOf(context, people);
  const vague = cases.filter(({ result }) => result.status === "needs_info");
  if (vague.length > 0)
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

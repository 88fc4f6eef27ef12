/** What a resident pays: by year or school year, tier and person; what is paid for the person. */
import type { Facts } from "../../../engine/request.js";
import type { CalcResult, Figure } from "../../../engine/result.js";
import type { Person } from "../../../nlu/meaning.js";
import { contributionLead, personName } from "../../phrasing/contribution.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { verdictLead } from "../../phrasing/verdict.js";
import type { Context } from "../context.js";
import { lookAll } from "../lookup.js";
import { join } from "../results.js";
import { paymentYears, schoolYear, schoolYearOf, yearLabel } from "../years.js";
import { hasTiers } from "./stated.js";

/** One combination of year, tier and person that is computed by itself. */
export interface Case {
  year: number;
  school: boolean;
  tier: string | undefined;
  person: Person;
  tags: string[];
  result: CalcResult;
}

/** The contribution for everything that was asked: every year, tier and person, labelled. */
export function contribution(context: Context): Reply {
  if (context.frame.aspects.includes("increase")) {
    const increase = increaseOf(context);
    if (increase) return increase;
  }
  const cases = casesOf(context);
  noteAll(context, cases);
  return conclude(context, cases);
}

function casesOf(context: Context): Case[] {
  const cases: Case[] = [];
  for (const person of context.people) {
    const tags = context.tagsOf(person);
    for (const { year, school } of yearsFor(context, tags))
      for (const tier of tiersFor(context, year, school)) {
        const facts: Facts = {
          ...(school
            ? { school_year: schoolYear(year) }
            : { coverage_year: year }),
          ...(tier === undefined ? {} : { tier }),
          ...(tags.length > 0 ? { identities: tags } : {}),
          ...(personsSaid(context) ? { persons: personsSaid(context) } : {}),
          ...(context.facet("insurance")
            ? { insurance: context.facet("insurance") }
            : {}),
        };
        cases.push({
          year,
          school,
          tier,
          person,
          tags,
          result: context.calc("contribution", facts),
        });
      }
  }
  return label(context, cases);
}

/** “我家4口人”: a count of persons, where it is exact. */
function personsSaid(context: Context): number | undefined {
  const counts = context.frame.counts.filter(
    ({ kind, unit, about }) =>
      kind === "count" && !about && /[人口个位]/.test(unit ?? ""),
  );
  const count = counts.length === 1 ? counts[0] : undefined;
  return count && /^\d{1,3}$/.test(count.value) && count.value !== "0"
    ? Number.parseInt(count.value, 10)
    : undefined;
}

/** Students pay by school year where the place's rules do so. */
function yearsFor(
  context: Context,
  tags: readonly string[],
): { year: number; school: boolean }[] {
  const schools = context.knowledge
    .provisions(context.place, "contribution.standard")
    .filter(
      ({ period, who }) =>
        period.of === "school_year" &&
        [...(who.any ?? []), ...(who.all ?? [])].some((tag) =>
          tags.includes(tag),
        ),
    );
  const { schoolYears, years, now } = context.frame;
  if (schools.length === 0)
    return paymentYears(context).value.map((year) => ({ year, school: false }));
  if (schoolYears)
    return schoolYears.value.map((year) => ({ year, school: true }));
  if (!years || now) return [{ year: schoolYearOf(context.on), school: true }];
  const starts = [
    ...new Set(
      schools.map(({ period }) => Number.parseInt(period.from.slice(0, 4), 10)),
    ),
  ].sort((a, b) => a - b);
  return years.value.flatMap((year) => {
    const held = starts.filter((start) => start === year || start + 1 === year);
    return (held.length > 0 ? held : [year]).map((start) => ({
      year: start,
      school: true,
    }));
  });
}

/** The tiers said; where none is said, every tier of the place. */
function tiersFor(
  context: Context,
  year: number,
  school: boolean,
): (string | undefined)[] {
  if (!hasTiers(context)) return [undefined];
  const said = context.frame.tiers?.value ?? [];
  if (said.length > 0) return said;
  const day = school ? `${year}-09-01` : `${year}-01-01`;
  const tiers = new Set<string>();
  for (const { where, period } of context.knowledge.provisions(
    context.place,
    "contribution.standard",
  ))
    if (period.from <= day)
      for (const tier of where.tier ?? []) tiers.add(tier);
  return tiers.size > 0 ? [...tiers].sort() : [undefined];
}

/** Marks every figure with what tells its case from the others. */
function label(context: Context, cases: Case[]): Case[] {
  const differ = (of: (one: Case) => string): boolean =>
    new Set(cases.map(of)).size > 1;
  const years = differ(({ year }) => String(year));
  const tiers = differ(({ tier }) => tier ?? "");
  const people = differ(
    ({ person, tags }) => `${person.label}/${tags.join("+")}`,
  );
  return cases.map((one) => {
    const marks: Record<string, string> = {};
    const words: string[] = [];
    const year = one.school ? `${schoolYear(one.year)}学年` : `${one.year}年度`;
    if (people) {
      const name = personName(
        context.knowledge.vocabulary,
        one.person.label,
        one.tags,
      );
      marks.identity = one.tags.join("、") || one.person.label || name;
      words.push(name);
    }
    if (years) {
      marks.year = one.school ? schoolYear(one.year) : String(one.year);
      words.push(year);
    }
    if (tiers && one.tier !== undefined) {
      marks.tier = one.tier;
      words.push(context.knowledge.vocabulary.label("tier", one.tier));
    }
    if (words.length === 0) return one;
    const mark = (figure: Figure): Figure => ({
      ...figure,
      label: `${words.join("")}${figure.label}`,
      for: { ...marks, ...figure.for },
    });
    return {
      ...one,
      result: {
        ...one.result,
        figures: one.result.figures.map(mark),
        steps: one.result.steps.map((step) => ({
          ...step,
          label: `${words.join("")}${step.label}`,
        })),
      },
    };
  });
}

function noteAll(context: Context, cases: readonly Case[]): void {
  const { frame, knowledge } = context;
  const source = frame.schoolYears?.source ?? paymentYears(context).source;
  for (const { year, school } of cases)
    context.note(
      school ? "school_year" : "year",
      school ? schoolYear(year) : year,
      school ? `${schoolYear(year)}学年` : `${year}年度`,
      source,
    );
  for (const { tier } of cases)
    if (tier !== undefined && frame.tiers)
      context.note(
        "tier",
        tier,
        knowledge.vocabulary.label("tier", tier),
        frame.tiers.source,
      );
  for (const { tags } of cases)
    for (const tag of tags)
      context.note(
        "identity",
        tag,
        knowledge.vocabulary.label("identity", tag),
        frame.people?.source ?? "said",
      );
}

/** The verdict that counts when nothing is answered: a question back first. */
const ORDER = ["answered", "needs_info", "not_stipulated", "not_held"] as const;

function conclude(context: Context, cases: readonly Case[]): Reply {
  const status =
    ORDER.find((one) => cases.some(({ result }) => result.status === one)) ??
    "not_stipulated";
  const chosen = cases.filter(({ result }) => result.status === status);
  const open = cases.filter(({ result }) => result.status !== status);
  const joined = { ...join(chosen.map(({ result }) => result)), status };
  const subject = {
    place: context.placeLabel,
    period: periodOf(chosen),
    what: chosen.some(({ tags }) => tags.length > 0)
      ? "这类人员的个人缴费"
      : "个人缴费标准",
  };
  const dropped =
    context.frame.tiers && !hasTiers(context)
      ? [`${context.placeLabel}不分档。`]
      : [];
  if (status !== "answered")
    return reply(
      status,
      "contribution",
      [...verdictLead(joined, subject, context.knowledge), ...dropped],
      joined,
    );
  return reply(
    "answered",
    "contribution",
    [...contributionLead(context, chosen, open), ...dropped],
    {
      ...joined,
      computed: joined.steps.length > 0,
    },
  );
}

function periodOf(cases: readonly Case[]): string {
  const school = cases
    .filter(({ school }) => school)
    .map(({ year }) => `${schoolYear(year)}学年`);
  const years = [
    ...new Set(cases.filter((one) => !one.school).map(({ year }) => year)),
  ];
  return [...new Set(school), yearLabel(years)].filter(Boolean).join("、");
}

/** 涨了多少, where a notice states it. */
function increaseOf(context: Context): Reply | null {
  const years = context.frame.years?.value ?? paymentYears(context).value;
  const year = years[years.length - 1] ?? context.onYear;
  const result = lookAll(context, ["contribution.increase"], {
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  });
  if (result.status !== "answered") return null;
  context.note("year", year, `${year}年度`, paymentYears(context).source);
  const amount = result.figures[0];
  if (!amount) return null;
  return reply(
    "answered",
    "contribution",
    [
      `${context.placeLabel}${year}年度个人缴费每人提高${amount.value.replace(/\.00$/, "")}元。`,
    ],
    result,
  );
}

/** The combinations of year, tier and person whose contribution was asked, each computed by itself. */
import type { Facts } from "../../../engine/request.js";
import type { Figure } from "../../../engine/result.js";
import type { Person } from "../../../nlu/meaning.js";
import { personName } from "../../phrasing/contribution.js";
import type { Context } from "../context.js";
import { besides, paymentYears, schoolYear, schoolYearOf } from "../years.js";
import type { Case } from "./payments.js";
import { hasTiers } from "./stated.js";

/** Every combination of year, tier and person, computed and labelled. */
export function casesOf(
  context: Context,
  people: readonly Person[] = context.people,
): Case[] {
  const cases: Case[] = [];
  for (const person of people) {
    const tags = context.tagsOf(person);
    for (const { year, school } of withYearBefore(
      context,
      yearsFor(context, tags),
    ))
      for (const tier of tiersFor(context, person, year, school)) {
        const facts: Facts = {
          ...(school
            ? { school_year: schoolYear(year) }
            : { coverage_year: year }),
          ...(tier === undefined ? {} : { tier }),
          ...(tags.length > 0 ? { identities: tags } : {}),
          ...(person.age === null
            ? {}
            : { age: Number.parseInt(person.age, 10) }),
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

/** 涨了多少 compares a single year with the one before it. */
function withYearBefore(
  context: Context,
  years: { year: number; school: boolean }[],
): { year: number; school: boolean }[] {
  const [only, more] = years;
  const said = context.frame.years !== null && !context.frame.now;
  if (context.frame.compare && only && !said) return [only];
  if (!context.frame.aspects.includes("increase") || !only || more)
    return years;
  return [only, { ...only, year: only.year - 1 }];
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
  const { schoolYears, years, now, against } = context.frame;
  if (schools.length === 0)
    return paymentYears(context).value.map((year) => ({ year, school: false }));
  if (schoolYears)
    return schoolYears.value.map((year) => ({ year, school: true }));
  const current = schoolYearOf(context.on);
  if (!years || now) return [{ year: current, school: true }];
  if (against !== null)
    return besides(current, years, against).map((year) => ({
      year,
      school: true,
    }));
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
  person: Person,
  year: number,
  school: boolean,
): (string | undefined)[] {
  if (!hasTiers(context)) return [undefined];
  if (person.tier) return [person.tier];
  const said = context.frame.tiers?.value ?? [];
  const all = tiersOf(context, year, school);
  // 选二档多交多少: where there are two tiers, the other one is compared with.
  if (context.frame.otherTier && all.length === 2) return all;
  return said.length > 0 ? said : all;
}

/** Every tier of the place that a standard is set for by that year. */
export function tiersOf(
  context: Context,
  year: number,
  school: boolean,
): (string | undefined)[] {
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

/** The combinations of year, tier and person whose contribution was asked, each computed by itself. */
import type { Facts } from "../../../engine/request.js";
import type { Figure } from "../../../engine/result.js";
import type { Person } from "../../../nlu/meaning.js";
import { personName } from "../../phrasing/contribution.js";
import type { Context } from "../context.js";
import { besides, paymentYears, schoolYear, schoolYearOf } from "../years.js";
import { operationOf, type Partner, partnerOf } from "./operation.js";
import type { Case } from "./payments.js";
import { hasTiers, tiersOf } from "./tiers.js";

/** Every combination of year, tier and person, computed and labelled. */
export function casesOf(
  context: Context,
  people: readonly Person[] = context.people,
): Case[] {
  const partner = partnerOf(context, people);
  const cases: Case[] = [];
  for (const person of partner === "ordinary" ? [...people, NOBODY] : people) {
    const tags = context.tagsOf(person);
    const age = context.ageOf(person);
    for (const { year, school } of withYearBefore(
      context,
      yearsFor(context, person, tags),
      partner,
    ))
      for (const tier of tiersFor(context, person, partner, year, school)) {
        const facts: Facts = {
          ...(school
            ? { school_year: schoolYear(year) }
            : { coverage_year: year }),
          ...(tier === undefined ? {} : { tier }),
          ...(tags.length > 0 ? { identities: tags } : {}),
          ...(age === null ? {} : { age }),
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

/** Somebody of whom nothing is told. */
const NOBODY: Person = { label: "", tags: [], denied: [], age: null };

interface Year {
  year: number;
  school: boolean;
}

/** 涨了多少 compares a single year with the one before it; other comparisons are made within one year where none is said. */
function withYearBefore(
  context: Context,
  years: Year[],
  partner: Partner | null,
): Year[] {
  const { frame } = context;
  const [only, more] = years;
  if (!only) return years;
  if (partner === "year") return [only, { ...only, year: only.year - 1 }];
  const said = (frame.years ?? frame.schoolYears) !== null && !frame.now;
  const { ofRises } = operationOf(context);
  const apart = frame.compare && !ofRises;
  if (apart && !said) return [only];
  const rise = frame.aspects.includes("increase");
  return rise && (!more || (ofRises && !said)) && !apart
    ? [only, { ...only, year: only.year - 1 }]
    : years;
}

/** Students pay by school year where the place's rules do so. */
function yearsFor(
  context: Context,
  person: Person,
  tags: readonly string[],
): Year[] {
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
  const own = person.year;
  if (schools.length === 0)
    return (own === undefined ? paymentYears(context).value : [own]).map(
      (year) => ({ year, school: false }),
    );
  const bySchool = (list: readonly number[]): Year[] =>
    [...new Set(list)].map((year) => ({ year, school: true }));
  if (own !== undefined && person.school) return bySchool([own]);
  if (own === undefined && schoolYears) return bySchool(schoolYears.value);
  const current = schoolYearOf(context.on);
  if (own === undefined && (!years || now)) return bySchool([current]);
  if (own === undefined && years && against !== null)
    return bySchool(besides(current, years, against));
  const starts = [
    ...new Set(
      schools.map(({ period }) => Number.parseInt(period.from.slice(0, 4), 10)),
    ),
  ].sort((a, b) => a - b);
  return bySchool(
    (own === undefined ? (years?.value ?? []) : [own]).flatMap((year) => {
      const held = starts.filter(
        (start) => start === year || start + 1 === year,
      );
      return held.length > 0 ? held : [year];
    }),
  );
}

/** The tiers said; where none is said, every tier of the place. */
function tiersFor(
  context: Context,
  person: Person,
  partner: Partner | null,
  year: number,
  school: boolean,
): (string | undefined)[] {
  if (!hasTiers(context)) return [undefined];
  const all = tiersOf(context, year, school);
  // 选二档多交多少: where there are two tiers, the other one is compared with.
  if (partner === "tier" && all.length === 2) return all;
  if (person.tier) return [person.tier];
  const said = context.frame.tiers?.value ?? [];
  return said.length > 0 ? said : all;
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

/** Sums over the persons of a family: one for each year and tier that was asked. */
import type { Facts } from "../../../engine/request.js";
import type { Figure } from "../../../engine/result.js";
import { payerName } from "../../phrasing/family.js";
import type { Person } from "../../../nlu/meaning.js";
import { ORDINARY } from "../../../nlu/person-facts.js";
import type { Context } from "../context.js";
import { paymentYears, schoolYear } from "../years.js";
import type { Payer } from "./household.js";
import { operationOf, type Partner, partnerOf } from "./operation.js";
import type { Sum } from "./payments.js";
import { hasTiers, tiersIn } from "./tiers.js";

/** Every sum that was asked: for each year, and for each tier where none was said. */
export function sumsOf(context: Context, payers: readonly Payer[]): Sum[] {
  const [only, more] = payers;
  const partner = partnerOf(
    context,
    only && !more ? [only.person] : payers.map(({ person }) => person),
  );
  const { schoolYears } = context.frame;
  const school = schoolYears !== null && context.frame.years === null;
  const years = yearsOf(context, school, partner);
  const both = partner === "tier" || context.frame.otherTier === true;
  const tiers =
    both && hasTiers(context) ? tiersIn(context) : tiersFor(context, payers);
  const groups =
    partner === "ordinary" && only
      ? [payers, [ordinary(only)]]
      : [both ? payers.map(withoutTier) : payers];
  return groups.flatMap((group) =>
    years.flatMap((year) =>
      tiers.map((tier) => sumOf(context, group, { year, school, tier })),
    ),
  );
}

/** The sums of one group of several that are compared: in the year that it was told, else in every year said. */
export function sumsOfGroup(
  context: Context,
  payers: readonly Payer[],
  { year, school: ofSchool }: Pick<Person, "year" | "school"> = {},
): Sum[] {
  const { schoolYears, years } = context.frame;
  const school =
    year === undefined
      ? schoolYears !== null && years === null
      : ofSchool === true;
  const all = year === undefined ? yearsOf(context, school, null) : [year];
  return all.flatMap((one) =>
    tiersFor(context, payers).map((tier) =>
      sumOf(context, payers, { year: one, school, tier }),
    ),
  );
}

/** The tiers said, or every tier of the place; none where each chose one. */
function tiersFor(
  context: Context,
  payers: readonly Payer[],
): (string | undefined)[] {
  if (!hasTiers(context) || payers.every(({ person }) => person.tier))
    return [undefined];
  const said = context.frame.tiers?.value ?? [];
  return said.length > 0 ? said : tiersIn(context);
}

/** As many persons without any identity. */
const ordinary = ({ count }: Payer): Payer => ({
  person: { label: "", tags: [ORDINARY], denied: [], age: null, count },
  tags: [],
  count,
  unnamed: false,
});

const withoutTier = (payer: Payer): Payer => ({
  ...payer,
  person: { ...payer.person, tier: undefined },
});

/** The years said; where two are compared and one is said, the year before as well. */
function yearsOf(
  context: Context,
  school: boolean,
  partner: Partner | null,
): number[] {
  const { frame } = context;
  const years = school
    ? (frame.schoolYears?.value ?? [])
    : paymentYears(context).value;
  const [first] = years;
  if (first === undefined) return years;
  const { difference, ofYears } = operationOf(context);
  if (!difference) return years;
  if (partner === "year" || (ofYears && years.length === 1))
    return [first, first - 1];
  return saysYears(context) || ofYears ? years : [first];
}

/** Whether years were said, and not only 今年. */
export const saysYears = ({ frame }: Context): boolean =>
  (frame.years ?? frame.schoolYears) !== null && !frame.now;

function sumOf(
  context: Context,
  payers: readonly Payer[],
  { year, school, tier }: Pick<Sum, "year" | "school" | "tier">,
): Sum {
  const names = namesOf(context, payers);
  const facts: Facts = {
    ...(school ? { school_year: schoolYear(year) } : { coverage_year: year }),
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
    year,
    school,
    period: school ? `${schoolYear(year)}学年` : `${year}年度`,
    tier,
    payers,
    names,
    result: context.calc("contribution", facts),
  };
}

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

/** Every sum with its figures told apart. */
export const markedSums = (context: Context, sums: readonly Sum[]): Sum[] =>
  sums.map((sum) => mark(context, sum, sums));

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

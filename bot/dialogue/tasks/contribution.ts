/** What a resident pays: by year or school year, tier and person; what is paid for the person. */
import type { CalcResult } from "../../../engine/result.js";
import type { Provision } from "../../../knowledge/schema.js";
import {
  contributionLead,
  deadlineText,
  NO_PERCENT,
  ONLY_YEARLY,
} from "../../phrasing/contribution.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { withoutAreasText } from "../../phrasing/tiers.js";
import { figuresSentence, verdictLead } from "../../phrasing/verdict.js";
import type { Context } from "../context.js";
import { lookAll } from "../lookup.js";
import { OF_AREAS } from "../of-areas.js";
import { join } from "../results.js";
import { YEARS_TOGETHER } from "../years-together.js";
import { asCollected, paymentYears, schoolYear, yearLabel } from "../years.js";
import {
  aidShares,
  everyAid,
  payerLines,
  withAidedLike,
} from "./contribution-aid.js";
import { casesOf } from "./contribution-cases.js";
import {
  differenceOf,
  sumOfYears,
  whoChanges,
  whosePayments,
} from "./contribution-operations.js";
import type { Case } from "./payments.js";
import { withFromTo } from "./from-to.js";
import { familyContribution } from "./contribution-family.js";
import { askIdentity } from "./contribution-question.js";
import { exact } from "./amounts.js";
import { payersOf } from "../payers-of.js";
import { stated } from "./stated.js";
import { toldUnaided, withoutAid } from "./unaided.js";
import { byWage, WAGE_ROLES } from "./wage.js";

/** The contribution for everything that was asked: every year, tier and person, labelled. */
export function contribution(context: Context): Reply {
  const asked = asCollected(context);
  const yearly = asked.frame.flags[YEARS_TOGETHER] === true;
  if (yearly) return ofEachYear(asked);
  const unaided = withoutAid(asked);
  const told = unaided
    ? toldUnaided(ofContribution(unaided.context), unaided.aside)
    : ofContribution(asked);
  return context.frame.inPercent && told.status === "answered"
    ? { ...told, lead: [NO_PERCENT, ...told.lead] }
    : told;
}

/** 五年多交多少, no year named: what each year held costs, and neither a sum nor a difference. */
function ofEachYear(context: Context): Reply {
  const { frame } = context;
  const { otherTier: _, household, ...rest } = frame;
  const told = ofContribution(
    context.reading({
      ...rest,
      compare: false,
      aspects: frame.aspects.filter((aspect) => aspect !== "increase"),
      ...(household ? { household: { ...household, summed: false } } : {}),
    }),
  );
  return told.status === "answered"
    ? { ...told, lead: [ONLY_YEARLY, ...told.lead] }
    : told;
}

function ofContribution(context: Context): Reply {
  if (context.frame.openSum) return whosePayments(context);
  if (context.frame.openChange) return whoChanges(context);
  const increase = increaseOf(context);
  if (increase) return increase;
  if (context.frame.aspects.includes("financing")) return financing(context);
  const other = otherwise(context) ?? everyAid(context);
  if (other) return other;
  const family = familyContribution(context);
  if (family) return family;
  const cases = casesOf(context, withAidedLike(context));
  noteAll(context, cases);
  return conclude(context, cases);
}

const FINANCING = {
  intent: "contribution",
  name: "筹资标准",
  topics: { amount: ["financing.standard"] },
  beside: [],
  bounds: true,
  facets: [],
  byPerson: false,
  byTier: false,
} as const;

/** What is raised per head: the contribution and the subsidy together. */
function financing(context: Context): Reply {
  const years = paymentYears(context);
  const result = context.calc("subsidy", { year: years.value.at(-1) });
  const figures = result.figures.filter(
    ({ key }) => key === "financing.standard",
  );
  if (result.status !== "answered" || figures.length === 0)
    return stated(context, { ...FINANCING, only: ofWhole(context) });
  return reply(
    "answered",
    "contribution",
    [
      `${context.placeLabel}${figuresSentence(figures)}（每人每年，个人缴费加财政补助）。`,
    ],
    { ...result, figures },
  );
}

/** What a province sets for the pool of one care is not what a city raises per head. */
const ofWhole =
  (context: Context) =>
  ({ where, notice }: Provision): boolean =>
    where.care === undefined ||
    notice.jurisdiction === context.place ||
    context.facets("care").length > 0;

/** The financing of a head is not what the person pays: it stands beside the verdict. */
function onlyFinancing(context: Context): Reply {
  const told = stated(context, FINANCING);
  if (told.status !== "answered") return told;
  const result = {
    ...told,
    status: "not_stipulated" as const,
    figures: [],
    reference: told.figures,
  };
  const subject = {
    place: context.placeLabel,
    period: "",
    what: "个人缴费标准",
  };
  return { ...result, lead: verdictLead(result, subject, context.knowledge) };
}

/** Places whose notices state no amount but a rate of the wage or the financing of a head. */
function otherwise(context: Context): Reply | null {
  const chain = context.knowledge.jurisdictions.chain(context.place);
  const has = (topic: string): boolean =>
    chain.some(
      (place) => context.knowledge.provisions(place, topic).length > 0,
    );
  if (has("contribution.standard") || has("contribution.aid")) return null;
  const topics = ["contribution.rate", "financing.standard"].filter(has);
  if (topics.length === 0) return null;
  const wage = exact(context, ...WAGE_ROLES);
  const payer = context.facet("payer");
  const tags = context.people.flatMap((person) => context.tagsOf(person));
  const financing = context.frame.aspects.includes("financing");
  if (wage === null && !financing && !topics.includes("contribution.rate"))
    return onlyFinancing(context);
  if (wage === null)
    return stated(context, {
      intent: "contribution",
      name: topics.includes("contribution.rate") ? "缴费比例" : "筹资标准",
      topics: { amount: topics },
      beside: [],
      bounds: true,
      fixed: payer === undefined ? payersOf(context, tags) : {},
      facets: ["payer"],
      byPerson: true,
      byTier: false,
    });
  return byWage(context, wage, {
    ...(payer === undefined ? {} : { payer }),
    ...(tags.length > 0 ? { identities: tags } : {}),
  });
}

function noteAll(context: Context, cases: readonly Case[]): void {
  const { frame, knowledge } = context;
  const own = cases.every(({ person }) => person.year !== undefined);
  const source =
    (own ? frame.people : frame.schoolYears)?.source ??
    paymentYears(context).source;
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
  const whose = [...new Set(chosen.flatMap(({ tags }) => tags))].map((tag) =>
    context.knowledge.vocabulary.label("identity", tag),
  );
  const subject = {
    place: context.placeLabel,
    period: periodOf(chosen),
    what: whose.length > 0 ? `${whose.join("、")}的个人缴费` : "个人缴费标准",
  };
  if (status === "needs_info") return askIdentity(context, joined);
  const done = differenceOf(context, cases) ?? sumOfYears(context, cases);
  if (done) return done;
  if (status !== "answered")
    return reply(
      status,
      "contribution",
      verdictLead(joined, subject, context.knowledge),
      joined,
    );
  const deadlines = deadlinesOf(context, chosen);
  const shares = aidShares(context, chosen);
  const all = { ...join([shares, joined, ...deadlines]), status };
  return reply(
    "answered",
    "contribution",
    [
      ...(context.frame.flags[OF_AREAS]
        ? [withoutAreasText(context.placeLabel)]
        : []),
      ...payerLines(context, chosen),
      ...(shares.figures.length > 0
        ? [`${context.placeLabel}${figuresSentence(shares.figures)}。`]
        : []),
      ...contributionLead(context, chosen, open),
      ...deadlines.flatMap(({ figures }) => figures.map(deadlineText)),
    ],
    { ...all, computed: joined.steps.length > 0 },
  );
}

/** While two years are answered because one is being collected: the last day of each. */
function deadlinesOf(context: Context, cases: readonly Case[]): CalcResult[] {
  const years = [...new Set(cases.map(({ year }) => year))];
  if (years.length < 2 || (context.frame.years && !context.frame.now))
    return [];
  return years.flatMap((year) => {
    const window = context.calc("enrolment", { coverage_year: year });
    const last = window.figures.filter(({ key }) => key === "enrolment.to");
    if (window.status !== "answered" || last.length === 0) return [];
    const figures = last.map((figure) => ({
      ...figure,
      label: figure.label.includes(String(year))
        ? figure.label
        : `${year}年度${figure.label}`,
      for: { year: String(year) },
    }));
    return [{ ...window, figures, steps: [] }];
  });
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
  const { aspects, people, household } = context.frame;
  if (!aspects.includes("increase")) return null;
  // What is stated of everybody's contribution is not that of a family or of those who are aided.
  const own = context.people.some(
    (person) => context.tagsOf(person).length > 0,
  );
  if (own || household?.size || (people?.value.length ?? 0) > 1) return null;
  const years =
    context.frame.against === null
      ? (context.frame.years?.value ?? paymentYears(context).value)
      : paymentYears(context).value;
  const year = Math.max(...years);
  if (years.length > 1 && !years.includes(year - 1)) return null;
  const result = lookAll(context, ["contribution.increase"], {
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  });
  if (result.status !== "answered") return null;
  context.note("year", year, `${year}年度`, paymentYears(context).source);
  const amount = result.figures[0];
  if (!amount) return null;
  const told = reply(
    "answered",
    "contribution",
    [
      `${context.placeLabel}${year}年度个人缴费每人提高${amount.value.replace(/\.00$/, "")}元。`,
    ],
    result,
  );
  return withFromTo(context, told, "contribution.standard", year);
}

/** General outpatient care: what is stated, and what a bill comes to. */
import type { Facts } from "../../../engine/request.js";
import type { CalcResult } from "../../../engine/result.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { ASK_CLASS, ASK_INSTITUTION } from "../../phrasing/asks.js";
import { paidLead } from "../../phrasing/paid.js";
import { dateText } from "../../phrasing/format.js";
import { figuresSentence, verdictLead } from "../../phrasing/verdict.js";
import { caseName } from "../case-name.js";
import type { Context } from "../context.js";
import { dayOf } from "../days.js";
import { join } from "../results.js";
import { named, tabulate } from "../tabulate.js";
import { benefitYears } from "../years.js";
import {
  askColumn,
  askExact,
  askOfTotal,
  atEnd,
  exact,
  overRange,
} from "./amounts.js";
import { CARE } from "./care.js";
import { leftFirst } from "./left-first.js";
import { withMostPaid } from "./expense-limit.js";
import { afterLastYear, lowered } from "./lowered.js";
import { askSpentBefore, soFar } from "./paid-before.js";
import { stated } from "./stated.js";
import { hasTiers } from "./tiers.js";
import {
  apartByDay,
  ofOneDay,
  severalDays,
  visitsApart,
} from "./visit-days.js";

/** Without an amount what the notices state, with one what the fund pays. */
export function outpatient(asked: Context): Reply {
  const context = afterLastYear(ofYearToCome(asked));
  const care = CARE.outpatient;
  if (!care) throw new Error("outpatient topics are missing");
  if (!hasBill(context)) {
    const own = ofLimitAlone(context);
    return (
      quotaLeft(own) ??
      lowered(own, () => knownFacts(own)) ??
      withMostPaid(own, stated(own, care), () => knownFacts(own))
    );
  }
  const vague = askExact(context, "outpatient");
  const paid = vague
    ? (overRange(context, compute) ?? undecided(context) ?? vague)
    : compute(context);
  const apart = visitsApart(context, paid);
  if (apart) return apart;
  return leftFirst(context, "门诊", paid);
}

/** 花了100报了50，明年还能报多少: a bill that is settled is of no year to come, whose limit alone is asked. */
function ofYearToCome(context: Context): Context {
  const { frame, onYear } = context;
  const [year, more] = frame.years?.value ?? [];
  const settled = frame.amounts.some(
    ({ role, year: named, span: [at] }) =>
      ["paid_this_year", "fund"].includes(role) &&
      named === null &&
      frame.amounts.some((one) => one.role !== role && one.span[0] < at),
  );
  if (year === undefined || more !== undefined || year <= onYear || !settled)
    return context;
  const own = frame.amounts.filter(({ year: named }) => named !== null);
  return context.reading({
    ...frame,
    amounts: own,
    ...(own.length === 0 ? { aspects: ["limit" as const] } : {}),
  });
}

/** 两年没超过起付线，一年最多报多少: the deductible was told of those years, and the limit is asked. */
function ofLimitAlone(context: Context): Context {
  const { frame } = context;
  const { aspects, given, flags } = frame;
  // 起付线最多能降到多少 names no payment: it is the deductible that is asked.
  const told =
    given.years_below_deductible !== undefined &&
    aspects.includes("limit") &&
    flags.asks_payment === true;
  return told
    ? context.reading({
        ...frame,
        aspects: aspects.filter((aspect) => aspect !== "deductible"),
      })
    : context;
}

/** 花了八十几块能报几成, where no clause decides any amount: the exact one would not help. */
function undecided(context: Context): Reply | null {
  const low = atEnd(context, "low");
  const told = low ? compute(low) : null;
  return told?.status === "not_stipulated" ? told : null;
}

/** 今年报了200了，还剩多少: what is left of the yearly limit, without a bill. */
function quotaLeft(context: Context): Reply | null {
  if (exact(context, "paid_this_year") === null) return null;
  const facts = knownFacts(context);
  const nothing = {
    class_a: "0",
    institution: "grassroots",
    family_doctor: false,
  };
  const visit = context.calc("outpatient", { ...facts, ...nothing });
  // Where no ratio is stated, the limit alone tells what is left.
  const result =
    visit.status === "answered"
      ? visit
      : tabulate(context, "outpatient", facts);
  const figures = result.figures.filter(({ key }) =>
    ["outpatient.year_left", "outpatient.limit"].includes(key),
  );
  if (result.status !== "answered" || figures.length < 2) return null;
  return reply(
    "answered",
    "outpatient",
    [`${caseName(context, "门诊")}：${figuresSentence(figures)}。`],
    {
      ...result,
      figures,
      steps: result.steps.filter(({ label }) => label.includes("本年度")),
      computed: true,
    },
  );
}

/** Whether a bill was said; what was paid before is none. */
function hasBill({ frame }: Context): boolean {
  return frame.amounts.some(
    ({ role }) =>
      ![
        "paid_today",
        "paid_this_year",
        "quota_left",
        "outpatient_last_year",
        "regular_deductible",
        "wage",
        "urban_income",
        "rural_income",
        "enterprise_pension",
      ].includes(role),
  );
}

function compute(context: Context): Reply {
  const facts = knownFacts(context);
  const classA = exact(context, "class_a");
  const classB = exact(context, "class_b");
  const eligible = exact(context, "eligible");
  if (classA !== null || classB !== null) {
    if (hasUnclassed(context))
      return reply("needs_info", "outpatient", [ASK_CLASS], {
        missing: ["class"],
        suggestions: ["a", "b"].map((id) =>
          context.knowledge.vocabulary.label("class", id),
        ),
      });
    const apart = apartByDay(context, facts);
    if (apart) return apart;
    const bill = {
      ...facts,
      ...(classA ? { class_a: classA } : {}),
      ...(classB ? { class_b: classB } : {}),
    };
    return (
      severalDays(context, bill) ??
      conclude(context, tabulate(context, "outpatient", bill))
    );
  }
  const total = eligible ?? exact(context, "total", "unknown", "self", "fund");
  if (total === null)
    return askColumn("outpatient", "eligible", "政策范围内费用");
  const result = byClass(context, facts, total);
  const decided =
    result.status === "answered" || result.status === "needs_info";
  if (eligible === null && decided)
    return askOfTotal(
      context,
      "outpatient",
      "eligible",
      "政策范围内费用",
      result,
    );
  return conclude(context, result);
}

/** 甲类40乙类60，明天再花100: the class of the later bill is open. */
const hasUnclassed = ({ frame }: Context): boolean =>
  frame.amounts.some(
    ({ role, day }) =>
      day !== undefined && (role === "unknown" || role === "total"),
  );

/** The classes of the bill unsaid: both cases where the place tells them apart. */
function byClass(context: Context, facts: Facts, amount: string): CalcResult {
  const split = context.knowledge
    .provisions(context.place, "outpatient.ratio")
    .some(({ where }) => where.class !== undefined);
  if (!split)
    return tabulate(context, "outpatient", { ...facts, eligible: amount });
  const said = context.facet("class");
  const label = (value: string) =>
    context.knowledge.vocabulary.label("class", value);
  const a = tabulate(context, "outpatient", {
    ...facts,
    class_a: amount,
    class_b: "0",
  });
  const b = tabulate(context, "outpatient", {
    ...facts,
    class_a: "0",
    class_b: amount,
  });
  if (said === "a") return a;
  if (said === "b") return b;
  if (a.status !== "answered" || b.status !== "answered") return a;
  const same =
    a.figures[0]?.value === b.figures[0]?.value &&
    a.figures.length === b.figures.length;
  if (same) return a;
  return {
    ...join([
      named(a, "class", "a", label("a")),
      named(b, "class", "b", label("b")),
    ]),
    status: "answered",
  };
}

function knownFacts(context: Context): Facts {
  const { frame } = context;
  const facts: Facts = {};
  const day = dayOf(frame, context.on, "visit", "unknown");
  const years = benefitYears(context);
  const year = years.value[0] ?? context.onYear;
  if (day !== null) {
    facts.visit_date = day;
    context.note("visit_date", day, `${dateText(day)}就诊`, "said");
  } else if (years.source !== "assumed") {
    facts.year = year;
    context.note("year", year, `${year}年`, years.source);
  } else context.note("year", year, `${year}年`, "assumed");
  for (const facet of ["institution", "insurance", "employment"] as const) {
    const value = context.facet(facet);
    if (value === undefined) continue;
    facts[facet] = value;
    context.restsOn(facet);
  }
  const doctor = context.facet("family_doctor");
  if (doctor !== undefined) {
    facts.family_doctor = doctor === "true";
    context.restsOn("family_doctor");
  }
  const tier = tierOf(context);
  if (tier !== undefined && hasTiers(context)) {
    facts.tier = tier;
    context.rests(
      "tier",
      { value: tier, source: frame.tiers?.source ?? "said" },
      context.knowledge.vocabulary.label("tier", tier),
    );
  }
  return { ...facts, ...soFar(context, year) };
}

/** 一档封顶多少，我妈二档报了380: of several tiers said the one of the person. */
function tierOf({ frame, people }: Context): string | undefined {
  const said = frame.tiers?.value ?? [];
  const own = new Set(people.flatMap(({ tier }) => tier ?? []));
  return said.length > 1 && own.size === 1 ? [...own][0] : said[0];
}

/** Of a hospital by its name the level is not known: a table without it would promise what the hospital may not be in. */
function asksInstitution({ frame }: Context, result: CalcResult): boolean {
  if (result.status === "needs_info")
    return result.missing[0] === "institution";
  return (
    frame.flags.hospital_named === true &&
    result.figures.some((figure) => figure.for?.institution !== undefined)
  );
}

function conclude(context: Context, result: CalcResult): Reply {
  const before = askSpentBefore(context, result);
  if (before) return before;
  if (asksInstitution(context, result)) {
    const { vocabulary } = context.knowledge;
    const suggestions = ["grassroots", "level1", "level2", "level3"].map((id) =>
      vocabulary.label("institution", id),
    );
    return reply("needs_info", "outpatient", [ASK_INSTITUTION], {
      missing: ["institution"],
      suggestions,
    });
  }
  const days = context.frame.given.visit_days;
  if (result.status === "answered" && days !== undefined)
    return ofOneDay(context, result, days);
  if (result.status !== "answered") {
    const subject = {
      place: context.placeLabel,
      period: "",
      what: "这种情况的普通门诊报销数额",
    };
    return reply(
      result.status,
      "outpatient",
      verdictLead(result, subject, context.knowledge),
      result,
    );
  }
  return reply(
    "answered",
    "outpatient",
    paidLead(caseName(context, "门诊"), result),
    {
      ...result,
      computed: true,
    },
  );
}

/** The layers after basic insurance: catastrophic insurance, medical and special assistance. */
import type { Facts } from "../../../engine/request.js";
import type { CalcResult } from "../../../engine/result.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { paidLead, paymentOpen } from "../../phrasing/paid.js";
import { figuresSentence, verdictLead } from "../../phrasing/verdict.js";
import { caseName } from "../case-name.js";
import type { Context } from "../context.js";
import { look, lookAll } from "../lookup.js";
import { cite } from "../results.js";
import { tabulate } from "../tabulate.js";
import { benefitYears } from "../years.js";
import {
  askColumn,
  askExact,
  askOfTotal,
  exact,
  overRange,
} from "./amounts.js";
import { withoutFiguresOfRule, withWhole } from "./above-part.js";
import { amountForMost, withPartAbove } from "./above-threshold.js";
import { assistedApart } from "./assisted-apart.js";
import {
  assistedLeft,
  assistedSoFar,
  assistedTooMuch,
} from "./assisted-before.js";
import { bandsAsked, endOfBands, isBand } from "./bands.js";
import {
  askCareOfAmounts,
  burdenByCare,
  ofBothCares,
  tellsBothCares,
} from "./burden.js";
import { CARE, type CareTopics } from "./care.js";
import { leftFirst } from "./left-first.js";
import { known } from "./known-facts.js";
import {
  ofEachGroup,
  ofTheMonitored,
  question,
  type Benefit,
} from "./layer-questions.js";
import { names, sayings } from "./facts.js";
import { stated, withGrounds } from "./stated.js";
import { MONITORED, ORDINARY } from "../../../nlu/person-facts.js";

/** Catastrophic insurance: stated figures, or what an amount comes to. */
export function catastrophic(context: Context): Reply {
  const own = withoutFiguresOfRule(context);
  const bands = endOfBands(own) ?? bandsAsked(own);
  if (bands) return bands;
  const told = catastrophicOf(own);
  return own.frame.amounts.length === 0 ? withTilt(own, told) : told;
}

/** What a notice says of persons for whom catastrophic insurance pays more. */
const TILT = "fact.catastrophic_tilt";

/** 低保户大病多报几个点: what is said of such a person comes first. */
const RATES: readonly string[] = ["ratio", "points", "increase"];

/** 低保户的大病起付线: beside what holds for everybody, what is said of such a person. */
function withTilt(context: Context, answer: Reply): Reply {
  const told = context.people.flatMap((person) => context.tagsOf(person));
  const { tags, because } = context.implied(told);
  const year = benefitYears(context).value[0] ?? context.onYear;
  const { rules } = look(context, {
    topic: TILT,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  });
  const own = rules.filter((rule) => names(rule, tags));
  if (own.length === 0 || answer.status === "needs_info") return answer;
  const citations = [...answer.citations];
  for (const rule of own) cite({ citations }, rule);
  const said = sayings(context, own);
  const { aspects, amounts } = context.frame;
  const ofRate =
    aspects.some((one) => RATES.includes(one)) ||
    // 特困的大病照顾好多: neither of the deductible nor of a bill.
    (amounts.length === 0 && aspects.every((one) => one === "amount"));
  const lead = ofRate ? [...said, ...answer.lead] : [...answer.lead, ...said];
  return withGrounds({ ...answer, lead, citations }, because);
}

function catastrophicOf(context: Context): Reply {
  return layer(
    withWhole(context),
    "catastrophic",
    "政策范围内个人自付",
    (amount, isSelf) =>
      isSelf ? { eligible_self_paid: amount } : { eligible_expense: amount },
  );
}

/** Medical assistance; which amount counts depends on whether the place's rule has a yearly threshold. */
export function assistance(context: Context): Reply {
  const most = CARE.assistance && amountForMost(context, CARE.assistance);
  return (
    most ??
    leftFirst(
      context,
      "医疗救助",
      withPartAbove(context, assistanceOf(context)),
    )
  );
}

function assistanceOf(context: Context): Reply {
  const apart = assistedApart(context, assistanceOf);
  if (apart) return apart;
  const yearly =
    context.knowledge.provisions(context.place, "assistance.threshold").length >
    0;
  const outpatient = context.facet("care") === "outpatient";
  const soFar = assistedSoFar(context);
  const tags = context.people.flatMap((person) => context.tagsOf(person));
  const monitored =
    context.frame.flags.monitored ??
    (tags.includes(MONITORED) ? true : undefined);
  if (isOfOrdinary(context))
    return notReached(context, "没有困难身份的普通居民的医疗救助");
  const before =
    assistedLeft(context, yearly, soFar, monitored) ??
    assistedTooMuch(context, yearly, soFar);
  if (before) return before;
  const cares = context.facets("care");
  const stays =
    yearly && (cares.length > 1 || tellsBothCares(context))
      ? burdenByCare(context)?.inpatient_left
      : null;
  if (yearly && monitored === false && !stays)
    return notReached(context, UNMONITORED);
  if (yearly && context.frame.amounts.length > 0 && !stays) {
    if (cares.includes("outpatient"))
      return cares.includes("inpatient")
        ? askColumn(
            "assistance",
            "eligible_self_paid_inpatient",
            "住院费用个人自付",
          )
        : notReached(context, "普通门诊费用的医疗救助");
  }
  const told = yearly ? ofTheMonitored(context, tags, monitored) : null;
  if (told) return told;
  const both = !yearly && ofBothCares(context);
  const byCare = both ? burdenByCare(context) : null;
  if (both && !byCare && !askExact(context, "assistance"))
    return askCareOfAmounts("assistance");
  return layer(context, "assistance", "各项保险报销后个人负担", (amount) => ({
    ...(byCare ??
      (yearly
        ? { eligible_self_paid_inpatient: stays ?? amount }
        : outpatient
          ? { general_outpatient_left: amount }
          : { inpatient_left: amount })),
    ...(soFar === null ? {} : { assisted_this_year: soFar }),
    ...(yearly && monitored !== undefined ? { monitored } : {}),
  }));
}

const UNMONITORED = "不属于监测对象的人的医疗救助";

/** 普通居民能救助吗: everybody asked about was said to be nobody special. */
const isOfOrdinary = ({ frame }: Context): boolean =>
  frame.people !== null &&
  frame.people.value.length > 0 &&
  // 居民 names the insurance, too: which group is not told by it.
  frame.facets.insurance === undefined &&
  frame.people.value.every(
    ({ tags }) => tags.length === 1 && tags[0] === ORDINARY,
  );

/** The clause names others: its list stands beside the verdict. */
function notReached(context: Context, what: string): Reply {
  const years = benefitYears(context);
  const year = years.value[0] ?? context.onYear;
  context.note("year", year, `${year}年`, years.source);
  const found = lookAll(
    context,
    ["assistance.threshold", "assistance.ratio", "assistance.cap"],
    {
      from: `${year}-01-01`,
      to: `${year}-12-31`,
    },
  );
  const result = {
    ...found,
    status: "not_stipulated" as const,
    figures: [],
    reference: [...found.figures, ...found.reference],
  };
  const subject = { place: context.placeLabel, period: "", what };
  return reply(
    "not_stipulated",
    "assistance",
    verdictLead(result, subject, context.knowledge),
    result,
  );
}

/** Special assistance for those whose burden is still heavy. */
export function specialAssistance(context: Context): Reply {
  const heavy = context.frame.flags.burden_still_heavy;
  return layer(
    context,
    "special_assistance",
    "各类救助后剩余的合理费用",
    (amount) => ({
      reasonable_left: amount,
      ...(heavy === undefined ? {} : { burden_still_heavy: heavy }),
    }),
  );
}

function layer(
  context: Context,
  benefit: Benefit,
  column: string,
  amountFacts: (amount: string, isSelf: boolean) => Facts,
): Reply {
  const care = CARE[benefit];
  if (!care) throw new Error(`${benefit} topics are missing`);
  if (context.frame.amounts.length === 0) return stated(context, care);
  const ranges = context.frame.amounts.every(
    ({ high, about }) => high !== null && !about,
  );
  if (
    ranges &&
    (context.frame.aspects.includes("ratio") || isBand(context, benefit))
  )
    return stated(context, care);
  const vague = askExact(context, benefit);
  // 可能要花十几万，大病过了多少才报: the deductible is none of that.
  if (vague)
    return context.frame.aspects.join() === "deductible"
      ? stated(context, care)
      : (overRange(context, (end) =>
          layer(end, benefit, column, amountFacts),
        ) ?? vague);
  const roles = new Set(context.frame.amounts.map(({ role }) => role));
  const remainder =
    roles.has("total") &&
    roles.has("fund") &&
    context.frame.amounts.some((money) => money.remainder) &&
    !eligibleSaid(context);
  const self = remainder ? null : exact(context, "self");
  const unclear = exact(context, "eligible", "total", "unknown");
  if (self === null && unclear === null)
    return askColumn(benefit, "eligible_self_paid", column);
  const facts = {
    ...known(context),
    ...amountFacts(
      self ?? unclear ?? "0",
      self !== null || context.facet("insurance") !== "employee",
    ),
  };
  const result = ofEachGroup(
    context,
    benefit,
    facts,
    tabulate(context, benefit, facts),
  );
  if (result.status === "needs_info")
    return question(context, benefit, result, column);
  if (result.status !== "answered") return undecided(context, care, result);
  if (self === null && !countsAsBase(context, benefit))
    return askOfTotal(
      context,
      benefit,
      "eligible_self_paid",
      column,
      tabulate(context, benefit, {
        ...known(context),
        ...amountFacts(unclear ?? "0", true),
      }),
    );
  if (self !== null && !eligibleSaid(context))
    context.note(
      "eligible_self_paid",
      self,
      "自付的钱都在政策范围内",
      "assumed",
    );
  return reply(
    "answered",
    benefit,
    leadOf(
      caseName(context, care.name),
      result,
      context.frame.flags.asks_payment === true,
    ),
    {
      ...result,
      computed: true,
    },
  );
}

/** The words said that the amount is inside the catalogues. */
function eligibleSaid(context: Context): boolean {
  return context.frame.amounts.some(
    ({ eligible, role }) => eligible || role === "eligible",
  );
}

/**
 * Whether an amount that was not called the person's own part is the one that
 * the layer counts from: 合规费用 is, where the expense itself is banded, and
 * is not, where what basic insurance left of it is.
 */
function countsAsBase(context: Context, benefit: Benefit): boolean {
  if (!eligibleSaid(context)) return false;
  return (
    benefit !== "catastrophic" || context.facet("insurance") === "employee"
  );
}

/** What is paid; where only a part can be computed and the payment was asked for, that it is left open comes first. */
function leadOf(
  name: string,
  result: CalcResult,
  asksPayment: boolean,
): string[] {
  const funds = result.figures.filter(({ key }) => key.endsWith(".fund"));
  if (funds.length > 0) return paidLead(name, result);
  const told = figuresSentence(result.figures);
  return asksPayment
    ? [paymentOpen(name), `能算到的：${told}。`]
    : [`${name}：${told}。`];
}

function undecided(
  context: Context,
  care: CareTopics,
  result: CalcResult,
): Reply {
  const subject = {
    place: context.placeLabel,
    period: "",
    what: `${care.name}的报销数额`,
  };
  const known =
    result.figures.length > 0 ? [`${figuresSentence(result.figures)}。`] : [];
  return reply(
    result.status,
    care.intent,
    [...verdictLead(result, subject, context.knowledge), ...known],
    result,
  );
}

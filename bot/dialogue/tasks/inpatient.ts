/** Inpatient care and chronic diseases: what is stated, and what an expense comes to. */
import type { Facts } from "../../../engine/request.js";
import type { CalcResult } from "../../../engine/result.js";
import {
  ASK_ADMISSION,
  ASK_DEDUCTIBLE,
  ASK_INSTITUTION,
  ASK_REGULAR,
  NOT_LOWERED,
} from "../../phrasing/asks.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { figureText } from "../../phrasing/format.js";
import { whomToAsk } from "../../phrasing/fixed.js";
import { paidLead } from "../../phrasing/paid.js";
import {
  figuresSentence,
  type Subject,
  verdictLead,
} from "../../phrasing/verdict.js";
import { caseName } from "../case-name.js";
import { monthsAsked, withMonths } from "./full-year.js";
import type { Context } from "../context.js";
import { lastMonthBefore, monthAsked } from "../days.js";
import { tabulate } from "../tabulate.js";
import { benefitYears } from "../years.js";
import { look, state } from "../lookup.js";
import { askColumn, askExact, atEnd, exact } from "./amounts.js";
import { CARE, type CareTopics } from "./care.js";
import { factsReply } from "./facts.js";
import { assistance } from "./layers.js";
import { ofTheStay } from "./later-stay.js";
import { stated } from "./stated.js";
import { hasTiers } from "./tiers.js";

/** 二次住院 is the second stay, 两次住院 are two. */
const SECOND = "二次";
/** No exact amount was said: any one shows whether the notices decide the case, before it is asked for. */
const ANY_AMOUNT = "10000";

/** Without an amount what the notices state, with one what the fund pays. */
export function inpatient(context: Context): Reply {
  const care = CARE.inpatient;
  if (!care) throw new Error("inpatient topics are missing");
  if (context.frame.amounts.length === 0) return ofTheStay(context, care);
  if (isLeftOver(context)) return assistance(context);
  const vague = askExact(context, "inpatient");
  const above = exact(context, "above_deductible");
  const eligible = exact(context, "eligible");
  const total = exact(context, "total", "unknown", "self");
  const lastYear = exact(context, "outpatient_last_year");
  const onlyDeductible = context.frame.amounts.every(({ role }) =>
    ["outpatient_last_year", "regular_deductible"].includes(role),
  );
  if (onlyDeductible && lastYear === null)
    return deductibleWithin(context) ?? deductibleAfter(context, null);
  if (lastYear !== null && onlyDeductible)
    return deductibleAfter(context, lastYear);
  const facts: Facts = {
    ...known(context),
    ...(above
      ? { above_deductible: above }
      : { eligible: eligible ?? total ?? ANY_AMOUNT }),
  };
  const result = tabulate(context, "inpatient", facts);
  const decided =
    result.status === "answered" || result.status === "needs_info";
  if (decided && vague) return vague;
  if (decided && above === null && eligible === null)
    return askColumn("inpatient", "eligible", "政策范围内费用");
  if (result.status === "answered")
    return reply(
      "answered",
      "inpatient",
      paidLead(caseName(context, "住院"), result),
      {
        ...result,
        computed: true,
      },
    );
  if (result.status === "needs_info") return question(context, result);
  const subject = {
    place: context.placeLabel,
    period: "",
    what: "住院按医院级别的起付线和报销比例",
  };
  return reply(
    result.status,
    "inpatient",
    verdictLead(result, subject, context.knowledge),
    result,
  );
}

/** 保险报完还剩8万: the layers after basic insurance are meant, where the place has one for the person. */
function isLeftOver(context: Context): boolean {
  const roles = context.frame.amounts.map(({ role }) => role);
  const person = context.people.some((one) => context.tagsOf(one).length > 0);
  return (
    person &&
    roles.includes("self") &&
    !roles.includes("total") &&
    context.knowledge.provisions(context.place, "assistance.ratio").length > 0
  );
}

/** 去年门诊没到2500: answered where the deductible is the same at both ends. */
function deductibleWithin(context: Context): Reply | null {
  const [low, high] = (["low", "high"] as const).map((end) => {
    const at = atEnd(context, end);
    const spent = at && exact(at, LAST_YEAR);
    const { figures } = spent
      ? tabulate(context, "inpatient", {
          ...known(context),
          [LAST_YEAR]: spent,
        })
      : { figures: [] };
    const told = figures
      .filter(({ key }) => key === "inpatient.deductible")
      .map(({ value }) => value);
    return { spent, told };
  });
  const same = low && high?.spent && low.told.join() === high.told.join();
  return same && low.told.length > 0
    ? deductibleAfter(
        context,
        high.spent,
        `上年度门诊费用不超过${high.spent}元`,
      )
    : null;
}
const LAST_YEAR = "outpatient_last_year";

/** 去年门诊花了1500元: what it makes of this year's deductible. */
function deductibleAfter(
  context: Context,
  lastYear: string | null,
  label = `上年度门诊费用${lastYear ?? ""}元`,
): Reply {
  const result = tabulate(context, "inpatient", {
    ...known(context),
    ...(lastYear === null ? {} : { outpatient_last_year: lastYear }),
  });
  if (lastYear !== null) context.note(LAST_YEAR, lastYear, label, "said");
  if (result.missing.includes("admission")) return question(context, result);
  if (result.missing[0] === "regular_deductible")
    return notLowered(context, result);
  const deductible = result.figures.filter(
    ({ key }) => key === "inpatient.deductible",
  );
  if (deductible.length > 0)
    return reply(
      "answered",
      "inpatient",
      [`${caseName(context, "住院")}：${figuresSentence(deductible)}。`],
      { ...result, status: "answered", figures: deductible, missing: [] },
    );
  const subject = {
    place: context.placeLabel,
    period: "",
    what: "这种情况的住院起付标准",
  };
  return reply(
    result.status,
    "inpatient",
    verdictLead(result, subject, context.knowledge),
    result,
  );
}

/** More was spent than the rule allows: the deductible is the one laid down elsewhere, which is asked for once. */
function notLowered(context: Context, asked: CalcResult): Reply {
  if (!context.frame.unknown.includes("regular_deductible"))
    return reply("needs_info", "inpatient", [NOT_LOWERED, ASK_REGULAR], asked);
  const { rules } = look(context, {
    topic: "fact.inpatient_deductible_restored",
    from: `${context.onYear}-01-01`,
    to: `${context.onYear}-12-31`,
  });
  return reply(
    "not_stipulated",
    "inpatient",
    [NOT_LOWERED, whomToAsk(context.knowledge)],
    { ...state(context, rules, "not_stipulated"), figures: [] },
  );
}

function question(
  context: Context,
  result: ReturnType<typeof tabulate>,
): Reply {
  const [slot] = result.missing;
  const { vocabulary } = context.knowledge;
  const levels = ["level3", "level2", "level1"].map((id) =>
    vocabulary.label("institution", id),
  );
  if (slot === "institution")
    return reply("needs_info", "inpatient", [ASK_INSTITUTION], {
      ...result,
      suggestions: levels,
    });
  if (slot === "admission")
    return reply("needs_info", "inpatient", [ASK_ADMISSION], {
      ...result,
      suggestions: ["第一次", "第二次"],
    });
  return reply("needs_info", "inpatient", [ASK_DEDUCTIBLE], { ...result });
}

function known(context: Context): Facts {
  const facts: Facts = {};
  const years = benefitYears(context);
  const year = years.value[0] ?? context.onYear;
  if (years.source !== "assumed") facts.year = year;
  context.note("year", year, `${year}年`, years.source);
  for (const facet of ["institution", "insurance", "employment"] as const) {
    const value = context.facet(facet);
    if (value === undefined) continue;
    facts[facet] = value;
    context.restsOn(facet);
  }
  const tier = context.frame.tiers?.value[0];
  if (tier !== undefined && hasTiers(context)) facts.tier = tier;
  const time = context.frame.counts.find(
    ({ kind, unit, text }) =>
      (kind === "ordinal" || text === SECOND) && unit === "次",
  );
  if (time && /^\d{1,3}$/.test(time.value) && time.value !== "0")
    facts.admission = Number.parseInt(time.value, 10);
  const given =
    exact(context, "regular_deductible") ??
    context.frame.given.regular_deductible;
  if (given !== undefined) facts.regular_deductible = given;
  return facts;
}

/** 高血压冠心病两样都有: what the place states of the second disease of one person. */
function ofTheSecond(context: Context, care: CareTopics): Reply | null {
  if (context.facets("disease").length < 2) return null;
  const told = stated(context, {
    ...care,
    topics: { amount: ["chronic.second"] },
    facets: ["insurance"],
  });
  return told.status === "answered" ? told : null;
}

/** The monthly quota of a disease, or what else is stated of it. */
export function chronic(context: Context): Reply {
  const care = CARE.chronic;
  if (!care) throw new Error("chronic topics are missing");
  const second = ofTheSecond(context, care);
  if (second) return second;
  const disease = context.facet("disease");
  if (disease === undefined)
    return context.frame.flags.other_disease
      ? ofOthers(context, stated(context, care))
      : stated(context, care);
  const several = monthsAsked(context.frame, context.on);
  // In September 从十月到年底一共: from the first of those months on.
  const first = several?.first ?? "";
  const month =
    monthAsked(context.frame, context.on, "visit", "unknown") ??
    (first > context.on
      ? first
      : lastMonthBefore(context.frame, context.onYear));
  const insurances = context.facets("insurance");
  const insurance = insurances.length === 1 ? insurances[0] : undefined;
  context.restsOn("disease");
  context.restsOn("insurance");
  if (month !== null) context.note("month", month, month, "said");
  const result = tabulate(context, "chronic", {
    disease,
    ...(month === null ? {} : { month }),
    ...(insurance === undefined ? {} : { insurance }),
  });
  if (result.status === "answered") {
    const lines = result.figures
      .map((figure) => `${figure.label}${figureText(figure)}`)
      .join("；");
    const line = `${context.placeLabel}${context.knowledge.vocabulary.label("disease", disease)}：${lines}。`;
    // 8月到12月, where the quota holds from October on: not the same in every month.
    const since = several?.first
      ? context.calc("chronic", { disease, month: several.first, insurance })
      : null;
    if (!several || since?.status === "not_stipulated")
      return reply("answered", "chronic", [line], result);
    const year = withMonths(result, several.months);
    return reply("answered", "chronic", [year.lead, line], year.result);
  }
  const subject = {
    place: context.placeLabel,
    period: "",
    what: `${context.knowledge.vocabulary.label("disease", disease)}的门诊待遇标准`,
  };
  const topics = topicsOfDisease(context, disease);
  if (topics.length > 0) {
    const facts = factsReply(
      context,
      "chronic",
      topics,
      benefitYears(context),
      { disease: [disease] },
    );
    if (facts.status === "answered")
      return withoutNumber(context, facts, subject);
  }
  return reply(
    result.status,
    "chronic",
    verdictLead(result, subject, context.knowledge),
    result,
  );
}

/** 别的病种多少: what is stated of the diseases that the notices name stands beside the verdict. */
function ofOthers(context: Context, told: Reply): Reply {
  if (told.status !== "answered") return told;
  const subject = {
    place: context.placeLabel,
    period: "",
    what: "其他病种的门诊待遇标准",
  };
  const open = {
    ...told,
    status: "not_stipulated" as const,
    figures: [],
    steps: [],
    reference: told.figures,
  };
  return { ...open, lead: verdictLead(open, subject, context.knowledge) };
}

/** Asked how much, and no quota is stated: what else is stands beside the verdict; 起付线 is asked for itself. */
function withoutNumber(
  context: Context,
  facts: Reply,
  { place, what }: Subject,
): Reply {
  const { asksNumber, aspects } = context.frame;
  if (!asksNumber || aspects.includes("deductible")) return facts;
  return {
    ...facts,
    status: "not_stipulated",
    figures: [],
    steps: [],
    reference: [...facts.reference, ...facts.figures],
    lead: [
      `收录的${place}文件没有规定${what}，我不能给您一个数。`,
      ...facts.lead,
      whomToAsk(context.knowledge),
    ],
  };
}

/** Fact topics with a provision for the disease. */
function topicsOfDisease(context: Context, disease: string): string[] {
  return Object.keys(context.knowledge.vocabulary.file.topics).filter((topic) =>
    context.knowledge.jurisdictions
      .chain(context.place)
      .some((place) =>
        context.knowledge
          .provisions(place, topic)
          .some(({ where }) => where.disease?.includes(disease)),
      ),
  );
}

/** Newborns: when to enrol, what to pay, from when benefits run. */
import { exact as decimal } from "../../../engine/decimal.js";
import type { Facts } from "../../../engine/request.js";
import type { CalcResult } from "../../../engine/result.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { dateText, figureText } from "../../phrasing/format.js";
import { clauseSays, verdictLead } from "../../phrasing/verdict.js";
import type { Context } from "../context.js";
import { dayOf, daysOf } from "../days.js";
import { named, tabulate } from "../tabulate.js";
import { benefitYears } from "../years.js";
import { contribution } from "./contribution.js";
import { factsReply, names, topicsNaming } from "./facts.js";
import { sinceBirth } from "./newborn-wait.js";

const NEWBORN = ["新生儿"];

/** The newborn's route: registered in the year of birth or later. */
export function newborn(context: Context): Reply {
  const exactDay = dayOf(context.frame, context.on, "born", "unknown");
  const born = exactDay ?? bornInYear(context) ?? bornByFee(context);
  const registered = registeredIn(context, born);
  if (!statesFee(context) && bornWhen(context)) {
    if (asksFee(context))
      return { ...contribution(context), intent: "newborn" };
    const told = sinceBirth(context);
    if (told) return told;
    return rules(context);
  }
  if (born === null) return rules(context);
  context.note(
    "born_on",
    born,
    exactDay ? `${dateText(born)}出生` : `${born.slice(0, 4)}年出生`,
    "said",
  );
  if (registered !== undefined)
    context.note(
      "registered_in_birth_year",
      registered,
      registered ? "出生当年办了参保登记" : "出生当年没办参保登记",
      "said",
    );
  const facts: Facts = {
    newborn: true,
    born_on: born,
    ...(registered === undefined
      ? {}
      : { registered_in_birth_year: registered }),
  };
  const result = byRegistration(context, facts);
  if (result.status === "answered") {
    const sinceBirth =
      !exactDay && result.figures.some(({ key }) => key === "benefit.from");
    if (!exactDay)
      result.figures = result.figures.filter(
        ({ key }) => key !== "benefit.from",
      );
    const pays = result.figures.filter(({ type }) => type === "money");
    const from = result.figures.find(({ key }) => key === "benefit.from");
    const money = pays
      .map((figure) => `${figure.label}${figureText(figure)}`)
      .join("；");
    const missed = registered === false ? "、当年没办参保登记的" : "出生的";
    const child = `${context.placeLabel}${exactDay ? dateText(born) : `${born.slice(0, 4)}年`}${registered === false ? "出生" : ""}${missed}孩子`;
    const since = from ? `待遇从${figureText(from)}起享受` : "";
    const lead = asksStart(context)
      ? [
          `${child}，${sinceBirth ? SINCE_BIRTH : `${since}。`}`,
          ...(money ? [`${money}。`] : []),
        ]
      : [
          `${child}：${[money, since].filter(Boolean).join("，")}。`,
          ...(sinceBirth ? [SINCE_BIRTH] : []),
        ];
    return reply("answered", "newborn", lead, {
      ...result,
      computed: result.steps.length > 0,
    });
  }
  if (
    result.status === "needs_info" &&
    result.missing[0] === "registered_in_birth_year"
  )
    return reply("needs_info", "newborn", ["孩子出生当年办了参保登记吗？"], {
      ...result,
      suggestions: ["办了", "没办"],
    });
  const subject = {
    place: context.placeLabel,
    period: `${born.slice(0, 4)}年出生`,
    what: "新生儿参保缴费",
  };
  return reply(
    result.status,
    "newborn",
    verdictLead(result, subject, context.knowledge),
    result,
  );
}

/** 今年1月生的一直没登记，年底前去登记: as long as the year of birth runs, who means to register in it has not missed it. */
function registeredIn(
  { frame, on }: Context,
  born: string | null,
): boolean | undefined {
  const { registered_in_birth_year: told } = frame.flags;
  const year = born?.slice(0, 4);
  const later = frame.dates.some(({ role, reading }) => {
    // 12月前: a month or day without its year is one of this year.
    const day = reading.from ?? reading.value.replace(/^t=XXXX/, year ?? "");
    const meant = role === "paid" || role === "joined";
    return (
      meant && day.slice(0, 7) >= on.slice(0, 7) && day.startsWith(`${year}-`)
    );
  });
  if (told === false && year === on.slice(0, 4) && later) return true;
  // 12月出生，明年3月登记: registered in another year than that of the birth.
  const nextYear =
    year !== undefined &&
    frame.dates.some(
      ({ role, reading: { from } }) =>
        role === "joined" && from !== undefined && from.slice(0, 4) > year,
    );
  return told ?? (nextYear ? false : undefined);
}

/** 从哪天开始能报: the day is the conclusion, what is paid stands behind it. */
const asksStart = ({ frame: { aspects } }: Context): boolean =>
  aspects.includes("start");

const SINCE_BIRTH = "待遇从出生之日起享受。";

/** What holds for the child; where no rule of the year of birth is held, the route for those who missed it. */
function byRegistration(context: Context, facts: Facts): CalcResult {
  const result = tabulate(context, "enrolment", facts);
  const open = facts.registered_in_birth_year === undefined;
  if (!open || ["answered", "needs_info"].includes(result.status))
    return result;
  const missed = context.calc("enrolment", {
    ...facts,
    registered_in_birth_year: false,
  });
  return missed.status === "answered"
    ? named(missed, "registered_in_birth_year", "false", "出生当年没办参保登记")
    : result;
}

const bornWhen = ({ frame, on }: Context): boolean =>
  daysOf(frame, on, "born") !== null;

/** A year or a month of birth alone fixes the rule, not the day. */
function bornInYear(context: Context): string | null {
  const born = context.frame.dates.find(
    ({ role, reading }) => role === "born" && reading.from !== undefined,
  );
  return (
    born?.reading.from ?? daysOf(context.frame, context.on, "born")?.[0] ?? null
  );
}

/** 新生儿930怎么算的: the year of birth for whose missed registration so much is paid. */
function bornByFee(context: Context): string | null {
  const [told, more] = context.frame.amounts;
  if (!told || more || context.frame.flags.registered_in_birth_year === true)
    return null;
  const years = [context.onYear, context.onYear - 1, context.onYear - 2];
  const year = years.find((one) =>
    context
      .calc("enrolment", {
        newborn: true,
        born_on: `${one}-01-01`,
        registered_in_birth_year: false,
      })
      .figures.some(
        ({ key, value }) =>
          key === "contribution.net" && decimal(value).eq(decimal(told.low)),
      ),
  );
  return year === undefined ? null : `${year}-01-01`;
}

/** Without a day of birth: everything that the notices state for newborns. */
function rules(context: Context): Reply {
  const told = factsReply(
    context,
    "newborn",
    topicsNaming(context, NEWBORN),
    benefitYears(context),
    {},
    (provision) =>
      names(provision, NEWBORN) &&
      ["text", "wait"].includes(provision.value.kind),
  );
  if (asksFee(context) && told.citations.length > 0 && !statesFee(context))
    return { ...contribution(context), intent: "newborn" };
  if (told.status !== "answered" || told.lead.length < 2) return told;
  // What is said plainly needs no quotation beside it: the clauses stand below.
  const quoted = new Set(told.citations.map(({ quote }) => clauseSays(quote)));
  const plain = told.lead.filter((line) => !quoted.has(line));
  return {
    ...told,
    lead: [byBirth(context), ...(plain.length > 0 ? plain : told.lead)],
  };
}

/** 新生儿要交多少钱, where no clause speaks of what newborns pay: what everybody pays. */
const asksFee = ({ frame }: Context): boolean =>
  frame.asksNumber && frame.aspects.every((aspect) => aspect === "amount");

function statesFee({ knowledge, place }: Context): boolean {
  return knowledge.jurisdictions
    .chain(place)
    .some((one) => knowledge.provisions(one, FEE).length > 0);
}
const FEE = "newborn.contribution";

/** 太原呢, after what a newborn pays elsewhere: asked of newborns alone, where a clause speaks of what they pay. */
export function paysAsNewborn(context: Context): boolean {
  const { frame } = context;
  const told = frame.people?.value ?? [];
  return (
    frame.task === "contribution" &&
    told.length === 1 &&
    told.every(({ tags }) => tags.join() === NEWBORN.join()) &&
    frame.household?.total !== true &&
    statesFee(context)
  );
}

/** Several rules stand one after the other: first, in short, what decides between them. */
function byBirth({ placeLabel }: Context): string {
  return `${placeLabel}新生儿要不要交钱、从哪天起能报，看出生当年有没有办参保登记；告诉我出生日期，我可以替您算。`;
}

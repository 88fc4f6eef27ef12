/** Waiting periods: after an interruption, for groups, for the newborn. */
import { addDays, addMonths } from "../../../knowledge/dates.js";
import type { Facts } from "../../../engine/request.js";
import type { CalcResult } from "../../../engine/result.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import { dateText, figureText } from "../../phrasing/format.js";
import { clauseSays, verdictLead } from "../../phrasing/verdict.js";
import type { Context } from "../context.js";
import { ORDINARY } from "../../../nlu/person-facts.js";
import { dayOf, daysOf } from "../days.js";
import { isOrdinary } from "../person.js";
import { benefitYears } from "../years.js";
import { betweenMonths, joinsNow, tooLate } from "./broken-off.js";
import { factsReply, names } from "./facts.js";
import { monthsSince } from "./months-since.js";
import { timesAllowed } from "./within.js";

/** With days or a group: computed; without: everything that is stated. */
export function waitingPeriod(context: Context): Reply {
  const expected = ofExpected(context);
  if (expected) return expected;
  const since = monthsSince(context);
  const brokeOn = dayOf(context.frame, context.on, "interrupted");
  const interrupted = brokeOn ?? since;
  // 断了俩月，拖到一月再办: a month is told, and it is not today.
  const joins = daysOf(context.frame, context.on, "joined", "paid") !== null;
  const joined =
    dayOf(context.frame, context.on, "joined", "paid") ??
    (!joins && (since !== null || joinsNow(context)) ? context.on : null);
  const tags = [
    ...context.people.flatMap((person) => context.tagsOf(person)),
    ...context.facets("disease").map((id) => `${id}患者`),
  ].filter((tag) => isOfKind(context, tag));
  const allowed =
    interrupted === null && joined === null
      ? timesAllowed(context, tags)
      : null;
  if (allowed) return allowed;
  const born = dayOf(context.frame, context.on, "born") ?? bornBefore(context);
  if (born !== null) return ofNewborn(context, born);
  // 断了5个月，可我是在集中参保期参保的: exempt on its own ground, whatever else was told.
  if (context.facets("group").includes(IN_WINDOW)) {
    const inWindow = context.calc("waiting_period", { group: IN_WINDOW });
    const only = interrupted === null && tags.length === 0;
    if (only || inWindow.status === "answered")
      return concluded(context, inWindow);
  }
  const byMonth =
    brokeOn === null || joined === null ? betweenMonths(context, since) : null;
  if (byMonth && !tags.some((tag) => isExempt(context, tag)))
    return byMonth.told ?? concluded(context, byMonth.result);
  // 7月断的10月参: which days would have to be known; the rule lets the person compare.
  if (
    interrupted === null &&
    tags.length === 0 &&
    daysOf(context.frame, context.on, "interrupted") !== null
  )
    return statedRule(context);
  if (interrupted === null && tags.length === 0)
    return (
      ofNobodySpecial(context) ??
      factsReply(
        context,
        "waiting_period",
        ["waiting.exempt", ...factTopics(context)],
        benefitYears(context),
      )
    );
  if (interrupted === null && context.frame.asksNumber)
    return factsReply(
      context,
      "waiting_period",
      ["waiting.exempt"],
      benefitYears(context),
      {},
      (provision) => names(provision, tags),
    );
  const facts: Facts = {
    ...(interrupted === null ? {} : { employee_interrupted_on: interrupted }),
    ...(joined === null ? {} : { joined_on: joined }),
    ...(tags[0] === undefined ? {} : { group: tags[0] }),
  };
  if (interrupted !== null)
    context.note(
      "employee_interrupted_on",
      interrupted,
      `${dateText(interrupted)}中断职工医保`,
      "said",
    );
  if (joined !== null)
    context.note("joined_on", joined, `${dateText(joined)}参保`, "said");
  context.noteIdentities(tags);
  if (interrupted !== null && joined === null && tags.length === 0)
    return statedRule(context);
  // 脱贫户断了四个月: exempt on its own ground, however long it was broken off.
  const group = tags.find((tag) => isExempt(context, tag));
  return computed(
    context,
    group !== undefined && interrupted !== null
      ? { group }
      : ofExempt(context, facts, tags),
  );
}

/** A child of a day of birth: joined on the day told, else today; of a month told only where all of it comes to the same. */
function ofNewborn(context: Context, born: string): Reply {
  const { frame, on } = context;
  const [first, last] = daysOf(frame, on, "joined", "paid") ?? [on, on];
  const [soon, late] = [first, last].map((day) =>
    context.calc("waiting_period", { born_on: born, joined_on: day }),
  ) as [CalcResult, CalcResult];
  if (soon.status !== late.status) return statedRule(context, true);
  context.note("born_on", born, `${dateText(born)}出生`, "said");
  context.note(
    "joined_on",
    last,
    first === last ? `${dateText(last)}参保` : `${last.slice(0, 7)}参保`,
    "said",
  );
  return concluded(context, late);
}

/** 怀孕了，12月生，有等待期吗: a child that is not born yet is asked of as a newborn. */
function ofExpected(context: Context): Reply | null {
  const expected = context.frame.dates.some(({ ahead }) => ahead === true);
  return expected
    ? concluded(context, context.calc("waiting_period", { group: "新生儿" }))
    : null;
}

/** The group of the clause by which whoever joins in the window has no waiting period. */
const IN_WINDOW = "enrolled_in_window";

/** 我呢，啥也不是, where only those of a list have no waiting period: the list does not reach such a person. */
function ofNobodySpecial(context: Context): Reply | null {
  const { people } = context;
  const ordinary = people.length > 0 && people.every(isOrdinary);
  if (!ordinary || isExempt(context, IN_WINDOW)) return null;
  const result = context.calc("waiting_period", { group: ORDINARY });
  return result.status === "not_stipulated" ? concluded(context, result) : null;
}

/** 下岗工人, 困难户: told without their kind, they decide nothing of a waiting period. */
function isOfKind({ knowledge }: Context, tag: string): boolean {
  const value = knowledge.vocabulary.file.facets.identity?.values[tag];
  return (value?.documents.length ?? 0) + (value?.implies?.length ?? 0) > 0;
}

/** Of several identities the one that has no waiting period, where one has none. */
function ofExempt(
  context: Context,
  facts: Facts,
  tags: readonly string[],
): Facts {
  const all = tags.map((group): Facts => ({ ...facts, group }));
  return (
    all.find(
      (one) => context.calc("waiting_period", one).status === "answered",
    ) ?? facts
  );
}

const isExempt = (context: Context, group: string): boolean =>
  context.calc("waiting_period", { group }).status === "answered";

/** 出生100天了, 生下来两个月, 出生半年才参保: the day so long before the question. */
function bornBefore(context: Context): string | null {
  const newborn = context.people.some(({ tags }) => tags.includes("新生儿"));
  for (const { kind, value, about } of context.frame.counts) {
    if (about) continue;
    const [, unit, age = "0"] = INFANT.exec(value) ?? [];
    const length = Number.parseInt(age, 10);
    if (unit === "days") return addDays(context.on, -length);
    if (unit === "months") return addMonths(context.on, -length);
    if (newborn && kind === "period") return monthsSince(context);
  }
  return null;
}

/** The age of an infant in whole days or months. */
const INFANT = /^(days|months)=(\d{1,4})$/;

/** The rule itself, where the day of joining is not known: the person can compare. */
function statedRule(context: Context, ofBirth = false): Reply {
  return factsReply(
    context,
    "waiting_period",
    ["waiting.exempt"],
    benefitYears(context),
    {},
    ({ value }) =>
      value.kind === "wait" &&
      (ofBirth ? value.within_days : value.within_months) !== undefined,
  );
}

function computed(context: Context, facts: Facts): Reply {
  return concluded(context, context.calc("waiting_period", facts));
}

/** The reply to a computed wait; where no clause reaches, why not and whom it names. */
export function concluded(context: Context, result: CalcResult): Reply {
  const subject = {
    place: context.placeLabel,
    period: "",
    what: "这种情况的待遇等待期",
  };
  if (result.status !== "answered") {
    const [verdict = "", ...more] = verdictLead(
      result,
      subject,
      context.knowledge,
    );
    // Whom the clause does name lets the person compare.
    const named = result.citations
      .slice(0, 1)
      .map(({ quote }) => clauseSays(quote));
    return reply(
      result.status,
      "waiting_period",
      [
        verdict,
        ...(result.status === "not_stipulated"
          ? [...tooLate(context, result), ...named]
          : []),
        ...more,
      ],
      result,
    );
  }
  const exempt = result.figures.find(
    ({ key }) => key === "waiting_period.exempt",
  );
  const from = result.figures.find(({ key }) => key === "benefit.from");
  const lead =
    exempt?.value === "true"
      ? "不设等待期。"
      : "文件没有写明您这种情况免等待期。";
  return reply(
    "answered",
    "waiting_period",
    [`${lead}${from ? `待遇从${figureText(from)}起享受。` : ""}`],
    result,
  );
}

/** Fact topics whose label speaks of the waiting period. */
function factTopics(context: Context): string[] {
  return Object.entries(context.knowledge.vocabulary.file.topics)
    .filter(([, { label }]) => label.includes("等待期"))
    .map(([topic]) => topic);
}

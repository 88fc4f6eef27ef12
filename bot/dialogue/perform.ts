/** One question as understood → one reply: the place first, then the task. */
import { factLabel } from "../../engine/request.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Caveat } from "../../engine/result.js";
import { askFact, whoseColumn } from "../phrasing/asks.js";
import { alikeLead } from "../phrasing/comparison-text.js";
import { assumedText, reply, type Reply } from "../phrasing/compose.js";
import { whomToAsk } from "../phrasing/fixed.js";
import { notStipulatedLead } from "../phrasing/verdict.js";
import { suggestionsFor } from "../phrasing/suggestions.js";
import { matterOpen } from "../phrasing/matters.js";
import { withAid } from "./aided.js";
import { isOfAmounts, ofItsOwn, withoutRatio } from "./asked-number.js";
import { beyond } from "./beyond.js";
import { withDifference } from "./comparison.js";
import { Context, type World } from "./context.js";
import { hasNotice, isHeld } from "./held.js";
import { withDays } from "./held-days.js";
import { matterOf, states, VAGUE } from "./matters.js";
import type { Frame } from "./state.js";
import { withHeads } from "./limits-together.js";
import { asOfPersons, paidByOthers } from "./payers-of.js";
import { TOGETHER } from "./member-told.js";
import { ofPerson } from "./told-apart.js";
import { YEARS_TOGETHER } from "./years-together.js";
import { missingPlace, otherPlace } from "./where.js";
import { oddAmount } from "./tasks/odd-amount.js";
import { newborn, paysAsNewborn } from "./tasks/births.js";
import { kindOfCare, statesCare } from "./tasks/any-care.js";
import { CARE } from "./tasks/care.js";
import { ownBesideSubsidy } from "./tasks/own-beside-subsidy.js";
import { monitoring, settlement } from "./tasks/chain.js";
import { contribution } from "./tasks/contribution.js";
import { document } from "./tasks/documents.js";
import { enrolment } from "./tasks/enrolment.js";
import { fact, statements } from "./tasks/facts.js";
import { chronic, inpatient } from "./tasks/inpatient.js";
import { ceiling } from "./tasks/ceiling.js";
import { assistance, catastrophic, specialAssistance } from "./tasks/layers.js";
import { outpatient } from "./tasks/outpatient.js";
import { withoutTiers } from "./tasks/tiers.js";
import { subsidy } from "./tasks/subsidy.js";
import { explainTerms } from "./tasks/terms.js";
import { procedure, unsaid } from "./tasks/unclear.js";
import { graduate } from "./tasks/graduates.js";
import { waitingPeriod } from "./tasks/waiting.js";

const TASKS: Readonly<Record<string, (context: Context) => Reply>> = {
  contribution,
  subsidy,
  enrolment,
  newborn,
  waiting_period: waitingPeriod,
  graduate,
  outpatient,
  inpatient,
  chronic,
  catastrophic,
  assistance,
  special_assistance: specialAssistance,
  ceiling,
  settlement,
  monitoring,
  fact,
  found: statements,
  procedure,
  reimburse: (context) => kindOfCare(context, (task) => TASKS[task]),
  unclear: unsaid,
};

export interface Performed {
  reply: Reply;
  frame: Frame;
}

/** Answers one frame; the frame comes back with the place that was assumed. */
export function perform(frame: Frame, world: World): Performed {
  if (frame.task === "document")
    return {
      reply: withDays(
        frame,
        document(new Context(frame, world)),
        world.knowledge,
      ),
      frame,
    };
  if (frame.task === "term")
    return { reply: explainTerms(frame, world), frame };
  const placed = withPlace(frame, world);
  const place = placed.place;
  if (!place) return { reply: missingPlace(placed, world), frame: placed };
  const told = withAid(
    withTopic(asOfPersons(placed, world.knowledge), world.knowledge),
    world,
  );
  const reached = VAGUE.includes(told.task) ? hasNotice : isHeld;
  if (place.value.startsWith("?") || !reached(place.value, world.knowledge))
    return { reply: otherPlace(told, place.value, world), frame: told };
  const context = new Context(told, world);
  context.rests("jurisdiction", place, context.placeLabel);
  if (placed.area) context.rests("area", placed.area, placed.area.value);
  const task = TASKS[taskOf(told, context)];
  if (!task) throw new Error(`no task ${told.task}`);
  const answer =
    oddAmount(context) ??
    amountOfAnother(context) ??
    aboutOther(context) ??
    ownBesideSubsidy(context) ??
    (told.remote && IN_TOWN.includes(told.task)
      ? elsewhere(context)
      : compared(
          told,
          asking(
            beyond(context, withHeads(context, beside(context, task(context)))),
          ),
          world.knowledge,
        ));
  const result = withDays(told, answer, world.knowledge);
  const suggestions =
    result.suggestions.length > 0 || result.status !== "answered"
      ? result.suggestions
      : suggestionsFor(context);
  const whole = {
    ...result,
    lead: withoutTiers(context, result),
    conditions: context.conditions,
    caveats: [...assumed(context), ...result.caveats],
    suggestions,
  };
  return {
    reply:
      told.whose === undefined
        ? summedIn(told, whole)
        : ofPerson(summedIn(told, whole), told.whose),
    frame: counted(told, whole),
  };
}

/** Whether the reply is one of several that are added up. */
const summedIn = (frame: Frame, whole: Reply): Reply =>
  frame.billsSummed || frame.placesSummed ? { ...whole, summed: true } : whole;

/** Whose payments were added up is a family from then on, asked for or not. */
function counted(frame: Frame, { figures }: Reply): Frame {
  const added = figures.some(({ key }) => key === "contribution.total");
  const several = (frame.people?.value.length ?? 0) > 1;
  return added && several && !frame.household
    ? { ...frame, household: TOGETHER }
    : frame;
}

/** The task that answers, where another than the one asked for tells it. */
function taskOf(frame: Frame, context: Context): string {
  if (throughChain(frame, context)) return "settlement";
  return paysAsNewborn(context) ? "newborn" : frame.task;
}

/** 救助后负担还是很重: with an amount, assistance is computed together with the special assistance after it. */
function throughChain(frame: Frame, { knowledge, place }: Context): boolean {
  const { task, flags } = frame;
  const meant =
    task === "assistance"
      ? flags.burden_still_heavy === true
      : task === "special_assistance" && flags.before_assistance === true;
  return (
    meant &&
    frame.amounts.length > 0 &&
    knowledge.provisions(place, "special_assistance.ratio").length > 0
  );
}

/** 我爸呢 after what an amount of 我妈 comes to: his amount is asked, hers is not his. */
function amountOfAnother({ frame }: Context): Reply | null {
  const column = COLUMNS[frame.task];
  if (!column || frame.othersAmount !== true || frame.amounts.length > 0)
    return null;
  const [slot, name] = column;
  const who = (frame.people?.value ?? []).map(({ label }) => label);
  return reply("needs_info", frame.task, [whoseColumn(who, name)], {
    missing: [slot],
  });
}

/** The column of the settlement sheet that decides a benefit. */
const COLUMNS: Readonly<Record<string, readonly [string, string]>> = {
  outpatient: ["eligible", "政策范围内费用"],
  inpatient: ["eligible", "政策范围内费用"],
  catastrophic: ["eligible_self_paid", "政策范围内个人自付"],
  assistance: ["eligible_self_paid", "各项保险报销后个人负担"],
  special_assistance: ["reasonable_left", "各类救助后剩余的合理费用"],
};

/** 差多少, 涨了多少: the difference of two amounts comes first. */
function compared(
  frame: Frame,
  result: Reply,
  { vocabulary }: Knowledge,
): Reply {
  const rise = !frame.compare && frame.aspects.includes("increase");
  const ofPayers = frame.asksPayer === true && frame.alike === true;
  const open = frame.flags[YEARS_TOGETHER] === true;
  if ((!frame.compare && !rise) || ofPayers || open) return result;
  // 定额涨了多少: what 居民 and 职工 get, of whom nothing was said, is no rise.
  const insured = new Set(
    result.figures.flatMap((one) => one.for?.insurance ?? []),
  );
  const said = frame.facets.insurance?.value.length ?? 0;
  if (rise && insured.size > 1 && said < 2) return result;
  const ofYears = (frame.years?.value.length ?? 0) > 1;
  const told = withDifference(result, vocabulary, ofYears);
  return frame.alike && !frame.aspects.includes("rises")
    ? { ...told, lead: alikeLead(told.lead, told.figures) }
    : told;
}

/** 生孩子能报多少: understood, and no clause of the place decides it. */
function aboutOther({ frame, knowledge, placeLabel }: Context): Reply | null {
  const matter = matterOf(frame.about, knowledge);
  if (!matter?.firm || !["reimburse", "unclear"].includes(frame.task))
    return null;
  return reply(
    "not_stipulated",
    frame.task,
    matterOpen(placeLabel, matter, [], knowledge),
  );
}

/** Benefits whose figures are those of care in the place of insurance. */
const IN_TOWN = ["outpatient", "inpatient", "chronic", "reimburse"];

/** Care in another place: the figures for care at home are not given for it. */
function elsewhere(context: Context): Reply {
  const told = fact(context);
  if (context.frame.topics.length > 0 && told.status === "answered")
    return told;
  const subject = {
    place: context.placeLabel,
    period: "",
    what: "在外地看病怎么报、报多少",
  };
  return reply(
    "not_stipulated",
    context.frame.task,
    notStipulatedLead(subject, [], context.knowledge),
  );
}

/** A question back always has words: where a task has none of its own, the fact is named. */
function asking(result: Reply): Reply {
  const [slot] = result.missing;
  if (
    result.status !== "needs_info" ||
    result.lead.length > 0 ||
    slot === undefined
  )
    return result;
  return {
    ...result,
    figures: [],
    steps: [],
    lead: [askFact(factLabel(slot))],
  };
}

/**
 * A number was asked and the stated fact holds none: the task that could give
 * one is asked first; if it cannot, the fact stands beside its verdict.
 */
function beside(context: Context, stated: Reply): Reply {
  const { frame } = context;
  const silent =
    frame.task === "fact" &&
    frame.asksNumber &&
    !isOfAmounts(context) &&
    ["answered", "not_held"].includes(stated.status) &&
    stated.figures.length === 0;
  if (!silent)
    return otherwise(context, stated) ?? withoutRatio(frame, stated) ?? stated;
  const atHome = frame.remote && IN_TOWN.includes(frame.otherwise ?? "");
  const task =
    frame.otherwise === null || atHome ? undefined : TASKS[frame.otherwise];
  const own = ofItsOwn(context);
  const other = own ? undefined : task?.(context);
  if (other?.status === "answered") return other;
  if (stated.status === "not_held")
    return other && other.reference.length > 0 ? other : stated;
  const numeric = frame.aspects.some((aspect) => aspect !== "amount");
  if (!other && !numeric && !own) return stated;
  return {
    ...stated,
    status: "not_stipulated",
    lead: [...stated.lead, whomToAsk(context.knowledge)],
    reference: [],
    caveats: stated.caveats,
  };
}

/** 2022年毕业的大学生医保怎么弄: where the statement is of other years, the task that the words may mean otherwise. */
function otherwise(context: Context, { status }: Reply): Reply | null {
  const { task, otherwise: other, aspects, remote } = context.frame;
  const open =
    task === "fact" &&
    status === "not_stipulated" &&
    !remote &&
    !isAlone(context.frame, context.knowledge) &&
    !aspects.includes("when");
  const told = open && other !== null ? TASKS[other]?.(context) : undefined;
  return told?.status === "answered" ? told : null;
}

/** 用不完的能留到明年不: what the words may mean otherwise answers no such question. */
const isAlone = ({ topics }: Frame, { vocabulary }: Knowledge): boolean =>
  vocabulary.file.topics[topics[0] ?? ""]?.alone === true;

/** What was assumed is said as a caveat. */
function assumed({ conditions }: Context): Caveat[] {
  const text = assumedText(conditions);
  return text === null ? [] : [{ code: "assumed", text }];
}

/** The first topic that the place states; where it states none, the task that the words may mean otherwise. */
function withTopic(frame: Frame, knowledge: Knowledge): Frame {
  if (frame.place && frame.otherwise !== null && frame.task in CARE) {
    const { otherwise, place, task } = frame;
    const states = (kind: string) =>
      statesCare(knowledge, place.value, kind, frame);
    return states(otherwise) && !states(task)
      ? { ...frame, task: otherwise }
      : frame;
  }
  if (frame.task !== "fact" || !frame.place) return frame;
  const place = frame.place.value;
  const tags = (frame.people?.value ?? []).flatMap(({ tags }) => tags);
  const stated = frame.topics.find(
    (topic) =>
      states(knowledge, place, [topic]) &&
      !paidByOthers(knowledge, place, topic, tags),
  );
  if (stated !== undefined) return { ...frame, topics: [stated] };
  if (frame.otherwise === null || isAlone(frame, knowledge)) return frame;
  // 重庆呢 after how long a filing holds: the window of enrolment is no answer.
  const away = frame.remote && frame.otherwise === "enrolment";
  return { ...frame, task: away ? "procedure" : frame.otherwise, topics: [] };
}

function withPlace(frame: Frame, { place, knowledge }: World): Frame {
  if (frame.place || place === undefined) return frame;
  const found = knowledge.jurisdictions.find(place);
  return found?.jurisdiction
    ? { ...frame, place: { value: found.jurisdiction, source: "assumed" } }
    : frame;
}

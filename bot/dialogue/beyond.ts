/**
 * 超过了呢 after 90 days, 没有本地户口呢 after what a newborn pays,
 * 剩下的明天再报吗 after what a day pays: the case that the clause just told does not reach. What it says is quoted, and nothing is
 * concluded from it.
 */
import { clauseSays, notStipulatedLead } from "../phrasing/verdict.js";
import type { Reply } from "../phrasing/compose.js";
import type { Meaning } from "../../nlu/meaning.js";
import type { Context } from "./context.js";
import type { Frame } from "./state.js";

/** 要是过了这个期限呢, 超过90天呢. */
const PAST =
  /^(那么?|要是|如果|万一|假如)*(超过了?|超了|过了|晚于|多于|不在|不是在?)(这个?|那个?|上面)?(期限|期间|时间|时限|天数|日期|范围|\d{1,3}天|[几两三四五六九十]{1,4}[天个]月?)?(以?内|里)?了?(以后|之后|的话|的)*(呢|怎么办|咋办|咋整|怎么算|又怎么样|会怎样)$/;
/** 那没超过呢: back inside it. */
const WITHIN =
  /^(那么?|要是|如果|假如)*(没有?超过?|没过|还?在(这个?|那个?)?(期限|期间|时间|时限)?(以?内|里))了?(的话|的)?(呢|怎么办|咋办)$/;
/** 没上户口 is a child without papers as yet, no child of another place. */
const OTHER_HOUSEHOLD =
  /(没得?|没有|不是|非)(?!上|落|报|办)[^，,。；;？?！!上落报办]{0,4}户[口籍]|外[地省市]的?户[口籍]|户[口籍](不在|在外|是外)/;

/** 剩下的150能明天再报吗: the part of a bill that a limit left with the person, on another day. */
const REST_LATER =
  /(剩下|剩的|余下|剩余|没报[完上的]|超出|多出来?)[^，,。；;]{0,8}(明天|后天|下次|下回|改天|第二天|隔天|过几天|下个?月|分开|拆开|再)[^，,。；;\d]{0,4}报/;

/** 跨省呢, after what holds between the districts of a city. */
const OTHER_PROVINCE =
  /^(那么?|要是|如果|去)*(跨省|省外|外省|出省|外地|异地|去外地|去外省)(住院|看病|就医|的|的话)*(呢|要不要|要吗|还要吗|怎么办)/;

/** In what tasks, or of what statement, a case outside the clause is told of, and by which words. */
const OUTSIDE: Readonly<Record<string, RegExp>> = {
  waiting_period: PAST,
  graduate: PAST,
  newborn: OTHER_HOUSEHOLD,
  outpatient: REST_LATER,
  "fact.referral_in_city": OTHER_PROVINCE,
  "fact.newborn_registration": OTHER_HOUSEHOLD,
};

/** Whether the message tells of a case that the clause of the question does not reach. */
export function saysBeyond(
  meaning: Meaning,
  { task, topics, place }: Frame,
): boolean {
  const keys = task === "fact" ? topics : [task];
  const said = bareOf(meaning.plain);
  const elsewhere = isRegisteredElsewhere(meaning, place?.value ?? null);
  return keys.some((key) => {
    const outside = OUTSIDE[key];
    return (
      outside !== undefined &&
      (outside.test(said) || (outside === OTHER_HOUSEHOLD && elsewhere))
    );
  });
}

/** 我户口在忻州，在太原生的娃: the household is of another place than the one that is asked about. */
const isRegisteredElsewhere = (
  { places, plain }: Meaning,
  own: string | null,
): boolean =>
  places.some(
    ({ away, jurisdiction, span }) =>
      away &&
      jurisdiction !== own &&
      /户[口籍](都|还|是|上|落|在|老家|的)*$/.test(plain.slice(0, span[0])),
  );

/** 那没超过呢, after such a case: the one that it does reach. */
export function saysWithin({ plain }: Meaning, { flags }: Frame): boolean {
  return flags.beyond === true && WITHIN.test(bareOf(plain));
}

/** Marks such a case in the question; 剩下的150能明天报吗 is a part of the bill told, and neither another bill nor another day. */
export function withBeyond(frame: Frame, meaning: Meaning): Meaning {
  const { beyond: was, ...flags } = frame.flags;
  if (!saysBeyond(meaning, frame)) {
    if (was !== undefined) frame.flags = flags;
    return meaning;
  }
  frame.flags = { ...flags, beyond: true };
  return frame.amounts.length > 0
    ? { ...meaning, amounts: [], dates: [] }
    : meaning;
}

const bareOf = (plain: string): string => plain.replace(/[\s，,。！!?？]/g, "");

/** The answer for those whom the clause reaches, as the verdict for those whom it does not. */
export function beyond(context: Context, told: Reply): Reply {
  if (context.frame.flags.beyond !== true || told.status !== "answered")
    return told;
  const subject = {
    place: context.placeLabel,
    period: "",
    what: "在这之外的情况",
  };
  const limit = told.figures.find(({ key }) => key.endsWith(".limit"));
  const quotes = (limit?.citations ?? [0]).flatMap(
    (at) => told.citations[at]?.quote ?? [],
  );
  const [verdict = "", ...rest] = notStipulatedLead(
    subject,
    [],
    context.knowledge,
  );
  return {
    ...told,
    status: "not_stipulated",
    lead: [verdict, ...quotes.slice(0, 1).map(clauseSays), ...rest],
    figures: [],
    steps: [],
    computed: false,
  };
}

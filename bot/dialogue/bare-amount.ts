/** 我说错了，是八十; 80呢: a small number alone, which after an amount takes its place. */
import { smallCount } from "../../nlu/household.js";
import type { AmountRole, Meaning, Money, Person } from "../../nlu/meaning.js";
import { tellsLaterVisit } from "./later-visits.js";
import type { Frame } from "./state.js";

/** Smaller numbers name a tier, a level or how many. */
const LEAST = 10;

const BEFORE =
  /^((今天|明天|后天|大后天|昨天|前天|第[二三四五2345][天次]|下次|过几天)?(我|还|要|准备)*[再又](去|来|看|花|用|开|拿|买|是|了|一次)*|不对|不是|错了|(我|刚才|刚刚)*(说|写|记|打|搞|弄)错了?|更正一?下?|应该|其实|如果|要是|那么?|换成|改成|而?是|[哦噢喔][，,]?|[他她](?=刚|正|[\d一二三四五六七八九])|刚好|正好|刚满|[，,、。！!\s])+/;
const AFTER = /(岁|呢|吧|的话|的|才对|[，,。！!？?\s])+$/;

/** Whether the message is such a number, after an amount or an age. */
export function saysNumber(meaning: Meaning, last: Frame): boolean {
  return withBareAmount(meaning, last) !== meaning;
}

/** The meaning with its bare number as the amount, where the question before has one amount and nobody's age. */
export function withBareAmount(meaning: Meaning, before: Frame): Meaning {
  const { amounts, people } = before;
  const [only, more] = people?.value ?? [];
  if (amounts.length === 0 && only && !more && only.age !== null)
    return withBareAge(meaning, only);
  const role = roleOf(meaning);
  const later = tellsLaterVisit(meaning, before);
  const which =
    amounts.length === 1 || ((role !== null || later) && amounts.length > 0);
  if (!which || meaning.amounts.length > 0) return meaning;
  if (people?.value.some(({ age }) => age !== null)) return meaning;
  const text = bareIn(withoutClass(meaning));
  const count = smallCount(text);
  if (count === null || count < LEAST) return meaning;
  const from = meaning.plain.lastIndexOf(text);
  const day = meaning.dates.find(({ reading }) => reading.kind === "date")
    ?.reading.value;
  const amount: Money = {
    role: role ?? "unknown",
    eligible: false,
    low: `${count}`,
    high: null,
    about: false,
    remainder: false,
    span: [from, from + text.length],
    text,
    year: null,
    ...(later && day ? { day } : {}),
  };
  return { ...meaning, amounts: [amount], counts: [] };
}

/** 要是去年花了2600呢, after what was spent last year: that amount anew, no bill of another year. */
export function withLastYear(meaning: Meaning, before?: Frame): Meaning {
  const of = before?.amounts.find(({ role }) => role === LAST_YEAR);
  const [money, more] = meaning.amounts;
  if (!of || !money || more || !["unknown", "total"].includes(money.role))
    return meaning;
  const head = meaning.plain.slice(0, money.span[0]);
  const only = before?.amounts.length === 1 && SPENT.test(head);
  if (!only && !/[去上]一?年[^，,。；;]*$/.test(head)) return meaning;
  return { ...meaning, amounts: [{ ...money, role: LAST_YEAR }] };
}
const LAST_YEAR = "outpatient_last_year";
/** 那花了2000呢: nothing but so much instead. */
const SPENT = /^(那|那么|要是|如果|假如)*(才|只|就)?(花|用)(了|掉)?$/;
const bareIn = (plain: string): string =>
  plain.replace(INSTEAD_OF, "").replace(BEFORE, "").replace(AFTER, "");
/** 不是40是60: the number taken back. */
const INSTEAD_OF =
  /^(不对|错了|[，,、。！!\s])*不是[\d.零一二两三四五六七八九十百千]+[元块]?[，,\s]*(?=而?是)/;

/** 其实是80, after what somebody of 65 pays: the age. */
function withBareAge(meaning: Meaning, { label }: Person): Meaning {
  const age = smallCount(bareIn(meaning.plain));
  const none = meaning.people.length + meaning.amounts.length === 0;
  if (age === null || age < LEAST || !none) return meaning;
  return {
    ...meaning,
    people: [{ label, tags: [], denied: [], age: `${age}` }],
    counts: [],
  };
}

/** 乙类说错了，是20: of which class the bare number is. */
function roleOf({ mentions }: Meaning): AmountRole | null {
  const [only, more] = mentions.filter(({ facet }) => facet === "class");
  if (!only || more || only.negated) return null;
  return only.value === "a" ? "class_a" : "class_b";
}

function withoutClass({ plain, mentions }: Meaning): string {
  return mentions
    .filter(({ facet }) => facet === "class")
    .reduceRight(
      (text, { span }) => text.slice(0, span[0]) + text.slice(span[1]),
      plain,
    );
}

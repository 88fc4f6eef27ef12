/** Which document a message means: one named by number or title, the place's own, or the one cited last. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Notice } from "../../knowledge/schema.js";
import { readClause } from "../../nlu/documents.js";
import type { DocumentMention, Meaning, Span } from "../../nlu/meaning.js";
import type { World } from "./context.js";
import type { Frame, State } from "./state.js";

/** A document as such: 太原文件, 那个通知, 指导意见里. 意见 alone may be anybody's, a notice may be a letter or a call. */
const NOUN =
  /(?<!收到|接到|看到|发来|缴费|催缴)(文件|方案|号文)|(?<=[这那该][份个篇]?|政策)解读|(?<!收到|接到|看到|发来|缴费|催缴|被|电话|短信|\d)通知(?=[里中上第说写规讲还哪怎什是的有几啥何谁印]|[文字]号|(现在|目前|如今)(还|是否|是不是)?(有没有|有|管|作|失|执|算)[效用数行]|发布|发文|$|\s|[一二三四五六七八九十][（(])|意见(?=[里中上第说写]|的?(文号|字号)|还|现在|失效|有效|废止|[是从自]?(哪|什么时候|啥时候|何时|几[月号]))/;
/** In a longer story a notice is a thing told of. */
const LONGEST = 60;
/** 这个文件, 该通知: the one spoken of before. */
const POINTED = /[这那该]|上面|刚才|^按(照)?(文件|通知|方案|意见)/;
/** When and by whom it was issued, and under which number. */
const DATA =
  /(哪年|哪一年|哪天|哪一天|哪日|几号|几月|什么时候|啥时候|何时|多久)(印发|发布|公布|下发|出台|发文|发|出)|谁(印|下)?发|发文|(哪几?个|几个|哪些|什么)(部门|单位|机关|局)(印|下)?发|(什么|啥|哪一?个?|几|多少)(文)?号(?!病)|(文号|字号|编号)(是|叫)?(什么|啥|多少|几)|印发(日期|时间)|(发布|公布)(日期|时间)|^(那|它|是)*(印发|发布|公布|下发|出台|发文)(的)?(日子)?呢|^(那|它|是)*(哪年|哪一年)的?[呢啊呀？?]*$/;
const WHEN =
  /(哪年|哪一年|哪天|哪一天|哪日|几号|几月|什么时候|啥时候|何时|多久)(印发|发布|公布|下发|出台|发文|发|出)|印发(日期|时间)|(发布|公布)(日期|时间)|^(那|它|是)*(印发|发布|公布|下发|出台|发文)(的)?(日子)?呢|^(那|它|是)*(哪年|哪一年)的?[呢啊呀？?]*$/;
/** Hardly anything but a document is issued so: 几号公布, 文号是啥. */
const PARTICULAR =
  /(哪年|哪一年|哪天|哪一天|哪日|几号|几月|什么时候|啥时候|何时)(印发|发布|公布|下发|出台|发文)|谁(印发|发布|下发|发的)|(哪几?个|几个|哪些|什么)(部门|单位|机关|局)(印发|发布|下发|发的)|(文号|字号)(是|叫)?(什么|啥|多少|几)/;
/** From when the document as a whole holds. */
const EFFECT =
  /([从自]?(哪年|哪一年|哪天|哪一天|哪日|几号|几月|什么时候|啥时候|何时|多久)(几号)?(起|开始)?(正式)?|开始)(施行|执行|实施|生效|实行)|(施行|执行|实施|生效)(日期|时间|的日子)|施行于|^(那|它|是)*(施行|执行|实施|生效|实行)(的)?呢/;
/** What it says on the whole. */
const OVERALL =
  /(讲|说|写|规定)(了|的)?(些)?(什么|啥|哪些)|^(那|这|该)(份|个|篇)?解读(是|上|里)?(怎么|咋)(说|写|讲)|(主要)?内容(是|有)?(什么|啥|哪些)?$|^(那|它|里面|这个)*(主要|都|大概|到底)*(讲|说|写|规定|管)(了|的|些)*(什么|啥|哪些)/;

/** Kinds that are no document of a place unless they are asked for by name. */
export const ASIDE: readonly Notice["kind"][] = [
  "interpretation",
  "commentary",
];

/** What explains a document is one of its own. */
const EXPLAINED = /[这那该][份个篇]?解读|政策解读/;

/** What the words ask of a document as a document. */
export interface DocumentQuestion {
  /** The word for a document. */
  noun: Span | null;
  clause: string | null;
  /** Its number, issuer and date, or whether it still holds. */
  data: boolean;
  when: boolean;
  /** The number or the day of issue, in words that ask for nothing else. */
  particular: boolean;
  /** From when it holds. */
  effect: boolean;
  overall: boolean;
}

/** What the words ask of a document, whichever it is. */
export function documentQuestion({
  plain,
  concepts,
  holding,
}: Meaning): DocumentQuestion {
  const noun = plain.length > LONGEST ? null : NOUN.exec(plain);
  return {
    noun: noun ? [noun.index, noun.index + noun[0].length] : null,
    clause: readClause(plain),
    data:
      concepts.includes("status_cue") ||
      DATA.test(plain) ||
      holding !== null ||
      EFFECT.test(plain),
    when: WHEN.test(plain),
    particular: PARTICULAR.test(plain),
    effect: EFFECT.test(plain) || holding?.end === "since",
    overall: OVERALL.test(plain.replace(/[？?。！!\s]+$/g, "")),
  };
}

/** The place whose documents are spoken of: the one said, else with 那个文件 the one before. */
function placeOf(state: State, { places, plain }: Meaning): string | null {
  const said = places.filter(({ negated, away }) => !negated && !away);
  if (said.length > 0)
    return said.length === 1 ? (said[0]?.jurisdiction ?? null) : null;
  return POINTED.test(plain) ? state.place : null;
}

/** The years that tell a notice from the place's others: of its number, title, names and date. */
function yearsNaming({ number, title, names, issued }: Notice): string[] {
  return [number ?? "", title, issued ?? "", ...names].flatMap(
    (text) => text.match(/(19|20)\d{2}/g) ?? [],
  );
}

/** The documents of the place that are meant, with the year said; one, several to choose from, or none of that year. */
export interface PlaceDocuments {
  place: string;
  notices: Notice[];
  year: string | null;
}

/** The place's own documents, where the words speak of a document or of a clause of it. */
export function documentsOfPlace(
  state: State,
  meaning: Meaning,
  { knowledge }: World,
): PlaceDocuments | null {
  const { noun, clause } = documentQuestion(meaning);
  if (noun === null && (clause === null || !ADDRESSED.test(meaning.plain)))
    return null;
  const place = placeOf(state, meaning);
  if (place === null) return null;
  const explained = EXPLAINED.test(meaning.plain);
  const held = knowledge
    .noticesOf(place)
    .filter(({ kind }) =>
      explained ? kind === "interpretation" : !ASIDE.includes(kind),
    );
  if (held.length === 0) return null;
  const year = yearSaid(meaning);
  return { place, notices: ofYear(held, year), year };
}

/** 第二条, 一（三）: an address that is hardly anything else. */
const ADDRESSED =
  /第[一二三四五六七八九十\d]{1,3}[条部]|[一二三四五六七八九十][（(]/;

/** The year said right of the document: 重庆2021年那个通知. */
function yearSaid({ dates }: Meaning): string | null {
  const said = dates.find(
    ({ role, reading }) => role === "year" && reading.from !== undefined,
  );
  return said?.reading.from?.slice(0, 4) ?? null;
}

function ofYear(held: readonly Notice[], year: string | null): Notice[] {
  if (year === null) return [...held];
  const named = held.filter((notice) => yearsNaming(notice).includes(year));
  if (named.length > 0) return named;
  return held.filter(
    ({ in_force, confirmed_to }) =>
      (in_force.from ?? "9999").slice(0, 4) <= year &&
      year <= confirmed_to.slice(0, 4),
  );
}

/** The documents named; of several with one short number those of the place said. */
export function namedDocuments(
  { documents, places }: Meaning,
  knowledge: Knowledge,
): DocumentMention[] {
  const chain = places
    .filter(({ negated, away }) => !negated && !away)
    .flatMap(({ jurisdiction }) =>
      jurisdiction === null ? [] : knowledge.jurisdictions.chain(jurisdiction),
    );
  const near = documents.filter(({ notice }) =>
    chain.includes(knowledge.notices.get(notice ?? "")?.jurisdiction ?? ""),
  );
  return near.length > 0 ? near : [...documents];
}

/** The message with the place's only document as one that it names: 太原文件里低保交多少. */
export function withDocument(
  state: State,
  meaning: Meaning,
  world: World,
): Meaning {
  if (meaning.documents.length > 0) return meaning;
  const { noun, clause } = documentQuestion(meaning);
  const found = documentsOfPlace(state, meaning, world);
  const [only] = found?.notices ?? [];
  if (!only || found?.notices.length !== 1) return meaning;
  const named = yearsNaming(only);
  return {
    ...meaning,
    dates: meaning.dates.filter(
      ({ role, reading }) =>
        role !== "year" ||
        !named.includes(reading.from?.slice(0, 4) ?? "") ||
        isOfRule(meaning.plain, reading.span[1], noun),
    ),
    documents: [
      { number: null, notice: only.id, clause, span: noun ?? [0, 0] },
    ],
  };
}

/** 2022年个人缴费是文件写的吗: the year is that of what is asked, not of the document. */
function isOfRule(plain: string, from: number, noun: Span | null): boolean {
  return noun !== null && OF_RULE.test(plain.slice(from, noun[0]));
}
const OF_RULE = /(交|缴)(费|纳|多少|钱)?[^，,。；;]{0,12}(是|按|在|由)$/;

/**
 * The frame of a task that is answered from a named document: its place, and
 * where no year is said beside its name every year that it speaks of.
 */
export function ofDocument(
  meaning: Meaning,
  frame: Frame,
  { knowledge, on }: World,
): Frame {
  const [named] = namedDocuments(meaning, knowledge);
  const notice = knowledge.notices.get(named?.notice ?? "");
  if (!named || !notice) return frame;
  const settled: Frame = {
    ...frame,
    place: meaning.places.some(({ negated }) => !negated)
      ? frame.place
      : { value: notice.jurisdiction, source: "said" },
    aspects: yearly(frame) ? ["limit"] : frame.aspects,
  };
  if (frame.now || meaning.dates.some(({ role }) => role === "year"))
    return settled;
  const years = yearsStated(notice, frame.task, on);
  return years.length > 0
    ? { ...settled, years: { value: years, source: "said" } }
    : settled;
}

/** 门诊一年多少: of all that it says of the benefit the limit. */
function yearly({ per, aspects }: Frame): boolean {
  return per !== null && aspects.every((aspect) => aspect === "amount");
}

/** The years for which the notice rules on the task's topics; of rules without an end those that begin later than the day. */
function yearsStated(
  { provisions }: Notice,
  task: string,
  on: string,
): number[] {
  const family = `${task.split("_")[0] ?? ""}.`;
  const periods = provisions
    .filter(
      ({ topic, force, derived }) =>
        topic.startsWith(family) && force === "rule" && !derived,
    )
    .map(({ period }) => period)
    .filter(({ of }) => of !== "school_year");
  const closed = periods.filter(
    ({ from, to }) => to !== null && to.slice(0, 4) === from.slice(0, 4),
  );
  const later = periods.filter(({ from }) => from > on);
  const stated = closed.length > 0 ? closed : later;
  return [
    ...new Set(stated.map(({ from }) => Number.parseInt(from.slice(0, 4), 10))),
  ].sort((a, b) => a - b);
}

/** 封顶线呢, after what a document says of another matter: what the same document says, no person's own amount. */
export function asksOfDocument(
  { task }: Frame,
  { followup, places, amounts, people, dates, plain }: Meaning,
): boolean {
  return (
    task === "document" &&
    (followup || INSIDE.test(plain)) &&
    places.length + amounts.length + people.length + dates.length === 0
  );
}

/** 里面说单位交多少. */
export const INSIDE = /^(那|它)*(里面|里头|上面|其中)/;

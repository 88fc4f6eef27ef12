/**
 * Several cases in one message: amounts of different persons, identities or
 * days, alternatives (3万和5万分别), and what is asked on (没签呢). Each comes
 * back as a message of its own, to be read by itself.
 */
import { areFeesCompared } from "./fees-compared.js";
import { SELF } from "./payers.js";
import type { DateFact, Mention, Money, Span } from "./meaning.js";

/** Where a case begins, and whose it is. */
interface Start {
  at: number;
  whose: string;
}

/** A person that the message names. */
export interface Named {
  label: string;
  span: Span;
}

/** What the cases of a message are told apart by. */
export interface Told {
  named: readonly Named[];
  mentions: readonly Mention[];
  dates: readonly DateFact[];
  amounts: readonly Money[];
}

/** One case as a message, with the person whose it is, where one is named. */
export interface Case {
  text: string;
  whose: string | null;
}

/** A case with the words that all share at its front. */
interface Apart extends Case {
  prefix: string;
}

/** More cases than this are no question that people ask. */
const MOST = 4;
const EDGE = /^[，,、；;。\s]+|[，,、；;。\s和跟与]+$/g;
/** Between an identity and the person it is said of: 低保户我妈. */
const OF_NEXT = /^(的|户|家庭|对象|人员|身份|人)*(是|那个)?$/;
const EACH = /各自|分别|各(?=[能报是交得要可自救补有进]|多少)/;
const SUMMED = /一共|总共|合计|共计|总计|加起来|加一起|合起来/;
const EACH_WORDS = new RegExp(EACH, "g");

/** The cases that a message tells apart; none where it tells one. */
export function casesOf(plain: string, told: Told): Case[] {
  if (told.amounts.length === 1)
    return alikeForAll(plain, told) ?? inEachYear(plain, told) ?? [];
  if (
    told.amounts.length < 2 ||
    areFeesCompared(plain, told.amounts, told.mentions)
  )
    return [];
  return (
    paired(plain, told) ??
    apart(plain, told, personStarts(plain, told)) ??
    apart(plain, told, facetStarts(told, "identity")) ??
    apart(plain, told, oneByOne(plain, told)) ??
    (asksOfOneYear(plain, told)
      ? null
      : (ofOnePerson(apart(plain, told, yearStarts(told))) ??
        ofOnePerson(apart(plain, told, dayStarts(told))))) ??
    apart(plain, told, facetStarts(told, "employment")) ??
    apart(plain, told, facetStarts(told, "institution")) ??
    alternatives(plain, told) ??
    []
  );
}

/** 合规自付2万，我爱人合规自付3万: what stands before the first person named is the asker's own. */
function personStarts(plain: string, told: Told): Start[] {
  const { named, mentions, amounts } = told;
  const [one] = named;
  const unnamed =
    one !== undefined &&
    one.label !== SELF &&
    amounts.some(({ span }) => span[1] <= one.span[0]);
  const asker = unnamed ? [{ at: 0, whose: SELF }] : [];
  const others = named.map(({ label, span }) => {
    const own = mentions.find(
      ({ facet, span: [, to] }) =>
        facet === "identity" &&
        to <= span[0] &&
        span[0] - to <= 6 &&
        OF_NEXT.test(plain.slice(to, span[0])),
    );
    return { at: own?.span[0] ?? span[0], whose: label };
  });
  return [...asker, ...others];
}

/** 两口子，一个自付2万，一个自付1万，各进多少: as many as there are amounts, none of them named. */
function oneByOne(plain: string, { amounts }: Told): Start[] {
  const starts = [...plain.matchAll(ONE_OF_THEM)];
  return starts.length === amounts.length && EACH.test(plain)
    ? starts.map(({ index }, at) => ({ at: index, whose: `${at}` }))
    : [];
}
const ONE_OF_THEM =
  /(?<![每第\d一二三四五六七八九十])(另外?)?一个(人|的)?(?![月半家疗])/g;

/** 低保户自付3万，低边户自付3万; 在职1万，退休1万; 三级医院1万，二级医院1万. */
function facetStarts({ mentions }: Told, named: string): Start[] {
  return mentions
    .filter(({ facet, negated }) => facet === named && !negated)
    .map(({ span, value }) => ({ at: span[0], whose: value }));
}

/** 2022年自付3万，2023年自付2万: each year by itself; months of one year belong together. */
function yearStarts(told: Told): Start[] {
  const days = !sharesLimit(told);
  return told.dates
    .filter(
      ({ reading }) =>
        YEARS.includes(reading.kind) && (days || reading.kind !== "date"),
    )
    .map(({ reading }) => ({
      at: reading.span[0],
      whose: reading.from?.slice(0, 4) ?? reading.value,
    }));
}
const YEARS = ["year", "month", "date"];

/** 今年3月自付2万，去年自付7万，今年救助多少: the question is of one of the years that the bills are of. */
function asksOfOneYear(plain: string, { dates, amounts }: Told): boolean {
  const behind = amounts.at(-1)?.span[1] ?? plain.length;
  const years = (asked: boolean): Set<string | undefined> =>
    new Set(
      dates
        .filter(
          ({ reading: { kind, span } }) =>
            YEARS.includes(kind) && span[0] >= behind === asked,
        )
        .map(({ reading }) => reading.from?.slice(0, 4)),
    );
  const [asked, told] = [years(true), years(false)];
  return (
    asked.size === 1 &&
    told.size > 1 &&
    [...asked].every((one) => told.has(one))
  );
}

/** Bills by class on several days share the limit of the year: they are computed together, not told apart. */
function sharesLimit({ amounts }: Told): boolean {
  return amounts.some(({ role }) => role === "class_a" || role === "class_b");
}

function dayStarts(told: Told): Start[] {
  if (sharesLimit(told)) return [];
  return told.dates
    .filter(({ reading }) => reading.kind === "date")
    .map(({ reading }) => ({ at: reading.span[0], whose: reading.value }));
}

/** 昨天甲类50，今天又40: what was said before the first day is carried, not said again. */
function ofOnePerson(cases: Apart[] | null): Case[] | null {
  return (
    cases?.map(({ prefix, text, whose }, at) => ({
      text: at === 0 ? text : text.slice(prefix.length),
      whose,
    })) ?? null
  );
}

/** Amounts of one role behind different starts: a case each. */
function apart(
  plain: string,
  { amounts, named }: Told,
  starts: readonly Start[],
): Apart[] | null {
  const owned = starts.map((start, at) => ({
    ...start,
    amounts: amounts.filter(
      ({ span }) =>
        span[0] >= start.at && span[0] < (starts[at + 1]?.at ?? plain.length),
    ),
  }));
  const cases = owned.filter((one) => one.amounts.length > 0);
  const first = cases[0];
  const last = amounts.at(-1);
  if (!first || !last || cases.length < 2 || cases.length > MOST) return null;
  if (new Set(cases.map(({ whose }) => whose)).size < cases.length) return null;
  if (amounts.some(({ span }) => span[0] < first.at)) return null;
  const shared = first.amounts.some((own) =>
    cases.every((one) => one.amounts.some((money) => alike(own, money))),
  );
  if (!shared) return null;
  const prefix = plain.slice(0, first.at);
  const question = plain.slice(last.span[1]).replace(EACH_WORDS, "");
  return cases.map(({ at, whose }, index) => {
    const to = cases[index + 1]?.at ?? last.span[1];
    const own = plain.slice(at, to).replace(EDGE, "");
    return {
      prefix,
      text: `${prefix}${own}，${question.replace(EDGE, "")}`,
      whose:
        whose === SELF || named.some(({ label }) => label === whose)
          ? whose
          : null,
    };
  });
}

/** 我爸特困，我妈低边，各剩两万: the same amount for each of the persons before it. */
function alikeForAll(
  plain: string,
  { named, amounts, mentions }: Told,
): Case[] | null {
  const [one, money] = [named[0], amounts[0]];
  const last = named.at(-1);
  if (!one || !last || !money || named.length < 2 || named.length > MOST)
    return null;
  if (new Set(named.map(({ label }) => label)).size < named.length) return null;
  const each = plain.slice(0, money.span[0]).search(EACH_SPENT);
  if (each < last.span[1]) return null;
  const prefix = plain.slice(0, one.span[0]);
  // 低保户我妈: what stands before the first name may be told of it.
  if (
    mentions.some(
      ({ facet, span }) => facet === "identity" && span[0] < one.span[0],
    )
  )
    return null;
  return named.map(({ label, span }, at) => {
    const to = named[at + 1]?.span[0] ?? each;
    const own = plain.slice(span[0], to).replace(EDGE, "");
    const bill = plain
      .slice(each)
      .replace(EACH_SPENT, "")
      .replace(EACH_WORDS, "");
    return { text: `${prefix}${own}，${bill}`, whose: label };
  });
}
const EACH_SPENT = /(各自|分别|每人|各)(都|还|也)?(?=[自剩花付掏合政])/;

/** 自付2万，2022年和2023年分别进大病多少: the same bill in each of the years. */
function inEachYear(plain: string, { dates }: Told): Case[] | null {
  const years = dates.filter(({ reading }) => reading.kind === "year");
  const [first, last] = [years[0]?.reading, years.at(-1)?.reading];
  const listed = years.every(({ reading }, at) => {
    const before = years[at - 1]?.reading;
    return (
      before === undefined ||
      /^(和|跟|与|、)$/.test(plain.slice(before.span[1], reading.span[0]))
    );
  });
  if (!first || !last || years.length < 2 || years.length > MOST || !listed)
    return null;
  const rest = plain.slice(last.span[1]);
  if (!EACH.test(rest)) return null;
  return years.map(({ reading }) => ({
    text: [
      plain.slice(0, first.span[0]),
      plain.slice(...reading.span),
      rest.replace(EACH_WORDS, ""),
    ].join(""),
    whose: null,
  }));
}

/** Amounts of one column of the bill; both classes are the bill itself. */
function alike(a: Money, b: Money): boolean {
  return (
    a.role === b.role ||
    (a.role.startsWith("class_") && b.role.startsWith("class_"))
  );
}

/** 我爸和我妈自付分别是3万和5万: as many amounts as persons before them. */
function paired(plain: string, { named, amounts }: Told): Case[] | null {
  const [first, last] = [amounts[0], amounts.at(-1)];
  const [one, two] = [named[0], named.at(-1)];
  if (!first || !last || !one || !two || named.length < 2) return null;
  const fits =
    named.length === amounts.length &&
    named.length <= MOST &&
    two.span[1] <= first.span[0] &&
    EACH.test(plain.slice(two.span[1], first.span[0])) &&
    isList(plain, amounts);
  if (!fits) return null;
  const between = plain.slice(two.span[1], first.span[0]);
  return named.map(({ label, span }, at) => ({
    text: [
      plain.slice(0, one.span[0]),
      plain.slice(...span),
      between.replace(EACH_WORDS, ""),
      amounts[at]?.text ?? "",
      plain.slice(last.span[1]).replace(EACH_WORDS, ""),
    ].join(""),
    whose: label,
  }));
}

/** 自付3万和5万分别能报多少, 3万还是5万: one person, amounts of which each is asked by itself. */
function alternatives(plain: string, { amounts }: Told): Case[] | null {
  const [first, last] = [amounts[0], amounts.at(-1)];
  if (!first || !last || amounts.length > MOST || !isList(plain, amounts))
    return null;
  const rest = plain.slice(0, first.span[0]) + plain.slice(last.span[1]);
  if (SUMMED.test(rest)) return null;
  if (sharesYear(plain, amounts)) return null;
  const either = /或者?|还是/.test(plain.slice(first.span[1], last.span[0]));
  if (!EACH.test(rest) && !either) return null;
  return amounts.map(({ text }) => ({
    text: [plain.slice(0, first.span[0]), text, plain.slice(last.span[1])]
      .join("")
      .replace(EACH_WORDS, ""),
    whose: null,
  }));
}

/** 住了3次院，自付分别是8000、5000: what several stays of one year left is asked for together. */
function sharesYear(plain: string, amounts: readonly Money[]): boolean {
  const [first, last] = [amounts[0], amounts.at(-1)];
  const self = amounts.every(({ role }) => role === "self");
  return (
    self &&
    /[\d两二三四五六几]次/.test(plain.slice(0, first?.span[0])) &&
    !EACH.test(plain.slice(last?.span[1]))
  );
}

/** Amounts with nothing but 和, 或者, 、 between. */
function isList(plain: string, amounts: readonly Money[]): boolean {
  return amounts.every(({ span }, at) => {
    const before = amounts[at - 1];
    return (
      before === undefined ||
      /^[，,、\s]*(和|跟|与|或者?|还是)?$/.test(
        plain.slice(before.span[1], span[0]),
      )
    );
  });
}

const DENIES = /(不是|不算|不属于)[^，,。；;]{1,10}$/;
const IS = /^(而)?(是|算|属于)/;

/** A longer end is no mere 没签呢. */
const LONGEST_TAIL = 14;
const TAIL =
  /^.{1,13}呢$|^.{1,9}(要不要|用不用|需不需要|是不是要|也要|还要).{0,4}[交缴]钱?吗?$|^(相)?差(多少|好多|几多)$|^(这?(其中|里面?|里头|当中))的?(普通)?(门诊|住院).{0,6}(多少|好多|几多|几万?)$|^(其中)?(普通)?(门诊|住院)(这块|部分)?(里面?|里头|当中).{0,6}(多少|好多|几多|几万?)$|^(普通)?(门诊|住院)(的|费)?(是|能)?(多少|好多)$/;

/** Signs, and 没签呢 or 如果是4万呢 glued to the question before. */
const SENTENCES =
  /(?<=[，,。；;！!？?\n]|[多好几]少?钱?\s)|(?<=多少钱?|好多钱?)(?=(?:没|不|未|要是|如果|假如|那)[^，,。；;！!？?\s]{1,9}呢[？?]?$)/;

/**
 * 签了家庭医生的卫生院甲类50报多少，没签呢: the question, then what is asked
 * on, in order. Empty where nothing is.
 */
export function askedOn(plain: string): string[] {
  const pieces = plain.split(SENTENCES);
  const bare = (piece: string): string =>
    piece.replace(/[，,。；;！!？?\s]+$/, "").trim();
  let from = pieces.length;
  while (from > 1) {
    const piece = bare(pieces[from - 1] ?? "");
    const asked = piece.length <= LONGEST_TAIL && TAIL.test(piece);
    if (piece !== "" && !asked) break;
    from--;
  }
  const tails = pieces.slice(from).map(bare).filter(Boolean);
  // 不是低保，是残疾二级呢: what is so instead of what is denied, and no question of its own.
  if (DENIES.test(bare(pieces[from - 1] ?? "")) && IS.test(tails[0] ?? ""))
    return [];
  if (!tails.some((tail) => /呢$|里|其中|当中|[交缴]钱?吗?$/.test(tail)))
    return [];
  return tails.length >= MOST ? [] : [pieces.slice(0, from).join(""), ...tails];
}

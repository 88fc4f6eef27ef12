/** The years and school years that a message says, put into the frame. */
import type { Ask, Meaning } from "../../nlu/meaning.js";
import type { Reading } from "../../nlu/numbers/reading.js";
import { isSchoolYear, studentSpan } from "./school-years.js";
import { said } from "./slots.js";
import type { Frame } from "./state.js";
import { isTold } from "./told-years.js";
import { yearsOfRange } from "./years-together.js";

export function sayYears(
  frame: Frame,
  meaning: Meaning,
  ask: Ask | null,
): void {
  const years: number[] = [];
  const schools: number[] = [];
  const [before, another] = frame.years?.value ?? [];
  const told = frame.now || another !== undefined ? undefined : before;
  // 去年没超过起付线，今年多少: the year before belongs to the condition.
  const all = yearsSaid(meaning).filter(
    ({ reading }) =>
      (!PAYING.includes(frame.task) || !isTold(meaning, reading)) &&
      (meaning.yearsBelow === null || !/^[上去前]/.test(reading.text)),
  );
  if (meaning.yearsBelow !== null && all.length === 0) return;
  const schoolBefore = all.find(({ reading }) => isSchoolYear(reading));
  if (schoolBefore && SCHOOL_YEAR_BEFORE.test(meaning.plain)) {
    frame.schoolYears = said(
      besideBefore(frame, schoolBefore.reading.from ?? ""),
    );
    return;
  }
  const onlyBefore = all.every(({ reading }) => /^[上去前]/.test(reading.text));
  if (frame.years && meaning.aspects.includes("increase") && onlyBefore) return;
  if (all.length > 0) {
    frame.now = false;
    if (thisAndLast(all)) frame.flags.this_and_last = true;
    else delete frame.flags.this_and_last;
  }
  const stretch = all.length === 0 ? stretchOf(frame, meaning) : [];
  if (stretch.length > 0) {
    if (meaning.dates.some(({ reading }) => LAST_TO_THIS.test(reading.text)))
      frame.flags.this_and_last = true;
    frame.years = said(stretch);
    frame.schoolYears = null;
    frame.now = false;
    return;
  }
  const near = ask
    ? withElliptic(
        meaning,
        withListed(
          meaning,
          all.filter(
            ({ reading }) =>
              reading.span[0] >= ask.span[0] && reading.span[1] <= ask.span[1],
          ),
          all,
        ),
        all,
      )
    : all;
  const from = ownYear(frame, meaning);
  for (const { reading } of near.length > 0
    ? withCompared(meaning, near, all)
    : all) {
    const year =
      from !== null && BESIDE_IT.test(reading.text)
        ? from - 1
        : Number.parseInt((reading.from ?? "").slice(0, 4), 10);
    if (Number.isNaN(year)) continue;
    // 明年交多少, then 今年呢: the year before that one, whichever is collected.
    if (NOW.test(reading.text) && (ask !== null || told !== year + 1))
      frame.now = true;
    const list = isSchoolYear(reading) ? schools : years;
    if (!list.includes(year)) list.push(year);
  }
  if (years.length > 1) frame.now = false;
  if (schools.length > 0) frame.schoolYears = said(schools);
  const span = schools.length === 0 ? studentSpan(frame, meaning) : null;
  if (span !== null) schools.push(span);
  if (span !== null) frame.schoolYears = said([span]);
  if (years.length > 0) {
    const own = comparedWith(frame, meaning, years);
    const beside =
      meaning.compare && ask === null && !comparesElse(frame)
        ? (frame.years?.value ?? [])
        : own;
    if (own.length > 0) {
      frame.against = null;
      frame.now = false;
    }
    frame.years = said([...new Set([...beside, ...years])]);
    if (schools.length === 0) frame.schoolYears = null;
  }
}

/** 上一年呢, after what was asked of a year that was said: the year before that one, and not before today. */
function ownYear({ years }: Frame, { dates, compare }: Meaning): number | null {
  const [year, more] = years?.value ?? [];
  const alone = dates.filter(({ role }) => role === "year").length === 1;
  return years?.source === "carried" && alone && !compare && more === undefined
    ? (year ?? null)
    : null;
}
const BESIDE_IT = /^(上一年|前一年|上个年)度?$/;

/** 比今年涨了多少, after what 2023 costs: the year asked about is set against the one said, whichever is collected now. */
function comparedWith(
  { years }: Frame,
  meaning: Meaning,
  [other, more]: readonly number[],
): number[] {
  const [own, another] = years?.value ?? [];
  return years?.source === "carried" &&
    own !== undefined &&
    another === undefined &&
    more === undefined &&
    own !== other &&
    againstOf(meaning) === "year_named"
    ? [own]
    : [];
}

const PAYING: readonly string[] = ["contribution", "enrolment", "subsidy"];

/** 今年比去年: both years are told from the day of the question. */
const thisAndLast = (all: Meaning["dates"]): boolean =>
  all.some(({ reading }) => NOW.test(reading.text)) &&
  all.some(({ reading }) => /^[上去]/.test(reading.text)) &&
  all.every(
    ({ reading }) => NOW.test(reading.text) || /^[上去]/.test(reading.text),
  );
const LAST_TO_THIS = /^[上去]年?.*[今本]年/;
const NOW = /^(今年|本年|本年度|今年度|当前|现在)$/;

/** 比上学年贵了多少: the school year asked about and the one before it. */
const SCHOOL_YEAR_BEFORE = /[比和跟与同](上|前)(一个?|个)?学年/;

function besideBefore({ schoolYears }: Frame, from: string): number[] {
  const before = Number.parseInt(from.slice(0, 4), 10);
  const year = schoolYears?.value.at(-1) ?? before + 1;
  return [year, year - 1];
}

/** 2022年差多少, after the difference of two tiers or persons: the same difference in that year. */
const comparesElse = ({ tiers, people }: Frame): boolean =>
  (tiers?.value.length ?? 0) > 1 || (people?.value.length ?? 0) > 1;

/** 起付线今年多少 明年又是多少: a year of which nothing else is said is asked of the same. */
function withElliptic(
  { plain, asks }: Meaning,
  near: Meaning["dates"],
  all: Meaning["dates"],
): Meaning["dates"] {
  const last = near.at(-1)?.reading.span[1];
  if (last === undefined) return near;
  const alone = all.filter(
    ({ reading: { span } }) =>
      span[0] >= last &&
      BEGINS_CLAUSE.test(plain.slice(0, span[0])) &&
      ASKED_ALONE.test(plain.slice(span[1])) &&
      !asks.some((other) => other.span[0] > last && other.span[0] <= span[0]),
  );
  return [...near, ...alone];
}
const BEGINS_CLAUSE = /[，,。；;！!？?\s](那么?)?$/;
const ASKED_ALONE =
  /^度?(的|又|则|就|是|要|得|该)*((多少|几多)(钱|元|块)?|呢)([，,。；;！!？?\s]|$)/;

/** 22、23年: years said in one breath belong together. */
function withListed(
  { plain }: Meaning,
  near: Meaning["dates"],
  all: Meaning["dates"],
): Meaning["dates"] {
  const first = near[0] ? all.indexOf(near[0]) : 0;
  let from = first;
  while (from > 0) {
    const [before, next] = [all[from - 1], all[from]];
    const gap = plain.slice(before?.reading.span[1], next?.reading.span[0]);
    if (!LISTED.test(gap)) break;
    from--;
  }
  return [...all.slice(from, first), ...near];
}
const LISTED = /^年?[、,，和跟与及]$/;

/** 23年二档，比22年涨了多少; 23年二档多少，比22年涨了多少: the one behind 比 is set against the year before it, in whatever stretch. */
function withCompared(
  { plain, compare, aspects }: Meaning,
  near: Meaning["dates"],
  all: Meaning["dates"],
): Meaning["dates"] {
  const [other, more] = near;
  const at = all.findIndex((one) => one === other);
  const own = all[at - 1];
  const compared =
    more === undefined &&
    other !== undefined &&
    own !== undefined &&
    AGAINST.test(plain.slice(0, other.reading.span[0]));
  if (compared) return [own, other];
  const next = more === undefined && other ? all[at + 1] : undefined;
  const before = plain.slice(0, next?.reading.span[0]);
  const set =
    next !== undefined &&
    !/^[上去]/.test(next.reading.text) &&
    (compare || aspects.includes("increase")) &&
    (AGAINST.test(before) || BESIDE.test(before));
  return set ? [...near, next] : near;
}

/** A year right behind these is the one that another is set against. */
const AGAINST = /(比|较)(着)?$/;
/** 一档和去年差多少: the year before, beside the one that is collected. */
const BESIDE = /[和跟与同]$/;

/** 比2021年多多少: one year said, after 比; 比去年 is against the year before. */
export function againstOf({
  compare,
  aspects,
  dates,
  plain,
}: Meaning): Frame["against"] {
  const years = dates.filter(({ role }) => role === "year");
  const [only] = years;
  const asked =
    (compare || aspects.includes("increase")) &&
    years.length === 1 &&
    only !== undefined &&
    AGAINST.test(plain.slice(0, only.reading.span[0]));
  if (!asked) return besideYear(compare, plain, only) ? "year_before" : null;
  return /^[上去]/.test(only.reading.text) ? "year_before" : "year_named";
}

const besideYear = (
  compare: boolean,
  plain: string,
  only: Meaning["dates"][number] | undefined,
): boolean =>
  compare &&
  only !== undefined &&
  /^[上去]/.test(only.reading.text) &&
  BESIDE.test(plain.slice(0, only.reading.span[0]));

/** Years and school years said; in a story 去年 gives way to 2023年. */
function yearsSaid(meaning: Meaning): Meaning["dates"] {
  const all = meaning.dates.filter(
    // 娃2022年11月出生，明年交多少: the month of a birth is no year asked about.
    ({ role, reading }) =>
      role === "year" || (role !== "born" && isSchoolYear(reading)),
  );
  const own = all.filter(
    ({ reading }, at) =>
      !(lightYear(meaning) && /^[上去]/.test(reading.text)) &&
      !isOfPaid(meaning, reading, all[at + 1]?.reading) &&
      !isWhenCollected(meaning, reading, all[at + 1]?.reading) &&
      !isBehindLeft(meaning, reading),
  );
  const absolute = own.filter(({ reading }) =>
    /[\d〇零一二三四五六七八九]{2}/.test(reading.text),
  );
  return meaning.compare || absolute.length === 0 ? own : absolute;
}

/** 今年收的明年的: when it is collected, before the year that it is for. */
const isWhenCollected = (
  { plain }: Meaning,
  { span: [, end] }: Reading,
  next: Reading | undefined,
): boolean =>
  next !== undefined && COLLECTED.test(plain.slice(end, next.span[0]));
const COLLECTED =
  /^(就|在|要|提前|开始|现在)*(预?收|征收|交|缴|预缴)的?(是|都是)?$/;

/** 今年230用完了明年还有没有: the first year belongs to what was paid; not so in 今年用了190还剩多少 明年多少. */
const isOfPaid = (
  { amounts, plain }: Meaning,
  { span }: Reading,
  next: Reading | undefined,
): boolean =>
  next !== undefined &&
  amounts.some(
    (one) =>
      one.role === "paid_this_year" &&
      one.span[0] >= span[1] &&
      !/[，,。；;！!？?]/.test(plain.slice(span[1], one.span[0])) &&
      !LEFT_ASKED.test(plain.slice(one.span[1], next.span[0])),
  );
/** 用了190，还能用多少，明年从头来吗: what is left is of now. */
const isBehindLeft = (
  { amounts, plain }: Meaning,
  { span }: Reading,
): boolean =>
  amounts.some(
    ({ role, span: [, end] }) =>
      role === "paid_this_year" &&
      end <= span[0] &&
      LEFT_ASKED.test(plain.slice(end, span[0])),
  );
const LEFT_ASKED = /(还|剩)[^，,。；;！!？?]*(多少|几多|好多|几个钱|多钱)/;

const OF_LAST_YEAR: readonly string[] = [
  "outpatient_last_year",
  "wage",
  "urban_income",
  "rural_income",
  "enterprise_pension",
];

/** 去年门诊只花了1500, 去年平均工资3000: the year belongs to that amount. */
function lightYear({ amounts }: Meaning): boolean {
  return amounts.some(({ role }) => OF_LAST_YEAR.includes(role));
}

/** 22到23两年一共: every year of the stretch, of a payment; of a student one year into the next is a school year. */
function stretchOf(frame: Frame, meaning: Meaning): number[] {
  if (frame.task !== "contribution" || studentSpan(frame, meaning) !== null)
    return [];
  const [only, more] = meaning.dates.flatMap(({ reading }) => {
    const years = yearsOfRange(reading);
    return years.length > 0 ? [years] : [];
  });
  return more === undefined ? (only ?? []) : [];
}

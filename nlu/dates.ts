/** Which date is which: of birth, of payment, of an interruption, of a visit, or a year. */
import type { DateFact, DateRole } from "./meaning.js";
import { isYearOfPaidBefore, isYearOfTold } from "./no-bill.js";
import type { Reading } from "./numbers/reading.js";

const DATE_ROLE: readonly [DateRole, RegExp][] = [
  [
    "born",
    /出生|预产期?|(?<![医学先])生的|生娃|落地|生下|生了|(?<![卫学医招先业考])生(?![活病育产意])/,
  ],
  [
    "interrupted",
    /断缴|中断|断保|停保|断(?=职工|医保|社保|保险)|断了|[离辞][了的去]?职|辞[了的去]?工|停了|断的|失[了的]?业|停的|下岗|被裁|停$|工作(就|也|都)?(没了|丢了)/,
  ],
  ["paid", /交的|缴的|交了|缴了|补交|补缴|缴费|交费|去交|交钱|才交|再交|交/],
  [
    "joined",
    /参保|参加|参(?=了?[^，,。；;]{0,3}居民)|办的|入保|加入|登记|办(?=[^，,。；;]{0,6}(居民|医保|参保|登记))|参居民|参的|才参|参(?=呢|吗|$)|买(?!药)|转居民|转成居民|上的?居民/,
  ],
  ["visit", /看|门诊|住院|花|就诊|买药|拿药|报/],
];

const DAYS: readonly string[] = ["date", "month"];

/** The dates of a message with what they are dates of. */
export function readDates(
  plain: string,
  readings: readonly Reading[],
): DateFact[] {
  return [...readings, ...farYears(plain, readings), ...classes(readings)]
    .filter(({ kind }) =>
      ["date", "year", "month", "range", "school_year"].includes(kind),
    )
    .filter(
      (reading) =>
        !measuresIncome(plain, reading) &&
        !isYearOfPaidBefore(plain, reading.span, readings) &&
        !isYearOfTold(plain, reading.span, readings) &&
        !tellsAge(plain, reading) &&
        !isMissed(plain, reading) &&
        !isUrged(plain, reading) &&
        !isLastDay(plain, reading) &&
        !isEachMonth(plain, reading),
    )
    .map((reading) => {
      const role = dateRole(plain, reading, readings);
      return {
        reading,
        role,
        past: isPast(plain, reading),
        ...(isAfter(plain, reading) ? { after: true as const } : {}),
        ...(BEFORE.test(plain.slice(reading.span[1]))
          ? { before: true as const }
          : {}),
        ...(role === "born" && EXPECTED.test(plain)
          ? { ahead: true as const }
          : {}),
      };
    });
}

/** 10月以前, 国庆前. */
const BEFORE = /^份?(以前|之前|前(?![面头天]))/;
/** A child that is not born yet. */
const EXPECTED =
  /怀孕|怀上|怀着|有喜|孕妇|预产期|待产|(快|就?要|准备)生(了|$|[，,。；;\s])|还没生|没出生|肚子[里头]|[一二两三四五六七八九]个?月[的]?(肚子|身孕)/;

/** 12月20号截止是吧，我现在交来得及不: the last day, and not the one on which is paid. */
const isLastDay = (plain: string, { span, kind }: Reading): boolean =>
  kind === "date" &&
  /^(就|才|要|是)*(截止|截至|到期|为止|结束)[^。；;]{0,10}(现在|今天|这会儿|眼下)/.test(
    plain.slice(span[1]),
  );

/** 过了12月20号还能交吗, 12月20号过了还能补吗: the days after it. */
const PAST_IT = /(过了|超过了?|错过了?|晚于|迟于)$/;
const IS_PAST =
  /^(都|就|要是|已经|早)*(一过|过了|过去了?|过后|以后|之后|后)[^。；;]{0,8}[交缴参补办买]/;
const isAfter = (plain: string, { span, kind }: Reading): boolean =>
  kind === "date" &&
  (PAST_IT.test(plain.slice(0, span[0]))
    ? !/^(生日|出生)/.test(plain.slice(span[1]))
    : IS_PAST.test(plain.slice(span[1])));

/** 2022届毕业生: the year in which the class leaves school. */
function classes(readings: readonly Reading[]): Reading[] {
  return readings
    .filter(({ kind, unit }) => kind === "cohort" && unit === "届")
    .map((one) => ({
      ...one,
      kind: "year",
      from: `${one.value.slice(2)}-01-01`,
    }));
}

/** Years that no notice can be of (1800年, 3000年) are years all the same. */
function farYears(plain: string, readings: readonly Reading[]): Reading[] {
  const found: Reading[] = [];
  for (const match of plain.matchAll(
    /(?<!\d)([1-9]\d{3})年|(?<![\d.花付掏报交缴费了共额用])(20[1-3]\d)(?![\d.]|元|块|万|人(?!均)|个|岁|年)/g,
  )) {
    const span: [number, number] = [match.index, match.index + match[0].length];
    const known = readings.some(
      (one) =>
        one.kind !== "amount" && one.span[0] < span[1] && span[0] < one.span[1],
    );
    const year = match[1] ?? match[2] ?? "";
    if (!known)
      found.push({
        span,
        text: match[0],
        kind: "year",
        value: `y=${year}`,
        about: false,
        from: `${year}-01-01`,
      });
  }
  return found;
}

/** 2月28号交的, 7月断了: what is told has happened. */
function isPast(plain: string, { span, bound }: Reading): boolean {
  // 2月底前交的从哪天管: a last day may still lie ahead.
  if (bound === "at_most") return false;
  // 一月份才交的能报不: so late, and yet it is done.
  if (
    /^(才(去|来)?([交缴办]|参保)的(?!话)|(才|就)?备(了|的|过|好了?)案?)/.test(
      plain.slice(span[1]),
    )
  )
    return true;
  // 12月21号还能交2023年的吗: asked of what may be done.
  // 2月底还交得到不; 2月底交了几号管用, 12月交了明年能用不: of a day that may still come.
  if (
    /^[^，,。；;！!？?\d]{0,4}(能|可以|来得及|[交缴办]得[到了成上])/.test(
      plain.slice(span[1]),
    )
  )
    return false;
  if (USABLE.test(plain.slice(span[1]))) return false;
  return /^[^，,。；;！!？?\d]{0,8}?(交|缴|断|停|生|办|参|看|花|报|毕业)[^，,。；;！!？?年]{0,6}?(的(?!话)|了|过|才)/.test(
    plain.slice(span[1]),
  );
}

/** 12月份交了是不是1月1号就能报, 2月底交了几号管用: what is asked of follows the payment. */
const USABLE =
  /^[^，,。；;！!？?\d]{0,4}[交缴办参]保?(了|过)(费|钱)?[，,\s]*(是不是|是否|那|也)*(几号|哪|从|什么|啥|多久|几时|能|就|才|会|算|([明来]年)?(元月|\d{1,2}月份?)?(\d{1,2}[号日]|初)?(是不是|是否|也|马上)*[就才]?(能|可以|生效|享受|管用|算|用得|报得))/;

/** 她今年70了: the year belongs to the age. */
function tellsAge(plain: string, { span, kind, text }: Reading): boolean {
  return (
    kind === "year" &&
    text === "今年" &&
    /^(都|已经|刚|快|也)*(\d{1,2}|1[01]\d|[一二三四五六七八九十]{1,3})(多|来|几)?(岁|周岁|了(?![吗嘛没不])|[，,。；;\s]|$)/.test(
      plain.slice(span[1]),
    )
  );
}

/** 昨天没交上今天还能交吗: a day on which nothing was paid. */
function isMissed(plain: string, { span, kind }: Reading): boolean {
  return (
    DAYS.includes(kind) &&
    /^[^，,。；;！!？?今明\d]{0,6}(没|忘了?|未)(能|有|来得及|顾上|赶上)?去?(交|缴)(?!吗)/.test(
      plain.slice(span[1]),
    ) &&
    /今天|现在|这会儿/.test(plain.slice(span[1]))
  );
}

/** 社区今天打电话催交明年医保: the day of the call, and not one on which is paid. */
const isUrged = (plain: string, { span, text }: Reading): boolean =>
  /^(今天|昨天|前天|大前天|今早|昨晚)$/.test(text) &&
  /^[^，,。；;！!？?]{0,6}(催|打电话|来电话|通知|喊|叫|发短信|发微信|发消息|上门)[^，,。；;！!？?能]{0,6}[交缴](?!了|过|上)/.test(
    plain.slice(span[1]),
  );

/** 上年度在岗职工平均工资: the year belongs to the income. */
function measuresIncome(plain: string, { span, kind }: Reading): boolean {
  const after = plain.slice(span[1], span[1] + 10);
  return (
    kind === "year" &&
    /^[^，,。；;！!？?]*(平均工资|平均养老|人均可支配|人均纯|工资|(?<!低)收入|养老金)/.test(
      after,
    )
  );
}

/** 一月多少额度, 定额一月几百: a month's, not January's. */
function isEachMonth(plain: string, { span, text }: Reading): boolean {
  if (text !== "一月") return false;
  return (
    /^(都|就|能|给|可以?|最多|最高|报|补|发|得|享受|有|是|的|拨)*(多少|好多|几|额|限额|定额|[一二两三四五六七八九\d]+百)/.test(
      plain.slice(span[1]),
    ) || /(定额|额度|限额)$/.test(plain.slice(0, span[0]))
  );
}

/** 娃2021年5月的, 孩子是3月份的: a child of that month was born in it. */
const CHILD_IS_OF =
  /(娃儿?|孩子?|小孩儿?|宝宝|[大二三]宝|儿子|女儿|闺女|姑娘|丫头|孙子|孙女|外孙|老[大二三])(他|她)?(就|才|都)?是?$/;
const OF_THEN = /^份?的(?![是时]|医保|社保|费|钱)/;

const FILED =
  /^([在去到][^，,。；;！!？?\s备]{1,10})?(才|就|去)?备(的|了|过|好了?)案?/;

/** What is said of a date: the words beside it, as far as the next date goes (7月毕业10月补交). */
function dateRole(
  plain: string,
  reading: Reading,
  all: readonly Reading[],
): DateRole {
  if (reading.kind === "school_year") return "year";
  if (/^[^，,。；;]{0,4}学年/.test(plain.slice(reading.span[1]))) return "year";
  if (reading.kind === "year")
    return /^(生|出生)(?![活病育产意])/.test(plain.slice(reading.span[1]))
      ? "born"
      : "year";
  if (STARTS.test(plain.slice(reading.span[1])) && PAID.test(plain))
    return "starts";
  // 去北京看病9月3号备的案: the day of the filing, whatever it was for.
  if (FILED.test(plain.slice(reading.span[1]))) return "unknown";
  if (
    FILING_OF.test(plain.slice(0, reading.span[0])) &&
    DONE.test(plain.slice(reading.span[1]))
  )
    return "unknown";
  if (DUE.test(plain.slice(0, reading.span[0]))) return "born";
  if (
    CHILD_IS_OF.test(plain.slice(0, reading.span[0])) &&
    OF_THEN.test(plain.slice(reading.span[1]))
  )
    return "born";
  const next = all.find(
    ({ span, kind }) => span[0] >= reading.span[1] && DAYS.includes(kind),
  );
  const after = plain
    .slice(
      reading.span[1],
      Math.min(reading.span[1] + 10, next?.span[0] ?? plain.length),
    )
    .replace(/[，,。！？?!；;].*$/s, "");
  const before = plain
    .slice(Math.max(0, reading.span[0] - 8), reading.span[0])
    .replace(/^.*[，,。！？?!；;]/s, "");
  if (
    /^(大学|本科|的时候|刚)?毕业/.test(after) ||
    /^(份|就|才)?[从在][^，,。；;\d]{2,14}毕业/.test(
      plain.slice(reading.span[1]),
    )
  )
    return "graduated";
  const ofOther = all.some(
    ({ span, kind }) =>
      DAYS.includes(kind) &&
      span[1] <= reading.span[0] &&
      span[1] > reading.span[0] - before.length,
  );
  // 2月停的 6月才想起去社区参保: the words behind another day are of that one.
  const own = ofOther ? (before.split(/\s/).at(-1) ?? "") : before;
  const farther = plain
    .slice(reading.span[1], next?.span[0] ?? plain.length)
    .slice(0, FARTHER)
    .replace(/[，,。！？?!；;\s].*$/s, "");
  for (const side of [after, own, farther])
    for (const [role, pattern] of DATE_ROLE)
      if (pattern.test(side)) return role;
  return "unknown";
}
/** 交了1月1号能用吗: the day from which benefits are asked for, behind a payment. */
const STARTS =
  /^(起|开始|那天|当天|就|立马|马上|得|是不是|能不能|可不可以|可以|能)*(能|可以|得)?(用得|报得|用|报销?|生效|管用|享受|刷)[成到]?(吗|不|么|没|上|了|待遇|医保|$)/;
const PAID = /[交缴买]了|[交缴]完|[交缴]过|参了?保/;
/** 备案3月1号办的, 备案是3月1号弄好的. */
const FILING_OF = /备案(手续)?(就|是|在)*$/;
const DONE = /^(才|就|在[^，,。；;]{0,8})?(办|弄|做|搞|登)(的|了|好|过)/;
/** 预产期在12月20号. */
const DUE = /预产期?(就|差不多|大概|说)?(是|在|到)?$/;
/** As far as a clause may go on from a day to what was done then, where nothing nearer tells. */
const FARTHER = 18;

/** 大学生2021-2022: two years running of a student are a school year. */
export function withSchoolYears(
  plain: string,
  readings: readonly Reading[],
): Reading[] {
  if (!/大学|学年|高校|大一|新生(?!儿)/.test(plain)) return [...readings];
  const found = [...plain.matchAll(SCHOOL_SPAN)].flatMap(
    ({ index, 0: text, 1: first = "", 2: last = "" }): Reading[] =>
      Number.parseInt(last, 10) === Number.parseInt(first, 10) + 1
        ? [
            {
              span: [index, index + text.length],
              text,
              kind: "school_year",
              value: `r=${first}-09-01,${last}-09-01`,
              about: false,
              from: `${first}-09-01`,
              to: `${last}-09-01`,
            },
          ]
        : [],
  );
  const free = readings.filter(
    ({ span }) =>
      !found.some((one) => span[0] < one.span[1] && one.span[0] < span[1]),
  );
  return (found.length === 0 ? [...readings] : [...free, ...found]).map((one) =>
    asEntry(plain, one),
  );
}

/** 2022年考进来的大一新生: the school year that begins in the year of entry. */
function asEntry(plain: string, one: Reading): Reading {
  const enters =
    one.kind === "year" &&
    one.from !== undefined &&
    /大一|新生(?!儿)/.test(plain) &&
    ENTERED.test(plain.slice(one.span[1]));
  if (!enters) return one;
  const year = Number.parseInt(one.from?.slice(0, 4) ?? "", 10);
  const [from, to] = [`${year}-09-01`, `${year + 1}-09-01`];
  return { ...one, kind: "school_year", value: `r=${from},${to}`, from, to };
}
const ENTERED =
  /^(秋季?|9月|九月)?(份)?(才|刚刚?)?(考[进上到起来]|入学|入校|进校|进学校|录取|入读|的?(大一|新生))/;
const SCHOOL_SPAN =
  /(?<!\d)(20[1-3]\d)[-~到至](20[1-3]\d)(?![\d元块]|年|学年|-)/g;

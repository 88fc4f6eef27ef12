/** Numbers of money that are no amount of a bill: a figure of a rule, a year, what another year used up. */
import { NEAR } from "./amount-roles.js";
import type { Span } from "./meaning.js";

/** The words right before an amount. */
export function nearBefore(
  text: string,
  [from]: readonly [number, number],
): string {
  return text.slice(Math.max(0, from - NEAR), from);
}

/** 起付线2023: a year without 年, no amount. */
const BARE_YEAR = /^20[1-3]\d$/;

/** 顶多能报几百, 门槛是几万: the question itself; 花了几千 is an amount. */
const SPENT = /(了|过|好|花|自付|掏)$/;

/** 花了2000: an amount after all. */
const PAID = /[花付掏报交缴费了共额用]$/;

/** “15412元是按什么定的”: a figure of a rule is quoted, no bill is meant. */
const QUOTED =
  /^(元|块)?(这个数|的标准|的起付线|的限额)?((是|咋|怎么)(按|怎么|哪|从哪|根据|咋|谁|依据|来的|定的|什么)|出自|来自|哪来|从哪)/;

/** 一天50那句原话, 280元的原文: the figure tells which words are asked for. */
const WORDS_OF =
  /^(元|块)?钱?的?[那这]?一?[句条段]?(话|规定)?的?(原文|原话|出处|(在|是)?哪[一句]?条|咋写的|怎么写的)/;

/** “起付线为啥是15412”: the same, asked from the front. */
const ASKED_WHY =
  /(为(啥子?|什么|何|嘛)|凭(啥|什么)|怎么|咋)(就|会|要)?(是|定成|定为|定在|设为|设在|变成)$/;

/** 一年封顶15万是不是: a figure of a rule, to be confirmed. */
const RULED =
  /(封顶线?|限额|上限|最高支付|起付线|起付标准|门槛费?)(还|仍|依然|就)?(是|为|到)?$|(涨|调|提高|降|升|变|改)[到成至为]了?$|门诊(统筹)?[一每](年|天|次|个月)$/;
const CONFIRM =
  /^(元|块)?钱?了?(是不是|对不对|对吗|对不|是吗|是真的|真的吗|真的假的|没错吧|对吧|是吧|吗|吧|不(?=$|[，,。；;？?\s]))/;

/** 明年还是15412吗: a figure of another year, to be confirmed of this one. */
const STILL = /([今明]年|现在|20\d\d年?)(度|也|还|仍|依然|照样)*(是|交|报|为)$/;

/** 起付线是不是15412, 门槛好像是15412: asked or guessed from the front. */
const SUPPOSED =
  /(封顶线?|限额|上限|最高支付|起付线|起付标准|门槛费?|定额)(还|仍|依然|就|现在|今年|明年|应该|听说)*(是不是|是否|好像是?|应该是|听说是|不是|难道是)$/;

/** 次年住院起付线降到500: what a rule sets, no bill. */
const SET_TO =
  /(起付线|起付标准|门槛费?|封顶线?|限额|标准)(会|能|可以|就|从[\d万千百元]{1,8})?(降|减|调|提高|提|涨|升|上调|下调)(低)?[到至为成]了?$/;

/** 门诊一年最多报500还是300: two figures of a rule, one of which is right. */
const EITHER =
  /(最多(能|可以|给)?报|限额|封顶线?|起付线?|门槛费?|定额)(是|为|到|就是|多少|好多|来着|好像|[，,\s])*[\d.一二三四五六七八九十百千万]{1,8}(元|块)?钱?[，,\s]?还是[\d.一二三四五六七八九十百千万]{1,8}/;

/** 一天顶多50，今年门诊最多报230，限额今年300: what a rule pays at most. */
const AT_MOST =
  /([一每][天日次回年月]|每人|全年|[今明去]年)(度|的|普通|门诊|统筹|[一二12]档)*(最多|顶多|最高|封顶|限额|上限)(能|可以|只|就|才|给|是|到)*(报销?|付|补)?$|(限额|上限)[今明去]年(度|就|才|是|为|只有?)*$/;

/** 起付线是不是先扣100: the same, asked before the figure. */
const ASKED_BEFORE =
  /(封顶线?|限额|上限|起付线|起付标准|门槛费?)(是不是|是否|不是|要不要|会不会|得不得|难道|听说|好像|据说|听人说|[，,])+(都|要|得|先|还)*(扣|减|交|花|达|是|为)?[到满够掉]?$/;

function isEither(text: string, [from]: readonly [number, number]): boolean {
  const found = EITHER.exec(text);
  return (
    found !== null &&
    found.index <= from &&
    from < found.index + found[0].length
  );
}

function isClaim(text: string, [from, to]: readonly [number, number]): boolean {
  return (
    ASKED_BEFORE.test(text.slice(Math.max(0, from - NEAR), from)) ||
    (RULED.test(text.slice(Math.max(0, from - 8), from)) &&
      CONFIRM.test(text.slice(to, to + 8)))
  );
}

/** 去年救助过, 去年已经报了: right before an amount that was paid in the year before. */
const PAID_THEN =
  /(去年|上年度?|前年|头年)[^，,。；;\d]{0,6}(救助|报)[^，,。；;\d]{0,6}$/;
/** What is told behind it is of now. */
const OF_NOW = /今年|这[次回趟]|现在|目前|眼下|如今|刚刚?(?=住|花|看|出)/;

/** 去年救助过8000，今年, 去年救助过8000，这次: what was paid in another year uses up nothing of this one. */
function isOfYearBefore(
  text: string,
  [from, to]: readonly [number, number],
): boolean {
  return (
    PAID_THEN.test(nearBefore(text, [from, from])) &&
    (text.includes("今年") || OF_NOW.test(text.slice(to)))
  );
}

/** A number or a date as read. */
interface Read {
  span: Span;
  kind: string;
}

/** The words from the year up to the next amount, and those behind it. */
function aroundAmount(
  text: string,
  [from, end]: Span,
  all: readonly Read[],
): { told: string; rest: string } | null {
  const next = all.find(
    ({ span, kind }) => kind === "amount" && span[0] >= end,
  );
  return next
    ? {
        told: text.slice(from, next.span[0]),
        rest: text.slice(next.span[1]),
      }
    : null;
}

/** The year of such an amount is not the year that is asked about. */
export function isYearOfPaidBefore(
  text: string,
  year: Span,
  all: readonly Read[],
): boolean {
  const around = aroundAmount(text, year, all);
  return (
    around !== null &&
    /^(去年|上年|前年|头年)/.test(text.slice(...year)) &&
    PAID_THEN.test(around.told) &&
    OF_NOW.test(around.rest)
  );
}

/** 限额今年300，明年呢: what is told of this year is not asked. */
export function isYearOfTold(
  text: string,
  year: Span,
  all: readonly Read[],
): boolean {
  const around = aroundAmount(text, year, all);
  return (
    around !== null &&
    THIS_YEAR.test(around.told) &&
    OTHER_YEAR.test(around.rest)
  );
}

/** 这3万4里: the amount is only pointed at. */
function isReference(
  text: string,
  [from, to]: readonly [number, number],
): boolean {
  return (
    "这那".includes(text.charAt(from - 1) || " ") &&
    /^(元|块)?钱?(里|中|当中|之中)/.test(text.slice(to, to + 5))
  );
}

/** 起付线每年都涨，今年1万5，明年呢: what it is in a year. */
const OF_A_YEAR =
  /(起付线|起付标准|门槛费?|封顶线?)(?![^。；;！!？?]*(自付|自己|花|住院费|掏|超))[^。；;！!？?\d]{0,10}(今年|去年|现在|20\d\d年?)(都|就|才|已经|是|要|到|涨到)*$/;

/** 门诊限额今年300，明年呢; 医保今年320明年多少: the same of whatever is asked of another year behind it. */
// 今年门诊最多报230: what a rule gives, and not what was reimbursed or spent.
const OF_RULE =
  "(的|度|普通|门诊|统筹|居民|医保|大病|保险|限额|额度|起付线|起付标准|门槛费?|封顶线?|最多|最高|顶多|只|能|可以|给|报销?(?![了过掉])|支付|[一二12]档|[交缴收补](?![了过])|财政|国家|补助|每人|个人|人均)";
const THIS_YEAR = new RegExp(
  `(今年|去年|现在|20\\d\\d年?)(都|就|才|已经|是|要|到|涨到|${OF_RULE})*$`,
);
const OTHER_YEAR = new RegExp(
  `^(元|块)?钱?[，,\\s]*(那么?)?(今年|明年|去年|后年|20\\d\\d年?)${OF_RULE}*(呢|[还又会要是]*(多少|好多|几[块百]|涨|变|一样|调)|比(它|这个?|今年|现在|去年|上年)?[要会]?(高|多|贵|涨)[了出]?(多少|好多|几[块百千]))`,
);

/** 门诊一年500，我今年报了460，剩几多: the limit itself, told before what is gone of it. */
const LIMIT_TOLD =
  /((门诊|[一二]档)[^，,。；;\d]{0,4}[一每全]年(就|只有?|是|有|才|给|能报|封顶|限额)*|[一每全]年(最多|顶多)?(能|可以|给)*报(销|到)?)$/;
const WHAT_IS_LEFT =
  /^(元|块)?钱?的?(额度|限额)?[嘛吧呢哈哦啊的]{0,2}(?:[，,\s]|(?=我|俺|已经|都|今年|现在))[^。；;！!？?]*(报|用|花)[^。；;！!？?]*(剩|余|还能|还可以|还有)/;

/** 一档和二档交钱差375，那门诊呢: by how much payments differ, told before something else is asked. */
const LIES_APART =
  /([交缴]|[一二12]档|保费)[^，,。；;\d花自住]{0,8}(差|便宜|贵|[多少](?=交|缴|出|掏|了?$))(了|着|出|交|缴|掏|是|个|的|上)*$/;

/** 起付线从15412涨起走: what it was before it rose. */
const ROSE_FROM = /([从由]|原来|本来|原先)的?(是|就是)?$/;
const RISING =
  /^(元|块)?钱?(开始|往上|一下子?|直接|又|就|都|要)*(涨|升|提|调|加到|降|减|变)/;

/** Whether the number is none of the person's bill. */
export function isNoBill(
  text: string,
  span: readonly [number, number],
  said: string,
): boolean {
  const before = nearBefore(text, span);
  return (
    QUOTED.test(text.slice(span[1])) ||
    WORDS_OF.test(text.slice(span[1])) ||
    isReference(text, span) ||
    isClaim(text, span) ||
    (STILL.test(before) && CONFIRM.test(text.slice(span[1]))) ||
    SUPPOSED.test(text.slice(Math.max(0, span[0] - 12), span[0])) ||
    isEither(text, span) ||
    SET_TO.test(before) ||
    AT_MOST.test(before) ||
    isOfYearBefore(text, span) ||
    ASKED_WHY.test(before) ||
    OF_A_YEAR.test(before) ||
    (THIS_YEAR.test(before) && OTHER_YEAR.test(text.slice(span[1]))) ||
    LIES_APART.test(before) ||
    (ROSE_FROM.test(before) && RISING.test(text.slice(span[1]))) ||
    (LIMIT_TOLD.test(before) && WHAT_IS_LEFT.test(text.slice(span[1]))) ||
    (said.startsWith("几") && !SPENT.test(before)) ||
    (BARE_YEAR.test(said) && !PAID.test(before))
  );
}

/** Conditions of a case that a message states or denies in so many words. */
import type { Knowledge } from "../knowledge/knowledge.js";
import type { Mention, Span } from "./meaning.js";
import type { ConceptHit } from "./mentions.js";

/** 签约和不签约, 签没签: both are asked. */
const BOTH_WAYS =
  /签[^，,。；;]{0,8}(和|跟|与|或者?|还是|、)(没有?|不|未)签|(没有?|不|未)签[^，,。；;]{0,8}(和|跟|与|或者?|还是|、)签/;

/** Contracted unless denied; asking whether one needs it says neither. */
export function familyDoctor(
  concepts: readonly ConceptHit[],
  plain: string,
): boolean | null {
  if (BOTH_WAYS.test(plain)) return null;
  const hits = concepts.filter(
    ({ concept }) => concept === "family_doctor_yes",
  );
  const no =
    concepts.some(({ concept }) => concept === "family_doctor_no") ||
    hits.some(({ denied }) => denied);
  if (no) return false;
  return hits.some(({ questioned }) => !questioned) ? true : null;
}

/** 登记了吗, 登记了没: asked, not told. */
const ASKED_AFTER = /^(吗|嘛|么|没|不|吧)/;

/** 还没上医保 of a child of this year: until the year is over it may still be registered. */
const NOT_YET = /还(没|未|冇|不曾)/;

/** Whether a child was registered in the year of its birth, where the words say; `bornThisYear` leaves open what was not done yet. */
export function registered(
  plain: string,
  concepts: readonly ConceptHit[],
  bornThisYear: boolean,
): boolean | null {
  if (concepts.some(({ concept }) => concept === "registered_no"))
    return bornThisYear && NOT_YET.test(plain) ? null : false;
  const yes = concepts.filter(({ concept }) => concept === "registered_yes");
  return yes.some(
    ({ denied, questioned, span }) =>
      !denied && !questioned && !ASKED_AFTER.test(plain.slice(span[1])),
  )
    ? true
    : null;
}

const BELOW =
  /(没|未|没有|都没|都没有|未曾)(超|用过|达到|到)(过|出)?(门诊)?(起付|门槛)?(?![\d一二三四五六七八九十百千万])/;
const DIGITS: Readonly<Record<string, number>> = {
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
};

const YEAR_BEFORE = "(?:去年度?|上一?年度?|前一年)";
/** 上年超过了起付线: no year below it. */
const ABOVE = new RegExp(
  `${YEAR_BEFORE}[^，,。；;没未不]{0,4}超(?:过|出)?了?(?:门诊)?(?:的)?(?:起付|门槛)`,
);
/** 上年没超过, 去年超了 and nothing else: of the deductible spoken of before. */
const BARE = new RegExp(
  `^(?:那|我|要是|如果)?${YEAR_BEFORE}(?:门诊)?(?:都|是)?(没有?|未)?超(?:过|出)?了?(?:的话|的)?呢?[。？?！!]?$`,
);

/** 起付线最多能降到多少: after as many years as a rule may ask for. */
const LOWEST =
  /(最低|最多|最大|最少)(就)?(能|可以|可)?(降|减)(到|成|至|低|少|了)?(?!一档)/;
export const MANY_YEARS = 99;

/** 去年前年都没超起付线 is two years, 连续三年没超 three, 去年超过了起付线 none. */
export function yearsBelow(
  plain: string,
  names: ReadonlySet<string>,
): number | null {
  const bare = BARE.exec(plain.trim());
  if (bare) return bare[1] === undefined ? 0 : 1;
  if (names.has("deductible") && LOWEST.test(plain)) return MANY_YEARS;
  if (ABOVE.test(plain)) return 0;
  if (!BELOW.test(plain)) return null;
  if (!names.has("deductible") && !/连续|起付|门槛/.test(plain)) return null;
  const counted = /([一两二三四五1-5])年[^，,。]{0,8}(没|未)/.exec(plain)?.[1];
  if (counted !== undefined)
    return DIGITS[counted] ?? Number.parseInt(counted, 10);
  if (/去年[和、跟]?前年|前年[和、跟到]?去年/.test(plain)) return 2;
  return /去年|上一?年|上年度/.test(plain) ? 1 : null;
}

/** 多少, 几成; or 比例, 起付线, 限额 where the question is no yes or no and asks not how. */
export function asksNumber(plain: string, names: ReadonlySet<string>): boolean {
  if (names.has("when") || /谁|哪个部门|哪一?级政府/.test(plain)) return false;
  if (/多少|好多|多钱|几多|几[块成元点]|几个(钱|点|百分点)/.test(plain))
    return true;
  return (
    !names.has("whether") &&
    !/怎|如何|咋/.test(plain) &&
    ["ratio", "limit", "deductible"].some((one) => names.has(one))
  );
}

/** 残疾证是二级的: the certificate with its grade, which is no level of a hospital. */
export function gradedDisability(
  mentions: readonly Mention[],
  plain: string,
  { vocabulary }: Knowledge,
): Mention[] {
  const grades: Span[] = [];
  const graded = mentions.map((mention) => {
    if (mention.facet !== "identity") return mention;
    const kind = vocabulary.label("identity", mention.value).replace(/人$/, "");
    const after =
      /^[^，,。；;！!？?]{0,6}?(?:([一二三四壹贰叁肆1-4])级|(重度))/.exec(
        plain.slice(mention.span[1]),
      );
    const grade = after?.[2] ?? (after?.[1] ? `${after[1]}级` : null);
    const named =
      grade !== null && vocabulary.resolve("identity", `${grade}${kind}`);
    if (!after || !named) return mention;
    const to = mention.span[1] + after[0].length;
    grades.push([to - (grade?.length ?? 0), to]);
    return { ...mention, value: named.id };
  });
  return graded
    .filter(
      ({ facet, span }) =>
        facet !== "institution" ||
        !grades.some(([from, to]) => from <= span[0] && span[1] <= to),
    )
    .map((mention) => {
      const { facet, span } = mention;
      const again =
        facet === "institution" &&
        FURTHER_GRADE.test(plain.slice(0, span[1])) &&
        vocabulary.resolve("identity", `${plain.slice(...span)}残疾`);
      return again
        ? { ...mention, facet: "identity", value: again.id }
        : mention;
    });
}
/** 残疾二级和三级: one more grade of what was named before it. */
const FURTHER_GRADE =
  /残[^，,。；;！!？?]{0,3}[一二三四1-4]级(的|残疾)?(和|跟|与|、|或者?|还是|还有)[一二三四1-4]级$/;

/** 糖尿病合并肾病严重并发症: the disease with its complication, told a few words later. */
export function withComplications(
  mentions: readonly Mention[],
  plain: string,
  { vocabulary }: Knowledge,
): Mention[] {
  return mentions.map((mention) => {
    if (mention.facet !== "disease") return mention;
    const rest = plain.slice(mention.span[1]);
    const after =
      COMPLICATED.exec(rest) ?? SHOWN.exec(rest) ?? OF_QUOTA.exec(rest);
    const name = plain.slice(...mention.span);
    const named =
      after && vocabulary.resolve("disease", `${name}合并严重并发症`);
    return after && named ? { ...mention, value: named.id } : mention;
  });
}
/** 糖尿病 烂脚了: the complication itself, told behind it. */
const SHOWN =
  /^(人)?[\s，,]{0,2}(都|已经?|现在|又)?(烂脚|脚烂|脚(都|也)?烂|眼底(病变|出血)|肾病|伤到?肾|截肢)/;
/** 糖尿病职工一个月多少, 糖尿病门诊慢性病限额: a quota is set for the one with complications alone. */
const OF_QUOTA =
  /^(的|城乡|居民|职工|医保|门诊|普通|慢特?病|慢性病|特病)*(一个?月|每个?月|月定额|定额|限额|额度)/;
const COMPLICATED =
  /^(?!.{0,12}(没|无|未|不))([，,\s]{1,2}(还|又|也|都|而且|并且|已经)?(有|合并|带|出现|伴))?[^，,。；;！!？?\s]{0,10}(严重)?并发症/;

/**
 * 国家补多少 asks what the treasury gives altogether; beside 省里 and 县里 the
 * central one is meant.
 */
function withoutState(mentions: readonly Mention[]): Mention[] {
  const isState = ({ facet, value }: Mention): boolean =>
    facet === "payer" && value === "state";
  const levels = mentions.some((one) => one.facet === "payer" && !isState(one));
  return levels
    ? mentions.map((one) => (isState(one) ? { ...one, value: "central" } : one))
    : mentions.filter((one) => !isState(one));
}

/** 省了多少, 省下好多: what is saved, and no province. */
export const withoutSaved = (
  plain: string,
  mentions: readonly Mention[],
): Mention[] =>
  mentions.filter(
    ({ facet, span }) =>
      facet !== "payer" || !/^省[了下]/.test(plain.slice(span[0])),
  );

/** 社区那边排了半天队, 我没去成社区: an office, where of no care is spoken. */
const OFFICE = /^社区$/;
const AT_OFFICE =
  /^(那边|那里|干部|居委会?|主任|网格|工作人员|小?[赵钱孙李周吴郑王刘陈张杨黄]|通知|催|叫我|喊我|让我|打电话|排队|说)/;
const OF_CARE = /看|药|诊|医院|病|报|甲类|乙类|签|起付|比例|限额|便宜|划算/;
export const withoutOffice = (
  plain: string,
  mentions: readonly Mention[],
): Mention[] =>
  mentions.filter(
    ({ facet, span }) =>
      facet !== "institution" ||
      !OFFICE.test(plain.slice(...span)) ||
      (OF_CARE.test(plain) && !AT_OFFICE.test(plain.slice(span[1]))),
  );

/** 在城里上班，没单位: whoever has no employer is in no employee insurance. */
function withoutEmployment(mentions: readonly Mention[]): Mention[] {
  const none = mentions.some(
    ({ facet, value, negated }) =>
      facet === "payer" && value === "employer" && negated,
  );
  return mentions.filter(
    ({ facet, value }) =>
      !(none && facet === "employment" && value === "employed"),
  );
}

/** 低保 said and denied in one message: the denial belongs to the other mention. */
export function settleMentions(said: readonly Mention[]): Mention[] {
  const mentions = withoutEmployment(withoutState(said));
  return mentions.filter(
    (mention, index) =>
      !mentions.some(
        (other, at) =>
          at < index &&
          other.facet === mention.facet &&
          other.value === mention.value &&
          other.negated === mention.negated,
      ),
  );
}

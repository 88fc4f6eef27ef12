/** Sentences about what a person pays. */
import { exact, percentText } from "../../engine/decimal.js";
import type { Figure } from "../../engine/result.js";
import type { ValueOf } from "../../knowledge/schema.js";
import type { Vocabulary } from "../../knowledge/vocabulary.js";
import type { Context } from "../dialogue/context.js";
import type { Case } from "../dialogue/tasks/payments.js";
import { figureText } from "./format.js";
import { figuresSentence } from "./verdict.js";

/** 妈妈（城乡低保对象）, 城乡低保对象, or 本人. */
export function personName(
  vocabulary: Vocabulary,
  label: string,
  tags: readonly string[],
): string {
  const who = tags.map((tag) => vocabulary.label("identity", tag)).join("、");
  if (label === "") return who === "" ? ORDINARY : who;
  return who === "" ? label : `${label}（${who}）`;
}

/** What a clause on aid gives without naming an amount; null for a kind that cannot be told so. */
export function aidText(
  who: string,
  { mode, share }: ValueOf<"aid">,
): string | null {
  switch (mode) {
    case "full":
      return `${who}·全额资助`;
    case "none":
      return `${who}·不享受资助`;
    case "share":
      return share === undefined
        ? null
        : `${who}·按个人缴费的${percentText(exact(share))}资助`;
    default:
      return null;
  }
}

/** Who pays the aid of a rule, how, and to whom of those it is given. */
interface PaidBy {
  payer: string;
  mode: ValueOf<"aid">["mode"];
  /** The identities that the rule names. */
  ground: readonly string[];
}

/** “城乡低保对象的个人缴费由财政部门全额资助。” */
export function payerText(
  { knowledge }: Context,
  { person, tags, result }: Case,
  { payer, mode, ground }: PaidBy,
): string {
  const names = [
    ...ground,
    ...ground.map((tag) => knowledge.vocabulary.label("identity", tag)),
  ];
  const aids = result.figures.filter(({ key }) => key === "contribution.aid");
  const [only, more] = aids;
  // Of several identities, each is aided by itself.
  const aid = more
    ? aids.find(({ for: whose }) =>
        whose?.identity?.split("、").every((tag) => names.includes(tag)),
      )
    : only;
  const named = more ? ground : tags;
  const who = personName(knowledge.vocabulary, person.label, named);
  const much = mode !== "full" && aid ? figureText(aid) : "";
  return `${who}的个人缴费由${payer}${mode === "full" ? "全额" : ""}资助${much}。`;
}

/** The conclusion: what each case pays, then how standard and aid stand to it. */
export function contributionLead(
  context: Context,
  cases: readonly Case[],
  open: readonly Case[],
): string[] {
  const figures = cases.flatMap(({ result }) => result.figures);
  const nets = figures.filter(
    ({ key }) => key === "contribution.net" || key === "contribution.total",
  );
  const shown =
    nets.length > 0
      ? nets
      : figures.filter(({ key }) => key !== "contribution.aid");
  const only = cases.length === 1 ? cases[0] : undefined;
  const whose =
    only && shown.length === 1 ? single(context, only) : shared(context, cases);
  const what = shown
    .map((figure) =>
      shown.length === 1
        ? figureText(figure)
        : `${figure.label}${figureText(figure)}`,
    )
    .join("；");
  const lines = [
    ...reliefLead(context, cases),
    ...aidLead(context, cases),
    shown.length === 1 ? `${whose}要交${what}。` : `${whose}：${what}。`,
  ];
  const named = [...cases, ...open].some(
    ({ person, tags }) => person.label !== "" || tags.length > 0,
  );
  for (const one of open) lines.push(openLine(context, one, named));
  return lines;
}

/** 普通居民有优惠没: that no aid is written for them comes before what they pay. */
function reliefLead(context: Context, cases: readonly Case[]): string[] {
  if (context.frame.flags.asks_relief !== true) return [];
  const [first] = cases;
  const isAided = ({ result }: Case): boolean =>
    result.figures.some(
      ({ key, value }) => key.startsWith(AID) && !exact(value).isZero(),
    );
  if (!first || isAided(first)) return [];
  const nameOf = ({ person, tags }: Case): string =>
    personName(context.knowledge.vocabulary, person.label, tags);
  const own = nameOf(first);
  const denied = first.result.figures.some(({ key }) => key === AID);
  if (denied) return [`文件写明${own}不享受参保资助。`];
  const aided = cases.find(isAided);
  if (!aided)
    return [`收录的文件没有规定对${own}的参保资助，按个人缴费标准交。`];
  // 老人有优惠不: beside the old person, one of such a family as the rule names.
  return aided.person.label === first.person.label &&
    first.tags.every((tag) => aided.tags.includes(tag))
    ? [`${own}本身没有参保资助，${nameOf(aided)}才有。`]
    : [];
}
const AID = "contribution.aid";

/** Asked for the aid, it comes before what is left to pay. */
function aidLead(context: Context, cases: readonly Case[]): string[] {
  if (!context.frame.aspects.includes("aid")) return [];
  const aids = cases.flatMap(({ result }) =>
    result.figures.filter(({ key }) => key.startsWith("contribution.aid")),
  );
  return aids.length === 0
    ? []
    : [`${shared(context, cases)}：${figuresSentence(aids)}。`];
}

/** What all cases have in common: place, person, year. */
function shared(context: Context, cases: readonly Case[]): string {
  const one = <T>(of: (one: Case) => T): T | undefined =>
    new Set(cases.map((item) => String(of(item)))).size === 1 && cases[0]
      ? of(cases[0])
      : undefined;
  const first = cases[0];
  const who = one(({ person, tags }) =>
    personName(context.knowledge.vocabulary, person.label, tags),
  );
  const same =
    first && one(({ year, school }) => periodName(year, school)) !== undefined;
  const tier = one(({ tier }) => tier ?? "") && first?.tier;
  const level = tier ? context.knowledge.vocabulary.label("tier", tier) : "";
  const named = one(({ person }) => person.label);
  return `${placed(context, who ?? ORDINARY, named !== undefined && named !== "")}${same ? periodName(first.year, first.school) : ""}${level}`;
}

/** 太原市城乡低保对象; of a person with a name: 妈妈在太原市. */
function placed({ placeLabel }: Context, who: string, named: boolean): string {
  if (who === ORDINARY) return placeLabel;
  return named ? `${who}在${placeLabel}` : `${placeLabel}${who}`;
}

const ORDINARY = "没有特殊身份的人";

function periodName(year: number, school: boolean): string {
  return school ? `${year}-${year + 1}学年` : `${year}年度`;
}

function single(
  context: Context,
  { year, school, tier, person, tags }: Case,
): string {
  const period = periodName(year, school);
  const level =
    tier === undefined ? "" : context.knowledge.vocabulary.label("tier", tier);
  const who = personName(context.knowledge.vocabulary, person.label, tags);
  return `${placed(context, who, person.label !== "")}${period}${level}个人`;
}

function openLine(
  context: Context,
  { year, school, person, tags, result }: Case,
  named: boolean,
): string {
  const who = named
    ? personName(context.knowledge.vocabulary, person.label, tags)
    : "";
  const period = periodName(year, school);
  if (result.status === "needs_info")
    return `${who}${period}交多少，要看属于哪一类、残疾是几级，请说得更具体些。`;
  return result.status === "not_held"
    ? `${who}${period}的标准没有收录，不能告诉您。`
    : `${who}${period}交多少，收录的文件没有规定。`;
}

/** “2023年度集中参保期截止2022年12月20日。” */
export function deadlineText(figure: Figure): string {
  return `${figure.label}：${figureText(figure)}。`;
}

/** “一档与二档相差”, with what both share before it. */
export function differenceLabel(
  shared: string,
  [a, b]: readonly [string, string],
): string {
  return `${shared}${bare(a, shared)}与${bare(b, shared)}相差`;
}

/** “二档比一档多375元。” */
export function differenceLead(
  shared: string,
  [a, b]: readonly [string, string],
  figure: Figure,
  sign: 1 | 0 | -1,
): string {
  if (sign === 0)
    return `${shared}${bare(a, shared)}与${bare(b, shared)}一样多，相差${figureText(figure)}。`;
  const [more, less] = sign > 0 ? [b, a] : [a, b];
  return `${shared}${bare(more, shared)}比${bare(less, shared)}多${figureText(figure)}。`;
}

/** Whether the rises of several payments are alike, said before each of them; nothing of a single one. */
export function risesLead(rises: readonly Figure[]): string[] {
  const [first] = rises;
  if (!first || rises.length < 2) return [];
  const alike = rises.every(({ value }) => value === first.value);
  return [alike ? `都涨了${figureText(first)}，涨得一样。` : "涨得不一样。"];
}

/** 本人（二档） is 本人 where both have the tier. */
const bare = (name: string, shared: string): string =>
  shared === ""
    ? name
    : name
        .replace(`（${shared}）`, "")
        .replace(`，${shared}）`, "）")
        .replace(shared, "");

/** Amounts are told where a share was asked for. */
export const NO_PERCENT =
  "多或少百分之几，文件没有写，这里不折算；下面只是金额。";

/** The payment was asked for as it would be without the aid. */
export const withoutAidText = (aside: readonly string[]): string =>
  `这是不算${aside.join("、")}的资助、按个人缴费标准要交的数。`;

/** A single payment, or several of which it is open which are set against each other. */
export const UNCLEAR_DIFFERENCE = "您想比较哪两样？";

/** The comparisons that the question may mean, each as a question of its own. */
export function differenceReadings(
  place: string,
  year: number | null,
  tiers: readonly string[],
  identities: readonly string[],
): string[] {
  const [low, high] = tiers;
  const when = year === null ? "" : `${year}年`;
  return [
    ...(low && high ? [`${place}${when}${high}比${low}多交多少`] : []),
    ...identities
      .slice(0, 1)
      .map((who) => `${place}${when}${who}比普通居民少交多少`),
    ...(year === null ? [] : [`${place}${year}年比${year - 1}年多交多少`]),
  ].slice(0, 3);
}

/** “重庆市一档一共要交670元：2022年度个人实缴320元；2023年度个人实缴350元。” */
export function sumLead(
  place: string,
  tier: string,
  total: Figure,
  parts: readonly Figure[],
): string {
  return `${place}${tier}一共要交${figureText(total)}：${figuresSentence(parts)}。`;
}

/** Several tiers and no word of how many persons pay each. */
export const UNCLEAR_SUM = "一个人只交一档的钱。几个人选哪一档？";

/** A sum over some of those told before, and the words leave open whom. */
export const ASK_PAYERS = "您要把哪几个人的加在一起？";

/** “您说的是家里哪一位改成特困人员？” */
export const askWhoChanges = (to: string): string =>
  `前面说的几个人里，哪一位改成${to}？`;

/** “重庆市2023年一档1人，二档1人一共要交多少” */
export function sumReadings(
  place: string,
  year: number,
  tiers: readonly string[],
): string[] {
  return [
    `${place}${year}年${tiers.map((tier) => `${tier}1人`).join("，")}，一共要交多少`,
    `${place}${year}年${tiers.join("和")}各要交多少`,
  ];
}

/** One of the payments to compare is open. */
export const NO_DIFFERENCE =
  "要比的几项里有收录的文件没有写明的，算不出相差多少。";

/** Several years are asked about together, and not which. */
export const ONLY_YEARLY =
  "费用是一年一年定的，往后几年的标准收录的文件没有写，几年合起来多少不能替您算；写明了的年度是：";

/** One of the payments to add up is open. */
export const NO_SUM = "要加的几项里有收录的文件没有写明的，算不出合计。";

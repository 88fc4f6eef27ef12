/** The amounts of a follow-up: which of those before they replace, and which they come to. */
import type { AmountRole, Meaning, Money } from "../../nlu/meaning.js";
import { SELF } from "./known.js";
import { isOutside, withOutside } from "./outside-part.js";
import { withLaterVisit } from "./later-visits.js";
import type { Frame } from "./state.js";

/** The amounts of a follow-up: added (加上门诊1万), or in the place of those before. */
export function amountsSaid(frame: Frame, meaning: Meaning): Money[] {
  const { amounts, task } = frame;
  const { concepts, plain } = meaning;
  const said = usedOf(frame, meaning);
  const mended = mendedIn(amounts, said, plain);
  if (mended) return mended;
  const later = withLaterVisit(frame, said, meaning);
  if (later) return later;
  if (tellsOtherClass(frame, said, meaning)) return [...amounts, ...said];
  const again = (task === "outpatient" ? SAME_DAY : AGAIN).test(plain);
  // 加上我妈也是监测户自付两万: a bill of her own, not more of the one before.
  const another = meaning.people.some(
    ({ label }) => label !== "" && label !== SELF,
  );
  if (!(concepts.includes("plus") && !another) && !again)
    return ONLY.test(plain) && said.every(({ role }) => CLASSES.includes(role))
      ? [...said]
      : withRoles(said, amounts);
  const [first] = amounts;
  return [
    ...amounts,
    ...said.map((one) =>
      one.role === "unknown" && first
        ? { ...one, role: first.role, eligible: first.eligible }
        : one,
    ),
  ];
}

/** 不是2万是3万, of a bill of 5万 with 2万 of it: the amount taken back, and the others stay; null where none of several is. */
function mendedIn(
  before: readonly Money[],
  said: readonly Money[],
  plain: string,
): Money[] | null {
  const [now, more] = said;
  const back = before.filter(({ text }) => plain.includes(`不是${text}`));
  const [taken, other] = back;
  const bare = now !== undefined && ["unknown", "total"].includes(now.role);
  if (before.length < 2 || !taken || other || !bare || more) return null;
  return before.map((one) =>
    one === taken
      ? { ...one, low: now.low, high: now.high, text: now.text, span: now.span }
      : one,
  );
}

/** 甲类80, then 乙类20, without a question: both of one bill. */
const tellsOtherClass = (
  { told, amounts }: Frame,
  said: readonly Money[],
  { followup, correction, asksNumber }: Meaning,
): boolean =>
  told === true &&
  !followup &&
  !correction &&
  !asksNumber &&
  amounts.length > 0 &&
  said.length > 0 &&
  [...amounts, ...said].every(({ role }) => CLASSES.includes(role)) &&
  said.every(({ role }) => amounts.every((one) => one.role !== role));

/** 我用了430, after a year's limit: so much of it is gone, and no bill. */
function usedOf(
  { amounts, aspects }: Frame,
  { amounts: said, plain }: Meaning,
): readonly Money[] {
  const [only, more] = said;
  const used =
    amounts.every(({ role }) => role === "paid_this_year") &&
    aspects.includes("limit") &&
    only !== undefined &&
    more === undefined &&
    ["unknown", "total"].includes(only.role) &&
    tellsUsed(plain);
  return used ? [{ ...only, role: "paid_this_year", spent: true }] : said;
}

/** 用了, 用掉, 报了, and no bill behind it. */
export const tellsUsed = (plain: string): boolean =>
  /(用|报)(了|掉|去|过)/.test(plain) && !/费用|药|住院|报多少|能报/.test(plain);

/** 要是只有甲类60呢: so much and nothing beside it. */
const ONLY = /只(有|花|开|买|看)|光(是|有|花|开)?[甲乙]类|单(是|独|纯)[甲乙]类/;

/** 后来又住院自付6000: what a year adds up to. */
const AGAIN = /^(后来|之后|然后|今年|下半年|年底)?又(?![说讲问聊想看回])/;
/** 同一天又花了甲类60: of one day, to which the limit of a day applies. */
const SAME_DAY =
  /^(那|要是|如果)?(今天|今儿)?(同一天|当天|同天|今天|今儿|[上下]午|中午|晚上|傍晚|早上)[^，,。\d]{0,4}[又再]|^[又再还][^。；;]{0,14}(同一天|当天|同天)/;

/** “如果是乙类呢”, “如果是住院呢”: the one amount said before is of the class or care said now. */
export function reclassed({ amounts: all, facets }: Frame): Money[] {
  const care = facets.care?.source === "said" ? facets.care.value : [];
  const amounts =
    care.length === 1 ? all.map((one) => ({ ...one, care: care[0] })) : all;
  const said = facets.class?.source === "said" ? facets.class.value : [];
  const [only] = said;
  const classes = amounts.filter(
    ({ role }) => role === "class_a" || role === "class_b",
  );
  const bill = amounts.filter(({ role }) => UNCLASSED.includes(role));
  // 甲类40乙类60，明天再花100: the class asked for is that of the bill that has none.
  const open = classes.length > 1 && bill.length === 1;
  const meant = classes.length > 0 && !open ? classes : bill;
  if (said.length !== 1 || meant.length !== 1) return amounts;
  const role = only === "a" ? ("class_a" as const) : ("class_b" as const);
  return amounts.map((one) => (meant.includes(one) ? { ...one, role } : one));
}

/** 花了80, 甲类: a bill of which the class is told later. */
const UNCLASSED: readonly AmountRole[] = ["total", "eligible", "unknown"];

/** What was already reimbursed, taken back: 要是上午没报过呢 of the day, 今年还没报过 of the year, 没报过 of both. */
export function withoutPaid(
  amounts: readonly Money[],
  { plain }: Pick<Meaning, "plain">,
): Money[] {
  const ofDay = /今天|今早|上午|下午|当天|同一?天|早上|刚才/.test(plain);
  const ofYear = /今年|年内|全年|这一年/.test(plain);
  return amounts.filter(
    ({ role }) =>
      !(role === "paid_today" && !ofYear) &&
      !(role === "paid_this_year" && !ofDay),
  );
}

/** 去年已经报了230，那今年呢, after it was taken for this year's: nothing of it is. */
export function withoutLastYears(
  amounts: readonly Money[],
  { plain, dates, amounts: said }: Pick<Meaning, "plain" | "dates" | "amounts">,
): Money[] {
  // 去年呢, after 今年用了320: what was paid in one year is not of another.
  if (said.length === 0 && dates.some(({ role }) => role === "year"))
    return amounts.filter(({ role }) => role !== "paid_this_year");
  const told = LAST_YEARS.exec(plain)?.groups?.sum;
  return amounts.filter(
    ({ role, low }) => role !== "paid_this_year" || low !== told,
  );
}
const LAST_YEARS =
  /(去年|上年|前年|上一年)(门诊|住院|就|是|才)*(已经|已|一共|总共)*(报|救助|支付|用)(销|过|了|掉|完)*(?<sum>\d+(\.\d+)?)/;

/** What a bill is measured by, no bill itself: it comes to the amounts before. */
const BESIDE: readonly AmountRole[] = [
  "rural_income",
  "urban_income",
  "enterprise_pension",
  "outpatient_last_year",
  "regular_deductible",
];

/** 不对，甲类是三十: the other class of the same bill stays as it was. */
const CLASSES: readonly AmountRole[] = ["class_a", "class_b"];

/** Whether a bill has both classes. */
export function hasBothClasses(amounts: readonly Money[]): boolean {
  return CLASSES.every((role) => amounts.some((one) => one.role === role));
}

/** What was already reimbursed comes to a bill; of one day or year only what was said last holds. */
function withPaid(before: readonly Money[], paid: readonly Money[]): Money[] {
  const told = paid.map((one) => ({
    ...one,
    role: one.role === "fund" ? ("paid_this_year" as const) : one.role,
    later: true as const,
  }));
  return [
    ...before.filter(({ role }) => !told.some((one) => one.role === role)),
    ...told,
  ];
}

/** “20万呢”: an amount without a role of its own takes the place of the one before. */
function withRoles(
  amounts: readonly Money[],
  before: readonly Money[],
): Money[] {
  const beside = withOutside(amounts, before);
  if (beside) return beside;
  const paid = amounts.filter(
    ({ role }) => role === "fund" || role.startsWith("paid_"),
  );
  // 我已经报了180, after a limit and no bill: so much of it is gone.
  if (paid.length === amounts.length) return withPaid(before, paid);
  if (amounts.every(({ role }) => BESIDE.includes(role)))
    return [
      ...before.filter(({ role }) => !amounts.some((one) => one.role === role)),
      ...amounts,
    ];
  const again = amounts.every(({ role }) => CLASSES.includes(role));
  if (again && hasBothClasses(before))
    return before.map(
      (one) => amounts.find(({ role }) => role === one.role) ?? one,
    );
  const bare = amounts.filter(
    ({ role }) => role === "unknown" || role === "total",
  );
  // 已经报了240呢, 说错了是210: what was said last is what is said anew.
  const later = before.findLast((one) => one.later);
  const [only, more] = amounts;
  if (later && only?.role === "unknown" && !more)
    return before.map((one) =>
      one === later
        ? { ...only, role: one.role, eligible: one.eligible, later: true }
        : one,
    );
  const bill = before.filter(
    ({ role }) =>
      role !== "paid_today" &&
      role !== "paid_this_year" &&
      !isOutside({ role }) &&
      !BESIDE.includes(role),
  );
  const last = bill[0];
  if (!last || bill.length !== 1 || bare.length !== 1 || amounts.length !== 1)
    return [
      // Another bill, after what was paid of the year before it.
      ...before.filter(
        ({ role }) =>
          role === "paid_this_year" &&
          !amounts.some((one) => one.role === role),
      ),
      ...amounts,
    ];
  const kept = before
    .filter((one) => one !== last && !isOutside(one))
    .map((one) => ({ ...one, later: undefined }));
  return [
    ...kept,
    ...amounts.map((one) => ({
      ...one,
      role: last.role,
      eligible: last.eligible || one.eligible,
      ...(last.wagePeriod && { wagePeriod: one.wagePeriod ?? last.wagePeriod }),
    })),
  ];
}

/**
 * What the fund paid of this year's limit, told by the bill: 花了480都报了,
 * 用掉260的额度; 花了480报了300, where what is left of the limit is asked.
 */
import { isSpent } from "./amount-roles.js";
import type { Mention, Money } from "./meaning.js";

/** Right behind an amount: all of it was paid. */
const ALL_PAID =
  /^(元|块)?钱?[，,\s]*(医保|基金|统筹)?(给)?(都|全|全部|全都|一分不少)(都|给|是|让)*(我|你|他|她)?(医保|基金|统筹)?(给)?报(销|掉|完|光|回)?(来)?(了|过|的|完)/;
/** Around an amount: so much of the limit is gone. */
const USED = /(用|花|刷|报)(掉|了|去|完|过)+$/;
const ALL_USED =
  /^(元|块)?钱?的?(额度|限额)?(就|都|早|全|已经|全部|给我?)*(用|报|花|刷)(完|光|满|没|尽)了(?!吧|吗|么|没|不)/;
const USED_UP = /(?<![费能可])用(掉|了|去|完|过)*$/;
const OF_CARE = /门诊|额度|限额|统筹/;
const OF_LIMIT = /^(元|块)?钱?的?(门诊)?(额度|限额)/;
/** What is left of the limit is asked: 还剩多少额度, 还能报好多, 额度还有没有. */
const ASKS_LEFT =
  /(还|只|就)?(剩|余)(下)?(多少|好多|几|没|不|吗)|还(能|可以|够)再?(报|用)|(额度|限额)[^，,。；;]{0,4}(还|剩|够|有)|还(有|剩)[^，,。；;]{0,4}(额度|限额)|还?有(没有?|没得|得)(剩|余)/;
/** Right behind an amount used: 用了320还剩多少, after the limit was told. */
const REST_BEHIND =
  /^(元|块)?钱?[，,\s]*(那|我|现在|今年)*(还|只|就)?(剩|余)(下)?(多少|好多|几)/;
const SO_FAR = /已经|今年|本年|累计|[一每全]年/;
const ASKS_LIMIT = /还(能|可以|够)再?(报|用)|额度|限额/;

/** The amounts with what was paid before in its own column, where the limit is asked about. */
export function paidSoFar(
  text: string,
  amounts: Money[],
  mentions: readonly Mention[],
): Money[] {
  const inHospital = mentions.some(
    ({ facet, value }) => facet === "care" && value === "inpatient",
  );
  if (inHospital) return amounts;
  const [only, more] = amounts;
  // 门诊今年230用完了: all of it is gone.
  if (
    only &&
    !more &&
    OF_CARE.test(text) &&
    ALL_USED.test(text.slice(only.span[1]))
  )
    return [{ ...only, role: "paid_this_year" }];
  if (!ASKS_LEFT.test(text)) return paidOfEarlier(text, amounts);
  const told = amounts.map((one): Money => {
    const behind = text.slice(one.span[1]);
    const before = text.slice(0, one.span[0]);
    const used = USED.test(before) && OF_LIMIT.test(behind);
    // 门诊用了320还剩多少: of a limit so much is used.
    const ofLimit = OF_CARE.test(text) || REST_BEHIND.test(behind);
    if (amounts.length === 1 && ofLimit && USED_UP.test(before))
      return { ...one, role: "paid_this_year", spent: true };
    return used || (isSpent(one.role) && ALL_PAID.test(behind))
      ? { ...one, role: "paid_this_year" }
      : one;
  });
  const bills = told.filter(({ role }) => isSpent(role)).length;
  const paid = told.filter(({ role }) => role === "fund");
  // 今年已经报了380，还剩多少: without a bill nothing else can be left.
  const onlyPaid = bills === 0 && SO_FAR.test(text);
  return paid.length > 0 &&
    paid.length >= bills &&
    (onlyPaid || ASKS_LIMIT.test(text))
    ? told.flatMap((one): Money[] =>
        isSpent(one.role)
          ? []
          : [one.role === "fund" ? { ...one, role: "paid_this_year" } : one],
      )
    : told;
}

/** 已经报了200了，今天又花了甲类100: paid before the bill was told, so of an earlier one. */
const PAID_BEFORE = /报(销)?(了|过|掉|完|到|去)+$/;
const OTHER_YEAR = /(去|前|上一?)年[^，,。；;]*$/;
const CLASSED = ["class_a", "class_b"];
const NEW_BILL = /今天|这[次回趟]|又|再(?!怎)|现在|刚/;
/** 报了36花了甲类60: in one breath the two are of one bill. */
const APART = /[，,。；;、\s]/;

function paidOfEarlier(text: string, amounts: Money[]): Money[] {
  const at = amounts.findLastIndex(
    ({ role, span }) =>
      role === "fund" && PAID_BEFORE.test(text.slice(0, span[0])),
  );
  const paid = amounts[at];
  if (!paid || OTHER_YEAR.test(text.slice(0, paid.span[0]))) return amounts;
  const before = amounts.slice(0, at);
  const settled = before.filter(({ role }) => role !== "fund");
  const later = amounts.slice(at + 1);
  const bill = later.find(({ role, span }) => {
    const between = text.slice(paid.span[1], span[0]);
    // Without a class what follows may be the whole of the same bill.
    return CLASSED.includes(role) && settled.length === 0
      ? APART.test(between) || NEW_BILL.test(between)
      : isBill(role) && NEW_BILL.test(between);
  });
  // 昨天甲类80报了48，今天又花甲类80: the bill of before is settled.
  const over = settled.every(
    ({ role, day }) => isBill(role) && day !== undefined,
  );
  return bill && over
    ? [
        ...before
          .filter(({ role }) => role === "fund")
          .concat(paid)
          .map((one): Money => ({ ...one, role: "paid_this_year" })),
        ...later,
      ]
    : amounts;
}
const isBill = (role: Money["role"]): boolean =>
  CLASSED.includes(role) || isSpent(role);

/** 3号报了50，今天又报了50: what was paid today comes to what was paid before. */
export function withTodayBesides(
  text: string,
  amounts: readonly Money[],
): Money[] {
  return amounts.flatMap((one, at): Money[] => {
    const before = amounts
      .slice(0, at)
      .findLast(({ role }) => role === "paid_this_year");
    const besides =
      one.role === "paid_today" &&
      before !== undefined &&
      /又|再(?!怎)|另外?/.test(text.slice(before.span[1], one.span[0]));
    return besides ? [{ ...one, role: "paid_this_year" }, one] : [one];
  });
}

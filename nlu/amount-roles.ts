/** What the words around an amount say of it: the column of the bill that it stands in. */
import type { AmountRole, Mention, Span } from "./meaning.js";
import type { Reading } from "./numbers/reading.js";

export interface Cue {
  role: AmountRole;
  span: Span;
  /** 累计 tells of what was paid before, unless the column itself is named: 自付累计9万. */
  weak?: boolean;
}
export interface ConceptHit {
  concept: string;
  span: Span;
  denied?: boolean;
}

const ROLE_OF: Readonly<Record<string, AmountRole>> = {
  role_total: "total",
  role_eligible: "eligible",
  role_self: "self",
  role_outside: "outside",
  role_fund: "fund",
  role_above: "above_deductible",
  deductible: "regular_deductible",
  quota_left: "quota_left",
  role_wage: "wage",
  role_rural_income: "rural_income",
  role_urban_income: "urban_income",
  role_pension: "enterprise_pension",
  role_last_year: "outpatient_last_year",
  today_before: "paid_today",
  year_before: "paid_this_year",
};
/** Where several cues stand before one amount, the more telling one wins. */
const WEIGHT: Readonly<Record<AmountRole, number>> = {
  regular_deductible: 10,
  quota_left: 10,
  wage: 10,
  rural_income: 10,
  urban_income: 10,
  enterprise_pension: 10,
  outpatient_last_year: 10,
  above_deductible: 9,
  start_of_part: 9,
  paid_today: 8,
  paid_this_year: 8,
  class_a: 7,
  class_b: 7,
  self: 6,
  outside: 5,
  beside: 5,
  fund: 4,
  eligible: 3,
  total: 1,
  unknown: 0,
};
const BREAK = /[，,。！？!?；;\n]/;
/** As far as the words of an amount are looked for, in characters. */
export const NEAR = 60;

/** The words of a message that tell what an amount is, in order. */
export function cues(
  concepts: readonly ConceptHit[],
  mentions: readonly Mention[],
): Cue[] {
  const found: Cue[] = [];
  for (const { concept, span, denied } of concepts) {
    const role = ROLE_OF[concept];
    // 去年没超过起付线: nothing is said to stand above it.
    if (role === "above_deductible" && denied) continue;
    if (role) found.push({ role, span });
    else if (concept === "accumulated")
      found.push({ role: "paid_this_year", span, weak: true });
  }
  for (const { facet, value, span, negated } of mentions)
    if (facet === "class" && !negated)
      found.push({ role: value === "a" ? "class_a" : "class_b", span });
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

/** The stretch of text around an amount in which its cues are looked for. */
export function stretch(
  text: string,
  readings: readonly Reading[],
  index: number,
): Span {
  const [from, to] = readings[index]?.span ?? [0, 0];
  const previous = readings[index - 1]?.span[1] ?? 0;
  const next = readings[index + 1]?.span[0] ?? text.length;
  let start = from;
  while (start > previous && !BREAK.test(text[start - 1] ?? "")) start--;
  let end = to;
  while (end < next && !BREAK.test(text[end] ?? "")) end++;
  return [start, end];
}

/** 花了2200政策范围内的: what was spent is said to be inside the catalogues; 花了3万政策范围内能报 says it of nothing. */
function calledEligible(
  text: string,
  after: readonly Cue[],
  to: number,
): boolean {
  return after.some(
    ({ role, span }) =>
      role === "eligible" &&
      span[0] - to <= 1 &&
      /^(的(?!报销|比例)|费用|部分|$|[，,。；;！!？?])/.test(
        text.slice(span[1]),
      ),
  );
}

/** 花了1万，都是合规的: what a clause says that says nothing else, of the amounts before it. */
const NOTHING_ELSE = /^[都全均是的为属于部那些、和这笔钱]*$/;
const OF_AMOUNTS: readonly AmountRole[] = ["above_deductible", "eligible"];

function toldBehind(
  text: string,
  all: readonly Cue[],
  amount: number,
): AmountRole | null {
  const clause = text.slice(amount, amount + NEAR).search(BREAK);
  const end = amount + clause;
  if (clause < 0) return null;
  const length = text.slice(end + 1, end + 1 + NEAR).search(BREAK);
  const [from, to] = [end + 1, length < 0 ? text.length : end + 1 + length];
  const own = all.filter(({ span }) => span[0] >= from && span[1] <= to);
  let besides = text.slice(from, to);
  for (const { span } of own)
    besides = besides.replace(text.slice(...span), "");
  if (!NOTHING_ELSE.test(besides)) return null;
  return (
    OF_AMOUNTS.find((role) => own.some((one) => one.role === role)) ?? null
  );
}

/** Columns of the person's own part: what comes to them is no payment of the fund. */
const COLUMNS: readonly AmountRole[] = ["self", "eligible"];

/** 花了 or no word at all: what else is said of the amount decides. */
export function isSpent(role: AmountRole): boolean {
  return role === "total" || role === "unknown";
}

/** 去年门诊没超过起付线 今年花了1500: what is told of this year is none of last year. */
const THIS_YEAR = /[今本]年/;

/** The column of the bill that one amount stands in, and whether it is said to be inside the catalogues. */
export function roleOf(
  text: string,
  all: readonly Cue[],
  [start, end]: Span,
  [from, to]: Span,
): { role: AmountRole; eligible: boolean } {
  const before = all.filter(
    ({ role, span }) =>
      span[0] >= start &&
      span[1] <= from &&
      (role !== "regular_deductible" || from - span[1] <= 2) &&
      (role !== "outpatient_last_year" ||
        !THIS_YEAR.test(text.slice(span[1], from))),
  );
  const after = all.filter(({ span }) => span[0] >= to && span[1] <= end);
  const eligible = [...before, ...after].some(
    ({ role }) => role === "eligible",
  );
  const close = after.filter(
    ({ span, role }) =>
      span[0] - to <= 2 && role !== "fund" && role !== "regular_deductible",
  );
  const left = after.find(
    ({ role, span }) => role === "quota_left" && span[0] - to <= 1,
  );
  if (left) return { role: "quota_left", eligible };
  const named = before.filter(({ weak }) => weak !== true);
  const column = named.some(({ role }) => COLUMNS.includes(role));
  const pool = before.length === 0 ? close : column ? named : before;
  // 甲类今年已报180: of that class, and yet what was paid of it.
  const paid = before.findLast(
    ({ role, span }) => role === "fund" && from - span[1] <= 1,
  );
  const best =
    paid ?? [...pool].sort((a, b) => WEIGHT[b.role] - WEIGHT[a.role])[0];
  const role = best?.role ?? "unknown";
  const told = toldBehind(text, all, to);
  if (told !== null && (isSpent(role) || role === "eligible"))
    return { role: told, eligible: true };
  if (isSpent(role) && calledEligible(text, after, to))
    return { role: "eligible", eligible };
  const inside = before.some((cue) => cue.role === "eligible");
  // 合规自费5万: paid by oneself, yet inside the catalogues.
  return {
    role: role === "outside" && inside ? "self" : role,
    eligible: eligible || told !== null,
  };
}

/**
 * A bill through every layer that the place's notices allow: basic insurance,
 * catastrophic insurance, medical assistance, special assistance, the ceiling.
 * What the layers pay, what the person bears, what is above the ceiling and
 * what no held notice decides always sum to the whole.
 */
import { type Case, valueOf } from "../case.js";
import type { FactId } from "../request.js";
import type { CalcResult } from "../result.js";
import { amount, type Quantity } from "../trace.js";
import { type Assistance, assistanceLayer, isYearly } from "./assistance.js";
import { type Catastrophic, catastrophicLayer } from "./catastrophic.js";
import { inpatientLayer } from "./inpatient.js";
import { outpatientLayer } from "./outpatient.js";
import { isRefused, missing, pick, type Refused } from "./pick.js";
import { absent, last, type Part, stopped } from "./settlement-end.js";
import { unsaid } from "./unsaid.js";

/** The bill on its way through the layers. */
interface Passage {
  parts: Part[];
  /** What the person still bears. */
  rest: Quantity;
  /** What of it does not count into the next layer. */
  leftOut: Quantity;
  care: "inpatient" | "outpatient";
  /** Eligible expense of the bill, where it is known. */
  expense: Quantity | undefined;
  /** Whether a ceiling on what the person bears stands in the place of the next layer. */
  ceiling: boolean;
}

const NOTHING = amount("0");

/** Computes the whole chain for one bill and one person. */
export function settlement(one: Case): CalcResult {
  const result = passThrough(one);
  return isRefused(result) ? unsaid(one, result, settlement) : result;
}

function passThrough(one: Case): CalcResult | Refused {
  const { facts } = one;
  if (facts.reasonable_left !== undefined)
    return last(one, fresh(one.money("reasonable_left") ?? NOTHING));
  const burden = leftAfterInsurance(one);
  if (burden) return fromAssistance(one, burden, givenBurden(one));
  if (
    facts.eligible_self_paid !== undefined ||
    facts.eligible_expense !== undefined
  )
    return fromCatastrophic(one, {
      ...fresh(one.money("eligible_self_paid") ?? NOTHING),
      expense: one.money("eligible_expense"),
    });
  const basic = basicLayer(one);
  if (isRefused(basic)) return afterUndecided(one, basic);
  return basic.care === "inpatient" && !basic.ceiling
    ? fromCatastrophic(one, basic)
    : fromAssistance(one, basic, burdenOf(one, basic));
}

function fresh(rest: Quantity): Passage {
  return {
    parts: [],
    rest,
    leftOut: NOTHING,
    care: "inpatient",
    expense: undefined,
    ceiling: false,
  };
}

/** Facts that only one kind of care has. */
const INPATIENT_ONLY: readonly FactId[] = [
  "above_deductible",
  "regular_deductible",
  "admission",
  "outpatient_last_year",
  "eligible_year_before",
];
const OUTPATIENT_ONLY: readonly FactId[] = [
  "class_a",
  "class_b",
  "family_doctor",
  "paid_today",
  "eligible_before",
  "years_below_deductible",
];

function basicLayer(one: Case): Passage | Refused {
  const { facts } = one;
  const said = (all: readonly FactId[]): boolean =>
    all.some((fact) => facts[fact] !== undefined);
  const outpatientCare =
    !said(INPATIENT_ONLY) &&
    (said(OUTPATIENT_ONLY) || facts.institution === "pharmacy");
  return outpatientCare ? throughOutpatient(one) : throughInpatient(one);
}

function throughOutpatient(one: Case): Passage | Refused {
  const visit = outpatientLayer(one);
  if (isRefused(visit)) return visit;
  const part = {
    key: "outpatient.fund",
    label: "基本医保支付",
    fund: visit.fund,
  };
  return { ...fresh(visit.self), parts: [part], care: "outpatient" };
}

function throughInpatient(one: Case): Passage | Refused {
  const stay = inpatientLayer(one);
  if (isRefused(stay)) return stay;
  const parts = [
    { key: "inpatient.fund", label: "基本医保支付", fund: stay.fund },
  ];
  if (stay.aboveCeiling)
    parts.push({
      key: "catastrophic.fund",
      label: "大额医疗费统筹支付",
      fund: stay.aboveCeiling,
    });
  return {
    ...fresh(stay.self),
    parts,
    leftOut: stay.leftOut ?? NOTHING,
    expense: one.money("eligible"),
    ceiling: stay.ceiling,
  };
}

/** Basic insurance is not decided: the amount after it, where a later layer can be computed from it. */
function afterUndecided(one: Case, why: Refused): Refused {
  if (why.missing !== undefined) return why;
  const bands = pick(one, "catastrophic.bands");
  if (bands.kind === "rule")
    return missing(
      one,
      valueOf(bands.rule, "bands").base === "expense"
        ? "eligible_expense"
        : "eligible_self_paid",
    );
  if (pick(one, "catastrophic.deductible").kind === "rule")
    return missing(one, "eligible_self_paid");
  const assisted = assistanceLayer(one, {
    inpatientYear: undefined,
    inpatient: undefined,
    outpatient: undefined,
  });
  return isRefused(assisted) &&
    assisted.missing !== undefined &&
    assisted.missing !== "monitored"
    ? assisted
    : why;
}

function fromCatastrophic(one: Case, passage: Passage): CalcResult | Refused {
  const { rest, expense, leftOut } = passage;
  const known =
    one.facts.eligible_self_paid !== undefined || passage.parts.length > 0;
  const self = known ? lessLeftOut(one, rest, leftOut) : undefined;
  const layer = catastrophicLayer(one, { self, expense });
  if (isRefused(layer)) {
    if (layer.missing !== undefined) return layer;
    const decided = passage.parts.length > 0;
    if ((known || decided) && absent(one, layer, "大病保险"))
      return fromAssistance(one, passage, burdenOf(one, passage));
    return decided ? stopped(one, passage) : layer;
  }
  if (!layer.fund) return openEnd(one, passage, layer);
  const fund = known
    ? one.trace.settle(
        "大病保险支付",
        layer.fund,
        layer.fund.value.gt(rest.value) ? [rest] : [],
      )
    : layer.fund;
  const part = { key: "catastrophic.fund", label: "大病保险支付", fund };
  const parts = [...passage.parts, part];
  if (!known && expense)
    return stopped(one, {
      ...passage,
      parts,
      rest: one.trace.minus("基本医保支付和个人负担", expense, fund),
    });
  const next = {
    ...passage,
    parts,
    rest: one.trace.minus("大病保险后个人负担", rest, fund),
    leftOut: layer.deductibleCounts ? NOTHING : layer.deductible,
  };
  return fromAssistance(one, next, burdenOf(one, next));
}

/** The amount that enters is known, what is paid of it is not. */
function openEnd(
  one: Case,
  passage: Passage,
  { entering, deductible }: Catastrophic,
): CalcResult {
  one.figure("catastrophic.entering", "进入大病保险的金额", entering);
  one.figure("catastrophic.deductible", "大病保险起付线", deductible);
  const rest = amount(passage.rest.value, [
    ...new Set([...passage.rest.citations, ...entering.citations]),
  ]);
  return stopped(one, { ...passage, rest });
}

type Burden = Parameters<typeof assistanceLayer>[1];

function givenBurden(one: Case): Burden {
  return {
    inpatientYear: one.money("eligible_self_paid_inpatient"),
    inpatient: one.money("inpatient_left"),
    outpatient: one.money("general_outpatient_left"),
  };
}

function leftAfterInsurance(one: Case): Passage | undefined {
  const { inpatientYear, inpatient, outpatient } = givenBurden(one);
  const given = isYearly(one) ? [inpatientYear] : [inpatient, outpatient];
  const parts = given.filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  return fresh(
    amount(parts.reduce((sum, part) => sum.plus(part.value), NOTHING.value)),
  );
}

/** What is left of the bill, as the amount that the place's assistance counts. */
function burdenOf(one: Case, { rest, leftOut, care }: Passage): Burden {
  const counted = lessLeftOut(one, rest, leftOut);
  const yearly = isYearly(one);
  const none = {
    inpatientYear: undefined,
    inpatient: undefined,
    outpatient: undefined,
  };
  if (care === "outpatient")
    return yearly ? none : { ...none, outpatient: counted };
  return yearly
    ? { ...none, inpatientYear: counted }
    : { ...none, inpatient: counted };
}

function lessLeftOut(one: Case, rest: Quantity, leftOut: Quantity): Quantity {
  return leftOut.value.isZero()
    ? rest
    : one.trace.minus("计入下一层的部分", rest, leftOut);
}

function fromAssistance(
  one: Case,
  passage: Passage,
  burden: Burden,
): CalcResult | Refused {
  const counted = [burden.inpatientYear, burden.inpatient, burden.outpatient];
  if (counted.every((part) => part === undefined)) return last(one, passage);
  if (passage.rest.value.isZero() && passage.parts.length > 0)
    return last(one, passage);
  const layer: Assistance | Refused = assistanceLayer(one, burden);
  if (isRefused(layer)) {
    if (layer.missing !== undefined) return layer;
    if (passage.parts.length === 0) return layer;
    return absent(one, layer, "医疗救助")
      ? last(one, passage)
      : stopped(one, passage);
  }
  const part = {
    key: "assistance.fund",
    label: "医疗救助支付",
    fund: layer.fund,
  };
  const rest = passage.leftOut.value.isZero()
    ? layer.self
    : one.trace.minus("救助后个人负担", passage.rest, layer.fund);
  return last(one, { ...passage, parts: [...passage.parts, part], rest });
}

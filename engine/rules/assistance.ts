/**
 * Medical assistance, the third layer, for listed persons. Two shapes: a
 * year's inpatient amount above a threshold, or what is left of this request
 * after every insurance, with a yearly limit that outpatient care shares.
 */
import type { Provision, Rule } from "../../knowledge/schema.js";
import { type Case, valueOf } from "../case.js";
import type { FactId } from "../request.js";
import type { CalcResult } from "../result.js";
import { reaches, type Selection } from "../select.js";
import { amount, type Quantity } from "../trace.js";
import { sum } from "./bill.js";
import { isRefused, missing, type Refused, undecided } from "./pick.js";

const RATIO = "assistance.ratio";
const THRESHOLD = "assistance.threshold";
const CAP = "assistance.cap";
const CAP_OUTPATIENT = "assistance.cap_outpatient";
/** The tag of those whom the fact `monitored` is about. */
const MONITORED = "乡村振兴部门监测对象";

/** What the layer comes to. */
export interface Assistance {
  fund: Quantity;
  self: Quantity;
  yearLeft: Quantity | undefined;
}

/** The amounts that assistance may be asked for. */
export interface Burden {
  inpatientYear: Quantity | undefined;
  inpatient: Quantity | undefined;
  outpatient: Quantity | undefined;
}

/** Computes the assistance of a case. */
export function assistance(one: Case): CalcResult {
  const layer = assistanceLayer(one, {
    inpatientYear: one.money("eligible_self_paid_inpatient"),
    inpatient: one.money("inpatient_left"),
    outpatient: one.money("general_outpatient_left"),
  });
  if (isRefused(layer)) return layer.result();
  one.figure("assistance.fund", "医疗救助支付", layer.fund);
  one.figure("assistance.self", "救助后个人负担", layer.self);
  if (layer.yearLeft)
    one.figure("assistance.year_left", "本年度还可救助", layer.yearLeft);
  return one.answered();
}

/**
 * Whether a year's inpatient amount above a threshold counts for the person.
 * A place may set thresholds for some of those whom it assists.
 */
export function isYearly(one: Case): boolean {
  const tags = tagsOf(one).all;
  const stated = (topic: string): Provision[] =>
    one.knowledge.jurisdictions
      .chain(one.place)
      .flatMap((place) => one.knowledge.provisions(place, topic));
  const reached = (topic: string): boolean =>
    stated(topic).some(({ who }) => reaches(who, tags));
  return (
    stated(THRESHOLD).length > 0 && (reached(THRESHOLD) || !reached(RATIO))
  );
}

/** What assistance pays, or why that is not decided. */
export function assistanceLayer(
  one: Case,
  burden: Burden,
): Assistance | Refused {
  const tags = tagsOf(one);
  const ratio = one.selectForPerson(RATIO, { tags: tags.all });
  if (ratio.kind !== "rule") return refusedFor(one, ratio);
  return isYearly(one)
    ? ofTheYear(one, ratio.rule, burden.inpatientYear, tags)
    : ofTheRequest(one, ratio.rule, burden, tags.all);
}

interface Tags {
  all: ReadonlySet<string>;
  /** Monitoring was neither said nor denied. */
  open: boolean;
}

/** The person's tags; where monitoring would decide and was not said, as if monitored. */
function tagsOf(one: Case): Tags {
  const { monitored } = one.facts;
  if (monitored === true || one.tags.has(MONITORED))
    return { all: new Set([...one.tags, MONITORED]), open: false };
  if (monitored === false) return { all: one.tags, open: false };
  const with_ = new Set([...one.tags, MONITORED]);
  const found = one.select(RATIO, { tags: with_ });
  const depends = found.kind === "rule" && one.select(RATIO).kind !== "rule";
  return depends ? { all: with_, open: true } : { all: one.tags, open: false };
}

/** Nobody in particular is asked who they are; a person whom no list names gets the list. */
function refusedFor(
  one: Case,
  found: Exclude<Selection, { kind: "rule" }>,
): Refused {
  if (found.kind === "needs") {
    const { rules } = found;
    const onlyMonitored = rules.every(({ who }) =>
      [...(who.all ?? []), ...(who.any ?? [])].includes(MONITORED),
    );
    // Who else the person is changes nothing where only monitored persons are assisted.
    if (
      found.facet === "identity" &&
      one.facts.monitored === false &&
      onlyMonitored
    )
      return undecided(one, {
        kind: "unlisted",
        facet: "identity",
        rules,
        others: [],
      });
    return missing(one, found.facet as FactId);
  }
  return undecided(one, found);
}

function ofTheYear(
  one: Case,
  rule: Rule,
  whole: Quantity | undefined,
  tags: Tags,
): Assistance | Refused {
  const threshold = one.selectForPerson(THRESHOLD, { tags: tags.all });
  if (threshold.kind !== "rule") return refusedFor(one, threshold);
  if (tags.open) return missing(one, "monitored");
  if (!whole) return missing(one, "eligible_self_paid_inpatient");
  const { trace } = one;
  const above = trace.minus(
    "超过起付标准的部分",
    whole,
    one.quantity(threshold.rule),
  );
  const computed = trace.times("按比例救助", above, one.quantity(rule));
  const cap = capOf(one, CAP, tags.all);
  if (isRefused(cap)) return cap;
  const year = trace.settle("全年应救助", computed, cap ? [cap] : []);
  const before = one.soFar("assisted_this_year", "本年度已获医疗救助多少");
  const fund = before.value.isZero()
    ? year
    : trace.minus("医疗救助支付", year, before);
  const paid = before.value.isZero()
    ? fund
    : trace.plus("本年度救助合计", [before, fund]);
  return {
    fund,
    self: trace.minus("救助后个人负担", whole, paid),
    yearLeft: cap && trace.minus("本年度还可救助", cap, paid),
  };
}

function ofTheRequest(
  one: Case,
  rule: Rule,
  { inpatient, outpatient }: Burden,
  tags: ReadonlySet<string>,
): Assistance | Refused {
  if (!inpatient && !outpatient) return missing(one, "inpatient_left");
  const { trace } = one;
  const cap = capOf(one, CAP, tags);
  if (isRefused(cap)) return cap;
  const outpatientCap = outpatient && capOf(one, CAP_OUTPATIENT, tags);
  if (isRefused(outpatientCap)) return outpatientCap;
  const share = one.quantity(rule);
  const parts: Quantity[] = [];
  const limits: Quantity[] = [];
  if (inpatient) parts.push(trace.times("住院按比例救助", inpatient, share));
  if (outpatient) {
    const part = trace.times("普通门诊按比例救助", outpatient, share);
    const left =
      outpatientCap &&
      remaining(
        one,
        "普通门诊还可救助",
        outpatientCap,
        one.soFar(
          "assisted_outpatient_this_year",
          "本年度已获普通门诊救助多少",
        ),
      );
    if (left && inpatient && part.value.gt(left.value))
      parts.push(trace.lesser("普通门诊救助", part, left));
    else parts.push(part);
    if (left && !inpatient) limits.push(left);
  }
  const yearLeft =
    cap && remaining(one, "本年度还可救助", cap, assistedSoFar(one));
  if (yearLeft) limits.push(yearLeft);
  const computed = sum(one, "按比例救助合计", parts);
  const fund = trace.settle("医疗救助支付", computed, limits);
  const whole = sum(one, "救助前个人负担", [
    ...(inpatient ? [amount(inpatient.value, share.citations)] : []),
    ...(outpatient ? [amount(outpatient.value, share.citations)] : []),
  ]);
  return {
    fund,
    self: trace.minus("救助后个人负担", whole, fund),
    yearLeft: yearLeft && trace.minus("救助后本年度还剩", yearLeft, fund),
  };
}

/** What a limit still allows. */
function remaining(
  one: Case,
  label: string,
  cap: Quantity,
  used: Quantity,
): Quantity {
  return used.value.isZero() ? cap : one.trace.minus(label, cap, used);
}

/** All assistance of the year so far; at least that for outpatient care, which is part of it. */
function assistedSoFar(one: Case): Quantity {
  const outpatient = one.money("assisted_outpatient_this_year");
  if (one.facts.assisted_this_year !== undefined || !outpatient?.value.gt(0))
    return one.soFar("assisted_this_year", "本年度已获医疗救助多少");
  one.assume(
    `没有说本年度已获医疗救助多少，按其中普通门诊的${outpatient.text}元计算`,
  );
  return outpatient;
}

/** A cap for the person; undefined where there is none, or the notice says that there is none. */
function capOf(
  one: Case,
  topic: string,
  tags: ReadonlySet<string>,
): Quantity | undefined | Refused {
  const found = one.selectForPerson(topic, { tags });
  if (found.kind === "rule") {
    if (valueOf(found.rule, "cap").amount !== null)
      return one.quantity(found.rule);
    one.cite(found.rule);
    return undefined;
  }
  return found.kind === "other_time" ? undecided(one, found) : undefined;
}

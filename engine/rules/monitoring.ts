/** Monitoring against poverty by illness: from which burden of a year on somebody is monitored. */
import type { Rule } from "../../knowledge/schema.js";
import type { Case } from "../case.js";
import { moneyText } from "../decimal.js";
import { identityOf } from "../identity.js";
import type { FactId, Facts } from "../request.js";
import type { CalcResult } from "../result.js";
import { reaches } from "../select.js";
import type { Quantity } from "../trace.js";
import { pick, refused } from "./pick.js";

const THRESHOLD = "monitoring.threshold";
/** The group of persons in hardship, who are those that assistance is for. */
const HARDSHIP = "hardship";

/** Computes the threshold, and whether the burden reaches it. */
export function monitoring(one: Case): CalcResult {
  const picked = pick(one, THRESHOLD, { facets: { group: groupOf(one) } });
  if (picked.kind !== "rule") return refused(one, picked).result();
  const threshold = thresholdOf(one, picked.rule);
  if (typeof threshold === "string") return one.needs(threshold);
  one.add({
    key: "monitoring.threshold",
    type: "money",
    label: "监测预警标准",
    value: moneyText(threshold.value),
    unit: "元",
    citations: [...threshold.citations],
  });
  const paid = one.money("self_paid");
  if (paid) addCovered(one, picked.rule, paid, threshold);
  return one.answered();
}

/** Somebody whom assistance is for is in hardship, whatever their insurance (“其他参保人员” are the others); else the group that was said. */
function groupOf(one: Case): string | undefined {
  const { group } = one.facts;
  const { vocabulary } = one.knowledge;
  const byIdentity =
    group !== undefined && !vocabulary.value("group", group)
      ? identityOf(vocabulary, [group]).tags
      : [];
  const tags = new Set([...one.tags, ...byIdentity]);
  const named = one.knowledge
    .provisions(one.place, "assistance.ratio")
    .some(({ who }) => (who.all ?? who.any) && reaches(who, tags));
  if (!named) return group;
  if (group !== HARDSHIP) one.assume("按困难群众计算");
  return HARDSHIP;
}

/** The threshold, or the income that must be known for it. */
function thresholdOf(one: Case, rule: Rule): Quantity | FactId {
  const { value } = rule;
  if (value.kind !== "ratio") return one.quantity(rule);
  const fact = (value.of ?? "self_paid") as FactId & keyof Facts;
  const income = one.money(fact);
  if (!income) return fact;
  const share = one.quantity(rule);
  return share.value.eq(1)
    ? { ...income, citations: share.citations }
    : one.trace.times("监测预警标准", income, share);
}

/** “及以上” includes the threshold itself, “超过” does not. */
function addCovered(
  one: Case,
  rule: Rule,
  paid: Quantity,
  threshold: Quantity,
): void {
  const included = "bound" in rule.value && rule.value.bound === "at_least";
  const covered = included
    ? paid.value.gte(threshold.value)
    : paid.value.gt(threshold.value);
  one.assume("按享受三重保障和各类补助以后的全年个人负担计算");
  one.add({
    key: "monitoring.covered",
    type: "boolean",
    label: "是否纳入监测",
    value: String(covered),
    unit: "",
    citations: [...threshold.citations],
  });
}

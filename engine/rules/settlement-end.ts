/** How the chain of layers ends: with special assistance and the ceiling, or where no held notice goes on. */
import { type Case, valueOf } from "../case.js";
import type { CalcResult } from "../result.js";
import { amount, type Quantity } from "../trace.js";
import { isRefused, missing, type Refused } from "./pick.js";
import { specialLayer } from "./special-assistance.js";

/** What one layer pays. */
export interface Part {
  key: string;
  label: string;
  fund: Quantity;
}

/** Whether the layer does not exist for the case, so that the chain goes on without it; told as assumed. */
export function absent(one: Case, { why }: Refused, layer: string): boolean {
  if (why?.kind === "unlisted" && why.facet === "identity") return true;
  if (why?.kind !== "nothing" && why?.kind !== "not_a_rule") return false;
  one.assume(`收录的文件没有规定${layer}怎么算，按没有这一层计算`);
  return true;
}

function addParts(one: Case, parts: readonly Part[]): void {
  for (const { key, label, fund } of parts) one.figure(key, label, fund);
}

/** The person bears the rest, at most the ceiling. */
function finish(one: Case, parts: readonly Part[], rest: Quantity): CalcResult {
  const found = one.selectForPerson("ceiling.amount");
  const rule = found.kind === "rule" ? found.rule : undefined;
  if (!rule) {
    one.figure("settlement.person", "个人负担", rest);
    addParts(one, parts);
    return one.answered();
  }
  const ceiling = one.quantity(rule);
  const over = rest.value.gt(valueOf(rule, "amount").amount);
  const person = over
    ? one.trace.lesser("封顶以内个人负担", rest, ceiling)
    : amount(rest.value, [
        ...new Set([...rest.citations, ...ceiling.citations]),
      ]);
  const above = one.trace.minus("超出封顶的部分", rest, ceiling);
  one.figure("settlement.person", "个人负担", person);
  addParts(one, parts);
  one.figure("settlement.above_ceiling", "超出封顶、由兜底机制化解", above);
  return one.answered();
}

/** No held notice says how the rest goes on: it stays open. */
export function stopped(
  one: Case,
  { parts, rest }: { parts: readonly Part[]; rest: Quantity },
): CalcResult {
  addParts(one, parts);
  one.figure("settlement.open", "收录的文件没有写怎么分担的部分", rest);
  return one.answered();
}

/** Special assistance and the ceiling, on everything reasonable that is left. */
export function last(
  one: Case,
  passage: { parts: readonly Part[]; rest: Quantity },
): CalcResult | Refused {
  const outside = one.money("reasonable_outside");
  if (!outside && one.facts.reasonable_left === undefined) {
    if (countsOutside(one)) return missing(one, "reasonable_outside");
    one.assume("没有说目录外费用，只算政策范围内的部分");
  }
  const left = outside
    ? one.trace.plus("剩余的合理医疗费用", [
        passage.rest,
        amount(outside.value, groundsOf(one)),
      ])
    : passage.rest;
  const alone = passage.parts.length === 0;
  if (left.value.isZero() && !alone) return finish(one, passage.parts, left);
  const layer = specialLayer(one, left);
  // Where no layer before decided anything, this one must.
  if (isRefused(layer))
    return layer.missing !== undefined || (alone && !layer.reached)
      ? layer
      : finish(one, passage.parts, left);
  const part = {
    key: "special_assistance.fund",
    label: "特殊救助支付",
    fund: layer.fund,
  };
  return finish(one, [...passage.parts, part], layer.self);
}

/** Whether reasonable expense outside the catalogues counts for this person: for special assistance or the ceiling. */
function countsOutside(one: Case): boolean {
  return ["special_assistance.ratio", "ceiling.amount"].some(
    (topic) => one.selectForPerson(topic).kind === "rule",
  );
}

/** The clause on the reasonable expense that is left; nothing where no clause reaches the person. */
function groundsOf(one: Case): readonly number[] {
  const found = one.selectForPerson("special_assistance.ratio");
  return found.kind === "rule" ? one.cite(found.rule) : [];
}

/** Numbers that must agree with one another: splits, aid, derived figures, bands, windows. */
import { Decimal } from "decimal.js";
import type { Provision } from "../schema.js";
import { evaluate, numbersIn } from "./formula.js";
import type { Subject } from "./subject.js";

export function checkResults(subject: Subject): void {
  for (const provision of subject.notice.provisions) {
    checkDerived(subject, provision);
    checkAid(subject, provision);
    checkBands(subject, provision);
    checkWindow(subject, provision);
  }
  checkSplits(subject);
}

/** The one number of a provision, where it has one. */
function numberOf({ value }: Provision): string | null {
  switch (value.kind) {
    case "amount":
    case "deductible":
      return value.amount;
    case "cap":
      return value.amount;
    case "ratio":
      return value.ratio;
    case "points":
      return value.points;
    default:
      return null;
  }
}

const equal = (a: Decimal.Value, b: Decimal.Value): boolean =>
  new Decimal(a).equals(b);

function checkDerived(subject: Subject, provision: Provision): void {
  const { derived } = provision;
  if (!derived) return;
  const report = (message: string): void =>
    subject.provisionProblem(provision, "derived", message);
  const sources: string[] = [];
  for (const id of derived.from) {
    const source = subject.provision(id);
    const number = source && numberOf(source);
    if (number) sources.push(number);
    else report(`推算所据的“${id}”不是本文件里带数字的规定；请核对编号`);
  }
  const result = evaluate(derived.formula);
  if (result === null) {
    report(`算式“${derived.formula}”读不懂；只用数字和 + − ×，如 350 − 30`);
    return;
  }
  for (const number of numbersIn(derived.formula))
    if (!sources.some((source) => equal(source, number)))
      report(
        `算式里的 ${number} 不是所据规定的数（${sources.join("、")}）；请核对`,
      );
  const own = numberOf(provision);
  if (own !== null && !equal(own, result))
    report(`${derived.formula} 得 ${result.toFixed()}，写的是 ${own}；请核对`);
}

/** Aid recomputed from the contribution of the same coverage year, where the notice states it. */
function checkAid(subject: Subject, provision: Provision): void {
  const { value } = provision;
  if (value.kind !== "aid") return;
  const report = (part: string, message: string): void =>
    subject.provisionProblem(provision, `value › ${part}`, message);
  if (value.mode === "share" && value.share === undefined)
    report("share", "按比例资助要写 share（比例）");
  if (["fixed", "payable"].includes(value.mode) && value.amount === undefined)
    report("amount", "定额资助要写 amount（金额）");
  if (value.paid_by !== undefined && !provision.quote.includes(value.paid_by))
    subject.provisionProblem(
      provision,
      "paid_by",
      `“${value.paid_by}”不在原文里；请照原文写是谁出的`,
    );
  if (value.payers && value.amount !== undefined) {
    const sum = value.payers.reduce(
      (total, { amount }) => total.plus(amount),
      new Decimal(0),
    );
    if (!sum.equals(value.amount))
      report(
        "payers",
        `各方出资合计 ${sum.toFixed()}，资助额是 ${value.amount}；请核对`,
      );
  }
  const standard = standardFor(subject, provision);
  if (standard === null || value.amount === undefined) return;
  const share = value.mode === "full" ? "1" : value.share;
  if (value.mode !== "full" && value.mode !== "share") return;
  const wanted = new Decimal(standard).times(share ?? "0");
  if (!wanted.equals(value.amount))
    report(
      "amount",
      `个人缴费 ${standard} 元按 ${share ?? "0"} 资助应是 ${wanted.toFixed()}，写的是 ${value.amount}；请核对`,
    );
}

function standardFor(subject: Subject, provision: Provision): string | null {
  const found = subject.notice.provisions.filter(
    ({ topic, period, where, who, value }) =>
      topic === "contribution.standard" &&
      value.kind === "amount" &&
      period.of === provision.period.of &&
      period.from === provision.period.from &&
      where.tier?.join() === provision.where.tier?.join() &&
      Object.keys(who).length === 0,
  );
  const only = found.length === 1 ? found[0] : undefined;
  return only ? numberOf(only) : null;
}

function checkBands(subject: Subject, provision: Provision): void {
  const { value } = provision;
  if (value.kind !== "bands") return;
  value.bands.forEach((band, index) => {
    const before = value.bands[index - 1];
    if (band.to !== null && new Decimal(band.to).lessThanOrEqualTo(band.over))
      subject.provisionProblem(
        provision,
        "value › bands",
        `第 ${index + 1} 段的上限 ${band.to} 不大于下限 ${band.over}；请核对`,
      );
    if (before && (before.to === null || !equal(before.to, band.over)))
      subject.provisionProblem(
        provision,
        "value › bands",
        `第 ${index + 1} 段从 ${band.over} 起，上一段到 ${before.to ?? "无上限"}，没有接上；请核对`,
      );
  });
}

function checkWindow(subject: Subject, provision: Provision): void {
  const { value } = provision;
  if (value.kind !== "window") return;
  if (value.from === null && value.to === null)
    subject.provisionProblem(
      provision,
      "value",
      "期间的开始和结束都是空的，请至少写一个",
    );
  if (value.from !== null && value.to !== null && value.from > value.to)
    subject.provisionProblem(
      provision,
      "value",
      `开始 ${value.from} 晚于结束 ${value.to}；请对调或核对`,
    );
}

/** The parts of the subsidy of one year, place and kind of student make up the whole. */
function checkSplits(subject: Subject): void {
  const groups = new Map<string, Provision[]>();
  for (const provision of subject.notice.provisions) {
    if (provision.topic !== "subsidy.part") continue;
    const { area, student_of } = provision.where;
    const key = [
      provision.period.from,
      area?.join(),
      student_of?.join(),
    ].join();
    groups.set(key, [...(groups.get(key) ?? []), provision]);
  }
  for (const parts of groups.values()) {
    const first = parts[0];
    const whole = subject.notice.provisions.find(
      ({ topic, period }) =>
        topic === "subsidy.total" && period.from === first?.period.from,
    );
    const total = whole && numberOf(whole);
    if (!first || !total) continue;
    const sum = parts.reduce(
      (all, part) => all.plus(numberOf(part) ?? 0),
      new Decimal(0),
    );
    if (!sum.equals(total))
      subject.provisionProblem(
        first,
        "value › amount",
        `各级补助（${parts.map((part) => numberOf(part)).join(" + ")}）合计 ${sum.toFixed()}，补助标准是 ${total}；请核对`,
      );
  }
}

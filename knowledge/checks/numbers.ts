/** Every number of a provision stands in its quotation, in Arabic or Chinese numerals. */
import { lastDayOfMonth } from "../dates.js";
import { findFigures, type TextFigure } from "../figures.js";
import { readNumeral } from "../numerals.js";
import type { Provision } from "../schema.js";
import { squeeze } from "../text.js";
import { correct } from "./corrections.js";
import { type Stated, statedNumbers } from "./stated.js";
import { brief, type Subject } from "./subject.js";

export function checkNumbers(subject: Subject): void {
  for (const provision of subject.notice.provisions) {
    for (const stated of statedNumbers(provision))
      checkNumber(subject, provision, stated);
    checkRivals(subject, provision);
    checkWording(subject, provision);
  }
}

function checkNumber(
  subject: Subject,
  provision: Provision,
  stated: Stated,
): void {
  const { quote, at } = narrow(subject, provision);
  if (stands(at, stated)) return;
  // Facts and windows may take a number from the sentence beside their own.
  const { kind } = provision.value;
  if (
    (kind === "text" || kind === "window") &&
    everywhere(subject, provision).some((text) => stands(text, stated))
  )
    return;
  const where = provision.at === undefined ? "引文" : "at 指出的半句";
  const there = findFigures(at)
    .filter(({ kind }) => stated.kinds.includes(kind))
    .map(({ text }) => text);
  const elsewhere =
    provision.at !== undefined && stands(quote, stated)
      ? "（引文的别处有这个数，请改 at）"
      : "";
  subject.provisionProblem(
    provision,
    `value › ${stated.part}`,
    `写的是 ${stated.value}，但${where}“${brief(at)}”里没有这个数${there.length > 0 ? `，那里的数是：${there.join("、")}` : ""}${elsewhere}；请核对数字或引文`,
  );
}

/** Of several amounts or ratios, `at` holds the words with the provision's own and no other. */
function checkRivals(subject: Subject, provision: Provision): void {
  if (provision.force !== "rule") return;
  const stated = statedNumbers(provision).filter(({ bound }) => bound);
  const own = stated.map(({ value }) => value);
  const { at } = narrow(subject, provision);
  if (LISTS.test(at)) return;
  for (const { kinds, value } of stated) {
    const figures = findFigures(at).filter(({ kind }) => kinds.includes(kind));
    const stand = figures.filter((figure) => own.includes(figure.value));
    if (stand.length === 0 || stand.length === figures.length) continue;
    subject.provisionProblem(
      provision,
      "at",
      `${provision.at === undefined ? "引文" : "at "}里有几个同类的数（${[...new Set(figures.map(({ text }) => text))].join("、")}）；请用 at 只抄出写着 ${value} 的半句`,
    );
    return;
  }
}

/** “分别为65%和50%” cannot be cut; which is whose is checked by the order. */
const LISTS = /分别/;

/** The quotation and the words in it that hold the number, source errors read as recorded. */
export function narrow(
  subject: Subject,
  provision: Provision,
): { quote: string; at: string } {
  const quote = correct(
    subject.notice,
    provision.clause,
    squeeze(provision.quote),
  );
  const words = provision.at === undefined ? undefined : squeeze(provision.at);
  const known = words !== undefined && quote.includes(words);
  return { quote, at: known ? words : quote };
}

function everywhere(subject: Subject, provision: Provision): string[] {
  return [
    narrow(subject, provision).quote,
    ...provision.context.map(({ clause, quote }) =>
      correct(subject.notice, clause, squeeze(quote)),
    ),
  ];
}

/** Whether the text states the number, in figures or in the words allowed for it. */
export function stands(text: string, stated: Stated): boolean {
  return (
    (stated.words?.test(text) ?? false) ||
    findFigures(text).some((figure) => same(figure, stated)) ||
    (stated.kinds.includes("count") && counted(text, stated.value))
  );
}

/** A small count that makes a word with what it counts: 五落实, 三重. */
function counted(text: string, value: string): boolean {
  return [...text.matchAll(/([二两三四五六七八九十])[一-龥]/g)].some(
    ([, numeral = ""]) => readNumeral(numeral) === value,
  );
}

/** Whether a figure of a text is the number. */
export function same(figure: TextFigure, stated: Stated): boolean {
  if (!stated.kinds.includes(figure.kind)) return false;
  if (figure.value === stated.value) return true;
  switch (figure.kind) {
    case "year":
      return [`${figure.value}-01-01`, `${figure.value}-12-31`].includes(
        stated.value,
      );
    case "month":
      return [`${figure.value}-01`, lastDayOfMonth(figure.value)].includes(
        stated.value,
      );
    case "day":
      return stated.value.endsWith(`-${figure.value}`);
    default:
      return false;
  }
}

/** Our own wording of a fact names no number that the quoted words do not hold. */
function checkWording(subject: Subject, provision: Provision): void {
  if (provision.value.kind !== "text") return;
  const texts = everywhere(subject, provision);
  const held = [...texts, headDates(subject)].flatMap((text) => [
    ...findFigures(text),
  ]);
  const ours = squeeze(provision.value.says).replace(
    /“([^”]*)”/g,
    (all, said) =>
      squeeze(provision.quote).includes(said as string) ? "" : all,
  );
  for (const figure of findFigures(ours)) {
    // “两个目录” is our counting, not a figure of the document.
    if (figure.kind === "count" && !/\d/.test(figure.text)) continue;
    const known = held.some(
      ({ kind, value }) =>
        value === figure.value &&
        (kind === figure.kind || counts(kind) === counts(figure.kind)),
    );
    if (!known && !derivable(figure, held))
      subject.provisionProblem(
        provision,
        "value › says",
        `我们的说法里有“${figure.text}”，引文和旁证里没有；请照引文改`,
      );
  }
}

/** The days that the notice itself bears, which our wording may name. */
function headDates({ notice }: Subject): string {
  const { issued, in_force, number } = notice;
  return [issued, in_force.from, in_force.to, number].join("；");
}

const counts = (kind: string): boolean =>
  ["period", "count", "age"].includes(kind);

/** A year or month of a date that is quoted, or the other way round. */
function derivable(figure: TextFigure, held: readonly TextFigure[]): boolean {
  return held.some(
    ({ value }) =>
      value.startsWith(`${figure.value}-`) ||
      figure.value.startsWith(`${value}-`) ||
      figure.value.endsWith(`-${value}`) ||
      value.endsWith(`-${figure.value}`),
  );
}

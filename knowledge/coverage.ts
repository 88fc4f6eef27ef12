/**
 * Figure coverage: every figure of every clause is modelled by a provision,
 * named by the head of the notice, quoted only with a reason, or missed.
 */
import { correct } from "./checks/corrections.js";
import { same } from "./checks/numbers.js";
import { type Stated, statedNumbers } from "./checks/stated.js";
import { documentWords } from "./checks/terms.js";
import { findFigures, type TextFigure } from "./figures.js";
import type { Knowledge } from "./knowledge.js";
import type { Notice, Provision } from "./schema.js";
import { occurrences, squeeze } from "./text.js";
import type { Vocabulary } from "./vocabulary.js";

export type Coverage = "modelled" | "quoted" | "missed";

export interface CoveredFigure {
  notice: string;
  clause: string;
  figure: TextFigure;
  /** The figure with what stands around it. */
  around: string;
  how: Coverage;
  /** Ids of the provisions that model it, 文件自身 for title and dates, or the reason it is quoted only. */
  by: string[];
}

/** A passage of a clause and what is said about the figures in it. */
interface Passage {
  from: number;
  to: number;
  provision: Provision | null;
  reason: string | null;
}

/** Every figure of the notice with how it is covered, in the order of the text. */
export function coverageOf(
  notice: Notice,
  { vocabulary }: Pick<Knowledge, "vocabulary">,
): CoveredFigure[] {
  const passages = passagesByClause(notice);
  return notice.clauses.flatMap(({ id, text }) => {
    const squeezed = correct(notice, id, squeeze(text));
    return findFigures(squeezed).map((figure) => ({
      notice: notice.id,
      clause: id,
      figure,
      around: around(squeezed, figure),
      ...cover(
        figure,
        (passages.get(id) ?? []).filter(
          ({ from, to }) => from <= figure.from && figure.to <= to,
        ),
        squeezed,
        notice,
        vocabulary,
      ),
    }));
  });
}

function around(text: string, { from, to }: TextFigure): string {
  return `${text.slice(Math.max(0, from - 12), from)}【${text.slice(from, to)}】${text.slice(to, to + 10)}`;
}

function cover(
  figure: TextFigure,
  passages: readonly Passage[],
  text: string,
  notice: Notice,
  vocabulary: Vocabulary,
): { how: Coverage; by: string[] } {
  const models = passages.flatMap(({ provision }) =>
    provision && holds(provision, figure, vocabulary) ? [provision.id] : [],
  );
  if (models.length > 0) return { how: "modelled", by: models };
  if (ofHead(figure, text, notice))
    return { how: "modelled", by: ["文件自身"] };
  const reasons = passages.flatMap(({ reason }) => reason ?? []);
  return reasons.length > 0
    ? { how: "quoted", by: reasons }
    : { how: "missed", by: [] };
}

function passagesByClause(notice: Notice): Map<string, Passage[]> {
  const texts = new Map(
    notice.clauses.map(({ id, text }) => [
      id,
      correct(notice, id, squeeze(text)),
    ]),
  );
  const all = new Map<string, Passage[]>();
  const add = (
    clause: string,
    quote: string,
    provision: Provision | null,
    reason: string | null,
  ): void => {
    const words = correct(notice, clause, squeeze(quote));
    const found = occurrences(texts.get(clause) ?? "", words).map((from) => ({
      from,
      to: from + words.length,
      provision,
      reason,
    }));
    all.set(clause, [...(all.get(clause) ?? []), ...found]);
  };
  for (const provision of notice.provisions)
    for (const { clause, quote } of [provision, ...provision.context])
      add(clause, quote, provision, null);
  for (const { clause, quote, reason } of notice.quotedOnly)
    add(clause, quote, null, reason);
  return all;
}

/** Whether the provision holds the figure: as its number, period, condition or in its wording. */
function holds(
  provision: Provision,
  figure: TextFigure,
  vocabulary: Vocabulary,
): boolean {
  return (
    statedNumbers({ ...provision, derived: undefined }).some((stated) =>
      same(figure, stated),
    ) ||
    counted(provision).some((stated) => same(figure, stated)) ||
    inPeriod(provision, figure) ||
    wordings(provision, vocabulary).some((wording) =>
      findFigures(squeeze(wording)).some((other) => alike(other, figure)),
    )
  );
}

/** Numbers of a value that its calculator reads without their standing as its amount. */
function counted({ value }: Provision): Stated[] {
  const count = (number: number | undefined): Stated[] =>
    number === undefined
      ? []
      : [
          {
            part: "",
            kinds: ["count", "period"],
            value: String(number),
            bound: false,
          },
        ];
  if (value.kind === "deductible_change")
    return [...count(value.from_count), ...count(value.to_count)];
  if (value.kind === "aid" && value.payers && value.payers.length > 1)
    return [{ part: "", kinds: ["ratio"], value: "5:5", bound: false }];
  return [];
}

function inPeriod({ period }: Provision, { kind, value }: TextFigure): boolean {
  if (!["date", "month", "year"].includes(kind)) return false;
  return [period.from, period.to].some((day) => day?.startsWith(value));
}

/** Our wording of a fact and the words of whom and where. */
function wordings(
  { value, who, where }: Provision,
  vocabulary: Vocabulary,
): string[] {
  const says = value.kind === "text" ? [value.says] : [];
  const words = (facet: string, ids: readonly string[] = []): string[] =>
    ids.flatMap((id) => {
      const entry = vocabulary.value(facet, id);
      return entry ? documentWords(id, entry) : [];
    });
  return [
    ...says,
    ...words("identity", who.all),
    ...words("identity", who.any),
    ...Object.entries(where).flatMap(([facet, ids]) => words(facet, ids)),
  ];
}

const COUNTS: readonly string[] = ["count", "period", "age"];

function alike(a: TextFigure, b: TextFigure): boolean {
  if (a.kind === b.kind) return a.value === b.value;
  if (COUNTS.includes(a.kind) && COUNTS.includes(b.kind))
    return a.value === b.value;
  // 2022年12月31日 in our wording covers 12月31日 of the text, and 2022年底.
  return (
    a.value.endsWith(`-${b.value}`) ||
    b.value.endsWith(`-${a.value}`) ||
    a.value.startsWith(`${b.value}-`)
  );
}

/** Figures of the document's own title, number and dates. */
function ofHead(figure: TextFigure, text: string, notice: Notice): boolean {
  const { title, issued, in_force } = notice;
  const titled = occurrences(text, squeeze(title)).some(
    (from) => from <= figure.from && figure.to <= from + squeeze(title).length,
  );
  return (
    titled ||
    (figure.kind === "date" &&
      [issued, in_force.from, in_force.to].includes(figure.value))
  );
}

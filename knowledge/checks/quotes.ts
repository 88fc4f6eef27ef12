/** Quotations: each stands once inside the clause it names, and is a whole sentence or part of one between ； and 。. */
import type { Provision } from "../schema.js";
import { lineage, occurrences, squeeze } from "../text.js";
import { brief, type Subject } from "./subject.js";

export function checkQuotes(subject: Subject): void {
  for (const provision of subject.notice.provisions) {
    const report = (part: string, message: string): void =>
      subject.provisionProblem(provision, part, message);
    if (checkPassage(subject, provision.clause, provision.quote, report))
      checkEnds(subject, provision, report);
    checkAt(provision, report);
    for (const { clause, quote } of provision.context) {
      if (!provision.derived && !related(subject, provision.clause, clause))
        report(
          "context",
          `旁证取自“${clause}”，与“${provision.clause}”不在同一部分；请引同一条或者它上面标题里的话`,
        );
      checkPassage(subject, clause, quote, (_, message) =>
        report("context", message),
      );
    }
  }
  subject.notice.quotedOnly.forEach(({ clause, quote }, index) => {
    const text = subject.clause(clause);
    if (text === undefined || !text.includes(squeeze(quote)))
      subject.report(
        "provisions.yaml",
        `quoted_only › 第${index + 1}项`,
        text === undefined
          ? `没有“${clause}”这一条；请核对条款编号`
          : `在“${clause}”里找不到“${brief(quote)}”；请照原文改`,
      );
  });
}

type Report = (part: string, message: string) => void;

/** Whether the quotation stands exactly once in the clause. */
function checkPassage(
  subject: Subject,
  clause: string,
  quote: string,
  report: Report,
): boolean {
  const text = subject.clause(clause);
  if (text === undefined) {
    report("clause", `没有“${clause}”这一条；请核对条款编号`);
    return false;
  }
  const wanted = squeeze(quote);
  const found = occurrences(text, wanted).length;
  if (found === 1) return true;
  if (found > 1)
    report(
      "quote",
      `“${brief(wanted)}”在“${clause}”里有 ${found} 处；请多引几个字，使它只有一处`,
    );
  else report("quote", notFound(subject, clause, wanted, text));
  return false;
}

/** Where the words stop agreeing with the clause, or which clause does hold them. */
function notFound(
  subject: Subject,
  clause: string,
  wanted: string,
  text: string,
): string {
  const other = subject.notice.clauses.find(({ id }) =>
    subject.clause(id)?.includes(wanted),
  );
  if (other)
    return `在“${clause}”里找不到“${brief(wanted)}”，它在“${other.id}”里；请改条款编号`;
  let agreed = 0;
  for (let length = Math.min(wanted.length, 400); length > 3; length -= 1)
    if (text.includes(wanted.slice(0, length))) {
      agreed = length;
      break;
    }
  if (agreed === 0)
    return `在“${clause}”里找不到“${brief(wanted)}”；请照原文抄写`;
  const at = text.indexOf(wanted.slice(0, agreed)) + agreed;
  return `在“${clause}”里找不到这句话：“…${wanted.slice(Math.max(0, agreed - 8), agreed)}”之后引文写“${wanted.slice(agreed, agreed + 8)}”，原文是“${text.slice(at, at + 8)}”；请照原文改`;
}

const BEFORE = /[。；;：:！？!?]$/;
const AFTER = /[。；;：:！？!?]$/;

/** A quotation is not cut out of the middle of a sentence. */
function checkEnds(
  subject: Subject,
  provision: Provision,
  report: Report,
): void {
  const clause = subject.notice.clauses.find(
    ({ id }) => id === provision.clause,
  );
  if (!clause) return;
  const quote = squeeze(provision.quote);
  const text = subject.clause(provision.clause) ?? "";
  const from = text.indexOf(quote);
  const to = from + quote.length;
  const lines = lineStarts(clause.text);
  const rest = text.slice(to).replace(/^["”’』」)）]+/, "");
  const before = text.slice(0, from).replace(/["”’』」)）]+$/, "");
  if (
    from > 0 &&
    !BEFORE.test(before) &&
    !lines.has(from) &&
    !HEADING.test(before)
  )
    report(
      "quote",
      `引文从半句开始，前面还有“…${text.slice(Math.max(0, from - 10), from)}”；请从句号或分号之后引起`,
    );
  if (
    rest !== "" &&
    !AFTER.test(quote) &&
    !/^[。；;：:！？!?]/.test(rest) &&
    !lines.has(to)
  )
    report(
      "quote",
      `引文停在半句，后面还有“${text.slice(to, to + 10)}…”；请引到句号或分号`,
    );
}

/** A clause heading that the converter left on the same line as its text. */
const HEADING = /^[一二三四五六七八九十]+、[^。；;，,]{4,30}$/;

/** Where lines begin, counted without white space. */
function lineStarts(text: string): Set<number> {
  const starts = new Set<number>();
  let at = 0;
  for (const line of text.split("\n")) {
    starts.add(at);
    at += squeeze(line).length;
  }
  return starts;
}

function checkAt(provision: Provision, report: Report): void {
  if (provision.at === undefined) return;
  const found = occurrences(squeeze(provision.quote), squeeze(provision.at));
  if (found.length !== 1)
    report(
      "at",
      found.length === 0
        ? `“${brief(provision.at)}”不在引文里；请照引文里的字抄`
        : `“${brief(provision.at)}”在引文里有 ${found.length} 处；请多抄几个字`,
    );
}

/** Same clause, a clause above, or under the same top clause; unnumbered parts (前言、落款) belong to all. */
function related(subject: Subject, clause: string, other: string): boolean {
  const { clauses } = subject.notice.clean;
  const top = (id: string): string => lineage(id, clauses).at(-1) ?? id;
  const unnumbered = (id: string): boolean =>
    !/^[（一二三四五六七八九十\d]/.test(id);
  return top(clause) === top(other) || unnumbered(clause) || unnumbered(other);
}

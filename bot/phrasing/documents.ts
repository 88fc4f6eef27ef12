/** Sentences about documents: what they are, whether they hold, what a clause says. */
import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Clause, Notice } from "../../knowledge/schema.js";
import { whomToAsk } from "./fixed.js";
import { clauseText, dateText, documentName, listText } from "./format.js";

const KINDS: Readonly<Record<Notice["kind"], string>> = {
  binding: "政府部门正式文件",
  plan: "工作方案",
  guidance: "指导下级部门的文件",
  interpretation: "政策解读，只作说明，不是标准的依据",
  commentary: "没有发文机关的文章，不是政策文件，不能作依据",
};

/** What the document is and whether it still holds, as far as the held text shows. */
export function noticeLead(
  notice: Notice,
  on: string,
  place: string,
): string[] {
  const { in_force, status, confirmed_to } = notice;
  const name = documentName(notice);
  if (notice.kind === "commentary")
    return [
      `${name}是${KINDS.commentary}。`,
      "里面的数字我不会当作规定回答您。",
    ];
  const start = in_force.from ? `，自${dateText(in_force.from)}起施行` : "";
  const standing =
    status === "expired"
      ? "所持文本标明已失效。"
      : on > confirmed_to
        ? `所持文本没有写失效，但收录的内容只能证明到${dateText(confirmed_to)}，今天是否仍执行请向经办机构核实。`
        : "所持文本没有标明失效。";
  return [
    `${name}${status === "expired" ? "已经失效" : "收录在案"}：${place}的${KINDS[notice.kind]}${start}。${standing}`,
    `发文机关：${notice.issuers.join("、") || "所持文本未载"}；印发日期：${notice.issued ? dateText(notice.issued) : "所持文本未载"}；${notice.form === "fragment" ? "收录的是片段" : "收录的是全文"}，共${notice.clauses.length}条。`,
  ];
}

/** What shows the document and its standing: its first clause, and the one that says from when it holds. */
export function openingOf(notice: Notice): { id: string; text: string }[] {
  const { clauses } = notice;
  const first = clauses.find(({ id }) => id === "题头") ?? clauses[0];
  const force = forceOf(notice);
  return [...(force ? [force] : []), ...(first && !force ? [first] : [])];
}

/** The sentence that says from when the document holds. */
export function forceOf({
  clauses,
}: Notice): { id: string; text: string } | undefined {
  return clauses
    .flatMap(({ id, text }) =>
      text
        .split(/(?<=[。；])/)
        .map((sentence) => ({ id, text: sentence.trim() })),
    )
    .findLast(({ text }) => IN_FORCE.test(text));
}

/** “本通知自发布之日起施行”. */
export const IN_FORCE = /自.{1,16}起(施行|执行|实施)/;

/** Leads to the clause texts, which follow as citations. */
export function clauseLead(
  notice: Notice,
  shown: readonly Clause[],
  all: number,
): string[] {
  const ids = listText(shown.map(({ id }) => clauseText(id)));
  const rest =
    all > shown.length
      ? `这一条下面共有${all}款，先读前${shown.length}款。`
      : "";
  const what =
    notice.kind === "commentary"
      ? "这是一篇没有发文机关的文章，不是政策文件。"
      : "";
  return [`${documentName(notice)}${ids}的原文在下面。${rest}${what}`];
}

export function noSuchClause(notice: Notice, clause: string): string[] {
  const ids = notice.clauses.map(({ id }) => id);
  return [
    `${documentName(notice)}里没有“${clause}”这一条。`,
    `它的条款有：${ids.slice(0, 30).join("、")}${ids.length > 30 ? "等" : ""}。`,
  ];
}

export function documentNotHeld(
  number: string,
  mentioned: readonly Notice[],
  knowledge: Knowledge,
): string[] {
  const essays = mentioned.filter(({ kind }) => kind === "commentary");
  const notices = mentioned.filter(({ kind }) => kind !== "commentary");
  const titles = (list: readonly Notice[]): string =>
    `《${list.map(({ title }) => title).join("》《")}》`;
  return [
    `没有收录${number}，我不能告诉您它怎么规定。`,
    ...(notices.length > 0
      ? [`收录的${titles(notices)}提到过它，但没有附它的内容。`]
      : []),
    ...(essays.length > 0
      ? [
          `收录的${titles(essays)}只是谈论它的文章，没有发文机关，不是这份文件，不能作依据。`,
        ]
      : []),
    whomToAsk(knowledge),
  ];
}

/** Where in the document it stands. */
export function standsIn(notice: Notice, clauses: readonly string[]): string {
  return `写在${documentName(notice)}${listText(clauses.map(clauseText))}。`;
}

/** How a document is called in a word: its everyday name that tells it from the others. */
export function shortName({ names, title }: Notice): string {
  return names[0] ?? title;
}

/** Several documents of the place fit the words. */
export function whichDocument(held: readonly Notice[]): string[] {
  return [
    `收录了${held.length}份这样的文件：${held.map(documentName).join("、")}。您问的是哪一份？`,
  ];
}

/** Essays of the same title are no documents. */
export function essayLead(count: number): string[] {
  return count === 0
    ? []
    : [
        `另外收录了${count}篇同名的文章，没有发文机关，不是政策文件，不能作依据。`,
      ];
}

/** The day asked for stands nowhere in the text held; what is concluded of it, and from what. */
export function undatedLead(
  notice: Notice,
  asked: "issued" | "since" | "until",
): string[] {
  const concluded = asked === "since" ? startConcluded(notice) : [];
  return [
    `所持文本没有写${UNDATED[asked]}。`,
    ...concluded.map(
      ({ what, because }) => `这里按${what}处理，是推断的：${because}。`,
    ),
  ];
}
/** What was concluded of the day from which the document holds. */
export function startConcluded({
  inferred,
  in_force,
}: Notice): Notice["inferred"] {
  const start = in_force.from === null ? null : dateText(in_force.from);
  return start === null
    ? []
    : inferred.filter(({ what }) => what.includes(start));
}

const UNDATED = {
  issued: "印发日期",
  since: "从哪天起施行",
  until: "执行到什么时候",
} as const;

/** From when or until when the rule answered with it holds. */
export function heldLead(
  end: "since" | "until",
  day: string,
  what: string,
): string {
  const head = what === "" ? "" : `${what}：`;
  return `${head}${end === "since" ? `从${day}起` : `到${day}为止`}。`;
}

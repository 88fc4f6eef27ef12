/** Looking a document or one of its clauses up: its words, its standing, whether it is held. */
import { passage } from "../../../engine/citations.js";
import type { Caveat, Citation, Figure } from "../../../engine/result.js";
import type { Knowledge } from "../../../knowledge/knowledge.js";
import type { Notice, Provision } from "../../../knowledge/schema.js";
import { plainNumber } from "../../../nlu/documents.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import {
  clauseLead,
  documentNotHeld,
  essayLead,
  forceOf,
  noSuchClause,
  noticeLead,
  openingOf,
  shortName,
  standsIn,
  startConcluded,
  undatedLead,
  whichDocument,
} from "../../phrasing/documents.js";
import { clausesAt } from "../clauses.js";
import type { Context } from "../context.js";
import { dayInNotice } from "../dated.js";
import type { Frame } from "../state.js";
import { statements } from "./facts.js";

/** At most so many clauses are read out at once. */
const MOST_CLAUSES = 8;

/** The document that was named, what it says of the matter, or the clause of it. */
export function document(context: Context): Reply {
  const { place } = context.frame;
  context.rests("jurisdiction", place, context.placeLabel);
  return { ...told(context), conditions: context.conditions };
}

function told(context: Context): Reply {
  const { document: asked, topics } = context.frame;
  const { notices } = context.knowledge;
  const notice = notices.get(asked?.notice ?? "");
  if (!asked) return which(context);
  if (!notice) {
    const number = asked.number ?? "这份文件";
    return reply(
      "not_held",
      "document",
      documentNotHeld(number, mentionedIn(context, number), context.knowledge),
    );
  }
  if (topics.length > 0) return said(context, notice);
  if (asked.clause === null) return whole(context, notice);
  const clauses = clausesAt(notice, asked.clause);
  if (clauses.length === 0)
    return reply(
      "not_stipulated",
      "document",
      noSuchClause(notice, asked.clause),
    );
  const shown = clauses.slice(0, MOST_CLAUSES);
  const citations = shown.map(({ id, text }) => passage(notice, id, text));
  return reply(
    "answered",
    "document",
    clauseLead(notice, shown, clauses.length),
    {
      citations,
      caveats: [
        ...standing(notice, context.on),
        ...superseded(
          context,
          notice.provisions.filter(({ clause }) =>
            shown.some(({ id }) => id === clause),
          ),
        ),
      ],
    },
  );
}

/** Which of the place's documents is meant. */
function which(context: Context): Reply {
  const { topics, text } = context.frame;
  const held = topics.flatMap((id) => context.knowledge.notices.get(id) ?? []);
  return reply("clarify", "document", whichDocument(held), {
    suggestions: held.map((notice) => `${shortName(notice)}${text}`),
  });
}

/** What the document says of the matter, and where. */
function said(context: Context, notice: Notice): Reply {
  const stated = statements(context);
  const clauses = [
    ...new Set(
      context.frame.topics.flatMap(
        (key) => context.knowledge.provision(key)?.clause ?? [],
      ),
    ),
  ];
  const told = context.frame.topics.flatMap(
    (key) => context.knowledge.provision(key) ?? [],
  );
  return {
    ...stated,
    caveats: [...stated.caveats, ...superseded(context, told)],
    intent: "document",
    lead: [...stated.lead, standsIn(notice, clauses)],
  };
}

/** The document's particulars and its standing. */
function whole(context: Context, notice: Notice): Reply {
  const { knowledge, frame, on } = context;
  const citations: Citation[] = openingOf(notice).map(({ id, text }) =>
    passage(notice, id, text),
  );
  const dated = dateAsked(notice, frame);
  const undated = !dated && asksDate(frame) && !saysStart(notice, frame);
  const essays =
    frame.document?.number === null ? titledAlike(notice, knowledge) : [];
  const lead = noticeLead(
    notice,
    on,
    knowledge.jurisdictions.label(notice.jurisdiction),
  );
  return reply(
    undated && !concludes(notice, frame) ? "not_stipulated" : "answered",
    "document",
    [
      ...(undated ? undatedLead(notice, frame.holding?.end ?? "issued") : []),
      ...(frame.aspects.includes("when") ? lead.reverse() : lead),
      ...essayLead(essays.length),
    ],
    {
      figures: dated
        ? [{ ...dated.figure, citations: [citations.length] }]
        : [],
      citations: dated ? [...citations, dated.citation] : citations,
      caveats: [
        ...standing(notice, on),
        ...superseded(context, notice.provisions),
      ],
      suggestions: [],
    },
  );
}

/** 自发布之日起施行: said, though not by a date. */
function saysStart(notice: Notice, { holding }: Frame): boolean {
  return holding?.end === "since" && forceOf(notice) !== undefined;
}

/** From when the document is taken to hold, though its text does not say: told with the ground. */
function concludes(notice: Notice, { holding }: Frame): boolean {
  return holding?.end === "since" && startConcluded(notice).length > 0;
}

/** Whether one day of the document is asked for, not its standing. */
function asksDate({ aspects, holding }: Frame): boolean {
  return holding !== undefined || aspects.includes("when");
}

/** The day of issue, or the day from which or until which it holds. */
function dateAsked(
  notice: Notice,
  { aspects, holding }: Frame,
): { figure: Omit<Figure, "citations">; citation: Citation } | null {
  const [key, label, day] =
    holding?.end === "until"
      ? ["document.to", "有效期至", notice.in_force.to]
      : aspects.includes("when")
        ? ["document.issued", "印发日期", notice.issued]
        : aspects.includes("start") || holding?.end === "since"
          ? ["document.from", "施行日期", notice.in_force.from]
          : ["", "", null];
  const stated = dayInNotice(notice, day);
  return stated
    ? {
        figure: { key, type: "date", label, value: stated.day, unit: "" },
        citation: stated.citation,
      }
    : null;
}

/** Essays without an issuing body that bear the document's title. */
function titledAlike(
  { kind, title }: Notice,
  { notices }: Knowledge,
): Notice[] {
  return kind === "commentary"
    ? []
    : [...notices.values()].filter(
        (other) => other.kind === "commentary" && title.endsWith(other.title),
      );
}

/** What must be said of the document itself. */
function standing(notice: Notice, on: string): Caveat[] {
  const caveats: Caveat[] = [];
  if (notice.status === "expired")
    caveats.push({
      code: "expired",
      text: `《${notice.title}》在所持文本中标明已失效，仅供了解当时的规定。`,
    });
  if (on > notice.confirmed_to)
    caveats.push({
      code: "stale",
      text: `收录的内容只能确认到${notice.confirmed_to.slice(0, 4)}年，之后是否有新规定不能证明。`,
    });
  if (notice.form === "fragment")
    caveats.push({
      code: "fragment",
      text: "收录的只是这份文件的片段，不是全文。",
    });
  if (notice.kind === "guidance")
    caveats.push({
      code: "guidance",
      text: "这是对下级部门的指导性文件，不是个人待遇标准。",
    });
  return caveats;
}

/** By which later documents some of what is told was ruled anew before the day of the question. */
function superseded(
  { knowledge, on }: Context,
  told: readonly Provision[],
): Caveat[] {
  const later = told
    .filter(({ period: { to } }) => to !== null && to < on)
    .flatMap(
      ({ superseded_by: key }) => knowledge.provision(key ?? "")?.notice ?? [],
    );
  return [...new Set(later.map(({ title }) => title))].map((title) => ({
    code: "superseded",
    text: `其中有的规定，后来的《${title}》已另行规定，不一致的以后来的为准。`,
  }));
}

/** The held texts that mention a document which is not held. */
function mentionedIn(context: Context, number: string): Notice[] {
  return [...context.knowledge.notices.values()].filter(({ mentions }) =>
    mentions.some(
      (other) =>
        other.number !== undefined &&
        plainNumber(number).endsWith(plainNumber(other.number)),
    ),
  );
}

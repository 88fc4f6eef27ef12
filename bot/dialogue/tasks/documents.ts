/** Looking a document or one of its clauses up: its words, its standing, whether it is held. */
import { passage } from "../../../engine/citations.js";
import type { Caveat, Citation } from "../../../engine/result.js";
import type { Clause, Notice } from "../../../knowledge/schema.js";
import { reply, type Reply } from "../../phrasing/compose.js";
import {
  clauseLead,
  documentNotHeld,
  noSuchClause,
  noticeLead,
  openingOf,
} from "../../phrasing/documents.js";
import type { Context } from "../context.js";
import { statements } from "./facts.js";

/** At most so many clauses are read out at once. */
const MOST_CLAUSES = 8;

/** The document that was named, or the clause of it. */
export function document(context: Context): Reply {
  const asked = context.frame.document;
  const notice = asked?.notice
    ? context.knowledge.notices.get(asked.notice)
    : undefined;
  if (!asked || !notice) {
    const number = asked?.number ?? "这份文件";
    return reply(
      "not_held",
      "document",
      documentNotHeld(number, mentionedIn(context, number), context.knowledge),
    );
  }
  if (context.frame.topics.length > 0)
    return { ...statements(context), intent: "document" };
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
    { citations, caveats: standing(notice, context.on) },
  );
}

function whole(context: Context, notice: Notice): Reply {
  const citations: Citation[] = openingOf(notice).map(({ id, text }) =>
    passage(notice, id, text),
  );
  return reply(
    "answered",
    "document",
    noticeLead(
      notice,
      context.on,
      context.knowledge.jurisdictions.label(notice.jurisdiction),
    ),
    {
      citations,
      caveats: standing(notice, context.on),
      suggestions: [],
    },
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

/** The clause with this address, by itself or with the clauses below it: 二, 第二条, 一（三）1, （十三）. */
function clausesAt({ clauses }: Notice, address: string): Clause[] {
  for (const id of [
    address,
    `（${address}）`,
    numeral(address),
    `（${numeral(address)}）`,
  ]) {
    const found = clauses.filter(
      (clause) => clause.id === id || isBelow(clause.id, id),
    );
    if (found.length > 0) return found;
  }
  return [];
}

function isBelow(id: string, parent: string): boolean {
  return id.startsWith(parent) && /^[（(\d]/.test(id.slice(parent.length));
}

const DIGITS = "〇一二三四五六七八九";

/** 12 → 十二; other texts stay as they are. */
function numeral(text: string): string {
  if (!/^\d{1,2}$/.test(text)) return text;
  const [tens = "", ones = ""] = text.padStart(2, "0");
  const ten =
    tens === "0"
      ? ""
      : `${tens === "1" ? "" : DIGITS[Number.parseInt(tens, 10)]}十`;
  return `${ten}${ones === "0" ? "" : DIGITS[Number.parseInt(ones, 10)]}`;
}

/** Titles of the held notices that mention a document which is not held. */
function mentionedIn(context: Context, number: string): string[] {
  const plain = (text: string): string =>
    text.replace(/[〔〕[\]（）()【】\s]/g, "");
  return [...context.knowledge.notices.values()]
    .filter(({ mentions }) =>
      mentions.some(
        (other) =>
          other.number !== undefined &&
          plain(number).endsWith(plain(other.number)),
      ),
    )
    .map(({ title }) => title);
}

/** The pages: the chat with its greeting, the list of notices, a notice clause by clause. */
import type { Knowledge } from "../../../knowledge/knowledge.js";
import type { Notice, Provision } from "../../../knowledge/schema.js";
import { dateText } from "../../phrasing/format.js";
import { allNotices, noticeUrl } from "../api/notices.js";
import type { Phone } from "../../phrasing/phones.js";
import type { Greeting } from "../greeting.js";
import { Html, html } from "./html.js";
import { markedParagraphs, notesOn } from "./marks.js";
import { searchForm } from "./search-form.js";

/** Names of the built files. */
export interface Assets {
  webChat: string;
  script: string;
  style: string;
  deskScript: string;
  deskStyle: string;
}

/** A whole page with our style. */
export function document(
  { style }: Assets,
  { title, head, body }: { title: string; head?: Html; body: Html },
): string {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/${style}" />
        ${head ?? new Html("")}
      </head>
      ${body}
    </html> `.text;
}

/** The chat. The greeting is in the page itself, so that it is there before any script. */
export function chatPage(
  assets: Assets,
  { text, examples }: Greeting,
  { keptDays, contacts }: { keptDays: number; contacts: readonly Phone[] },
): string {
  const phones = contacts.map(({ name, phone }) => ({ name, phone }));
  const head = html`<meta
      name="description"
      content="用中文回答医疗保险问题，每个数字都附政府文件的原文条款"
    />
    <script defer src="/assets/${assets.webChat}"></script>
    <script defer src="/assets/${assets.script}"></script> `;
  const body = html`<body class="chat-page">
    <header>
      <h1>医保明白</h1>
      <a href="/notices">收录的文件</a>
      <button id="clear" type="button">清空对话</button>
    </header>
    <p id="notice" role="status"></p>
    <main>
      <div id="chat" data-contacts="${JSON.stringify(phones)}" inert></div>
      <div id="start">
        <p>${text}</p>
        <ul>
          ${examples.map((example) => html`<li><button type="button">${example}</button></li> `)}
        </ul>
        <noscript
          ><p>
            对话需要浏览器允许脚本。<a href="/notices">收录的文件</a
            >不需要脚本也能看。
          </p></noscript
        >
      </div>
    </main>
    <footer>
      对话保存${String(keptDays)}天，证件号、电话和卡号遮住后才保存；点“清空对话”立即删除。
    </footer>
  </body>`;
  return document(assets, { title: "医保明白", head, body });
}

const KINDS: Readonly<Record<Notice["kind"], string>> = {
  binding: "现行规定",
  plan: "实施计划",
  guidance: "指导意见",
  interpretation: "政策解读",
  commentary: "评论文章，不是规定",
};

/** All held notices, by place. */
export function noticeListPage(assets: Assets, knowledge: Knowledge): string {
  const items = allNotices(knowledge).map(
    (notice) =>
      html`<li>
        <a href="${noticeUrl(notice.id)}">${notice.title}</a><br />
        ${knowledge.jurisdictions.label(notice.jurisdiction)}　${standing(notice)}
      </li> `,
  );
  const body = html`<body class="text-page">
    <nav><a href="/">回到对话</a></nav>
    <main>
      <h1>收录的文件</h1>
      ${searchForm("")}
      <ul>
        ${items}
      </ul>
    </main>
  </body>`;
  return document(assets, { title: "收录的文件 · 医保明白", body });
}

/** One notice; each clause has an address of its own. */
export function noticePage(
  assets: Assets,
  notice: Notice,
  knowledge: Knowledge,
): string {
  const clauses = notice.clauses.map(({ id, text }) => {
    const own = figuresOf(notice).filter(({ clause }) => clause === id);
    return html`<section id="${id}" aria-label="${id}">
      <p class="source"><a href="${noticeUrl(notice.id, id)}">${id}</a></p>
      ${markedParagraphs(text, own)} ${notesOn(own, knowledge)}
    </section> `;
  });
  const place = knowledge.jurisdictions.label(notice.jurisdiction);
  const body = html`<body class="text-page">
    <nav><a href="/">回到对话</a>　<a href="/notices">收录的文件</a></nav>
    <main>
      <h1>${notice.title}</h1>
      <p>${place}　${standing(notice)}<br />${notice.issuers.join("、")}</p>
      ${
        figuresOf(notice).length > 0
          ? html`<p class="source">
              <mark>底色标出的</mark>是金额、比例和日期所依据的文字。
            </p>`
          : new Html("")
      }
      ${clauses}
    </main>
  </body>`;
  return document(assets, { title: `${notice.title} · 医保明白`, body });
}

/** In the place of a notice that is not held. */
export function missingNoticePage(assets: Assets): string {
  const body = html`<body class="text-page">
    <nav><a href="/">回到对话</a></nav>
    <main>
      <h1>没有收录这份文件</h1>
      <p>地址可能写错了。请看<a href="/notices">收录的文件</a>。</p>
    </main>
  </body>`;
  return document(assets, { title: "没有收录这份文件 · 医保明白", body });
}

/** The provisions that hold a figure, not only words. */
function figuresOf({ provisions }: Notice): Provision[] {
  return provisions.filter(({ value }) => value.kind !== "text");
}

/** Number, kind and dates in one line. */
export function standing(notice: Notice): string {
  const { from, to } = notice.in_force;
  return [
    notice.number ?? "所持文本未载文号",
    notice.kind === "binding" && notice.status === "expired"
      ? "已失效"
      : KINDS[notice.kind],
    from === null ? "施行日期所持文本未载" : `${dateText(from)}起施行`,
    ...(to === null ? [] : [`到${dateText(to)}`]),
    ...(notice.form === "fragment" ? ["只收录到片段"] : []),
  ].join("，");
}

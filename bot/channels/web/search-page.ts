/** The page with the clauses that were found. */
import type { Knowledge } from "../../../knowledge/knowledge.js";
import { searchClauses } from "../../../nlu/search.js";
import { noticeUrl } from "../api/notices.js";
import { html } from "./html.js";
import { type Assets, document, standing } from "./pages.js";
import { searchForm } from "./search-form.js";

/** The clauses that the words point to, best first, each with a link to its place in the notice. */
export function searchPage(
  assets: Assets,
  asked: string,
  knowledge: Knowledge,
): string {
  const items = searchClauses(knowledge, asked).flatMap(
    ({ notice: id, clause, text }) => {
      const notice = knowledge.notices.get(id);
      if (!notice) return [];
      return html`<li>
        <a href="${noticeUrl(id, clause)}">${notice.title} ${clause}</a>
        <blockquote>${text}</blockquote>
        <p class="source">
          ${knowledge.jurisdictions.label(notice.jurisdiction)}　${standing(notice)}
        </p>
      </li> `;
    },
  );
  const results =
    items.length > 0
      ? html`<ol>
          ${items}
        </ol> `
      : html`<p>
          没有找到。可以换个说法，或者看<a href="/notices">收录的全部文件</a>。
        </p> `;
  const body = html`<body class="text-page">
    <nav><a href="/">回到对话</a>　<a href="/notices">收录的文件</a></nav>
    <main>
      <h1>在文件里找</h1>
      ${searchForm(asked)} ${results}
    </main>
  </body>`;
  return document(assets, { title: `${asked} · 医保明白`, body });
}

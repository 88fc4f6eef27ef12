/** The page with the whole answer: figures, who pays what, steps, clauses word for word. */
import type { Citation, Figure, Step } from "../../../engine/result.js";
import type { Answer, Condition } from "../../answer.js";
import {
  clauseText,
  dateText,
  documentName,
  expressionText,
  figureText,
  trimZeros,
} from "../../phrasing/format.js";
import { noticeUrl } from "../api/notices.js";
import { cardText } from "../web/browser/card-text.js";
import { byClause, inForce } from "../web/browser/clauses.js";
import { type Part, payers } from "../web/browser/payers.js";
import { Html, html } from "../web/html.js";
import { type Assets, document } from "../web/pages.js";

const TITLE = "完整回答 · 医保明白";
const NOTHING = new Html("");
const HIDDEN = html`<meta name="robots" content="noindex, nofollow" />`;

/** One answer as a page; `until` is the day (YYYY-MM-DD) on which the address expires. */
export function answerPage(
  assets: Assets,
  { answer, until }: { answer: Answer; until: string },
): string {
  const parts = answer.parts.length > 0 ? answer.parts : [answer];
  const body = html`<body class="text-page">
    <main class="card">
      <h1>完整回答</h1>
      ${parts.map((part) => html`<div class="part">${onePart(part)}</div> `)}
      <p class="source">
        这个网址只显示这一条回答，${dateText(until)}以后失效。
      </p>
    </main>
  </body>`;
  return document(assets, { title: TITLE, head: HIDDEN, body });
}

/** What a person sees whose address has expired or was never given. */
export function gonePage(assets: Assets): string {
  const body = html`<body class="text-page">
    <main>
      <h1>这条回答已经看不到了</h1>
      <p>网址过了期，或者不完整。请回到公众号里再问一次，就会得到新的回答。</p>
    </main>
  </body>`;
  return document(assets, { title: TITLE, head: HIDDEN, body });
}

function onePart(answer: Answer): Html {
  const { conclusion, more, closing } = cardText(answer);
  const remarks = [...new Set(answer.caveats.map(({ text }) => text))];
  return html`
    <p class="conclusion">${conclusion}</p>
    ${figureList(answer.figures)} ${paragraphs(more)}
    ${conditionList(answer.conditions)} ${stepList(answer.steps)}
    ${citationList(answer.citations)}
    ${
      remarks.length === 0
        ? NOTHING
        : html`<div class="caveats" role="group" aria-label="注意">
            <ul>
              ${remarks.map((text) => html`<li>${text}</li> `)}
            </ul>
          </div>`
    }
    ${paragraphs(closing)}
  `;
}

function paragraphs(lines: readonly string[]): Html[] {
  return lines.map((line) => html`<p>${line}</p> `);
}

/** The first figure large; the others in the bar's legend where they make one sum, else as a list. */
function figureList(figures: readonly Figure[]): Html {
  const [first, ...others] = figures;
  if (!first) return NOTHING;
  const parts = payers(figures);
  const listed = others.filter(
    (one) => !parts.some((part) => part.key === one.key),
  );
  return html`<dl class="figures">
      ${[first, ...listed].map(
        (figure) =>
          html`<div>
            <dt>${figure.label}</dt>
            <dd>${figureText(figure)}</dd>
          </div> `,
      )}
    </dl>
    ${bar(parts)}`;
}

/** The picture: each payer's share of the sum; its legend says all that it shows. */
function bar(parts: readonly Part[]): Html {
  if (parts.length === 0) return NOTHING;
  let from = 0;
  const shares = parts.map(({ payer, percent }) => {
    const x = from;
    from += percent;
    return html`<rect
      class="paid-${payer}"
      x="${String(x)}%"
      width="${String(percent)}%"
      height="100%"
    /> `;
  });
  const legend = parts.map(
    ({ payer, who, amount }) =>
      html`<li class="paid-${payer}">${who} ${trimZeros(amount)}元</li> `,
  );
  return html`<div class="payers">
    <svg class="bar" aria-hidden="true">${shares}</svg>
    <ul aria-label="谁付多少">
      ${legend}
    </ul>
  </div>`;
}

const SOURCES = { said: "", carried: "（沿用）", assumed: "（默认）" } as const;

function conditionList(conditions: readonly Condition[]): Html {
  if (conditions.length === 0) return NOTHING;
  return html`<ul class="conditions" aria-label="依据的条件">
    ${conditions.map(({ label, source }) => html`<li>${label}${SOURCES[source]}</li> `)}
  </ul>`;
}

function stepList(steps: readonly Step[]): Html {
  if (steps.length === 0) return NOTHING;
  const items = steps.map(({ label, expression, value, unit }) => {
    const from =
      expression === "" || expression === value
        ? ""
        : `${expressionText(expression)} = `;
    return html`<li>${label}：${from}<b>${trimZeros(value)}${unit}</b></li> `;
  });
  return html`<div class="steps">
    <h3>怎么算的</h3>
    <ol>
      ${items}
    </ol>
  </div>`;
}

function citationList(citations: readonly Citation[]): Html {
  if (citations.length === 0) return NOTHING;
  const items = byClause(citations).map(
    ([citation, ...others]) =>
      html`${[citation, ...others].map(({ quote }) => html`<blockquote>${quote}</blockquote> `)}
        <p class="source">
          <a href="${noticeUrl(citation.notice, citation.clause)}"
            >${documentName(citation)}${clauseText(citation.clause)}</a
          ><br />
          发文机关：${citation.issuer}，${inForce(citation)}
        </p> `,
  );
  return html`<div class="citations">
    <h3>依据</h3>
    ${items}
  </div>`;
}

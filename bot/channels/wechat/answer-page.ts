/** The page with the whole answer: figures, who pays what, steps, clauses word for word. */
import type { Citation, Figure, Step } from "../../../engine/result.js";
import type { Answer, Condition } from "../../answer.js";
import { dateText, figureText, trimZeros } from "../../phrasing/format.js";
import { noticeUrl } from "../api/notices.js";
import { cardText } from "../web/browser/card-text.js";
import { payers } from "../web/browser/payers.js";
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
      ${parts.map((part) => html`<section class="part">${onePart(part)}</section> `)}
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
    ${figureList(answer.figures)} ${bar(answer.figures)} ${paragraphs(more)}
    ${conditionList(answer.conditions)} ${stepList(answer.steps)}
    ${citationList(answer.citations)}
    ${
      remarks.length === 0
        ? NOTHING
        : html`<ul class="caveats" aria-label="注意">
            ${remarks.map((text) => html`<li>${text}</li> `)}
          </ul>`
    }
    ${paragraphs(closing)}
  `;
}

function paragraphs(lines: readonly string[]): Html[] {
  return lines.map((line) => html`<p>${line}</p> `);
}

function figureList(figures: readonly Figure[]): Html {
  if (figures.length === 0) return NOTHING;
  return html`<dl class="figures">
    ${figures.map(
      (figure) =>
        html`<div>
          <dt>${figure.label}</dt>
          <dd>${figureText(figure)}</dd>
        </div> `,
    )}
  </dl>`;
}

/** The picture: each payer's share of the sum. */
function bar(figures: readonly Figure[]): Html {
  const parts = payers(figures);
  if (parts.length === 0) return NOTHING;
  const words = parts
    .map(({ who, amount }) => `${who}${trimZeros(amount)}元`)
    .join("，");
  let from = 0;
  const shares = parts.map(({ percent }, at) => {
    const x = from;
    from += percent;
    return html`<rect
      class="share${String(at)}"
      x="${String(x)}%"
      width="${String(percent)}%"
      height="100%"
    /> `;
  });
  return html`<svg class="bar" role="img" aria-label="谁付多少：${words}">
      ${shares}
    </svg>
    <p class="source">谁付多少：${words}</p>`;
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
      expression === "" || expression === value ? "" : `${expression} = `;
    return html`<li>${label}：${from}<b>${trimZeros(value)}${unit}</b></li> `;
  });
  return html`<section class="steps">
    <h3>怎么算的</h3>
    <ol>
      ${items}
    </ol>
  </section>`;
}

function citationList(citations: readonly Citation[]): Html {
  if (citations.length === 0) return NOTHING;
  const items = citations.map(
    (citation) =>
      html`<blockquote>${citation.quote}</blockquote>
        <p class="source">
          <a href="${noticeUrl(citation.notice, citation.clause)}"
            >《${citation.title}》${citation.number ?? ""} ${citation.clause}</a
          ><br />
          ${citation.issuer}，${effective(citation)}
        </p> `,
  );
  return html`<section class="citations">
    <h3>依据</h3>
    ${items}
  </section>`;
}

function effective({ effective: { from, to } }: Citation): string {
  if (from === null) return "施行日期所持文本未载";
  return `${dateText(from)}起施行${to === null ? "" : `，到${dateText(to)}`}`;
}

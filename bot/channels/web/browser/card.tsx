/**
 * An answer as a card: the conclusion, its figures, what it rests on, how it
 * was computed, the clauses, remarks. Elements only, no hooks: they are drawn
 * by the React inside Web Chat's bundle.
 */
import type { Citation, Figure, Step } from "../../../../engine/result.js";
import type { Answer, Condition } from "../../../answer.js";
import { dateText, figureText, trimZeros } from "../../../phrasing/format.js";
import { noticeUrl } from "../../api/notices.js";
import { cardText } from "./card-text.js";
import { payers } from "./payers.js";

type Say = (text: string) => void;

export function AnswerCard({ answer, say }: { answer: Answer; say: Say }) {
  if (answer.parts.length > 0)
    return (
      <div className="card">
        {answer.parts.map((part, at) => (
          <section key={at} className="part">
            <Body answer={part} say={say} />
          </section>
        ))}
      </div>
    );
  return (
    <div className="card">
      <Body answer={answer} say={say} />
    </div>
  );
}

function Body({ answer, say }: { answer: Answer; say: Say }) {
  const { conclusion, more, closing } = cardText(answer);
  return (
    <>
      <p className="conclusion">{conclusion}</p>
      <Figures figures={answer.figures} />
      <Lines lines={more} />
      <Conditions conditions={answer.conditions} />
      <Steps steps={answer.steps} />
      <Citations citations={answer.citations} />
      {answer.caveats.length > 0 && (
        <ul className="caveats" aria-label="注意">
          {[...new Set(answer.caveats.map(({ text }) => text))].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <Lines lines={closing} />
      <Choices answer={answer} say={say} />
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map((line, at) => (
        <p key={at}>{line}</p>
      ))}
    </>
  );
}

/** The first figure large, the others as a list; a bar where they make one sum. */
function Figures({ figures }: { figures: readonly Figure[] }) {
  if (figures.length === 0) return null;
  return (
    <>
      <dl className="figures">
        {figures.map((figure, at) => (
          <div key={at}>
            <dt>{figure.label}</dt>
            <dd>{figureText(figure)}</dd>
          </div>
        ))}
      </dl>
      <Bar figures={figures} />
    </>
  );
}

function Bar({ figures }: { figures: readonly Figure[] }) {
  const parts = payers(figures);
  if (parts.length === 0) return null;
  const words = parts
    .map(({ who, amount }) => `${who}${trimZeros(amount)}元`)
    .join("，");
  let from = 0;
  return (
    <svg className="bar" role="img" aria-label={`谁付多少：${words}`}>
      {parts.map(({ who, percent }, at) => {
        const x = from;
        from += percent;
        return (
          <rect
            key={who}
            className={`share${at}`}
            x={`${x}%`}
            width={`${percent}%`}
            height="100%"
          />
        );
      })}
    </svg>
  );
}

const SOURCES = { said: "", carried: "沿用", assumed: "默认" } as const;

function Conditions({ conditions }: { conditions: readonly Condition[] }) {
  if (conditions.length === 0) return null;
  return (
    <ul className="conditions" aria-label="依据的条件">
      {conditions.map(({ label, source, slot }) => (
        <li key={slot + label}>
          {label}
          {SOURCES[source] && <small>（{SOURCES[source]}）</small>}
        </li>
      ))}
    </ul>
  );
}

function Steps({ steps }: { steps: readonly Step[] }) {
  if (steps.length === 0) return null;
  return (
    <section className="steps" aria-label="怎么算的">
      <h3>怎么算的</h3>
      <ol>
        {steps.map(({ label, expression, value, unit }, at) => (
          <li key={at}>
            {label}：
            {expression !== "" && expression !== value && `${expression} = `}
            <b>
              {trimZeros(value)}
              {unit}
            </b>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Citations({ citations }: { citations: readonly Citation[] }) {
  if (citations.length === 0) return null;
  return (
    <section className="citations" aria-label="依据的条款">
      <h3>依据</h3>
      {byClause(citations).map(([citation, ...others]) => (
        <details key={`${citation.notice} ${citation.clause}`}>
          <summary>
            {citation.number ?? `《${citation.title}》`} {citation.clause}
          </summary>
          {[citation, ...others].map(({ quote }) => (
            <blockquote key={quote}>{quote}</blockquote>
          ))}
          <p className="source">
            <a
              href={noticeUrl(citation.notice, citation.clause)}
              target="_blank"
            >
              《{citation.title}》
            </a>
            {citation.issuer}，{effective(citation)}
          </p>
        </details>
      ))}
    </section>
  );
}

/** Quotations of one clause stand together. */
function byClause(citations: readonly Citation[]): [Citation, ...Citation[]][] {
  const groups = new Map<string, [Citation, ...Citation[]]>();
  for (const citation of citations) {
    const address = `${citation.notice} ${citation.clause}`;
    const group = groups.get(address);
    if (group) group.push(citation);
    else groups.set(address, [citation]);
  }
  return [...groups.values()];
}

function effective({ effective: { from, to } }: Citation): string {
  if (from === null) return "施行日期所持文本未载";
  return `${dateText(from)}起施行${to === null ? "" : `，到${dateText(to)}`}`;
}

/** Of several questions in one message, each keeps what may be said to it next. */
function Choices({ answer, say }: { answer: Answer; say: Say }) {
  if (answer.status !== "needs_info" && answer.status !== "clarify")
    return null;
  return (
    <div className="choices">
      {answer.suggestions.map((text) => (
        <button key={text} type="button" onClick={() => say(text)}>
          {text}
        </button>
      ))}
    </div>
  );
}

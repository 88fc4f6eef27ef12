/** What stands behind an answer: the computation, the clauses, remarks. */
import type { Caveat, Citation, Step } from "../../../../engine/result.js";
import {
  clauseText,
  expressionText,
  trimZeros,
} from "../../../phrasing/format.js";
import { noticeUrl } from "../../api/notices.js";
import { byClause, inForce } from "./clauses.js";

/** Clauses and remarks that are shown before the rest is folded. */
const MOST = 3;

export function Steps({ steps }: { steps: readonly Step[] }) {
  if (steps.length === 0) return null;
  return (
    <details className="steps">
      <summary>怎么算的（{steps.length}步）</summary>
      <ol>
        {steps.map(({ label, expression, value, unit }, at) => (
          <li key={at}>
            {label}：
            {expression !== "" &&
              expression !== value &&
              `${expressionText(expression)} = `}
            <b>
              {trimZeros(value)}
              {unit}
            </b>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** The clauses, each folded; where they are themselves the answer, the first is open. */
export function Citations({
  citations,
  open,
}: {
  citations: readonly Citation[];
  open: boolean;
}) {
  if (citations.length === 0) return null;
  const clauses = byClause(citations);
  const rest = clauses.slice(MOST);
  return (
    <div className="citations" role="group" aria-label="依据的条款">
      <h3>依据</h3>
      {clauses.slice(0, MOST).map((one, at) => clause(one, open && at === 0))}
      {rest.length > 0 && (
        <details className="more">
          <summary>其余{rest.length}条</summary>
          {rest.map((one) => clause(one, false))}
        </details>
      )}
    </div>
  );
}

function clause(
  [citation, ...others]: readonly [Citation, ...Citation[]],
  open: boolean,
) {
  return (
    <details key={`${citation.notice} ${citation.clause}`} open={open}>
      <summary>
        {citation.number ?? `《${citation.title}》`}{" "}
        {clauseText(citation.clause)}
      </summary>
      {[citation, ...others].map(({ quote }) => (
        <blockquote key={quote}>{quote}</blockquote>
      ))}
      <p className="source">
        <a href={noticeUrl(citation.notice, citation.clause)} target="_blank">
          《{citation.title}》
        </a>
        发文机关：{citation.issuer}，{inForce(citation)}
      </p>
    </details>
  );
}

export function Caveats({ caveats }: { caveats: readonly Caveat[] }) {
  const texts = [...new Set(caveats.map(({ text }) => text))];
  if (texts.length === 0) return null;
  const rest = texts.slice(MOST);
  return (
    <div className="caveats" role="group" aria-label="注意">
      <Remarks texts={texts.slice(0, MOST)} />
      {rest.length > 0 && (
        <details className="more">
          <summary>其余{rest.length}条提醒</summary>
          <Remarks texts={rest} />
        </details>
      )}
    </div>
  );
}

function Remarks({ texts }: { texts: readonly string[] }) {
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

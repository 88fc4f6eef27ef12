/** The words of the notices: each quotation marked inside its clause. */
import { useEffect, useState } from "preact/hooks";
import type { Citation } from "../../../../engine/result.js";
import { clauseText, dateText } from "../../../phrasing/format.js";
import type { NoticeText } from "../../api/schemas.js";
import * as api from "./api.js";

export function Clauses({ citations }: { citations: readonly Citation[] }) {
  if (citations.length === 0) return <p class="faint">没有引用条款</p>;
  return (
    <ol class="clauses">
      {citations.map((citation, at) => (
        <li
          key={`${citation.notice} ${citation.clause} ${at}`}
          id={`clause-${at + 1}`}
        >
          <Clause citation={citation} />
        </li>
      ))}
    </ol>
  );
}

function Clause({ citation }: { citation: Citation }) {
  const notice = useNotice(citation.notice);
  const { from, to } = citation.effective;
  const day = (date: string | null): string =>
    date === null ? "所持文本未载" : dateText(date);
  const text = notice?.clauses.find(({ clause }) => clause === citation.clause);
  const address = `/notices/${encodeURIComponent(citation.notice)}#${encodeURIComponent(citation.clause)}`;
  return (
    <>
      <h3>
        <a href={address} target="_blank" rel="noreferrer">
          《{citation.title}》{citation.number ?? "（所持文本未载文号）"}
          {clauseText(citation.clause)}
        </a>
      </h3>
      <p class="faint">
        发文机关：{citation.issuer}　印发：{day(citation.issued)}　施行：
        {day(from)}起{to === null ? "" : `，到${dateText(to)}`}
        {citation.copy === "repost" ? "　（转载文本）" : ""}
      </p>
      <blockquote>
        <Marked text={text?.text ?? citation.quote} quote={citation.quote} />
      </blockquote>
      {notice?.supersession && (
        <p class="faint">取代的文件：“{notice.supersession}”</p>
      )}
    </>
  );
}

function useNotice(id: string): NoticeText | null {
  const [notice, setNotice] = useState<NoticeText | null>(null);
  useEffect(() => {
    let current = true;
    api.notice(id).then(
      (found) => current && setNotice(found),
      () => current && setNotice(null),
    );
    return () => {
      current = false;
    };
  }, [id]);
  return notice;
}

/** The clause with the quotation marked; quotations differ from it in white space only. */
function Marked({ text, quote }: { text: string; quote: string }) {
  const [from, to] = placeOf(text, quote);
  if (to === 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </>
  );
}

function placeOf(text: string, quote: string): [number, number] {
  const places: number[] = [];
  let squeezed = "";
  for (let at = 0; at < text.length; at++) {
    if (/\s/.test(text.charAt(at))) continue;
    squeezed += text.charAt(at);
    places.push(at);
  }
  const wanted = quote.replace(/\s/g, "");
  const found = squeezed.indexOf(wanted);
  if (found < 0 || wanted === "") return [0, 0];
  return [places[found] ?? 0, (places[found + wanted.length - 1] ?? 0) + 1];
}

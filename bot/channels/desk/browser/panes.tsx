/** The conclusion and the computation of an answer. */
import type { Answer } from "../../../answer.js";
import {
  clauseText,
  expressionText,
  figureText,
  percent,
  trimZeros,
} from "../../../phrasing/format.js";
import { leadOf } from "../../../phrasing/lead.js";

/** What a status means to an agent. */
export const STATUS: Readonly<Record<Answer["status"], string>> = {
  answered: "有规定",
  needs_info: "还要问清楚",
  clarify: "有两种理解",
  not_stipulated: "文件没有规定",
  not_held: "没有收录",
  out_of_scope: "不在范围",
  handoff: "要找人工",
};

export function Conclusion({
  answer,
  ownNumbers,
}: {
  answer: Answer;
  ownNumbers: readonly string[];
}) {
  const { status, conditions, figures, caveats } = answer;
  return (
    <>
      <p>
        <strong class={`status ${status}`}>{STATUS[status]}</strong>
        {conditions.map(({ slot, label, source }) => (
          <span class={`chip ${source}`} key={`${slot} ${label}`}>
            {label}
            {source === "assumed" ? "（默认）" : ""}
          </span>
        ))}
      </p>
      {leadOf(answer, ownNumbers).map((line, at) => (
        <p key={at} class={at === 0 ? "conclusion" : ""}>
          {line}
        </p>
      ))}
      {figures.length > 0 && (
        <dl>
          {figures.map((figure, at) => (
            <div key={at}>
              <dt>{figure.label}</dt>
              <dd>
                {figureText(figure)} <Marks places={figure.citations} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {caveats.map(({ code, text }, at) => (
        <p key={`${code} ${at}`} class="caveat">
          注意：{text}
        </p>
      ))}
    </>
  );
}

export function Steps({
  answer: { steps, reference, citations },
}: {
  answer: Answer;
}) {
  if (steps.length === 0 && reference.length === 0)
    return <p class="faint">没有计算步骤</p>;
  return (
    <>
      <ol class="steps">
        {steps.map(
          ({ label, expression, value, unit, citations: places }, at) => (
            <li key={at}>
              {label}：
              {expression === "" || expression === value
                ? ""
                : `${expressionText(expression)} = `}
              <strong>{valueText(value, unit)}</strong>
              <span class="marks">
                {places.map((place) => (
                  <a href={`#clause-${place + 1}`} key={place}>
                    [{place + 1}]{clauseText(citations[place]?.clause ?? "")}
                  </a>
                ))}
              </span>
            </li>
          ),
        )}
      </ol>
      {reference.length > 0 && (
        <>
          <p class="faint">只供参考，不是所问的：</p>
          <ul>
            {reference.map((figure, at) => (
              <li key={at}>
                {figure.label} {figureText(figure)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** A step without a unit is a share. */
function valueText(value: string, unit: string): string {
  return unit === "" || unit === "%"
    ? percent(value)
    : `${trimZeros(value)}${unit}`;
}

/** Which of the clauses beside it a figure rests on. */
function Marks({ places }: { places: readonly number[] }) {
  return (
    <span class="marks">
      {places.map((place) => `[${place + 1}]`).join("")}
    </span>
  );
}

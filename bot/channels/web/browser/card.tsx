/**
 * An answer as a card: the conclusion, its figures, what it rests on, how it
 * was computed, the clauses, remarks. Elements only, no hooks: they are drawn
 * by the React inside Web Chat's bundle.
 */
import type { Answer } from "../../../answer.js";
import type { Change } from "../../../phrasing/changes.js";
import { Conditions } from "./card-conditions.js";
import { ComparisonTable, Figures } from "./card-figures.js";
import { Caveats, Citations, Lines, Steps } from "./card-grounds.js";
import { OpinionForm, type Rate } from "./card-opinion.js";
import { cardText } from "./card-text.js";
import { compared } from "./compared.js";

export type Say = (text: string) => void;

export interface CardActions {
  /** Sends a message as if it were typed. */
  say: Say;
  /** Hands in what the person thinks of the answer. */
  rate: Rate;
}

interface CardProps {
  /** Of the answer's activity. */
  id: string;
  answer: Answer;
  changes: readonly Change[];
  actions: CardActions;
}

export function AnswerCard({ id, answer, changes, actions }: CardProps) {
  const { say, rate } = actions;
  return (
    <div className="card">
      {answer.parts.length > 0 ? (
        <Parts answer={answer} say={say} />
      ) : (
        <Body answer={answer} changes={changes} say={say} />
      )}
      <OpinionForm subject={id} rate={rate} />
    </div>
  );
}

/** Several questions in one message; where they compare, the table stands first and the rest is folded. */
function Parts({ answer, say }: { answer: Answer; say: Say }) {
  const table = compared(answer);
  if (!table)
    return (
      <>
        {answer.parts.map((part, at) => (
          <section key={at} className="part">
            <Body answer={part} changes={[]} say={say} />
            <Choices answer={part} say={say} />
          </section>
        ))}
      </>
    );
  const [lead = ""] = answer.text.split("\n");
  return (
    <>
      {!lead.startsWith("【") && <p className="conclusion">{lead}</p>}
      <Figures figures={table.rest} />
      <ComparisonTable table={table} />
      {answer.parts.map((part, at) => (
        <details key={at} className="part">
          <summary>{cardText(part).conclusion}</summary>
          <Body answer={part} changes={[]} say={say} />
          <Choices answer={part} say={say} />
        </details>
      ))}
    </>
  );
}

interface BodyProps {
  answer: Answer;
  changes: readonly Change[];
  say: Say;
}

function Body({ answer, changes, say }: BodyProps) {
  const { conclusion, more, closing } = cardText(answer);
  const table = compared(answer);
  return (
    <>
      <p className="conclusion">{conclusion}</p>
      <Figures figures={table ? table.rest : answer.figures} />
      {table && <ComparisonTable table={table} />}
      <Conditions conditions={answer.conditions} changes={changes} say={say} />
      <Lines lines={more} />
      <Steps steps={answer.steps} />
      <Citations
        citations={answer.citations}
        open={answer.status === "answered" && answer.figures.length === 0}
      />
      <Caveats caveats={answer.caveats} />
      <Lines lines={closing} />
    </>
  );
}

/** Of several questions in one message, each keeps what may be said to it next; of a single one, Web Chat shows it above the box. */
function Choices({ answer, say }: { answer: Answer; say: Say }) {
  const asks = answer.status === "needs_info" || answer.status === "clarify";
  if (!asks || answer.suggestions.length === 0) return null;
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

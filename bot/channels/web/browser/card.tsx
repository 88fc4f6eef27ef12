/**
 * An answer as a card: the conclusion, its figures, what it rests on, how it
 * was computed, the clauses, remarks. Elements only, no hooks: they are drawn
 * by the React inside Web Chat's bundle.
 */
import type { Answer } from "../../../answer.js";
import type { Change } from "../../../phrasing/changes.js";
import type { Phone } from "../../../phrasing/phones.js";
import { Conditions, type Say } from "./card-conditions.js";
import { ComparisonTable, Figures } from "./card-figures.js";
import { Caveats, Citations, Steps } from "./card-grounds.js";
import { Lines, Text } from "./card-lines.js";
import { OpinionForm, type Rate } from "./card-opinion.js";
import { cardText } from "./card-text.js";
import { compared } from "./compared.js";

/** What a card needs beside its answer. */
export interface CardTools {
  /** Sends a message as if it were typed. */
  say: Say;
  /** Hands in what the person thinks of the answer. */
  rate: Rate;
  /** Whom an answer may name to be called. */
  contacts: readonly Phone[];
}

interface CardProps {
  /** Of the answer's activity. */
  id: string;
  answer: Answer;
  changes: readonly Change[];
  tools: CardTools;
}

export function AnswerCard({ id, answer, changes, tools }: CardProps) {
  return (
    <div className="card">
      {answer.parts.length > 0 ? (
        <Parts answer={answer} tools={tools} />
      ) : (
        <Body answer={answer} changes={changes} tools={tools} />
      )}
      <OpinionForm subject={id} rate={tools.rate} />
    </div>
  );
}

/** Several questions in one message; where they compare, the table stands first and the rest is folded. */
function Parts({ answer, tools }: { answer: Answer; tools: CardTools }) {
  const table = compared(answer);
  if (!table)
    return (
      <>
        {answer.parts.map((part, at) => (
          <section key={at} className="part">
            <Body answer={part} changes={[]} tools={tools} />
            <Choices answer={part} say={tools.say} />
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
          <Body answer={part} changes={[]} tools={tools} />
          <Choices answer={part} say={tools.say} />
        </details>
      ))}
    </>
  );
}

interface BodyProps {
  answer: Answer;
  changes: readonly Change[];
  tools: CardTools;
}

function Body({ answer, changes, tools }: BodyProps) {
  const { say, contacts } = tools;
  const { conclusion, more, closing } = cardText(answer);
  const table = compared(answer);
  return (
    <>
      <p className="conclusion">
        <Text text={conclusion} contacts={contacts} />
      </p>
      <Figures figures={table ? table.rest : answer.figures} />
      {table && <ComparisonTable table={table} />}
      <Conditions conditions={answer.conditions} changes={changes} say={say} />
      <Lines lines={more} contacts={contacts} />
      <Steps steps={answer.steps} />
      <Citations
        citations={answer.citations}
        open={answer.status === "answered" && answer.figures.length === 0}
      />
      <Caveats caveats={answer.caveats} />
      <Lines lines={closing} contacts={contacts} />
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

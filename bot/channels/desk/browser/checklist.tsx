/** What is still to be asked of the caller, and what it comes to meanwhile. */
import type { TargetedKeyboardEvent } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "../../../answer.js";
import { dateText, figureText, trimZeros } from "../../../phrasing/format.js";
import { leadOf } from "../../../phrasing/lead.js";
import * as api from "./api.js";
import { between } from "./between.js";
import type { Call } from "./call.js";
import { composing } from "./keys.js";
import { STATUS } from "./panes.js";

interface Props {
  call: Call;
  me: api.Me;
}

export function Checklist({ call, me }: Props) {
  // The question stays until the next answer is there, so that the focus does.
  const { latest: answer, facts } = call;
  const asks = answer?.status === "needs_info" ? answer : null;
  const readings = answer?.status === "clarify" ? answer.suggestions : [];
  if (!asks && readings.length === 0 && facts.length === 0) return null;
  return (
    <section class="checklist" aria-label="要问来电人的" onKeyDown={move}>
      {facts.map((fact, at) => (
        <span class="chip said" key={`${fact} ${at}`}>
          {fact}
          <button
            type="button"
            aria-label={`去掉“${fact}”`}
            onClick={() => call.removeFact(at)}
          >
            ×
          </button>
        </span>
      ))}
      {asks && <Question asks={asks} call={call} me={me} />}
      {readings.map((reading) => (
        <button
          type="button"
          class="choice"
          key={reading}
          onClick={() => call.setText(reading, false)}
        >
          {reading}
        </button>
      ))}
    </section>
  );
}

/** Up and down go through the fields and choices, and up from the first back to the question. */
function move(event: TargetedKeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined || composing(event)) return;
  const fields =
    event.currentTarget.querySelectorAll<HTMLElement>("input, .choice");
  const at = [...fields].indexOf(event.target as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  if (at + by < 0) document.getElementById("question")?.focus();
  else fields[at + by]?.focus();
}

function Question({ asks, call, me }: Props & { asks: Answer }) {
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const fill = (fact: string): void => {
    if (fact.trim() === "") return;
    setTyped("");
    field.current?.focus();
    call.addFact(fact.trim());
  };
  // Once nothing is missing any more, the next words are the question's.
  useLayoutEffect(
    () => () => {
      if (document.activeElement === field.current)
        document.getElementById("question")?.focus();
    },
    [],
  );
  const label = (id: string): string => me.labels[id] ?? id;
  const others = asks.missing.slice(1).map(label);
  return (
    <>
      <label for="fact">
        <kbd>↓</kbd> 问：{leadOf(asks, me.own_numbers).join("")}
      </label>
      <input
        id="fact"
        ref={field}
        value={typed}
        autocomplete="off"
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || composing(event)) return;
          event.preventDefault();
          fill(event.currentTarget.value);
        }}
      />
      {asks.suggestions.map((choice) => (
        <button
          type="button"
          class="choice"
          key={choice}
          onClick={() => fill(choice)}
        >
          {choice}
        </button>
      ))}
      {others.length > 0 && <p>接着还要问：{others.join("、")}</p>}
      <Range asks={asks} call={call} label={label} />
    </>
  );
}

/** From … to …, depending on …: as the answer says, or as its choices turn out. */
function Range({
  asks,
  call,
  label,
}: {
  asks: Answer;
  call: Call;
  label: (id: string) => string;
}) {
  const [answers, setAnswers] = useState<Answer[]>([]);
  const [slot = ""] = asks.missing;
  const choices = asks.suggestions;
  useEffect(() => {
    setAnswers([]);
    // A place is no fact that results depend on: it has to be asked.
    if (asks.range || choices.length === 0 || slot === "jurisdiction")
      return undefined;
    const control = new AbortController();
    const said = [call.text.trim(), ...call.facts];
    Promise.all(
      choices.map((choice) =>
        api.ask([...said, choice], call.on, control.signal),
      ),
    ).then(setAnswers, () => undefined);
    return () => control.abort();
  }, [asks]);
  const lines = asks.range
    ? asks.range.map(({ key, from, to, depends_on }) =>
        fromTo(label(key), from, to, depends_on.map(label).join("、")),
      )
    : outcomes(answers, choices, label(slot));
  if (lines.length === 0) return null;
  return (
    <ul class="range" aria-label="目前能说的结果">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function fromTo(what: string, from: string, to: string, on: string): string {
  return `${what}：从${shown(from)}到${shown(to)}，取决于${on}`;
}

/** Bounds where every choice gives an amount; else what each choice gives. */
function outcomes(
  answers: readonly Answer[],
  choices: readonly string[],
  slot: string,
): string[] {
  const bounds = between(answers);
  if (bounds.length > 0)
    return bounds.map(({ label, from, to }) => fromTo(label, from, to, slot));
  if (!answers.some(({ status }) => status === "answered")) return [];
  return answers.map(({ figures: [first], status }, at) => {
    const result = first
      ? `${first.label}${figureText(first)}`
      : STATUS[status];
    return `${choices[at] ?? ""}：${result}`;
  });
}

function shown(value: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return dateText(value);
  return /^-?\d+\.\d\d$/.test(value) ? `${trimZeros(value)}元` : value;
}
